"""A file becomes an attachment, or a sentence says why not; its name names no place."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from db import Refused
from db.changes.attaching import MAX_ATTACHMENT_BYTES, MAX_NAME_LETTERS, attachment_of, bare_name

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files.")
NAMES = {
    "Note verbale.pdf": "Note verbale.pdf",
    "../../etc/passwd": "passwd",
    "/etc/shadow": "shadow",
    "..\\..\\Startup\\run.bat": "run.bat",
    "C:\\Users\\x\\map.png": "map.png",
    "C:map.png": "map.png",
    "\\\\server\\share\\x.docx": "x.docx",
    "a/b\\c/d.txt": "d.txt",
    "folder/": "folder",
    "..": "file",
    "": "file",
    " / ": "file",
    "...": "file",
    "a\0b.txt": "ab.txt",
    "two\nlines\t.txt": "twolines.txt",
    "cod\u202egnp.exe": "codgnp.exe",
    "\u2066x\u2069.pdf": "x.pdf",
    "تقی\u200cزاده.pdf": "تقی\u200cزاده.pdf",
    "नरेन्द्र मोदी.pdf": "नरेन्द्र मोदी.pdf",
    ".profile": ".profile",
    "\udcff.txt": ".txt",
}


@pytest.mark.parametrize(("given", "kept"), NAMES.items())
def test_a_name_is_cut_to_its_last_part(given: str, kept: str) -> None:
    assert bare_name(given) == kept


def test_a_long_name_keeps_its_ending() -> None:
    assert bare_name("x" * 500 + ".docx") == "x" * (MAX_NAME_LETTERS - 5) + ".docx"
    assert len(bare_name("x" * 500)) == MAX_NAME_LETTERS
    assert len(bare_name("x." + "y" * 500)) == MAX_NAME_LETTERS


@given(some.text())
def test_no_name_ever_names_a_place(text: str) -> None:
    name = bare_name(text)
    assert name and name not in (".", "..") and not set(name) & set("/\\\0\n\u202e")
    assert bare_name(name) == name and Path(name).name == name


def test_a_file_brings_its_name_type_size_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "Note verbale.pdf"
    path.write_bytes(b"%PDF")
    made = attachment_of(path)
    assert (made.file_name, made.media_type, made.size) == (path.name, "application/pdf", 4)
    assert made.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert made.data == b"%PDF"


@POSIX
def test_a_file_whose_name_is_a_path_elsewhere_is_attached_by_its_last_part(
    tmp_path: Path,
) -> None:
    path = tmp_path / "..\\..\\run.bat"
    path.write_bytes(b"x")
    assert attachment_of(path).file_name == "run.bat"


def test_the_largest_file_is_taken_and_a_larger_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "scan"
    path.write_bytes(bytes(MAX_ATTACHMENT_BYTES))
    assert attachment_of(path).size == MAX_ATTACHMENT_BYTES
    path.write_bytes(bytes(MAX_ATTACHMENT_BYTES + 1))
    with pytest.raises(Refused, match="20 MB"):
        attachment_of(path)
    with path.open("wb") as file:
        file.truncate(1 << 40)  # of which nothing lies on the disk
    with pytest.raises(Refused, match="1099512 MB"):
        attachment_of(path)


@POSIX
def test_what_is_no_file_is_not_attached(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "endless").symlink_to("/dev/zero")
    for name, kind in (("pipe", "a pipe"), ("endless", "a device"), (".", "a folder")):
        with pytest.raises(Refused, match=f"was not attached: .* is {kind}"):
            attachment_of(tmp_path / name)
    with pytest.raises(Refused, match="no such file"):
        attachment_of(tmp_path / "none")
