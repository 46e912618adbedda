"""What browsers may do on the site's pages: the Content-Security-Policy and its companions, as a tag and as a file.

One policy serves every page at any depth: scripts are files of the site, or the few inside the theme's overrides, which
are allowed by their hashes. The tag works on any host; `_headers` is read by hosts that know it, and holds what a tag
cannot say. Knows no page and no record but the kept editions, whose own style sheet the hosts must let through.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from importlib.resources import files

from prospectus.artifact import BuildContext, Job
from prospectus.model.edition import PAGE
from prospectus.model.school import School

HEADERS = "_headers"
"""The file that Netlify, Cloudflare Pages and others read. MkDocs publishes it as it stands."""

SCRIPTS = ("partials/javascripts/base.html", "partials/javascripts/palette.html")
"""The overrides that hold a script. Its text may not change from page to page: no template words inside."""

NO_FEATURES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""What no page of the site ever asks a visitor for."""


def policy_tag(*, is_offline: bool = False) -> bytes:
    """Write the tags for the head of every page. They hold for what follows them, so they stand first.

    By the standard a page that was opened from a folder is of no site, and 'self' means nothing: files are named too.
    Such a page may fetch nothing at all.
    """
    allowed = dict(_policy())
    if is_offline:
        allowed = {name: sources.replace("'self'", "'self' file:") for name, sources in allowed.items()}
        allowed["connect-src"] = "'none'"
    policy = "; ".join(f"{name} {sources}" for name, sources in allowed.items())
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
    ).encode()


def header_jobs(school: School, context: BuildContext) -> Iterator[Job]:
    """Yield the file of headers. The page of a kept edition is never changed, so its style sheet is allowed by hash."""
    if context.is_offline:
        return
    kept = {edition.key: school.kept.get(f"{edition.id}/{PAGE}") for edition in school.editions.values()}
    pages = [page for page in kept.values() if page is not None]
    yield Job(HEADERS, frozenset({"edition:*", *kept}), partial(_headers, pages))


def _headers(kept_pages: Iterable[bytes]) -> bytes:
    styles = sorted({_source(style) for page in kept_pages for style in _inside("style", page.decode())})
    policy = {**_policy(styles), "frame-ancestors": "'none'"}
    lines = {
        "Content-Security-Policy": "; ".join(f"{name} {allowed}" for name, allowed in policy.items()),
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NO_FEATURES),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in lines.items())]).encode()


def _policy(styles: Iterable[str] = ()) -> Mapping[str, str]:
    """Give what may come from where. Pictures within style sheets (`data:`) are the engine's own icons."""
    overrides = files("prospectus.render") / "theme" / "overrides"
    texts = [(overrides / name).read_text(encoding="utf-8") for name in SCRIPTS]
    scripts = [_source(script) for text in texts for script in _inside("script", text)]
    return {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *scripts]),
        "style-src": " ".join(["'self'", *styles]),
        "img-src": "'self' data:",
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }


def _inside(tag: str, html: str) -> list[str]:
    return re.findall(f"<{tag}\\b[^>]*>(.*?)</{tag}>", html, re.DOTALL)


def _source(text: str) -> str:
    """Give the words by which a policy allows exactly this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
