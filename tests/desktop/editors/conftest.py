"""A small desk and a window to stand in, for each test of the pickers and tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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
