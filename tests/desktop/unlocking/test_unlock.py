"""A passphrase is typed unseen; a wrong one is said so and can be typed anew at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.unlocking.unlock import UnlockPage
from tests.desktop.conftest import Answers


@pytest.fixture
def page(qtbot: QtBot) -> UnlockPage:
    made = UnlockPage(Path("folder") / "lahore.desk", Answers())
    qtbot.addWidget(made)
    made.show()
    return made


def line(page: UnlockPage) -> QLineEdit:
    return page.findChild(QLineEdit)


def test_it_says_which_desk_and_shows_no_letter(page: UnlockPage) -> None:
    assert "lahore.desk" in [label.text() for label in page.findChildren(QLabel)]
    assert line(page).echoMode() == QLineEdit.EchoMode.Password
    assert line(page).accessibleName() == "Passphrase of lahore.desk"


def test_return_and_the_button_give_what_was_typed(page: UnlockPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(page), " one two ")
    for act in (
        lambda: qtbot.keyClick(line(page), Qt.Key.Key_Return),
        page.findChildren(QPushButton)[0].click,
    ):
        with qtbot.waitSignal(page.unlocked) as caught:
            act()
        assert caught.args == [" one two "]
    assert QApplication.overrideCursor() is None


def test_a_refusal_is_read_out_and_the_text_is_typed_over(page: UnlockPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(page), "wrong")
    page.refuse("This is not its passphrase.")
    assert line(page).accessibleDescription() == "This is not its passphrase."
    assert line(page).selectedText() and line(page).hasSelectedText()
    assert any(label.text() == "This is not its passphrase." for label in page.findChildren(QLabel))


def test_another_desk_can_be_opened(page: UnlockPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        next(each for each in page.findChildren(QPushButton) if "another" in each.text()).click()
