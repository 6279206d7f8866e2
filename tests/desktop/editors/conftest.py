"""A small desk and a window to stand in, for each test of the pickers and tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db import Part
from desktop.editors.parts.parts_table import PartsTable
from desktop.fields.field_types import PartsTableSpec
from desktop.fields.part_rows import row_of
from tests.desktop.small_desk import SmallDesk, copy_small_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    """An open desk with a few records."""
    made = copy_small_desk(tmp_path)
    yield made
    made.store.close()


class Frame(QWidget):
    """A window with a line above and below what is put into it."""

    def __init__(self) -> None:
        super().__init__()
        self.above, self.below = QLineEdit(), QLineEdit()
        self.resize(760, 600)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.above)
        self._column.addWidget(self.below)
        self._column.addStretch(1)

    def put(self, widget: QWidget) -> None:
        """Places a widget between the lines and shows the window."""
        self._column.insertWidget(1, widget)
        self.show()
        self.activateWindow()
        QTest.qWaitForWindowActive(self)


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    """A window that lasts as long as its test."""
    made = Frame()
    qtbot.addWidget(made)
    return made


def shown_table(frame: Frame, desk: SmallDesk, parts: PartsTableSpec, *items: Part) -> PartsTable:
    """Show a table of these parts in a window."""
    table = PartsTable(parts, desk)
    table.show_rows([row_of(item, parts) for item in items])
    frame.put(table)
    frame.setTabOrder(table.order_tabs(frame.above), frame.below)
    return table


def type_text(qtbot: QtBot, text: str) -> None:
    """Type into whatever has the focus."""
    for letter in text:
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
