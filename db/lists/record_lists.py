"""The lists: which columns a kind shows, in which orders, and the ids of a list in an order.

Lists never load a desk: they ask for ids in an order once, and for the lines that come into sight.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from db.lens import HIGHEST, Lens, shows
from db.lists.grouped_order import GROUPED, can_deal_out, deal_out
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.vocabulary.countries import country_key


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key (an order's name too where there is one), what it is called on screen and
    paper, as its field is, and whether it can be sorted.

    The label is written out: a first list is shown before the declarations are loaded.
    """

    key: str
    label: str
    is_sortable: bool = True


COLUMNS: dict[str, tuple[Column, ...]] = {
    "person": (
        Column("name", "Name"),
        Column("office", "Office", False),
        Column("country", "Nationality"),
    ),
    "organization": (
        Column("name", "Name"),
        Column("type", "Type"),
        Column("country", "Country"),
        Column("acronym", "Acronym"),
    ),
    "agreement": (
        Column("title", "Title"),
        Column("date", "Concluded"),
        Column("parties", "Parties", False),
        Column("status", "Status", False),
        Column("type", "Type"),
    ),
    "event": (
        Column("when", "Date"),
        Column("what", "Title"),
        Column("who", "Participants", False),
        Column("where", "Place"),
        Column("outcome", "Outcome", False),
    ),
}
DEFAULT_ORDER = {"person": "name", "organization": "name", "agreement": "title", "event": "when"}
MAX_LOOKED_UP = 40_000  # ids; more are rather met on the way through all that are in order

# order → (join, terms); every term takes the direction
TITLE = ("", ("r.sort_key",))
DAY = ("", ("r.day", "r.sort_key"))
COUNTRIES_OF_KIND = (
    "WITH RECURSIVE found(country) AS (SELECT min(country) FROM record WHERE kind = ?1 UNION ALL"
    " SELECT (SELECT min(country) FROM record WHERE kind = ?1 AND country > found.country)"
    " FROM found WHERE country IS NOT NULL) SELECT country FROM found"
)
COUNTRY = ("", ("country_key(r.country)", "r.sort_key"))  # by its name
TYPE = ("JOIN {kind} k ON k.id = r.id", ("k.kind", "r.sort_key"))
_AGREEMENT = "JOIN agreement k ON k.id = r.id"
ORDERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "name": TITLE,
    "title": TITLE,
    "what": TITLE,
    "date": ("", ("r.day",)),
    "when": ("", ("r.day",)),
    "day": DAY,
    "country": COUNTRY,
    "type": TYPE,
    "acronym": ("JOIN organization k ON k.id = r.id", ("k.acronym", "r.sort_key")),
    "where": ("JOIN event k ON k.id = r.id", ("k.place", "r.sort_key")),
    "born": DAY,
    "founded": DAY,
    "marking": ("", ("r.marking", "r.sort_key")),
    "checked": ("", ("r.checked_on", "r.sort_key")),
    "in_force": (_AGREEMENT, ("k.in_force_first", "r.sort_key")),
    "reference": (_AGREEMENT, ("reference_key(k.reference)", "r.sort_key")),
    "registration": (_AGREEMENT, ("reference_key(k.registration)", "r.sort_key")),
    "binding": (_AGREEMENT, ("k.binding", "r.sort_key")),
    "laterality": (_AGREEMENT, ("k.laterality", "r.sort_key")),
    "place": (_AGREEMENT, ("k.place", "r.sort_key")),
    "state": ("JOIN event k ON k.id = r.id", ("k.status", "r.sort_key")),
}


