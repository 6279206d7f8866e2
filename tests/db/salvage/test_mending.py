"""What cannot be kept of a salvaged desk is taken out and told by its record."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db import HIGHEST, Attachment, Lens, open_desk, salvage_desk
from tests.db.damage.desks import connected
from tests.db.salvage.salvage_rounds import Base

# What is broken, and a part of what is told of it.
CASES = [
    ("UPDATE person SET born_edtf = 'soon' WHERE id = 3", "“Born” could not be read"),
    ("UPDATE person SET biography = x'00FF' WHERE id = 3", "“Biography” could not be read"),
    ("UPDATE record SET marking = 77 WHERE id = 3", "“Marking” could not be read"),
    ("UPDATE name SET kind = 'odd' WHERE record_id = 3", "could not be read"),
    ("DELETE FROM person WHERE id = 3", "what only its kind has could not be read"),
    ("UPDATE tenure SET office_id = 999 WHERE id = 1", "named a office that is lost"),
]


@pytest.mark.parametrize(("statement", "says"), CASES, ids=[says for _, says in CASES])
def test_what_cannot_be_kept_is_told_by_its_record(
    plain: Base, tmp_path: Path, statement: str, says: str
) -> None:
    path = tmp_path / "a.desk"
    shutil.copyfile(plain.path, path)
    raw = connected(path)
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute(statement.replace("id = 3", f"id = {person_of(plain)}"))
    raw.close()
    report = salvage_desk(path, tmp_path / "new.desk")
    assert any(says in loss.sentence() and loss.title for loss in report.losses), report
    assert report.problems == []


def person_of(base: Base) -> int:
    return min(number for table, number in base.values if table == "person")


def test_an_unknown_marking_becomes_the_highest(plain: Base, tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    shutil.copyfile(plain.path, path)
    raw = connected(path)
    raw.execute("UPDATE record SET marking = 77 WHERE id = 1")
    raw.close()
    report = salvage_desk(path, tmp_path / "new.desk")
    with open_desk(tmp_path / "new.desk") as store:
        assert store.reader.get(1, Lens()).marking == HIGHEST
    assert report.seen_losses(Lens(ceiling=0)) == []
    assert len(report.seen_losses(Lens())) == 1


def test_bytes_that_are_not_what_was_attached_are_not_kept(plain: Base, tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    shutil.copyfile(plain.path, path)
    with open_desk(path) as store:
        record = store.reader.get(1, Lens())
        for name in ("good", "bad"):
            data = name.encode() * 3000
            record.attachments.append(Attachment(file_name=f"{name}.txt", data=data))
        store.save(record, Lens())
    raw = connected(path)
    raw.execute("UPDATE blob SET data = replace(data, 'badbad', 'badbat') WHERE data LIKE 'bad%'")
    raw.execute("UPDATE blob SET data = CAST(data AS BLOB)")
    raw.close()
    report = salvage_desk(path, tmp_path / "new.desk")
    [loss] = report.losses
    assert loss.says == "the attached file “bad.txt” could not be read"
    with open_desk(tmp_path / "new.desk") as store:
        names = [each.file_name for each in store.reader.get(1, Lens()).attachments]
    assert names == ["good.txt"]
    assert report.problems == []


def test_a_change_with_a_broken_line_stays_and_says_that_its_details_are_lost(
    plain: Base, tmp_path: Path
) -> None:
    path = tmp_path / "a.desk"
    shutil.copyfile(plain.path, path)
    raw = connected(path)
    last = raw.execute("SELECT max(change_id) FROM revision").fetchone()[0]
    raw.execute("UPDATE revision SET before = x'7B7B' WHERE change_id = ?", (last,))
    raw.close()
    report = salvage_desk(path, tmp_path / "new.desk")
    assert report.changes_lost == 1
    with open_desk(tmp_path / "new.desk") as store:
        assert store.reader.changes()[0].label.endswith("(details lost)")
        assert store.verify() == []
