"""One margin, one distance, one row of buttons and one size for the dialogs, which ask it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.style.theme import BODY_PX, space

_BUTTONS: Final = QDialogButtonBox.StandardButton


def accept_and_cancel(
    dialog: QDialog, accept: QDialogButtonBox.StandardButton = _BUTTONS.Ok
) -> QDialogButtonBox:
    """Return a row of two buttons that accept and reject the dialog."""
    buttons = QDialogButtonBox(accept | _BUTTONS.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def stack_in_dialog(dialog: QDialog, *parts: QWidget | QLayout) -> QVBoxLayout:
    """Lay parts below each other; return the column, to which more can be added."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(space(4), space(4), space(4), space(4))
    column.setSpacing(space(3))
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column


def open_in_steps(dialog: QWidget, wide: int, high: int) -> None:
    """Open a dialog so many steps of spacing large in normal text, larger with the text, and never
    larger than the screen.
    """
    scale = _text_scale()
    room = dialog.screen().availableSize() - QSize(space(4), space(12))
    wanted = QSize(round(space(wide) * scale), round(space(high) * scale))
    dialog.resize(wanted.boundedTo(room))


def widen(dialog: QWidget, wide: int) -> None:
    """Let a dialog never be narrower than so many steps of spacing in normal text, more with larger
    text, and never wider than the screen.
    """
    room = dialog.screen().availableSize().width() - space(4)
    dialog.setMinimumWidth(min(round(space(wide) * _text_scale()), room))


def fit_to_contents(dialog: QWidget) -> None:
    """Make a dialog as high as its words are in the width that it has.

    Qt opens a dialog in two thirds of the screen at most and cuts what needs more lines than that.
    """
    layout = dialog.layout()
    if layout is None:
        return
    if not dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):
        dialog.adjustSize()
    wanted = layout.totalMinimumSize().height()
    if layout.hasHeightForWidth():
        wanted = max(wanted, layout.totalHeightForWidth(dialog.width()))
    room = dialog.screen().availableSize().height() - space(12)
    if dialog.height() < min(wanted, room):
        dialog.resize(dialog.width(), min(wanted, room))


def _text_scale() -> float:
    return max(1.0, QApplication.font().pixelSize() / BODY_PX)


def scroll_area(dialog: QDialog, parts: QWidget) -> QScrollArea:
    """Return parts of a dialog that are scrolled up and down where they find no room."""
    scroll = QScrollArea(dialog)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(parts)
    return scroll
