"""All connections of a desk go over to another file at once, and are closed in order."""

from __future__ import annotations

from db import Store
from db.storage.engine import ENCRYPTED_CACHE, READER_CACHE
from tests.db.desk_sql import sql_of


def test_readers_go_over_with_the_writer_and_get_the_cache_of_the_new_file(store: Store) -> None:
    reader = store.new_reader()
    assert sql_of(reader).value("PRAGMA cache_size") == READER_CACHE
    store.set_passphrase("zebra crossing")
    assert sql_of(reader).value("PRAGMA cache_size") == ENCRYPTED_CACHE
    assert sql_of(reader).value("SELECT count(*) FROM record") == 0
    store.set_passphrase("")
    assert sql_of(reader).value("PRAGMA cache_size") == READER_CACHE


def test_who_reads_rows_is_closed_by_its_caller_and_readers_with_the_store(store: Store) -> None:
    own, reader = store.new_connection(), sql_of(store.new_reader())
    assert not own.is_lenient and reader.is_lenient
    own.close()
    store.close()
    assert not reader.is_open
