"""Who matters now, as the order in which the full text keeps records: its rows are numbered so.

A hit list that is cut off then holds those who serve in an office before those who did, and the
recent before the old, at no cost to a search. `fulltext` asks where each record stands. The place
follows from the record's own days and tenures and from the events and agreements it is named in;
the latter only ever bring a record forward, until `verify --rebuild` derives all places anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.dates.days import day_of
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

RECORD_ID_BITS = 40  # of a row's number that are the record's id
RECORD_ID_MASK = (1 << RECORD_ID_BITS) - 1
YEARS = 1500  # places of those in office; as many of the others follow
FIRST_PLACE_YEAR = 2100  # the year of the first place
LAST_PLACE = 4095  # nothing is known that would tell

OWN = {  # kind → id, whether in office, the latest day known of it alone
    "person": "SELECT record_id, max(end_state = 'ongoing' AND until_edtf IS NULL),"
    " max(coalesce(until_last, until_first, since_last, since_first)) FROM tenure"
    " WHERE record_id IN ({ids}) GROUP BY record_id",
    "organization": "SELECT id, 0, NULL FROM record WHERE 0 AND id IN ({ids})",
    "agreement": "SELECT id, 0, day FROM record WHERE id IN ({ids})",
    "event": "SELECT id, 0, day FROM record WHERE id IN ({ids})",
}
OWN_TABLES = {  # kind → where that lies
    "person": "tenure", "organization": "", "agreement": "record", "event": "record",
}  # fmt: skip
NAMED = {  # kind → who such records name, with the latest of their days
    "agreement": "SELECT p.who_id, max(r.day) FROM party p JOIN record r ON r.id = p.record_id"
    " WHERE {which} GROUP BY p.who_id",
    "event": "SELECT p.who_id, max(r.day) FROM participant p JOIN record r ON r.id = p.record_id"
    " WHERE {which} GROUP BY p.who_id",
}


def place_of(year: int | None, *, serving: bool) -> int:
    """Return the place of one who was last heard of in a year.

    >>> place_of(2025, serving=True), place_of(2025, serving=False), place_of(None, serving=False)
    (75, 1575, 4095)
    """
    if year is None:
        return YEARS - 1 if serving else LAST_PLACE
    offset = min(max(FIRST_PLACE_YEAR - year, 0), YEARS - 1)
    return offset if serving else YEARS + offset


def forward(place: int, year: int) -> int:
    """Return the place of one who is named in a year as well.

    >>> forward(place_of(2019, serving=True), 2025) == place_of(2025, serving=True)
    True
    >>> forward(place_of(2025, serving=False), 1900) == place_of(2025, serving=False)
    True
    """
    return min(place, place_of(year, serving=place < YEARS))


def year_in(day: str | None) -> int | None:
    """Return the year of a day, None where there is none.

    >>> year_in("2025-09-15"), year_in("-0044-03-15"), year_in(None)
    (2025, -44, None)
    """
    if not day:
        return None
    if (year := day[:4]).isdecimal():
        return int(year)
    try:
        return day_of(day)[0]
    except ValueError:  # a damaged desk may hold anything
        return None


def row_number(record_id: int, place: int) -> int:
    """Return the number of a record's row in the full text."""
    return place << RECORD_ID_BITS | record_id


def places(sql: Sql, ids: Sequence[int]) -> dict[int, int]:
    """Say where records stand now."""
    found = dict.fromkeys(ids, LAST_PLACE)
    statement = f"SELECT id, place FROM standing WHERE id IN ({LISTED})"
    found.update(sql.rows(statement, (listed(ids),)))
    return found


def places_and_records(sql: Sql, ids: Sequence[int]) -> tuple[dict[int, int], set[int]]:
    """Return where records stand now, deleted ones too, and those of them that are there."""
    rows = sql.rows(
        "SELECT i.value, r.id, coalesce(s.place, ?2) FROM json_each(?1) i"
        " LEFT JOIN record r ON r.id = i.value LEFT JOIN standing s ON s.id = i.value",
        (listed(ids), LAST_PLACE),
    )
    return {key: place for key, _, place in rows}, {row[1] for row in rows} - {None}


def derive_ranks(sql: Sql, kind: str, old_ranks: dict[int, int]) -> dict[int, int]:
    """Say where records of a kind should stand, given where they stood."""
    found: dict[int, int] = {}
    if not old_ranks:
        return found
    for key, serving, day in sql.rows(OWN[kind].format(ids=LISTED), (listed(old_ranks),)):
        found[key] = place_of(year_in(day), serving=bool(serving))
    return {key: _with_past(found.get(key), old) for key, old in old_ranks.items()}


def _with_past(own: int | None, old: int) -> int:
    """Return a place from the record's own rows, and what events have made of it before."""
    if own is None:
        own = LAST_PLACE
    if old == LAST_PLACE:
        return own
    return forward(own, FIRST_PLACE_YEAR - old % YEARS)


def named_years(sql: Sql, kind: str, ids: Sequence[int]) -> dict[int, int]:
    """Say whom events or agreements name, with the latest year they do."""
    found: dict[int, int] = {}
    if not ids:
        return found
    which = f"p.record_id IN ({LISTED})"
    for who, day in sql.rows(NAMED[kind].format(which=which), (listed(ids),)):
        year = year_in(day)
        if year is not None:
            found[who] = year
    return found


def keep(sql: Sql, moved: Iterable[tuple[int, int]]) -> None:
    """Store places."""
    sql.run_many("INSERT OR REPLACE INTO standing (id, place) VALUES (?,?)", moved)


def forget(sql: Sql, ids: Sequence[int]) -> None:
    """Remove the ranks of deleted records."""
    sql.run_many("DELETE FROM standing WHERE id = ?", [(key,) for key in ids])


def remake(sql: Sql) -> None:
    """Derive every place anew."""
    sql.run("DELETE FROM standing")
    found: dict[int, int] = {}
    for kind in OWN:
        ids = [row[0] for row in sql.rows("SELECT id FROM record WHERE kind = ?", (kind,))]
        found |= derive_ranks(sql, kind, dict.fromkeys(ids, LAST_PLACE))
    for statement in NAMED.values():
        for who, day in sql.stream(statement.format(which="1")):
            year = year_in(day)
            if year is not None:
                found[who] = forward(found.get(who, LAST_PLACE), year)
    keep(sql, ((key, place) for key, place in found.items() if place != LAST_PLACE))
