"""Ways to reach somebody, as links inside a text: a telephone number that dials, an address on the web."""

from __future__ import annotations

from markupsafe import Markup

from prospectus.render.enquiry import telephone_link


def telephone(printed: str) -> Markup:
    """Give a number as it is printed, as a link where it can be dialed."""
    address = telephone_link(printed)
    return Markup('<a href="{}">{}</a>').format(address, printed) if address else Markup("{}").format(printed)


def web(address: str) -> Markup:
    """Give an address on the web as a link that names itself; one that no browser opens stays text."""
    if not address.startswith(("https://", "http://")):
        return Markup("{}").format(address)
    return Markup('<a href="{}">{}</a>').format(address, address)


def mail(address: str) -> Markup:
    """Give a mail address as a link that opens an empty letter."""
    return Markup('<a href="mailto:{}">{}</a>').format(address, address)
