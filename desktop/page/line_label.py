"""A text of the page's head that asks for one line and takes as many as the width leaves it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.paper.content.blocks import Line, Run, field_of_line, runs
from desktop.paper.content.isolates import isolate
from desktop.paper.content.printable_text import one_line, printable
from desktop.style.theme import font_of_size
from desktop.widgets.plain import PlainLabel

MAX_LABEL_LETTERS = 160  # letters; the whole of a longer name stands in the text below


MIN_SMALL_LETTERS = 64  # letters from which a name is set smaller
_SMALL_SCALE = 0.75


class LineLabel(PlainLabel):
    """Plain text in a size of so many px at 100 %; hidden while it is empty.

    A double click asks for the field that is shown there.
    """

    field_asked = Signal(str)

    def __init__(self, size: int, parent: QWidget, *, bold: bool = False) -> None:
        super().__init__(parent)
        self._size = size
        self._weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        self._whole = ""
        self._line: tuple[Run, ...] = ()
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.restyle()
        self.hide()

    def show_line(self, line: Line) -> None:
        """Show a line, cut where it is longer than a head can hold."""
        self._line = runs(line)
        # A line may have isolates of its own, which do not stand in its runs.
        text = line if isinstance(line, str) else "".join(isolate(run.text) for run in self._line)
        self._whole = one_line(text, MAX_LABEL_LETTERS)
        self.setText(printable(self._whole))
        self.restyle()
        self.setAccessibleName(self._whole)
        self.setVisible(bool(self._whole))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)  # chooses a word, which says where it was
        field = self._field_at(self.selectionStart())
        if field:
            self.setSelection(0, 0)
            self.field_asked.emit(field)

    def _field_at(self, place: int) -> str:
        end = 0
        for run in self._line:
            end += len(isolate(run.text))
            if place < end and run.field:
                return run.field
        return field_of_line(self._line)

    def restyle(self) -> None:
        """Take the size of the text from the theme anew."""
        share = (
            _SMALL_SCALE
            if len(self._whole) > MIN_SMALL_LETTERS and self._weight > QFont.Weight.Normal
            else 1
        )
        font = font_of_size(self.font(), round(self._size * share))
        font.setWeight(self._weight)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())
