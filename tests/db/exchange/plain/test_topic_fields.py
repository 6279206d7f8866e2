"""What is said of topics travels: in merges both ways, by courier, in a bundle, below a ceiling."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Lens, Person, keep_topic_until, make_desk, merge_file, open_desk
from db.exchange.desks.merge_report import Decisions
from tests.db.exchange.courier.exchanged import send, take
from tests.db.exchange.desks.copies import LENS, copy_desk, merge_into
from tests.db.exchange.export.exports import export_all

DAY, LATER = "2030-01-01", "2035-01-01"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a desk with a topic that an open record bears, and one that a secret does."""
    one = tmp_path / "a.desk"
    make_desk(one)
    with open_desk(one) as store:
        store.save(Person(title="Dar", topics=["army", "trade"]), LENS)
        store.save(Person(title="Munir", topics=["hidden"], marking=3), Lens(LENS.as_of, 3))
    return one, copy_desk(one, "b")


def keep(path: Path, topic: str, day: str) -> None:
    with open_desk(path) as store, store.unit_of_work("Keep") as work:
        keep_topic_until(work, topic, day, Lens(LENS.as_of, 3))


def days_of(path: Path) -> dict[str, str]:
    with open_desk(path, read_only=True) as store:
        found = store.reader.topic_retentions(Lens(LENS.as_of, 3))
    return {each.topic: each.keep_until for each in found if each.keep_until}


def test_a_merge_takes_what_one_side_said_and_of_two_the_later_word(
    pair: tuple[Path, Path],
) -> None:
    keep(pair[0], "army", LATER)
    keep(pair[1], "army", DAY)  # said later
    keep(pair[1], "trade", DAY)
    other = copy_desk(pair[0], "c")
    report = merge_into(*pair)
    assert report.settings == ["Kept until (topic “army”)", "Kept until (topic “trade”)"]
    [conflict] = report.conflicts
    assert (conflict.ours, conflict.theirs, conflict.choice) == (LATER, DAY, "theirs")
    assert conflict.our_time < conflict.their_time
    merge_into(pair[1], other)
    assert days_of(pair[0]) == days_of(pair[1]) == {"army": DAY, "trade": DAY}
    assert not merge_into(*pair).settings
    keep(pair[1], "army", "")
    merge_into(*pair)
    assert days_of(pair[0]) == {"trade": DAY}


def test_nobody_decided_and_ours_stays(pair: tuple[Path, Path]) -> None:
    keep(pair[0], "army", LATER)
    keep(pair[1], "army", DAY)
    with open_desk(pair[0]) as store:
        report = merge_file(store, pair[1], LENS)
        assert [each.decided for each in report.conflicts] == [False]
        chosen = {report.conflicts[0].key: "theirs"}
        merge_file(store, pair[1], LENS, decisions=Decisions("mine", chosen))
        assert store.verify() == []
    assert days_of(pair[0]) == {"army": DAY}


def test_an_undo_takes_it_back(pair: tuple[Path, Path]) -> None:
    keep(pair[1], "army", DAY)
    merge_into(*pair)
    with open_desk(pair[0]) as store:
        store.revert(store.reader.last_change())
    assert days_of(pair[0]) == {}


def test_a_courier_brings_it_and_nothing_above_its_ceiling(pair: tuple[Path, Path]) -> None:
    keep(pair[0], "army", DAY)
    keep(pair[0], "hidden", DAY)
    take(pair[1], send(pair[0], "Paris", lens=Lens(LENS.as_of, 1)))
    assert days_of(pair[1]) == {"army": DAY}
    keep(pair[1], "army", LATER)
    take(pair[0], send(pair[1], name="d.courier"))
    assert days_of(pair[0]) == {"army": LATER, "hidden": DAY}


def test_a_bundle_brings_it_where_nothing_is_said_and_tells_where_it_is(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    keep(pair[0], "army", DAY)
    file = tmp_path / "a.zip"
    with open_desk(pair[0]) as store:
        export_all(store, file)
    from db import import_files

    make_desk(tmp_path / "new.desk")
    for path, flags in ((tmp_path / "new.desk", 0), (pair[1], 1)):
        if flags:
            keep(path, "army", LATER)
        with open_desk(path) as store:
            report = import_files(store, [file], LENS)
            assert len(report.flagged) == flags
    assert days_of(tmp_path / "new.desk") == {"army": DAY}
    assert days_of(pair[1]) == {"army": LATER}
    assert "keeps it" in report.flagged[0]["why"] and report.flagged[0]["value"] == DAY
    again = tmp_path / "b.zip"
    with open_desk(tmp_path / "new.desk") as store:
        export_all(store, again)
    import zipfile

    with zipfile.ZipFile(file) as one, zipfile.ZipFile(again) as other:
        about = [each.read("bundle.json") for each in (one, other)]
    assert b'"army": {"keep_until": "2030-01-01"}' in about[0] and b"army" in about[1]
