"""The pages of a damaged desk: deciphered, with the log's on top, and where they belong."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from db import Lens, Person, WrongPassphrase, open_desk
from db.salvage.page_file import PageFile, key_for, looks_plain
from db.storage.engine import PAGE_BYTES
from db.storage.files.file_handle import DeskFile
from tests.db.damage.desks import PASSPHRASE
from tests.db.salvage.salvage_rounds import Base


def pages(path: Path) -> list[bytes | None]:
    with closing(DeskFile(path)) as file:
        read = PageFile(file, None if looks_plain(file) else key_for(file, PASSPHRASE))
        read.take_log()
        return [read.page(number) for number in range(1, read.count + 1)]


def test_an_encrypted_desk_is_known_from_a_plain_one(plain: Base, encrypted: Base) -> None:
    for base, is_plain in ((plain, True), (encrypted, False)):
        with closing(DeskFile(base.path)) as file:
            assert looks_plain(file) is is_plain


@pytest.mark.parametrize("broken", range(0, 100, 7))
def test_a_plain_desk_with_a_broken_header_is_still_plain(
    plain: Base, tmp_path: Path, broken: int
) -> None:
    path = tmp_path / "a.desk"
    data = bytearray(plain.path.read_bytes())
    data[broken : broken + 7] = bytes(7)
    path.write_bytes(data)
    with closing(DeskFile(path)) as file:
        assert looks_plain(file)


def test_another_passphrase_is_refused(encrypted: Base) -> None:
    with closing(DeskFile(encrypted.path)) as file, pytest.raises(WrongPassphrase):
        key_for(file, "another")


def test_pages_that_changed_places_are_found_by_what_authenticates_them(
    encrypted: Base, tmp_path: Path
) -> None:
    path, wanted = tmp_path / "a.desk", pages(encrypted.path)
    whole = encrypted.pages
    path.write_bytes(b"".join([*whole[:5], whole[9], *whole[6:9], whole[5], *whole[10:]]))
    assert pages(path) == wanted
    path.write_bytes(b"".join([*whole[:20], *whole[21:]]))
    assert pages(path) == [*wanted[:20], None, *wanted[21:]]


def test_a_broken_page_is_told_and_read_as_far_as_it_goes(encrypted: Base, tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    data = bytearray(encrypted.path.read_bytes())
    data[9 * PAGE_BYTES + 1000] ^= 1
    path.write_bytes(data)
    with closing(DeskFile(path)) as file:
        read = PageFile(file, key_for(file, PASSPHRASE))
        assert read.broken == {10}
    wanted, found = pages(encrypted.path)[9], pages(path)[9]
    assert wanted is not None and found is not None
    # The block, and one bit of the next, are others; all the rest is as it was.
    assert sum(one != other for one, other in zip(wanted, found, strict=True)) <= 17


def test_what_was_committed_to_the_log_lies_on_top(base: Base, tmp_path: Path) -> None:
    path, copy = tmp_path / "a.desk", tmp_path / "copy.desk"
    shutil.copyfile(base.path, path)
    with open_desk(path, base.passphrase) as store:
        store.save(Person(title="In the log alone"), Lens())
        shutil.copyfile(path, copy)
        shutil.copyfile(f"{path}-wal", f"{copy}-wal")
    there = b"".join(filter(None, pages(copy)))
    assert b"In the log alone" in there
    Path(f"{copy}-wal").unlink()
    assert b"In the log alone" not in b"".join(filter(None, pages(copy)))
