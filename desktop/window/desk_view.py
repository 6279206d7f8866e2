"""An open desk in the window: the banner and the four tabs.

The window makes one for each session and throws it away with it; it knows no kind of record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from db import MARKINGS
from desktop.background.delay import MARKINGS_PAUSE_MS, Delay
from desktop.models.tab_kinds import TAB_KINDS, index_of_kind
from desktop.search.tab_numbers import TabNumbers
from desktop.session.navigation import HistoryEntry, Navigation
from desktop.settings import LAST_TAB
from desktop.style.icons import icon
from desktop.tabs.chosen_actions import ChosenActions
from desktop.tabs.tab_stack import TabStack
from desktop.widgets.as_of_line import AsOfLine
from desktop.widgets.banner import Banner
from desktop.widgets.message import RECORD, Notice
from desktop.window.action_menus import Need
from desktop.window.draft_recovery import DraftRecovery
from desktop.window.font_warmup import FontWarmup
from desktop.window.undo_actions import UndoActions

if TYPE_CHECKING:
    from db import Change, Draft
    from desktop.search.search_coordinator import SearchCoordinator
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.tabs.record_tab import RecordTab


class DeskView(QWidget):
    """`query_wanted` gives a text for the search box, `search_wanted` the focus; `moved` says that
    the record on show, the way back or the form has changed, `counted` that a number has.
    """

    query_wanted = Signal(str)
    exact_dropped = Signal()
    search_wanted = Signal()
    leaving = Signal(object)
    succeeding = Signal(object)
    print_asked = Signal()
    print_today_asked = Signal()
    history_asked = Signal()
    status_asked = Signal()  # the status table of the agreement on show
    menu_asked = Signal(object)  # a `MenuRequest`
    attachment_asked = Signal(str, str)
    moved = Signal()
    arrived = Signal(str, object)  # the kind and id of the record that the officer went to
    counted = Signal()
    noticed = Signal(object)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        searching: SearchCoordinator,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._settings = settings
        self.navigation = Navigation()
        self.undoing = UndoActions(session, self.leave_form, self)
        self.undoing.noticed.connect(self.noticed)
        self.undoing.stepped.connect(self._show_what_came_back)
        undo = self.undoing.revert_if_last
        self.chosen = ChosenActions(session, lambda: self.tab, undo, self)
        self.chosen.noticed.connect(self.noticed)
        self.chosen.removed.connect(self._forget)
        self._as_of = AsOfLine(self)
        self._as_of.today_wanted.connect(self.back_to_today)
        self.banner = Banner(self)
        self._bar = QTabBar(self)
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setAccessibleName(self.tr("Tabs"))
        self.stack = TabStack(session, settings, self)
        self._searching = searching
        searching.show_tabs(self.stack)
        searching.tab_wanted.connect(self.show_tab)
        self.stack.added.connect(self._connect)
        self.look_delay = Delay(self, 0, self._look_again)
        self._moved_delay = Delay(self, 0, self.moved.emit)
        self._choice_delay = Delay(self, 0, self._follow_choice)
        self._has_choice = False
        self.draft_recovery = DraftRecovery(session, self)
        self.draft_recovery.noticed.connect(self.notify)
        self.draft_recovery.resume_wanted.connect(self.resume)
        self._more = Delay(self, 0, self._make_more)
        self.numbers = TabNumbers(self._bar, self.stack, self)
        self.numbers.written.connect(self.counted)
        self.numbers.tab_wanted.connect(self.show_tab)
        self.font_warmup = FontWarmup(session, self.font(), self)
        self._is_painted = False  # until then nothing is made that can wait
        for kind in TAB_KINDS:
            name = QCoreApplication.translate("Tabs", kind.name)
            self._bar.addTab(icon(kind.icon, "quiet"), name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._as_of, self.banner, self._bar):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self._bar.currentChanged.connect(self._bring)
        session.changed.connect(self._take)
        session.lens_changed.connect(self._reload)

    # tabs

    def leave_form(self) -> bool:
        """Save and close the form in front; False when one with an error does not let go."""
        return self.tab.pane.save_and_close()

    def put_away_form(self) -> bool:
        """Save and close the form in front without asking; False when it is to be a draft."""
        return self.tab.pane.put_away()

    def keep_draft_now(self) -> Draft | None:
        """Keep as a draft what is typed in the form in front; return what cannot be kept."""
        return self.tab.pane.keep_draft_now()

    @property
    def is_editing(self) -> bool:
        """Whether a form is open in front."""
        return self.tab.pane.is_editing

    @property
    def tab(self) -> RecordTab:
        """The tab in front."""
        return self.stack.tab(self._bar.currentIndex())

    @property
    def tabs(self) -> list[RecordTab]:
        """All tabs in their order; what was not needed before is made."""
        return self.stack.tabs()

    def _connect(self, tab: RecordTab) -> None:
        tab.link_clicked.connect(self.go_to)
        tab.query_wanted.connect(self.query_wanted)
        tab.exact_dropped.connect(self.exact_dropped)
        tab.search_wanted.connect(self.search_wanted)
        tab.visited.connect(self._visit)
        tab.noticed.connect(self.notify)
        tab.leaving.connect(self.leaving)
        tab.succeeding.connect(self.succeeding)
        tab.print_asked.connect(self.print_asked)
        tab.print_today_asked.connect(self.print_today_asked)
        tab.history_asked.connect(self.history_asked)
        tab.status_asked.connect(self.status_asked)
        tab.check_asked.connect(self.chosen.check_record_on_show)
        tab.attachment_asked.connect(self.attachment_asked)
        tab.revert_asked.connect(self.undoing.revert)
        act_on_selection = tab.list.act_on_selection
        tab.list.table.removal_asked.connect(lambda: act_on_selection(self.chosen.remove))
        tab.menu_asked.connect(self.menu_asked)
        tab.list.table.copy_asked.connect(lambda: act_on_selection(self.chosen.copy_rows))
        tab.list.table.drag_asked.connect(self.chosen.drag_rows)
        tab.list.selection_changed.connect(lambda: self._choice_delay.start())
        tab.list.table.painted.connect(self._follow_paint)
        tab.counted.connect(self._count)
        tab.list.model.refused.connect(self._refuse)
        tab.shown.connect(self.look_later)
        tab.pane.showed.connect(self._follow_page)
        tab.pane.edited.connect(self.moved)

    def open(self) -> None:
        """Bring the tab of the last time to the front; the rest follows once it is painted."""
        last = self._settings.get(LAST_TAB)
        at = next((n for n, kind in enumerate(TAB_KINDS) if kind.kind == last), 0)
        self._bar.blockSignals(True)
        self._bar.setCurrentIndex(at)
        self._bar.blockSignals(False)
        self._bring(at)

    def _follow_paint(self) -> None:
        if not self._is_painted:
            self._more.start()

    def _make_more(self) -> None:
        """Make one step of what could wait: the page and what was never saved, then tab by tab."""
        if not self._is_painted:
            self._is_painted = True
            self.session.settle_soon()
            self.tab.open()
            self.draft_recovery.offer()
            self._more.start()
        elif self.stack.make_next():
            self._more.start()
        else:
            self.font_warmup.look_for_next()

    @property
    def is_whole(self) -> bool:
        """Whether nothing more is to be made, asked or written."""
        waiting = self._more.isActive() or self._searching.is_waiting or self.numbers.is_waiting
        return self._is_painted and not waiting

    def show_tab(self, at: int) -> None:
        """Bring a tab to the front, unless a form with an error holds this one."""
        if at == self._bar.currentIndex() or self.leave_form():
            self._bar.setCurrentIndex(at)
            self.tab.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, at: int) -> None:
        before = self.stack.front()
        if before is not None and before != at and not self.stack.tab(before).pane.save_and_close():
            self._bar.setCurrentIndex(before)
            return
        self.stack.bring(at)
        if self._is_painted:
            self.tab.open()
        else:
            self.tab.begin()
        self._settings.put(LAST_TAB, self.tab.kind)
        self.arrived.emit(self.tab.kind, self.tab.current_id)
        self.look_later()
        self._moved_delay.start()
        self.numbers.write_soon()

    def met_needs(self) -> set[Need]:
        """Return what there is of all that actions need."""
        session, pane = self.session, self.tab.pane
        can_write = not session.is_read_only
        has_record = can_write and pane.record_id is not None and not pane.is_editing
        is_open = has_record or pane.is_editing
        needs = {
            Need.DESK: True,
            Need.WRITE: can_write,
            Need.RECORD: has_record,
            Need.CHOSEN: has_record or (can_write and self.chosen.has_choice),
            Need.OPEN: is_open,
            Need.EVENT: is_open and self.tab.kind == "event",
            Need.FORM: pane.is_editing,
            Need.UNDO: bool(session.undo_label()),
            Need.REDO: bool(session.redo_label()),
            Need.OTHER_DAY: not session.is_today,
            Need.BACK: self.can_go_back,
            Need.FORWARD: self.navigation.can_go_forward,
        }
        self._has_choice = needs[Need.CHOSEN]
        return {need for need, is_met in needs.items() if is_met}

    def _follow_choice(self) -> None:
        """Tell when rows can be acted on that could not before, or can no longer: not at each."""
        had_choice = self._has_choice  # when the actions were enabled last
        if (Need.CHOSEN in self.met_needs()) != had_choice:
            self.moved.emit()

    # what is in front

    def tab_texts(self) -> list[str]:
        """Return the names of the tabs with how many hits each has."""
        return [self._bar.tabText(at) for at in range(self._bar.count())]

    def count_text(self) -> str:
        """Say how many of how many in the tab in front."""
        return self.tab.list.count_text()

    def _count(self) -> None:
        self.numbers.write_soon()

    # going from record to record

    def go_to(self, record_id: int) -> bool:
        """Show any record in the tab of its kind."""
        ref = self.session.reader.ref(record_id, self.session.lens)
        if ref is None:
            says = self.tr("That record is above the ceiling or was deleted.")
            self.notify(Notice("warn", says, until=RECORD))
            return False
        if not self._show(HistoryEntry(ref.kind, record_id)):
            return False
        self._visit(ref.kind, record_id)
        return True

    def _show_what_came_back(self, change: Change) -> None:
        """Show a record that Undo or Redo has written, unless one of them is on show: a change that
        nobody sees would be taken for none.
        """
        lens, ids = self.session.lens, change.ids
        if self.tab.current_id in ids:
            return
        back = next((key for key in ids if self.session.reader.ref(key, lens) is not None), None)
        if back is not None:
            self.go_to(back)

    def _show(self, place: HistoryEntry) -> bool:
        at = index_of_kind(place.kind)
        if at != self._bar.currentIndex():
            if not self.leave_form():
                return False
            self._bar.setCurrentIndex(at)
        return self.tab.show_record(place.record_id)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a record before this one."""
        current, here = self.navigation.current, self.tab.current_id
        away = current is not None and here is not None and current.record_id != here
        return self.navigation.can_go_back or away

    def back(self) -> None:
        """Go to the record before."""
        if self.tab.current_id is not None:
            self.navigation.visit(HistoryEntry(self.tab.kind, self.tab.current_id))
        self._travel(-1, self.navigation.back)

    def forward(self) -> None:
        """Go to the record one came back from."""
        self._travel(1, self.navigation.forward)

    def _travel(self, step: int, go: Callable[[], HistoryEntry | None]) -> None:
        """Go to the next place that can still be shown."""
        while (place := self.navigation.peek(step)) is not None:
            if self.session.reader.ref(place.record_id, self.session.lens) is not None:
                if self._show(place):
                    go()
                break
            self.navigation.forget(place.record_id)
        self.moved.emit()

    def _visit(self, kind: str, record_id: int) -> None:
        self.navigation.visit(HistoryEntry(kind, record_id))
        self.arrived.emit(kind, record_id)
        self.moved.emit()

    # changes

    def make(self) -> None:
        """Open the form of a new record of the tab in front."""
        self.tab.make()

    def resume(self, draft: Draft) -> None:
        """Open the form of a draft as it was left."""
        self.show_tab(index_of_kind(draft.kind))
        self.tab.resume(draft)

    def _forget(self, ids: Sequence[int]) -> None:
        for key in ids:
            self.navigation.forget(key)

    def _take(self, change: Change) -> None:
        for tab in self.stack.built_tabs().values():
            tab.take(change)
        self.moved.emit()

    def back_to_today(self) -> None:
        """Show the desk as of today again."""
        self.session.stand_on(None)

    def _reload(self) -> None:
        self.banner.dismiss()
        self._as_of.show_day(self.session.day_text())
        for tab in self.stack.built_tabs().values():
            tab.reload()
        self._searching.go_on()
        self._count()
        self.moved.emit()

    # what is told

    def notify(self, notice: Notice) -> None:
        """Have a sentence shown on the window's line."""
        self.noticed.emit(notice)

    def end(self) -> None:
        """Listen to nothing more, because the session is about to close."""
        self._searching.tab_wanted.disconnect(self.show_tab)
        self._searching.show_tabs(None)
        self.numbers.stop()
        for timer in (self.look_delay, self._moved_delay, self._choice_delay, self._more):
            timer.stop()
        for tab in self.stack.built_tabs().values():
            tab.end()
        self.session.changed.disconnect(self._take)
        self.session.lens_changed.disconnect(self._reload)
        self.moved.disconnect()

    def _refuse(self, sentence: str) -> None:
        self.notify(Notice("error", sentence))
        self._count()

    def _follow_page(self) -> None:
        self.look_delay.start(0)
        self._moved_delay.start()

    def look_later(self) -> None:
        """Have the banner look at the markings in sight, soon."""
        # Not put off by a list that keeps moving.
        self.look_delay.start_once(MARKINGS_PAUSE_MS)

    def _look_again(self) -> None:
        level = self.tab.highest_marking()
        self.banner.show_marking(level, MARKINGS[level])
