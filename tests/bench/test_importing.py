"""Imports are measured on a copy of the desk, beside the bare rows they come to."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from db import Lens, import_files, make_desk, open_desk
from tests.bench import importing
from tests.bench.ground import FOLDER, Ground


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    """A small made desk, and few repetitions."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(importing, "IMPORTS", 1)
    monkeypatch.setattr(importing, "LOOKS", 2)
    monkeypatch.setattr(importing, "PREVIEWED_BYTES", 300_000)
    room = tmp_path / "room"
    room.mkdir()
    return Ground(1_000, room)


def test_an_import_is_held_against_the_bare_rows_it_comes_to(place: Ground) -> None:
    figure = importing.people(place)
    assert figure.unit == "s" and figure.ours > figure.floor > 0
    assert [file.name for file in place.room.iterdir()] == ["people.csv"]


def test_a_look_at_a_large_file_is_held_against_its_limit(
    place: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = importing.preview(place)
    assert (figure.floor, figure.unit, figure.n) == (importing.PREVIEW_LIMIT, "ms", 2)
    assert figure.ours > 0
    assert list(place.room.iterdir()) == [] and "0 MB" in capsys.readouterr().err


def test_the_agreements_to_import_have_ten_parties_each(tmp_path: Path) -> None:
    table, desk = tmp_path / "agreements.csv", tmp_path / "agreements.desk"
    importing.write_agreements(table, 20)
    make_desk(desk)
    with open_desk(desk) as store:
        report = import_files(store, [table], Lens(), kind="agreements")
        assert report.created["agreements"] == 20 and not report.rejected
        ids = store.reader.all_ids("agreement", Lens(), "title")
        agreement = store.reader.get(ids[0], Lens())
    assert len(agreement.parties) == importing.PARTIES  # type: ignore[attr-defined]


def test_the_table_to_import_has_what_such_tables_have(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    importing.write_people(path, 50)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({row["id"] for row in rows}) == 50
    assert all(row["name"] and row["country"] and row["date of birth"] for row in rows)
    assert any(not row["name"].isascii() for row in rows)
