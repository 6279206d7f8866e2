"""All sections of a day come in their order, through the lens."""

from __future__ import annotations

from db import Lens, Store
from db.lists.today.due_list import read_today
from db.lists.today.today_line import SECTIONS
from tests.db.checks.case_desk import CaseDesk
from tests.db.desk_sql import sql_of


def test_the_sections_come_in_their_order(store: Store) -> None:
    CaseDesk(store).fill([{"kind": "event", "title": "Call", "start": "2026-06-02"}])
    found = read_today(sql_of(store), Lens("2026-06-01"))
    assert tuple(section.name for section in found) == SECTIONS
    assert [section.total for section in found] == [1, 0, 0, 0, 0, 0, 0, 0]
    sql_of(store).run("UPDATE record SET marking = 2")
    hidden = read_today(sql_of(store), Lens("2026-06-01", 1))
    assert not any(section.total for section in hidden)
