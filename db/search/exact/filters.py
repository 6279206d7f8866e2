"""The filters of the search box as conditions on `record r`; `search` adds them to its statement.

Each is a row of `CONDITIONS`: the filter's name, and for each kind of record a function from its
value to SQL and values. A record above the ceiling never makes another one match. Where few records
fit, the statement lists them (`r.id IN`), so that no list of a million is walked through; such a
list can be kept while one types on (`filter_cache`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from db.dates import OPEN_END
from db.lens import Lens, marking_sql, shows, today
from db.lists.status import STATUSES, UNSIGNED, plain_status
from db.names import fold, index_query
from db.query import Filter
from db.search.index.fulltext import NAME, table
from db.search.index.relevance_rank import RECORD_ID_MASK
from db.storage.id_lists import LISTED, listed
from db.vocabulary.choices import CLOSED, marking_level
from db.vocabulary.countries import country_code
from db.vocabulary.kinds import KINDS


class Condition(NamedTuple):
    """SQL on `record r` with its values; `listed` is a statement with the same values that lists
    the ids of all that fit, where there is one that need not walk through all records. `is_list`
    says that the condition itself looks in such a list.
    """

    where: str
    values: tuple[object, ...]
    listed: str = ""
    is_list: bool = False


def _list(statement: str, values: tuple[object, ...]) -> Condition:
    return Condition(f"r.id IN ({statement})", values, statement, is_list=True)


Ask = Callable[[Filter, Lens], Condition]
NOTHING = Condition("0", ())
THEIRS = ("person", "organization")  # who has a state, and is named by events and agreements
NAMING = {"agreement": "party", "event": "participant"}  # kind → the rows that name them
IN_OFFICE = "in office"  # a status of people
MAX_COLONS = 20  # of an identifier that is split at each of them


def _of_state(kind: str, item: Filter, _lens: Lens) -> Condition:
    code = country_code(item.value)
    if code is None:
        return NOTHING
    statement = f"SELECT q.id FROM record q WHERE q.kind = '{kind}' AND q.country = ?"
    return Condition("r.country = ?", (code,), statement)


def _of_or_with_state(kind: str, item: Filter, lens: Lens) -> Condition:
    """Select what is of this state, or with somebody of it."""
    code = country_code(item.value)
    if code is None:
        return NOTHING
    ways = [
        # from the few of that state to what names them: the other way round walks through all
        f"SELECT p.record_id FROM record q CROSS JOIN {NAMING[kind]} p ON p.who_id = q.id"
        f" WHERE q.kind = '{who}' AND q.country = ? AND {shows('q.marking')}"
        for who in THEIRS
    ]
    ways.append(f"SELECT q.id FROM record q WHERE q.kind = '{kind}' AND q.country = ?")
    return _list(" UNION ALL ".join(ways), (*(code, lens.ceiling) * len(THEIRS), code))


def _office(item: Filter, lens: Lens) -> Condition:
    """Hold or held an office so called."""
    titles, likes = _offices_by_title(item)
    statement = (
        "SELECT t.record_id FROM office o CROSS JOIN record q ON q.id = o.record_id"
        f" CROSS JOIN tenure t ON t.office_id = o.id WHERE {titles} AND {shows('q.marking')}"
    )
    return _list(statement, (*likes, lens.ceiling))


def _office_of_body(item: Filter, _lens: Lens) -> Condition:
    titles, likes = _offices_by_title(item)
    return _list(f"SELECT o.record_id FROM office o WHERE {titles}", likes)


def _offices_by_title(item: Filter) -> tuple[str, tuple[str, ...]]:
    """Return offices `o` by the words of their titles: few, though the offices are many."""
    words = fold(item.value).split()
    titles = " AND ".join("' ' || folded LIKE ?" for _ in words) or "1"
    likes = tuple(f"% {word}%" for word in words)
    distinct = "SELECT folded FROM (SELECT DISTINCT folded FROM office)"
    return f"o.folded IN ({distinct} WHERE {titles})", likes


def _ids_by_name(item: Filter, lens: Lens) -> tuple[str, tuple[object, ...]]:
    """Return the ids of people and bodies that go by a name or an acronym that begins so."""
    match = _begins(item)
    ways = [
        f"SELECT q.id FROM {table(kind)} f JOIN record q ON q.id = (f.rowid & {RECORD_ID_MASK})"
        f" WHERE {table(kind)} MATCH ? AND {shows('q.marking')}"
        for kind in ("person", "organization")
    ]
    return " UNION ALL ".join(ways), (match, lens.ceiling) * len(ways)


def _party(kind: str, item: Filter, lens: Lens) -> Condition:
    statement, values = _ids_by_name(item, lens)
    return _list(f"SELECT record_id FROM {NAMING[kind]} WHERE who_id IN ({statement})", values)


def party_ids(item: Filter, lens: Lens) -> tuple[str, tuple[object, ...]]:
    """Return the statement for the ids of those that a filter of parties names."""
    return _ids_by_name(item, lens)


def _entry_days(item: Filter, _lens: Lens) -> Condition:
    """Select what may have entered into force in a time: of a rule the clock tells the day."""
    computed = (
        "k.in_force_edtf IS NULL AND (k.in_force_rule <> '' OR EXISTS (SELECT 1 FROM party_action"
        " a WHERE a.record_id = k.id AND (a.action = 'entry into force'"
        " OR a.effect_edtf IS NOT NULL OR a.date_of = 'effect')))"
    )
    statement = f"SELECT k.id FROM agreement k WHERE {_within('k.in_force')} OR ({computed})"
    return _list(statement, _bounds(item))


def _end_days(item: Filter, _lens: Lens) -> Condition:
    """Select what may have ended in a time: by its term or a withdrawal, as the clock tells."""
    computed = (
        "k.terminated_edtf IS NULL AND (k.duration <> '' OR EXISTS (SELECT 1 FROM party_action a"
        " WHERE a.record_id = k.id AND a.action IN"
        " ('notice of withdrawal', 'denounced', 'withdrew', 'ceased')))"
    )
    statement = f"SELECT k.id FROM agreement k WHERE {_within('k.terminated')} OR ({computed})"
    return _list(statement, _bounds(item))


def _text_words(kind: str, column: str, item: Filter, _lens: Lens) -> Condition:
    """Select by words of a plain text."""
    return _list(f"SELECT k.id FROM {kind} k WHERE instr(fold(k.{column}), ?)", (fold(item.value),))


def _topic(item: Filter, _lens: Lens) -> Condition:
    statement = (
        "SELECT rt.record_id FROM tag t JOIN record_tag rt ON rt.tag_id = t.id"
        " WHERE instr(fold(t.text), ?)"
    )
    return _list(statement, (fold(item.value),))


def _type(kind: str, item: Filter, _lens: Lens) -> Condition:
    if fold(item.value) == kind:  # an agreement is one, whatever it is called
        return _list("SELECT q.id FROM record q WHERE q.kind = ?", (kind,))
    return _list(_of_type(kind), (fold(item.value),))


def _of_type(kind: str) -> str:
    """Select by the types that stand in a table: these are few, though the records are many."""
    distinct = f"SELECT DISTINCT kind FROM {kind}"
    types = f"SELECT kind FROM ({distinct}) WHERE instr(fold(kind), ?)"
    return f"SELECT k.id FROM {kind} k WHERE k.kind IN ({types})"


def _of_laterality(item: Filter, _lens: Lens) -> Condition:
    return _list("SELECT k.id FROM agreement k WHERE k.laterality = ?", (fold(item.value),))


def _signed_within(item: Filter, lens: Lens) -> Condition:
    """Select what was signed in a time; what was only planned or announced then is not."""
    statement = (
        f"SELECT k.id FROM agreement k WHERE {_within('k.concluded')}"
        f" AND k.stage NOT IN ({LISTED}) UNION ALL"
        " SELECT k.record_id FROM party_action k JOIN party p ON p.id = k.party_id"
        " JOIN record q ON q.id = p.who_id LEFT JOIN record h ON h.id = k.signatory_id"
        f" WHERE {shows('q.marking')} AND (h.id IS NULL OR {shows('h.marking')})"
        f" AND k.action LIKE 'signed%' AND {_within('k.date')}"
    )
    values = (*_bounds(item), listed(sorted(UNSIGNED)), lens.ceiling, lens.ceiling, *_bounds(item))
    return _list(statement, values)


def _within(column: str) -> str:
    """Return a dated column that may fall in a range; the range's ends are two values."""
    return (
        f"({column}_edtf IS NOT NULL AND coalesce({column}_last, '{OPEN_END}') >= ?"
        f" AND coalesce({column}_first, '') <= ?)"
    )


