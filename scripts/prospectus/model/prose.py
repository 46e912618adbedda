"""`Prose`: text that authors wrote, with the little Markdown that they may use in it.

Made from a string when a record is read, so that a dead link or a forbidden construct is found before anything is
printed. It knows neither YAML nor output formats.
"""

from __future__ import annotations

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidatorFunctionWrapHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from prospectus.model.prose_parser import is_plain, read_markdown, read_plain
from prospectus.model.prose_tree import Block, ProseImage, ProseLink, ProseProblem, ProseTree, plain_words


class Prose:
    """An immutable text; equal to, and hashed like, any other prose with the same words.

    `language` is empty for a text in the school's own language.

    Trailing line ends are dropped. A text without a single word raises a ValueError (pydantic type `prose_empty`).
    """

    __slots__ = ("_is_plain", "_language", "_text", "_tree")

    _text: str
    _language: str
    _is_plain: bool
    _tree: ProseTree | None

    def __init__(self, text: str, language: str = "") -> None:
        text = text.rstrip("\n")
        if not text or text.isspace():
            raise PydanticCustomError("prose_empty", "there are no words here")
        _set(self, "_text", text)
        _set(self, "_language", language)
        _set(self, "_is_plain", is_plain(text))
        _set(self, "_tree", None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"prose cannot be changed ({name})")

    @property
    def text(self) -> str:
        """The text as written."""
        return self._text

    @property
    def language(self) -> str:
        """The language it was translated into (BCP 47); empty for a text in the school's own."""
        return self._language

    @property
    def tree(self) -> ProseTree:
        """The text as read; read at the first use."""
        tree = self._tree
        if tree is None:
            tree = read_plain(self._text) if self._is_plain else read_markdown(self._text)
            _set(self, "_tree", tree)
        return tree

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, lists and tables, in order."""
        return self.tree.blocks

    @property
    def problems(self) -> tuple[ProseProblem, ...]:
        """What the text may not hold, by line."""
        return () if self._is_plain else self.tree.problems

    @property
    def links(self) -> tuple[ProseLink, ...]:
        """The links to records, in order, repeats included."""
        return () if self._is_plain else self.tree.links

    @property
    def images(self) -> tuple[ProseImage, ...]:
        """The pictures, in order."""
        return () if self._is_plain else self.tree.images

    @property
    def plain(self) -> str:
        """The words alone, on one line."""
        return plain_words(self.blocks)

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Prose) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return f"Prose({self._text!r})"

    def __reduce__(self) -> tuple[type[Prose], tuple[str, str]]:
        return (Prose, (self._text, self._language))

    def __copy__(self) -> Prose:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Prose:
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from a string (or take a prose as it is); write the text again."""
        return core_schema.no_info_wrap_validator_function(
            _as_prose,
            core_schema.str_schema(strict=True),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _text_of, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "format": "prose", "pattern": r"\S"}


def _as_prose(value: object, read_text: ValidatorFunctionWrapHandler) -> Prose:
    return value if isinstance(value, Prose) else Prose(read_text(value))


def _text_of(prose: Prose) -> str:
    return prose.text


_set = object.__setattr__
