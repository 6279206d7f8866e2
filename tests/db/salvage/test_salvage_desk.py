"""A damaged desk becomes a new one with all that can be read; its own file stays as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db import (
    PLURALS,
    Lens,
    Locked,
    NotOurs,
    Refused,
    Stopped,
    Unavailable,
    WrongPassphrase,
    needs_passphrase_to_salvage,
    open_desk,
    salvage_desk,
)
from db.storage.engine import PAGE_BYTES, SCHEMA_VERSION
from tests.db.damage.desks import connected
from tests.db.salvage.salvage_rounds import DAMAGES, Base, Outcomes, run_round, stored_rows
from tests.db.test_migrations import laid

ANEW = {"fts_", "text_sum", "term", "standing", "stale", "log_mark", "sqlite_"}


def test_a_whole_desk_is_salvaged_whole(base: Base, tmp_path: Path) -> None:
    assert needs_passphrase_to_salvage(base.path) is bool(base.passphrase)
    report = salvage_desk(base.path, tmp_path / "new.desk", base.passphrase)
    assert report.is_whole and report.broken_pages == 0
    found, _ = stored_rows(tmp_path / "new.desk", base.passphrase)
    for row, values in base.values.items():
        if not row[0].startswith(tuple(ANEW)):
            # what was edited has a sum of what is derived again
            anew = {"derived": found[row]["derived"]} if row[0] == "checksum" else {}
            assert found[row] == values | anew
    assert list(tmp_path.iterdir()) == [tmp_path / "new.desk"]
    with open_desk(tmp_path / "new.desk", base.passphrase) as store:
        assert store.verify() == []
        assert not store.is_read_only


@pytest.mark.parametrize("seed", range(len(DAMAGES)))
def test_every_readable_record_of_a_damaged_desk_is_saved(
    plain: Base, tmp_path: Path, seed: int
) -> None:
    outcomes = Outcomes()
    run_round(plain, tmp_path, seed, outcomes)
    assert outcomes.wrong == []
    assert outcomes.whole == 1


@pytest.mark.parametrize("seed", [0, 3, 6, 8])
def test_every_readable_record_of_an_encrypted_one_is_saved(
    encrypted: Base, tmp_path: Path, seed: int
) -> None:
    outcomes = Outcomes()
    run_round(encrypted, tmp_path, seed, outcomes)
    assert outcomes.wrong == []
    assert outcomes.whole == 1


VERSIONS = [
    version if version in (1, 8) else pytest.param(version, marks=pytest.mark.slow)
    for version in range(1, SCHEMA_VERSION)
]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_desk_of_an_older_format_is_salvaged_and_brought_up_to_date(
    version: int, tmp_path: Path
) -> None:
    laid(path := tmp_path / "kept.desk", version)
    with open_desk(shutil.copyfile(path, tmp_path / "opened.desk")) as store:
        wanted = store.reader.counts(Lens())
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    report = salvage_desk(path, tmp_path / "new.desk")
    assert report.records == {PLURALS[kind]: count for kind, count in wanted.items()}
    assert report.problems == []


def test_refusals_are_a_sentence_and_leave_nothing(
    plain: Base, encrypted: Base, tmp_path: Path
) -> None:
    new = tmp_path / "new.desk"
    (tmp_path / "empty.desk").touch()
    (tmp_path / "text.desk").write_text("a letter " * 9000)
    (tmp_path / "zeros.desk").write_bytes(bytes(9 * PAGE_BYTES))
    for path, passphrase, family in (
        (tmp_path / "none.desk", "", Unavailable),
        (tmp_path / "empty.desk", "", NotOurs),
        (tmp_path / "zeros.desk", "", NotOurs),
        (tmp_path / "text.desk", "", WrongPassphrase),
        (encrypted.path, "", WrongPassphrase),
        (encrypted.path, "another", WrongPassphrase),
    ):
        with pytest.raises(family) as refused:
            salvage_desk(path, new, passphrase)
        assert str(refused.value).endswith(".")
        assert not list(tmp_path.glob("new*"))
    with pytest.raises(Refused, match="already exists"):
        salvage_desk(plain.path, tmp_path / "empty.desk")


def test_a_desk_that_is_open_for_writing_is_not_salvaged(plain: Base, tmp_path: Path) -> None:
    shutil.copyfile(plain.path, path := tmp_path / "a.desk")
    with open_desk(path), pytest.raises(Locked, match="close it there first"):
        salvage_desk(path, tmp_path / "new.desk")


def test_work_that_is_stopped_leaves_nothing(plain: Base, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if 2 * done > total:
            raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        salvage_desk(plain.path, tmp_path / "new.desk", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_objects_that_no_desk_has_are_not_taken_over(plain: Base, tmp_path: Path) -> None:
    shutil.copyfile(plain.path, path := tmp_path / "a.desk")
    raw = connected(path)
    raw.execute("CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM note; END")
    raw.execute("CREATE TABLE other (a)")
    raw.close()
    report = salvage_desk(path, tmp_path / "new.desk")
    assert report.problems == []
    raw = connected(tmp_path / "new.desk")
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
    raw.close()
    assert not names & {"t", "other"}
