"""The filters of the search box as conditions on `record r`; `search` adds them to its statement.

Each is a row of `CONDITIONS`: the filter's name, and a function from its value to SQL and values. A
record above the ceiling never makes another one match. Where few records fit, the statement lists
them (`r.id IN`), so that no list of a million is walked through.
"""

from __future__ import annotations

from collections.abc import Callable

from db.chunks import marks
from db.countries import country_code
from db.fulltext import NAME, table
from db.lens import Lens
from db.names import fold, index_query
from db.query import Filter
from db.standing import MASK
from db.status import UNSIGNED
from db.words import marking_level

Condition = tuple[str, tuple[object, ...]]
NOTHING: Condition = ("0", ())
MOST_COLONS = 20  # of an identifier that is split at each of them


def _country(item: Filter, lens: Lens) -> Condition:
    code = country_code(item.value)
    if code is None:
        return NOTHING
    theirs = "SELECT id FROM record WHERE kind IN ('person', 'organization') AND country = ?"
    statement = (
        "(r.country = ? OR r.id IN"
        f" (SELECT p.record_id FROM participant p JOIN record q ON q.id = p.who_id"
        f" WHERE p.who_id IN ({theirs}) AND q.marking <= ?"
        f" UNION SELECT p.record_id FROM party p JOIN record q ON q.id = p.who_id"
        f" WHERE p.who_id IN ({theirs}) AND q.marking <= ?))"
    )
    return statement, (code, code, lens.ceiling, code, lens.ceiling)


def _office(item: Filter, lens: Lens) -> Condition:
    words = fold(item.value).split()
    titles = " AND ".join("' ' || o.folded LIKE ?" for _ in words) or "1"
    likes = tuple(f"% {word}%" for word in words)
    statement = (
        "r.id IN (SELECT t.record_id FROM office o JOIN record q ON q.id = o.record_id"
        f" JOIN tenure t ON t.office_id = o.id WHERE q.marking <= ? AND {titles}"
        f" UNION SELECT o.record_id FROM office o WHERE {titles})"
    )
    return statement, (lens.ceiling, *likes, *likes)


def _named(item: Filter, lens: Lens) -> Condition:
    """The ids of people and bodies that go by a name or an acronym that begins so."""
    match = f'{{{NAME}}} : "{index_query(item.value)}"*'
    ways = [
        f"SELECT q.id FROM {table(kind)} f JOIN record q ON q.id = (f.rowid & {MASK})"
        f" WHERE {table(kind)} MATCH ? AND q.marking <= ?"
        for kind in ("person", "organization")
    ]
    return " UNION ".join(ways), (match, lens.ceiling) * len(ways)


def _party(item: Filter, lens: Lens) -> Condition:
    named, values = _named(item, lens)
    statement = (
        f"r.id IN (SELECT record_id FROM party WHERE who_id IN ({named})"
        f" UNION SELECT record_id FROM participant WHERE who_id IN ({named}))"
    )
    return statement, (*values, *values)


def _topic(item: Filter, _lens: Lens) -> Condition:
    return (
        "r.id IN (SELECT rt.record_id FROM tag t JOIN record_tag rt ON rt.tag_id = t.id"
        " WHERE instr(fold(t.text), ?))",
        (fold(item.value),),
    )


def _type(item: Filter, _lens: Lens) -> Condition:
    tables = ("organization", "agreement", "event")
    each = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} k WHERE k.id = r.id AND instr(fold(k.kind), ?))"
        for table in tables
    )
    return f"({each})", (fold(item.value),) * len(tables)


def _signed(item: Filter, lens: Lens) -> Condition:
    """Signed in a time; what was only planned or announced then is not."""
    statement = (
        "(EXISTS (SELECT 1 FROM agreement k WHERE k.id = r.id AND {concluded}"
        f" AND k.stage NOT IN ({marks(len(UNSIGNED))}))"
        " OR EXISTS (SELECT 1 FROM party_action k JOIN party p ON p.id = k.party_id"
        " JOIN record q ON q.id = p.who_id LEFT JOIN record h ON h.id = k.signatory_id"
        " WHERE k.record_id = r.id AND q.marking <= ? AND coalesce(h.marking, 0) <= ?"
        " AND k.action LIKE 'signed%' AND {acted}))"
    ).format(concluded=_within("k.concluded"), acted=_within("k.date"))
    ceilings = (lens.ceiling, lens.ceiling)
    return statement, (*_bounds(item), *sorted(UNSIGNED), *ceilings, *_bounds(item))