def _bounds(item: Filter) -> tuple[str, str]:
    return item.first or "", item.last or OPEN_END


def _in_office(item: Filter, lens: Lens) -> Condition:
    statement = (
        "EXISTS (SELECT 1 FROM tenure k JOIN office o ON o.id = k.office_id"
        " JOIN record q ON q.id = o.record_id WHERE k.record_id = r.id"
        f" AND {shows('q.marking')}"
        f" AND coalesce(k.until_last, '{OPEN_END}') >= ? AND coalesce(k.since_first, '') <= ?"
        " AND k.since_edtf IS NOT NULL)"
    )
    return Condition(statement, (lens.ceiling, *_bounds(item)))


def _serves(item: Filter, lens: Lens) -> Condition:
    """Select who holds an office for certain on the lens's day: `certainty` as a condition."""
    if stored_status(item) != IN_OFFICE:
        return NOTHING
    day = lens.as_of
    ended = (
        f"k.until_first >= ? AND k.since_last <= ? AND coalesce(k.until_last, '{OPEN_END}') >= ?"
    )
    ongoing = (
        "k.until_first IS NULL AND k.until_last IS NULL AND k.end_state = 'ongoing'"
        " AND (k.since_last IS NULL OR k.since_last <= ? OR ? >= ?)"
    )
    statement = (
        "EXISTS (SELECT 1 FROM tenure k JOIN office o ON o.id = k.office_id"
        " JOIN record q ON q.id = o.record_id WHERE k.record_id = r.id"
        f" AND {shows('q.marking')} AND (k.since_first IS NULL OR k.since_first <= ?)"
        f" AND (({ended}) OR ({ongoing})))"
    )
    values = (lens.ceiling, day, day, day, day, day, day, today())
    return Condition(statement, values)


