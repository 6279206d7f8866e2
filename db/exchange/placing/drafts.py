"""What one row makes of a record, before it is known whether the desk has it already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.tally import RowFault
from db.records import Record

MOST_DATES = 20_000


@dataclass(slots=True)
class TenureFacts:
    """An office held, as a row tells it; `key` is the row's own identity, scheme and value.

    `acting` is None where the row does not say.
    """

    office: int
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None
    end_state: str = "unknown"
    acting: bool | None = None
    note: str = ""
    key: tuple[str, str] | None = None


@dataclass(slots=True)
class RowDraft:
    """A record with only what the row gives; `given` are the names of its plain fields.

    `keys` are its identifiers, the most telling first. `is_wary`: the file says who it is by an id,
    so that the name alone makes it no record that others have identified.
    """

    record: Record
    given: list[str] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    tenure: TenureFacts | None = None
    is_wary: bool = False

    def put(self, name: str, value: Any) -> None:
        """Set a plain field."""
        setattr(self.record, name, value)
        self.given.append(name)


class Dates:
    """The dates of a file; the same texts come again and again."""

    def __init__(self, day_first: bool | None) -> None:
        self.day_first = day_first
        self._known: dict[str, HistoricalDate] = {}

    def read(self, value: Value) -> HistoricalDate | None:
        """A cell's date, None for an end that has not come; RowFault when it is none."""
        if value.open_end:
            return None
        known = self._known.get(value.text)
        if known is None:
            try:
                known = HistoricalDate.parse(value.text, day_first=self.day_first)
            except Refused as refused:
                raise RowFault(value.column, value.text, str(refused)) from refused
            if len(self._known) < MOST_DATES:
                self._known[value.text] = known
        return known

    def first(self, row: RowValues, target: str) -> HistoricalDate | None:
        """The date under a target, None when the row gives none."""
        found = row.values.get(target)
        return self.read(found[0]) if found else None


def check_span(
    row: RowValues, start: HistoricalDate | None, end: HistoricalDate | None, target: str
) -> None:
    """Refuse an end before its start."""
    if start and end and start.first and end.last and end.last < start.first:
        value = row.values[target][0]
        raise RowFault(
            value.column,
            value.text,
            f"The end ({end.spoken()}) is before the start ({start.spoken()}).",
        )


def own_words(parts: Iterable[str]) -> str:
    """A short key made of what identifies a row that has no identifier.

    >>> own_words(["Treaty of Lausanne", "1923"]) == own_words(["treaty of lausanne ", "1923"])
    True
    """
    text = "\x1f".join(part.strip().casefold() for part in parts)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
