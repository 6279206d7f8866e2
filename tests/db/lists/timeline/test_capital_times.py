"""A moment is written as each capital's clock and calendar had it."""

from __future__ import annotations

import pytest

from db.lists.timeline.capital_times import capital_times, text_of_moment

# day, time, zone, countries → what is written
CASES = [
    (
        "2025-11-17", "23:30", "America/New_York", ["pk", "us"],
        "17 November 2025 23:30 (New York); 18 November 2025 09:30 (Karachi)",
    ),
    ("2025-07-01", "12:00", "Europe/Paris", ["de"], "1 July 2025 12:00 (Paris)"),
    ("2025-01-01", "05:00", "Asia/Karachi", ["us"],
     "1 January 2025 05:00 (Karachi); 31 December 2024 19:00 (New York)"),
    ("2025-07-01", "12:00", "Europe/Atlantis", ["de"], "12:00 Europe/Atlantis"),
    ("2025-07-01", "12:00", "../../etc/passwd", ["de"], "12:00 ../../etc/passwd"),
    ("2025-07-01", "noon", "Europe/Paris", ["de"], "noon Europe/Paris"),
    ("9999-12-31", "23:59", "America/New_York", ["pk"], "23:59 America/New_York"),
    ("!9999999999995288-01-01", "12:00", "Europe/Paris", [], "12:00 Europe/Paris"),
    ("2025-07-01", "12:00", "Europe/Paris", ["zz", ""], "1 July 2025 12:00 (Paris)"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "clock", "zone", "countries", "text"), CASES)
def test_each_capital_has_its_own_day_and_hour(
    day: str, clock: str, zone: str, countries: list[str], text: str
) -> None:
    assert capital_times(day, clock, zone, countries) == text


@pytest.mark.parametrize("packed", ["", "|", "2025-07-01||09:30||", "a|b|c|d|e|f"])
def test_what_is_missing_is_left_out(packed: str) -> None:
    assert isinstance(text_of_moment(packed), str)
