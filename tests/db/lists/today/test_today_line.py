"""How far a desk looks, and lines that are left out are counted."""

from __future__ import annotations

import pytest

from db import Store
from db.lists.today.today_line import (
    DAYS_BY_SETTING,
    MAX_SECTION_LINES,
    RHYTHM,
    TodayLine,
    read_days,
    section_of,
)
from tests.db.desk_sql import sql_of


@pytest.mark.parametrize(
    "key, value, days", [(RHYTHM, "30", 30), (RHYTHM, "soon", 180), (RHYTHM, "9999999", 180)]
)
def test_a_desk_chooses_its_days(store: Store, key: str, value: str, days: int) -> None:
    store.keep_setting(key, value)
    assert read_days(sql_of(store)).days == {**DAYS_BY_SETTING, key: days}


def test_a_topic_has_a_rhythm_of_its_own(store: Store) -> None:
    store.keep_setting("rhythm.minerals", "45")
    days = read_days(sql_of(store))
    assert (days.rhythm_of("Minerals"), days.rhythm_of("Trade")) == (45, 180)


def test_what_is_left_out_is_counted() -> None:
    lines = [TodayLine("", key, "event", "", "") for key in range(MAX_SECTION_LINES + 3)]
    section = section_of("due", lines)
    assert (len(section.lines), section.total) == (MAX_SECTION_LINES, MAX_SECTION_LINES + 3)
