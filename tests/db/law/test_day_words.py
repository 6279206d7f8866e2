"""Days stand in sentences as they are known."""

from __future__ import annotations

import pytest

from db.dates import day_number
from db.law.acts import EVER, NEVER
from db.law.day_words import act_words, days_words, range_words
from tests.db.law.agreements import act, days


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-01-22", "22 January 2021"),
        ("1940~", "about 1940"),
        ("2021-01-22~", "about 22 January 2021"),
        ("July 2025", "July 2025"),
        ("", "on a day not recorded"),
    ],
)
def test_a_date_is_told_as_it_is_known(date: str, words: str) -> None:
    assert days_words(days(date)) == words


def test_what_two_worlds_give_is_told_as_a_span() -> None:
    first, last = day_number("2025-07-01"), day_number("2025-07-31")
    assert range_words(first, first) == "1 July 2025"
    assert "July 2025" in range_words(first, last)
    assert range_words(EVER, NEVER) == "a day not recorded"
    assert range_words(NEVER, NEVER) == "never"
    assert range_words(EVER, first) == "before 2 July 2025"


def test_an_act_without_a_day_of_its_own_is_told_with_that_of_its_effect() -> None:
    assert act_words(act("acceded 2020-01-01")) == "Acceded 1 January 2020"
    assert act_words(act("ceased  > 1990-10-03")) == "Ceased 3 October 1990"
