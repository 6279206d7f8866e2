"""Whether each value in a desk's tables is what its column is for; `verify` asks and lists.

SQLite itself keeps anything in any column. What is wrong is found by its statements, so that a
desk of a million records is gone through in seconds, and named by table, row and column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from db.changes.unit_of_work import MAX_ROW_ID
from db.dates.stored import holds
from db.errors import Damaged, DeskError, Stopped
from db.record_types import KINDS
from db.storage.engine import Sql
from db.storage.schema import own_tables
from db.storage.unpacking import MAX_TITLE_LETTERS
from db.vocabulary.choices import CLOSED, MARKINGS

MAX_LISTED_FAULTS = 20  # faults of one sort that are listed
SORTS = {"INTEGER": "'integer'", "BOOLEAN": "'integer'", "BLOB": "'blob'"}
WORDS = {"integer": "a number", "real": "a fraction", "text": "text", "blob": "bytes"}
DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
LONGEST = {  # characters of texts that stand on one line, and what they are called
    ("record", "title"): (MAX_TITLE_LETTERS, "title"),
    ("record", "sort_title"): (2 * MAX_TITLE_LETTERS, "title"),  # its words in another order
    ("change", "label"): (MAX_TITLE_LETTERS, "label"),
}
# A day of the calendar, or a year with its first and last day: dates for sure, and most there are.
_PLAIN_DATE = (
    "({stem}_first = {stem}_edtf AND {stem}_last = {stem}_edtf AND length({stem}_edtf) = 10"
    " AND {stem}_edtf BETWEEN '1' AND '3' AND date({stem}_edtf) = {stem}_edtf)"
    " OR (length({stem}_edtf) = 4 AND {stem}_edtf GLOB '[12][0-9][0-9][0-9]'"
    " AND {stem}_first = {stem}_edtf || '-01-01' AND {stem}_last = {stem}_edtf || '-12-31')"
)
NUMBERED_FROM_BELOW = frozenset({"setting", "checksum", "text_sum"})  # from less than 1
MAX_LONG_DATES = 200_000  # different dates of one column that are read


def sections(sql: Sql) -> Iterator[Callable[[], Iterator[str]]]:
    """Yield what is looked at, each by itself, so that one that cannot be read ends no other."""
    for table in own_tables():
        yield from sections_of(sql, table)


def sections_of(
    sql: Sql, table: str, doubtful: frozenset[str] | None = None
) -> Iterator[Callable[[], Iterator[str]]]:
    """Yield the same of one table; only the `doubtful` columns, if not all, may be no text."""
    texts = partial(_texts, doubtful=doubtful)
    looks = (texts, _dates) if _is_plain(sql, table) else (_sorts, texts, _ranges, _dates)
    yield from (partial(look, sql, table) for look in looks)


def _is_plain(sql: Sql, table: str) -> bool:
    """Say whether no value of a table is of another sort or beyond its range: asked of all columns
    in one pass, since nearly always there is none.
    """
    try:
        wrong = " OR ".join(condition for _, condition in wrong_values(sql, table))
        return not wrong or sql.one(f"SELECT 1 FROM {table} WHERE {wrong} LIMIT 1") is None
    except Stopped:
        raise
    except DeskError:
        return False  # what cannot be read is told column by column


def _column_declarations(sql: Sql, table: str) -> list[tuple[str, str, bool]]:
    """Return the columns of a table: name, declared type, whether it may be empty."""
    columns = sql.rows('SELECT name, type, "notnull" OR pk FROM pragma_table_info(?)', (table,))
    return [(name, sort, not needed) for name, sort, needed in columns]


def _sorts(sql: Sql, table: str) -> Iterator[str]:
    """Yield values of another sort than their column's."""
    for name, declared, may_be_empty in _column_declarations(sql, table):
        wanted = SORTS.get(declared, "'text'")
        allowed = f"{wanted}, 'null'" if may_be_empty else wanted
        for number, sort in sql.rows(
            f'SELECT rowid, typeof("{name}") FROM {table}'
            f' WHERE typeof("{name}") NOT IN ({allowed}) LIMIT {MAX_LISTED_FAULTS}'
        ):
            words = WORDS.get(sort, "nothing")
            yield (
                f"Row {number} of the table {table}: its {name} holds {words}"
                f" where {WORDS[wanted.strip(chr(39))]} belongs."
            )


