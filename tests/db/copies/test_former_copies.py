"""After a new passphrase the copies that open with the former one are named, with their age."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db import CopyPlan, Lens, Person, list_former_copies, make_desk, open_desk


@pytest.mark.parametrize(
    ("first", "second"), [("one two", "three"), ("", "three"), ("one two", "")]
)
def test_copies_of_before_are_named_and_those_of_now_are_not(
    tmp_path: Path, first: str, second: str
) -> None:
    make_desk(tmp_path / "a.desk", first)
    with open_desk(tmp_path / "a.desk", first, plan=CopyPlan(tmp_path / "copies")) as store:
        store.save(Person(title="Dar"), Lens())
        kept = store.copies.keep()
        store.copies.save(tmp_path / "by hand.desk")
        store.copies.note_place(tmp_path / "by hand.desk")
        assert list_former_copies(store.copies) == []
        store.set_passphrase(second)  # which keeps one more before
        fresh = store.copies.keep()
        found = list_former_copies(store.copies)
        assert kept is not None and fresh is not None
        assert {kept.path, tmp_path / "by hand.desk"} < {each.path for each in found}
        assert len(found) == 3 and fresh.path not in {each.path for each in found}
        assert all(each.is_plain == (first == "") for each in found)


def test_their_age_is_told_in_days(tmp_path: Path) -> None:
    make_desk(tmp_path / "a.desk", "one two")
    with open_desk(tmp_path / "a.desk", "one two", plan=CopyPlan(tmp_path / "copies")) as store:
        store.save(Person(title="Dar"), Lens())
        store.copies.keep()
        store.set_passphrase("three")
        former = list_former_copies(store.copies)
        oldest = former[0]
        assert [
            each.age_days(oldest.time + timedelta(days=40, hours=3)) for each in former[:1]
        ] == [40]
        assert oldest.age_days(datetime.min) == 0  # a clock that was put back
        (tmp_path / "copies").rename(tmp_path / "gone")
        assert list_former_copies(store.copies) == []
