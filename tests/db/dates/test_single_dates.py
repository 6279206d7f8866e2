"""One date in numbers or with its month's name; what misleads is refused with the mend."""

from __future__ import annotations

import pytest

from db.dates.single_dates import DateParts, check_parts, edtf_of, read_numeric, read_parts
from db.errors import Refused


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("25/12/2025", (2025, 12, 25)),
        ("12/25/2025", (2025, 12, 25)),
        ("4.4.2025", (2025, 4, 4)),
        ("2025/7/4", (2025, 7, 4)),
        ("20250714", (2025, 7, 14)),
        ("2025-195", (2025, 7, 14)),
        ("2024-366", (2024, 12, 31)),
        ("07/2025", (2025, 7, None)),
        ("2025年7月14日", (2025, 7, 14)),
        ("2025년 7월", (2025, 7, None)),
        ("2025年", (2025, None, None)),
    ],
)
def test_a_date_in_numbers_is_read(text: str, parts: tuple[int | None, ...]) -> None:
    found = read_numeric(text)
    assert found is not None and found[:3] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("6 April 2025", (2025, 4, 6)),
        ("April 6, 2025", (2025, 4, 6)),
        ("the 6th of April", (None, 4, 6)),
        ("2025 July 14", (2025, 7, 14)),
        ("Monday, 14 July 2025", (2025, 7, 14)),
        ("44 BC", (-43, None, None)),
        ("15 March 44 BC", (-43, 3, 15)),
        ("AD 7", (7, None, None)),
        ("July", (None, 7, None)),
    ],
)
def test_a_date_with_its_words_is_read(text: str, parts: tuple[int | None, ...]) -> None:
    found = read_parts(text)
    assert found is not None and found[:3] == parts


@pytest.mark.parametrize("text", ["late July", "before 2019", "-4 July", "4 July-", "Dar", "1;2"])
def test_what_is_not_one_date_is_left_to_others(text: str) -> None:
    assert read_parts(text) is None


@pytest.mark.parametrize(("day_first", "parts"), [(True, (2025, 4, 3)), (False, (2025, 3, 4))])
def test_the_order_of_a_file_settles_an_ambiguous_number(
    day_first: bool, parts: tuple[int, ...]
) -> None:
    found = read_numeric("03/04/2025", day_first)
    assert found is not None and found[:3] == parts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("03/04/2025", "3 April or 4 March 2025"),
        ("14.07.25", "write 1925 or 2025"),
        ("July '25", "write 1925 or 2025"),
        ("31 April 2025", "April 2025 has 30 days"),
        ("29.02.2025", "February 2025 has 28 days"),
        ("13/2025", "has no month 13"),
        ("2025-366", "numbered 001 to 365"),
        ("Tuesday, 14 July 2025", "is a Monday"),
    ],
)
def test_what_misleads_is_refused_with_the_mend(text: str, says: str) -> None:
    with pytest.raises(Refused, match=says) as refusal:
        read_parts(text)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "parts"), [("1", DateParts(day=1)), ("4, 2025", DateParts(2025, None, 4))]
)
def test_half_a_date_is_read_only_where_half_is_asked_for(text: str, parts: DateParts) -> None:
    assert read_parts(text) is None or read_parts(text) != parts
    assert read_parts(text, half=True) == parts


def test_a_day_of_no_stated_year_may_be_the_twenty_ninth_of_february() -> None:
    assert check_parts(DateParts(None, 2, 29), "29 February") == DateParts(None, 2, 29)


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        (DateParts(2025, 7, 4), "2025-07-04"),
        (DateParts(2025, 7), "2025-07"),
        (DateParts(-43), "-0043"),
        (DateParts(0), "0000"),
    ],
)
def test_parts_are_written_as_edtf(parts: DateParts, edtf: str) -> None:
    assert edtf_of(parts) == edtf
