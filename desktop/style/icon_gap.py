"""The gap between a button's icon and its words: it grows with the text, where Qt's styles keep
4 px at any size. The toolbar, the head of a page, the preview and the lists without hits ask it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QStyle, QToolButton, QWidget

_STYLE_GAP_PX: Final = 4  # that Qt keeps between icon and words
_GAP: Final = 0.3  # of the side of the icon


def icon_size(side: int, *, has_words: bool) -> QSize:
    """Return the size of an icon; before words it is wider than high, and its glyph at the left.

    >>> icon_size(18, has_words=True).toTuple(), icon_size(36, has_words=True).toTuple()
    ((19, 18), (43, 36))
    >>> icon_size(36, has_words=False).toTuple()
    (36, 36)
    """
    gap = max(0, round(side * _GAP) - _STYLE_GAP_PX) if has_words else 0
    return QSize(side + gap, side)


def fit_icon(button: QAbstractButton) -> None:
    """Make the icon of a button as large as its text asks for, with the gap before words."""
    if isinstance(button, QToolButton):
        has_words = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    else:
        has_words = bool(button.text())
    side = button.style().pixelMetric(QStyle.PixelMetric.PM_ButtonIconSize, None, button)
    size = icon_size(side, has_words=has_words)
    if size != button.iconSize():
        button.setIconSize(size)


class IconButton(QPushButton):
    """A push button with an icon before its words."""

    def __init__(self, icon: QIcon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(icon, text, parent)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_icon(self)  # the style sheet is known from here on

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            fit_icon(self)
