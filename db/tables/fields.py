"""How a stored field is declared: its default, its name for people, and what else it means.

`records` and `parts` declare every field with one of these functions. `rows` makes its columns,
`row_mapping` the way between both; forms, lists, paper, imports and checks ask `meaning_of`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self

from pydantic.fields import FieldInfo
from sqlalchemy import Index
from sqlmodel import Field, SQLModel
from sqlmodel._compat import SQLModelConfig

from db.tables.one_line import on_one_line

MEANING = "meaning"  # the key under which a field's declaration lies in pydantic's own


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a stored field means beside its type.

    `sort` is text, title (of a whole record), prose (of several lines), word, number, flag, day,
    date, marking, country, size, hash, bytes, reference, office, source, parts or topics; every
    text but prose is of one line. `label` is what form, page, list and paper call it; `words` its
    word list as `table.column`; `kinds` are those that a reference may be to; `required` is the
    sentence that a record without it is refused with; `target` is its name in files, '' if a file
    cannot give it, and how its text reads where the sort does not say that
    (`db.exchange.mapping.targets`); `searched` is text for a field of the full text, name for one
    that its record is called by, as an acronym.
    """

    label: str
    sort: str
    words: str = ""
    kinds: tuple[str, ...] = ()
    required: str = ""
    target: str = ""
    searched: str = ""
    stored: bool = True
    unique: bool = False
    indexed: bool = False

    @property
    def is_one_line(self) -> bool:
        """Whether no text of this field has line ends or tabs."""
        return self.sort not in ("prose", "parts", "bytes")


@dataclass(frozen=True, slots=True)
class Derived:
    """A column that is worked out from the fields when a row is written; no record holds it."""

    name: str
    type: Any = str
    default: Any = ""
    indexed: bool = False


