"""What the address in a link or a picture means: a record, a page of another site, a file of the assets, or a fault.

Looks at the address alone. Whether the record or the file exists is for others to find out.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from prospectus.model.prose_problem import EMPTY_LINK, ID, IMAGE_PLACE, KIND, RELATIVE, SCHEME, kind_hint
from prospectus.model.prose_tree import LINKABLE_KINDS, Inline, ProseProblem, RecordLink, WebLink

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(.*)", re.IGNORECASE | re.DOTALL)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\\\"<>^`{|}\u2028\u2029\ud800-\udfff]")
_WEB_SCHEMES = frozenset(
    {"http", "ftp", "mailto", "tel", "sms", "javascript", "vbscript", "data", "file", "blob", "about", "ws", "wss"}
)
_HOST_LIKE = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/|$))", re.IGNORECASE)
_ASSET = re.compile(r"assets(?:/(?!\.\.?(?:/|$))[^\s\x00-\x1f\x7f\\/?#%:\"'<>|*{}&`]+)+")


def read_link(address: str, children: tuple[Inline, ...], line: int) -> RecordLink | WebLink | ProseProblem:
    """Read what a link leads to, or say what is wrong with it."""
    if not address or not children:
        return EMPTY_LINK.at(line)
    parts = _SCHEME.fullmatch(address)
    if parts is None:
        hint = f'did you mean "https://{address.lstrip("/")}"?' if _HOST_LIKE.match(address.lstrip("/")) else ""
        return RELATIVE.at(line, hint, address=address)
    scheme, rest = parts.groups()
    if scheme.lower() == "https":
        if not _is_web_address(f"https:{rest}"):
            return SCHEME.at(line, "check the address: copy it once more from the browser", address=address)
        return WebLink(f"https:{rest}", children)
    if scheme.lower() in _WEB_SCHEMES:
        hint = f'did you mean "https:{rest}"?' if scheme.lower() == "http" else ""
        return SCHEME.at(line, hint, address=address)
    if scheme not in LINKABLE_KINDS:
        return KIND.at(line, kind_hint(scheme, rest), address=address, kind=scheme)
    if not _ID.fullmatch(rest):
        likely = "-".join(re.findall(r"[a-z0-9]+", rest.lower()))
        return ID.at(line, f'did you mean "{scheme}:{likely}"?' if likely else "", address=address)
    return RecordLink(scheme, rest, children)


def image_place_problem(path: str, line: int) -> ProseProblem | None:
    """Say what is wrong with the path of a picture, if anything."""
    return None if _ASSET.fullmatch(path) else IMAGE_PLACE.at(line, address=path)


def _is_web_address(address: str) -> bool:
    if _UNSAFE.search(address) or not address.startswith("https://"):
        return False
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
