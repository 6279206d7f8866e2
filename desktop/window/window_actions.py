"""What each action of the window does; the table of actions names them one by one.

It puts the window together with the controllers of desks, files and paper, each loaded when it is
first asked for, and takes to the window what they say.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.search.search_completion import SearchCompletion
from desktop.settings import TEXT_SIZE, THEME
from desktop.widgets.plain import PlainBox
from desktop.window.action_menus import key_lines

if TYPE_CHECKING:
    from pathlib import Path

    from db import Change
    from desktop.importing.import_controller import ImportController
    from desktop.preview.print_controller import PrintController
    from desktop.search.saved_searches_menu import SavedSearchesMenu
    from desktop.session.session import Session
    from desktop.window.action_menus import ActionSpec
    from desktop.window.desk_controller import DeskController
    from desktop.window.desk_view import DeskView
    from desktop.window.main_window import Window

_SIZES = (75, 85, 100, 115, 130, 150, 175, 200)  # per cent
DESK_SUFFIX = ".desk"


def on_desk(act: Callable[[DeskView], object]) -> Callable[[WindowActions], object]:
    """Make an action of what is done on the view of the open desk; without one it does nothing."""

    def run(actions: WindowActions) -> object:
        view = actions.view
        return act(view) if view is not None else None

    return run


class WindowActions(QObject):
    """Belongs to one window and acts on it."""

    def __init__(self, window: Window, desks: DeskController) -> None:
        super().__init__(window)
        self._window = window
        self.desks = desks
        self._completion = SearchCompletion(
            window.bar.search, lambda: self.saved_searches.recent_texts(), self
        )
        menus = window.menus
        menus.triggered.connect(self._run)
        menus.action(f"theme_{window.settings.get(THEME)}").setChecked(True)
        menus.menu("views").aboutToShow.connect(self._fill_saved_searches)
        window.searching.exact_changed.connect(menus.action("exact").setChecked)
        window.searching.opened.connect(self._note_search)
        window.bar.new_wanted.connect(self.make)
        window.desk_shown.connect(self._show_session)
        window.desk_closing.connect(self._close_session)
        window.files_dropped.connect(self._take_dropped)
        window.print_wanted.connect(lambda: self.printing.print_records())

    @property
    def view(self) -> DeskView | None:
        """The view of the open desk."""
        return self._window.view

    def _run(self, spec: ActionSpec[WindowActions]) -> None:
        spec.run(self)

    # what is loaded when it is first asked for

    @cached_property
    def importing(self) -> ImportController:
        """Brings files into the desk."""
        from desktop.importing.import_controller import ImportController

        made = ImportController(self._window.ask, self._window)
        made.noticed.connect(self._window.tell)
        made.work_started.connect(self._window.follow)
        made.revert_wanted.connect(self._revert)
        made.show_session(self._window.session)
        return made

    @cached_property
    def printing(self) -> PrintController:
        """Brings what is on show to paper."""
        from desktop.preview.print_controller import PrintController

        window = self._window
        made = PrintController(
            window.settings,
            window.ask,
            lambda: window.view.shown_records() if window.view is not None else None,
            window,
        )
        made.noticed.connect(window.tell)
        made.failed.connect(window.failed)
        made.show_session(window.session)
        return made

    @cached_property
    def saved_searches(self) -> SavedSearchesMenu:
        """The searches that are kept, and those of late."""
        from desktop.search.saved_searches_menu import SavedSearchesMenu

        window = self._window
        made = SavedSearchesMenu(
            window.menus.menu("views"), window.settings, window.ask, self._typed, window
        )
        made.search_wanted.connect(self._search)
        made.print_wanted.connect(lambda *asked: self.printing.print_query(*asked))
        made.noticed.connect(window.tell)
        made.show_session(window.session)
        return made

    def _made(self) -> list[Any]:
        """All that follows the open desk and was needed so far."""
        names = ("importing", "printing", "saved_searches")
        late = [self.__dict__[name] for name in names if name in self.__dict__]
        return [self._completion, *late]

    def _show_session(self, session: Session) -> None:
        for controller in self._made():
            controller.show_session(session)

    def _close_session(self) -> None:
        for controller in self._made():
            controller.show_session(None)

    # desks and files

    def open_desk(self) -> None:
        """Ask for a desk and open it."""
        self.desks.ask_for_desk()

    def make_desk(self) -> None:
        """Ask for the name and place of a new desk and open it."""
        self.desks.ask_for_new_desk()

    def set_passphrase(self) -> None:
        """Ask for another passphrase of the open desk."""
        self.desks.ask_new_passphrase()

    def lock_desk(self) -> None:
        """Show nothing of the desk until its passphrase is given again."""
        self.desks.lock()

    def close_desk(self) -> None:
        """Go back to the start."""
        self.desks.close()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def import_files(self) -> None:
        """Ask for files and show what would come of them."""
        self.importing.ask_for_files()

    def _take_dropped(self, paths: list[Path]) -> None:
        """Open a desk that is dropped on the window, offer any other files to import."""
        if len(paths) == 1 and paths[0].suffix.casefold() == DESK_SUFFIX:
            self.desks.open_path(paths[0])
        else:
            self.importing.take_dropped(paths)

    def _revert(self, change: Change) -> None:
        if self.view is not None:
            self.view.undoing.revert_if_last(change)

    # paper

    def print_shown(self) -> None:
        """Print what is on show."""
        self.printing.print_shown()

    def print_list(self) -> None:
        """Print the list of the tab in front."""
        self.printing.print_list()

    def show_printed(self) -> None:
        """List what was printed, and show what has changed since."""
        self.printing.ask_printed()

    # searches

    def focus_search(self) -> None:
        """Put the cursor in the search box."""
        self._window.focus_search()

    def switch_exact(self) -> None:
        """Read what is typed just as it is spelt, or not."""
        window = self._window
        window.searching.set_exact(window.menus.action("exact").isChecked())

    def save_search(self) -> None:
        """Keep what is searched now under a name."""
        self.saved_searches.keep()

    def show_saved_searches(self) -> None:
        """Show the kept searches in a list."""
        self.saved_searches.arrange()

    def _search(self, text: str, kind: str, is_exact: bool | None) -> None:
        self._window.searching.search_for(text, kind, is_exact=is_exact)

    def _typed(self) -> tuple[str, str, bool]:
        kind = self.view.tab.kind if self.view is not None else ""
        return self._window.bar.search.text(), kind, self._window.searching.is_exact

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

    # dialogs

    def ask_day(self) -> None:
        """Ask for the day to read the desk as of."""
        from desktop.dialogs.ask_day import AskDay

        window = self._window
        if window.session is None:
            return
        day_first = window.settings.day_first()
        dialog = AskDay(window, day=window.session.lens.as_of, day_first=day_first)
        if window.ask.run(dialog):
            day = dialog.day()
            if day is not None:
                window.session.stand_on(day)
        dialog.deleteLater()

    def show_history(self) -> None:
        """Show the changes of the desk."""
        from desktop.dialogs.history_dialog import HistoryDialog

        session = self._window.session
        if session is not None:
            dialog = HistoryDialog(session, self._window)
            self._window.ask.run(dialog)
            dialog.deleteLater()

    def show_duplicates(self) -> None:
        """Show the records that may be one."""
        from desktop.duplicates.duplicates_dialog import DuplicatesDialog

        session, view = self._window.session, self.view
        if session is None or view is None or not view.leave_form():
            return
        dialog = DuplicatesDialog(session, self._window, view.tab.kind)
        wanted: list[int] = []
        dialog.open_asked.connect(wanted.append)
        self._window.ask.run(dialog)
        dialog.end()
        dialog.deleteLater()
        for record_id in wanted:
            view.go_to(record_id)

    def show_keyboard(self) -> None:
        """Show the page of keys."""
        from desktop.dialogs.keyboard import KeyboardDialog
        from desktop.forms.name_parts import key_line

        lines = [*key_lines(self._window.menus.specs), key_line()]
        dialog = KeyboardDialog(self._window, lines)
        self._window.ask.run(dialog)
        dialog.deleteLater()

    def show_about(self) -> None:
        """Say what the program is."""
        box = PlainBox(self._window)
        box.setWindowTitle(self.tr("About Aide-Mémoire"))
        box.setText(self.tr("Aide-Mémoire"))
        box.setInformativeText(
            self.tr("An offline desk reference. Nothing of it ever leaves this machine.")
        )
        self._window.ask.run(box)
        box.deleteLater()

    # looks

    def choose_theme(self, choice: str) -> None:
        """Paint the program light, dark or as the system is, now and from now on."""
        self._window.settings.put(THEME, choice)
        self._window.theme.choose(choice)

    def step_text_size(self, step: int) -> None:
        """Show text larger or smaller by so many steps; 0 is the normal size."""
        settings = self._window.settings
        now = settings.get(TEXT_SIZE)
        nearest = min(range(len(_SIZES)), key=lambda at: abs(_SIZES[at] - now))
        at = max(0, min(nearest + step, len(_SIZES) - 1))
        size = _SIZES[at] if step else 100
        settings.put(TEXT_SIZE, size)
        self._window.theme.resize(size)


def actions_of(window: Window) -> WindowActions:
    """The actions that a window was put together with."""
    found = window.findChild(WindowActions)
    assert isinstance(found, WindowActions)
    return found
