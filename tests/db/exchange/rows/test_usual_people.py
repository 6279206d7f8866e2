"""What a usual row says comes to the same desk whether its record is made or not."""

from __future__ import annotations

import csv
import shutil
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

import pytest

from db import ImportReport, Lens, Name, Person, Store, import_files, make_desk, open_desk
from db.exchange.rows.usual_people import UsualPeople
from tests.db.desk_dump import dump
from tests.db.exchange.typed import at_work, row

LENS = Lens()
MADE_ANEW = {"uid", "created", "time", "sum"}  # otherwise each time that a record is made
MAP = """kind = "people"
scheme = "x"
id = "id"
[fields]
name = "name"
country = "country"
born = "born"
gender = "gender"
languages = { column = "languages", split = ";" }
email = "email"
notes = "notes"
"""
# What most cells of a column say, and what some do.
CELLS = {
    "id": (("p{0}",), ("p{1}", "", " p{0} ")),
    "name": (
        ("Ana Ruiz", "Çetin Kaya", "José Díaz", "Kofi Mensah", "Élodie Martin", "Lena Ruiz"),
        ("Лев Гранов", "李 明", "محمد علی", "H.E. Mr Ishaq Dar", "Xi Jinping", "Kim Jong Un",
         "Ana Ruiz, MP", "Vacant", "Currently Vacant", "Abdul Rahman", "Maria da Silva", "Ana", "",
         "Dar, Ishaq", "Ana  Ruiz", "Nguyen Van An", "Ana RUIZ", "Ruiz Ana", "Prince Harry",
         "O'Neil Ryan", "X" * 4_100 + " Dar"),
    ),
    "country": (("Peru", "pe", "Chile", "Turkey"), ("", "Utopia", "China", "IS", "n/a")),
    "born": (("1961-03-11", "1961", "3 May 1950"), ("12.03.1961", "", "someday", "0/0/00")),
    "gender": (("female", "male", ""), ("F", "x", "Female")),
    "languages": (("", "English"), ("English; French", "two\twords", "a|b")),
    "email": (("",), ("a@x.example", "b@x.example")),
    "notes": (("",), ("Met in Lima.",)),
}  # fmt: skip


def table(path: Path, seed: int, count: int) -> Path:
    """A table in which all of these meet."""
    random = Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(CELLS)
        for number in range(count):
            cells = [random.choice(each[random.random() < 0.1]) for each in CELLS.values()]
            sheet.writerow([cells[0].format(number, number // 3), *cells[1:]])
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk on which two people are."""
    path = tmp_path_factory.mktemp("made") / "made.desk"
    make_desk(path)
    with open_desk(path) as store:
        store.save(Person(title="Ana Ruiz", country="pe"), LENS)
        store.save(Person(title="Kofi Mensah", names=[Name(text="Ana Ruiz")]), LENS)
    return path


def taken_in(
    made: Path, folder: Path, files: list[Path]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the desk says once files are taken in, and what was told of each."""
    desk, mapping = folder / "some.desk", folder / "map.toml"
    mapping.write_text(MAP, encoding="utf-8")
    shutil.copyfile(made, desk)
    reports: list[ImportReport] = []
    with open_desk(desk) as store:
        for each in files:
            reports.append(import_files(store, [each], LENS, map_path=mapping))
        assert store.verify() == []
        said = dump(store)
    for rows in said.values():
        for one in rows:
            for name in MADE_ANEW & one.keys():
                one[name] = ""
    return said, [asdict(report) for report in reports]


@pytest.mark.parametrize("seed", range(3))
def test_both_ways_come_to_the_same_desk(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    files = [table(tmp_path / "list.csv", seed, 60)]
    files.append(table(tmp_path / "other.csv", seed + 50, 30))
    files.append(files[0])
    monkeypatch.setattr("db.exchange.importer.ROWS_A_BATCH", 25)
    quick = taken_in(made, tmp_path, files)
    read = UsualPeople.read
    met: list[bool] = []
    monkeypatch.setattr(UsualPeople, "read", lambda self, one: met.append(bool(read(self, one))))
    slow = taken_in(made, tmp_path, files)
    assert sum(met) > 50 and not all(met)
    assert quick[1] == slow[1]
    for name in slow[0]:
        assert quick[0][name] == slow[0][name], name


def test_a_row_that_says_anything_else_is_read_as_others_are(store: Store) -> None:
    with at_work(store) as at:
        usual = UsualPeople("x", at.dates, "", lambda _: pytest.fail("nobody asks for it"))
        plain = {"name": "Ana Ruiz", "country": "Peru", "born": "1961-03-11"}
        assert usual.read(row(2, "p1", **plain)) is not None
        assert usual.read(row(2, "", **plain)) is None
        for more in ({"email": "a@x.example"}, {"office": "Minister"}, {"died": "1999"},
                     {"country": "Utopia"}, {"born": "someday"}, {"name": "(vacant)"},
                     {"name": "X" * 5_000},
                     {"given_name": "Ana"}, {"honorific": "Dr"}):  # fmt: skip
            assert usual.read(row(2, "p1", **(plain | more))) is None
        assert at.tally.flagged == []
