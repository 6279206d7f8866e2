"""A file with any other object than a desk's is refused before it is read, whoever made it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db import Damaged, NotOurs, Person, make_desk, open_desk
from db.lens import Lens
from db.storage.schema import FILE, expected_schema, faults, normal
from tests.db.write_schema import content

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
SELF = "WHEN new.kind <> 'x' BEGIN"
# what is done to the schema of a desk, each a way in which a statement of ours would run it
HOSTILE = {
    "a trigger on insert": f"CREATE TRIGGER t AFTER INSERT ON record {SELF} DELETE FROM note; END",
    "a trigger on update": "CREATE TRIGGER t BEFORE UPDATE ON person BEGIN DELETE FROM name; END",
    "a trigger that fills the disk": (
        f"CREATE TRIGGER t AFTER INSERT ON change BEGIN INSERT INTO blob {ENDLESS}, 'x'; END"
    ),
    "a trigger that raises": (
        "CREATE TRIGGER t BEFORE INSERT ON change BEGIN SELECT raise(ABORT, 'no'); END"
    ),
    "a trigger that attaches": "CREATE TRIGGER t AFTER DELETE ON name BEGIN SELECT fold(1); END",
    "a trigger that loads": (
        "CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT load_extension('x.so'); END"
    ),
    "an endless view": f"CREATE VIEW v AS {ENDLESS}",
    "a view in place of a table": "DROP TABLE setting; CREATE VIEW setting AS SELECT 1 AS key",
    "an endless view in place of a table": (
        "DROP TABLE saved_search;"
        f" CREATE VIEW saved_search(id, name) AS SELECT x, x FROM ({ENDLESS})"
    ),
    "a view with a trigger": (
        "CREATE VIEW v AS SELECT 1 a; CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END"
    ),
    "a generated column": "ALTER TABLE record ADD COLUMN g AS (fold(title))",
    "a stored generated column": (
        "DROP TABLE stale; CREATE TABLE stale (record_id INTEGER PRIMARY KEY,"
        " g AS (zeroblob(1000000000)) STORED)"
    ),
    "a check that raises": (
        "DROP TABLE verdict; CREATE TABLE verdict (id INTEGER PRIMARY KEY, record_id INTEGER,"
        " other_id INTEGER, says VARCHAR CHECK (says <> says))"
    ),
    "a default that computes": "ALTER TABLE note ADD COLUMN d TEXT DEFAULT ''",
    "a table without rowid": (
        "DROP TABLE stale; CREATE TABLE stale (record_id INTEGER PRIMARY KEY) WITHOUT ROWID"
    ),
    "a strict table": "DROP TABLE stale; CREATE TABLE stale (record_id INTEGER PRIMARY KEY) STRICT",
    "a table with fewer columns": (
        "DROP TABLE setting; CREATE TABLE setting (key VARCHAR PRIMARY KEY)"
    ),
    "a table with other types": (
        "DROP TABLE setting; CREATE TABLE setting (key BLOB PRIMARY KEY, value BLOB)"
    ),
    "an index on an expression": "CREATE INDEX i ON record (length(title))",
    "an index on a fold": "CREATE INDEX i ON record (abs(marking))",
    "a partial index that computes": "CREATE INDEX i ON record (title) WHERE abs(marking) > 1",
    "an index more": "CREATE INDEX i ON record (title)",
    "a unique index more": "CREATE UNIQUE INDEX i ON record (created, id)",
    "an index of another collation": (
        "DROP INDEX record_by_title; CREATE INDEX record_by_title"
        " ON record (kind, sort_title COLLATE NOCASE, marking)"
    ),
    "a table more": "CREATE TABLE notes_of_mine (a)",
    "a table that names ours": (
        "CREATE TABLE x (id INTEGER REFERENCES record (id) ON DELETE CASCADE)"
    ),
    "a virtual table": "CREATE VIRTUAL TABLE x USING fts5(a)",
    "an older virtual table": "CREATE VIRTUAL TABLE x USING fts4(a)",
    "a tree": "CREATE VIRTUAL TABLE x USING rtree(id, a, b)",
    "full text of another table": (
        "DROP TABLE fts_event; CREATE VIRTUAL TABLE fts_event USING fts5(name, open, restricted,"
        " confidential, secret, content='blob')"
    ),
    "full text of another tokenizer": (
        "DROP TABLE fts_event; CREATE VIRTUAL TABLE fts_event USING fts5(name, open, restricted,"
        " confidential, secret, tokenize='porter')"
    ),
    "full text as a plain table": (
        "DROP TABLE fts_event; CREATE TABLE fts_event (name, open, restricted)"
    ),
}
LOST = {
    "a table": "DROP TABLE saved_search",
    "an index": "DROP INDEX record_by_title",
    "the full text": "DROP TABLE fts_person",
    "the settings": "DROP TABLE setting",
    "the records": "DROP TABLE record",
}
FORGED = {  # written into the schema itself, as no statement would
    "an unknown module": ("table", "x", "CREATE VIRTUAL TABLE x USING nothing(a)"),
    "an unknown module for ours": ("table", "fts_x", "CREATE VIRTUAL TABLE fts_x USING nothing(a)"),
    "a reserved name": ("view", "sqlite_x", "CREATE VIEW sqlite_x AS SELECT 1"),
    "statistics as a view": ("view", "sqlite_stat1", "CREATE VIEW sqlite_stat1 AS SELECT 1"),
    "no statement": ("table", "x", "no statement at all"),
    "two of one name": ("table", "record", "CREATE TABLE record (id)"),
    "a trigger on the schema": (
        "trigger",
        "t",
        "CREATE TRIGGER t AFTER INSERT ON record BEGIN SELECT 1; END",
    ),
    "a huge object": ("view", "v", "CREATE VIEW v AS SELECT 1 --" + "x" * 3_000_000),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "whole.desk"
    make_desk(path)
    with open_desk(path) as store:
        store.save(Person(title="Ishaq Dar"), Lens())
    return path


def refused(path: Path) -> str:
    """What opening says, for reading and for writing, at once and with the file left as it is."""
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    said = []
    for read_only in (True, False):
        with pytest.raises(NotOurs) as caught:
            open_desk(path, read_only=read_only)
        said.append(str(caught.value))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert said[0] == said[1] and path.name in said[0]
    assert said[0].endswith(".") and len(said[0]) < 300
    return said[0]


@pytest.mark.parametrize("name", HOSTILE)
def test_an_object_that_no_desk_has_refuses_the_file(
    name: str, whole: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(whole, tmp_path / "a.desk"))
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.create_function("fold", 1, str, deterministic=True)
    raw.executescript(f"PRAGMA foreign_keys = OFF; {HOSTILE[name]}; PRAGMA journal_mode = DELETE")
    raw.close()
    assert "no desk has" in (says := refused(path)) or "another" in says


@pytest.mark.parametrize("name", LOST)
def test_an_object_that_is_missing_is_damage(name: str, whole: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(whole, tmp_path / "a.desk"))
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.executescript(f"PRAGMA foreign_keys = OFF; {LOST[name]}; PRAGMA journal_mode = DELETE")
    raw.close()
    with pytest.raises(Damaged, match=r"is damaged: the \w+ “\w+” is missing(, and \d+ more)?;"):
        open_desk(path)
    refused(path)


@pytest.mark.parametrize("name", FORGED)
def test_an_object_forged_in_the_schema_refuses_the_file(
    name: str, whole: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(whole, tmp_path / "a.desk"))
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.executescript("PRAGMA journal_mode = DELETE; PRAGMA writable_schema = ON")
    sort, object_name, text = FORGED[name]
    raw.execute(
        "INSERT INTO sqlite_master VALUES (?, ?, 'record', 0, ?)", (sort, object_name, text)
    )
    raw.close()
    refused(path)


def test_thousands_of_objects_are_refused_soon(whole: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(whole, tmp_path / "a.desk"))
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.executescript("PRAGMA journal_mode = DELETE; BEGIN")
    for number in range(5_000):
        raw.execute(f"CREATE VIEW v{number} AS SELECT {number}")
    raw.execute("COMMIT")
    raw.close()
    refused(path)


def test_what_sqlite_learns_of_a_desk_is_no_object_of_another(whole: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(whole, tmp_path / "a.desk"))
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.executescript("ANALYZE")
    raw.close()
    with open_desk(path) as store:
        assert store.verify() == []


def test_the_file_says_what_a_new_desk_is() -> None:
    assert FILE.read_text(encoding="utf-8") == content(), "run python -m tests.db.write_schema"


def test_a_whole_desk_has_no_fault_and_the_schema_is_read_once(whole: Path) -> None:
    raw = dbapi2.connect(str(whole))
    rows = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    raw.close()
    assert faults(rows) == []
    assert expected_schema() is expected_schema()


def test_quotes_and_spaces_make_no_other_object() -> None:
    assert normal('CREATE TABLE "a"\n\t( b )') == normal("CREATE TABLE 'a' ( b )")
    assert normal(None) == ""
