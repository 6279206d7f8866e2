"""The filters of the search box as conditions on `record r`; `search` adds them to its statement.

Each is a row of `CONDITIONS`: the filter's name, and a function from its value to SQL and values. A
record above the ceiling never makes another one match.
"""

from __future__ import annotations

from collections.abc import Callable

from db.chunks import marks
from db.countries import country_code
from db.lens import Lens
from db.names import fold
from db.query import Filter
from db.status import UNSIGNED
from db.words import marking_level

Condition = tuple[str, tuple[object, ...]]
NOTHING: Condition = ("0", ())


def _country(item: Filter, lens: Lens) -> Condition:
    code = country_code(item.value)
    if code is None:
        return NOTHING
    statement = (
        "(r.country = ? OR EXISTS (SELECT 1 FROM participant p JOIN record q ON q.id = p.who_id"
        " WHERE p.record_id = r.id AND q.country = ? AND q.marking <= ?)"
        " OR EXISTS (SELECT 1 FROM party p JOIN record q ON q.id = p.who_id"
        " WHERE p.record_id = r.id AND q.country = ? AND q.marking <= ?))"
    )
    return statement, (code, code, lens.ceiling, code, lens.ceiling)


def _office(item: Filter, lens: Lens) -> Condition:
    words = fold(item.value).split()
    titles = " AND ".join("' ' || o.folded LIKE ?" for _ in words) or "1"
    likes = tuple(f"% {word}%" for word in words)
    statement = (
        "(EXISTS (SELECT 1 FROM tenure t JOIN office o ON o.id = t.office_id"
        " JOIN record q ON q.id = o.record_id"
        f" WHERE t.record_id = r.id AND q.marking <= ? AND {titles})"
        f" OR EXISTS (SELECT 1 FROM office o WHERE o.record_id = r.id AND {titles}))"
    )
    return statement, (lens.ceiling, *likes, *likes)


def _named(item: Filter, lens: Lens) -> tuple[str, tuple[object, ...]]:
    """A condition on `q`: the record that is named goes by this name or acronym."""
    folded = fold(item.value)
    statement = (
        "q.marking <= ? AND (q.sort_title = ?"
        " OR EXISTS (SELECT 1 FROM name n WHERE n.record_id = q.id AND ' ' || n.folded LIKE ?)"
        " OR EXISTS (SELECT 1 FROM organization g WHERE g.id = q.id AND fold(g.acronym) = ?))"
    )
    return statement, (lens.ceiling, folded, f"% {folded}%", folded)


def _party(item: Filter, lens: Lens) -> Condition:
    named, values = _named(item, lens)
    statement = (
        "(EXISTS (SELECT 1 FROM party p JOIN record q ON q.id = p.who_id"
        f" WHERE p.record_id = r.id AND {named})"
        " OR EXISTS (SELECT 1 FROM participant p JOIN record q ON q.id = p.who_id"
        f" WHERE p.record_id = r.id AND {named}))"
    )
    return statement, (*values, *values)


def _topic(item: Filter, _lens: Lens) -> Condition:
    return (
        "EXISTS (SELECT 1 FROM record_tag rt JOIN tag t ON t.id = rt.tag_id"
        " WHERE rt.record_id = r.id AND instr(fold(t.text), ?))",
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
    text = fold(item.value)
    statement = (
        "(EXISTS (SELECT 1 FROM citation c JOIN source s ON s.id = c.source_id"
        " WHERE c.record_id = r.id AND s.marking <= ? AND instr(fold(s.title), ?))"
        " OR EXISTS (SELECT 1 FROM participant p JOIN record q ON q.id = p.record_id"
        " JOIN event e ON e.id = q.id WHERE p.who_id = r.id AND q.marking <= ?"
        " AND (instr(q.sort_title, ?) OR instr(fold(e.kind), ?)))"
        " OR EXISTS (SELECT 1 FROM event e WHERE e.id = r.id AND instr(fold(e.kind), ?))"
        " OR EXISTS (SELECT 1 FROM parent p JOIN record q ON q.id = p.parent_id"
        " WHERE p.record_id = r.id AND q.marking <= ? AND instr(q.sort_title, ?)))"
    )
    ceiling = lens.ceiling
    return statement, (ceiling, text, ceiling, text, text, text, ceiling, text)


def _id(item: Filter, _lens: Lens) -> Condition:
    """A value, or `scheme:value`; either may hold colons of its own."""
    statement = (
        "EXISTS (SELECT 1 FROM identifier i WHERE i.record_id = r.id"
        " AND (i.value = ? OR i.scheme || ':' || i.value = ?))"
    )
    return statement, (item.value, item.value)


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
