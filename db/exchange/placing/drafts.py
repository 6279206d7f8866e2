"""What one row makes of a record, before it is known whether the desk has it already."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.mapping.cells import is_open_end
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.new_rows import ReadyPerson
from db.exchange.placing.resolve import Match, name_key
from db.exchange.placing.tally import RowFault, Tally
from db.record_types import Identifier, Record
from db.tables.one_line import one_line
from db.vocabulary.choices import MARKINGS, marking_level

MAX_KEPT_DATES = 20_000
# Lists write years from and to with a hyphen; by itself that is no date: “2019-2021”.
_PERSIAN = frozenset(("fa",))
_SOLAR = re.compile(r"[1۱][2-4۲-۴]\d\d/\d{1,2}/\d{1,2}")
_LASTS = re.compile(r"(.*\d) ?[–—-] ?([^\d–—-][^\d]*)")
_YEARS = re.compile(r"((?:1\d|20)\d\d) ?[-/] ?((?:1\d|20)\d\d)")


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


class RowDraft:
    """A record with only what the row gives; `row_fields` are the names of its plain fields.

    `keys` are its identifiers, the most telling first. `is_wary`: the file says who it is by an id,
    so that the name alone makes it no record that others have identified. `is_namesake`: another
    row of the file has the name, and nothing else in common. `same_name` are the records of its
    name, filled by the look-up of its batch and added to as others are made.
    """

    tenure: TenureFacts | None = None
    is_wary = False
    is_namesake = False
    same_name: list[Match] | None = None

    def __init__(self, record: Record, row_fields: Iterable[str] = ()) -> None:
        self._record = record
        self._row_fields = [*row_fields]
        self.keys: list[tuple[str, str]] = []

    @property
    def record(self) -> Record:
        """The record as the row gives it."""
        return self._record

    @property
    def row_fields(self) -> list[str]:
        """The plain fields that the row gives."""
        return self._row_fields

    @property
    def title(self) -> str:
        """What the record is called."""
        return self._record.title

    @property
    def country(self) -> str:
        """The country that the row gives."""
        return self._record.country

    @property
    def search_form(self) -> str:
        """What the names of such records are compared by."""
        return name_key(self._record.KIND, self._record.title)

    def put(self, name: str, value: Any) -> None:
        """Set a plain field."""
        setattr(self.record, name, value)
        self.row_fields.append(name)


class ReadyDraft(RowDraft):
    """The draft of a row whose new record is written without being made: `whole` makes the draft
    that any other row has, asked where the record is there already.
    """

    def __init__(self, ready: ReadyPerson, whole: Callable[[], RowDraft]) -> None:
        self.ready = ready
        self.keys = [ready.identifier]
        self._whole = whole
        self._draft: RowDraft | None = None

    @property
    def record(self) -> Record:
        """The record as the row gives it, made now."""
        return self._whole_draft().record

    @property
    def row_fields(self) -> list[str]:
        """The plain fields that the row gives."""
        return self._whole_draft().row_fields

    def _whole_draft(self) -> RowDraft:
        if self._draft is None:
            self._draft = self._whole()
        return self._draft

    @property
    def title(self) -> str:
        """What the person is called."""
        return self.ready.title

    @property
    def country(self) -> str:
        """The country that the row gives."""
        return self.ready.country

    @property
    def search_form(self) -> str:
        """What the names of people are compared by."""
        return self.ready.keys.folded

    def record_in_rows(self, key: int, uid: str, identifier_id: int) -> Record:
        """Return the record that lies in the rows that were written without it."""
        record = self.record
        record.id, record.uid = key, uid
        record.identifiers = [new_identifier(*self.ready.identifier)]
        record.identifiers[0].id = identifier_id
        return record


def new_identifier(scheme: str, value: str) -> Identifier:
    """Return a new identifier; a file's by thousands, and its texts are all that can be wrong."""
    values = {"id": 0, "scheme": one_line(scheme), "value": one_line(value), "about": ""}
    return Identifier.of_values(values)


