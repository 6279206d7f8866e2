"""A record whose own row is broken comes back by the history, the indexes and its names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db import Lens, Note, Person, make_desk, open_desk, salvage_desk
from db.storage.engine import PAGE_BYTES
from tests.db.salvage.salvage_rounds import Base, base_of


def without_rows(base: Base, path: Path, is_lost: Callable[[tuple[str, int]], bool]) -> Path:
    """The desk with every page broken on which one of these rows lies."""
    pages = list(base.pages)
    for page in {page for row, on in base.lies_on.items() if is_lost(row) for page in on}:
        pages[page - 1] = bytes(PAGE_BYTES)
    path.write_bytes(b"".join(pages))
    return path


def test_records_are_put_together_from_indexes_and_names(plain: Base, tmp_path: Path) -> None:
    damaged = without_rows(plain, tmp_path / "a.desk", lambda row: row[0] == "record")
    report = salvage_desk(damaged, tmp_path / "new.desk")
    whole = {row[1]: values for row, values in plain.values.items() if row[0] == "record"}
    assert sum(report.records.values()) == len(whole)
    assert report.problems == []
    assert {loss.record_id for loss in report.losses} <= whole.keys()
    with open_desk(tmp_path / "new.desk") as store:
        for kind in ("person", "organization"):
            lines = store.reader.lines(store.reader.all_ids(kind, Lens(), ""), Lens())
            for line in lines:
                was = whole[line.id]
                assert (line.title, line.uid) == (was["title"], was["uid"])


@pytest.mark.parametrize("table", ["note", "name"])
def test_rows_that_the_history_holds_are_written_again(
    plain: Base, tmp_path: Path, table: str
) -> None:
    path = tmp_path / "small.desk"
    make_desk(path)
    with open_desk(path) as store:
        for number in range(60):
            person = Person(title=f"Person {number}", notes=[Note(text=f"Note {number}" * 9)])
            store.save(person, Lens())
            person.notes[0].text += " changed"
            store.save(person, Lens())
    base = base_of(path, "")
    damaged = without_rows(base, tmp_path / "a.desk", lambda row: row == (table, 30))
    report = salvage_desk(damaged, tmp_path / "new.desk")
    assert report.losses == [] and report.problems == []
    with open_desk(tmp_path / "new.desk") as store:
        ids = store.reader.all_ids("person", Lens(), "")
        found = [store.reader.get(key, Lens()) for key in ids]
        wanted = {f"Person {n}": f"Note {n}" * 9 + " changed" for n in range(60)}
        assert {person.title: person.notes[0].text for person in found} == wanted
