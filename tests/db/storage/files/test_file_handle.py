"""A descriptor on a desk beside SQLite's own is closed only when no lock goes with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from db.storage.files import file_handle as desk_file
from db.storage.files.file_handle import (
    DeskFile,
    chosen_name,
    has_names_elsewhere,
    identity_of,
    real_path,
)


def test_a_file_is_read_where_it_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    file = DeskFile(path)
    assert (file.read(3, 4), file.read(8, 9), file.read(20, 1)) == (b"3456", b"89", b"")
    assert (file.size(), file.links()) == (10, 1)
    assert file.identity == identity_of(path)
    file.close()


def test_descriptors_wait_for_the_last_one(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"text")
    first, second = DeskFile(path), DeskFile(path)
    second.close()
    second.close()  # once more does no harm
    assert os.fstat(second.handle).st_size == 4  # still open
    first.close()
    for file in (first, second):
        with pytest.raises(OSError, match="descriptor"):
            os.fstat(file.handle)
    assert not desk_file.in_use and not desk_file.to_close


@pytest.mark.parametrize("what", ["folder", "pipe", "link", "nothing"])
def test_only_a_file_is_opened(tmp_path: Path, what: str) -> None:
    path = tmp_path / "a"
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("There are no pipes with names here.")
        os.mkfifo(path)
    elif what == "link":
        path.symlink_to(__file__)
    with pytest.raises(OSError):
        DeskFile(path)
    assert not desk_file.in_use


def test_a_path_leads_to_the_file_that_it_means(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    (tmp_path / "link").symlink_to(path)
    assert real_path(tmp_path / "link") == path
    assert real_path(tmp_path / "." / "none") == tmp_path / "none"
    assert identity_of(tmp_path / "none") is None


def test_a_name_in_another_folder_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    os.link(path, tmp_path / "b")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(path)
    assert not has_names_elsewhere(path) and not has_names_elsewhere(tmp_path / "none")
    os.link(path, tmp_path / "folder" / "a")
    assert has_names_elsewhere(path) and has_names_elsewhere(tmp_path / "folder" / "a")


def test_all_open_a_file_by_the_same_of_its_names(tmp_path: Path) -> None:
    path, other = tmp_path / "b", tmp_path / "c"
    path.touch()
    assert chosen_name(path) == path
    os.link(path, other)
    (tmp_path / "a").touch()  # another file
    (tmp_path / "link").symlink_to(path)
    assert chosen_name(path) == chosen_name(other) == path
    (tmp_path / "c-wal").touch()
    assert chosen_name(path) == chosen_name(other) == other
    assert chosen_name(tmp_path / "none") == tmp_path / "none"
