"""From a text to a date: notation first, then numbers, then phrases; never an exception told."""

from __future__ import annotations

from datetime import date

import pytest

from db.dates.date_parser import MAX_DATE_LETTERS, describe_date, parse_range, read_date
from db.errors import Refused


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2019/2021", "2019/2021"),  # notation
        ("[1760-01, 1760-12..]", "[1760-01,1760-12..]"),
        ("25.12.2025", "2025-12-25"),  # numbers
        ("25.12.2025?", "2025-12-25?"),
        ("Late July 2025", "[2025-07-21..2025-07-31]"),  # phrases
        ("July 2025.", "2025-07"),
    ],
)
def test_a_text_is_read_by_the_strictest_way_that_takes_it(text: str, edtf: str) -> None:
    assert read_date(text, None, None).edtf == edtf


@pytest.mark.parametrize("text", ["", "  ", "n.d.", "unknown", "0000-00-00", "-1", "—"])
def test_what_says_that_nothing_is_known_is_refused_as_that(text: str) -> None:
    with pytest.raises(Refused, match="leave the field empty"):
        read_date(text, None, None)


def test_a_text_too_long_to_be_a_date_is_refused_at_once() -> None:
    with pytest.raises(Refused, match=f"longer than {MAX_DATE_LETTERS} characters"):
        read_date("2" * (MAX_DATE_LETTERS + 1), None, None)


def test_a_refusal_quotes_the_words_as_they_were_typed() -> None:
    with pytest.raises(Refused, match="“31 April 2025”"):
        read_date("31 April 2025", None, None)


def test_words_are_kept_only_if_they_say_the_same_without_the_published_day() -> None:
    published = date(2025, 7, 20)
    assert read_date("late July 2025", published, None).words == "late July 2025"
    assert read_date("late July", published, None).words == ""
    assert read_date("yesterday", published, None).edtf == "2025-07-19"


def test_an_end_before_its_start_is_refused_with_the_mend() -> None:
    with pytest.raises(Refused, match="exchange the dates"):
        read_date("from 2021 to 2019", None, None)
    with pytest.raises(Refused, match="exchange the two dates"):
        parse_range("2021..2019")


@pytest.mark.parametrize(
    ("text", "valid"),
    [("2016-02-30", False), ("03/04/2025", False), ("July 2025", True), ("\ud800", False)],
)
def test_a_description_never_raises_and_always_says_why(text: str, valid: bool) -> None:
    said = describe_date(text)
    assert said["valid"] is valid and said["why"]
    assert bool(said["edtf"]) is valid


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2025-07", ("2025-07-01", "2025-07-31")),
        ("..2019", (None, "2019-12-31")),
        ("2019..", ("2019-01-01", None)),
        ("2019..June 2020", ("2019-01-01", "2020-06-30")),
        ("[2019..2020]", ("2019-01-01", "2020-12-31")),
    ],
)
def test_a_range_is_one_date_or_two(text: str, days: tuple[str | None, str | None]) -> None:
    assert parse_range(text) == days


def test_a_refusal_names_what_was_written_and_not_its_translation() -> None:
    with pytest.raises(Refused, match=r"“Mittwoch, 5\. Mai 2020” contradicts itself"):
        read_date("Mittwoch, 5. Mai 2020")
