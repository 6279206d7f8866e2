"""Asks which lanes of the timeline are shown, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Lane = tuple[str, str]  # its key and what it is called
_KEY = Qt.ItemDataRole.UserRole


class LaneList(QListWidget):
    """The lanes, each to be ticked; Ctrl with Up or Down moves one."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class LaneChooser(QDialog):
    """`keys` returns what was chosen; none at all stands for every lane, the fullest first."""

    def __init__(self, lanes: Sequence[Lane], chosen: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose lanes"))
        says = PlainLabel(
            self,
            self.tr(
                "Ticked lanes are shown, in this order. With none ticked all are shown, those with"
                " the most in them first. Ctrl with Up or Down moves a lane."
            ),
        )
        says.setWordWrap(True)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Find a lane"))
        self.filter.setAccessibleName(self.tr("Find a lane"))
        self.filter.textChanged.connect(self._show_matching)
        self.list = LaneList(self)
        self.list.setAccessibleName(self.tr("Lanes"))
        self.list.moved.connect(self.move_lane)
        self._fill(lanes, chosen)
        self.up = self._button(self.tr("Move &up"), lambda: self.move_lane(-1))
        self.down = self._button(self.tr("Move &down"), lambda: self.move_lane(1))
        self.none = self._button(self.tr("Show &all lanes"), self._untick)
        row = QHBoxLayout()
        for button in (self.up, self.down, self.none):
            row.addWidget(button)
        row.addStretch(1)
        self.buttons = accept_and_cancel(self)
        column = stack_in_dialog(self, says, self.filter, self.list)
        column.addLayout(row)
        column.addWidget(self.buttons)
        self.setMinimumSize(space(110), space(100))
        self.filter.setFocus()

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _fill(self, lanes: Sequence[Lane], chosen: Sequence[str]) -> None:
        names = dict(lanes)
        keys = [key for key in chosen if key in names]
        for key in (*keys, *(key for key, _ in lanes if key not in keys)):
            item = QListWidgetItem(names[key], self.list)
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_chosen = key in keys
            item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def keys(self) -> list[str]:
        """Return the keys of the ticked lanes in their order."""
        ticked = (each for each in self._items() if each.checkState() == Qt.CheckState.Checked)
        return [str(each.data(_KEY)) for each in ticked]

    def move_lane(self, step: int) -> None:
        """Move the lane in hand up or down."""
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentItem(item)

    def _untick(self) -> None:
        for each in self._items():
            each.setCheckState(Qt.CheckState.Unchecked)

    def _show_matching(self, text: str) -> None:
        wanted = text.casefold().split()
        for each in self._items():
            name = each.text().casefold()
            each.setHidden(not all(word in name for word in wanted))
