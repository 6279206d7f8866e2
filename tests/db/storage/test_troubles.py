"""What the driver's errors stand for: each provoked as SQLite raises it, none told by its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlcipher3
from sqlcipher3 import dbapi2

from db.errors import Conflict, Damaged, DeskError, NotOurs, Refused, Stopped, Unavailable
from db.storage.troubles import TROUBLES, explain, is_undecodable, trouble, where_of


class Coded(sqlcipher3.Error):
    """An error with a code alone: in another tongue, or with the words of another error."""

    def __init__(self, code: int, says: str = "etwas ging schief") -> None:
        super().__init__(says)
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "family"),
    [
        (3, Unavailable),
        (5, Unavailable),
        (5 | 1 << 8, Unavailable),  # SQLITE_BUSY_RECOVERY
        (6, Unavailable),
        (7, Unavailable),
        (8, Unavailable),
        (8 | 3 << 8, Unavailable),  # SQLITE_READONLY_ROLLBACK
        (9, Stopped),
        (10, Unavailable),
        (10 | 24 << 8, Unavailable),  # SQLITE_IOERR_MMAP
        (11, Damaged),
        (11 | 1 << 8, Damaged),  # SQLITE_CORRUPT_VTAB
        (11 | 3 << 8, Damaged),  # SQLITE_CORRUPT_INDEX
        (13, Unavailable),
        (14, Unavailable),
        (15, Unavailable),
        (18, Refused),
        (26, NotOurs),
    ],
)
@pytest.mark.parametrize("says", ["etwas ging schief", "database is locked", "interrupted", ""])
def test_a_code_is_told_by_itself_whatever_the_words(
    code: int, family: type[DeskError], says: str
) -> None:
    found = trouble(Coded(code, says))
    assert type(found) is family
    assert str(found).endswith(".") and "\n" not in str(found) and "{" not in str(found)


@pytest.mark.parametrize("code", [1, 2, 19, 19 | 8 << 8, 20, 21, 25])
def test_what_may_be_a_slip_of_ours_is_a_bug(code: int) -> None:
    assert trouble(Coded(code, "database disk image is malformed")) is None


def test_the_codes_are_those_that_the_driver_names() -> None:
    for each in TROUBLES:
        known = getattr(dbapi2, each.name, each.code)
        assert known == each.code


def memory() -> dbapi2.Connection:
    raw = dbapi2.connect(":memory:", isolation_level=None)
    raw.execute("CREATE VIRTUAL TABLE fts_person USING fts5(name)")
    raw.execute("INSERT INTO fts_person VALUES ('dar')")
    return raw


def no_shadow(raw: dbapi2.Connection) -> None:
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("DELETE FROM sqlite_master WHERE name = 'fts_person_config'")
    raw.execute("PRAGMA writable_schema = RESET")


def another_format(raw: dbapi2.Connection) -> None:
    raw.execute("UPDATE fts_person_config SET v = 99")
    raw.execute("PRAGMA writable_schema = RESET")


def broken_structure(raw: dbapi2.Connection) -> None:
    raw.execute("UPDATE fts_person_data SET block = x'ffffffffffff'")


def no_blocks(raw: dbapi2.Connection) -> None:
    raw.execute("DELETE FROM fts_person_data")


@pytest.mark.parametrize("damage", [no_shadow, another_format, broken_structure, no_blocks])
def test_broken_full_text_is_damage_with_its_name_and_mend(
    damage: Callable[[dbapi2.Connection], None],
) -> None:
    raw = memory()
    damage(raw)
    statement = "SELECT rowid FROM fts_person WHERE fts_person MATCH 'dar'"
    with pytest.raises(sqlcipher3.Error) as caught:
        raw.execute(statement).fetchall()
    found = explain(raw, caught.value, statement)
    assert type(found) is Damaged
    assert "damaged" in str(found) and "fts_person" in str(found) and "--rebuild" in str(found)


def test_a_slip_in_a_statement_is_no_damage() -> None:
    raw = memory()
    for statement in ("SELECT titel FROM fts_person", "SELEC 1", "SELECT * FROM nowhere"):
        with pytest.raises(sqlcipher3.Error) as caught:
            raw.execute(statement)
        assert explain(raw, caught.value, statement) is None


def test_text_that_is_none_is_told_from_an_error_of_sqlite() -> None:
    raw = memory()
    with pytest.raises(sqlcipher3.Error) as caught:
        raw.execute("SELECT CAST(x'ff41' AS TEXT) FROM fts_person").fetchall()
    assert is_undecodable(caught.value)
    assert "UTF-8" in str(trouble(caught.value))
    with pytest.raises(sqlcipher3.Error) as caught:
        raw.execute("SELECT * FROM nowhere")
    assert not is_undecodable(caught.value)


def test_what_names_nothing_is_told_when_all_is_written() -> None:
    raw = memory()
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT UNIQUE)")
    raw.execute("CREATE TABLE c (a INTEGER REFERENCES a (id))")
    raw.execute("BEGIN")
    raw.execute("PRAGMA defer_foreign_keys = ON")
    raw.execute("INSERT INTO c VALUES (7)")
    with pytest.raises(sqlcipher3.Error) as caught:
        raw.execute("COMMIT")
    assert type(explain(raw, caught.value, "COMMIT")) is Conflict
    raw.execute("ROLLBACK")
    raw.execute("INSERT INTO a VALUES (1, 'x')")
    with pytest.raises(sqlcipher3.Error) as caught:
        raw.execute("INSERT INTO a VALUES (2, 'x')")
    assert explain(raw, caught.value, "INSERT INTO a VALUES (2, 'x')") is None


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("SELECT a FROM record r JOIN name n", " in the table record"),
        ("INSERT INTO revision (a) VALUES (?)", " in the table revision"),
        ("UPDATE person SET given=?", " in the table person"),
        ("DROP TABLE fts_event", " in its full text (fts_event)"),
        ("BEGIN IMMEDIATE", ""),
    ],
)
def test_where_a_statement_met_damage(statement: str, where: str) -> None:
    assert where_of(statement) == where
