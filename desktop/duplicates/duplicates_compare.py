"""Two records field by field, side by side, with a choice where they differ; `DuplicatesDialog`
shows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db import MARKINGS, FieldPair, Record, field_label, field_names, field_pairs, value_text
from desktop.editors.field_texts import translated_text
from desktop.style.icons import icon
from desktop.style.theme import color, space

_SIDES = ("ours", "theirs")  # the columns beside the field's name
_SIDE = Qt.ItemDataRole.UserRole


class CompareTable(QTableWidget):
    """The record that stays is on the left. `choices` says where the right one was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.choices: dict[str, str] = {}
        self._pairs: list[FieldPair] = []
        self._of: type[Record] = Record
        self.setAccessibleName(self.tr("Both records field by field"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setProperty("plain", "true")
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(space(6))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsClickable(False)
        self.cellClicked.connect(self._click)

    def compare(self, ours: Record, theirs: Record) -> None:
        """Show two records; nothing of the right one is chosen yet where both say something."""
        self.choices = {}
        self._of = type(ours)
        self._pairs = field_pairs(ours, theirs)
        self.clearContents()
        self.setHorizontalHeaderLabels(["", self.tr("Stays"), self.tr("Merged")])
        lines = [*self._field_lines(), *_marking_lines(ours, theirs), *_part_lines(ours, theirs)]
        self.setRowCount(len(lines))
        for row, texts in enumerate(lines):
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        self._paint()
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + space(2))
        differing = [row for row, pair in enumerate(self._pairs) if pair.differs]
        self.setCurrentCell(differing[0] if differing else 0, 1)

    def choose(self, row: int, side: str) -> None:
        """Choose a side of a field where the two differ; of others nothing can be chosen."""
        if 0 <= row < len(self._pairs) and self._pairs[row].differs:
            self.choices[self._pairs[row].name] = side
            self._paint()

    def rows_that_differ(self) -> list[int]:
        """Return the rows in which there is something to choose."""
        return [row for row, pair in enumerate(self._pairs) if pair.differs]

    def _click(self, row: int, column: int) -> None:
        if column:
            self.choose(row, _SIDES[column - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = int(event.key() == Qt.Key.Key_Right)
            self.setCurrentCell(row, 1 + at)
            self.choose(row, _SIDES[at])
        elif event.key() == Qt.Key.Key_Space:
            self.choose(row, _SIDES[max(0, self.currentColumn() - 1)])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _paint(self) -> None:
        """Write what stays in the text's colour, what is left over in a quiet one."""
        quiet, plain = color(self.palette(), "quiet"), color(self.palette(), "text")
        for row in range(self.rowCount()):
            pair = self._pairs[row] if row < len(self._pairs) else None
            label = self.item(row, 0)
            if label is not None:
                label.setForeground(quiet)
            for column, side in enumerate(_SIDES, start=1):
                item = self.item(row, column)
                if item is None:
                    continue
                chosen = self.choices.get(pair.name, "ours") if pair is not None else side
                stays = pair is None or not pair.differs or chosen == side
                item.setForeground(plain if stays else quiet)
                has_mark = pair is not None and pair.differs and stays
                item.setIcon(icon("done", "accent") if has_mark else QIcon())
                font = item.font()
                font.setBold(has_mark)
                item.setFont(font)
                item.setData(_SIDE, side if has_mark else "")

    def _field_lines(self) -> Iterator[tuple[str, str, str]]:
        for pair in self._pairs:
            name = pair.name
            yield _label(self._of, name), value_text(name, pair.ours), value_text(name, pair.theirs)

    def chosen_text(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Say which side a cell says is chosen, for tests and screen readers."""
        return str(index.data(_SIDE) or "")


def _label(of: type[Record], name: str) -> str:
    """Return a field as its declaration calls it."""
    return translated_text(field_label(of, name))


def _marking_lines(ours: Record, theirs: Record) -> Iterator[tuple[str, str, str]]:
    if ours.marking != theirs.marking:
        yield (
            _label(type(ours), "marking"),
            translated_text(MARKINGS[ours.marking]),
            translated_text(MARKINGS[theirs.marking]),
        )


def _part_lines(ours: Record, theirs: Record) -> Iterator[tuple[str, str, str]]:
    """Say how much there is of what is kept of both."""
    for name in field_names(ours):
        value = getattr(ours, name)
        other = getattr(theirs, name)
        if isinstance(value, list) and (value or other):
            yield _label(type(ours), name), _summary(value), _summary(other)


def _summary(parts: list[object]) -> str:
    """Return the first few of a list in words, and how many more."""
    texts = [text for part in parts[:4] if (text := _part_text(part))]
    more = len(parts) - len(texts)
    if more > 0:
        texts.append(f"+{more}" if texts else str(len(parts)))
    return ", ".join(texts)


def _part_text(part: object) -> str:
    """Return the word by which a reader knows a part."""
    if isinstance(part, str):
        return part
    for name in ("office", "who", "parent", "other", "source"):
        title = getattr(getattr(part, name, None), "title", "")
        if title:
            return str(title)
    for name in ("title", "text", "value", "file_name", "number"):
        text = str(getattr(part, name, "") or "")
        if text:
            return text if len(text) <= 60 else f"{text[:59]}…"
    return ""
