"""Rules on links: every id leads somewhere, nothing leads to itself, no two records answer to one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prospectus.artifact import BuildContext
from prospectus.check.rule import Fault, Rule, did_you_mean, record_rule, school_rule
from prospectus.diagnostics import RelatedPlace, Severity
from prospectus.model.kinds import KIND_BY_NAME
from prospectus.model.record import KeyPath, Record
from prospectus.model.school import School
from prospectus.model.walk import proses_of, references_of
from prospectus.reckoning.prerequisites import circles_in, circles_of, field_towards

OTHER_NAMES = {"technique": "also_called", "condition": "also_called", "term": "forms"}
"""The field in which a kind of record holds names beside its own."""


def _noun(kind: str) -> str:
    return KIND_BY_NAME[kind].noun if kind in KIND_BY_NAME else kind


@school_rule("L101", "dangling-reference")
def dangling_reference(school: School, context: BuildContext) -> Iterator[Fault]:
    """A field names a record that does not exist.

    A page would link to nothing, or leave out a fact without a word. An id is the name of the record's file, or its
    key in a file that holds many.

    Wrong:

        techniques:
          - technique: efleurage

    Right:

        techniques:
          - technique: effleurage
    """
    for record in school.all_records():
        for reference in references_of(record):
            if school.find(reference.kind, reference.id) is None and not school.is_unreadable(
                reference.kind, reference.id
            ):
                yield Fault(
                    record,
                    reference.path,
                    f'there is no {_noun(reference.kind)} "{reference.id}"'
                    + did_you_mean(reference.id, school.shelf(reference.kind)),
                    _where_to_find(reference.kind),
                )


def _where_to_find(kind: str) -> str:
    known = KIND_BY_NAME.get(kind)
    return f"Use an id from {known.location}, or add the record there." if known else "Use the id of a record."


@school_rule("L102", "dead-link-in-text")
def dead_link_in_text(school: School, context: BuildContext) -> Iterator[Fault]:
    """A text links to a record that does not exist.

    Readers would press a link that leads nowhere. The address in round brackets is the kind of record, a colon, and
    the record's id.

    Wrong:

        summary: Often begins with [long strokes](technique:long-strokes).

    Right:

        summary: Often begins with [long strokes](technique:effleurage).
    """
    for record in school.all_records():
        for path, prose in proses_of(record):
            for link in prose.links:
                if school.find(link.kind, link.id) is None and not school.is_unreadable(link.kind, link.id):
                    yield Fault(
                        record,
                        (*path, link.line),
                        f'the text links to {_noun(link.kind)} "{link.id}", which does not exist'
                        + did_you_mean(link.id, school.shelf(link.kind)),
                        _where_to_find(link.kind),
                    )


@school_rule("L103", "prerequisite-cycle")
def prerequisite_cycle(school: School, context: BuildContext) -> Iterator[Fault]:
    """A course or program requires itself, directly or in a circle.

    No student could ever begin. The finding names the way round. Where one of several courses is enough, there is a
    circle only when every one of them leads back. Two courses may be taken along with each other.

    Wrong, in `mt-201.yml`, when `mt-101.yml` asks for `mt-201`:

        prerequisites: [mt-101]

    Right: take one of the two away, or name both as `corequisites`.
    """
    for circle in circles_in(school.courses):
        first, second = circle[0], circle[1 % len(circle)]
        yield _circle_fault(school.courses[first], field_towards(school.courses, first, second), circle)
    for circle in circles_of({id: program.after for id, program in school.programs.items()}):
        yield _circle_fault(school.programs[circle[0]], "after", circle)


def _circle_fault(record: Record, field: str, circle: Sequence[str]) -> Fault:
    way = " → ".join([*circle, circle[0]])
    message = f"{way} is a circle, so no student could begin"
    return Fault(record, (field,), message, "Take one of these prerequisites away.")


@school_rule("L104", "duplicate-name")
def duplicate_name(school: School, context: BuildContext) -> Iterator[Fault]:
    """Two records of a kind answer to the same name.

    A reader who searches for the name would find one of them by chance. Names and other names count alike, without
    regard to capital letters.

    Wrong: `also_called: [lumbago]` in two conditions.

    Right: keep the name in the record it belongs to and, where it helps, link the two as `related`.
    """
    for shelf in (school.techniques, school.conditions, school.courses, school.terms):
        first: dict[str, tuple[Record, KeyPath]] = {}
        for record in shelf.values():
            told: set[str] = set()
            for path, name in _names_of(record):
                owner = first.setdefault(name.casefold(), (record, path))
                # A file that was copied shares every name; one finding is enough to see it.
                if owner[0] is not record and owner[0].id not in told:
                    told.add(owner[0].id)
                    yield Fault(
                        record,
                        path,
                        f'the name "{name}" already belongs to "{owner[0].id}"',
                        "Give each name to one record only.",
                        (RelatedPlace(owner[0].at(*owner[1]), "the other record with this name"),),
                    )


def _names_of(record: Record) -> Iterator[tuple[KeyPath, str]]:
    yield ("name",), getattr(record, "name", record.id)
    field = OTHER_NAMES.get(record.kind, "")
    for index, name in enumerate(getattr(record, field, ())):
        yield (field, index), name


@school_rule("L105", "unreached-record", Severity.WARNING)
def unreached_record(school: School, context: BuildContext) -> Iterator[Fault]:
    """A record is in the files, but no page ever shows it.

    Somebody wrote it for nothing, or the reference to it is missing. Sources and standing rules are shown only where
    another record names them. (For a course that no program has, see U101.)

    Wrong: a source in `content/sources.yml` that no statement cites.

    Right: cite it where it belongs, or take it out.
    """
    if not school.is_whole:
        return
    for kind in ("source", "standing-rule"):
        for id, record in school.shelf(kind).items():
            if not school.users_of(kind, id):
                yield Fault(
                    record, (), f'nothing names the {_noun(kind)} "{id}", so no page shows it', "Name it or remove it."
                )


@school_rule("L106", "former-id-in-use")
def former_id_in_use(school: School, context: BuildContext) -> Iterator[Fault]:
    """A record says it had an id before that another record has now, or had too.

    The old address can lead to one page only.

    Wrong: `formerly: [tmj]` in two conditions, or while `tmj.yml` still exists.

    Right: name a former id in one record, after the old file is gone.
    """
    for kind in KIND_BY_NAME:
        owners: dict[str, Record] = {}
        for record in school.shelf(kind).values():
            for index, former in enumerate(record.formerly):
                other = school.find(kind, former) or owners.get(former)
                if other is not None:
                    yield Fault(
                        record,
                        ("formerly", index),
                        f'"{former}" {_whose(former, other)}, and one address cannot lead to two pages',
                        "Keep the former id in one record only.",
                        (RelatedPlace(other.at(), "the other record"),),
                    )
                owners[former] = record


def _whose(former: str, other: Record) -> str:
    return "is the id of a record now" if other.id == former else f'is also a former id of "{other.id}"'


@school_rule("L107", "missing-picture")
def missing_picture(school: School, context: BuildContext) -> Iterator[Fault]:
    """A text shows a picture that is not among the school's assets.

    Readers would see a broken frame. Pictures lie in `docs/assets/` and are named from there.

    Wrong, when there is no such file: `![Two hands on a back](assets/hand.jpg)`

    Right: put the file into `docs/assets/`, or correct its name.
    """
    for record in school.all_records():
        for path, prose in proses_of(record):
            for image in prose.images:
                if image.path not in school.pictures:
                    yield Fault(
                        record,
                        (*path, image.line),
                        f'there is no picture "{image.path}"' + did_you_mean(image.path, school.pictures),
                        "Put the file into docs/assets/, or correct its name.",
                    )


@record_rule("L108", "named-twice", "*")
def named_twice(record: Record, context: BuildContext) -> Iterator[Fault]:
    """A list names the same record twice, and its page would show it twice.

    (For the courses of a program, see H104.)

    Wrong: `policies: [refund, refund]`

    Right: `policies: [refund]`
    """
    seen: set[tuple[KeyPath, str]] = set()
    for reference in references_of(record):
        *field, index = reference.path
        if not isinstance(index, int) or (record.kind == "program" and field == ["courses"]):
            continue
        entry = (tuple(field), reference.id)
        if entry in seen:
            yield Fault(record, reference.path, f'"{reference.id}" stands here twice', "Remove one of the two.")
        seen.add(entry)


RULES: tuple[Rule, ...] = (
    dangling_reference,
    dead_link_in_text,
    prerequisite_cycle,
    duplicate_name,
    unreached_record,
    former_id_in_use,
    missing_picture,
    named_twice,
)
