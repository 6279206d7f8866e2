"""The first lines of a text tell its day and its title; what is above a title is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exchange.texts.text_head import MAX_TITLE_LETTERS, day_of_line, text_head


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("August 8, 2025", "2025-08-08"),
        ("Friday, August 8, 2025", "2025-08-08"),
        ("Aug. 8, 2025 10:30 AM", "2025-08-08"),
        ("8 August 2025 | 10:15 GMT", "2025-08-08"),
        ("August 8, 2025 at 10:15", "2025-08-08"),
        ("Date: 8 August 2025", "2025-08-08"),
        ("Published on 8 août 2025", "2025-08-08"),
        ("Posted on: 2025-08-08", "2025-08-08"),
        ("8.8.2025", "2025-08-08"),
        ("Islamabad, 8 August 2025", "2025-08-08"),
        ("Washington, D.C., August 8, 2025", None),
        ("08/05/2025", None),  # either way
        ("Paris, 1 May", None),  # of no year
        ("In 2024", None),
        ("August 2025", None),
        ("Updated September 1, 2025", None),  # it was published before
        ("On 8 August 2025 the two ministers met in Rome and signed an agreement on ports.", None),
        ("8 August 2025 agreement enters into force", None),
        ("", None),
    ],
)
def test_a_line_that_is_nothing_but_a_day_bears_it(line: str, day: str | None) -> None:
    found = day_of_line(line)
    assert (found and found.edtf) == day


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "August 8, 2025\nFOR IMMEDIATE RELEASE\nCommand changes\nTAMPA – He said",
            "Command changes",
        ),
        ("PRESS RELEASE No. 214/2025\n\n  Talks in   Rome \n", "Talks in Rome"),
        ("Communiqué de presse\nVisite à Rome", "Visite à Rome"),
        ("- DPM Dar receives a call\n- Leaders satisfied", "DPM Dar receives a call"),
        ("Press freedom in focus\nText", "Press freedom in focus"),
        ("8 August 2025", "8 August 2025"),  # better than none
        ("\n \n", ""),
        ("", ""),
    ],
)
def test_the_title_is_the_first_line_that_is_no_day_and_no_notice(text: str, title: str) -> None:
    assert text_head(text).title == title


def test_a_day_far_down_is_no_day_of_the_text() -> None:
    assert text_head("A line.\n" * 9 + "8 August 2025").published is None


@given(st.text(max_size=400))
def test_any_text_has_a_short_title_on_one_line(text: str) -> None:
    title = text_head(text).title
    assert len(title) <= MAX_TITLE_LETTERS and len(title.splitlines()) <= 1
