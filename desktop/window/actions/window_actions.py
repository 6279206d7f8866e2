"""What each action of the window does; the table of actions names them one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import DeskError, Stopped
from desktop.background.delay import COPY_PAUSE_MS, Delay, defer
from desktop.intake.dropped_texts import is_text_to_read
from desktop.settings import TEXT_SIZE, TEXT_SIZES, THEME
from desktop.widgets.message import Notice
from desktop.widgets.plain import PlainBox
from desktop.window.action_menus import key_lines
from desktop.window.actions.window_controllers import WindowControllers

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from db import Change
    from desktop.dialogs.ask import Ask
    from desktop.search.search_coordinator import SearchCoordinator
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.style.theme import Theme
    from desktop.window.action_menus import ActionMenus, ActionSpec
    from desktop.window.desk_controller import DeskController
    from desktop.window.desk_stack import DeskStack
    from desktop.window.desk_view import DeskView

DESK_SUFFIX, COURIER_SUFFIX = ".desk", ".courier"


def on_desk(act: Callable[[DeskView], object]) -> Callable[[WindowActions], object]:
    """Make an action of what is done on the view of the open desk; without one it does nothing."""

    def run(actions: WindowActions) -> object:
        view = actions.view
        return act(view) if view is not None else None

    return run


class WindowActions(WindowControllers):
    """What is done in one window. `close_wanted` says that the window is to close,
    `preferences_changed` that something else may have been chosen.
    """

    close_wanted = Signal()
    filters_wanted = Signal()  # by the search box, to be offered
    preferences_changed = Signal()

    def __init__(
        self,
        menus: ActionMenus,
        searching: SearchCoordinator,
        stack: DeskStack,
        desks: DeskController,
        settings: Settings,
        theme: Theme,
        ask: Ask,
        parent: QWidget,
    ) -> None:
        super().__init__(menus, searching, stack, settings, ask, parent)
        self.desks = desks
        self._theme = theme
        menus.triggered.connect(self._run)
        menus.action(f"theme_{settings.get(THEME)}").setChecked(True)
        menus.menu("searches").aboutToShow.connect(self._fill_saved_searches)
        searching.exact_changed.connect(menus.action("exact").setChecked)
        searching.opened.connect(self._note_search)
        self._copy_delay = Delay(self, COPY_PAUSE_MS, lambda: self.copies.keep_if_due())
        stack.session_changed.connect(self._follow_copies)

    def _run(self, spec: ActionSpec[WindowActions]) -> None:
        if spec.on_chosen and self.view is not None:
            self.view.chosen.act_on_selection(lambda: spec.run(self))
        else:
            spec.run(self)

    # boards, erasure and copies

    def show_board(self) -> None:
        """Show who holds the offices of the body on show, or of its country, on any day."""
        if self.view is not None and self.view.leave_form():
            self.boards.show_board(self._record_on_show())

    def name_successor(self, field: str = "") -> None:
        """Ask who follows in the office of the record on show, that of a fact or its first."""
        if self.view is not None and self.view.leave_form():
            self.boards.name_successor_of(self._record_on_show(), field)

    def show_subject(self) -> None:
        """Show all that is held on the record on show."""
        view = self.view
        if view is not None and view.leave_form() and (reading := view.tab.pane.reading):
            self.printing.print_subject(reading.record)

    def erase(self) -> None:
        """Offer to erase the record on show for good."""
        view = self.view
        if view is not None and view.leave_form() and (reading := view.tab.pane.reading):
            self.erasing.offer(reading.record)

    def _follow_copies(self, session: Session | None) -> None:
        """Keep a copy by the plan once a desk has been open for a while."""
        self._copy_delay.stop()
        if session is not None:
            session.shown.connect(self._copy_delay.start)
            session.shown.connect(self._finish_compacting)
            session.working.connect(lambda: defer(self._tell_copy_failures, self))

    def _finish_compacting(self) -> None:
        session = self._stack.session
        if session is not None and session.replacing.needs_compacting:
            self.compacting.take_up(session)

    def _tell_copy_failures(self) -> None:
        """Say that no copy could be made before some work that was done all the same."""
        session = self._stack.session
        for failure in session.copying.take_failures() if session is not None else ():
            self.mentioned.emit(failure)

    def keep_copy_at_closing(self) -> None:
        """Make a copy when the window closes, if the last lacks many changes."""
        session = self._stack.session
        if session is not None:
            session.copying.keep_where_many(self.tr("Keeping a copy of the desk"))

    # desks and files

    def take_files(self, paths: list[Path]) -> None:
        """Open a desk that is dropped on the window, offer a courier to merge, others to import."""
        if len(paths) == 1 and paths[0].suffix.casefold() == DESK_SUFFIX:
            self.desks.open_path(paths[0])
        elif len(paths) == 1 and paths[0].suffix.casefold() == COURIER_SUFFIX:
            self.merging.offer(paths[0])
        elif len(paths) == 1 and is_text_to_read(paths[0]):
            self.intake.ask_for_text(paths)
        else:
            self.importing.offer_files(paths)

    # searches

    def switch_exact(self) -> None:
        """Read what is typed just as it is spelt, or not."""
        self.searching.set_exact(self._menus.action("exact").isChecked())

    def _fill_saved_searches(self) -> None:
        self.saved_searches.fill()

    def _note_search(self, text: str) -> None:
        self.saved_searches.note(text)

    # records

    def make(self, at: int) -> None:
        """Open the form of a new record in one of the tabs."""
        if self.view is not None:
            self.view.show_tab(at)
            self.view.make()

    def change_many(self, field: str = "") -> None:
        """Ask for a change of one field of the chosen records, of `field` at first, and make it."""
        from desktop.dialogs.change_many import ChangeManyDialog

        session, view = self._stack.session, self.view
        ids = view.chosen.ids_to_change() if view is not None else []
        if session is None or view is None or not ids:
            return
        dialog = ChangeManyDialog(session, view.tab.kind, ids, self._parent, field)
        if self._ask.run(dialog) and (change := dialog.change()) is not None:
            view.chosen.change_field(ids, change, dialog.field_label())
        dialog.deleteLater()

    # dialogs

    def ask_day(self) -> None:
        """Ask for the day to read the desk as of."""
        from desktop.dialogs.ask_day import AskDay

        session = self._stack.session
        if session is None:
            return
        dialog = AskDay(self._parent, day=session.lens.as_of)
        if self._ask.run(dialog):
            day = dialog.day()
            if day is not None:
                session.stand_on(day)
        dialog.deleteLater()

    def show_history(self) -> None:
        """Show the changes of the row just chosen, or without one those of the desk."""
        from desktop.dialogs.history_dialog import HistoryDialog

        session, view = self._stack.session, self.view
        if session is not None and view is not None:
            view.tab.catch_up()
            reading = view.tab.pane.reading
            record = reading.record if reading is not None else None
            dialog = HistoryDialog(session, self._parent, record)
            self._ask.run(dialog)
            dialog.deleteLater()

    def show_preferences(self) -> None:
        """Ask for what is chosen about the program and the open desk."""
        from desktop.dialogs.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._settings, self._stack.session, self._parent)
        if self._ask.run(dialog):
            try:
                for each, value in dialog.keep():
                    self._sort_anew(each.key.name, str(value))
            except DeskError as refusal:
                self.noticed.emit(Notice("error", str(refusal)))
            self.preferences_changed.emit()
        dialog.deleteLater()

    def _sort_anew(self, key: str, value: str) -> None:
        """Keep the desk's language beside the window: the keys of all its records follow."""
        session = self._stack.session
        if session is None:
            return

        def finish(_answer: object, _change: Change | None) -> None:
            session.show_anew()
            self.noticed.emit(Notice("done", self.tr("All lists are sorted anew.")))

        def refuse(refusal: DeskError) -> None:
            is_stopped = isinstance(refusal, Stopped)
            text = self.tr("The sorting was stopped; the lists are as they were.")
            self.noticed.emit(Notice("info", text) if is_stopped else Notice("error", str(refusal)))

        label = self.tr("Sorting all lists anew")
        job = session.start(
            label, lambda store, progress: store.keep_setting(key, value, progress), finish, refuse
        )
        self.work_started.emit(job)

    def show_duplicates(self) -> None:
        """Show the records that may be one."""
        from desktop.duplicates.duplicates_dialog import DuplicatesDialog

        session, view = self._stack.session, self.view
        if session is None or view is None or not view.leave_form():
            return
        dialog = DuplicatesDialog(session, self._parent, view.tab.kind)
        wanted: list[int] = []
        dialog.open_asked.connect(wanted.append)
        self._ask.run(dialog)
        dialog.end()
        dialog.deleteLater()
        for record_id in wanted:
            view.go_to(record_id)

    def show_status_table(self) -> None:
        """Show who is bound by the agreement on show, and what would follow if."""
        from db import Agreement
        from desktop.parties.status_dialog import StatusDialog

        session, view = self._stack.session, self.view
        if session is None or view is None or not view.leave_form():
            return
        record = self._record_on_show()
        if not isinstance(record, Agreement):
            text = self.tr("Show an agreement first; then its status table.")
            self.noticed.emit(Notice("info", text))
            return
        dialog = StatusDialog(record, session.lens, self._parent)
        if self._ask.run(dialog):
            self.printing.print_record(record)
        dialog.deleteLater()

    def show_checks(self) -> None:
        """Show what cannot be or is seldom right, and open the record that is chosen there."""
        from desktop.checks.checks_dialog import ChecksDialog

        session, view = self._stack.session, self.view
        if session is None or view is None or not view.leave_form():
            return
        dialog = ChecksDialog(session, self._parent)
        dialog.open_wanted.connect(view.go_to)
        self._ask.run(dialog)
        dialog.stop()
        dialog.deleteLater()

    def show_topic_retention(self) -> None:
        """Show until when the records of each topic are kept, to be set there."""
        from desktop.today.topic_retention_dialog import TopicRetentionDialog

        session, view = self._stack.session, self.view
        if session is None or view is None or not view.leave_form():
            return
        dialog = TopicRetentionDialog(session, self._parent)
        self._ask.run(dialog)
        dialog.deleteLater()

    def show_keyboard(self) -> None:
        """Show the page of keys."""
        from desktop.dialogs.keyboard import KeyboardDialog
        from desktop.forms.name_parts import key_line
        from desktop.search.search_completion import filter_lines

        lines = [*key_lines(self._menus.specs), key_line(), *filter_lines()]
        dialog = KeyboardDialog(self._parent, lines)
        self._ask.run(dialog)
        dialog.deleteLater()

    def show_about(self) -> None:
        """Say what the program is."""
        box = PlainBox(self._parent)
        box.setWindowTitle(self.tr("About Aide-Mémoire"))
        box.setText(self.tr("Aide-Mémoire"))
        box.setInformativeText(
            self.tr("An offline desk reference. Nothing of it ever leaves this machine.")
        )
        self._ask.run(box)
        box.deleteLater()

    # looks

    def choose_theme(self, choice: str) -> None:
        """Paint the program light, dark or as the system is, now and from now on."""
        self._settings.put(THEME, choice)
        self._theme.choose(choice)

    def step_text_size(self, step: int) -> None:
        """Show text larger or smaller by so many steps; 0 is the normal size."""
        now = self._settings.get(TEXT_SIZE)
        nearest = min(range(len(TEXT_SIZES)), key=lambda at: abs(TEXT_SIZES[at] - now))
        at = max(0, min(nearest + step, len(TEXT_SIZES) - 1))
        size = TEXT_SIZES[at] if step else TEXT_SIZE.default
        self._settings.put(TEXT_SIZE, size)
        self._theme.resize(size)


def actions_of(window: QObject) -> WindowActions:
    """Return the actions that a window was put together with."""
    found = window.findChild(WindowActions)
    assert isinstance(found, WindowActions)
    return found
