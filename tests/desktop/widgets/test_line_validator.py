"""A line shows what is pasted into it on one line, and the cursor behind it."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.widgets.clipboard import copy_to_clipboard
from desktop.widgets.line_validator import keep_on_one_line


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    keep_on_one_line(made)
    return made


@pytest.mark.parametrize(
    ("pasted", "shown", "cursor"),
    [
        ("plain", "a plain b", 7),
        ("Ministry of\r\n\tForeign Affairs", "a Ministry of Foreign Affairs b", 29),
        ("\n", "a b", 1),
    ],
)
def test_pasted_lines_become_one(line: QLineEdit, pasted: str, shown: str, cursor: int) -> None:
    line.setText("a  b")
    line.setCursorPosition(2)
    copy_to_clipboard(pasted)
    line.paste()
    assert (line.text(), line.cursorPosition()) == (shown, cursor)


def test_the_signal_tells_the_line_as_it_is_shown(line: QLineEdit) -> None:
    heard: list[str] = []
    line.textEdited.connect(heard.append)
    copy_to_clipboard("one\ntwo")
    line.paste()
    assert heard == ["one two"]
