"""A document is whole in its place or not there at all."""

from __future__ import annotations

import errno
import os
import resource
import signal
from pathlib import Path

import pytest

from db import Refused, Unavailable
from desktop.paper.save import save


def test_a_document_replaces_the_one_before(tmp_path: Path) -> None:
    place = tmp_path / "note.pdf"
    save(b"old", place)
    assert save(b"new", place) == place
    assert place.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["note.pdf"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a folder"):
        save(b"x", tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"There is no folder .*gone"):
        save(b"x", tmp_path / "gone" / "note.pdf")


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="too long"):
        save(b"x", tmp_path / ("n" * 300 + ".pdf"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "There is no room for note.pdf"),
        (errno.EDQUOT, "There is no room for note.pdf"),
        (errno.EACCES, "cannot be written to"),
        (errno.EROFS, "cannot be written to"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failing_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str, step: str
) -> None:
    place = tmp_path / "note.pdf"
    place.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(Unavailable, match=says):
        save(b"new", place)
    assert place.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["note.pdf"]


def test_a_file_that_outgrows_its_limit_leaves_nothing(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    quiet = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
        with pytest.raises(Unavailable, match="There is no room"):
            save(b"x" * 100_000, tmp_path / "note.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, quiet)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into a closed folder")
def test_a_closed_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Unavailable, match="cannot be written to"):
        save(b"x", tmp_path / "note.pdf")
