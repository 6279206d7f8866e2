"""One connection: statements in, tuples out. `engine` makes it; everything else asks through it.

A reader's connection is lenient: what is damaged in a row is read past and noted, so that one
broken value ends no list. Who writes is refused instead.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sqlcipher3 import dbapi2

from db.errors import Damaged, DeskError, FileMoved, NotOurs, Stopped, Unavailable
from db.storage.files.file_handle import DeskFile
from db.storage.troubles import DRIVER_ERRORS, MEND, explain, is_undecodable, where_of
from db.storage.unpacking import MAX_TITLE_LETTERS

if TYPE_CHECKING:
    from sqlalchemy.sql import ClauseElement

STEPS_A_LOOK = 100_000  # of SQLite's machine between two looks at whether an answer is still wanted
BYTES = re.compile(r"\b(?:before|after|data|used|block|sz)\b")  # the columns that hold bytes
MAX_DAMAGE_NOTES = 20  # of damage that one connection remembers
TYPES: dict[str, type] = {"INTEGER": int, "BOOLEAN": int, "BLOB": bytes}
ONE_LINE = frozenset({"title", "sort_title", "label", "uid"})  # columns that lists show
Row = tuple[Any, ...]
Columns = Sequence[Sequence[Any]] | None  # as a cursor describes them


class Reference(NamedTuple):
    """A column that names a row of another table; `strict` when it cannot be empty."""

    table: str
    column: str
    strict: bool


class FileGuard(Protocol):
    """What is asked around each transaction of who writes: whether the file is still the desk's.

    `db.storage.watch` is it.
    """

    file: DeskFile

    def fault(self) -> str:
        """Return what is wrong with the open file itself; empty when nothing."""
        ...

    def trust(self) -> None:
        """Take the file as it lies for ours."""

    def check(self) -> None:
        """Raise `FileMoved` when what is open is no longer what lies at its path."""

    def mark(self, sql: Sql) -> None:
        """Bind what is about to be committed to the file beneath it."""

    def note(self) -> None:
        """Learn what a commit has made of the file."""


class StatementLimit:
    """What breaks off a running statement: nobody wants its answer any more, or its time is up.

    It knows no connection. A connection keeps what it was told to ask out of the collector's sight,
    so whatever led from here back to it would stay for ever.
    """

    def __init__(self) -> None:
        self.is_unwanted: Callable[[], bool] | None = None  # asked before and during each question
        self.deadline: float | None = None  # on the clock of `time.monotonic`, for a foreign file

    def is_reached(self) -> bool:
        """Say whether the statement that is running is to be broken off."""
        if self.is_unwanted is not None and self.is_unwanted():
            return True
        return self.deadline is not None and time.monotonic() > self.deadline


class Sql:
    """One connection: statements in, tuples out, errors told apart once."""

    def __init__(self, raw: dbapi2.Connection, release: Callable[[], None]) -> None:
        self.raw = raw
        self._release = release
        self.is_open = True
        self._columns: dict[str, tuple[str, ...]] = {}
        self._references: dict[str, list[Reference]] = {}
        self._types: dict[str, tuple[type, ...]] = {}
        self._required: dict[str, frozenset[str]] = {}
        self.wanted: dict[tuple[str, tuple[str, ...]], Any] = {}  # kept for `damage`
        # columns that only a newer program knows, by table, once `newer_columns` was asked
        self.newer_columns: tuple[tuple[str, tuple[str, ...]], ...] | None = None
        self.is_known = True  # a desk for sure: what is no database in it is damaged
        self.is_broken = False  # the schema is another: what a statement meets is damage
        # A reader reads on past what is damaged and notes it here; who writes is refused.
        self.is_lenient = False
        self.watch: FileGuard | None = None  # asked around each transaction of who writes
        self.why_unreadable: Callable[[], FileMoved | None] | None = (
            None  # asked where reading fails
        )
        self._changes_before = 0
        self.notes: dict[str, None] = {}
        self.on_note: Callable[[str], None] | None = None
        self.is_counted = False  # whether records that no list shows were looked for
        self.limit = StatementLimit()
        raw.set_progress_handler(self.limit.is_reached, STEPS_A_LOOK)

    def columns(self, table: str) -> tuple[str, ...]:
        """Return the columns of a table, in the file's order."""
        if table not in self._columns:
            rows = self.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
            self._columns[table] = tuple(row[0] for row in rows)
        return self._columns[table]

    def required_columns(self, table: str) -> frozenset[str]:
        """Return the columns of a table that cannot be empty."""
        if table not in self._required:
            statement = 'SELECT name FROM pragma_table_info(?) WHERE "notnull"'
            self._required[table] = frozenset(row[0] for row in self.rows(statement, (table,)))
        return self._required[table]

    def references(self, table: str) -> list[Reference]:
        """Return every column of another table, or of this one, that names a row of `table`."""
        if not self._references:
            for child, column, target, strict in self.rows(
                'SELECT m.name, f."from", f."table", c."notnull" OR c.pk FROM sqlite_master m'
                " JOIN pragma_foreign_key_list(m.name) f"
                ' JOIN pragma_table_info(m.name) c ON c.name = f."from"'
                " WHERE m.type = 'table'"
            ):
                self._references.setdefault(target, []).append(
                    Reference(child, column, bool(strict))
                )
        return self._references.get(table, [])

    def _raise_if_stopped(self) -> None:
        """End here what nobody wants: an interrupt hits only a statement that is running."""
        if self.limit.is_unwanted is not None and self.limit.is_unwanted():
            raise Stopped("The question was withdrawn.")

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        self._raise_if_stopped()
        try:
            cursor = self.raw.execute(statement, values)
            found: list[Row] = cursor.fetchall()
        except DRIVER_ERRORS as error:
            if self.is_lenient and is_undecodable(error):
                return list(self._read_anyhow(statement, values))
            raise self._translate_error(error, statement) from error
        return self._legible(statement, found, cursor.description) if self.is_lenient else found

    def stream(self, statement: str, values: Sequence[Any] = (), size: int = 2000) -> Iterable[Row]:
        """Yield the rows of a long query, fetched `size` at a time to let other threads run."""
        yielded = 0
        try:
            cursor = self.raw.execute(statement, values)
            while batch := cursor.fetchmany(size):
                yield from self._short(statement, batch, cursor.description)
                yielded += len(batch)
        except DRIVER_ERRORS as error:
            if not (self.is_lenient and is_undecodable(error)):
                raise self._translate_error(error, statement) from error
            yield from islice(self._read_anyhow(statement, values), yielded, None)

    def one(self, statement: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        self._raise_if_stopped()
        try:
            cursor = self.raw.execute(statement, values)
            found: Row | None = cursor.fetchone()
        except DRIVER_ERRORS as error:
            if self.is_lenient and is_undecodable(error):
                return next(self._read_anyhow(statement, values), None)
            raise self._translate_error(error, statement) from error
        if found is None or not self.is_lenient:
            return found
        return self._legible(statement, [found], cursor.description)[0]

    def _translate_error(self, error: Exception, statement: str) -> Exception:
        """Return the refusal that an error of the driver means, or itself where it is a bug.

        What a reader met in a file that has been replaced is told as that, whatever it looks like.
        """
        refusal = self._refusal_behind(error, statement)
        is_strange = isinstance(refusal, NotOurs) or not isinstance(refusal, DeskError)
        if is_strange and self.why_unreadable is not None:
            return self.why_unreadable() or refusal
        return refusal

    def _refusal_behind(self, error: Exception, statement: str) -> Exception:
        if self.limit.is_unwanted is not None and self.limit.is_unwanted():
            return Stopped("The question was withdrawn.")  # whatever it has become on the way
        if self.limit.deadline is not None and time.monotonic() > self.limit.deadline:
            return Damaged(f"The desk is damaged{where_of(statement)}: it takes too long to read.")
        refusal = explain(self.raw, error, statement)
        if type(refusal) is NotOurs and self.is_known:
            return Damaged(f"The desk is damaged{where_of(statement)}; {MEND}.")
        if refusal is None and self.is_broken:
            return Damaged(f"The desk is damaged{where_of(statement)}: {error}.")
        return refusal or error

    def note(self, says: str) -> None:
        """Remember what was met and read past."""
        if len(self.notes) < MAX_DAMAGE_NOTES and says not in self.notes:
            self.notes[says] = None
            if self.on_note is not None:
                self.on_note(says)

    def _read_anyhow(self, statement: str, values: Sequence[Any]) -> Iterator[Row]:
        """Return the rows of a query with � for what is no text, at which the driver stops."""
        self.note(f"A text{where_of(statement)} is not UTF-8; it is shown with � where it breaks.")
        try:
            self.raw.text_factory = _decode
            cursor = self.raw.execute(statement, values)
            found: list[Row] = cursor.fetchall()
        except DRIVER_ERRORS as error:
            raise self._translate_error(error, statement) from error
        finally:
            self.raw.text_factory = str
        return iter(self._legible(statement, found, cursor.description))

    def _legible(self, statement: str, found: list[Row], columns: Columns) -> list[Row]:
        """Return the rows with text where a damaged desk holds bytes, and no endless titles."""
        found = self._short(statement, found, columns)
        if bytes not in map(type, chain.from_iterable(found)) or _asks_for_bytes(statement):
            return found
        self.note(f"Bytes stand where text belongs{where_of(statement)}.")
        return [
            tuple(_decode(cell) if isinstance(cell, bytes) else cell for cell in row)
            for row in found
        ]

    def _short(self, statement: str, found: list[Row], columns: Columns) -> list[Row]:
        """Return the rows with the beginning of titles that are longer than any can be."""
        if not self.is_lenient or columns is None or "UNION" in statement:
            return found  # columns of a union bear the names of its first part
        for place, (name, *_) in enumerate(columns):
            if name not in ONE_LINE:
                continue
            for at, row in enumerate(found):
                cell = row[place]
                if type(cell) is str and len(cell) > MAX_TITLE_LETTERS:
                    size = f"{len(cell):,} characters"
                    self.note(f"A {name}{where_of(statement)} has {size}; only some are shown.")
                    found[at] = (*row[:place], cell[:MAX_TITLE_LETTERS], *row[place + 1 :])
        return found

    def types(self, table: str) -> tuple[type, ...]:
        """Return the types that a table's columns are declared with, in the order of `columns`."""
        if table not in self._types:
            rows = self.rows("SELECT type FROM pragma_table_info(?) ORDER BY cid", (table,))
            self._types[table] = tuple(TYPES.get(row[0], str) for row in rows)
        return self._types[table]

    def ask(self, statement: ClauseElement) -> list[Row]:
        """Return the rows of a statement over the declared tables; none where it only writes."""
        from db.storage.statements import text_and_values  # tables are loaded by who asks so

        return self.rows(*text_and_values(statement))

    def value(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.one(statement, values)
        return None if row is None else row[0]

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """Run one statement for its effect."""
        try:
            self.raw.execute(statement, values)
        except DRIVER_ERRORS as error:
            raise self._translate_error(error, statement) from error

    def run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows."""
        try:
            self.raw.executemany(statement, rows)
        except DRIVER_ERRORS as error:
            raise self._translate_error(error, statement) from error

    def begin(self) -> None:
        """Begin to write, if the file that is open is still the desk's."""
        if self.watch is not None:
            self.watch.check()
        try:
            self.run("BEGIN IMMEDIATE")
        except DeskError:
            if self.watch is not None:
                self.watch.check()  # of a file that was written over meanwhile that is told first
            raise
        self._changes_before = self.raw.total_changes

    def commit(self) -> None:
        """Put on the disk what was written, if the file that is open is still the desk's."""
        self._raise_if_stopped()
        if self.watch is not None and self.raw.total_changes != self._changes_before:
            self.watch.mark(self)
        self.run("COMMIT")
        if self.watch is not None:
            self.watch.note()

    def roll_back(self, why: BaseException) -> None:
        """Take back what was written since `begin`.

        Of a file that was written over meanwhile that is told, not what was then met in it.
        """
        if self.raw.in_transaction:
            self.run("ROLLBACK")
        strange = isinstance(why, (*DRIVER_ERRORS, Unavailable))
        if self.watch is not None and strange and not isinstance(why, FileMoved):
            self.watch.check()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that is written in here, or nothing."""
        self.begin()
        try:
            yield
            self.commit()
        except BaseException as error:
            self.roll_back(error)
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Put several questions to one moment: what others write meanwhile is not seen."""
        self.run("BEGIN")
        try:
            yield
        finally:
            if self.raw.in_transaction:
                self.run("ROLLBACK")

    def interrupt(self) -> None:
        """Stop what this connection is doing, from any thread."""
        self.raw.interrupt()

    def close(self) -> None:
        """Give the connection back to the system."""
        if self.is_open:
            self.is_open = False
            self.raw.set_progress_handler(None, 0)
            self._release()

    def go_on_with(self, other: Sql) -> None:
        """Take over another's new connection: to the same rows, in a file that may be another."""
        self.raw, self._release, self.is_open = other.raw, other._release, True
        self.raw.set_progress_handler(self.limit.is_reached, STEPS_A_LOOK)


def _decode(data: bytes) -> str:
    """Return bytes as text, with � for what is none."""
    return data.decode("utf-8", "replace")


@lru_cache(maxsize=1000)
def _asks_for_bytes(statement: str) -> bool:
    """Say whether a statement reads columns that hold bytes."""
    return BYTES.search(statement) is not None
