"""The date field says what it understood, and why it refuses, as the officer types."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from db import HistoricalDate, choose_date_order
from desktop.widgets.date_edit import DateEdit


def made(qtbot: QtBot, **choices: object) -> DateEdit:
    """A date field with these choices."""
    edit = DateEdit(**choices)  # type: ignore[arg-type]
    qtbot.addWidget(edit)
    return edit


def typed(qtbot: QtBot, edit: DateEdit, text: str) -> None:
    """Types a text into the field in place of what stands there."""
    line = edit.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.clear()
    qtbot.keyClicks(line, text)


def below(edit: DateEdit) -> str:
    """What is shown under the line, nothing when it is hidden."""
    label = edit.findChild(QLabel)
    assert isinstance(label, QLabel)
    return "" if label.isHidden() else label.text()


@pytest.mark.parametrize(
    ("text", "edtf", "reading"),
    [("July 2025", "2025-07", "between 1 and 31 July 2025"), ("2025-07-14", "2025-07-14", "")],
)
def test_the_reading_stands_below(qtbot: QtBot, text: str, edtf: str, reading: str) -> None:
    edit = made(qtbot)
    typed(qtbot, edit, text)
    value = edit.value()
    assert value is not None and value.edtf == edtf
    assert below(edit) == (reading or value.reading())
    assert edit.refusal() == ""


@pytest.mark.parametrize("text", ["03/04/2025", "soon", "2025-02-30"])
def test_a_refused_text_stays_with_its_sentence(qtbot: QtBot, text: str) -> None:
    edit = made(qtbot)
    typed(qtbot, edit, text)
    assert edit.value() is None
    assert edit.text() == text
    assert below(edit) == edit.refusal() != ""


def test_the_order_of_day_and_month_can_be_known(qtbot: QtBot) -> None:
    choose_date_order("day")
    edit = made(qtbot)
    typed(qtbot, edit, "03/04/2025")
    value = edit.value()
    assert value is not None and value.edtf == "2025-04-03"


def test_yesterday_is_counted_from_the_day_of_publication(qtbot: QtBot) -> None:
    edit = made(qtbot, published=date(2025, 9, 16))
    typed(qtbot, edit, "yesterday")
    value = edit.value()
    assert value is not None and value.edtf == "2025-09-15"


def test_only_the_officer_edits(qtbot: QtBot) -> None:
    edit = made(qtbot)
    with qtbot.assertNotEmitted(edit.edited):
        edit.set_value("July 2025")
    with qtbot.waitSignal(edit.edited):
        typed(qtbot, edit, "2")


def test_a_date_that_is_shown_comes_back_as_it_was(qtbot: QtBot) -> None:
    edit = made(qtbot)
    for text in ("late July 2025", "about 2019", "2025-07/2025-09"):
        value = HistoricalDate.parse(text)
        edit.set_value(value)
        assert edit.value() == value
    edit.set_value(None)
    assert (edit.value(), edit.text(), below(edit)) == (None, "", "")


def test_a_screen_reader_hears_the_reading(qtbot: QtBot) -> None:
    edit = made(qtbot)
    edit.name("Signed")
    edit.set_value("July 2025")
    line = edit.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert (line.accessibleName(), line.accessibleDescription()) == ("Signed", below(edit))


@pytest.mark.parametrize(
    ("letters", "says"),
    [
        (60, "for example July 2025, or about 2019"),
        (30, "July 2025, about 2019"),
        (17, "July 2025"),
        (4, ""),
    ],
)
def test_the_example_is_as_long_as_there_is_room(qtbot: QtBot, letters: int, says: str) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.resize(letters * edit.fontMetrics().averageCharWidth(), edit.height())
    line = edit.findChild(QLineEdit)
    assert line.placeholderText() == says
