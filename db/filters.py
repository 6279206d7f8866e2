"""The filters of the search box as conditions on `record r`; `search` adds them to its statement.

Each is a row of `CONDITIONS`: the filter's name, and for each kind of record a function from its
value to SQL and values. A record above the ceiling never makes another one match. Where few records
fit, the statement lists them (`r.id IN`), so that no list of a million is walked through.
"""

from __future__ import annotations

from collections.abc import Callable

from db.chunks import marks
from db.countries import country_code
from db.fulltext import NAME, table
from db.lens import Lens
from db.names import fold, index_query
from db.query import Filter
from db.records import KINDS
from db.standing import MASK
from db.status import UNSIGNED
from db.words import marking_level

Condition = tuple[str, tuple[object, ...]]
Ask = Callable[[Filter, Lens], Condition]
NOTHING: Condition = ("0", ())
THEIRS = ("person", "organization")  # who has a state, and is named by events and agreements
MOST_COLONS = 20  # of an identifier that is split at each of them


def _country(item: Filter, lens: Lens) -> Condition:
    code = country_code(item.value)
    return NOTHING if code is None else ("r.country = ?", (code,))


def _country_of_parties(item: Filter, lens: Lens) -> Condition:
    """Of this state, or with somebody of it."""
    code = country_code(item.value)
    if code is None:
        return NOTHING
    ways = " UNION ".join(
        # from the few of that state to what names them: the other way round walks through all
        f"SELECT p.record_id FROM record q CROSS JOIN {name} p ON p.who_id = q.id"
        " WHERE q.kind = ? AND q.country = ? AND q.marking <= ?"
        for name in ("participant", "party")
        for _ in THEIRS
    )
    values = tuple(value for kind in THEIRS * 2 for value in (kind, code, lens.ceiling))
    return f"(r.country = ? OR r.id IN ({ways}))", (code, *values)


def _office(item: Filter, lens: Lens) -> Condition:
    """Holds or held an office so called."""
    titles, likes = _so_called(item)
    statement = (
        "r.id IN (SELECT t.record_id FROM office o CROSS JOIN tenure t ON t.office_id = o.id"
        f" CROSS JOIN record q ON q.id = o.record_id WHERE {titles} AND q.marking <= ?)"
    )
    return statement, (*likes, lens.ceiling)


def _office_of_body(item: Filter, _lens: Lens) -> Condition:
    titles, likes = _so_called(item)
    return f"r.id IN (SELECT o.record_id FROM office o WHERE {titles})", likes


def _so_called(item: Filter) -> Condition:
    """Offices `o` by the words of their titles: these are few, though the offices are many."""
    words = fold(item.value).split()
    titles = " AND ".join("' ' || folded LIKE ?" for _ in words) or "1"
    likes = tuple(f"% {word}%" for word in words)
    distinct = "SELECT folded FROM (SELECT DISTINCT folded FROM office)"
    return f"o.folded IN ({distinct} WHERE {titles})", likes


def _named(item: Filter, lens: Lens) -> Condition:
    """The ids of people and bodies that go by a name or an acronym that begins so."""
    match = _begins(item)
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
    return _type_of("organization", item)


def _type_of_agreement(item: Filter, _lens: Lens) -> Condition:
    return _type_of("agreement", item)


def _type_of_event(item: Filter, _lens: Lens) -> Condition:
    return _type_of("event", item)


def _type_of(table_name: str, item: Filter) -> Condition:
    """By the types that stand in a table: these are few, though the records are many."""
    statement = (
        f"EXISTS (SELECT 1 FROM {table_name} k WHERE k.id = r.id AND k.kind IN"
        f" ({_types(table_name)}))"
    )
    return statement, (fold(item.value),)


def _types(table_name: str) -> str:
    distinct = f"SELECT DISTINCT kind FROM {table_name}"
    return f"SELECT kind FROM ({distinct}) WHERE instr(fold(kind), ?)"


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


def _in_office(item: Filter, lens: Lens) -> Condition:
    statement = (
        "EXISTS (SELECT 1 FROM tenure k JOIN office o ON o.id = k.office_id"
        " JOIN record q ON q.id = o.record_id WHERE k.record_id = r.id AND q.marking <= ?"
        " AND coalesce(k.until_last, '9999') >= ? AND coalesce(k.since_first, '') <= ?"
        " AND k.since_edtf IS NOT NULL)"
    )
    return statement, (lens.ceiling, *_bounds(item))


