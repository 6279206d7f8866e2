"""What one change did, field by field, before and after; one field of it can be undone alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db import RECORD_TYPES, Record, Refused
from desktop.paper.content.isolates import isolate
from desktop.printing.differences import Difference, differences
from desktop.printing.field_undo import undo_field
from desktop.style.table_setup import set_up_rows

if TYPE_CHECKING:
    from db import Change, Changed
    from desktop.session.session import Session


class ChangeTable(QTableWidget):
    """Shows the differences that a change made; the last row says what is left out."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self._session = session
        self._rows: list[tuple[Changed, Difference]] = []
        self.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Before"), self.tr("After")])
        self.setAccessibleName(self.tr("What the change did"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_up_rows(self)
        self.setWordWrap(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def show_change(self, change: Change | None, record_id: int | None = None) -> None:
        """Show what a change did, to one record first; None empties the table."""
        self.setRowCount(0)
        self._rows = []
        if change is None:
            return
        states, left_out = self._session.reader.change_states(
            change.id, self._session.lens, record_id
        )
        for state in states:
            for each in _differences_of(state):
                self._rows.append((state, each))
                name = _record_name(state)
                what = f"{isolate(name)}: {each.what}" if len(states) > 1 else each.what
                self._add(what, each.then, each.now)
        if left_out:
            self._add(self.tr("… and {n} more records").format(n=left_out), "", "")

    def _add(self, *texts: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            self.setItem(row, column, item)

    def _chosen_row(self) -> tuple[Changed, Difference] | None:
        row = self.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @property
    def can_undo_field(self) -> bool:
        """Whether the chosen field can be given back alone: not of a record that came or went."""
        chosen = self._chosen_row()
        return chosen is not None and None not in (chosen[0].then, chosen[0].now)

    def undo_chosen_field(self) -> Change | None:
        """Give the chosen field back what it was, as a change of its own; raises a DeskError."""
        chosen = self._chosen_row()
        if chosen is None:
            return None
        state, difference = chosen
        if state.then is None or state.now is None:
            return None
        session = self._session
        if session.reader.ref(state.id, session.lens) is None:
            raise Refused(self.tr("The record is no longer on this desk."))
        current = session.reader.get(state.id, session.lens)
        wanted = undo_field(current, state.then, state.now, difference.path)
        label = f"Undo: {difference.what} of {current.title}"
        return session.save(wanted, label)


def _differences_of(state: Changed) -> list[Difference]:
    """Return what differs; of a record that came or went all that it says."""
    then, now = state.then, state.now
    known = then or now
    if known is None:
        return []
    blank = RECORD_TYPES[known.KIND]()
    return differences(then or blank, now or blank)


def _record_name(state: Changed) -> str:
    known: Record | None = state.now or state.then
    return known.title if known is not None else ""