def sorting(kind: str, order: str, *, descending: bool) -> tuple[str, str]:
    """Return what a statement on `record r` joins for an order, and what it is sorted by."""
    join, terms = ORDERS.get(order, TITLE)
    way = " DESC" if descending else ""
    return join.format(kind=kind), ", ".join(f"{term}{way}" for term in (*terms, "r.id"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a list that an index gives in its order: what a statement on `record r` joins, asks
    for with `values`, and is sorted by.
    """

    join: str
    order_by: str
    where: str = ""
    values: tuple[Any, ...] = ()


def stretches(sql: Sql, kind: str, order: str, *, descending: bool) -> list[Stretch]:
    """Return a list in the parts in which an index has it: the names of countries stand in no
    order there, but those of one country do.
    """
    if ORDERS.get(order) is not COUNTRY:
        return [Stretch(*sorting(kind, order, descending=descending))]
    countries = sorted(_countries(sql, kind), key=country_key, reverse=descending)
    by_title = sorting(kind, "title", descending=descending)
    return [Stretch(*by_title, "r.country IS ?", (each,)) for each in countries]


def _countries(sql: Sql, kind: str) -> list[Any]:
    """Return what stands as country in records of a kind, None too, by a step in the index each."""
    return [row[0] for row in sql.rows(COUNTRIES_OF_KIND, (kind,))]


def id_statement(part: Stretch) -> str:
    """Return the statement for the ids of a part; it takes kind, ceiling and the part's values."""
    more = f" AND {part.where}" if part.where else ""
    return (
        f"SELECT r.id FROM record r {part.join}"
        f" WHERE r.kind = ? AND {shows('r.marking')}{more} ORDER BY {part.order_by}"
    )


def stream_part(sql: Sql, part: Stretch, kind: str, ceiling: int) -> Iterable[tuple[Any, ...]]:
    """Yield the ids of a part, each in a row of its own."""
    return sql.stream(id_statement(part), (kind, ceiling, *part.values))


def first_ids(
    sql: Sql, kind: str, lens: Lens, order: str, *, descending: bool = False, limit: int = 200
) -> array[int]:
    """Return the first ids of a list: what is painted while the rest is still being asked for."""
    ids = array("q")
    for part in stretches(sql, kind, order, descending=descending):
        values = (kind, lens.ceiling, *part.values, limit - len(ids))
        ids.extend(row[0] for row in sql.rows(f"{id_statement(part)} LIMIT ?", values))
        if len(ids) >= limit:
            break
    return ids


def all_ids(sql: Sql, kind: str, lens: Lens, order: str, *, descending: bool = False) -> array[int]:
    """Return every id of a list in order: eight bytes a record."""
    note_left_out(sql)
    return _all(sql, kind, lens.ceiling, order, descending=descending)


def _all(sql: Sql, kind: str, ceiling: int, order: str, *, descending: bool) -> array[int]:
    if order in GROUPED:
        by_name = _all(sql, kind, ceiling, "name", descending=False)
        if can_deal_out(by_name):
            return deal_out(sql, by_name, kind, order, descending=descending)
    ids = array("q")
    for part in stretches(sql, kind, order, descending=descending):
        # Without a line of Python for each row: the window's thread wants its turns meanwhile.
        ids.extend(map(itemgetter(0), stream_part(sql, part, kind, ceiling)))
    return ids


def in_order(
    sql: Sql, ids: Sequence[int], kind: str, order: str, *, descending: bool = False
) -> array[int]:
    """Return these ids of a kind in an order."""
    if len(ids) > MAX_LOOKED_UP:
        wanted = set(ids)
        every = _all(sql, kind, HIGHEST, order, descending=descending)
        return array("q", (key for key in every if key in wanted))
    join, order_by = sorting(kind, order, descending=descending)
    rows = sql.rows(
        f"SELECT r.id FROM record r {join} WHERE r.id IN ({LISTED}) ORDER BY {order_by}",
        (listed(ids),),
    )
    return array("q", (row[0] for row in rows))


def note_left_out(sql: Sql) -> None:
    """Note, once on a connection, how many records no list shows because they are damaged."""
    if sql.is_counted or not sql.is_lenient:
        return
    sql.is_counted = True
    kinds = ", ".join(f"'{kind}'" for kind in COLUMNS)
    known = shows("marking", str(HIGHEST))
    unmarked, of_no_kind = sql.rows(
        f"SELECT count(*) FILTER (WHERE kind IN ({kinds})),"
        f" count(*) FILTER (WHERE kind NOT IN ({kinds}))"
        f" FROM record WHERE NOT ({known}) OR kind NOT IN ({kinds})"
    )[0]
    if unmarked:
        sql.note(
            f"{_records(unmarked)} left out of all lists: the marking is none that there is, and"
            " counts as the highest. “verify” names them."
        )
    if of_no_kind:
        sql.note(f"{_records(of_no_kind)} left out of all lists: of no kind. “verify” names them.")


def _records(count: int) -> str:
    return "1 record is" if count == 1 else f"{count} records are"


def place(
    sql: Sql, ids: Sequence[int], record_id: int, kind: str, order: str, *, descending: bool = False
) -> int:
    """Say where a record stands among these ids, which are in that order, or would stand.

    It takes the keys of some twenty of them, also from a million.
    """
    join, terms = ORDERS.get(order, TITLE)
    columns = ", ".join((*terms, "r.id"))
    statement = f"SELECT {columns} FROM record r {join.format(kind=kind)} WHERE r.id = ?"

    def key(record: int) -> list[tuple[bool, Any]]:
        # Null stands first, as in SQLite; its texts compare as these do, letter by letter.
        return [(term is not None, term) for term in sql.one(statement, (record,)) or ()]

    own = key(record_id)
    low, high = 0, len(ids)
    while low < high:
        middle = (low + high) // 2
        other = key(ids[middle])
        if other > own if descending else other < own:
            low = middle + 1
        else:
            high = middle
    return low


def count(sql: Sql, kind: str, lens: Lens) -> int:
    """Say how many records of a kind the lens shows."""
    note_left_out(sql)
    return int(
        sql.value(
            f"SELECT count(*) FROM record WHERE kind=? AND {shows('marking')}",
            (kind, lens.ceiling),
        )
    )
