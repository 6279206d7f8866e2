"""The program with a screen: application, theme, settings, the error hook and the first window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from db import DeskError, logger_for
from desktop.background.interpreter_tuning import interpreter_tuned_for_window
from desktop.bug_report import write_report
from desktop.search.search_completion import SearchCompletion
from desktop.session.auto_lock import AutoLock
from desktop.session.marked_copies import MarkedCopies
from desktop.session.system_lock import SystemLock
from desktop.settings import LAST_DESK, TEXT_SIZE, THEME, Settings
from desktop.style.theme import Theme
from desktop.widgets.message import Notice
from desktop.window.actions.action_table import ACTIONS, MENUS
from desktop.window.actions.window_actions import WindowActions
from desktop.window.desk_controller import DeskController
from desktop.window.main_window import Window

if TYPE_CHECKING:
    from desktop.dialogs.ask import Ask

_log = logger_for("window")


def make_app(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application, or the one that there is."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    app = QApplication(["aide-memoire", *arguments])
    app.setApplicationName("aide-memoire")
    app.setApplicationDisplayName("Aide-Mémoire")
    app.setDesktopFileName("aide-memoire")
    QLocale.setDefault(locale_of(QLocale.system()))
    return app


def locale_of(system: QLocale) -> QLocale:
    """Return how numbers and times are written: as the system does, or as the program's own words
    are where it names no language, for then it would not even group the digits of a number.

    >>> locale_of(QLocale.c()).toString(4297), locale_of(QLocale("de_DE")).toString(4297)
    ('4,297', '4.297')
    """
    return QLocale("en_GB") if system.language() == QLocale.Language.C else system


def show_window(
    path: Path | None = None,
    *,
    settings: Settings | None = None,
    theme: Theme | None = None,
    ask: Ask | None = None,
) -> Window:
    """Return a window on a desk; without one, on the start. The application is there already."""
    settings = settings if settings is not None else Settings()
    if theme is None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = Theme(app)
        theme.choose(settings.get(THEME))
        theme.resize(settings.get(TEXT_SIZE))
    window = Window(settings, theme, MENUS, ACTIONS, ask)
    desks = add_actions(window)
    if path is not None:
        desks.open_path(path)
    window.show()
    return window


def add_actions(window: Window) -> DeskController:
    """Hand each class round a window what it needs of it, and take to the window what they say."""
    stack, settings, ask = window.stack, window.settings, window.ask
    desks = DeskController(stack, settings, ask, window)
    desks.noticed.connect(window.notify)
    desks.work_started.connect(window.follow)
    desks.failed.connect(window.failed)
    window.closing.connect(desks.stop_work)
    window.damage_told.connect(desks.offer_salvage)
    actions = WindowActions(
        window.menus, window.searching, stack, desks, settings, window.theme, ask, window
    )
    actions.noticed.connect(window.notify)
    actions.work_started.connect(window.follow)
    actions.failed.connect(window.failed)
    actions.mentioned.connect(window.mention)
    window.closing.connect(actions.keep_copy_at_closing)
    actions.close_wanted.connect(window.close)
    window.bar.new_wanted.connect(actions.make)
    window.files_dropped.connect(actions.take_files)
    locking = AutoLock(settings, lambda: stack.session, desks.lock, window)
    stack.turned.connect(locking.follow_preference)
    actions.preferences_changed.connect(locking.follow_preference)
    system_lock = SystemLock(settings, lambda: stack.session, locking.lock_now, window)
    stack.turned.connect(system_lock.follow_desk)
    actions.preferences_changed.connect(system_lock.follow_desk)
    marked_copies = MarkedCopies(settings, window.is_marked_in_front, window)
    marked_copies.mentioned.connect(window.mention)
    stack.session_changed.connect(marked_copies.show_session)
    window.history_wanted.connect(actions.show_history)
    window.status_wanted.connect(actions.show_status_table)
    window.succession_wanted.connect(actions.name_successor)
    window.print_wanted.connect(lambda: actions.printing.print_records())
    window.print_today_wanted.connect(lambda: actions.printing.print_today())
    completion = SearchCompletion(
        window.bar.search, lambda: actions.saved_searches.recent_texts(), window
    )
    stack.session_changed.connect(completion.show_session)
    actions.filters_wanted.connect(completion.offer_filters)
    return desks


def open_window(arguments: Sequence[str] = ()) -> int:
    """Open the window on the desk that is given, or on the last one, until it is closed."""
    app = make_app()
    path = Path(arguments[0]) if arguments else None
    settings = Settings()
    last = settings.get(LAST_DESK)
    if path is None and last and Path(last).exists():
        path = Path(last)
    with interpreter_tuned_for_window():
        window = show_window(path, settings=settings)
        hook = ErrorHook(window.notify, window.damage)
        sys.excepthook = hook
        window.failed.connect(hook.take)
        return app.exec()


class ErrorHook:
    """Told of everything that escaped: a refusal is its own sentence, a bug a written report.

    `damage` says what of the open desk is damaged, if anything: that is behind a bug then.
    """

    def __init__(
        self,
        notify: Callable[[Notice], None],
        damage: Callable[[], DeskError | None],
        folder: Path | None = None,
    ) -> None:
        self._notify = notify
        self._damage = damage
        self._folder = folder

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Serve as `sys.excepthook`."""
        if isinstance(error, DeskError):
            _log.info("a refusal: %s", error)
            self._notify(Notice("error", str(error)))
            return
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        damage = self._damage()
        if damage is not None:
            _log.warning("damage")
            self._notify(Notice("error", str(damage)))
            return
        _log.error("a bug: %s", error)
        path = write_report(error.with_traceback(trace), self._folder)
        self._notify(Notice("error", self._notice_text(path)))

    def take(self, error: Exception) -> None:
        """Take an exception that was caught in the background."""
        self(type(error), error, error.__traceback__)

    def _notice_text(self, path: Path | None) -> str:
        tr = QCoreApplication.translate
        says = tr("Errors", "The program made a mistake; what was saved is safe.")
        if path is None:
            return says
        more = tr("Errors", "A report without any of your text is in {path}.").format(path=path)
        return f"{says} {more}"
