"""Both sides come from where they parted, or from the last merge of the two, whichever is later."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import make_desk, open_desk
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.merge_base import Base, DeskBase, base_of
from db.exchange.desks.side_history import common_change
from tests.db.desk_sql import sql_of
from tests.db.exchange.courier.exchanged import add, edit
from tests.db.exchange.desks.copies import LENS, copy_desk, merge_into


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path, str]:
    """Two copies of a desk with one person, which both changed."""
    one = tmp_path / "a.desk"
    make_desk(one)
    dar = add(one, "Dar", biography="first")
    other = copy_desk(one, "b")
    edit(one, dar, biography="of a")
    edit(other, dar, gender="male")
    return one, other, dar


def base_states(ours: Path, theirs: Path, uid: str) -> tuple[Base, dict[str, object], set[int]]:
    """Return which state both come from, what it says of a record, and what was touched."""
    with open_desk(ours, read_only=True) as here, open_desk(theirs, read_only=True) as there:
        sqls = [sql_of(each.reader) for each in (here, there)]
        fork = common_change(*sqls)
        sides = [DeskSide(sql, LENS, fork) for sql in sqls]
        base = DeskBase(*sides)
        return base_of(*sides), base.read([uid], sides[0].read([uid]))[uid], base.touched_rows()[0]


def test_at_first_it_is_where_they_parted(pair: tuple[Path, Path, str]) -> None:
    a, b, dar = pair
    base, state, touched = base_states(a, b, dar)
    assert base == Base(True, 1) and touched == {1}
    assert state["biography"] == "first" and "gender" not in state


def test_then_it_is_their_last_merge(pair: tuple[Path, Path, str]) -> None:
    a, b, dar = pair
    merge_into(a, b)
    edit(b, dar, biography="later")
    base, state, touched = base_states(a, b, dar)
    assert base == Base(False, 2) and touched == {1}
    assert state["biography"] == "first" and state["gender"] == "male"
    base, state, _ = base_states(b, a, dar)
    assert base == Base(True, 2) and state["biography"] == "first"
