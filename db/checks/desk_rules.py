"""What cannot be between records: two places on a day, one number for two, wholes, circles; each
asked of the whole desk in one statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from db.checks.finding import DeskFinding, DeskRule, day_at
from db.checks.office_rules import OFFICE_RULES
from db.dates.stored import stored_date
from db.lens import Lens, shows
from db.names import fold
from db.storage.engine import Sql
from db.vocabulary.kinds import KINDS

_MET: Final = "'meeting','signing','ceremony','summit','conference','credentials','negotiation'"


def _find_two_places(sql: Sql, lens: Lens) -> Iterator[DeskFinding]:
    """Yield who was in two places on one day; a place within another is one."""
    meetings = (
        "SELECT p.who_id AS who, e.id AS event, e.start_first AS day, e.place AS place"
        " FROM event e JOIN participant p ON p.record_id = e.id"
        " JOIN record r ON r.id = e.id JOIN record w ON w.id = p.who_id AND w.kind = 'person'"
        " WHERE e.place <> '' AND e.start_first = e.start_last"
        " AND (e.end_edtf IS NULL OR e.end_last = e.start_first)"
        " AND e.status NOT IN ('cancelled', 'postponed')"
        f" AND (e.channel = 'in person' OR e.channel = '' AND e.kind IN ({_MET}))"
        f" AND {shows('r.marking')} AND {shows('w.marking')}"
    )
    rows = sql.rows(
        f"WITH met AS ({meetings}) SELECT DISTINCT a.who, a.day, a.place, b.place"
        " FROM met a JOIN met b"
        " ON b.who = a.who AND b.day = a.day AND b.event > a.event AND b.place <> a.place"
        " ORDER BY 1, 2, a.event, b.event",
        (lens.ceiling,) * 2,
    )
    for who, day, one, other in rows:
        if not set(fold(one).split()) & set(fold(other).split()):
            when = stored_date(day, day, day, None)
            says = f"{one} and {other} {when.spoken_in() if when is not None else day}."
            yield DeskFinding(who, says)


def _find_shared_numbers(kind: str) -> Callable[[Sql, Lens], Iterator[DeskFinding]]:
    """Make the rule that finds records of a kind with an identifier that another has, too."""

    def find(sql: Sql, lens: Lens) -> Iterator[DeskFinding]:
        rows = sql.rows(
            "SELECT DISTINCT b.record_id, i.scheme, i.value, r.title FROM identifier i"
            " JOIN identifier b ON b.value = i.value AND b.scheme = i.scheme"
            " AND b.record_id > i.record_id"
            " JOIN record r ON r.id = i.record_id JOIN record h ON h.id = b.record_id"
            " WHERE i.about = '' AND b.about = '' AND h.kind = ?"
            f" AND {shows('r.marking')} AND {shows('h.marking')} ORDER BY b.record_id, i.id",
            (kind, lens.ceiling, lens.ceiling),
        )
        for key, scheme, value, title in rows:
            says = f"{scheme or 'Number'} {value} is that of “{title}”, too."
            yield DeskFinding(key, says, "", "identifiers")

    return find


def _find_events_outside(sql: Sql, lens: Lens) -> Iterator[DeskFinding]:
    """Yield events that surely lie before or after the whole that they are part of."""
    rows = sql.rows(
        "SELECT e.id, r.title, e.start_edtf, e.start_first, e.start_last, e.start_words"
        " FROM event e JOIN event w ON w.id = e.part_of_id JOIN record r ON r.id = w.id"
        " JOIN record h ON h.id = e.id WHERE (e.start_last < w.start_first"
        " OR e.start_first > coalesce(w.end_last, w.start_last))"
        f" AND {shows('r.marking')} AND {shows('h.marking')} ORDER BY e.id",
        (lens.ceiling,) * 2,
    )
    for row in rows:
        yield DeskFinding(
            row[0], f"{day_at(row, 2)} lies outside “{row[1]}”, of which it is a part."
        )


_CIRCLES: Final = {
    "organization": "SELECT p.record_id, p.parent_id FROM parent p WHERE p.parent_id IS NOT NULL",
    "event": "SELECT id, part_of_id FROM event WHERE part_of_id IS NOT NULL",
    "agreement": "SELECT record_id, other_id FROM agreement_link WHERE nature = 'amends'"
    " AND other_id IS NOT NULL",
}


def _find_circles(statement: str) -> Callable[[Sql, Lens], Iterator[DeskFinding]]:
    def find(sql: Sql, lens: Lens) -> Iterator[DeskFinding]:
        above: dict[int, list[int]] = {}
        for key, over in sql.rows(statement):
            above.setdefault(key, []).append(over)
        for circle in circles(above):
            rows = sql.rows(
                "SELECT id, title FROM record WHERE id IN (SELECT value FROM json_each(?))"
                f" AND {shows('marking')}",
                (str(circle), lens.ceiling),
            )
            titles: dict[int, str] = dict(rows)
            if len(titles) == len(circle):
                way = " → ".join(f"“{titles[key]}”" for key in (*circle, circle[0]))
                yield DeskFinding(circle[0], f"It stands under itself: {way}.")

    return find


def circles(above: dict[int, list[int]]) -> list[list[int]]:
    """Return the circles in who stands under whom, each once, beginning with its lowest number.

    >>> circles({1: [2], 2: [3], 3: [1], 4: [1], 5: [5]})
    [[1, 2, 3], [5]]
    """
    found: dict[tuple[int, ...], list[int]] = {}
    over: set[int] = set()  # all above these is known
    for start in above:
        way: list[int] = []
        places: dict[int, int] = {}
        steps = [(start, iter(above[start]))] if start not in over else []
        while steps:
            key, rest = steps[-1]
            if key not in places:
                places[key] = len(way)
                way.append(key)
            upper = next(rest, None)
            if upper is None:
                steps.pop()
                over.add(way.pop())
                del places[key]
            elif upper in places:
                circle = way[places[upper] :]
                lowest = circle.index(min(circle))
                circle = circle[lowest:] + circle[:lowest]
                found.setdefault(tuple(circle), circle)
            elif upper not in over and upper in above:
                steps.append((upper, iter(above[upper])))
    return sorted(found.values())


DESK_RULES: Final = (
    *OFFICE_RULES,
    DeskRule("two-places", "ask", "person", _find_two_places),
    *(DeskRule("shared-identifier", "warn", kind, _find_shared_numbers(kind)) for kind in KINDS),
    DeskRule("outside-its-whole", "warn", "event", _find_events_outside),
    *(DeskRule("circle", "error", kind, _find_circles(text)) for kind, text in _CIRCLES.items()),
)
