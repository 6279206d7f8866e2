"""An act and its day are one cell: read as the officer or a depositary writes it, shown again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import HistoricalDate, Refused
from desktop.fields.act_days import ActDay, SeveralActs, act_reading, read_act, show_act
from desktop.fields.agreement_fields import CONSENT, SIGNED

DAY = HistoricalDate.parse("12 May 1994")


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("12 May 1994", "", DAY),
        ("12 May 1994 a", "acceded", DAY),
        ("12 May 1994 A", "accepted", DAY),
        ("12 May 1994 AA", "approved", DAY),
        ("12 May 1994 (d)", "succeeded", DAY),
        ("acceded 12 May 1994", "acceded", DAY),
        ("Acceded on 12 May 1994", "acceded", DAY),
        ("approved", "approved", None),
        ("x", "", None),
        ("day not known", "", None),
    ],
)
def test_an_act_is_read_with_its_day(text: str, word: str, date: HistoricalDate | None) -> None:
    found = read_act(text, CONSENT)
    assert found is not None
    assert found.word == word
    assert (found.date and found.date.edtf) == (date and date.edtf)


def test_an_empty_text_is_no_act_and_no_day_is_refused() -> None:
    assert read_act("  ", SIGNED) is None
    with pytest.raises(Refused):
        read_act("in Juli", SIGNED)
    with pytest.raises(Refused):
        read_act("12 May 1994 a", SIGNED)  # nobody signs by acceding


@given(
    st.sampled_from(("", *CONSENT)),
    st.none()
    | st.sampled_from(("2025", "late July 2025", "before 1990", "12 May 1994", "about 1968")),
)
def test_what_a_cell_shows_is_read_back(word: str, day: str | None) -> None:
    act = ActDay(word, HistoricalDate.parse(day) if day else None)
    again = read_act(show_act(act), CONSENT)
    assert again is not None
    assert (again.word, again.date and again.date.edtf) == (word, act.date and act.date.edtf)


def test_the_reading_says_act_and_day() -> None:
    assert act_reading(ActDay("acceded", DAY)) == f"acceded, {DAY.reading()}"
    assert act_reading(ActDay()) == "day not known"
    assert show_act(SeveralActs("1994; 2001")) == "1994; 2001"
