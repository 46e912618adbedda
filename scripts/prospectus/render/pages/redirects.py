"""Pages at former addresses: a record that was renamed leaves one that leads on, so that no address dies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from prospectus.artifact import Job
from prospectus.language import say
from prospectus.model.record import Record
from prospectus.render import urls
from prospectus.render.desk import Desk
from prospectus.render.page import PageHead, View, page_job
from prospectus.render.sheet import Sheet

KINDS_WITH_PAGES = ("technique", "condition", "program", "course", "policy")


def redirect_jobs(desk: Desk) -> Iterator[Job]:
    """Yield a page for each former id of a record that has a page of its own."""
    for kind in KINDS_WITH_PAGES:
        for record in desk.school.shelf(kind).values():
            for former in record.formerly:
                address = urls.address_of(kind, former, desk.sections)
                if address is not None:
                    prepare = partial(_prepare, record=record)
                    yield page_job(desk, address, "moved.md.j2", frozenset({record.key}), prepare, record.file)


def _prepare(sheet: Sheet, record: Record) -> tuple[PageHead, View]:
    name = str(getattr(record, "name", record.id))
    there = sheet.address(record.kind, record.id) or sheet.to(urls.HOME)
    head = PageHead(say("{name} has moved", name=name), "moved", listed=False, moved_to=there)
    return head, {"title": name, "there": there, "review": ""}
