"""A desk is made whole under its name, or not at all, and never over another file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from db import Refused, Unavailable, make_desk, open_desk
from tests.db.desk_file.test_opening import IS_ROOT, POSIX_ONLY, as_nobody, fingerprint


def test_a_new_desk_is_one_file_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a name with ? and # and % and ü.desk"
    make_desk(path, name="Pakistan desk")
    assert list(fingerprint(tmp_path)) == [path.name]
    with open_desk(path) as store:
        assert (store.name, store.is_encrypted, store.is_read_only) == (
            "Pakistan desk",
            False,
            False,
        )


def test_an_existing_file_is_never_made_anew(desk_path: Path) -> None:
    before = fingerprint(desk_path.parent)
    with pytest.raises(Refused, match="already exists; choose another name"):
        make_desk(desk_path)
    assert fingerprint(desk_path.parent) == before


def test_a_desk_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be made"):
        make_desk(tmp_path / "none" / "a.desk")
    assert fingerprint(tmp_path) == {}


def test_what_an_older_program_left_aside_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a.desk.new").write_text("left by a crash")
    make_desk(tmp_path / "a.desk")
    open_desk(tmp_path / "a.desk").close()
    assert "a.desk.new" not in fingerprint(tmp_path)


@pytest.mark.skipif(not IS_ROOT, reason="Only the superuser can become somebody without rights.")
@POSIX_ONLY
def test_where_nothing_can_be_written_no_desk_is_made_and_a_sentence_says_so(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = Path("/var/tmp") / f"{tmp_path_factory.mktemp('new').name}-{os.getpid()}"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        assert as_nobody(lambda: refuses_to_make(folder / "a.desk")) == 0
        assert fingerprint(folder) == {}
    finally:
        shutil.rmtree(folder)


def refuses_to_make(path: Path) -> bool:
    try:
        make_desk(path)
    except Unavailable as refusal:
        return "cannot be made" in str(refusal)
    return False
