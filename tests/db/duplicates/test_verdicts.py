"""“Not the same” is remembered, can be taken back, and warns of what it contradicts."""

from __future__ import annotations

import pytest

from db import Refused, Store
from db.changes.merging.merge import merge_records
from db.duplicates import judge_different, judged_different
from tests.db.desk_dump import dump
from tests.db.desk_sql import sql_of
from tests.db.duplicates.conftest import LENS, Made, pairs, titles


def judge(store: Store, one: int, other: int) -> int:
    with store.unit_of_work("Not the same") as work:
        judge_different(work, one, other)
    return work.change_id


def test_a_pair_judged_different_is_told_no_more_until_that_is_undone(
    store: Store, add: Made
) -> None:
    one, other = add("Ishaq Dar"), add("Ishaq Dar")
    before = dump(store)
    change = judge(store, other.id, one.id)
    assert titles(store) == []
    assert store.reader.changes(one.id)[0].label == "Not the same"
    store.revert(change)
    assert len(titles(store)) == 1
    assert dump(store) == before
    assert store.verify() == []


def test_a_verdict_is_kept_once(store: Store, add: Made) -> None:
    one, other = add("Ishaq Dar"), add("Ishaq Dar")
    judge(store, one.id, other.id)
    judge(store, other.id, one.id)
    assert judged_different(sql_of(store)) == {(one.id, other.id)}


def test_a_verdict_goes_with_its_record_and_comes_back_with_it(store: Store, add: Made) -> None:
    one, other = add("Ishaq Dar"), add("Ishaq Dar")
    judge(store, one.id, other.id)
    change = store.remove([one.id], LENS)
    assert judged_different(sql_of(store)) == set()
    store.revert(change.id)
    assert judged_different(sql_of(store)) == {(one.id, other.id)}


def test_two_judged_different_that_match_a_third_are_warned_of(store: Store, add: Made) -> None:
    one, other, _ = add("Ishaq Dar"), add("Ishaq  Dar"), add("Ishaq DAR")
    assert all(not pair.warning for pair in pairs(store))
    judge(store, one.id, other.id)
    found = pairs(store)
    assert len(found) == 2
    assert all("were judged not the same" in pair.warning for pair in found)
    assert "were judged not the same" in found[0].summary()


def test_a_verdict_follows_the_record_into_which_its_own_was_merged(
    store: Store, add: Made
) -> None:
    one, other, third = add("Ishaq Dar"), add("Ishaq Dar"), add("Ishaq Dar")
    judge(store, other.id, third.id)
    with store.unit_of_work("Merge") as work:
        merge_records(work, one.id, other.id, {}, LENS)
    assert judged_different(sql_of(store)) == {(one.id, third.id)}


def test_a_record_is_not_judged_against_itself_or_nothing(store: Store, add: Made) -> None:
    one = add("Ishaq Dar")
    for other in (one.id, 999):
        with pytest.raises(Refused), store.unit_of_work("x") as work:
            judge_different(work, one.id, other)
