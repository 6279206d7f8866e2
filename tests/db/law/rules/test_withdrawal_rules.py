"""A notice of withdrawal takes effect as its rule says, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.dates import day_from_number, day_number
from db.errors import Refused
from db.law.rules.withdrawal_rules import read_withdrawal_rule

WINDOW = "window 1 year every 10 years from entry into force"
EXITS = (
    # words, notice, bound since, first day out
    ("12 months", "2016-10-27", "2004-12-01", "2017-10-27"),
    ("6 months", "2001-12-13", "1972-10-03", "2002-06-13"),
    ("1 year, from the day after", "2022-12-19", "1998-04-16", "2023-12-20"),
    ("3 months, then first of next month", "2021-03-22", "2014-08-01", "2021-07-01"),
    ("30 June, notice by 1 January", "1981-06-24", "1949-02-25", "1982-06-30"),
    ("30 June, notice by 1 January", "2019-01-01", "1949-02-25", "2019-06-30"),
    ("30 June, notice by 1 January", "2019-01-02", "1949-02-25", "2020-06-30"),
    ("30 June, notice by 1 October", "2018-10-01", "1949-02-25", "2019-06-30"),
    ("30 June, notice by 1 October", "2018-10-02", "1949-02-25", "2020-06-30"),
    ("31 December of the next year", "2018-01-01", "1949-02-25", "2019-12-31"),
    ("31 December of the next year", "2018-12-31", "1949-02-25", "2019-12-31"),
    ("31 December", "2018-12-30", "1949-02-25", "2018-12-31"),
    ("6 months, 31 December", "2018-08-01", "1949-02-25", "2019-12-31"),
    ("1 year, not before 3 years", "2019-11-04", "2016-11-04", "2020-11-04"),
    ("1 year, not before 3 years", "2019-11-03", "2016-11-04", None),
    ("1 year, not before 1967-06-16", "1960-01-01", "1957-06-16", "1967-06-16"),
    ("1 year, sunset 20 years", "2019-11-04", "2016-11-04", "2020-11-04"),
    (WINDOW, "1942-08-01", "1932-05-01", "1943-08-01"),
    (WINDOW, "1942-04-30", "1932-05-01", None),
    (WINDOW, "1943-05-01", "1932-05-01", None),
    (WINDOW, "1952-05-01", "1932-05-01", "1953-05-01"),
    (f"6 months, {WINDOW}", "1942-08-01", "1932-05-01", "1943-02-01"),
    ("none", "2019-11-04", "2016-11-04", None),
)


@pytest.mark.parametrize(("words", "notice", "bound", "day"), EXITS)
def test_a_notice_takes_effect(words: str, notice: str, bound: str, day: str | None) -> None:
    since = day_number(bound)
    found = read_withdrawal_rule(words).exit_day(day_number(notice), since, since)
    assert (None if found.day is None else day_from_number(found.day)) == day
    assert bool(found.why) == (day is None)


@pytest.mark.parametrize(
    "words", [*dict.fromkeys(each[0] for each in EXITS), f"{WINDOW} for the party"]
)
def test_a_rule_is_read_back_from_its_words(words: str) -> None:
    rule = read_withdrawal_rule(words)
    assert read_withdrawal_rule(rule.words()) == rule


@pytest.mark.parametrize(
    "words",
    ["", "soon", "31 February", "sunset 20 years", "not before 3 years", f"30 June, {WINDOW}"],
)
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(Refused):
        read_withdrawal_rule(words)


@given(
    st.sampled_from([each[0] for each in EXITS if each[3]]),
    st.integers(600_000, 800_000),
)
def test_nobody_is_out_before_the_notice(words: str, notice: int) -> None:
    found = read_withdrawal_rule(words).exit_day(notice, None, None)
    assert found.day is not None and found.day >= notice


def test_the_window_comes_round() -> None:
    rule = read_withdrawal_rule(WINDOW)
    since = day_number("1932-05-01")
    assert rule.window_at(day_number("1935-05-01"), since) is None
    assert day_from_number(rule.next_window(day_number("1935-05-01"), since)) == "1942-05-01"
    assert day_from_number(rule.next_window(day_number("1942-05-02"), since)) == "1952-05-01"
