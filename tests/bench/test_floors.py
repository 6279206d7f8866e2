"""The floors that figures are held against do what the program does, and nothing else."""

import shutil
from pathlib import Path

from db import Lens, Person, open_desk, parse_query
from tests.bench.big_desk import made_desk
from tests.bench.floors import BareDisk, BareMatch, insert_seconds, last_ids, rows_after


def test_the_bare_rows_of_a_save_make_the_same_whole_desk(tmp_path: Path) -> None:
    made = made_desk(tmp_path, 300)
    changed, bare = tmp_path / "changed.desk", tmp_path / "bare.desk"
    for copy in (changed, bare):
        shutil.copyfile(made, copy)
    last = last_ids(changed)
    with open_desk(changed) as store:
        store.save(Person(title="Zuleika Quarrier", country="gb"), Lens())
    rows = rows_after(changed, last)
    assert set(rows) == {
        "record",
        "person",
        "name",
        "term",
        "checksum",
        "text_sum",
        "fts_person",
    }
    assert insert_seconds(bare, rows) > 0
    with open_desk(bare) as store:
        assert len(store.reader.page("person", parse_query("zuleika"), Lens()).ids) == 1
        assert store.verify() == []


def test_the_disk_is_written_over_in_place_and_left_clean(tmp_path: Path) -> None:
    with BareDisk(tmp_path) as bare:
        (lying,) = tmp_path.iterdir()
        size = lying.stat().st_size
        assert min(bare.seconds(size // 3) for _ in range(5)) > 0
        assert lying.stat().st_size == size
    assert list(tmp_path.iterdir()) == []


def test_a_bare_question_of_signs_alone_costs_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    bare = BareMatch(made_desk(tmp_path, 300))
    assert bare.seconds("person", "!?") < 0.1
    assert bare.seconds("person", 'an "odd*') > 0
    bare.close()
