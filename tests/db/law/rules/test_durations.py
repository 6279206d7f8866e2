"""Terms run out, are renewed in silence, or go on."""

from __future__ import annotations

import pytest

from db.dates import day_from_number, day_number
from db.errors import Refused
from db.law.rules.durations import read_term

TERMS = (
    # duration, renewal, day, end of the term that runs on it, counted from 25 November 2015
    ("10 years", "", "2020-01-01", "2025-11-25"),
    ("10 years", "", "2025-11-25", None),
    ("10 years, tacit, notice 6 months before the end", "", "2030-01-01", "2035-11-25"),
    ("10 years", "tacit", "2045-11-24", "2045-11-25"),
    ("20 years", "tacit 5 years, once", "2036-01-01", "2040-11-25"),
    ("20 years", "tacit 5 years, once", "2041-01-01", None),
    ("10 years", "indefinite after first term", "2030-01-01", None),
    ("5 years", "by agreement, at most 5 years", "2016-01-01", "2020-11-25"),
    ("indefinite", "", "2030-01-01", None),
)


@pytest.mark.parametrize(("duration", "renewal", "day", "end"), TERMS)
def test_a_term_ends(duration: str, renewal: str, day: str, end: str | None) -> None:
    term = read_term(duration, renewal)
    found = term.end_at(day_number("2015-11-25"), day_number(day))
    assert (None if found is None else day_from_number(found)) == end
    assert read_term(term.words()) == term


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("10 years", "2025-11-25"),
        ("10 years, tacit", None),
        ("20 years, tacit 5 years, once", "2040-11-25"),
        ("10 years, indefinite after first term", None),
        ("5 years, by agreement", None),
    ],
)
def test_what_is_not_renewed_ends_of_itself(words: str, end: str | None) -> None:
    found = read_term(words).last_end(day_number("2015-11-25"))
    assert (None if found is None else day_from_number(found)) == end


@pytest.mark.parametrize(
    ("notice", "end"),
    [("2025-05-25", "2025-11-25"), ("2025-05-26", "2035-11-25"), ("2016-01-01", "2025-11-25")],
)
def test_a_notice_in_time_ends_the_term_that_runs(notice: str, end: str) -> None:
    term = read_term("10 years, tacit, notice 6 months before the end")
    found = term.exit_day(day_number(notice), day_number("2015-11-25"))
    assert found is not None and day_from_number(found) == end
    last = term.last_notice(day_number("2025-11-25"))
    assert last is not None and day_from_number(last) == "2025-05-25"


def test_a_term_of_the_29th_of_february_keeps_it() -> None:
    term = read_term("1 year, tacit")
    end = term.end_at(day_number("2020-02-29"), day_number("2023-03-01"))
    assert end is not None and day_from_number(end) == "2024-02-29"


@pytest.mark.parametrize("words", ["ten-ish years", "10 years, 5 years", "tacit, whatever"])
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(Refused, match="says no duration"):
        read_term(words)
