"""A row of a list of heads of mission: who is accredited by which state to which, and since when.

The head is found or made as a person; a row that the desk has already creates nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from db.dates import HistoricalDate
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.drafts import RowDraft
from db.exchange.placing.line_news import LINE_KEYS, fitting
from db.exchange.placing.new_rows import insert_line
from db.exchange.placing.resolve import PEOPLE
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.placing.target_fields import read_word
from db.record_types import Accreditation, Person
from db.storage.many_records import load_records
from db.storage.row_mapping import shape_of, to_values
from db.vocabulary.countries import country_code

KIND = "accreditations"
_TIMED = ("arrived", "true_copy", "credentials", "notified")
_DATED = ("agrement", "appointed", "absent_from", "absent_until", "farewell")
_TIME = re.compile(r"(.*\S)\s*[T ,]\s*(?:at )?([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d\S*)?Z?")


class _DayTime(NamedTuple):
    """A day as a row gives it, and the time of the day in hh:mm, "" where it is not known."""

    date: HistoricalDate | None
    time: str


def build(row: RowValues, at: RowContext) -> RowDraft | None:
    """Write the accreditation of a row into its person."""
    person = row.values.get("person")
    if person is None:
        raise RowFault(at.column("person"), "", "The row names nobody; give the head of mission.")
    found = _read(row, at)
    sending = country_code(found.state) or ""
    key = at.desk.reference(PEOPLE, person[0], sending, at.column("person"))
    _place(key, found, at)
    return None


def _read(row: RowValues, at: RowContext) -> Accreditation:
    state, country = row.text("state").strip(), row.text("country").strip()
    for name, text in (("state", state), ("country", country)):
        if not text:
            raise RowFault(at.column(name), "", f"The row names no {_PARTIES[name]} state.")
    found = Accreditation(state=state, receiving=country)
    for name, path in (
        ("class", "accreditation.mission_class"), ("for_class", "accreditation.for_class"),
        ("residence", "accreditation.residence"),
    ):  # fmt: skip
        if cells := row.values.get(name):
            word = read_word(path, cells[0], at.tally)
            setattr(found, "mission_class" if name == "class" else name, word)
    for name in _DATED:
        setattr(found, name, at.dates.first(row, name))
    notes = [each.text for each in row.values.get("note", ())]
    for name in _TIMED:
        if cells := row.values.get(name):
            first, *later = re.split(r"\s*;\s*", cells[0].text)
            read = _day_time(cells[0]._replace(text=first), at)
            setattr(found, name, read.date)
            setattr(found, f"{name}_time", read.time if read.date else "")
            notes += [f"{cells[0].column}: {each}" for each in later]  # the first of all counts
    found.note = "; ".join([*notes, *at.dates.take_unread()])
    return found


_PARTIES = {"state": "sending", "country": "receiving"}


def _day_time(value: Value, at: RowContext) -> _DayTime:
    match = _TIME.fullmatch(value.text.strip())
    if match is None:
        return _DayTime(at.dates.read(value), "")
    date = at.dates.read(value._replace(text=match[1]))
    return _DayTime(date, f"{int(match[2]):02}:{match[3]}")


def _place(person: int, new: Accreditation, at: RowContext) -> None:
    """Add an accreditation to a person, or what the one that the desk has lacks."""
    desk, tally = at.desk, at.tally
    desk.work.flush_rows()
    record = load_records(desk.work.sql, "person", [person])[person]
    assert isinstance(record, Person)
    lines = record.accreditations
    old = fitting(lines, new, LINE_KEYS[KIND])
    if old is None:
        insert_line(desk.work, new, len(lines), person)
        tally.count_created(KIND, new.id)
        tally.count_mention(KIND, new.id)
    else:
        line, adds = old
        tally.count_mention(KIND, line.id)
        if not adds:
            return
        shape = shape_of(Accreditation)
        before = {"id": line.id, **to_values(shape, line)}
        for name, value in adds.items():
            setattr(line, name, value)
        desk.work.update(shape.table, before, to_values(shape, line), person)
        tally.count_updated(KIND, line.id)
    desk.note_change(person, "person")
    tally.count_updated("people", person)
    if not any(each.source.id == desk.source_id for each in record.citations):
        desk.cite(person, "", len(record.citations))
