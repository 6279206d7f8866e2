"""That two records are not the same stays said when desks are brought together, either way."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from db import Lens, judge_different, make_desk, merge_records, open_desk
from db.exchange.desks.merge_verdicts import read_verdicts
from tests.db.desk_sql import sql_of
from tests.db.exchange.courier.exchanged import add, edit, send, take
from tests.db.exchange.desks.copies import LENS, copy_desk, merge_into


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a desk with four people, the last of them secret."""
    one = tmp_path / "a.desk"
    make_desk(one, name="Pakistan")
    for title, marking in (("Dar", 0), ("Ishaq Dar", 0), ("I. Dar", 0), ("Dar S.", 3)):
        add(one, title, marking=marking)
    return one, copy_desk(one, "b")


def judge(desk: Path, one: int, other: int) -> None:
    with open_desk(desk) as store, store.unit_of_work("Different") as work:
        judge_different(work, one, other)


def verdicts(desk: Path) -> set[tuple[str, str]]:
    """The pairs by title."""
    with open_desk(desk, read_only=True) as store:
        sql = sql_of(store.reader)
        titles = dict(sql.rows("SELECT uid, title FROM record"))
        return {(titles[one], titles[other]) for one, other in read_verdicts(sql, LENS)}


def test_both_sides_say_what_either_said(pair: tuple[Path, Path]) -> None:
    a, b = pair
    judge(a, 1, 2)
    judge(b, 3, 2)
    into_a, into_b = copy_desk(a, "into a"), copy_desk(b, "into b")
    assert (merge_into(into_a, b).verdicts, merge_into(into_b, a).verdicts) == (1, 1)
    assert verdicts(into_a) == verdicts(into_b) == {("Dar", "Ishaq Dar"), ("Ishaq Dar", "I. Dar")}
    assert merge_into(into_a, into_b).verdicts == 0


def test_it_is_one_change_that_can_be_undone(pair: tuple[Path, Path]) -> None:
    a, b = pair
    judge(b, 1, 2)
    merge_into(a, b)
    with open_desk(a) as store:
        store.revert(store.reader.last_change())
    assert verdicts(a) == set()


def test_what_was_merged_here_bears_the_verdict_of_its_parts(pair: tuple[Path, Path]) -> None:
    a, b = pair
    judge(b, 2, 3)
    with open_desk(a) as store, store.unit_of_work("Merge") as work:
        merge_records(work, 1, 2, {}, LENS)
    merge_into(a, b)
    assert verdicts(a) == {("Dar", "I. Dar")}


def test_none_above_the_ceiling_is_taken(pair: tuple[Path, Path]) -> None:
    a, b = pair
    judge(b, 1, 4)
    judge(b, 1, 2)
    with open_desk(a) as store, open_desk(b, read_only=True) as other:
        from db.exchange.desks.merge_desks import merge_desk

        assert merge_desk(store, other, Lens("2025-09-15", 1)).verdicts == 1
    assert verdicts(a) == {("Dar", "Ishaq Dar")}


def test_a_courier_brings_it(pair: tuple[Path, Path]) -> None:
    a, b = pair
    take(b, send(a, "Paris"))
    judge(a, 1, 2)
    judge(a, 3, 4)
    assert take(b, send(a, lens=Lens("2025-09-15", 1))).verdicts == 1
    assert verdicts(b) == {("Dar", "Ishaq Dar")}


def test_it_outlives_a_deletion_that_another_desk_does_not_share(pair: tuple[Path, Path]) -> None:
    """Whoever deleted the record, and whoever said of it that it is another one."""
    a, b = pair
    c = copy_desk(a, "c")
    edit(a, _uid(a, 2), biography="edited")
    with open_desk(b) as store:
        store.remove([2], LENS)
    judge(c, 1, 2)
    found = []
    for number, order in enumerate(permutations((a, b, c))):
        path = copy_desk(order[0], f"folded {number}")
        for other in order[1:]:
            merge_into(path, other)
        found.append(verdicts(path))
    assert found == [{("Dar", "Ishaq Dar")}] * 6


def _uid(desk: Path, key: int) -> str:
    with open_desk(desk, read_only=True) as store:
        return store.reader.uids([key])[key]