def _within(column: str) -> str:
    """A dated column that may fall in a range; the range's ends are two values."""
    return (
        f"({column}_edtf IS NOT NULL AND coalesce({column}_last, '9999') >= ?"
        f" AND coalesce({column}_first, '') <= ?)"
    )


def _bounds(item: Filter) -> tuple[str, str]:
    return item.first or "", item.last or "9999-12-31"


def _held(item: Filter, lens: Lens) -> Condition:
    statement = (
        "(EXISTS (SELECT 1 FROM event k WHERE k.id = r.id AND k.start_edtf IS NOT NULL"
        " AND coalesce(k.end_last, k.start_last, '9999') >= ? AND coalesce(k.start_first, '') <= ?)"
        " OR EXISTS (SELECT 1 FROM tenure k JOIN office o ON o.id = k.office_id"
        " JOIN record q ON q.id = o.record_id WHERE k.record_id = r.id AND q.marking <= ?"
        " AND coalesce(k.until_last, '9999') >= ? AND coalesce(k.since_first, '') <= ?"
        " AND k.since_edtf IS NOT NULL)"
        f" OR EXISTS (SELECT 1 FROM agreement k WHERE k.id = r.id AND {_within('k.concluded')}))"
    )
    return statement, (*_bounds(item), lens.ceiling, *_bounds(item), *_bounds(item))


def _in(item: Filter, lens: Lens) -> Condition:
    """In a source, in an event so called or of this kind, or under such a body."""
    text = fold(item.value)
    match = f'{{{NAME}}} : "{index_query(item.value)}"*'
    kinds = "SELECT kind FROM (SELECT DISTINCT kind FROM event) WHERE instr(fold(kind), ?)"
    statement = (
        "r.id IN (SELECT c.record_id FROM source s JOIN citation c ON c.source_id = s.id"
        " WHERE s.marking <= ? AND instr(fold(s.title), ?)"
        f" UNION SELECT p.who_id FROM {table('event')} f JOIN record q ON q.id = (f.rowid & {MASK})"
        f" JOIN participant p ON p.record_id = q.id WHERE {table('event')} MATCH ?"
        " AND q.marking <= ?"
        " UNION SELECT p.who_id FROM event e JOIN record q ON q.id = e.id"
        f" JOIN participant p ON p.record_id = e.id WHERE e.kind IN ({kinds}) AND q.marking <= ?"
        f" UNION SELECT id FROM event WHERE kind IN ({kinds})"
        f" UNION SELECT p.record_id FROM {table('organization')} f"
        f" JOIN record q ON q.id = (f.rowid & {MASK}) JOIN parent p ON p.parent_id = q.id"
        f" WHERE {table('organization')} MATCH ? AND q.marking <= ?)"
    )
    ceiling = lens.ceiling
    return statement, (ceiling, text, match, ceiling, text, ceiling, text, match, ceiling)


def _id(item: Filter, _lens: Lens) -> Condition:
    """A value, or `scheme:value`; either may hold colons of its own."""
    parts = item.value.split(":")
    ways = ["SELECT record_id FROM identifier WHERE value = ?"]
    values = [item.value]
    for cut in range(1, len(parts)):
        ways.append("SELECT record_id FROM identifier WHERE value = ? AND scheme = ?")
        values += [":".join(parts[cut:]), ":".join(parts[:cut])]
    return f"r.id IN ({' UNION '.join(ways[:MOST_COLONS])})", tuple(values[: 2 * MOST_COLONS - 1])


def _marking(item: Filter, _lens: Lens) -> Condition:
    try:
        return "r.marking = ?", (marking_level(item.value),)
    except ValueError:
        return NOTHING


CONDITIONS: dict[str, Callable[[Filter, Lens], Condition]] = {
    "country": _country,
    "office": _office,
    "party": _party,
    "topic": _topic,
    "tag": _topic,
    "type": _type,
    "signed": _signed,
    "held": _held,
    "in": _in,
    "id": _id,
    "marking": _marking,
}
WORDED = frozenset({"office", "party", "topic", "tag", "type", "in"})  # compared by folded words
DERIVED = frozenset({"status"})  # not a column: looked at after the statement


def condition(item: Filter, lens: Lens) -> Condition:
    """A filter as a condition on `record r`, turned round when it excludes."""
    is_empty = item.name in WORDED and not fold(item.value)
    statement, values = NOTHING if is_empty else CONDITIONS[item.name](item, lens)
    return (f"NOT {statement}" if item.excluded else statement), values
