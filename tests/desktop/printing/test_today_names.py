"""Every section has a name, and says what it leaves out."""

from __future__ import annotations

from db import TodaySection
from db.lists.today.today_line import SECTIONS
from desktop.printing.today_names import SECTION_NAMES, more_text


def test_every_section_has_a_name() -> None:
    assert tuple(SECTION_NAMES) == SECTIONS


def test_one_that_is_left_out_is_one() -> None:
    assert more_text(TodaySection("due", (), 1)) == "and 1 other"
