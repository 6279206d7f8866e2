"""A tab: the list of one kind and the page of the chosen record, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desktop.background.delay import PAGE_OF_HIT_PAUSE_MS, VISIT_PAUSE_MS, Delay, defer
from desktop.settings import SPLITTER
from desktop.style.theme import space
from desktop.tabs.list_pane import ListPane
from desktop.tabs.record_pane import RecordPane

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QHideEvent, QShowEvent

    from db import Change, Draft, Query, Record
    from desktop.models.menu_request import MenuRequest
    from desktop.models.tab_kinds import TabKind
    from desktop.session.session import Session
    from desktop.settings import Settings


class RecordTab(QWidget):
    """One kind of record. `visited` gives the id of a record that the officer came to rest on,
    `link_clicked` that of one to go to, `shown` that other rows or another page are in sight.
    """

    widths = (560, 720)  # of list and page, in shares

    visited = Signal(str, int)
    link_clicked = Signal(int)
    query_wanted = Signal(str)
    exact_dropped = Signal()
    noticed = Signal(object)
    leaving = Signal(object)
    succeeding = Signal(object)
    print_asked = Signal()
    print_today_asked = Signal()
    history_asked = Signal()
    check_asked = Signal()
    status_asked = Signal()
    menu_asked = Signal(object)  # a `MenuRequest`
    revert_asked = Signal(int)
    attachment_asked = Signal(str, str)
    shown = Signal()
    counted = Signal()
    search_wanted = Signal()

    def __init__(
        self, kind: TabKind, session: Session, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.kind = kind.kind
        self.session = session
        self._ceiling = session.lens.ceiling  # under which the page was read
        self._settings = settings
        self._is_stale = False  # the page waits to be read anew until the tab is in front
        self._is_searching = False  # until the best hit of what is typed is on show
        self._before_nothing: int | None = None  # on show until a search found nothing
        self.has_walked = False  # whether the search box has gone down the list since
        name = QCoreApplication.translate("Tabs", kind.name)
        self.list = ListPane(kind.kind, name, session, settings, self)
        self.pane = RecordPane(kind.kind, session, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.make_list_side())
        self.splitter.addWidget(self.pane)
        self.splitter.setSizes(list(self.widths))
        for at, width in enumerate(self.widths):
            self.splitter.setStretchFactor(at, width)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.list.setMinimumWidth(space(60))
        self.pane.setMinimumWidth(space(80))
        self._page_delay = Delay(self, PAGE_OF_HIT_PAUSE_MS, self._schedule_page)
        self._visit_delay = Delay(self, VISIT_PAUSE_MS, self._note_visit)
        self._connect()
        self._restore()

    def make_list_side(self) -> QWidget:
        """Return what stands beside the page."""
        return self.list

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.open_selection)
        self.list.left.connect(self.search_wanted)
        self.list.query_wanted.connect(self.query_wanted)
        self.list.named.connect(self.link_clicked)
        self.list.exact_dropped.connect(self.exact_dropped)
        self.list.counted.connect(self.counted)
        self.list.noticed.connect(self.noticed)
        self.list.refilled.connect(self._take_rows)
        self.list.table.verticalScrollBar().valueChanged.connect(self.shown)
        self.pane.noticed.connect(self.noticed)
        self.pane.showed.connect(self.shown)
        self.pane.saved.connect(self._note_visit)
        self.pane.closed.connect(self._select_record_on_show)
        self.pane.attachment_asked.connect(self.attachment_asked)
        self.pane.link_clicked.connect(self.link_clicked)
        self.pane.leaving.connect(self.leaving)
        self.pane.succeeding.connect(self.succeeding)
        self.pane.print_asked.connect(self.print_asked)
        self.pane.history_asked.connect(self.history_asked)
        self.pane.check_asked.connect(self.check_asked)
        self.pane.status_asked.connect(self.status_asked)
        self.pane.removal_asked.connect(self.list.table.removal_asked)
        self.pane.menu_asked.connect(self.menu_asked)
        self.list.table.menu_asked.connect(self._ask_row_menu)
        self.pane.revert_asked.connect(self.revert_asked)

    # reading

    @property
    def current_id(self) -> int | None:
        """The record on show."""
        return self.pane.record_id

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.show_in_sight(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.list.show_in_sight(False)

    def begin(self) -> None:
        """Show the first rows of the list; `open` does the rest once they are painted."""
        self.list.model.begin()

    def open(self) -> None:
        """Fill the list when the tab comes to the front, and show the page of a record."""
        self.list.model.open()
        if self._is_stale:
            self._is_stale = False
            self.pane.refresh()
        if self.current_id is None and not self.pane.is_editing:
            self.start()

    def start(self) -> None:
        """Show the first record, so that no page stands empty."""
        first = self.list.model.id_at(0)
        if first is not None and self.pane.show_record(first):
            self.list.select(first)

    def go_on_from(self, row: int, deleted: Collection[int] = ()) -> None:
        """Show what stands at a row, or nearest to it, now that the records `deleted` are deleted.

        A list that is searched still holds them until it is asked anew.
        """
        record_id = self.list.model.nearest_id(row, deleted)
        self.list.select(record_id)
        self.pane.show_record(record_id)

    def search(self, query: Query) -> None:
        """Filter the list; the page of the best hit follows in a moment."""
        if self.list.model.has_asked(query):
            return
        self._is_searching = self.opens_best_of(query)
        if self._is_searching:
            self._page_delay.stop()  # the page of a hit before would be read first
            self.pane.cancel_pending()
        self.has_walked = False
        self.list.search(query)

    def opens_best_of(self, query: Query) -> bool:
        """Say whether the page of the best hit is to follow a search."""
        return not query.is_empty

    def show_record(self, record_id: int) -> bool:
        """Show a record and marks it in the list; False when a form does not let go."""
        self.list.model.open()
        self.list.stop_selecting()
        self._page_delay.stop()
        if not self.pane.show_record(record_id):
            return False
        self.list.select(record_id)
        return True

    def open_best(self) -> None:
        """Go to the best hit, as Enter in the search box does."""
        best = self.list.model.best_id
        if best is not None and self.show_record(best):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._note_visit()

    def open_selection(self) -> None:
        """Go from the list to the page."""
        self._show_selection()
        self.pane.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._note_visit()

    def walk(self, step: int) -> None:
        """Move the choice of the list by so many rows."""
        self._is_searching = False
        self.has_walked = True
        self.list.walk(step)

    def reload(self) -> None:
        """Read everything anew through another lens."""
        self.list.stop_selecting()
        self.list.model.reload()
        self.pane.follow_lens()
        self._refresh_page()
        ceiling, self._ceiling = self._ceiling, self.session.lens.ceiling
        if self._ceiling < ceiling and self._is_stale:
            self.pane.refresh()  # at once: no page out of sight goes on saying what is hidden now

    def take(self, change: Change) -> None:
        """Look at a change and refresh what it may have touched."""
        self.list.model.take(change)
        self._refresh_page()

    def _ask_row_menu(self, request: MenuRequest) -> None:
        """Ask for the menu of the chosen rows; that of one row also copies how to reach whom it
        names, where the page has been read.
        """
        reading = self.pane.reading
        is_one = self.list.chosen_count() < 2
        if reading is not None and is_one and reading.record.id == self.list.target_id:
            contacts = (way.value for way in reading.record.contacts)
            request = request._replace(texts=[*request.texts, *contacts])
        self.menu_asked.emit(request)

    def _refresh_page(self) -> None:
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.pane.refresh()

    def _choose(self, record_id: int) -> None:
        self._is_searching = False
        if self.pane.is_editing:
            if not self.pane.save_and_close():
                self._select_record_on_show()
                # Once more afterwards: Qt chooses the row that is being clicked.
                defer(self._select_record_on_show, self)
                return
            self.list.select(record_id)  # saving has chosen the record that was left
        self._page_delay.start(0)

    def _schedule_page(self) -> None:
        """Let the page follow the list in its own time."""
        chosen = self.list.target_id
        self.pane.cancel_pending()
        if chosen is None or chosen == self.current_id:
            return
        if self.pane.preview(chosen):
            self._visit_delay.start()
        else:
            self.list.select(self.current_id)

    def _show_selection(self) -> None:
        chosen = self.list.target_id
        self.pane.cancel_pending()
        if chosen is None or chosen == self.current_id:
            return
        if self.pane.show_record(chosen):
            self._visit_delay.start()
        else:
            self.list.select(self.current_id)

    def _take_rows(self) -> None:
        if not self.pane.is_editing:
            if self._is_searching:
                self._show_best()
            elif self._before_nothing is not None and self.list.model.query.is_empty:
                self._show_again(self._before_nothing)
        self.shown.emit()

    def _show_best(self) -> None:
        """Choose the best hit, whose page follows; nothing found empties the page."""
        self._is_searching = False
        best = self.list.model.best_id
        self.list.select(best)
        if best is not None:
            self._before_nothing = None
            self._page_delay.start(PAGE_OF_HIT_PAUSE_MS)
        elif self.current_id is not None and not self.list.model.is_asking:
            self._before_nothing = self.current_id
            self._page_delay.stop()
            self.pane.show_record(None)

    def _show_again(self, record_id: int) -> None:
        """Show what was on show before nothing was found, unless the officer went on since."""
        self._before_nothing = None
        if self.current_id is None:
            self.show_record(record_id)

    def _note_visit(self) -> None:
        self._visit_delay.stop()
        if self.current_id is not None:
            self.visited.emit(self.kind, self.current_id)

    # editing

    def edit(self) -> None:
        """Turn the page into its form, that of the row just chosen, be its page on show or not."""
        self.catch_up()
        self.pane.edit()

    def catch_up(self) -> None:
        """Show the page of the row just chosen at once; an open form stays."""
        if not self.pane.is_editing:
            self._page_delay.stop()
            self._show_selection()

    def make(self, record: Record | None = None) -> None:
        """Open the form of a new record; the list marks none meanwhile."""
        self._page_delay.stop()
        self.pane.make(record)
        if self.pane.is_editing and self.current_id is None:
            self.list.select(None)

    def resume(self, draft: Draft) -> None:
        """Take up what was typed and never saved."""
        self.list.model.open()
        self.pane.resume(draft)
        self.list.select(draft.record_id)

    def _select_record_on_show(self) -> None:
        """Mark what is on show, in the place of what was edited or made."""
        self.list.select(self.current_id)

    def end(self) -> None:
        """Read nothing more, because the session is about to close."""
        self._page_delay.stop()
        self._visit_delay.stop()
        self.pane.end()

    def highest_marking(self) -> int:
        """Return the highest level of marking in sight, in the list or on the page."""
        reading = self.pane.reading
        level = reading.record.marking if reading is not None else 0
        notes = reading.record.notes if reading is not None else ()
        return max([self.list.highest_marking(), level, *(note.marking for note in notes)])

    def is_marked(self, focus: QWidget) -> bool | None:
        """Say whether what has the focus here shows anything marked; None where it is elsewhere."""
        if self.pane.isAncestorOf(focus):
            return self.pane.marking() > 0
        return self.highest_marking() > 0 if self.list.isAncestorOf(focus) else None

    # what is remembered

    def _restore(self) -> None:
        state = self._settings.get(SPLITTER, self.kind)
        if state:
            self.splitter.restoreState(QByteArray(state))
        self.splitter.splitterMoved.connect(self._remember)

    def _remember(self) -> None:
        state = self.splitter.saveState().data()
        self._settings.put(SPLITTER, bytes(state), self.kind)
