"""What every dialog stands on: a widget that owns it."""

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget


def can_accept(dialog: QWidget) -> bool:
    """Whether OK can be pressed."""
    box = dialog.findChild(QDialogButtonBox)
    return box.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def says(dialog: QWidget, text: str) -> bool:
    """Whether a label of a dialog says a text."""
    return any(text in label.text() for label in dialog.findChildren(QLabel))
