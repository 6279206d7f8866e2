"""A made desk: of the size asked for, whole, alike for one seed, with records of all shapes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import KINDS, HistoricalDate, Lens, Store, open_desk, parse_query
from db.names import script_of
from tests.bench.big_desk import made_desk

SIZE = 2_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_desk(tmp_path_factory.mktemp("made"), SIZE)


@pytest.fixture(scope="module")
def made(path: Path) -> Iterator[Store]:
    with open_desk(path) as store:
        yield store


def test_of_ten_records_six_are_people(made: Store) -> None:
    assert made.reader.counts(Lens()) == {
        "person": 1_200,
        "organization": 200,
        "agreement": 200,
        "event": 400,
    }


def test_the_desk_is_whole_and_its_full_text_says_what_the_records_say(made: Store) -> None:
    assert made.verify() == []


def test_every_record_can_be_read_and_saved_again_unchanged(made: Store) -> None:
    lens = Lens()
    for kind in KINDS:
        for key in made.reader.first_ids(kind, lens, "name", limit=60):
            assert made.save(made.reader.get(key, lens), lens) is None


def test_names_stand_in_many_scripts(made: Store) -> None:
    lines = made.reader.lines(made.reader.all_ids("person", Lens(), "name"), Lens())
    scripts = {script_of(line.native) for line in lines if line.native}
    assert {"Arab", "Cyrl", "Deva", "Geor", "Grek", "Hang", "Hani"} <= scripts


def test_dates_have_every_precision(made: Store) -> None:
    lens = Lens()
    ids = made.reader.all_ids("event", lens, "when")
    dates = [getattr(made.reader.get(key, lens), "start", None) for key in ids]
    written = {_sort(date) for date in dates if date is not None}
    assert written >= {"day", "month", "year", "about", "decade", "span", "words"}


def _sort(date: HistoricalDate) -> str:
    if date.words:
        return "words"
    for mark, name in (("/", "span"), ("~", "about"), ("X", "decade")):
        if mark in date.edtf:
            return name
    return {4: "year", 7: "month", 10: "day"}.get(len(date.edtf), "other")


def test_some_records_are_marked_and_most_are_not(made: Store) -> None:
    low, high = (made.reader.count("person", Lens(ceiling=level)) for level in (0, 3))
    assert high * 0.85 < low < high


def test_words_of_titles_are_found(made: Store) -> None:
    line = made.reader.lines(made.reader.first_ids("person", Lens(), "name"), Lens())[0]
    assert line.id in made.reader.page("person", parse_query(line.title), Lens()).ids


def test_the_whole_desk_is_one_change(made: Store) -> None:
    changes = made.reader.changes()
    assert [change.label for change in changes] == [f"Make {SIZE:,} records"]


def test_a_desk_is_made_once(path: Path) -> None:
    stamp = path.stat().st_mtime_ns
    assert made_desk(path.parent, SIZE) == path
    assert path.stat().st_mtime_ns == stamp


def test_the_same_seed_makes_the_same_records(tmp_path: Path) -> None:
    assert _titles(tmp_path / "one", 5) == _titles(tmp_path / "two", 5)
    assert _titles(tmp_path / "one", 5) != _titles(tmp_path / "one", 6)


def _titles(folder: Path, seed: int) -> list[tuple[str, str]]:
    with open_desk(made_desk(folder, 300, seed=seed), read_only=True) as store:
        ids = store.reader.all_ids("person", Lens(), "name")
        return [(line.title, line.uid) for line in store.reader.lines(ids, Lens())]
