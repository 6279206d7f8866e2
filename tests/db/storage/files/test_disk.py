"""Only files are read, nobody else reads what is made, and a replaced file keeps its rights."""

from __future__ import annotations

import os
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.errors import Refused
from db.storage.files.disk import (
    NotAFile,
    create_file,
    give_rights,
    need_place_for_file,
    open_file,
    open_text,
    put_as_new,
    put_in_place,
    read_file,
)
from db.storage.files.file_handle import DeskFile

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise.")


def listen(path: Path) -> None:
    """Leave a socket at the path, named from its folder because such names are short."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


STRANGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (Path.mkdir, "is a folder"),
    "pipe": (lambda path: os.mkfifo(path), "is a pipe"),
    "socket": (listen, "is a socket"),
    "device": (lambda path: path.symlink_to(os.devnull), "is a device"),
    "link to a folder": (lambda path: path.symlink_to(path.parent), "is a folder"),
}


@POSIX
@pytest.mark.parametrize("kind", STRANGE)
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    make, says = STRANGE[kind]
    path = tmp_path / "named"
    make(path)
    for reads in (open_file, read_file, lambda each: open_text(each, "utf-8")):
        with pytest.raises(NotAFile, match=f"named {says}, not a file"):
            reads(path)
    with pytest.raises(Refused, match=says):
        need_place_for_file(path)


def test_a_desk_that_is_open_is_not_read_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    path.write_bytes(b"text")
    file = DeskFile(path)
    for reads in (open_file, read_file, lambda each: open_text(each, "utf-8")):
        with pytest.raises(NotAFile, match="is a desk that is open here"):
            reads(path)
    file.close()
    assert read_file(path) == b"text"


def test_a_file_is_read_by_any_of_its_names(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("é\r\n".encode())
    assert read_file(path) == "é\r\n".encode()
    with open_text(path, "utf-8") as file:
        assert file.read() == "é\r\n"
    need_place_for_file(path)
    need_place_for_file(tmp_path / "none")
    with pytest.raises(OSError):
        open_file(tmp_path / "none")
    with pytest.raises(LookupError):
        open_text(path, "no such code")


@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277, 0o777])
def test_a_new_file_is_its_owners_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        create_file(tmp_path / "new").close()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


@POSIX
def test_nothing_that_is_there_is_opened_as_a_new_file(tmp_path: Path) -> None:
    victim, link = tmp_path / "victim", tmp_path / "link"
    victim.write_text("kept")
    link.symlink_to(victim)
    (tmp_path / "dangling").symlink_to(tmp_path / "elsewhere")
    for taken in (victim, link, tmp_path / "dangling"):
        with pytest.raises(FileExistsError):
            create_file(taken)
    assert victim.read_text() == "kept" and not (tmp_path / "elsewhere").exists()


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o660, 0o400])
def test_a_file_put_in_anothers_place_has_its_rights(tmp_path: Path, mode: int) -> None:
    path, aside = tmp_path / "a", tmp_path / "a.new"
    path.write_text("old")
    path.chmod(mode)
    with create_file(aside) as file:
        file.write(b"new")
    give_rights(path, aside)
    put_in_place(aside, path)
    assert path.read_text() == "new" and not aside.exists()
    assert stat.S_IMODE(path.stat().st_mode) == mode


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="Asks for root.")
def test_owner_and_group_are_kept_where_they_can_be(tmp_path: Path) -> None:
    path, aside = tmp_path / "a", tmp_path / "a.new"
    path.write_text("old")
    os.chown(path, 1234, 4321)
    path.chmod(0o640)
    create_file(aside).close()
    give_rights(path, aside)
    found = aside.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 4321, 0o640)


@POSIX
def test_another_group_is_not_given_the_rights_of_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, aside = tmp_path / "a", tmp_path / "a.new"
    path.write_text("old")
    path.chmod(0o664)
    create_file(aside).close()
    if os.geteuid() == 0:
        os.chown(path, -1, 4321)
    else:
        pytest.skip("Only the superuser can give a file to any group.")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    give_rights(path, aside)
    assert stat.S_IMODE(aside.stat().st_mode) == 0o604


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_gets_a_new_name_and_never_anothers(
    tmp_path: Path, has_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    if not has_links:
        monkeypatch.setattr(os, "link", refuse)
    aside, path = tmp_path / "aside", tmp_path / "path"
    aside.write_text("new")
    put_as_new(aside, path)
    assert (path.read_text(), aside.exists(), path.stat().st_nlink) == ("new", False, 1)
    aside.write_text("newer")
    with pytest.raises(FileExistsError):
        put_as_new(aside, path)
    assert path.read_text() == "new"
