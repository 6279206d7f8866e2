"""Where a text is from: one day, a title from its first line, a marking up to the ceiling."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.intake.intake_source import IntakeSource


@pytest.fixture
def source(owner: QWidget, qtbot: QtBot) -> IntakeSource:
    return IntakeSource(owner, 1)


@pytest.mark.parametrize(
    "words, day, fault",
    [
        ("15 September 2025", date(2025, 9, 15), ""),
        ("", None, ""),
        ("September 2025", None, "Write the one day on which the text was published."),
        ("15 BC", None, "Write the one day on which the text was published."),
    ],
)
def test_a_text_was_published_on_one_day(
    source: IntakeSource, words: str, day: date | None, fault: str
) -> None:
    source.published.set_value(words)
    assert (source.day(), source.fault()) == (day, fault)


def test_words_that_are_no_date_are_a_fault(source: IntakeSource) -> None:
    source.published.set_value("someday")
    assert source.day() is None and "someday" in source.fault()


def test_the_first_line_is_the_title_where_none_is_given(source: IntakeSource) -> None:
    text = "\n  Ministers met \nin Rome."
    assert source.source(text).title == "Ministers met"
    source.title.setText("Of the day")
    source.publisher.setText(" The Paper ")
    found = source.source(text)
    assert (found.title, found.publisher, found.text) == ("Of the day", "The Paper", text)
    assert source.source("").title == "Of the day"


def test_the_day_that_a_text_bears_is_shown_once_and_never_over_another(
    source: IntakeSource,
) -> None:
    text = "Islamabad, 8 August 2025\nMinisters met in Rome."
    source.take_day(text)
    assert source.day() == date(2025, 8, 8)
    assert source.source(text).title == "Ministers met in Rome."
    source.published.set_value("")  # the officer knows better
    source.take_day(text)
    assert source.day() is None
    source.published.set_value("1 May 2024")
    source.take_day(text + " Again.")
    assert source.day() == date(2024, 5, 1)


def test_it_is_marked_no_higher_than_what_is_seen(source: IntakeSource) -> None:
    offered = [source.marking.itemText(at) for at in range(source.marking.count())]
    assert offered == ["open", "restricted"]
    source.marking.setCurrentIndex(1)
    assert source.source("x").marking == 1
