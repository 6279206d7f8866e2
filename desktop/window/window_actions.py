"""The window's actions made of the table in `actions`: what each does and when it can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from desktop.settings import TEXT_SIZE, THEME
from desktop.style.icons import icon
from desktop.widgets.plain import PlainBox, plain_tip
from desktop.window.action_table import ACTIONS, MENUS

if TYPE_CHECKING:
    from desktop.window.action_table import ActionSpec
    from desktop.window.desk_view import DeskView
    from desktop.window.main_window import Window

_SIZES = (75, 85, 100, 115, 130, 150, 175, 200)  # per cent


class WindowActions(QObject):
    """Makes the menus of a window, and enables what can be done just now."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._does = self._table()
        self.menus = menus = {
            key: window.menuBar().addMenu(QCoreApplication.translate("Actions", text))
            for key, text in MENUS.items()
        }
        for deed in ACTIONS:
            action = self._made(deed)
            if deed.starts_group:
                menus[deed.menu].addSeparator()
            menus[deed.menu].addAction(action)
        self._actions[f"theme_{window.settings.get(THEME)}"].setChecked(True)

    def of(self, name: str) -> QAction:
        """The action of a deed."""
        return self._actions[name]

    def _made(self, deed: ActionSpec) -> QAction:
        text = QCoreApplication.translate("Actions", deed.text)
        action = QAction(text, self._window)
        if deed.icon:
            action.setIcon(icon(deed.icon))
        action.setShortcuts([QKeySequence(key) for key in deed.keys])
        plain = text.partition("\t")[0].replace("&", "").rstrip("…")
        keys = ", ".join(
            QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in deed.keys
        )
        action.setToolTip(plain_tip(f"{plain} ({keys})" if keys else plain))
        action.setCheckable(bool(deed.group) or deed.is_switch)
        if deed.group:
            group = self._groups.setdefault(deed.group, QActionGroup(self))
            group.addAction(action)
        action.triggered.connect(lambda _=False, name=deed.name: self._does[name]())
        self._actions[deed.name] = action
        if deed.short:
            action.setIconText(QCoreApplication.translate("Actions", deed.short))
        return action

    def _table(self) -> dict[str, Callable[[], object]]:
        window = self._window
        opening = window.opening
        return {
            "open": opening.ask_for_desk,
            "new_desk": opening.ask_for_new_desk,
            "import": lambda: window.importing.ask_for_files(),
            "print": lambda: window.printing.print_shown(),
            "print_list": lambda: window.printing.print_list(),
            "printed": lambda: window.printing.ask_printed(),
            "passphrase": opening.ask_new_passphrase,
            "lock": opening.lock,
            "close_desk": opening.close,
            "quit": window.close,
            "undo": self._on(lambda view: view.undoing.undo()),
            "redo": self._on(lambda view: view.undoing.redo()),
            "new": self._on(lambda view: view.make()),
            "edit": self._on(lambda view: view.tab.edit()),
            "save": self._on(lambda view: view.tab.pane.save()),
            "give_back": self._on(lambda view: view.tab.pane.give_back()),
            "duplicate": self._on(lambda view: view.duplicate()),
            "delete": self._on(lambda view: view.remove()),
            "history": self.show_history,
            **{f"tab_{n + 1}": self._to_tab(n) for n in range(4)},
            "theme_system": lambda: self._paint("system"),
            "theme_light": lambda: self._paint("light"),
            "theme_dark": lambda: self._paint("dark"),
            "larger": lambda: self._resize(1),
            "smaller": lambda: self._resize(-1),
            "normal": lambda: self._resize(0),
            "back": self._on(lambda view: view.back()),
            "forward": self._on(lambda view: view.forward()),
            "search": window.focus_search,
            "exact": window.search_again,
            "keep_view": lambda: window.views.keep(),
            "views": lambda: window.views.arrange(),
            "as_of": self.ask_day,
            "duplicates": self.show_duplicates,
            "keyboard": self._show_keyboard,
            "about": self._show_about,
        }

    def _on(self, act: Callable[[DeskView], object]) -> Callable[[], object]:
        def do() -> object:
            view = self._window.view
            return act(view) if view is not None else None

        return do

    def _to_tab(self, at: int) -> Callable[[], object]:
        return self._on(lambda view: view.show_tab(at))

    def make(self, at: int) -> None:
        """Opens the form of a new record in one of the tabs."""
        view = self._window.view
        if view is not None:
            view.show_tab(at)
            view.make()

    # when

    def refresh(self) -> None:
        """Enables what can be done just now, and names what Undo and Redo would do."""
        can = self._can()
        for deed in ACTIONS:
            self._actions[deed.name].setEnabled(not deed.needs or can[deed.needs])
        session = self._window.session
        for name, label in (
            ("undo", session.undo_label() if session else ""),
            ("redo", session.redo_label() if session else ""),
        ):
            text = QCoreApplication.translate("Actions", _deed(name).text)
            self._actions[name].setText(f"{text}: {label.replace('&', '&&')}" if label else text)

    def _can(self) -> dict[str, bool]:
        session, view = self._window.session, self._window.view
        if session is None or view is None:
            return dict.fromkeys((deed.needs for deed in ACTIONS), False)
        pane = view.tab.pane
        write = not session.is_read_only
        return {
            "desk": True,
            "write": write,
            "record": write and pane.record_id is not None and not pane.is_editing,
            "form": pane.is_editing,
            "undo": bool(session.undo_label()),
            "redo": bool(session.redo_label()),
            "back": view.can_go_back,
            "forward": view.navigation.can_go_forward,
        }

    # what

    def ask_day(self) -> None:
        """Asks for the day to read the desk as of."""
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
        """Shows the changes of the desk."""
        from desktop.dialogs.history_dialog import HistoryDialog

        session = self._window.session
        if session is not None:
            dialog = HistoryDialog(session, self._window)
            self._window.ask.run(dialog)
            dialog.deleteLater()

    def show_duplicates(self) -> None:
        """Shows the records that may be one."""
        from desktop.duplicates.duplicates_dialog import DuplicatesDialog

        session, view = self._window.session, self._window.view
        if session is None or view is None or not view.tab.pane.leave():
            return
        dialog = DuplicatesDialog(session, self._window, view.tab.kind)
        wanted: list[int] = []
        dialog.open_asked.connect(wanted.append)
        self._window.ask.run(dialog)
        dialog.end()
        dialog.deleteLater()
        for record_id in wanted:
            view.go_to(record_id)

    def _show_keyboard(self) -> None:
        from desktop.window.keyboard import KeyboardDialog

        dialog = KeyboardDialog(self._window)
        self._window.ask.run(dialog)
        dialog.deleteLater()

    def _show_about(self) -> None:
        box = PlainBox(self._window)
        box.setWindowTitle(self.tr("About Aide-Mémoire"))
        box.setText(self.tr("Aide-Mémoire"))
        box.setInformativeText(
            self.tr("An offline desk reference. Nothing of it ever leaves this machine.")
        )
        self._window.ask.run(box)
        box.deleteLater()

    def _paint(self, choice: str) -> None:
        self._window.settings.put(THEME, choice)
        self._window.theme.choose(choice)

    def _resize(self, step: int) -> None:
        settings = self._window.settings
        now = settings.get(TEXT_SIZE)
        nearest = min(range(len(_SIZES)), key=lambda at: abs(_SIZES[at] - now))
        at = max(0, min(nearest + step, len(_SIZES) - 1))
        size = _SIZES[at] if step else 100
        settings.put(TEXT_SIZE, size)
        self._window.theme.resize(size)


def _deed(name: str) -> ActionSpec:
    return next(deed for deed in ACTIONS if deed.name == name)
