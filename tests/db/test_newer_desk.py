"""A desk of a newer format: opened where it says that ours suffices, refused untouched where not.

What it holds beyond our fields stays through everything that is done with it here.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from db import (
    DeskError,
    Lens,
    Person,
    Rank,
    Store,
    TooNew,
    erase_record,
    export_records,
    load_sample,
    make_desk,
    merge_records,
    open_desk,
    parse_query,
    restore_desk,
)
from db.errors import NotOurs
from db.exchange.merge_file import merge_file
from db.lists.newer_columns import newer_columns
from db.storage.engine import SCHEMA_VERSION
from db.storage.row_mapping import shapes
from db.storage.schema import widened_tables
from db.storage.stored_records import select_rows
from tests.db.damage.desks import connected
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")
NEWER = (
    "ALTER TABLE record ADD COLUMN shelf VARCHAR",
    "ALTER TABLE person ADD COLUMN shoe INTEGER",
    "ALTER TABLE rank ADD COLUMN badge VARCHAR",
    "ALTER TABLE source ADD COLUMN colour VARCHAR",
)
FILLED = (
    "UPDATE record SET shelf = 'shelf ' || id",
    "UPDATE person SET shoe = id",
    "UPDATE rank SET badge = 'badge ' || id",
    "UPDATE source SET colour = 'colour ' || id",
)


def write(path: Path, *statements: str) -> None:
    raw = connected(path)
    for each in statements:
        raw.execute(each)
    raw.commit()
    raw.close()


def make_newer(path: Path, oldest: str | None = str(SCHEMA_VERSION)) -> Path:
    """Make a desk as a newer program leaves it, which gave four tables a column more."""
    make_desk(path)
    with open_desk(path) as store:
        load_sample(store)
        store.save(Person(title="Ann Other", ranks=[Rank(title="Colonel")]), LENS)
    is_for_ours = "INSERT OR REPLACE INTO setting VALUES ('oldest_format', '{0}')"
    said = "DELETE FROM setting WHERE key = 'oldest_format'"
    write(
        path,
        *NEWER,
        *FILLED,
        is_for_ours.format(oldest) if oldest is not None else said,
        f"PRAGMA user_version = {SCHEMA_VERSION + 1}",
    )
    with open_desk(path) as store:
        store_sums(store)
    return path


def store_sums(store: Store) -> None:
    """Leave the sums as a newer program has them: it knows its columns."""
    from db.desk_file import record_sums

    sql = sql_of(store)
    with sql.transaction():
        record_sums.renew_all(sql)


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    return make_newer(tmp_path / "newer.desk")


def beyond(store: Store) -> dict[str, set[tuple[object, ...]]]:
    sql = sql_of(store.reader)
    return {
        table: set(sql.rows(f"SELECT id, {', '.join(names)} FROM {table}"))
        for table, names in newer_columns(sql)
    }


def found(store: Store, words: str) -> int:
    return store.reader.page("person", parse_query(words), LENS).ids[0]


def test_a_newer_desk_that_says_ours_suffices_is_read_written_and_told(newer: Path) -> None:
    with open_desk(newer) as store:
        assert not store.is_read_only
        assert f"a newer Aide-Mémoire (format {SCHEMA_VERSION + 1})" in store.says
        assert store.verify() == []
        assert store.info(LENS).version == SCHEMA_VERSION + 1
        assert beyond(store).keys() == {"person", "rank", "record", "source"}


def test_edit_undo_and_deletion_keep_what_is_beyond_our_fields(newer: Path) -> None:
    with open_desk(newer) as store:
        before = beyond(store)
        key = found(store, "Ann Other")
        person = store.reader.get(key, LENS)
        person.biography, person.ranks[0].title = "Something new", "General"
        edited = store.save(person, LENS)
        assert edited is not None
        assert beyond(store) == before
        store.revert(edited.id, LENS)
        assert beyond(store) == before
        gone = store.remove([key], LENS)
        assert len(beyond(store)["rank"]) < len(before["rank"])
        store.revert(gone.id, LENS)
        assert beyond(store) == before
        made = store.save(Person(title="Quite new", ranks=[Rank(title="Major")]), LENS)
        assert made is not None
        store.revert(made.id, LENS)
        assert beyond(store) == before
        assert store.verify() == []
        assert store.reader.changes(limit=50)
    with open_desk(newer) as store:
        assert store.info(LENS).version == SCHEMA_VERSION + 1


def test_merged_records_keep_the_lines_of_both_with_what_is_beyond(newer: Path) -> None:
    with open_desk(newer) as store:
        before = beyond(store)
        one, two = found(store, "Ann Other"), found(store, "Ishaq Dar")
        with store.unit_of_work("Merge") as work:
            merge_records(work, two, one, {}, LENS)
        change = store.change_of(work)
        assert change is not None
        assert beyond(store)["rank"] == before["rank"]
        assert (two, f"shelf {two}") in beyond(store)["record"]
        store.revert(change.id, LENS)
        assert beyond(store) == before
        assert store.verify() == []


def test_copies_and_the_compacted_desk_have_it_too(newer: Path, tmp_path: Path) -> None:
    with open_desk(newer) as store:
        before = beyond(store)
        store.copies.save(tmp_path / "copy.desk")
        assert store.compact() == ""
        assert beyond(store) == before
    restore_desk(tmp_path / "copy.desk", tmp_path / "back.desk")
    with open_desk(tmp_path / "back.desk") as store:
        assert beyond(store) == before


def test_an_export_leaves_the_desk_as_it_is(newer: Path, tmp_path: Path) -> None:
    with open_desk(newer) as store:
        before = beyond(store)
        ids = {"person": [found(store, "Ann Other")]}
        export_records(store.reader, tmp_path / "bundle.zip", ids, LENS)
        assert beyond(store) == before


def test_desks_of_both_formats_are_merged_either_way(newer: Path, tmp_path: Path) -> None:
    make_desk(ours := tmp_path / "ours.desk")
    with open_desk(ours) as store:
        store.save(Person(title="Only Here", ranks=[Rank(title="Major")]), LENS)
        merge_file(store, newer, LENS)
        assert found(store, "Ann Other") and store.verify() == []
    with open_desk(newer) as store:
        before = beyond(store)
        merge_file(store, ours, LENS)
        assert found(store, "Only Here") and store.verify() == []
        after = beyond(store)
        assert all(rows <= after[table] for table, rows in before.items())


def test_an_erased_record_leaves_nothing_of_what_is_beyond(newer: Path) -> None:
    with open_desk(newer) as store:
        key = found(store, "Ann Other")
        uid = store.reader.get(key, LENS).uid
        erase_record(store, uid, LENS)
        assert store.verify() == []
    assert f"shelf {key}".encode() not in newer.read_bytes()


@pytest.mark.parametrize("oldest", [None, str(SCHEMA_VERSION + 1), "", "-1", "fifteen"])
def test_a_newer_desk_that_does_not_say_so_is_refused_untouched(
    tmp_path: Path, oldest: str | None
) -> None:
    make_desk(path := tmp_path / "newer.desk")
    setting = "DELETE FROM setting WHERE key = 'oldest_format'"
    if oldest is not None:
        setting = f"UPDATE setting SET value = '{oldest}' WHERE key = 'oldest_format'"
    write(path, setting, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(TooNew, match="written by a newer Aide-Mémoire"):
        open_desk(path)
    assert path.read_bytes() == before


FORGED = (
    "CREATE TRIGGER spy AFTER UPDATE ON record BEGIN SELECT 1; END",
    "CREATE VIEW spy AS SELECT 1",
    "CREATE TABLE spy (id INTEGER)",
    "CREATE INDEX spy ON person (shoe)",
    "ALTER TABLE tenure ADD COLUMN spy INTEGER DEFAULT 7",
    "ALTER TABLE tenure ADD COLUMN spy INTEGER REFERENCES record (id)",
    "ALTER TABLE tenure ADD COLUMN spy INTEGER CHECK (spy > 1)",
    "ALTER TABLE tenure ADD COLUMN spy INTEGER AS (id + 1)",
    "ALTER TABLE setting ADD COLUMN spy VARCHAR",
    "ALTER TABLE change ADD COLUMN spy VARCHAR",
    "ALTER TABLE person DROP COLUMN gender",
)


@pytest.mark.parametrize("statement", FORGED)
def test_whatever_else_a_newer_desk_has_refuses_it_untouched(
    tmp_path: Path, statement: str
) -> None:
    make_desk(path := tmp_path / "newer.desk")
    write(path, *NEWER, statement, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises((NotOurs, TooNew)) as told:
        open_desk(path)
    assert isinstance(told.value, DeskError)
    assert path.read_bytes() == before


def test_records_their_lines_and_sources_alone_may_have_more(tmp_path: Path) -> None:
    assert widened_tables() == {"record", *(shape.table for shape in shapes())}
    make_desk(path := tmp_path / "own.desk")
    with open_desk(path) as store, closing(store.new_connection()) as sql:
        assert newer_columns(sql) == ()
        assert sql.value("SELECT value FROM setting WHERE key = 'oldest_format'")


def test_an_edit_of_a_newer_program_is_told_and_undone(newer: Path) -> None:
    with open_desk(newer) as store:
        before = beyond(store)
        key = found(store, "Ann Other")
        with store.unit_of_work("Edit Ann Other") as work:
            work.touch(key, "person")
            [row] = select_rows(work.sql, "person", "id=?", (key,))
            work.update("person", row, {"shoe": 46}, key)
        change = store.change_of(work)
        assert change is not None
        assert (key, 46) in beyond(store)["person"]
        [state], _ = store.reader.change_states(change.id, LENS)
        assert state.then is not None and state.then.title == "Ann Other"
        store.revert(change.id, LENS)
        assert beyond(store) == before
        assert store.verify() == []
