"""The progress line says what and how far, and asks once to stop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.progress_line import ProgressLine


@pytest.fixture
def line(qtbot: QtBot) -> ProgressLine:
    """A line at the start of an import."""
    made = ProgressLine()
    qtbot.addWidget(made)
    made.start("Importing")
    return made


def bar(line: ProgressLine) -> QProgressBar:
    """The bar of the line."""
    found = line.findChild(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


@pytest.mark.parametrize(
    ("done", "total", "part"), [(1, 4, 250), (5 * 10**9, 10**10, 500), (9, 4, 1000)]
)
def test_the_bar_shows_how_far(line: ProgressLine, done: int, total: int, part: int) -> None:
    line.advance(done, total)
    assert (bar(line).value(), bar(line).maximum()) == (part, 1000)


def test_an_unknown_end_is_shown_as_such(line: ProgressLine) -> None:
    line.advance(1, 4)
    line.advance(5, 0)
    assert bar(line).maximum() == 0


def test_cancel_asks_once_and_a_new_start_may_ask_again(qtbot: QtBot, line: ProgressLine) -> None:
    asked: list[bool] = []
    line.cancelled.connect(lambda: asked.append(True))
    cancel = line.findChild(QPushButton)
    assert isinstance(cancel, QPushButton)
    for _ in range(2):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert asked == [True]
    line.finish()
    assert line.isHidden()
    line.start("Printing")
    assert cancel.isEnabled() and not line.isHidden()


def test_what_cannot_be_given_up_offers_no_cancel(line: ProgressLine) -> None:
    cancel = line.findChild(QPushButton)
    assert isinstance(cancel, QPushButton)
    line.start("Undoing", can_cancel=False)
    assert cancel.isHidden()
    line.start("Importing")
    assert not cancel.isHidden()


def test_the_button_may_say_what_it_stops(line: ProgressLine) -> None:
    cancel = line.findChild(QPushButton)
    assert isinstance(cancel, QPushButton)
    line.start("Trying the import", cancel="Stop the trial")
    assert cancel.text() == "Stop the trial"
    assert cancel.accessibleName() == "Stop the trial: Trying the import"
    line.start("Importing")
    assert (cancel.text(), cancel.accessibleName()) == ("Cancel", "Cancel: Importing")