def _took_place(item: Filter, _lens: Lens) -> Condition:
    statement = (
        "EXISTS (SELECT 1 FROM event k WHERE k.id = r.id AND k.start_edtf IS NOT NULL"
        " AND coalesce(k.end_last, k.start_last, '9999') >= ? AND coalesce(k.start_first, '') <= ?)"
    )
    return statement, _bounds(item)


def _concluded(item: Filter, _lens: Lens) -> Condition:
    statement = f"EXISTS (SELECT 1 FROM agreement k WHERE k.id = r.id AND {_within('k.concluded')})"
    return statement, _bounds(item)


CITED = (
    "SELECT c.record_id FROM source s CROSS JOIN citation c ON c.source_id = s.id"
    " WHERE s.marking <= ? AND instr(fold(s.title), ?)"
)


def _in_source(item: Filter, lens: Lens) -> Condition:
    return f"r.id IN ({CITED})", (lens.ceiling, fold(item.value))


def _in_event(item: Filter, lens: Lens) -> Condition:
    """Found in a source, or took part in an event so called or of such a type."""
    statement = f"r.id IN ({CITED} UNION {_taking_part()})"
    return statement, (lens.ceiling, fold(item.value), *_part_values(item, lens))


def _in_event_or_body(item: Filter, lens: Lens) -> Condition:
    """The same, or stands under a body so called."""
    bodies = table("organization")
    statement = (
        f"r.id IN ({CITED} UNION {_taking_part()}"
        f" UNION SELECT p.record_id FROM {bodies} f JOIN record q ON q.id = (f.rowid & {MASK})"
        f" CROSS JOIN parent p ON p.parent_id = q.id WHERE {bodies} MATCH ? AND q.marking <= ?)"
    )
    cited = (lens.ceiling, fold(item.value))
    return statement, (*cited, *_part_values(item, lens), _begins(item), lens.ceiling)


def _is_event(item: Filter, lens: Lens) -> Condition:
    statement = (
        f"(r.id IN ({CITED})"
        f" OR EXISTS (SELECT 1 FROM event e WHERE e.id = r.id AND e.kind IN ({_types('event')})))"
    )
    return statement, (lens.ceiling, fold(item.value), fold(item.value))


def _taking_part() -> str:
    events = table("event")
    return (
        f"SELECT p.who_id FROM {events} f JOIN record q ON q.id = (f.rowid & {MASK})"
        f" CROSS JOIN participant p ON p.record_id = q.id WHERE {events} MATCH ?"
        " AND q.marking <= ? UNION SELECT p.who_id FROM event e JOIN record q ON q.id = e.id"
        f" CROSS JOIN participant p ON p.record_id = e.id WHERE e.kind IN ({_types('event')})"
        " AND q.marking <= ?"
    )


def _part_values(item: Filter, lens: Lens) -> tuple[object, ...]:
    return (_begins(item), lens.ceiling, fold(item.value), lens.ceiling)


def _begins(item: Filter) -> str:
    """What is called so, as FTS5 writes it."""
    return f'{{{NAME}}} : "{index_query(item.value)}"*'


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


# filter → kind of record → condition; a kind that is not there has nothing of the sort
CONDITIONS: dict[str, dict[str, Ask]] = {
    "country": {
        "person": _country,
        "organization": _country,
        "agreement": _country_of_parties,
        "event": _country_of_parties,
    },
    "office": {"person": _office, "organization": _office_of_body},
    "party": {"agreement": _party, "event": _party},
    "topic": dict.fromkeys(KINDS, _topic),
    "tag": dict.fromkeys(KINDS, _topic),
    "type": {"organization": _type, "agreement": _type_of_agreement, "event": _type_of_event},
    "signed": {"agreement": _signed},
    "held": {"person": _in_office, "agreement": _concluded, "event": _took_place},
    "in": {
        "person": _in_event,
        "organization": _in_event_or_body,
        "agreement": _in_source,
        "event": _is_event,
    },
    "id": dict.fromkeys(KINDS, _id),
    "marking": dict.fromkeys(KINDS, _marking),
}
WORDED = frozenset({"office", "party", "topic", "tag", "type", "in"})  # compared by folded words
DERIVED = frozenset({"status"})  # not a column: looked at after the statement


def condition(item: Filter, lens: Lens, kind: str) -> Condition:
    """A filter as a condition on `record r` of a kind, turned round when it excludes."""
    ask = CONDITIONS[item.name].get(kind)
    is_empty = ask is None or (item.name in WORDED and not fold(item.value))
    statement, values = NOTHING if ask is None or is_empty else ask(item, lens)
    return (f"NOT {statement}" if item.excluded else statement), values
