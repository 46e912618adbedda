"""The table of everything that can be wrong while reading: one row a fault, with its code, name and weight.

R1 is for fields, R2 for the text of a file, R3 for files and folders. A code is never reused. The page of a fault says
why it matters and what to do; the words about one spot are chosen where the fault is met.
"""

from __future__ import annotations

from dataclasses import dataclass

from prospectus.diagnostics import Finding, Place, RelatedPlace, Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault: its code, its name in kebab case, its page in one or two sentences, and its weight."""

    code: str
    name: str
    page: str
    severity: Severity = Severity.ERROR

    def at(self, place: Place, message: str, hint: str = "", related: tuple[RelatedPlace, ...] = ()) -> Finding:
        """Make a finding of this fault."""
        return Finding(self.code, self.name, self.severity, message, place, hint, related)


MISSING_FIELD = Fault("R101", "missing-field", "A record lacks a field that every record of its kind needs.")
TEXT_EXPECTED = Fault("R102", "text-expected", "A list or a group of fields stands where one text belongs.")
LIST_EXPECTED = Fault("R103", "list-expected", "One value stands where a list belongs; begin each item with a dash.")
UNKNOWN_FIELD = Fault("R104", "unknown-field", "No page would ever show what stands in a field that nobody knows.")
UNKNOWN_CHOICE = Fault("R105", "unknown-choice", "A field takes one of a few words, and another one was given.")
NOT_A_DATE = Fault("R106", "not-a-date", "A date is written as year, month and day: 2026-03-09.")
NOT_A_NUMBER = Fault("R107", "not-a-number", "A number is written in digits alone, without a unit or a sign.")
OUT_OF_RANGE = Fault("R108", "out-of-range", "A number is smaller or larger than the field allows.")
NOT_TRUE_OR_FALSE = Fault("R109", "not-true-or-false", "A switch is either true or false, without quotes.")
FIELDS_EXPECTED = Fault("R110", "fields-expected", "A text or a list stands where a group of named fields belongs.")
EMPTY_VALUE = Fault("R111", "empty-value", "A field is named but nothing stands after it; fill it in or take it out.")
UNUSABLE_VALUE = Fault("R112", "unusable-value", "A value has the right form, but the field cannot take it.")

NOT_UTF_8 = Fault("R201", "not-utf-8", "Files are saved as UTF-8; other encodings turn accents into other letters.")
UTF_16 = Fault("R202", "utf-16", "A file was saved as UTF-16 or UTF-32; save it as UTF-8.")
CONTROL_CHARACTER = Fault("R203", "control-character", "An invisible character would travel into pages and feeds.")
TAB = Fault("R204", "tab", "The place of a line is counted in spaces, and a tab has no fixed width.")
TOO_LARGE = Fault("R205", "too-large", "A file of more than one mebibyte is no record; it was put here by mistake.")
EMPTY_FILE = Fault("R206", "empty-file", "A file without any field says nothing; fill it in or remove it.")
NOT_A_MAPPING = Fault(
    "R207", "not-a-mapping", "A file is made of fields at the left edge, each with a name and a colon."
)
TOO_DEEP = Fault("R208", "too-deep", "Fields lie inside each other more than 20 levels deep; no record needs that.")
SEVERAL_DOCUMENTS = Fault("R209", "several-documents", "A line of three dashes begins a second document in one file.")
DUPLICATE_KEY = Fault("R210", "duplicate-key", "A field stands twice, and only one of the two could be kept.")
ALIAS = Fault("R211", "alias", "A star or ampersand asks to repeat another spot; write the value out instead.")
TAG = Fault("R212", "tag", "An exclamation mark before a value asks for a type of its own; no field has one.")
KEY_NOT_TEXT = Fault(
    "R213", "key-not-text", "The name of a field must be a word; quote it if it looks like something else."
)
CUT_BY_HASH = Fault(
    "R214",
    "cut-by-hash",
    "A space and a # begin a remark, so the rest of the line is dropped. "
    "Put the text in quotes to keep it; put a space after the # if it is a remark.",
    Severity.WARNING,
)
QUOTES_NEEDED = Fault("R215", "quotes-needed", "A text that begins with a sign of the file format needs quotes.")
COLON_IN_TEXT = Fault("R216", "colon-in-text", "A colon and a space inside a text begin a new field; use quotes.")
SPACE_AFTER_COLON = Fault("R217", "space-after-colon", "A field's name, a colon, a space, then the value.")
INDENTATION = Fault("R218", "indentation", "Lines that belong together begin in the same column.")
UNCLOSED_QUOTE = Fault("R219", "unclosed-quote", "A quotation mark opens a text and none closes it, or too early.")
UNCLOSED_BRACKET = Fault("R220", "unclosed-bracket", "A bracket opens a list and none closes it.")
BACKSLASH = Fault("R221", "backslash", "Between double quotes a backslash begins an escape; double it.")
STRAY_LINE = Fault("R222", "stray-line", "A line is neither a field, nor a list item, nor part of a text.")
UNREADABLE_YAML = Fault("R229", "unreadable-yaml", "The file's form breaks off here.")

LINK_OUT_OF_TREE = Fault("R301", "link-out-of-tree", "A symbolic link leads out of the school's folder.")
LINK_LOOP = Fault("R302", "link-loop", "A symbolic link leads back to itself or to a folder above it.")
FOLDER_NAMED_AS_FILE = Fault("R303", "folder-named-as-file", "A folder stands where a file belongs.")
UNREADABLE_FILE = Fault("R304", "unreadable-file", "The system does not let the program read a file.")
BAD_ID = Fault("R305", "bad-id", "An id becomes a web address: small letters, digits and single hyphens only.")
ID_CLASH = Fault("R306", "id-clash", "Two records would have the same address.")
WRONG_EXTENSION = Fault("R307", "wrong-extension", "Files of the school end in .yml; others are not read.")
STRAY_FILE = Fault("R308", "stray-file", "A file stands where no page looks for it.", Severity.WARNING)
MISSING_FILE = Fault("R309", "missing-file", "A file that every school needs is not there.")
MISPLACED_FILE = Fault("R310", "misplaced-file", "A record's file lies in another folder than its kind's own.")

FAULTS: tuple[Fault, ...] = tuple(row for row in list(globals().values()) if isinstance(row, Fault))
"""Every fault of reading, in the order of its code."""
