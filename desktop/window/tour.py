"""A walk through the sample desk without an officer: it searches, edits, undoes and prints, and
leaves pictures and PDFs. The command `tour` asks for it; people look at what it leaves.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from db import PLURALS, Unavailable, load_sample, make_desk, open_desk, parse_query
from desktop.dialogs.ask import Ask
from desktop.settings import COPIES_DAYS, Settings
from desktop.style.theme import Theme
from desktop.window.actions.window_actions import actions_of

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.window.desk_view import DeskView
    from desktop.window.main_window import Window

WIDE, NARROW = (1280, 800), (1024, 640)
LOOKS = ("light", "dark")
SEARCHES = (  # picture, kind, and the query whose best hit is on show
    ("people", "person", "dar"),
    ("organizations", "organization", "frontier works"),
    ("agreements", "agreement", "memorandum fwo ussm"),
    ("timeline", "event", "meeting dar rubio"),
)
PRINTED = (("biography", *SEARCHES[0][1:]), ("agreement", *SEARCHES[2][1:]))
SEARCHED = "minerals"
TYPED = " the Younger"
MAX_WAIT_SECONDS = 20.0  # seconds for the background reader to answer
STILL_SECONDS = 0.15  # seconds without a question before a picture is taken
# Turns of the event loop in them at least: a busy machine makes few turns in that time.
MIN_STILL_TURNS = 12


@dataclass(slots=True)
class TourOutcome:
    """What the tour left: file names of pictures and PDFs, and its steps in words."""

    pictures: list[str] = field(default_factory=list)
    pdfs: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)


class FixedAsk(Ask):
    """Answers where a sheet is to lie, as the officer would in the dialog."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.next_name = ""

    def save_path(self, parent: QWidget, title: str, proposed: str, kinds: str) -> Path | None:
        return self._folder / self.next_name


