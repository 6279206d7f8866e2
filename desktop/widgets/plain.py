"""Texts of the desk stay plain on the screen: no label and no tool tip reads markup in them.

Qt takes any label, message box or tool tip whose text looks like markup for a page, and opens the
pictures that it names. Every label that shows a text is a `PlainLabel`, and every text of a tool
tip goes through `plain_tip`; a test walks the source and the window for others.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import Qt as Looks
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QWidget, QWidgetAction

from desktop.style.theme import space

MAX_KEPT_LINES = 12  # of a text that wraps: so many stay in sight, however small its place is
MAX_TIP_LETTERS = 2_000  # characters; what is longer covers the screen


class PlainLabel(QLabel):
    """A label that shows its text letter by letter, whatever stands in it.

    `role` is its look in the style sheet: quiet, small, section, error.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        text: str = "",
        *,
        role: str = "",
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)  # before any text is in it
        self.setWordWrap(wraps)
        self._keeps_lines = wraps  # one that only may wrap has a height of its own
        if role:
            self.setProperty("role", role)
        if text:
            self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        if self.isVisible():
            self._keep_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines()

    def _keep_lines(self) -> None:
        """Ask for the height of all lines that the words take in this width: Qt asks for that of a
        wider label, and cuts the last of them.
        """
        if self._keeps_lines:
            most = MAX_KEPT_LINES * self.fontMetrics().lineSpacing()
            self.setMinimumHeight(max(0, min(self.heightForWidth(self.width()), most)))


class PlainBox(QMessageBox):
    """A message box that shows its texts letter by letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


def add_heading(menu: QMenu, text: str) -> QWidgetAction:
    """Put a title below what a menu has; keys and clicks pass it by.

    Qt's own section is only a line where a style sheet draws the menu: its words are left out.
    """
    label = PlainLabel(menu, text, role="section")
    label.setContentsMargins(space(3), space(1), space(3), space(1))
    heading = QWidgetAction(menu)
    heading.setText(text)
    heading.setDefaultWidget(label)
    heading.setEnabled(False)
    menu.addAction(heading)
    return heading


def plain_tip(text: str) -> str:
    """Return a text as a tool tip takes it: one that looks like markup is written so that it is
    shown.

    >>> plain_tip("FWO <b>"), plain_tip("R&D of a < b")
    ('<p style="white-space: pre-wrap">FWO &lt;b&gt;</p>', 'R&D of a < b')
    """
    if len(text) > MAX_TIP_LETTERS:
        text = f"{text[: MAX_TIP_LETTERS - 1]}…"
    if not Looks.mightBeRichText(text):
        return text
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'