def _took_place(item: Filter, _lens: Lens) -> Condition:
    statement = (
        "SELECT k.id FROM event k WHERE k.start_edtf IS NOT NULL"
        f" AND coalesce(k.end_last, k.start_last, '{OPEN_END}') >= ?"
        " AND coalesce(k.start_first, '') <= ?"
    )
    return _list(statement, _bounds(item))


def _concluded_within(item: Filter, _lens: Lens) -> Condition:
    return _list(f"SELECT k.id FROM agreement k WHERE {_within('k.concluded')}", _bounds(item))


CITED = (
    "SELECT c.record_id FROM source s CROSS JOIN citation c ON c.source_id = s.id"
    f" WHERE {shows('s.marking')} AND instr(fold(s.title), ?)"
)


def _in_source(item: Filter, lens: Lens) -> Condition:
    return _list(CITED, (lens.ceiling, fold(item.value)))


def _in_event(item: Filter, lens: Lens) -> Condition:
    """Select what was found in a source, or took part in an event so called or of such a type."""
    values = (lens.ceiling, fold(item.value), *_part_values(item, lens))
    return _list(f"{CITED} UNION ALL {_taking_part()}", values)


def _in_event_or_body(item: Filter, lens: Lens) -> Condition:
    """Return what is in such an event, or stands under a body so called."""
    bodies = table("organization")
    inside = _in_event(item, lens)
    statement = (
        f"{inside.listed} UNION ALL SELECT p.record_id FROM {bodies} f"
        f" JOIN record q ON q.id = (f.rowid & {RECORD_ID_MASK}) CROSS JOIN parent p ON p.parent_id"
        f" = q.id WHERE {bodies} MATCH ? AND {shows('q.marking')}"
    )
    return _list(statement, (*inside.values, _begins(item), lens.ceiling))


def _is_event(item: Filter, lens: Lens) -> Condition:
    value = fold(item.value)
    return _list(f"{CITED} UNION ALL {_of_type('event')}", (lens.ceiling, value, value))


def _taking_part() -> str:
    events = table("event")
    return (
        f"SELECT p.who_id FROM {events} f JOIN record q ON q.id = (f.rowid & {RECORD_ID_MASK})"
        f" CROSS JOIN participant p ON p.record_id = q.id WHERE {events} MATCH ?"
        f" AND {shows('q.marking')}"
        " UNION ALL SELECT p.who_id FROM record q CROSS JOIN participant p"
        f" ON p.record_id = q.id WHERE q.id IN ({_of_type('event')}) AND {shows('q.marking')}"
    )


def _part_values(item: Filter, lens: Lens) -> tuple[object, ...]:
    return (_begins(item), lens.ceiling, fold(item.value), lens.ceiling)


def _begins(item: Filter) -> str:
    """Return what is called so, as FTS5 writes it."""
    return f'{{{NAME}}} : "{index_query(item.value)}"*'


def _id(item: Filter, lens: Lens) -> Condition:
    """Return a value, or `scheme:value`; either may hold colons of its own.

    What a tenure is called is as hidden as the body that its office is in.
    """
    is_shown = (
        " AND (about = '' OR NOT EXISTS (SELECT 1 FROM tenure t JOIN office o ON o.id = t.office_id"
        " JOIN record b ON b.id = o.record_id WHERE t.record_id = identifier.record_id"
        f" AND substr(about, -length(t.uid)) = t.uid"
        f" AND NOT ({shows('b.marking', str(int(lens.ceiling)))})))"
    )
    parts = item.value.split(":")
    ways = [f"SELECT record_id FROM identifier WHERE value = ?{is_shown}"]
    values = [item.value]
    for cut in range(1, len(parts)):
        ways.append(f"SELECT record_id FROM identifier WHERE value = ? AND scheme = ?{is_shown}")
        values += [":".join(parts[cut:]), ":".join(parts[:cut])]
    return _list(" UNION ALL ".join(ways[:MAX_COLONS]), tuple(values[: 2 * MAX_COLONS - 1]))