class Dates:
    """The dates of a file; the same texts come again and again. `languages` are those that the file
    may be in.
    """

    def __init__(
        self, day_first: bool | None, tally: Tally, languages: frozenset[str] = frozenset()
    ) -> None:
        self.day_first = day_first
        self._languages = languages
        self._tally = tally
        self._unread: dict[str, None] = {}  # what of the row is no date, by its column's heading
        self._known: dict[str, HistoricalDate] = {}

    def read(self, value: Value) -> HistoricalDate | None:
        """Return a cell's date, None for an end to come; what is none is told, and its words wait
        for `take_unread`.
        """
        if value.open_end:
            return None
        try:
            return self.parse(value.text)
        except Refused as refused:
            why = f"was left out and kept as a note: {refused}"
            self._tally.leave_out(value.column, value.text, why)
            self._keep(value)
            return None

    def parse(self, text: str) -> HistoricalDate:
        """Return the date that a text says; raises Refused where it says none."""
        known = self._known.get(text)
        if known is None:
            plain = _without_open_end(_YEARS.sub(r"\1–\2", text))
            if self._languages == _PERSIAN and _SOLAR.fullmatch(plain.strip()):
                plain += " SH"  # no other calendar is usual in Persian, of these years
            known = HistoricalDate.parse(plain, day_first=self.day_first, languages=self._languages)
            if len(self._known) < MAX_KEPT_DATES:
                self._known[text] = known
        return known

    def _keep(self, value: Value) -> None:
        self._unread[f"{value.column}: {value.text}"] = None

    def take_unread(self) -> list[str]:
        """Return what no date could be read from since this was last asked: `heading: words`."""
        if not self._unread:
            return []
        unread, self._unread = list(self._unread), {}
        return unread

    def put_back(self, unread: list[str]) -> None:
        """Keep words that were taken for whoever asks next."""
        self._unread = dict.fromkeys(unread) | self._unread

    def first(self, row: RowValues, target: str) -> HistoricalDate | None:
        """Return the date under a target, None when the row gives none."""
        found = row.values.get(target)
        return self.read(found[0]) if found else None

    def end(
        self, row: RowValues, target: str, start: HistoricalDate | None
    ) -> HistoricalDate | None:
        """Return the end of what began at a start; one before that is left out."""
        end = self.first(row, target)
        if start and end and start.first and end.last and end.last < start.first:
            value = row.values[target][0]
            why = (
                f"The end ({end.phrase()}) is before the start ({start.phrase()}); it was left out"
                " and kept as a note."
            )
            self._tally.flag(why, value.column, value.text)
            self._keep(value)
            return None
        return end


def _without_open_end(text: str) -> str:
    """Return a span that lasts to this day as it is read: “2009–н.в.”, “2016 - present”.

    >>> _without_open_end("2009–н.в."), _without_open_end("2009–2011")
    ('2009–', '2009–2011')
    """
    found = _LASTS.fullmatch(text)
    return f"{found[1]}–" if found and is_open_end(found[2]) else text


def parts_of_span(
    date: HistoricalDate | None,
) -> tuple[HistoricalDate | None, HistoricalDate | None, bool]:
    """Return the first day and the last that one cell gives, and whether it lasts to this day.

    >>> first, last, lasts = parts_of_span(HistoricalDate.parse("2011–2013"))
    >>> first.edtf, last.edtf, lasts
    ('2011', '2013', False)
    >>> parts_of_span(HistoricalDate.parse("since 2019"))[2]
    True
    """
    first, mark, last = date.edtf.partition("/") if date else ("", "", "")
    if not mark or first in ("", ".."):
        return date, None, False
    end = HistoricalDate.parse(last) if last not in ("", "..") else None
    return HistoricalDate.parse(first), end, last == ".."


def read_marking(text: str, column: str, ceiling: int) -> int:
    """Return the level of a marking, 0 where none is given. Raises RowFault for one that is none,
    and for one above the ceiling: the record would be gone from sight at once.
    """
    if not text:
        return 0
    try:
        level = marking_level(text)
    except ValueError as error:
        raise RowFault(column, text[:80], str(error)) from error
    if level > ceiling:
        raise RowFault(
            column, text,
            f"It is marked {MARKINGS[level]}, above what is shown; raise the ceiling and import it"
            " again.",
        )  # fmt: skip
    return level


def own_words(parts: Iterable[str]) -> str:
    """Return a short key made of what identifies a row that has no identifier.

    >>> own_words(["Treaty of Lausanne", "1923"]) == own_words(["treaty of lausanne ", "1923"])
    True
    """
    text = "\x1f".join(part.strip().casefold() for part in parts)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
