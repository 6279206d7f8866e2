"""Whom of a board we know: meetings and calls with people up to a day, and ways to reach them.

The reshuffle sheet asks it for those who left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db.dates import HistoricalDate
from db.dates.stored import stored_date
from db.lens import Lens, shows
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

# What happened, and in which one meets: an appointment is no contact, nor is what is planned.
_MEETINGS: Final = "'', 'call', 'meeting', 'visit', 'summit', 'signing', 'ceremony', 'credentials'"
_MET = (
    "SELECT p.who_id, e.start_edtf, e.start_first, e.start_last, e.start_words FROM participant p"
    " JOIN record r ON r.id = p.record_id JOIN event e ON e.id = r.id"
    " JOIN record q ON q.id = p.who_id"
    f" WHERE p.who_id IN ({LISTED}) AND {shows('r.marking')} AND {shows('q.marking')}"
    " AND e.status NOT IN ('planned', 'cancelled', 'postponed')"
    f" AND e.kind IN ({_MEETINGS})"
    " AND coalesce(e.start_first, '') <= ? GROUP BY p.who_id, e.id"
    " ORDER BY p.who_id, e.start_first DESC"
)


@dataclass(frozen=True, slots=True)
class OurContact:
    """How we know somebody: when we met last, how often, and how many ways to reach them."""

    last_met: HistoricalDate | None = None
    meetings: int = 0
    ways: int = 0


def read_contacts(sql: Sql, people: Sequence[int], lens: Lens) -> dict[int, OurContact]:
    """Return how we know each of these people on the lens's day; who is not known is left out."""
    ids = listed(people)
    ways: dict[int, int] = dict(
        sql.rows(
            "SELECT c.record_id, count(*) FROM contact c JOIN record r ON r.id = c.record_id"
            f" WHERE c.record_id IN ({LISTED}) AND {shows('r.marking')} GROUP BY c.record_id",
            (ids, lens.ceiling),
        )
    )
    days: dict[int, list[HistoricalDate | None]] = {}
    for person, *columns in sql.rows(_MET, (ids, lens.ceiling, lens.ceiling, lens.as_of)):
        days.setdefault(person, []).append(stored_date(*columns))
    return {
        person: OurContact(
            next((day for day in days.get(person, ()) if day is not None), None),
            len(days.get(person, ())),
            ways.get(person, 0),
        )
        for person in dict.fromkeys((*days, *ways))
    }
