"""What authors' text may not hold: one table of faults, with the words in which authors are told.

Messages are for people who never met Markdown. This module does not look for faults; the parser does.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from prospectus.model.prose_tree import LINKABLE_KINDS, ProseProblem


@dataclass(frozen=True, slots=True)
class ProseFault:
    """One row: the code and name by which the fault is known, what is wrong and why, and the remedy."""

    code: str
    name: str
    message: str
    hint: str

    def at(self, line: int, hint: str = "", **words: str) -> ProseProblem:
        """Make the problem for a line; `words` fill the braces of the message, `hint` replaces the usual remedy."""
        return ProseProblem(self.code, self.message.format(**words), hint or self.hint, line, self.name)


HEADING = ProseFault(
    "R401",
    "heading-in-text",
    "this text makes a heading of itself (a line that starts with #, or one underlined with - or =); "
    "the page has its own headings",
    "write it as an ordinary sentence, or put a backslash before the sign",
)
QUOTE = ProseFault(
    "R402",
    "quote-block-in-text",
    "a line that starts with > is read as a quotation block, which the pages do not have",
    "put the words between quotation marks, or write \\> for the sign itself",
)
CODE = ProseFault(
    "R403",
    "code-in-text",
    "words between ` or ~~~ signs are read as computer code, which a catalog does not have",
    "use quotation marks, or write \\` for the sign itself",
)
DIVIDER = ProseFault(
    "R404",
    "divider-in-text",
    "a line of dashes, stars or underscores is read as a dividing line, which the pages do not have",
    "leave the line empty: an empty line starts a new paragraph",
)
SCHEME = ProseFault(
    "R405",
    "link-not-https",
    'the link to "{address}" does not start with https://; nothing else is safe to publish',
    "use the https:// address; telephone and mail addresses of the school come from its record",
)
RELATIVE = ProseFault(
    "R406",
    "link-without-scheme",
    'the link to "{address}" names neither a record nor a full web address, and would break when a page moves',
    "link to a record, as in [words](technique:effleurage), or to an address that starts with https://",
)
KIND = ProseFault(
    "R407",
    "link-to-unknown-kind",
    'the link to "{address}" starts with "{kind}", which is no kind of record that texts can link to',
    "the kinds are: " + ", ".join(sorted(LINKABLE_KINDS)),
)
ID = ProseFault(
    "R408",
    "link-to-malformed-id",
    'the link to "{address}" has no proper id after the colon; ids are small letters, digits and hyphens',
    "the id is the name of the record's file, without .yml",
)
IMAGE_ALT = ProseFault(
    "R409",
    "image-without-description",
    'the picture "{address}" has no description, so people who cannot see it learn nothing',
    "say between the brackets what it shows: ![hands on a calf](assets/calf.jpg)",
)
IMAGE_PLACE = ProseFault(
    "R410",
    "image-not-in-assets",
    'the picture "{address}" does not lie in the assets folder; pages load nothing from elsewhere',
    "put the file into docs/assets and write assets/ and its name, without spaces",
)
DEFINITION = ProseFault(
    "R411",
    "link-definition-in-text",
    'a line like "[{label}]: ..." is read as a hidden definition and its words are not printed',
    "write the address right behind the words: [words](https://...)",
)
FOOTNOTE = ProseFault(
    "R412",
    "footnote-in-text",
    'the note mark "{label}" is a footnote, and the pages number sources themselves',
    "list the source in the record's sources, or say it in the sentence",
)
NESTING = ProseFault(
    "R413",
    "text-nested-too-deep",
    "lists stand more than three deep here, or words are stressed within stressed words; no reader can follow that",
    "take the innermost part out and make it a paragraph or a list of its own",
)
TABLE_ROW = ProseFault(
    "R414",
    "uneven-table-row",
    "this table row has another number of cells ({cells}) than the header ({columns}); the rest is not printed",
    "give every row as many | signs as the header; an empty line ends the table; write \\| for the sign itself",
)
EMPTY_LINK = ProseFault(
    "R415",
    "link-without-words",
    "this link has no words or no address, so there is nothing to press",
    "write both: [words](technique:effleurage)",
)
LINK_TITLE = ProseFault(
    "R416",
    "link-with-title",
    'the title "{title}" behind the address is not printed',
    "say it in the words themselves, and leave only the address between the round brackets",
)
EMPTY_ITEM = ProseFault(
    "R417",
    "empty-list-item",
    "a lone -, *, + or number with a dot is read as a list item, and this one is empty",
    "write the item's words behind it, or put a backslash before the sign",
)
UNREAD_LINK = ProseFault(
    "R418",
    "link-not-read",
    'the words "{source}" look like a link, but the address cannot be read as one and would be printed as it stands',
    "leave no blank and no bracket in the address: [words](technique:effleurage)",
)

PROSE_FAULTS: tuple[ProseFault, ...] = (
    HEADING,
    QUOTE,
    CODE,
    DIVIDER,
    SCHEME,
    RELATIVE,
    KIND,
    ID,
    IMAGE_ALT,
    IMAGE_PLACE,
    DEFINITION,
    FOOTNOTE,
    NESTING,
    TABLE_ROW,
    EMPTY_LINK,
    LINK_TITLE,
    EMPTY_ITEM,
    UNREAD_LINK,
)
"""Every fault a text can have, by code. A code is never used again for another fault."""


def kind_hint(kind: str, id: str) -> str:
    """Name the kind that was probably meant, or give "" when none is near."""
    near = get_close_matches(kind.lower(), sorted(LINKABLE_KINDS), n=1)
    return f'did you mean "{near[0]}:{id}"?' if near else ""