def stored_status(item: Filter) -> str:
    """Return a status as it is stored, however it is typed."""
    status = item.value.casefold().replace("-", " ")
    return "not recorded" if status == "not stated" else status  # as kept searches call it


def _has_status(item: Filter, _lens: Lens) -> Condition:
    status = stored_status(item)
    if status not in CLOSED["event.status"]:
        return NOTHING
    statement = "EXISTS (SELECT 1 FROM event k WHERE k.id = r.id AND k.status = ?)"
    return Condition(statement, (status,))


def _may_have_status(item: Filter, _lens: Lens) -> Condition:
    """Return all that may have a status; an agreement that is only announced must say so itself."""
    status = stored_status(item)
    if plain_status(status) in STATUSES and status not in UNSIGNED:
        return Condition("1", ())
    return _list("SELECT k.id FROM agreement k WHERE k.stage = ?", (status,))


def _marking(item: Filter, _lens: Lens) -> Condition:
    try:
        return Condition(f"{marking_sql('r.marking')} = ?", (marking_level(item.value),))
    except ValueError:
        return NOTHING


def _kept_until(item: Filter, _lens: Lens) -> Condition:
    """Select by the day of the record itself, or of a topic where it has none."""
    first, last = item.first or "", item.last or "9999-12-31"
    statement = (
        "SELECT q.id FROM record q WHERE q.keep_until BETWEEN ? AND ? UNION"
        " SELECT rt.record_id FROM tag t JOIN record_tag rt ON rt.tag_id = t.id"
        " JOIN record q ON q.id = rt.record_id AND q.keep_until IS NULL"
        " WHERE t.keep_until BETWEEN ? AND ?"
    )
    return _list(statement, (first, last, first, last))


def _each(ask: Callable[[str, Filter, Lens], Condition], *kinds: str) -> dict[str, Ask]:
    """Return one that is asked for several kinds."""
    return {kind: partial(ask, kind) for kind in kinds}


# filter → kind of record → condition; a kind that is not there has nothing of the sort
CONDITIONS: dict[str, dict[str, Ask]] = {
    "country": _each(_of_state, *THEIRS) | _each(_of_or_with_state, *NAMING),
    "office": {"person": _office, "organization": _office_of_body},
    "party": _each(_party, *NAMING),
    "topic": dict.fromkeys(KINDS, _topic),
    "tag": dict.fromkeys(KINDS, _topic),
    "type": _each(_type, "organization", "agreement", "event"),
    "bound": {"agreement": partial(_party, "agreement")},
    "in-force": {"agreement": _entry_days},
    "terminated": {"agreement": _end_days},
    "place": {
        "agreement": partial(_text_words, "agreement", "place"),
        "event": partial(_text_words, "event", "place"),
    },
    "depositary": {"agreement": partial(_text_words, "agreement", "depositary")},
    "laterality": {"agreement": _of_laterality},
    "signed": {"agreement": _signed_within},
    "held": {"person": _in_office, "agreement": _concluded_within, "event": _took_place},
    "in": {
        "person": _in_event,
        "organization": _in_event_or_body,
        "agreement": _in_source,
        "event": _is_event,
    },
    "status": {"person": _serves, "agreement": _may_have_status, "event": _has_status},
    "id": dict.fromkeys(KINDS, _id),
    "marking": dict.fromkeys(KINDS, _marking),
    "keep-until": dict.fromkeys(KINDS, _kept_until),
}
#: Filters that are compared by folded words.
WORDED = frozenset({
    "office", "party", "bound", "topic", "tag", "type", "in", "place", "depositary",
})  # fmt: skip
DERIVED = frozenset({"status", "bound", "in-force", "terminated"})  # of agreements


def is_derived(item: Filter, kind: str) -> bool:
    """Say whether a filter is no condition alone: what it asks is looked at after the statement."""
    return kind == "agreement" and item.name in DERIVED


def narrows(item: Filter, kind: str) -> bool:
    """Say whether a filter leaves any record out before what it asks is looked at."""
    return not (item.excluded and is_derived(item, kind))


def condition(item: Filter, lens: Lens, kind: str) -> Condition:
    """Return a filter as a condition on `record r` of a kind, turned round when it excludes."""
    statement = named_by(item, lens, kind)
    return Condition(f"NOT {statement.where}", statement.values) if item.excluded else statement


def named_by(item: Filter, lens: Lens, kind: str) -> Condition:
    """Return what a filter names, whether it is wanted or excluded."""
    ask = CONDITIONS[item.name].get(kind)
    is_empty = ask is None or (item.name in WORDED and not fold(item.value))
    return NOTHING if ask is None or is_empty else ask(item, lens)
