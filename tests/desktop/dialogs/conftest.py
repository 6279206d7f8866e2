"""What every dialog stands on: a widget that owns it."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """A window to open a dialog over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def can_accept(dialog: QWidget) -> bool:
    """Whether OK can be pressed."""
    box = dialog.findChild(QDialogButtonBox)
    return box.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def says(dialog: QWidget, text: str) -> bool:
    """Whether a label of a dialog says a text."""
    return any(text in label.text() for label in dialog.findChildren(QLabel))