class Stored(SQLModel):
    """A line of a table: the base of every declaration. `id` 0 is a line not yet saved."""

    model_config = SQLModelConfig(extra="forbid", arbitrary_types_allowed=True)
    TABLE: ClassVar[str] = ""
    DERIVED: ClassVar[tuple[Derived, ...]] = ()
    INDEXES: ClassVar[tuple[Index, ...]] = ()

    def __new__(cls, /, **_values: Any) -> Self:
        """Leave out what SQLModel does for tables: no declaration is one."""
        return object.__new__(cls)

    def __init__(self, /, **values: Any) -> None:
        """Make one of values that are looked at, by pydantic and for their lines."""
        if values:
            for name, value in values.items():
                if _may_break(value):
                    values[name] = _on_its_lines(type(self), name, value)
            self.__pydantic_validator__.validate_python(values, self_instance=self)
        else:
            _take_over(self, {})

    @classmethod
    def of_values(cls, values: dict[str, Any]) -> Self:
        """Make one of values that are known to be right, such as checked rows: none is looked at.

        A field that is not among them has its default; the dictionary becomes the item's own.
        """
        record = cls.__new__(cls)
        _take_over(record, values)
        return record

    def __setattr__(self, name: str, value: Any) -> None:
        """Set a declared field: nothing listens to it, and an import sets a dozen in each row."""
        values = self.__dict__
        if name not in values:
            super().__setattr__(name, value)
        elif value is None or (
            value.isprintable() if type(value) is str else not _may_break(value)
        ):
            values[name] = value
        else:
            values[name] = _on_its_lines(type(self), name, value)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy, with some fields changed."""
        given = update or {}
        fitting = {name: _on_its_lines(type(self), name, given[name]) for name in given}
        return super().model_copy(update=fitting, deep=deep)


def _may_break(value: Any) -> bool:
    """Say whether a value could have line ends: asked of every value that a record is given."""
    if isinstance(value, str):
        return not value.isprintable()
    return isinstance(value, list) and bool(value) and isinstance(value[0], str)


def _on_its_lines(of: type[Stored], name: str, value: Any) -> Any:
    """Return a value as its field holds it: a text of one line without line ends and tabs."""
    return on_one_line(value) if name in _one_line_fields(of) else value


@cache
def _one_line_fields(of: type[Stored]) -> frozenset[str]:
    return frozenset(name for name, meaning in meanings(of) if meaning.is_one_line)


def _take_over(item: Stored, values: dict[str, Any]) -> None:
    """Have an item hold these values as they are, and the default of every other field."""
    plain, factories = _defaults(type(item))
    if len(values) < len(plain):
        given, values = values, plain | values
        for name, make in factories:
            if name not in given:
                values[name] = [] if make is list else make()
    object.__setattr__(item, "__dict__", values)
    object.__setattr__(item, "__pydantic_fields_set__", set())
    object.__setattr__(item, "__pydantic_extra__", None)
    object.__setattr__(item, "__pydantic_private__", None)


@cache
def _defaults(of: type[Stored]) -> tuple[dict[str, Any], tuple[tuple[str, Any], ...]]:
    """Return the default of each field, and what makes those that no two items may share."""
    plain = {name: field.default for name, field in of.model_fields.items()}
    factories = {name: field.default_factory for name, field in of.model_fields.items()}
    return plain, tuple((name, make) for name, make in factories.items() if make is not None)


def meaning_of(of: type[Stored], name: str) -> Meaning:
    """Return what a declared field means; raise `KeyError` for another name."""
    return _meaning(of.model_fields[name])


@cache
def meanings(of: type[Stored]) -> tuple[tuple[str, Meaning], ...]:
    """Return every field of a declaration with its meaning, in the order of the declaration."""
    return tuple((name, _meaning(field)) for name, field in of.model_fields.items())


def _meaning(field: FieldInfo) -> Meaning:
    found = field.json_schema_extra
    assert isinstance(found, dict), "declare stored fields with db.tables.fields"
    meaning = found[MEANING]
    assert isinstance(meaning, Meaning)
    return meaning


def _declare(meaning: Meaning, default: Any = None, doc: str = "", **factory: Any) -> Any:
    default_arguments = factory or {"default": default}
    extra = {"json_schema_extra": {MEANING: meaning}}
    return Field(
        title=meaning.label, description=doc or None, schema_extra=extra, **default_arguments
    )


def text(
    label: str, doc: str = "", *, default: str | None = "", sort: str = "text", **means: Any
) -> Any:
    """Declare a text of any length; `sort` says when only some texts are meant."""
    return _declare(Meaning(label, sort, **means), default, doc)


def title(label: str, doc: str = "", **means: Any) -> Any:
    """Declare what a whole record is called: one line, set on as many as it needs."""
    return text(label, doc, sort="title", **means)


def prose(label: str, doc: str = "", **means: Any) -> Any:
    """Declare a text of several lines, which is edited and printed as such."""
    return text(label, doc, sort="prose", **means)


def word(label: str, words: str, doc: str = "", *, default: str | None = "", **means: Any) -> Any:
    """Declare a word out of the list `words`, as `table.column` in `db.vocabulary.choices`."""
    return _declare(Meaning(label, "word", words=words, **means), default, doc)


def number(
    label: str, doc: str = "", *, default: int | None = None, sort: str = "number", **means: Any
) -> Any:
    """Declare a whole number."""
    return _declare(Meaning(label, sort, **means), default, doc)


def flag(label: str, doc: str = "", **means: Any) -> Any:
    """Declare a yes or no; no until said."""
    return _declare(Meaning(label, "flag", **means), False, doc)


def marking(label: str = "Marking") -> Any:
    """Declare how high something is marked, as the place of its word in `MARKINGS`."""
    return _declare(Meaning(label, "marking", words="record.marking"), 0)


def date(label: str, doc: str = "", **means: Any) -> Any:
    """Declare a historical date: four columns, so that it keeps its precision and its words."""
    return _declare(Meaning(label, "date", **means), None, doc)


def reference(label: str, *kinds: str, doc: str = "", **means: Any) -> Any:
    """Declare another record of one of `kinds`; any kind when none is named."""
    return _declare(Meaning(label, "reference", kinds=kinds, **means), None, doc)


def office(label: str, doc: str = "", **means: Any) -> Any:
    """Declare an office of an organization."""
    return _declare(Meaning(label, "office", **means), None, doc)


def source(label: str, factory: Any) -> Any:
    """Declare the source of a citation; a new citation brings a new one."""
    return _declare(Meaning(label, "source", required=""), default_factory=factory)


def parts(label: str, doc: str = "") -> Any:
    """Declare a list of parts, each a line of the table of its own declaration."""
    return _declare(Meaning(label, "parts", stored=False), default_factory=list, doc=doc)


def topics(label: str, target: str = "") -> Any:
    """Declare the topics, which are shared by all records and kept as tags."""
    return _declare(Meaning(label, "topics", target=target, stored=False), default_factory=list)


def input_field(label: str, sort: str) -> Any:
    """Declare what is given only when something is added, and lies elsewhere."""
    return _declare(Meaning(label, sort, stored=False))
