"""A copy is opened as it lies: by a known key, of any format, with nothing left beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import WrongPassphrase, make_desk, open_desk
from db.copies.copy_pages import pages_of_copy
from tests.db.test_migrations import laid


def test_a_known_key_opens_it_without_a_passphrase(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.desk", tmp_path / "b.desk"
    make_desk(path, "zebra crossing")
    with open_desk(path, "zebra crossing") as store:
        store.copies.save(copy)
        with pages_of_copy(copy, "", store.copies.key()) as pages:
            assert pages.sql.value("SELECT count(*) FROM record") == 0
            assert not pages.is_older
        other = tmp_path / "c.desk"
        make_desk(other, "another")
        with pytest.raises(WrongPassphrase), pages_of_copy(other, "", store.copies.key()):
            pass
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith("b.")) == [
        "b.desk"
    ]


def test_one_of_an_older_format_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "older.desk"
    laid(path, 8)
    before = path.read_bytes()
    with pages_of_copy(path, "") as pages:
        assert pages.is_older
    assert path.read_bytes() == before
