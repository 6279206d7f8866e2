"""Heads of mission accredited to a state, and their order of precedence on a day.

The command `precedence` asks it; the order itself is worked out in `db.law.heads_of_mission`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.dates import HistoricalDate, day_number
from db.dates.stored import stored_date
from db.errors import Refused
from db.law.heads_of_mission import (
    PRACTICE,
    Head,
    Moment,
    Practice,
    Precedence,
    order_heads,
    read_practice,
    receiving_state,
)
from db.lens import Lens, shows
from db.lists.titles.names_then import read_names_then
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.tables.references import Ref

_TIMED = ("arrived", "true_copy", "credentials", "notified")
_NO_END = 10**8  # a day after all that can be written
# Written out: `columns_in_sql` reads them. Four columns of each date, the timed ones first.
_HEADS = (
    "SELECT r.id, r.title, a.state, a.mission_class, a.for_class, a.arrived_time, a.true_copy_time,"
    " a.credentials_time, a.notified_time, a.arrived_edtf, a.arrived_first, a.arrived_last,"
    " a.arrived_words, a.true_copy_edtf, a.true_copy_first, a.true_copy_last, a.true_copy_words,"
    " a.credentials_edtf, a.credentials_first, a.credentials_last, a.credentials_words,"
    " a.notified_edtf, a.notified_first, a.notified_last, a.notified_words, a.farewell_edtf,"
    " a.farewell_first, a.farewell_last, a.farewell_words, a.absent_from_edtf,"
    " a.absent_from_first, a.absent_from_last, a.absent_from_words, a.absent_until_edtf,"
    " a.absent_until_first, a.absent_until_last, a.absent_until_words"
    " FROM accreditation a JOIN record r ON r.id = a.record_id"
    f" WHERE a.receiving IN ({LISTED}) AND {shows('r.marking')} ORDER BY r.sort_key, a.position"
)


def read_heads(sql: Sql, country: str, lens: Lens) -> list[Head]:
    """Return the accreditations to a state that the lens shows, however it is written in them."""
    written = [
        name
        for (name,) in sql.rows("SELECT DISTINCT receiving FROM accreditation")
        if receiving_state(name) == country
    ]
    rows = sql.rows(_HEADS, (listed(written), lens.ceiling))
    names = read_names_then(sql, {row[0] for row in rows}, lens)
    return [_head((row[0], names.get(row[0], row[1]), *row[2:])) for row in rows]


@dataclass(frozen=True, slots=True)
class AccreditationLine:
    """A head of mission's place with a receiving state, as lists show it."""

    person: Ref
    uid: str
    state: str
    receiving: str
    mission_class: str
    credentials: HistoricalDate | None
    farewell: HistoricalDate | None


def accreditation_lines(sql: Sql, lens: Lens, country: str = "") -> list[AccreditationLine]:
    """Return every accreditation, by person; of one receiving state if its code is given."""
    rows = sql.rows(
        "SELECT r.id, r.title, r.uid, a.state, a.receiving, a.mission_class,"
        " a.credentials_edtf, a.credentials_first, a.credentials_last, a.credentials_words,"
        " a.farewell_edtf, a.farewell_first, a.farewell_last, a.farewell_words"
        " FROM accreditation a JOIN record r ON r.id = a.record_id"
        f" WHERE {shows('r.marking')} ORDER BY r.sort_key, a.position",
        (lens.ceiling,),
    )
    names = read_names_then(sql, {row[0] for row in rows}, lens)
    return [
        AccreditationLine(
            Ref(row[0], names.get(row[0], row[1]), "person"), row[2], row[3], row[4], row[5],
            stored_date(*row[6:10]), stored_date(*row[10:14]),
        )
        for row in rows
        if not country or receiving_state(row[4]) == country
    ]  # fmt: skip


def _head(row: Any) -> Head:
    key, person, state, mission_class, for_class, *rest = row
    times, dates = rest[:4], [rest[4 + 4 * at : 8 + 4 * at] for at in range(7)]
    moments = {name: _moment(dates[at], times[at] or "") for at, name in enumerate(_TIMED)}
    away, back = _moment(dates[5], ""), _moment(dates[6], "")
    absences: tuple[tuple[int, int], ...] = ()
    if away is not None:
        absences = ((away.first, _NO_END if back is None else back.last),)
    return Head(
        person, state, mission_class, **moments,
        farewell=_moment(dates[4], ""), absences=absences, for_class=for_class, key=key,
    )  # fmt: skip


def _moment(columns: Any, time: str) -> Moment | None:
    """Return a day with its time; one whose end is open is none that could be ordered by."""
    date = stored_date(*columns)
    if date is None or date.first is None or date.last is None:
        return None
    first, last = day_number(date.first), day_number(date.last)
    hour, _, minute = time.partition(":")
    if first != last or not (hour.isdecimal() and minute.isdecimal()):
        return Moment(first, last, None, date.edtf)
    return Moment(first, last, int(hour) * 60 + int(minute), f"{date.edtf}T{time}")


def state_order(sql: Sql, text: str, lens: Lens) -> tuple[Practice, Precedence]:
    """Return the practice of a state with the order of a day; raise Refused where nobody is
    accredited.
    """
    country = receiving_state(text)
    stored = sql.value("SELECT value FROM setting WHERE key = ?", (f"{PRACTICE}{country}",))
    practice = read_practice(str(stored or ""))
    heads = read_heads(sql, country, lens)
    if not heads:
        raise Refused(
            f"No head of mission is accredited to “{text}” on this desk; import accreditations or"
            " add them to people."
        )
    return practice, order_heads(heads, practice, day_number(lens.as_of))


def read_precedence(sql: Sql, text: str, lens: Lens) -> dict[str, Any]:
    """Return the order of precedence in a state on the lens's day, as the command prints it."""
    practice, found = state_order(sql, text, lens)
    return {
        "rule": practice.words(),
        "order": [
            {
                "place": each.place,
                "person": each.head.person,
                "state": each.head.state,
                "class": each.head.class_words,
                "since": each.since.text,
                "reason": each.reason,
            }
            for each in found.order
        ],
        "vacant": [state for state, _ in found.vacant],
    }
