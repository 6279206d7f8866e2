"""Terms, sums, ages and languages in words that claim no more than is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import HistoricalDate
from desktop.paper.sections.print_phrases import (
    age_in_days,
    check_phrase,
    country,
    date_phrase,
    figure,
    language_name,
    languages,
    open_date_phrase,
    spoken_in,
    term,
)

DATE = HistoricalDate.parse


@pytest.mark.parametrize(
    ("since", "until", "end_state", "said"),
    [
        ("2019", "2022", "ended", ("2019 – 2022", "")),
        ("2022", None, "ongoing", ("since 2022", "")),
        ("2022", None, "unknown", ("since 2022", "end not known")),
        ("2022", None, "ended", ("from 2022", "ended, day not stated")),
        ("2022", None, "ended-unknown", ("from 2022", "ended, day not known")),
        (None, "2022", "ended", ("until 2022", "start not known")),
        (None, "2022", "", ("until 2022", "")),
        (None, None, "", ("", "")),
        (None, None, "unknown", ("", "start not known, end not known")),
    ],
)
def test_a_term_says_what_is_not_known_of_it(
    since: str | None, until: str | None, end_state: str, said: tuple[str, str]
) -> None:
    dates = [DATE(each) if each else None for each in (since, until)]
    assert term(*dates, end_state) == said


@pytest.mark.parametrize("words", ["before 2022", "after 2022", "between 2019 and 2022"])
def test_no_second_word_stands_before_a_date_that_brings_its_own(words: str) -> None:
    assert open_date_phrase("since", DATE(words)) == DATE(words).phrase()


def test_a_day_takes_on_and_a_month_in() -> None:
    assert spoken_in(DATE("12 June 2021")) == "on 12 June 2021"
    assert spoken_in(DATE("June 2021")) == "in June 2021"
    assert spoken_in(None) == date_phrase(None) == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1000000", "1 million"),
        ("2500000000", "2.5 billion"),
        ("1234567", "1,234,567"),
        ("999999", "999,999"),
        ("0.50", "0.50"),
        ("", ""),
        ("-3", "-3"),
    ],
)
def test_a_sum_is_said_in_millions_only_where_that_is_exact(number: str, said: str) -> None:
    assert figure(number) == said


@given(st.integers(0, 10**15))
def test_no_figure_is_rounded(number: int) -> None:
    words = figure(str(number)).replace(",", "")
    plain, _, scale = words.partition(" ")
    times = {"": 1, "million": 10**6, "billion": 10**9}[scale]
    whole, _, rest = plain.partition(".")
    assert int(whole) * times + int(rest or "0") * times // 10 ** len(rest) == number


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-01-01", "checked today"),
        ("2026-01-02", "checked yesterday"),
        ("2026-04-01", "checked 90 days ago"),
        ("2026-04-02", "checked 91 days ago — verify"),
    ],
)
def test_only_what_is_old_is_to_be_verified(now: str, said: str) -> None:
    assert check_phrase("2026-01-01", now) == said


def test_a_check_in_the_future_is_no_age() -> None:
    assert age_in_days("2026-11-23", "2026-01-01") == 0


def test_a_language_or_state_that_is_not_known_stands_as_it_is() -> None:
    assert language_name("tlh") == "tlh"
    assert languages(" ur ,, Saraiki") == "Urdu, Saraiki"
    assert country("") == ""
    assert country("pk") == "Pakistan"
