"""The left side of a tab: the active filters, how many of how many, and the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db import MARKINGS, PLURALS, parse_query
from desktop.models.record_model import RecordModel
from desktop.style.theme import space
from desktop.tabs.nothing_found import NothingFound, Suggestion
from desktop.tabs.record_table import RecordTable
from desktop.widgets.chips import Chip, Chips
from desktop.widgets.message import Notice
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import DeskError, Filter, Line, Query, Reader
    from desktop.models.list_request import ListRequest
    from desktop.session.session import Session
    from desktop.settings import Settings


class ListPane(QWidget):
    """Shows one kind. `chosen` gives the record the officer goes to, `opened` asks for its page,
    `query_wanted` a search in place of the present one, `counted` that the numbers are new,
    `selection_changed` that other rows are chosen or will be.
    """

    chosen = Signal(int)
    selection_changed = Signal()
    noticed = Signal(object)  # a `Notice`
    opened = Signal()
    left = Signal()
    query_wanted = Signal(str)
    counted = Signal()
    refilled = Signal()
    named = Signal(int)  # a record that is not in the list
    exact_dropped = Signal()

    def __init__(
        self, kind: str, name: str, session: Session, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._name = name
        self.model = RecordModel(kind, session, self)
        self.model.is_in_sight = False
        self.table = RecordTable(self.model, settings, self)
        self.table.setAccessibleName(name)
        self._wanted: int | None = None  # the record that stays chosen when rows change
        self._is_settling = False
        self.is_selecting = False  # all rows, until the last of them have come
        self._acts_on_all: list[Callable[[], object]] = []  # once all rows are chosen
        self._is_unsettled = False  # rows came while nobody looked
        self.chips = Chips(self)
        self.chips.dropped.connect(self._drop)
        self._hints = self._quiet_line()
        self._count = PlainLabel(self, role="quiet")
        self.strip = self._strip()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._hints)
        column.addWidget(self._middle(), 1)
        self.setFocusProxy(self.table)
        self.model.filled.connect(self._settle)
        self.model.counted.connect(self._show_count)
        self.model.refused.connect(self.stop_selecting)
        self.table.selectionModel().selectionChanged.connect(self.selection_changed)
        self.table.select_all_asked.connect(self.select_all)
        self.table.selectionModel().currentRowChanged.connect(self._go)
        self.table.opened.connect(self.opened)
        self.table.left.connect(self.left)

    def _middle(self) -> QStackedWidget:
        """Return the table, and what stands in its place while a search has no hits."""
        self._stack = stack = QStackedWidget(self)
        self.nothing_found = NothingFound(stack)
        self.nothing_found.named.connect(self.named)
        self.nothing_found.query_wanted.connect(self.query_wanted)
        self.nothing_found.exact_dropped.connect(self.exact_dropped)
        stack.addWidget(self.table)
        stack.addWidget(self.nothing_found)
        self._front: QWidget = self.table
        return stack

    def _strip(self) -> QFrame:
        strip = QFrame(self)
        self._row = row = QHBoxLayout(strip)
        row.setContentsMargins(space(3), space(1), space(3), space(1))
        row.setSpacing(space(2))
        row.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        row.addWidget(self._count)
        return strip

    def _quiet_line(self) -> QLabel:
        """Return a sentence or two in small letters; it takes no room while there is none."""
        line = PlainLabel(self, role="small", wraps=True)
        line.setContentsMargins(space(3), 0, space(3), space(1))
        line.setAccessibleName(self.tr("How the search was read"))
        line.hide()
        return line

    def add_to_strip(self, widget: QWidget) -> None:
        """Put a control before the active filters."""
        self._row.insertWidget(0, widget)

    def put_above_table(self, widget: QWidget) -> None:
        """Put a line between the filters and the table."""
        self._column.insertWidget(1, widget)

    def put_in_front(self, widget: QWidget | None) -> None:
        """Show another view in the place of the table; None shows the table."""
        if widget is not None and self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        is_asked_about = self._stack.currentWidget() is self.nothing_found
        self._front = widget or self.table
        self.setFocusProxy(self._front)
        if not is_asked_about:
            self._stack.setCurrentWidget(self._front)

    # what is shown

    def search(self, query: Query) -> None:
        """Show the hits of a query; an empty one shows everything."""
        self.stop_selecting()
        self.chips.show_chips([*map(_chip, query.filters)])
        hints = " ".join(query.hints)
        self._hints.setText(hints)
        self._hints.setVisible(bool(hints))
        self.model.rows_in_sight = self.table.rows_in_sight()
        self.model.search(query)
        self.table.show_order(self.model)

    def select(self, record_id: int | None) -> None:
        """Mark a record in the list, and no other, without saying so; one that is not in it marks
        none.
        """
        self._wanted = record_id
        row = None if record_id is None else self.model.row_of(record_id)
        if row is not None and self._spans() != [(row, row + 1)]:
            self._settle_on(None)
        self._settle_on(row)

    @property
    def target_id(self) -> int | None:
        """The record that is chosen, be it in the list just now or not."""
        return self._wanted

    @property
    def question(self) -> ListRequest:
        """What the list shows, as it can be asked again."""
        return self.model.question

    def chosen_ids(self) -> list[int]:
        """Return the records of all selected rows, in the order of the list."""
        return [key for first, end in self._spans() for key in self.model.ids[first:end]]

    def chosen_count(self) -> int:
        """Say how many rows are selected."""
        return sum(end - first for first, end in self._spans())

    def _spans(self) -> list[tuple[int, int]]:
        """Return the selected rows. Qt's own list of them looks at each cell, and a million can
        be.
        """
        ranges = self.table.selectionModel().selection().toList()
        return sorted({(each.top(), each.bottom() + 1) for each in ranges})

    def select_all(self) -> None:
        """Choose every row, those of a search that are still to come too, and have the keys."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.is_selecting = True
        self.model.hurry()
        self.selection_changed.emit()
        self._select_all_there()

    def _select_all_there(self) -> None:
        if not (self.is_selecting and self.model.is_whole):
            return
        self.is_selecting = False
        self.table.selectAll()
        acts, self._acts_on_all = self._acts_on_all, []
        for act in acts:
            act()

    def act_on_selection(self, act: Callable[[], object]) -> None:
        """Do something to what is chosen: at once, or when all rows are that are still to come."""
        if self.is_selecting:
            self._acts_on_all.append(act)
        else:
            act()

    def stop_selecting(self) -> None:
        """Choose no row that is still to come; what was to be done to all is not done to some."""
        self.is_selecting = False
        if self._acts_on_all:
            self._acts_on_all = []
            says = self.tr("Not all rows had been chosen yet, so nothing was done to them.")
            self.noticed.emit(Notice("info", says))

    def walk(self, step: int) -> None:
        """Move so many rows from the current one, and choose that."""
        rows = self.model.rowCount()
        if rows:
            at = self.table.currentIndex().row()
            self.table.choose_row(max(0, min(at + step, rows - 1)))

    def choose_first(self) -> int | None:
        """Choose the first row, the best hit."""
        if not self.model.rowCount():
            return None
        self.table.choose_row(0)
        return self.model.id_at(0)

    def highest_marking(self) -> int:
        """Return the highest level of marking among the rows in sight."""
        height = self.table.viewport().height()
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(height - 1)
        end = self.model.rowCount() if last < 0 else last + 1
        lines = (self.model.line(row) for row in range(first, min(end, first + len(MARKINGS) * 64)))
        return max((line.marking for line in lines if line is not None), default=0)

    def count_text(self) -> str:
        """Say how many of how many, as "3 of 1,204,318 people"; "" while it is not known."""
        locale, model = QLocale(), self.model
        if model.total is None:
            return ""
        noun = model.kind if model.total == 1 else PLURALS[model.kind]
        total = f"{locale.toString(model.total)} {self.tr(noun)}"
        if model.query.is_empty:
            return total
        count = locale.toString(len(model.ids)) + "+" * model.is_capped
        return self.tr("{n} of {total}").format(n=count, total=total)

    # what happens

    def _settle(self) -> None:
        """Keep what was chosen after other rows came, at the row where it is now.

        Out of sight that waits: a key typed must not pay for four lists.
        """
        self._is_unsettled = not self.model.is_in_sight
        if self._is_unsettled:
            return
        self._settle_on(None if self._wanted is None else self.model.row_of(self._wanted))
        self.table.show_order(self.model)
        self._show_empty_result()
        self.refilled.emit()

    def _show_empty_result(self) -> None:
        """Put what was tried in the place of a table without hits, and ask what comes near."""
        query, background_reader = self.model.query, self._session.background_reader
        is_nothing = not query.is_empty and not self.model.ids and not self.model.is_asking
        if is_nothing:
            self.nothing_found.show_query(query, self._name)
            job = partial(_nearest, self.model.question)
            background_reader.ask(self._topic, job, self.nothing_found.show_nearest, self._forgo)
        else:
            background_reader.forget(self._topic)
        is_empty = query.is_empty and self.model.total == 0 and not self.model.is_asking
        if is_empty:
            self.nothing_found.show_empty(self._name)
        is_asked_about = (is_nothing or is_empty) and self._front is self.table
        self._stack.setCurrentWidget(self.nothing_found if is_asked_about else self._front)

    def show_elsewhere(self, found: Sequence[Suggestion]) -> None:
        """Offer the other lists where this one has no hits."""
        if self._stack.currentWidget() is self.nothing_found:
            self.nothing_found.show_elsewhere(found)

    def _forgo(self, _refusal: DeskError) -> None:
        self.nothing_found.show_nearest(())  # the window tells of a desk that cannot be read

    @property
    def _topic(self) -> str:
        return f"nearest {self.model.kind}"

    def show_in_sight(self, is_in_sight: bool) -> None:
        """Say whether the list is looked at; what waited for that is done."""
        self.model.is_in_sight = is_in_sight
        if is_in_sight and self._is_unsettled:
            self._settle()

    def _settle_on(self, row: int | None) -> None:
        if row is not None and row == self.table.currentIndex().row():
            return
        self._is_settling = True
        if row is None:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        else:
            self.table.choose_row(row)
            self.table.scrollTo(self.table.currentIndex())  # the first column may be hidden
        self._is_settling = False

    def _go(self, current: QModelIndex) -> None:
        if self._is_settling or not current.isValid():
            return
        self.stop_selecting()
        record_id = self.model.id_at(current.row())
        if record_id is not None and record_id != self._wanted:
            self._wanted = record_id
            self.chosen.emit(record_id)

    def _drop(self, at: int) -> None:
        query = parse_query(self.model.query.text)  # as typed, be the search exact or not
        if at < len(query.filters):
            self.query_wanted.emit(query.without(query.filters[at]).text_of())

    def _show_count(self) -> None:
        text = self.count_text()
        self._count.setText(text)
        self._count.setAccessibleName(self.tr("Shown: {count}").format(count=text))
        self.counted.emit()
        self._select_all_there()


def _nearest(question: ListRequest, reader: Reader) -> list[Line]:
    return reader.nearest(question.kind, question.query, question.lens)


def _chip(item: Filter) -> Chip:
    from desktop.paper.content.filter_words import filter_words  # not before something is filtered

    return Chip(filter_words(replace(item, excluded=False)), item.excluded)
