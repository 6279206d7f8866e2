"""One object of a Popolo file, its fields read as what they must be; everything of Popolo asks.

A field of another sort than expected, and a date that cannot be read, is left out and told by its
place (`persons[12].gender`); a name that is none refuses the object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from db.changes.validate import UNSTORABLE
from db.dates import HistoricalDate, typed_day_first
from db.errors import Refused
from db.exchange.files.odd_cells import clean_json
from db.exchange.mapping import cells
from db.exchange.placing.tally import RowFault

MAX_VALUE_LETTERS = 80  # characters of a value in a remark
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.*")
_NO_DAY = re.compile(r"(?:-00){1,2}$")  # a day or a month that is not known
_SORTS = {bool: "true or false", int: "a number", float: "a number", str: "a text"}


class PopoloMark(str):
    """What stands for the id of an object that has none; no text of a file is equal to it."""

    __slots__ = ()


class Thing:
    """An object of the file: where it stands, its fields, and what is wrong with them.

    `key` is its id in the file or a PopoloMark, `record` the record that it has become, 0 before.
    """

    __slots__ = ("fields", "key", "number", "record", "remarks", "where")

    def __init__(self, where: str, fields: dict[str, Any], number: int = 0) -> None:
        self.where = where
        self.fields = fields
        self.number = number
        self.remarks: dict[str, tuple[str, str]] = {}  # with the field and the value left out
        self.record = 0
        self.key = self.text("id") or PopoloMark(f"\0{where}")

    @property
    def id(self) -> str:
        """The id that the file gives, or ""."""
        return "" if isinstance(self.key, PopoloMark) else self.key

    def at(self, name: str) -> str:
        """Say where a field stands: `persons[12].birth_date`.

        >>> Thing("persons[12]", {}).at("name"), Thing("", {}).at("name")
        ('persons[12].name', 'name')
        """
        return f"{self.where}.{name}" if self.where else name

    def clean(self) -> None:
        """Take out of its texts what cannot be kept, and tell each."""
        odd: list[tuple[str, str, str]] = []
        self.fields = clean_json(self.fields, self.where, odd)
        for at, value, why in odd:
            self.remark(f"“{shorten_value(value)}” in {at} {why}.", at, shorten_value(value))

    def remark(self, says: str, field: str = "", value: str = "") -> None:
        """Note something to be told of this object, once; of what is left out, where it stands."""
        self.remarks[says] = field, value

    def _leave(self, name: str, value: Any, expected: str) -> None:
        at = self.at(name)
        self.remark(f"{at} is {sort_of(value)} where {expected} is expected; it was left out:"
                    f" {shorten_value(value)}.", at, shorten_value(value))  # fmt: skip

    def miss(self, name: str) -> None:
        """Tell that an object within another has not the one field that it is for."""
        if not self.remarks:
            self.remark(f"{self.where} gives no {name}; it was left out.")

    def text(self, *names: str) -> str:
        """Return the first of these fields that says something, on one line; a number as its
        figures.

        >>> Thing("", {"name": " Ana\\n Silva "}).text("label", "name")
        'Ana Silva'
        """
        for name in names:
            if self.fields.get(name) is not None and (text := " ".join(self.prose(name).split())):
                return text
        return ""

    def word(self, *names: str) -> str:
        """Read as `text` does, without what only says that nothing is known."""
        text = self.text(*names)
        return "" if cells.is_placeholder(text) else text

    def prose(self, name: str) -> str:
        """Return a text with its lines."""
        value = self.fields.get(name)
        if value is None:
            return ""
        text = plain(value)
        if text is None:
            self._leave(name, value, "a text")
            return ""
        return text

    def tie(self, name: str) -> str:
        """Return the key of the object that a field such as `person_id` names, or ""."""
        value = self.fields.get(name)
        return value if isinstance(value, PopoloMark) else self.text(name)

    def name(self, *names: str) -> str:
        """Return the name of the object. Raises RowFault when it is of another sort."""
        for name in names:
            value = self.fields.get(name)
            if value is not None and plain(value) is None:
                raise RowFault(
                    self.at(name),
                    shorten_value(value),
                    f"The name is {sort_of(value)}; give it as a text.",
                )
        return self.text(*names)

    def things(self, name: str) -> Iterator[Thing]:
        """Yield the objects of a list; a text in it comes as an object with the field ""."""
        value = self.fields.get(name)
        if value is None:
            return
        if isinstance(value, (dict, str)):
            value = [value]
        elif not isinstance(value, list):
            self._leave(name, value, "a list")
            return
        for place, item in enumerate(value):
            where = f"{self.at(name)}[{place}]"
            if isinstance(item, dict):
                yield Thing(where, item)
            elif (text := plain(item)) is not None:
                yield Thing(where, {"": text})
            elif item is not None:
                self._leave(f"{name}[{place}]", item, "an object")

    def date(self, name: str) -> HistoricalDate | None:
        """Return a date as precise as the file has it; what is none is left out and told."""
        value = self.fields.get(name)
        if value is None:
            return None
        text = plain(value)
        if text is None:
            self._leave(name, value, "a date such as 1964-07-31")
            return None
        text = " ".join(text.split())
        if cells.is_placeholder(text) or cells.is_no_date(text) or cells.is_open_end(text):
            return None
        try:
            known = _NO_DAY.sub("", _TIME.sub(r"\1", text))
            return HistoricalDate.parse(known, day_first=typed_day_first())
        except Refused as refused:
            at = self.at(name)
            self.remark(f"“{text[:MAX_VALUE_LETTERS]}” in {at} was left out: {refused}", at, text)
            return None

    def span(self, first: str, last: str) -> tuple[HistoricalDate | None, HistoricalDate | None]:
        """Return two dates; an end before the start is left out and told."""
        start, end = self.date(first), self.date(last)
        if is_before(end, start):
            assert start is not None
            assert end is not None
            says = (
                f"The end ({end.phrase()}) is before the start ({start.phrase()}); it was left out."
            )
            self.remark(says, self.at(last), self.text(last))
            return start, None
        return start, end


def is_before(end: HistoricalDate | None, start: HistoricalDate | None) -> bool:
    """Say whether an end surely lies before a start."""
    return bool(start and end and start.first and end.last and end.last < start.first)


def plain(value: Any) -> str | None:
    """Return a text or a number as a text that can be stored, None for anything else.

    >>> plain(1964), plain("a\\0b"), plain(True), plain(["x"])
    ('1964', 'ab', None, None)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        if UNSTORABLE.search(value):
            value = UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", value.replace("\0", ""))
        return str(value).strip()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return None


def sort_of(value: Any) -> str:
    """Return what a value is, in words.

    >>> sort_of([1]), sort_of({}), sort_of(None)
    ('a list', 'an object', 'empty')
    """
    if value is None:
        return "empty"
    return _SORTS.get(type(value)) or ("a list" if isinstance(value, list) else "an object")


def shorten_value(value: Any) -> str:
    """Return a value as a remark shows it, cut where it is long."""
    whole = plain(value)
    text = repr(value)[: MAX_VALUE_LETTERS * 2] if whole is None else whole
    text = UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return text if len(text) <= MAX_VALUE_LETTERS else f"{text[:MAX_VALUE_LETTERS]}…"
