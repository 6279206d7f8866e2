"""What the tests of the window stand on: a small desk, a session on it and a window."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from db import (
    Agreement,
    Citation,
    Event,
    HistoricalDate,
    Lens,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Record,
    Ref,
    Source,
    Store,
    Tenure,
    make_desk,
    open_desk,
)
from desktop.app import show_window
from desktop.dialogs.ask import Ask
from desktop.dialogs.end_predecessor import EndPredecessor
from desktop.session.session import Session
from desktop.settings import Settings
from desktop.style.theme import Theme
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtBot]:
    """The robot, which holds fast to the widgets of a test until Qt has deleted them.

    It knows them only weakly. A widget that nobody holds is collected whenever Python sees fit, and
    that may be in the midst of its own showing: the program ends at once.
    """
    held: list[QWidget] = []
    add = qtbot.addWidget

    def hold_and_add(widget: QWidget, **how: Any) -> None:
        held.append(widget)
        add(widget, **how)

    monkeypatch.setattr(qtbot, "addWidget", hold_and_add)
    yield qtbot


@pytest.fixture(scope="module", autouse=True)
def earlier_objects_frozen() -> None:
    """Spare each test of a file the walk over what earlier files left alive.

    After each test of the screen the collector runs and all objects are looked through for
    threads: with a million of earlier tests that took longer than the test.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """A window to open a dialog over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


class Answers(Ask):
    """Gives the answers that a test put down beforehand."""

    def __init__(self) -> None:
        self.paths: list[Path | None] = []
        self.dialogs: list[QDialog] = []
        self.fill = lambda dialog: False
        self.leaves = "save"  # a new record; or "discard", or "stay"
        self.left: list[str] = []
        self.holders: list[str] = []  # asked about before a new holder was saved

    def run(self, dialog: QDialog) -> bool:
        self.dialogs.append(dialog)
        return self.fill(dialog)

    def leave_new(self, parent: QWidget, title: str) -> str:
        self.left.append(title)
        return self.leaves

    def end_predecessor(self, parent: QWidget, question: EndPredecessor) -> None:
        self.holders.append(question.name)  # both hold the office

    def open_path(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return self.paths.pop(0)

    def open_paths(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        return [path for path in self.paths if path is not None]

    def save_path(self, parent: QWidget, title: str, proposed: str, kinds: str) -> Path | None:
        return self.paths.pop(0)


def day(text: str) -> HistoricalDate:
    return HistoricalDate.parse(text)


def fill(store: Store) -> None:
    """Six people, three bodies, one agreement and three events."""
    lens = Lens()

    def saved(record: Record) -> Any:
        store.save(record, lens)
        return store.reader.get(record.id, lens)

    army = saved(
        Organization(
            title="Pakistan Army",
            kind="armed force",
            country="pk",
            offices=[Office(title="Chief of Army Staff")],
        )
    )
    state = saved(
        Organization(
            title="Department of State",
            kind="ministry",
            country="us",
            offices=[Office(title="Secretary of State")],
        )
    )
    fwo = saved(Organization(title="Frontier Works Organization", acronym="FWO", country="pk"))
    munir = saved(
        Person(
            title="Asim Munir",
            country="pk",
            marking=1,
            names=[Name(text="عاصم منیر", kind="native", language="ur")],
            tenures=[
                Tenure(office=OfficeRef(army.offices[0].id), since=day("2022"), end_state="ongoing")
            ],
            citations=[Citation(source=Source(title="A call"), passage="a rare meeting")],
            notes=[Note(text="zebra", marking=3)],
        )
    )
    rubio = saved(
        Person(
            title="Marco Rubio",
            country="us",
            tenures=[
                Tenure(
                    office=OfficeRef(state.offices[0].id),
                    since=day("2025-01-21"),
                    end_state="ongoing",
                )
            ],
        )
    )
    saved(Person(title="Munir Akram", country="pk"))
    saved(Person(title="Mélanie Joly", country="ca"))
    saved(Person(title="Ishaq Dar", country="pk", biography="He is often in Lahore."))
    saved(Person(title="Secret Agent", country="pk", marking=3))
    saved(
        Agreement(
            title="Memorandum on critical minerals",
            concluded=day("September 2025"),
            parties=[
                Party(
                    who=Ref(fwo.id),
                    actions=[PartyAction(action="signed", date=day("September 2025"))],
                )
            ],
        )
    )
    for title, kind, when, who in (
        ("Call on minerals", "call", "September 2025", rubio),
        ("Visit to Washington", "visit", "August 2025", munir),
        ("Armed conflict", "conflict", "May 2025", munir),
    ):
        saved(
            Event(
                title=title,
                kind=kind,
                start=day(when),
                country="us",
                participants=[Participant(who=Ref(who.id))],
            )
        )


@pytest.fixture(scope="session")
def filled_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk to copy, never to open."""
    path = tmp_path_factory.mktemp("desk") / "filled.desk"
    make_desk(path, "", "Lahore desk")
    with open_desk(path) as store:
        fill(store)
    return path


@pytest.fixture
def desk(filled_desk: Path, tmp_path: Path) -> Path:
    """A small desk of the test's own."""
    path = tmp_path / "own.desk"
    path.write_bytes(filled_desk.read_bytes())
    return path


@pytest.fixture
def session(desk: Path, qapp: QApplication) -> Iterator[Session]:
    made = Session(open_desk(desk))
    yield made
    made.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def start(qtbot: QtBot, answers: Answers) -> Iterator[Window]:
    """A window without a desk."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app)
    made = show_window(settings=Settings(), theme=theme, ask=answers)
    qtbot.addWidget(made)
    yield made
    made.close()
    theme.deleteLater()


@pytest.fixture
def window(start: Window, desk: Path, qtbot: QtBot) -> Window:
    """A window on the small desk."""
    assert actions_of(start).desks.open_path(desk)
    settled(qtbot, start)
    return start


def settled(qtbot: QtBot, window: Window) -> None:
    """Waits until all of the window is made and the background reader has answered everything."""

    def is_settled() -> bool:
        view, session = window.view, window.session
        return (view is None or view.is_whole) and (
            session is None or session.background_reader.is_idle()
        )

    qtbot.waitUntil(is_settled)


def titles(window: Window) -> list[str]:
    """The titles of the list in front."""
    model = window.view.tab.list.model
    return [model.line(row).title for row in range(model.rowCount())]


def title_edit(window: Window) -> QPlainTextEdit:
    """The field of the record's name in the open form."""
    widget: QWidget = window.view.tab.pane.form
    while widget.focusProxy() is not None:
        widget = widget.focusProxy()
    return widget
