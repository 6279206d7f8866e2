"""A number goes to its page or to the nearest; nonsense goes nowhere."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.preview.pages.page_number import PageNumber


@pytest.fixture
def line(qtbot: QtBot) -> PageNumber:
    made = PageNumber(None)
    qtbot.addWidget(made)
    made.show_page(3, 12)
    return made


@pytest.mark.parametrize(
    ("typed", "page"),
    [("7", 7), ("12", 12), ("99999", 12), ("0", 1), ("", 3), ("x", 3), ("-4", 4), ("3", 3)],
)
def test_enter_goes_to_the_nearest_page_there_is(
    line: PageNumber, qtbot: QtBot, typed: str, page: int
) -> None:
    chosen: list[int] = []
    line.chosen.connect(chosen.append)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, typed)
    assert chosen == []  # not with each figure
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.value(), line.text()) == (page, str(page))
    assert chosen == ([page] if page != 3 else [])


def test_arrows_go_to_the_next_page_and_stay_within(line: PageNumber, qtbot: QtBot) -> None:
    line.show_page(11, 12)
    for key, page in ((Qt.Key.Key_Up, 12), (Qt.Key.Key_Up, 12), (Qt.Key.Key_Down, 11)):
        qtbot.keyClick(line, key)
        assert line.value() == page


def test_escape_takes_back_what_was_typed(line: PageNumber, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "4")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "3"


def test_without_pages_there_is_no_number(line: PageNumber) -> None:
    line.show_page(0, 0)
    assert (line.text(), line.isEnabled()) == ("", False)
    line.setValue(2)
    assert line.value() == 0
