"""The head and foot of a sheet: what is above the ceiling gets none."""

from __future__ import annotations

from datetime import datetime

import pytest

from db import Lens, Refused
from desktop.paper.sections.sheet_frame import sheet_frame

NOW = datetime(2026, 11, 23, 9, 5)


@pytest.mark.parametrize(("marking", "word"), [(0, "OPEN"), (2, "CONFIDENTIAL")])
def test_it_says_marking_day_and_desk(marking: int, word: str) -> None:
    frame = sheet_frame(Lens("2025-06-30"), "Desk", NOW, marking, 3)
    assert (frame["marking"], frame["is_open"]) == (word, marking == 0)
    assert (frame["as_of"], frame["desk"], frame["withheld"]) == ("as of 30 June 2025", "Desk", 3)


def test_what_lies_above_the_ceiling_is_refused() -> None:
    with pytest.raises(Refused):
        sheet_frame(Lens("2025-06-30", 1), "Desk", NOW, 2, 0)