def _only_news(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Serve as Qt's message handler: what the offscreen screen says about itself is no news."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def make_sample(folder: Path) -> Path:
    """Return a fresh sample desk in a folder."""
    path = folder / "sample.desk"
    make_desk(path, name="Pakistan – United States")
    with open_desk(path) as store:
        load_sample(store)
    return path


class Tour:
    """One walk over a desk; what it leaves goes to `folder`, its settings beside the desk."""

    def __init__(
        self,
        desk: Path,
        folder: Path,
        make_app: Callable[[], QApplication],
        show_window: Callable[..., Window],
    ) -> None:
        self.outcome = TourOutcome()
        self._folder = folder
        self._ask = FixedAsk(folder)
        self._error: BaseException | None = None
        sys.excepthook = self._note_error
        qInstallMessageHandler(_only_news)
        self._app = make_app()
        self._theme = Theme(self._app)
        self._theme.choose("light")
        settings = Settings(desk.with_suffix(".settings"))
        settings.put(COPIES_DAYS, 0)  # nothing of a tour stays behind
        self.window = show_window(settings=settings, theme=self._theme, ask=self._ask)
        self.window.failed.connect(lambda error: self._note_error(type(error), error, None))
        self._size(WIDE)
        self._picture("start-light")
        self.window.stack.recent_wanted.emit(str(desk))
        self.outcome.steps.append(f"opened {desk.name}")

    @property
    def view(self) -> DeskView:
        """The open desk."""
        assert self.window.view is not None
        return self.window.view

    @property
    def session(self) -> Session:
        """The session of the open desk."""
        return self.view.session

    def _note_error(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Serve as `sys.excepthook`: what a slot raised ends the tour at its next rest."""
        self._error = self._error or error

    def walk(self) -> None:
        """Walk through everything, in the order an officer would meet it."""
        self._tabs()
        self._search()
        self._edit()
        self._narrow()
        self._print()
        self._theme.choose("light")
        self.window.close()
        self.rest()

    def _tabs(self) -> None:
        for look in LOOKS:
            self._theme.choose(look)
            for name, kind, query in SEARCHES:
                self._show(kind, query)
                self._picture(f"{name}-{look}")
        self._theme.choose("light")

    def _show(self, kind: str, query: str) -> None:
        reader, lens = self.session.reader, self.session.lens
        self.view.go_to(reader.page(kind, parse_query(query), lens).ids[0])

    def _search(self) -> None:
        self._show("person", "dar")
        self.window.searching.focus_box()
        self._type(self.window.bar.search, SEARCHED)
        self.rest()
        self.window.searching.open_best()
        for look in LOOKS:
            self._theme.choose(look)
            self._picture(f"search-{look}")
        counts = ", ".join(
            f"{len(tab.list.model.ids)} {PLURALS[tab.kind]}" for tab in self.view.tabs
        )
        self.outcome.steps.append(f"searched “{SEARCHED}”: {counts}")
        self._theme.choose("light")
        self.window.bar.search.clear()
        self.rest()

    def _edit(self) -> None:
        name, kind, query = SEARCHES[0]
        self._show(kind, query)
        self.rest()
        title = self._title()
        self.window.menus.action("edit").trigger()
        self.rest()
        editor = self._editor(title)
        editor.setFocus()
        self._press(editor, Qt.Key.Key_End)
        self._type(editor, TYPED)
        for look in LOOKS:
            self._theme.choose(look)
            self._picture(f"{name}-form-{look}")
        self._theme.choose("light")
        self.window.menus.action("save").trigger()
        self.rest()
        self._expect(f"{title}{TYPED}", "edited")
        self._picture("saved-light")
        self.window.menus.action("undo").trigger()
        self.rest()
        self._expect(title, "undone")
        self.window.message.dismiss()
        for _, kind, query in SEARCHES[1:]:
            self._show(kind, query)
            self.window.menus.action("edit").trigger()
            self.rest()  # the tables of a form follow its fields
            self._picture(f"{kind}-form-light")
            self.window.menus.action("discard_changes").trigger()
            self.rest()

    def _title(self) -> str:
        reading = self.view.tab.pane.reading
        return reading.record.title if reading is not None else ""

    def _expect(self, title: str, what: str) -> None:
        if self._title() != title:
            raise RuntimeError(f"{what}: the page shows {self._title()!r}, not {title!r}")
        self.outcome.steps.append(f"{what}: the page shows “{title}”")

    def _editor(self, text: str) -> QWidget:
        """Return the field of the form that holds a text, of one line or of several."""
        lines = [(line, line.text()) for line in self.window.findChildren(QLineEdit)]
        texts = [(box, box.toPlainText()) for box in self.window.findChildren(QPlainTextEdit)]
        return next(box for box, holds in (*lines, *texts) if box.isVisible() and holds == text)

    def _narrow(self) -> None:
        self._size(NARROW)
        for name, kind, query in SEARCHES:
            self._show(kind, query)
            self._picture(f"{name}-narrow")
        self._size(WIDE)
        self._theme.resize(200)
        self._show(*SEARCHES[0][1:])
        self._picture("people-large")
        self._theme.resize(100)

    def _print(self) -> None:
        for name, kind, query in PRINTED:
            self._show(kind, query)
            self.rest()
            self._print_record(name)

    def _print_record(self, name: str) -> None:
        """Print the record on show through the preview."""
        self._ask.next_name = f"{name}.pdf"
        printing = actions_of(self.window).printing
        printing.print_records()
        self.rest(lambda: printing.preview is not None)
        preview = printing.preview
        assert preview is not None
        self.rest(lambda: preview.ready is not None)
        self._picture(f"preview-{name}", preview)
        preview.save_pdf()
        self.rest(lambda: (self._folder / self._ask.next_name).exists())
        preview.close()
        self.outcome.pdfs.append(self._ask.next_name)
        self.outcome.steps.append(f"printed “{self._title()}”")

    # patience, fingers and the camera

    def rest(self, until: Callable[[], bool] = lambda: True) -> None:
        """Let the window work until it has been still for a while."""
        started = quiet_since = time.monotonic()
        turns = 0
        while time.monotonic() - quiet_since < STILL_SECONDS or turns < MIN_STILL_TURNS:
            self._app.processEvents()
            turns += 1
            if self._error is not None:
                raise self._error
            session = self.window.session
            if (session is not None and not session.background_reader.is_idle()) or not until():
                quiet_since, turns = time.monotonic(), 0
            if time.monotonic() - started > MAX_WAIT_SECONDS:
                raise RuntimeError("the window has not come to rest")
            time.sleep(0.005)

    def _type(self, target: QWidget, text: str) -> None:
        for letter in text:
            self._press(target, Qt.Key.Key_unknown, letter)
            self._app.processEvents()

    def _press(self, target: QWidget, key: Qt.Key, letter: str = "") -> None:
        for moment in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(moment, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)

    def _size(self, size: tuple[int, int]) -> None:
        self.window.resize(*size)
        self.rest()

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        self.rest()
        file = f"{name}.png"
        if not (widget or self.window).grab().save(str(self._folder / file)):
            raise Unavailable(f"{file} cannot be written; free some space, or name another folder.")
        self.outcome.pictures.append(file)


def take_tour(
    desk: Path,
    folder: Path,
    make_app: Callable[[], QApplication],
    show_window: Callable[..., Window],
) -> tuple[TourOutcome, Window]:
    """Walk over a desk with the program's own application and window.

    The window is given back so that it lives until the end of the program.
    """
    tour = Tour(desk, folder, make_app, show_window)
    tour.walk()
    return tour.outcome, tour.window
