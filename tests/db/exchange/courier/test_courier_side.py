"""A courier answers as another desk would: what it carries is as it is there, all else as here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Lens, Note, Store, make_desk, open_desk
from db.exchange.courier.courier_contents import CourierContents
from db.exchange.courier.courier_file import open_courier
from db.exchange.courier.courier_side import CourierBase, CourierSide, known_to
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.side_history import last_stamp
from db.exchange.plain.three_way import says_same
from tests.db.desk_sql import sql_of
from tests.db.exchange.courier.exchanged import SECRET, add, edit, send
from tests.db.exchange.desks.copies import LENS, copy_desk


class Sides:
    """Both sides of a courier that carries one of two people."""

    def __init__(self, store: Store, contents: CourierContents, lens: Lens) -> None:
        fork = 2
        self.ours = DeskSide(sql_of(store.reader), lens, fork)
        self.theirs = CourierSide(contents, self.ours, fork)
        self.base = CourierBase(self.ours, self.theirs, None)


@pytest.fixture
def uids(tmp_path: Path) -> list[str]:
    one = tmp_path / "a.desk"
    make_desk(one)
    found = [add(one, "Dar", notes=[Note(text="tall"), Note(text="z", marking=2)]), add(one, "B")]
    copy_desk(one, "b")
    edit(one, found[0], biography="x")
    return found


def sides(folder: Path, lens: Lens = LENS) -> Iterator[Sides]:
    file = send(folder / "a.desk", "Paris", since=2)
    with open_desk(folder / "b.desk", read_only=True) as store, open_courier(file, SECRET) as found:
        yield Sides(store, CourierContents(found), lens)


def test_what_is_carried_is_as_it_is_there_and_was(tmp_path: Path, uids: list[str]) -> None:
    for each in sides(tmp_path):
        ours, theirs = each.ours.read(uids), each.theirs.read(uids)
        assert theirs[uids[0]]["biography"] == "x" and theirs[uids[1]] == ours[uids[1]]
        base = each.base.read(uids, ours)
        assert all(says_same(base[uid], ours[uid]) for uid in uids)
        numbers, _ = each.base.touched_rows()
        assert each.theirs.uids_of(numbers) == {uids[0]: numbers}
        assert each.theirs.hidden_ids(numbers) == set()
        assert each.theirs.place_of(uids[0]) == ("person", 1)
        assert last_stamp(
            each.theirs.row_stamps("person", 1), ["biography"]
        ) == each.theirs.record_stamp(uids[0])


def test_a_reader_below_it_is_shown_what_the_lens_shows(tmp_path: Path, uids: list[str]) -> None:
    for each in sides(tmp_path, Lens("2025-09-15", 1)):
        assert [n["text"] for n in each.theirs.read(uids)[uids[0]]["notes"]] == ["tall"]
        assert each.theirs.is_cut(uids[0])


HIDDEN = [
    ({"a": "1", "ref": {"uid": "u"}}, {"a": "2"}, {"a": "1"}),
    ({"ref": {"uid": "u"}}, {"ref": {"uid": "v"}}, {"ref": {"uid": "u"}}),
    ({"parts": [{"uid": "u", "x": [{"key": "k"}]}]}, {"parts": [{"uid": "u"}]},
     {"parts": [{"uid": "u", "x": []}]}),
    ({"topics": ["a"]}, {}, {"topics": ["a"]}),
]  # fmt: skip


@pytest.mark.parametrize("base, theirs, found", HIDDEN)
def test_what_the_other_may_only_hide_is_no_deletion(
    base: dict[str, object], theirs: dict[str, object], found: dict[str, object]
) -> None:
    assert known_to(base, theirs) == found
