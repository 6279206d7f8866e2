"""What is typed of a passphrase is hidden until the box is ticked, and again after it."""

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.reveal_box import RevealBox


def test_a_passphrase_is_shown_while_the_box_is_ticked(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    lines = [QLineEdit("secret", owner), QLineEdit("secret", owner)]
    box = RevealBox(owner, *lines)
    seen = []
    for is_ticked in (False, True, False):
        box.setChecked(is_ticked)
        seen.append([line.displayText() == "secret" for line in lines])
    assert seen == [[False, False], [True, True], [False, False]]
