"""Each stretch of a line knows its field, and paper reads it as it did."""

from __future__ import annotations

import pytest

from db import HistoricalDate
from desktop.paper.content.blocks import plain, runs
from desktop.paper.sections.field_lines import join_lines, term_line
from desktop.paper.sections.print_phrases import term

DATE = HistoricalDate.parse


@pytest.mark.parametrize("state", ["", "ongoing", "ended", "ended-unknown", "unknown"])
@pytest.mark.parametrize("since", ["", "2019", "about 2019"])
@pytest.mark.parametrize("until", ["", "May 2022"])
def test_a_term_is_said_in_the_same_words(since: str, until: str, state: str) -> None:
    days = [DATE(text) if text else None for text in (since, until)]
    lines = term_line(*days, "ranks[0]", state)
    assert tuple(map(plain, lines)) == term(*days, state)


@pytest.mark.parametrize(
    "since,until,state,fields",
    [
        ("2019", "2022", "ended", ["since", "until"]),
        ("2019", "", "unknown", ["since", "end_state"]),
        ("", "2022", "ended", ["until", "since"]),
        ("", "", "ongoing", ["since"]),
    ],
)
def test_each_word_of_a_term_has_its_field(
    since: str, until: str, state: str, fields: list[str]
) -> None:
    days = [DATE(text) if text else None for text in (since, until)]
    lines = term_line(*days, "tenures[1]", state)
    found = [run.field for line in lines for run in runs(line) if run.field]
    assert found == [f"tenures[1].{name}" for name in fields]


def test_what_says_nothing_has_no_comma() -> None:
    assert plain(join_lines(["", "Lahore", (), "Pakistan"], " · ")) == "Lahore · Pakistan"
