"""Whether a tenure is held on a day, and the titles of people in a list; `offices` tells the rest.

A tenure whose end is not known never counts as held without saying so.
"""

from __future__ import annotations

from collections.abc import Sequence

from db.lens import Lens, shows, today
from db.lists.titles.names_then import read_names_then
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

HELD, START_UNKNOWN, END_UNKNOWN, NOT_HELD = "held", "start unknown", "end unknown", ""


def certainty(
    since_first: str | None,
    since_last: str | None,
    until_first: str | None,
    until_last: str | None,
    end_state: str,
    day: str,
) -> str:
    """Return what is known of a tenure on a day: one of the words above, "" when it was not held.

    The four bounds are the first and last possible day of start and end, None where open.

    >>> certainty("2022-11-29", "2022-11-29", None, None, "ongoing", "2025-09-15")
    'held'
    >>> certainty("2022-11-29", "2022-11-29", None, None, "unknown", "2025-09-15")
    'end unknown'
    >>> certainty("2022-01-01", "2022-12-31", "2023-01-01", "2023-12-31", "ended", "2025-09-15")
    ''
    >>> certainty("2025-01-01", "2025-12-31", None, None, "ongoing", "2025-09-15")
    'start unknown'
    >>> certainty(None, None, "2025-08-01", "2025-08-31", "ended", "2025-07-01")
    'start unknown'
    """
    if since_first is not None and since_first > day:
        return NOT_HELD
    if until_last is not None and until_last < day:
        return NOT_HELD
    if until_first is not None or until_last is not None:
        if until_first is None or until_first < day:
            return END_UNKNOWN
        return HELD if since_last is not None and since_last <= day else START_UNKNOWN
    if end_state == "ended-unknown":
        return NOT_HELD if since_last is None or since_last < day else END_UNKNOWN
    if end_state == "ended":
        return END_UNKNOWN
    if end_state == "ongoing":  # who serves now has begun by now, be it in “2026”
        has_begun = since_last is None or since_last <= day or day >= today()
        return HELD if has_begun else START_UNKNOWN
    return END_UNKNOWN


def office_in(office: str, body: str) -> str:
    """Name an office with its body, which is not said again where the office ends with it.

    >>> office_in("Chief of Army Staff", "Pakistan Army"), office_in("Chargé d'affaires", "")
    ('Chief of Army Staff, Pakistan Army', "Chargé d'affaires")
    >>> office_in("President of the United States", "United States")
    'President of the United States'
    """
    if body and not is_said_in(office, body):
        return f"{office}, {body}"
    return office


def is_said_in(office: str, body: str) -> bool:
    """Say whether the name of an office ends with that of its body."""
    return f" {office.casefold()}".endswith(f" {body.casefold()}")


def titles_on(sql: Sql, people: Sequence[int], lens: Lens) -> dict[int, str]:
    """Return the offices of many people on the lens's day, in one statement for 500 people."""
    found: dict[int, list[tuple[int, str]]] = {}
    rows = sql.rows(
        "SELECT t.record_id, t.acting, o.title, r.title, t.since_first, t.since_last,"
        " t.until_first, t.until_last, t.end_state, r.id FROM tenure t"
        " JOIN office o ON o.id = t.office_id JOIN record r ON r.id = o.record_id"
        f" WHERE t.record_id IN ({LISTED}) AND {shows('r.marking')}"
        " ORDER BY t.record_id, t.position",
        (listed(people), lens.ceiling),
    )
    names = read_names_then(sql, {row[9] for row in rows}, lens)
    for row in rows:
        what = certainty(row[4], row[5], row[6], row[7], row[8], lens.as_of)
        if what:
            text = f"{'acting ' if row[1] else ''}{office_in(row[2], names.get(row[9], row[3]))}"
            found.setdefault(row[0], []).append((what != HELD, text))
    return {
        key: "; ".join(dict.fromkeys(text for _, text in sorted(offices, key=lambda pair: pair[0])))
        for key, offices in found.items()
    }
