"""What the driver's errors stand for, by SQLite's codes and never by its words; `engine` asks.

A code that tells of the file, the disk or another program is a refusal. One that may tell of a
slip of ours as well is a refusal only where the desk is found to be damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import sqlcipher3
from sqlcipher3 import dbapi2

from db.errors import Conflict, Damaged, DeskError, NotOurs, Refused, Stopped, Unavailable

MEND = "restore a copy of it, or run “verify” to see all that is broken"
ANOTHER_WRITES = "Another program is writing to the desk; try again in a moment."
ONLY_READ = "The desk can only be read here; nothing was changed."
CLOSED_TO_US = "The desk cannot be opened where it lies."


class Trouble(NamedTuple):
    """A result code of SQLite by its name, the family it belongs to and what is told of it."""

    code: int
    name: str
    family: type[DeskError]
    says: str


# The primary codes; the driver asks SQLite for no others, but a longer one is told by its family.
TROUBLES = (
    Trouble(3, "SQLITE_PERM", Unavailable, CLOSED_TO_US),
    Trouble(5, "SQLITE_BUSY", Unavailable, ANOTHER_WRITES),
    Trouble(6, "SQLITE_LOCKED", Unavailable, ANOTHER_WRITES),
    Trouble(7, "SQLITE_NOMEM", Unavailable, "The memory does not suffice; close other programs."),
    Trouble(8, "SQLITE_READONLY", Unavailable, ONLY_READ),
    Trouble(9, "SQLITE_INTERRUPT", Stopped, "The question was withdrawn."),
    Trouble(10, "SQLITE_IOERR", Unavailable, "The disk does not answer; nothing was changed."),
    Trouble(11, "SQLITE_CORRUPT", Damaged, f"The desk is damaged{{where}}; {MEND}."),
    Trouble(
        13,
        "SQLITE_FULL",
        Unavailable,
        "The disk is full; free some space and try again. Nothing was changed.",
    ),
    Trouble(14, "SQLITE_CANTOPEN", Unavailable, CLOSED_TO_US),
    Trouble(15, "SQLITE_PROTOCOL", Unavailable, ANOTHER_WRITES),
    Trouble(17, "SQLITE_SCHEMA", Unavailable, ANOTHER_WRITES),
    Trouble(18, "SQLITE_TOOBIG", Refused, "A text or file is too large for a desk; shorten it."),
    Trouble(22, "SQLITE_NOLFS", Unavailable, "The disk takes no file of this size."),
    Trouble(24, "SQLITE_FORMAT", Damaged, f"The desk is damaged{{where}}; {MEND}."),
    Trouble(
        26, "SQLITE_NOTADB", NotOurs, "The file is not a desk, or its passphrase is another one."
    ),
)
BY_CODE = {trouble.code: trouble for trouble in TROUBLES}
CONSTRAINT = 19
# What the driver raises; the second where a message of SQLite's cites what is not UTF-8.
DRIVER_ERRORS = (sqlcipher3.Error, UnicodeDecodeError)
NAMES_NOTHING = "What this names is no longer on the desk; choose it again."
PRIMARY = 0xFF  # the bits of a code that name its family
# A slip of ours, or what a damaged desk answers: ERROR (a virtual table that cannot be made, a
# format of full text that is none), CONSTRAINT (two rows of one number), MISMATCH, INTERNAL.
DOUBTFUL = frozenset({1, 2, CONSTRAINT, 20})
TABLE = re.compile(r"\b(?:FROM|INTO|UPDATE|TABLE(?: IF EXISTS)?)\s+(?:main\.)?(\w+)", re.I)
FULL_TEXT = "fts_"


def code_of(error: BaseException) -> int | None:
    """Return SQLite's extended result code, None where the driver itself complains."""
    code = getattr(error, "sqlite_errorcode", None)
    return code if isinstance(code, int) else None


def is_undecodable(error: BaseException) -> bool:
    """Say whether the driver met text that is no UTF-8: it raises that without a code of SQLite's.

    What SQLite says of a broken schema may be no text either.
    """
    return isinstance(error, UnicodeDecodeError) or (
        type(error) is dbapi2.OperationalError and code_of(error) is None
    )


def where_of(statement: str) -> str:
    """Say where a statement met damage, in words that follow "damaged".

    >>> where_of("SELECT id FROM record WHERE kind = ?"), where_of("PRAGMA optimize")
    (' in the table record', '')
    >>> where_of("SELECT rowid FROM fts_person")
    ' in its full text (fts_person)'
    """
    found = TABLE.search(statement)
    if found is None:
        return ""
    table = found[1]
    if table.startswith(FULL_TEXT):
        return f" in its full text ({table})"
    return f" in the table {table}"


def trouble(error: BaseException, statement: str = "") -> DeskError | None:
    """Return the refusal that a driver's error stands for, or None when it may be a bug."""
    if is_undecodable(error):
        return Damaged(f"The desk is damaged{where_of(statement)}: a text is not UTF-8; {MEND}.")
    code = code_of(error)
    if code is None:
        return None
    if code & PRIMARY == CONSTRAINT and statement == "COMMIT":
        return Conflict(NAMES_NOTHING)  # all references are looked at then, and nothing else is
    known = BY_CODE.get(code & PRIMARY)
    if known is None:
        return None
    where = where_of(statement)
    if known.family is Damaged and FULL_TEXT in where:
        return Damaged(f"The desk is damaged{where}; run “verify --rebuild”, which makes it anew.")
    return known.family(known.says.format(where=where))


def explain(raw: dbapi2.Connection, error: BaseException, statement: str = "") -> DeskError | None:
    """Return an error as it is, or the damage behind what may be a slip of ours."""
    known = trouble(error, statement)
    if known is not None:
        return known
    code = code_of(error)
    if code is None or code & PRIMARY not in DOUBTFUL:
        return None
    return next(_damage(raw), None)


def _damage(raw: dbapi2.Connection) -> Iterator[Damaged]:
    """Yield what is damaged in a desk of strange answers: full text, pages, indexes."""
    statement = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    try:
        for (name,) in raw.execute(statement).fetchall():
            if fault := _fault(raw, f'SELECT rowid FROM "{name}" LIMIT 1'):
                yield Damaged(
                    f"The desk is damaged in its full text ({name}: {fault}); run “verify"
                    " --rebuild”, which makes it anew, or restore a copy."
                )
        for (message,) in raw.execute("PRAGMA integrity_check(1)").fetchall():
            if message != "ok":
                yield Damaged(f"The desk is damaged ({' '.join(message.split())}); {MEND}.")
    except DRIVER_ERRORS as error:
        refusal = trouble(error)
        yield refusal if isinstance(refusal, Damaged) else Damaged(f"The desk is damaged; {MEND}.")


def _fault(raw: dbapi2.Connection, statement: str) -> str:
    try:
        raw.execute(statement).fetchall()
    except DRIVER_ERRORS as error:
        return str(error)
    return ""
