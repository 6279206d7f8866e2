"""Keeps a line of text on one line: what is pasted with line ends and tabs shows spaces at once.

Every line editor of a record's field asks for it; the record itself keeps the same rule.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit

from db import one_line


class _OneLine(QValidator):
    """Takes any text, on one line. Qt would keep a line end and draw it as an arrow."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def validate(self, text: str, cursor: int) -> tuple[QValidator.State, str, int]:
        line = one_line(text)
        place = cursor if line == text else min(len(line), len(one_line(text[:cursor])))
        return QValidator.State.Acceptable, line, place


def keep_on_one_line(line: QLineEdit) -> None:
    """Let a line show and hold each line end and tab as a space."""
    line.setValidator(_OneLine(line))
