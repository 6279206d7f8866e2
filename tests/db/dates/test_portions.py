"""Named portions of a calendar: each kind by an example, and those that do not exist refused."""

from __future__ import annotations

import pytest

from db.dates.portions import read_portion, third_of
from db.errors import Refused


def inner(text: str) -> str:
    """What `phrases` would make of the date that a portion is of."""
    return {"july 2025": "2025-07", "2025": "2025", "14 july 2025": "2025-07-14"}.get(text, text)


@pytest.mark.parametrize(
    ("word", "edtf", "third"),
    [
        ("early", "2025-07", "[2025-07-01..2025-07-10]"),
        ("late", "2025-02", "[2025-02-21..2025-02-28]"),
        ("late", "2024-02", "[2024-02-21..2024-02-29]"),
        ("mid", "2025", "[2025-05..2025-08]"),
        ("end", "-0043", "[-0043-09..-0043-12]"),
        ("early", "199X", "[1990..1993]"),
        ("late", "[1801..1900]", "[1867..1900]"),
        ("late", "2025-07-04", None),
        ("late", "[1801..1850]", None),
    ],
)
def test_a_third_is_of_a_month_a_year_a_decade_or_a_century(
    word: str, edtf: str, third: str | None
) -> None:
    assert third_of(word, edtf) == third


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("spring 2025", "2025-21"),
        ("northern winter 2025/26", "2025-28"),
        ("southern spring 2001", "2001-29"),
        ("fall of 2025", "2025-23"),
        ("q1 2025", "2025-33"),
        ("2025 q4", "2025-36"),
        ("3q 2025", "2025-35"),
        ("h1 2025", "2025-40"),
        ("2025/h2", "2025-41"),
        ("the third quarter of 2025", "2025-35"),
        ("the first half of july 2025", "[2025-07-01..2025-07-15]"),
        ("last third of 2025", "2025-39"),
        ("the last week of july 2025", "[2025-07-25..2025-07-31]"),
        ("second week of july 2025", "[2025-07-08..2025-07-14]"),
        ("the week of 14 july 2025", "[2025-07-14..2025-07-20]"),
        ("the 1990s", "199X"),
        ("19th century", "[1801..1900]"),
        ("twentieth century", "[1901..2000]"),
        ("1st century bc", "[-0099..0000]"),
        ("2025-w29", "[2025-07-14..2025-07-20]"),
        ("2025w291", "2025-07-14"),
    ],
)
def test_a_portion_is_read(text: str, edtf: str) -> None:
    assert read_portion(text, inner) == edtf


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("winter 2025/27", "is no season"),
        ("spring 2025/26", "lies in one year"),
        ("fourth half of 2025", "there are 2"),
        ("first third of july 2025", "cannot be divided so"),
        ("first week of 2025", "needs a month"),
        ("the week of july 2025", "needs a day"),
        ("the 1900s", "ten years or a hundred"),
        ("0th century", "begin with the first"),
        ("2025-w54", "is no week"),
    ],
)
def test_a_portion_that_does_not_exist_is_refused_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(Refused, match=says) as refusal:
        read_portion(text, inner)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("text", ["july 2025", "quarter", "century", "q5 2025", ""])
def test_what_names_no_portion_is_left_to_others(text: str) -> None:
    assert read_portion(text, inner) is None
