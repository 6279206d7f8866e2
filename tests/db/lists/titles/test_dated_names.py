"""Names with days are told for any day, by boards too; a body that is renamed has not moved."""

from __future__ import annotations

from db import Lens, Name, Parent
from db.lists.board.board_changes import board_changes
from db.lists.board.board_rows import BoardScope, read_board_rows
from db.lists.board.office_board import OfficeBoard
from db.lists.board.state_rules import StateRules
from db.lists.titles.dated_names import read_dated_names
from db.lists.titles.names_then import read_names_then
from tests.cabinet_desk import AFTER, BEFORE, Cabinet, day
from tests.cabinet_desk import cabinet as cabinet
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

DAYS = ("2019-12-31", "2020-01-01", BEFORE, "2025-06-01", AFTER)


def rename(cabinet: Cabinet) -> int:
    ministry = cabinet.bodies["Foreign Ministry"]
    ministry.names = [
        Name(text="Foreign Office", kind="former", until=day("2019-12-31")),
        Name(text="Ministry of the Exterior", kind="former", since=day("2020"), until=day(BEFORE)),
        Name(text="FM", kind="alias", until=day(BEFORE)),
    ]
    cabinet.store.save(ministry, cabinet.lens)
    return ministry.id


def test_they_are_those_that_a_lens_of_the_day_tells(cabinet: Cabinet) -> None:
    key, sql = rename(cabinet), sql_of(cabinet.store)
    names = read_dated_names(sql, [key])[key]
    for on in DAYS:
        first = next((name.text for name in names if name.is_of(on)), None)
        assert first == read_names_then(sql, [key], Lens(on)).get(key)


def test_a_board_is_told_when_names_change(cabinet: Cabinet) -> None:
    rename(cabinet)
    rows = read_board_rows(sql_of(cabinet.store), BoardScope("x", country="pk"), cabinet.lens)
    board = OfficeBoard(rows, StateRules())
    assert {"2020-01-01", BEFORE} <= {*board.change_days()}
    called = [{each.body.ref.title for each in board.bodies_on(on)} for on in DAYS]
    assert "Foreign Office" in called[0] and "Ministry of the Exterior" in called[1] & called[2]
    assert "Foreign Ministry" in called[3] & called[4]


def test_a_body_below_one_that_was_renamed_has_not_moved(cabinet: Cabinet) -> None:
    rename(cabinet)
    department = cabinet.bodies["Protocol Department"]
    department.parents = [Parent(parent=ref(cabinet.bodies["Foreign Ministry"]))]
    cabinet.store.save(department, cabinet.lens)
    rows = read_board_rows(sql_of(cabinet.store), BoardScope("x", country="pk"), cabinet.lens)
    changes = board_changes(OfficeBoard(rows, StateRules()), BEFORE, AFTER)
    assert "body moved" not in {each.what for each in changes}
