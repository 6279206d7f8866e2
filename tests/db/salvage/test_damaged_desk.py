"""Every row is found, also where neither the list of tables nor a tree leads to it any more."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from db import Lens, Person, open_desk
from db.salvage.damaged_desk import DamagedDesk
from db.salvage.layouts import kept_tables
from db.salvage.page_file import PageFile
from db.storage.engine import PAGE_BYTES
from db.storage.files.file_handle import DeskFile
from tests.db.damage.desks import connected
from tests.db.salvage.conftest import pages_of
from tests.db.salvage.salvage_rounds import Base


def rows_in(path: Path, passphrase: str = "") -> dict[tuple[str, int], dict[str, Any]]:
    file, pages = pages_of(path, passphrase)
    with closing(file):
        return {
            (layout.table, cell.number): dict(zip(layout.columns, layout.row(cell), strict=True))
            for layout, cell in DamagedDesk(pages).rows()
        }


def kept(base: Base) -> dict[tuple[str, int], dict[str, Any]]:
    return {row: values for row, values in base.values.items() if row[0] in kept_tables()}


def test_every_row_of_a_whole_desk_is_read_as_it_stands(base: Base) -> None:
    assert rows_in(base.path, base.passphrase) == kept(base)


def test_no_table_is_lost_with_the_list_of_tables(plain: Base, tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    head = plain.pages[0][:100] + bytes(PAGE_BYTES - 100)
    path.write_bytes(b"".join([head, *plain.pages[1:]]))
    assert rows_in(path) == kept(plain)


@pytest.mark.parametrize("table", ["record", "person", "party", "name", "revision"])
def test_rows_are_found_where_the_list_does_not_name_their_table(
    plain: Base, tmp_path: Path, table: str
) -> None:
    path = tmp_path / "a.desk"
    shutil.copyfile(plain.path, path)
    raw = connected(path)
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("DELETE FROM sqlite_master WHERE name = ?", (table,))
    raw.close()
    assert rows_in(path) == kept(plain)


def test_rows_are_found_below_an_inner_page_that_is_lost(plain: Base, tmp_path: Path) -> None:
    with closing(DeskFile(plain.path)) as file:
        root = DamagedDesk(PageFile(file)).objects["name"].root
    pages = list(plain.pages)
    pages[root - 1] = bytes(PAGE_BYTES)
    (path := tmp_path / "a.desk").write_bytes(b"".join(pages))
    assert rows_in(path) == kept(plain)


def test_what_was_deleted_does_not_come_back(plain: Base, tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    shutil.copyfile(plain.path, path)
    with open_desk(path) as store:
        ids = store.reader.all_ids("person", Lens(), "name")
        store.remove(ids, Lens())
    assert not [row for row in rows_in(path) if row[0] == "person"]


def test_a_log_of_another_state_of_the_file_is_left_out(plain: Base, tmp_path: Path) -> None:
    path, log = tmp_path / "a.desk", tmp_path / "log"
    shutil.copyfile(plain.path, path)
    with open_desk(path) as store:
        store.save(Person(title="In the log"), Lens())
        shutil.copyfile(f"{path}-wal", log)
    shutil.copyfile(plain.path, path)
    with open_desk(path) as store:  # another state, which the log was not written for
        store.save(Person(title="In the file"), Lens())
    shutil.copyfile(log, f"{path}-wal")
    titles = {values["title"] for row, values in rows_in(path).items() if row[0] == "record"}
    assert "In the file" in titles and "In the log" not in titles
