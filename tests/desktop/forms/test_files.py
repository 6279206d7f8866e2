"""A file becomes an attachment, or a sentence says why not."""

import hashlib
from pathlib import Path

import pytest

from db import Refused
from desktop.forms.files import LARGEST, attachment_of


def test_a_file_brings_its_name_type_size_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "Note verbale.pdf"
    path.write_bytes(b"%PDF")
    made = attachment_of(path)
    assert (made.file_name, made.media_type, made.size) == (path.name, "application/pdf", 4)
    assert made.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert made.data == b"%PDF"


def test_the_largest_file_is_taken_and_a_larger_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "scan"
    path.write_bytes(bytes(LARGEST))
    assert attachment_of(path).size == LARGEST
    path.write_bytes(bytes(LARGEST + 1))
    with pytest.raises(Refused, match="20 MB"):
        attachment_of(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="was not attached"):
        attachment_of(tmp_path)
