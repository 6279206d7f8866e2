"""The one list that lies below a line while something is typed: what fits, what goes on, of late.

The search box and the lines of forms have one each. It never takes the focus, so that typing goes
on: the line passes it the keys that are meant for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.style.icons import icon
from desktop.style.theme import space

MAX_ROWS_SHOWN: Final = 9
_STYLE: Final = """
QListWidget { border: 1px solid palette(dark); padding: 4px 0; }
QListWidget::item { padding: 2px 8px; }
"""


class PopupLine(NamedTuple):
    """What is written, the glyph before it, and whether it can be taken or only says something."""

    text: str
    glyph: str = ""
    can_take: bool = True


class PopupList(QListWidget):
    """A child of the line's window, made when something is first offered.

    `chosen` gives the row that was clicked. With `can_mark_none` a step up from the first row
    marks none.
    """

    chosen = Signal(int)

    def __init__(self, line: QLineEdit, *, can_mark_none: bool = False) -> None:
        super().__init__(line.window())
        self._line = line
        self._lines: Sequence[PopupLine] = ()
        self._lowest = -1 if can_mark_none else 0
        self.setObjectName("suggestions")
        self.setStyleSheet(_STYLE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setAccessibleName(self.tr("Suggestions"))
        self.itemClicked.connect(self._choose)
        line.destroyed.connect(self.deleteLater)
        line.window().installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return not self.isHidden()

    @property
    def marked(self) -> int:
        """The row that is marked in the open list, else -1."""
        return self.currentRow() if self.is_open else -1

    def texts(self) -> list[str]:
        """Return what is offered, while it is."""
        return [line.text for line in self._lines] if self.is_open else []

    def offer(self, lines: Sequence[PopupLine], marked: int = -1) -> None:
        """Show these lines, one of them marked; no lines put the list away."""
        self._lines = lines
        self.clear()
        if not lines:
            self.hide()
            return
        for line in lines:
            item = QListWidgetItem(line.text, self)
            if line.glyph:
                item.setIcon(icon(line.glyph, "quiet"))
            if not line.can_take:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.setCurrentRow(marked)
        self._place()
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Mark a row further on, past what cannot be taken; at the ends the mark stays."""
        last = len(self._lines) - 1
        row = max(self._lowest, min(self.currentRow() + by, last))
        while 0 <= row <= last and not self._lines[row].can_take:
            row += 1 if by > 0 else -1
        if self._lowest <= row <= last:
            self.setCurrentRow(row)

    def _choose(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:  # Qt reports a click on a hint, too
            self.chosen.emit(self.row(item))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.hide()  # its place is no longer below the line
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Place it below the line, or above it where the window ends."""
        window = self._line.window()
        self._move_to(window)
        rows = min(MAX_ROWS_SHOWN, len(self._lines))
        height = rows * max(1, self.sizeHintForRow(0)) + space(3)
        width = max(self._line.width(), self.sizeHintForColumn(0) + space(6))
        width = min(width, window.width() - space(2))
        corner = self._line.mapTo(window, QPoint(0, self._line.height()))
        above = corner.y() - self._line.height()
        below = window.height() - corner.y()
        if below < height <= above:
            corner.setY(above - height)
        else:
            height = min(height, below)
        corner.setX(max(space(1), min(corner.x(), window.width() - width - space(1))))
        self.setGeometry(corner.x(), corner.y(), width, height)

    def _move_to(self, window: QWidget) -> None:
        """Go with a line that was put into another window."""
        before = self.parentWidget()
        if before is not window:
            if before is not None:
                before.removeEventFilter(self)
            self.setParent(window)
            window.installEventFilter(self)