def wrong_values(sql: Sql, table: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of a table, each with a condition that a row meets whose value is none."""
    for name, declared, may_be_empty in _column_declarations(sql, table):
        wanted = SORTS.get(declared, "'text'")
        allowed = f"{wanted}, 'null'" if may_be_empty else wanted
        yield name, f'typeof("{name}") NOT IN ({allowed})'
        for condition, _ in _conditions(table, name):
            yield name, condition


def _texts(sql: Sql, table: str, doubtful: frozenset[str] | None = None) -> Iterator[str]:
    """Yield texts that are not UTF-8."""
    names = [name for name, sort, _ in _column_declarations(sql, table) if sort not in SORTS]
    if doubtful is not None:
        names = [name for name in names if name in doubtful]
    if not names:
        return
    column_list = ", ".join(f'"{name}"' for name in names)
    try:
        for _ in sql.stream(f"SELECT concat_ws(char(10), {column_list}) FROM {table}"):
            pass
    except Damaged:
        yield from _undecodable(sql, table, names)


def _undecodable(sql: Sql, table: str, names: list[str]) -> Iterator[str]:
    listed_faults = 0
    for name in names:
        rows = sql.stream(f'SELECT rowid, CAST("{name}" AS BLOB) FROM {table}', size=100)
        for number, data in rows:
            if isinstance(data, bytes) and not _is_text(data) and listed_faults < MAX_LISTED_FAULTS:
                listed_faults += 1
                yield f"Row {number} of the table {table}: its {name} is not UTF-8."


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _ranges(sql: Sql, table: str) -> Iterator[str]:
    """Yield values that their column cannot have."""
    for name, _, _ in _column_declarations(sql, table):
        for condition, says in _conditions(table, name):
            for number, value in sql.rows(
                f'SELECT rowid, substr("{name}", 1, 60) FROM {table}'
                f" WHERE {condition} LIMIT {MAX_LISTED_FAULTS}"
            ):
                text = str(value).replace("\n", " ")
                yield f"Row {number} of the table {table}: its {name} “{text}” {says}."


def _conditions(table: str, name: str) -> Iterator[tuple[str, str]]:
    column = f'"{name}"'
    is_text = f"typeof({column}) = 'text'"
    if name == "marking":
        is_number = f"typeof({column}) = 'integer'"
        yield f"{is_number} AND {column} NOT BETWEEN 0 AND {len(MARKINGS) - 1}", "is no marking"
    if f"{table}.{name}" in CLOSED:
        words = (*CLOSED[f"{table}.{name}"], *(("primary",) if table == "name" else ()))
        yield f"{is_text} AND {column} NOT IN ({_quote_words(words)})", "is none of its words"
    if (table, name) in (("record", "kind"), ("draft", "kind"), ("saved_search", "kind")):
        yield f"{is_text} AND {column} NOT IN ({_quote_words(KINDS)})", "is no kind of record"
    if name == "country":
        odd = f"(length({column}) NOT BETWEEN 2 AND 4 OR {column} GLOB '*[^a-z]*')"
        yield f"{is_text} AND {column} <> '' AND {odd}", "is no country"
    if (table, name) in LONGEST:
        most, what = LONGEST[table, name]
        yield f"length({column}) > {most}", f"is longer than a {what} can be"
    if (table, name) == ("record", "title"):
        yield f"{is_text} AND trim({column}) = ''", "is empty"
    if name in ("created", "changed", "time", "written"):
        yield f"{is_text} AND {column} NOT GLOB '{DAY}T*'", "is no time"
    if name in ("checked_on", "keep_until", "as_of"):
        # SQLite reads 30 February as a day in March.
        yield f"{is_text} AND date({column}) IS NOT {column}", "is no day"
    if name in ("uid", "former_uid"):
        yield f"{is_text} AND length({column}) NOT BETWEEN 1 AND 200", "is no uid"
    if name in ("version", "row", "row_to", "id") and table not in NUMBERED_FROM_BELOW:
        yield f"typeof({column}) = 'integer' AND {column} < 1", "is less than 1"
        yield f"typeof({column}) = 'integer' AND {column} > {MAX_ROW_ID}", "is too large"


def _quote_words(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _dates(sql: Sql, table: str) -> Iterator[str]:
    """Yield dates that are none."""
    names = [name for name, _, _ in _column_declarations(sql, table)]
    for name in names:
        if not name.endswith("_edtf"):
            continue
        stem = name.removesuffix("_edtf")
        columns = f"{stem}_edtf, {stem}_first, {stem}_last"
        for number, *values in sql.stream(
            f"SELECT min(rowid), {columns} FROM {table} WHERE coalesce({columns}) IS NOT NULL"
            f" AND ({_PLAIN_DATE.format(stem=stem)}) IS NOT 1"
            f" GROUP BY {columns} LIMIT {MAX_LONG_DATES}"
        ):
            if all(value is None or isinstance(value, str) for value in values) and not holds(
                *values
            ):
                text = str(values[0])[:60]
                yield f"Row {number} of the table {table}: its {stem} “{text}” is no date."
    if table == "record":
        odd = f"day NOT GLOB '*{DAY}' OR (day GLOB '{DAY}' AND date(day) IS NOT day)"
        for number, day in sql.rows(
            f"SELECT rowid, substr(day, 1, 60) FROM record WHERE typeof(day) = 'text'"
            f" AND ({odd}) LIMIT {MAX_LISTED_FAULTS}"
        ):
            yield f"Row {number} of the table record: its day “{day}” is no day."
