"""The driver: how a connection is set up, what its errors are called, whose file it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from db import NotOurs, Store, TooNew, WrongPassphrase, make_desk
from db.storage.engine import (
    PAGE_BYTES,
    SALT_BYTES,
    check_first_page,
    check_header,
    connect,
    derive_key,
    export,
    make_engine,
    new_key,
    salt_of,
)
from db.storage.files.file_handle import DeskFile
from tests.db.desk_sql import sql_of


def test_a_connection_keeps_every_commit_and_every_reference(store: Store) -> None:
    said = {
        name: sql_of(store).value(f"PRAGMA {name}")
        for name in ("synchronous", "foreign_keys", "journal_mode", "trusted_schema", "temp_store")
    }
    assert said == {
        "synchronous": 2, "foreign_keys": 1, "journal_mode": "wal", "trusted_schema": 0,
        "temp_store": 2,
    }  # fmt: skip


def test_statements_fold_as_names_are_folded(store: Store) -> None:
    assert sql_of(store).value("SELECT fold('Łukasz O’Brien')") == "lukasz obrien"


def test_a_transaction_that_raises_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), sql_of(store).transaction():
        sql_of(store).run("INSERT INTO setting VALUES ('a', 'b')")
        raise ZeroDivisionError
    assert sql_of(store).one("SELECT 1 FROM setting WHERE key='a'") is None


def test_columns_and_references_are_told_as_they_lie(store: Store) -> None:
    assert sql_of(store).columns("tag") == ("id", "parent_id", "text", "keep_until")
    found = {(each.table, each.column, each.strict) for each in sql_of(store).references("tag")}
    assert found == {("tag", "parent_id", False), ("record_tag", "tag_id", True)}


def test_a_stream_gives_the_rows_of_a_question_however_it_is_cut(store: Store) -> None:
    series = "WITH RECURSIVE s(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM s LIMIT 10)"
    for size in (1, 3, 100):
        rows = sql_of(store).stream(f"{series} SELECT value FROM s", size=size)
        assert [row[0] for row in rows] == list(range(1, 11))


# keys


def test_a_key_is_the_passphrases_and_the_salts() -> None:
    salt = os.urandom(SALT_BYTES)
    assert derive_key("zebra", salt) == derive_key("zebra", salt)
    assert derive_key("zebra", salt) != derive_key("Zebra", salt)
    assert new_key("zebra") != new_key("zebra")
    assert derive_key("zebra", salt).endswith(f"{salt.hex()}'")


def test_only_an_encrypted_desk_has_a_salt(tmp_path: Path) -> None:
    plain, secret = tmp_path / "plain.desk", tmp_path / "secret.desk"
    make_desk(plain)
    make_desk(secret, "zebra")
    assert salt_of(DeskFile(plain)) is None
    assert salt_of(DeskFile(secret)) == secret.read_bytes()[:SALT_BYTES]


@pytest.mark.parametrize("size", [0, 15, PAGE_BYTES + 1])
def test_a_file_that_cannot_be_a_desk_has_none(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.desk"
    path.write_bytes(os.urandom(size))
    with pytest.raises(NotOurs):
        salt_of(DeskFile(path))


def test_a_desk_written_out_under_another_key_opens_with_that_key_alone(
    store: Store, tmp_path: Path
) -> None:
    sql_of(store).run("INSERT INTO setting VALUES ('a', 'zebra')")
    copy = tmp_path / "copy.desk"
    export(sql_of(store), copy, key := new_key("zebra"))
    sql = connect(made := make_engine(copy, key, read_only=True))
    assert sql.value("SELECT value FROM setting WHERE key='a'") == "zebra"
    assert check_header(sql, copy, encrypted=True)
    sql.close()
    made.dispose()
    with pytest.raises((NotOurs, WrongPassphrase)):
        connect(make_engine(copy, new_key("other"), read_only=True)).value("SELECT 1 FROM setting")
    assert b"zebra" not in copy.read_bytes()


# whose file


def test_the_first_page_tells_whose_file_it_is(desk_path: Path, tmp_path: Path) -> None:
    check_first_page(DeskFile(desk_path))
    other = tmp_path / "other.desk"
    raw = bytearray(desk_path.read_bytes())
    raw[68:72] = b"none"
    other.write_bytes(raw)
    with pytest.raises(NotOurs, match=r"other\.desk belongs to another program"):
        check_first_page(DeskFile(other))


def test_a_newer_desk_is_told_from_a_strange_one(store: Store, desk_path: Path) -> None:
    sql_of(store).run("PRAGMA user_version = 99")
    sql_of(store).run("UPDATE setting SET value = '99' WHERE key = 'oldest_format'")
    with pytest.raises(TooNew, match="newer Aide-Mémoire"):
        check_header(sql_of(store), desk_path, encrypted=False)
    sql_of(store).run("PRAGMA application_id = 7")
    with pytest.raises(NotOurs, match="another program"):
        check_header(sql_of(store), desk_path, encrypted=False)
