"""The list below the search box: how the word goes on, or what was searched lately.

It never takes the focus. Tab takes the marked line, or the first; only what is marked answers to
Enter, which else belongs to the best hit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from desktop.style.icons import icon
from desktop.style.theme import space

SHOWN = 9
_STYLE = """
QListWidget { border: 1px solid palette(dark); padding: 4px 0; }
QListWidget::item { padding: 2px 12px; }
"""


class Move(NamedTuple):
    """One line: the whole text that the box would have, the cursor in it, and what is shown."""

    typed: str
    cursor: int
    shown: str
    says: str = ""
    glyph: str = ""

    @property
    def line(self) -> str:
        """What is written in the list."""
        return f"{self.shown}   {self.says}" if self.says else self.shown


class Completer(QListWidget):
    """Belongs to one box and lies over the window below it. `taken` gives the `Move` chosen."""

    taken = Signal(object)

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box.window())
        self._box = box
        self._ways: Sequence[Move] = ()
        self.walks = False  # whether Down goes into it, rather than down the list of hits
        self.setObjectName("suggestions")
        self.setStyleSheet(_STYLE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Suggestions"))
        self.itemClicked.connect(lambda item: self.take(self.row(item)))
        self.hide()

    def ways(self) -> list[str]:
        """What is offered, while it is."""
        return [] if self.isHidden() else [way.shown for way in self._ways]

    def offer(self, ways: Sequence[Move], *, walks: bool) -> None:
        """Shows these, none of them marked; no ways put the list away."""
        self._ways = ways
        self.walks = walks
        self.clear()
        if not ways:
            self.hide()
            return
        for way in ways:
            item = QListWidgetItem(way.line, self)
            if way.glyph:
                item.setIcon(icon(way.glyph, "quiet"))
        self.setCurrentRow(-1)
        self._place()
        self.show()
        self.raise_()

    def has_marked(self) -> bool:
        """Whether a line is marked."""
        return not self.isHidden() and self.currentRow() >= 0

    def step(self, by: int) -> None:
        """Marks the next line; before the first none is."""
        self.setCurrentRow(max(-1, min(self.currentRow() + by, len(self._ways) - 1)))

    def take(self, row: int) -> bool:
        """Takes a line by its place; says whether there is one."""
        if self.isHidden() or not 0 <= row < len(self._ways):
            return False
        way = self._ways[row]
        self.hide()
        self.taken.emit(way)
        return True

    def take_marked(self) -> bool:
        """Takes the marked line, else the first."""
        return self.take(max(0, self.currentRow()))

    def _place(self) -> None:
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rows = min(SHOWN, len(self._ways))
        height = rows * max(1, self.sizeHintForRow(0)) + space(3)
        widest = self.sizeHintForColumn(0) + space(6)
        width = min(max(self._box.width(), widest), window.width() - space(2))
        corner = self._box.mapTo(window, QPoint(0, self._box.height()))
        corner.setX(max(space(1), min(corner.x(), window.width() - width - space(1))))
        self.setGeometry(corner.x(), corner.y(), width, min(height, window.height() - corner.y()))
