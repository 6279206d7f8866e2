"""An export counts as lost what only a newer program keeps of the records in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Lens, export_records, open_desk
from tests.db.test_newer_desk import make_newer

LENS = Lens("2025-09-15")


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_newer(tmp_path_factory.mktemp("newer") / "newer.desk")


@pytest.mark.parametrize("name", ["a.zip", "a.csv", "a.json"])
def test_what_a_newer_program_keeps_is_told_as_lost(newer: Path, name: str, tmp_path: Path) -> None:
    with open_desk(newer) as store:
        ids = list(store.reader.all_ids("person", LENS, "name"))
        lost = export_records(store.reader, tmp_path / name, {"person": ids}, LENS).lost
        assert lost["“shelf” of a newer program (record)"] == len(ids)
        assert lost["“shoe” of a newer program (person)"] == len(ids)
        assert lost["“badge” of a newer program (rank)"] > 0


def test_nothing_newer_is_nothing_lost(store: object, tmp_path: Path) -> None:
    from db import Person, Store

    assert isinstance(store, Store)
    store.save(Person(title="Dar"), LENS)
    report = export_records(store.reader, tmp_path / "a.zip", {"person": [1]}, LENS)
    assert not report.lost
