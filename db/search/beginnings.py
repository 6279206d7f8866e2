"""The row that what is typed in a list jumps to, found without reading the rows before it.

A list of any length is in an order that the desk keeps keys for: some twenty of them say where a
beginning stands. `Reader` asks it for the window's own thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from db.changes.unit_of_work import LANGUAGE
from db.lists.record_lists import COUNTRY, ORDERS, TITLE, in_order, place
from db.names import collation_prefixes, fold, index_query
from db.search.day_beginnings import day_readings, find_day, find_day_cell
from db.search.index.fulltext import NAME, table
from db.search.index.relevance_rank import RECORD_ID_MASK
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed, pieces
from db.vocabulary.choices import MARKINGS

MAX_CALLED_SO: Final = 1_000  # records; of more some stand near the beginning of any list
_LAST_LETTER: Final = "\U0010ffff"
_DAYS: Final = frozenset({"r.day", "r.checked_on", "k.in_force_first"})
_Key = tuple[int, Any]  # as SQLite orders values: nothing, numbers, texts letter by letter
_Span = tuple[_Key, _Key]  # of keys that begin so, the least and the most
_NO_DAY: Final[_Span] = ((0, 0), (0, 0))


def find_beginning(
    sql: Sql, ids: Sequence[int], text: str, kind: str, order: str, *, descending: bool
) -> int | None:
    """Return the first row, of ids in an order, whose cell in it begins with a text; where there
    is none the first that is called so.
    """
    if not fold(text):
        return None
    term = ORDERS.get(order, TITLE)[1][0]
    if term in _DAYS and (row := _find_day(sql, ids, text, kind, order, descending)) is not None:
        return row
    spans = _SPANS.get(term, _of_text)(sql, text)
    rows = (_row_in_span(sql, ids, span, kind, order, descending) for span in spans)
    first = min((row for row in rows if row is not None), default=None)
    return _find_in_order(sql, ids, text, kind, order, descending) if first is None else first


def find_by_title(sql: Sql, ids: Sequence[int], text: str) -> int | None:
    """Return the first row, of ids in any order, whose title begins with a text."""
    wanted = fold(text)
    if not wanted:
        return None
    first = 0
    for part in pieces(ids):
        statement = f"SELECT id, title FROM record WHERE id IN ({LISTED})"
        titles: dict[int, str] = dict(sql.rows(statement, (listed(part),)))
        for row, key in enumerate(part, first):
            if fold(str(titles.get(key, ""))).startswith(wanted):
                return row
        first += len(part)
    return None


def _find_in_order(
    sql: Sql, ids: Sequence[int], text: str, kind: str, order: str, descending: bool
) -> int | None:
    called = index_query(text)
    if not called:
        return None
    name = table(kind)
    rows = sql.rows(
        f"SELECT rowid & {RECORD_ID_MASK} FROM {name} WHERE {name} MATCH ? LIMIT ?",
        (f'{NAME} : ^ "{called}" *', MAX_CALLED_SO + 1),
    )
    if len(rows) > MAX_CALLED_SO:
        return find_by_title(sql, ids, text)
    for key in in_order(sql, [row[0] for row in rows], kind, order, descending=descending):
        row = place(sql, ids, key, kind, order, descending=descending)
        if row < len(ids) and ids[row] == key and find_by_title(sql, [key], text) == 0:
            return row
    return None


def _find_day(
    sql: Sql, ids: Sequence[int], text: str, kind: str, order: str, descending: bool
) -> int | None:
    """Return the first row whose date is shown so, or in a long list is what may be meant."""
    row = find_day_cell(sql, ids, text, kind, order)
    if row is not None or not day_readings(text):
        return row

    def row_between(least: str, most: str) -> int | None:
        span = (2, least), (2, f"{most}{_LAST_LETTER}")
        return _row_in_span(sql, ids, span, kind, order, descending)

    first = row_between("0", "9")  # of those that have a day
    if first is None:
        return None
    undated = _row_in_span(sql, ids, _NO_DAY, kind, order, descending) if descending else None
    last = len(ids) - 1 if undated is None else undated - 1
    key = _key_of(sql, ids, kind, order)
    one, other = (int(str(key(row)[1])[:4]) for row in (first, last))
    return find_day(
        text,
        range(min(one, other), max(one, other) + 1),
        lambda day: row_between(day, day),
        descending=descending,
    )


# what the cells of an order that begin with a text are stored as


def _begins(text: str) -> _Span:
    return (2, text), (2, f"{text}{_LAST_LETTER}")


def _of_title(sql: Sql, text: str) -> Iterator[_Span]:
    language = str(sql.value("SELECT value FROM setting WHERE key=?", (LANGUAGE,)) or "")
    yield from map(_begins, collation_prefixes(text, language))


def _of_country(_sql: Sql, text: str) -> Iterator[_Span]:
    yield _begins(fold(text))  # the name as it is shown


def _of_marking(_sql: Sql, text: str) -> Iterator[_Span]:
    for level, word in enumerate(MARKINGS):
        if word.startswith(text.casefold()):
            yield (1, level), (1, level)


def _of_day(_sql: Sql, text: str) -> Iterator[_Span]:
    """Return a year, a month or a day as dates are sorted: a list may say it otherwise."""
    if text[:1].isdigit():
        yield _begins(text)


def _of_text(_sql: Sql, text: str) -> Iterator[_Span]:
    """Return a text as it may be written: these columns are sorted letter by letter."""
    for each in dict.fromkeys((text, text.lower(), text.upper(), text.capitalize(), text.title())):
        yield _begins(each)


_SPANS: Final[dict[str, Callable[[Sql, str], Iterator[_Span]]]] = {
    "r.sort_key": _of_title,
    COUNTRY[1][0]: _of_country,
    "r.marking": _of_marking,
    **dict.fromkeys(_DAYS, _of_day),
}


def _row_in_span(
    sql: Sql, ids: Sequence[int], span: _Span, kind: str, order: str, descending: bool
) -> int | None:
    """Return the first row of those that begin so; the keys of some twenty rows are read."""
    key = _key_of(sql, ids, kind, order)
    least, most = span
    low, high = 0, len(ids)
    while low < high:
        middle = (low + high) // 2
        is_before = key(middle) > most if descending else key(middle) < least
        low, high = (middle + 1, high) if is_before else (low, middle)
    return low if low < len(ids) and least <= key(low) <= most else None


def _key_of(sql: Sql, ids: Sequence[int], kind: str, order: str) -> Callable[[int], _Key]:
    """Return what reads the key of a row."""
    join, terms = ORDERS.get(order, TITLE)
    statement = f"SELECT {terms[0]} FROM record r {join.format(kind=kind)} WHERE r.id = ?"

    def key(row: int) -> _Key:
        value = sql.value(statement, (ids[row],))
        return (0, 0) if value is None else (2 if isinstance(value, str) else 1, value)

    return key
