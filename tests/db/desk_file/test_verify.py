"""What is wrong with a desk is told in sentences, whatever it is."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Lock

import pytest
from sqlcipher3 import dbapi2

from db import Attachment, Damaged, Lens, Person, make_desk, open_desk, open_to_verify, parse_query
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

DAMAGE = [
    ("DELETE FROM person WHERE id = 3", "have lost their own row"),
    ("UPDATE participant SET who_id = 999", "names a row of record that is not there"),
    ("UPDATE blob SET data = x'00'", "is not what was attached"),
    ("DELETE FROM blob", "The bytes of 1 attachments are missing"),
    ("DELETE FROM fts_person", "The full text of 1 records"),
    ("UPDATE record SET title = 'Other' WHERE id = 3", "does not say what the records say"),
]


@pytest.mark.parametrize(("statement", "says"), DAMAGE, ids=[says for _, says in DAMAGE])
def test_each_fault_is_told(small: Small, statement: str, says: str) -> None:
    person = small.fresh(small.munir)
    person.attachments = [Attachment(file_name="a", data=b"bytes")]
    small.store.save(person, small.lens)
    assert small.store.verify() == []
    sql_of(small.store).run("PRAGMA foreign_keys = OFF")
    sql_of(small.store).run(statement)
    assert any(says in said and said.endswith(".") for said in small.store.verify())


def test_full_text_is_made_anew(small: Small) -> None:
    sql_of(small.store).run("DELETE FROM fts_person")
    small.store.rebuild()
    assert small.store.verify() == []
    assert small.store.reader.count("person", Lens()) == 1


SCHEMA = [
    ("DROP TABLE saved_search", "the table “saved_search” is missing"),
    ("DROP TABLE person", "the table “person” is missing"),
    ("DROP TABLE revision", "the index “revision_by_row” is missing"),
    ("DROP TABLE fts_person", "the table “fts_person” is missing"),
    ("DROP TABLE setting", "the table “setting” is missing"),
    ("DROP INDEX record_by_title", "the index “record_by_title” is missing"),
    ("CREATE INDEX i ON record (abs(marking))", "there is the index “i”, which no desk has"),
    ("CREATE VIEW v AS SELECT 1", "there is the view “v”, which no desk has"),
    ("ALTER TABLE note ADD COLUMN d TEXT DEFAULT ''", "the table “note” is another than a desk"),
    (
        "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM note; END",
        "there is the trigger “t”, which no desk has",
    ),
    (
        "DROP TABLE saved_search; CREATE VIEW saved_search AS WITH RECURSIVE n(id) AS"
        " (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 'a' AS name, '' AS query FROM n",
        "there is the view “saved_search”, which no desk has",
    ),
    ("DELETE FROM sqlite_master WHERE name = 'person'", "the table “person” is missing"),
    ("DELETE FROM sqlite_master WHERE name = 'fts_event_data'", "“fts_event_data” is missing"),
    ("DELETE FROM sqlite_master WHERE name = 'revision'", "the table “revision” is missing"),
    (
        "UPDATE sqlite_master SET sql = 'NONSENSE' WHERE name = 'person'",
        "the table “person” is another than a desk has",
    ),
    (
        "UPDATE sqlite_master SET sql = CAST(x'FF' AS TEXT) WHERE name = 'person'",
        "the table “person” is another than a desk has",
    ),
    ("UPDATE sqlite_master SET rootpage = 1 << 30 WHERE name = 'person'", "person"),
    ("UPDATE sqlite_master SET name = 'record' WHERE name = 'note'", "the table “note” is missing"),
    (
        "INSERT INTO sqlite_master VALUES ('table', 'x', 'x', 0, 'CREATE VIRTUAL TABLE x USING y')",
        "there is the table “x”, which no desk has",
    ),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk of two people, of whom the second bears no marking that there is."""
    path = tmp_path_factory.mktemp("whole") / "whole.desk"
    make_desk(path)
    with open_desk(path) as store:
        for name in ("Ishaq Dar", "Hina Rabbani Khar"):
            store.save(Person(title=name), Lens())
        sql_of(store).run("UPDATE name SET kind = 'x' WHERE record_id = 1")
        sql_of(store).run("UPDATE record SET marking = 99 WHERE id = 2")
    return path


@pytest.mark.parametrize(("statements", "says"), SCHEMA, ids=[done[:60] for done, _ in SCHEMA])
def test_a_broken_schema_is_told_and_verify_goes_on(
    statements: str, says: str, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.desk_file.verify.MAX_VERIFY_SECONDS", 2.0)
    path = Path(shutil.copy(whole, tmp_path / "a.desk"))
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.executescript("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = DELETE")
    raw.executescript(f"PRAGMA writable_schema = ON; {statements}")
    raw.close()
    before = path.read_bytes()
    with open_to_verify(path) as store:
        assert store.is_read_only
        found = store.verify()
    assert any(says in said for said in found), found
    assert any("its marking “99”" in said for said in found), found
    assert all(said.endswith(".") for said in found)
    assert path.read_bytes() == before


def test_what_another_writes_while_a_desk_is_verified_is_no_fault(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two sections another process adds a record; verify looks at one moment."""
    path = small.store.path
    small.store.close()
    from db.desk_file import verify

    looked = verify.go_through
    added, one_writes = 0, Lock()

    with open_desk(path, read_only=True) as reading, open_desk(path) as writing:

        def look_and_add(section: verify.Section) -> list[str]:
            nonlocal added
            with one_writes:
                added += 1
                writing.save(Person(title=f"Person {added}"), Lens())
            return looked(section)

        monkeypatch.setattr(verify, "go_through", look_and_add)
        assert reading.verify() == []
        monkeypatch.undo()
        assert added > 20
        assert reading.verify() == []
        assert writing.reader.count("person", Lens()) == added + 1


BROKEN_FULL_TEXT = [
    "UPDATE fts_person_config SET v = 99",
    "DELETE FROM fts_person_config",
    "UPDATE fts_person_data SET block = x'FFFFFFFFFF'",
    "UPDATE fts_person_data SET block = 'text'",
    "DELETE FROM fts_person_data",
    "DELETE FROM fts_person_docsize",
    "UPDATE fts_person_idx SET pgno = 7777",
    "DROP TABLE fts_person",
    "DELETE FROM sqlite_master WHERE name = 'fts_person'",
    "DELETE FROM sqlite_master WHERE name = 'fts_person_config'",
]


@pytest.mark.parametrize("statements", BROKEN_FULL_TEXT)
def test_broken_full_text_is_told_and_made_anew(statements: str, tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    make_desk(path)
    with open_desk(path) as store:
        store.save(Person(title="Ishaq Dar"), Lens())
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.executescript(f"PRAGMA writable_schema = ON; {statements}")
    raw.close()
    with open_to_verify(path) as store:
        assert any("fts_person" in said or "full text" in said for said in store.verify())
    with open_to_verify(path, read_only=False) as store:
        store.rebuild()
    with open_desk(path) as store:
        assert [said for said in store.verify() if "never used" not in said] == []
        found = store.reader.page("person", parse_query("dar"), Lens()).ids
        assert len(found) == 1


def test_what_is_no_full_text_is_not_read_past_for_writing(whole: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(whole, tmp_path / "a.desk"))
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.executescript("DROP TABLE fts_person; DROP TABLE saved_search")
    raw.close()
    with pytest.raises(Damaged, match="“saved_search” is missing"):
        open_to_verify(path, read_only=False)
