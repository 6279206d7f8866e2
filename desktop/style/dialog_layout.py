"""One margin, one distance and one row of buttons for the small dialogs, which ask it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from desktop.style.theme import space

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
