"""A passphrase is asked for on one line: Enter and the button unlock, and it is not shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.file_work.passphrase_line import PassphraseLine
from tests.desktop.conftest import Answers


def test_enter_and_the_button_unlock(qtbot: QtBot, owner: QWidget) -> None:
    unlocked = []
    line = PassphraseLine(owner, Answers(), "&Passphrase of the copy", lambda: unlocked.append(1))
    assert line.passphrase.accessibleName() == "Passphrase of the copy"
    assert line.passphrase.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(line.passphrase, "zebra")
    qtbot.keyClick(line.passphrase, Qt.Key.Key_Return)
    line.unlock_button.click()
    assert unlocked == [1, 1]
    line.ask_again()
    assert line.passphrase.selectedText() == "zebra"
