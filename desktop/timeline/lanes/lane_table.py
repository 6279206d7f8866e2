"""The band as a table: the same lanes with all that stands in them, for a screen reader too.

The timeline tab shows it in the place of the list of events. A row is an item of a lane, an event,
an agreement or an office held; the last group has those without a date. Any number of them take no
room beside the band's own columns: what a row says is read when it comes into sight.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.background.delay import NAMES_OF_ROWS_PAUSE_MS, Delay
from desktop.style.table_setup import set_up_rows
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.timeline.timeline_lanes import BandItem, BarSpan, TimelineLane
from desktop.timeline.timeline_paint import when_text
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from desktop.timeline.timeline_stage import Stage

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_COLUMNS: Final = (
    _("Lane table", "Lane"),
    _("Lane table", "Date"),
    _("Lane table", "Type"),
    _("Lane table", "Title"),
    _("Lane table", "Remark"),
)
_WIDTHS_LETTERS: Final = (24, 38, 12, 60, 24)  # average letters
_KINDS: Final = {
    "event": _("Lane table", "Event"),
    "agreement": _("Lane table", "Agreement"),
    "person": _("Lane table", "Office held"),  # the record that a tenure opens
}
_UNDATED: Final = _("Lane table", "Without a date")
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LaneRows(QAbstractTableModel):
    """The items of the lanes on a stage, lane by lane and in each by time."""

    names_wanted = Signal(object)  # ids of rows in sight of which only the days are known

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._lanes: list[TimelineLane] = []
        self._places: list[Sequence[int]] = []  # of each lane, the items that are shown
        self._undated: Sequence[int] = ()
        self._ends: list[int] = []  # the row after the last of each lane
        self._wanted: dict[int, None] = {}
        self._unread: set[int] = set()
        self._names_later = Delay(self, NAMES_OF_ROWS_PAUSE_MS, self._ask_names)

    def show_lanes(self, undated: Sequence[int], days: tuple[float, float] = (-inf, inf)) -> None:
        """Show what stands in the lanes, as far as it touches these days, and with all of them what
        has no date.
        """
        self.beginResetModel()
        self._lanes = [lane for lane in self._stage.lanes if not lane.is_summary]
        is_all = days == (-inf, inf)
        self._places = [
            range(len(lane)) if is_all else _places_in(lane, days) for lane in self._lanes
        ]
        self._undated = undated if is_all else ()
        self._ends = [*accumulate(map(len, self._places))]
        self._wanted.clear()
        self._unread.clear()
        self.endResetModel()

    def learn(self, ids: Sequence[int]) -> None:
        """Show what was read of rows; of some there may be nothing to tell."""
        self._unread.update(key for key in ids if key not in self._stage.known)
        for key in ids:
            self._wanted.pop(key, None)
        if self.rowCount():
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, len(_COLUMNS) - 1)
            )

    @property
    def _dated_count(self) -> int:
        return self._ends[-1] if self._ends else 0

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._dated_count + len(self._undated)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def span_at(self, row: int) -> tuple[str, BarSpan]:
        """Return the lane of a row, by name, and its item."""
        if row >= self._dated_count:
            key = self._undated[row - self._dated_count]
            known = self._stage.known.get(key)
            nameless = BarSpan(-inf, inf, -inf, inf, BandItem(key, "", None, None))
            return QCoreApplication.translate("Lane table", _UNDATED), known or nameless
        at = bisect_right(self._ends, row)
        lane, places = self._lanes[at], self._places[at]
        return lane.label, lane.span_at(places[row - self._ends[at] + len(places)])

    def row_of(self, item_id: int) -> int | None:
        """Return the first row of an item."""
        start = 0
        for lane, places, end in zip(self._lanes, self._places, self._ends, strict=True):
            if item_id in lane.ids:
                at = lane.ids.index(item_id)
                if at in places:
                    return start + (at if isinstance(places, range) else places.index(at))
            start = end
        return (
            self._dated_count + self._undated.index(item_id) if item_id in self._undated else None
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        label, span = self.span_at(index.row())
        item = span.item
        if not item.title and item.id not in self._unread:
            self._wanted[item.id] = None
            self._names_later.start_once()
        when = when_text(span) if index.row() < self._dated_count else item.when
        kind = QCoreApplication.translate("Lane table", _KINDS.get(item.kind, ""))
        cells = label, when, kind if item.title else "", item.label or "…", item.also
        text = cells[index.column()]
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Lane table", _COLUMNS[section])
        return None

    def _ask_names(self) -> None:
        wanted = [*self._wanted]
        self._wanted.clear()
        if wanted:
            self.names_wanted.emit(wanted)


def _places_in(lane: TimelineLane, days: tuple[float, float]) -> Sequence[int]:
    """Return the places of a lane that touch some days; all of them take no room."""
    if lane.count(*days) == len(lane):
        return range(len(lane))
    return array("l", lane.visible_places(*days))


class LaneTable(QTableView):
    """Shows `LaneRows`; `chosen` gives the id of the item that the officer goes to."""

    chosen = Signal(int)
    opened = Signal(object)  # the `BandItem` whose record is to be opened
    left = Signal()
    menu_asked = Signal(QPoint)  # of the item that is chosen; where on the screen

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = LaneRows(stage, self)
        self.setModel(self.rows)
        self._is_settling = False
        set_up_rows(self)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("What the band shows, as a table"))
        self.horizontalHeader().setStretchLastSection(True)
        for column, letters in enumerate(_WIDTHS_LETTERS):
            self.setColumnWidth(column, letters * self.fontMetrics().averageCharWidth())
        self.selectionModel().currentRowChanged.connect(self._go)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._item_at(index.row())))

    def select(self, item_id: int | None) -> None:
        """Mark the row of an item, without a signal; one that is there already stays."""
        current = self.currentIndex()
        if current.isValid() and self._item_at(current.row()).id == item_id:
            return
        row = None if item_id is None else self.rows.row_of(item_id)
        self._is_settling = True
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self.rows.index(row, 0))
        self._is_settling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in _ENTERS and current.isValid():
            self.opened.emit(self._item_at(current.row()))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            self.menu_asked.emit(event.globalPos())

    def _item_at(self, row: int) -> BandItem:
        return self.rows.span_at(row)[1].item

    def _go(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_settling:
            self.chosen.emit(self._item_at(current.row()).id)
