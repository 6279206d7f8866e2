"""An officer's records are made by keys alone, in few actions: each key and each typed text is one.

The figures are those of the issue that asked for them; a record is looked at as it is on the desk.
"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from db import (
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Office,
    OfficeRef,
    Organization,
    Person,
    Store,
    Tenure,
    open_desk,
)
from desktop.dialogs.ask import Ask
from desktop.dialogs.end_predecessor import EndPredecessorBox
from desktop.widgets.clipboard import copy_to_clipboard
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import settled

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
STATES = ("Pakistan", "United States", "Türkiye", "Qatar", "China", "Iran")


class Officer:
    """Presses keys and types into whatever has the focus, and counts both."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self._qtbot, self._window = qtbot, window
        self.actions: list[str] = []

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key, with what is held."""
        self.actions.append(f"{key.name} {held.name}")
        self._qtbot.keyClick(self._focus(), key, held)
        self._settle()

    def tab(self, times: int = 1) -> None:
        """Tab, each press an action."""
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)

    def type(self, text: str) -> None:
        """The text of one field: one action, letter by letter, for the first may open a cell."""
        self.actions.append(text)
        for letter in text:
            if letter.isascii():
                self._qtbot.keyClicks(self._focus(), letter)
            else:  # QTest knows no key for it; a keyboard sends the letter alone
                event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focus(), event)
        self._settle()

    def paste(self, text: str) -> None:
        """What was copied elsewhere, by one key."""
        copy_to_clipboard(text)
        self.press(Qt.Key.Key_V, CTRL)

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        return focus if focus is not None else self._window

    def _settle(self) -> None:
        settled(self._qtbot, self._window)
        pane = self._window.view.tab.pane
        if pane.form is not None:
            form = pane.form
            self._qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))


class Answering(Ask):
    """Presses Enter in the one question, and counts it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.officer: Officer | None = None
        self.asked: list[str] = []

    def run(self, dialog: QDialog) -> bool:
        assert isinstance(dialog, EndPredecessorBox)
        self.asked.append(dialog.text())
        dialog.show()
        if self.officer is not None:
            self.officer.actions.append("Enter")
        self._qtbot.keyClick(dialog, Qt.Key.Key_Return)
        return True


@pytest.fixture
def window(start: Window, desk: Any, qtbot: QtBot) -> Window:
    """A window on a desk with six states, a ministry and who leads it."""
    with open_desk(desk) as store:
        fill(store)
    assert actions_of(start).desks.open_path(desk)
    start.resize(1280, 800)
    start.show()
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)
    settled(qtbot, start)
    return start


def fill(store: Store) -> None:
    for name in STATES:
        store.save(Organization(title=name, kind="state"), Lens())
    ministry = Organization(title="Foreign Office", offices=[Office(title="Minister")])
    store.save(ministry, Lens())
    minister = OfficeRef(ministry.offices[0].id)
    since = HistoricalDate.parse("2022")
    held = Tenure(office=minister, since=since, end_state="ongoing")
    store.save(Person(title="Omar Old", tenures=[held]), Lens())


@pytest.fixture
def officer(window: Window, qtbot: QtBot) -> Officer:
    window.ask = answering = Answering(qtbot)
    made = Officer(qtbot, window)
    answering.officer = made
    return made


def record(window: Window, kind: str, title: str) -> Any:
    """A record of the desk by its title."""
    session = window.session
    ids = session.reader.all_ids(kind, session.lens, "")
    (found,) = [each for each in session.reader.lines(ids, session.lens) if each.title == title]
    return session.reader.get(found.id, session.lens)


def changes(window: Window) -> int:
    return len(window.session.reader.changes(limit=500))


def test_a_new_minister_and_the_predecessors_end(window: Window, officer: Officer) -> None:
    before = changes(window)
    officer.press(Qt.Key.Key_N, CTRL)
    officer.type("Nadia New")
    officer.tab()
    officer.type("نادیہ")
    officer.press(Qt.Key.Key_PageDown, CTRL)  # offices and ranks
    officer.type("minister foreign")
    officer.tab()
    officer.type("28 November 2025")
    officer.press(Qt.Key.Key_PageDown, CTRL)  # ranks
    officer.type("Brigadier")
    officer.press(Qt.Key.Key_PageDown, CTRL)  # contacts
    officer.type("+92 51 1")
    officer.press(Qt.Key.Key_Return, CTRL)
    officer.type("nadia@example.org")
    officer.press(Qt.Key.Key_PageDown, CTRL)  # sources
    officer.type("Press release 12")
    officer.press(Qt.Key.Key_S, CTRL)
    made = record(window, "person", "Nadia New")
    assert [each.text for each in made.names] == ["نادیہ"]
    assert made.tenures[0].end_state == "ongoing"
    assert [rank.title for rank in made.ranks] == ["Brigadier"]
    contacts = [(each.kind, each.value) for each in made.contacts]
    assert contacts == [("phone", "+92 51 1"), ("email", "nadia@example.org")]
    assert [each.source.title for each in made.citations] == ["Press release 12"]
    old = record(window, "person", "Omar Old")
    assert (old.tenures[0].until.edtf, old.tenures[0].end_state) == ("2025-11-28", "ended")
    assert changes(window) == before + 1
    assert officer.actions[-1] == "Enter"  # the predecessor's end: one action
    assert len(officer.actions) <= 18


def test_a_convention_of_six_parties_is_pasted(window: Window, officer: Officer) -> None:
    lines = ["State\tSignature\tRatification, Accession(a)\tEntry into force"]
    lines += [f"{name}\t1 May 1994\t{1995 + at} a\t2001" for at, name in enumerate(STATES)]
    officer.press(Qt.Key.Key_3, CTRL)
    officer.press(Qt.Key.Key_N, CTRL)
    officer.type("Convention on seeds")
    officer.press(Qt.Key.Key_PageDown, CTRL)
    officer.paste("\n".join(lines))
    officer.press(Qt.Key.Key_S, CTRL)
    made = record(window, "agreement", "Convention on seeds")
    assert isinstance(made, Agreement)
    assert [party.who.title for party in made.parties if party.who] == list(STATES)
    days = [[act.date.edtf for act in party.actions if act.date] for party in made.parties]
    assert days == [["1994-05-01", str(1995 + at), "2001"] for at in range(6)]
    assert len(officer.actions) <= 12


def test_a_memorandum_with_signatures_signatories_and_an_amount(
    window: Window, officer: Officer
) -> None:
    officer.press(Qt.Key.Key_3, CTRL)
    officer.press(Qt.Key.Key_N, CTRL)
    officer.type("Memorandum on grain")
    officer.press(Qt.Key.Key_PageDown, CTRL)
    officer.type("Pakistan")
    officer.tab()
    officer.type("15 July 2025")
    officer.tab()
    officer.type("Ishaq Dar")
    officer.press(Qt.Key.Key_Return, CTRL)
    officer.type("United States")
    officer.tab()
    officer.type("15 July 2025")
    officer.tab()
    officer.type("Rubio")
    officer.press(Qt.Key.Key_PageDown, CTRL)
    officer.press(Qt.Key.Key_PageDown, CTRL)
    officer.type("about USD 500 million, announced")
    officer.press(Qt.Key.Key_S, CTRL)
    made = record(window, "agreement", "Memorandum on grain")
    assert isinstance(made, Agreement)
    acts = [(party.who.title, *party.actions) for party in made.parties if party.who]
    signed = [(name, act.action, act.date.edtf, act.signatory.title) for name, act in acts]
    assert signed == [
        ("Pakistan", "signed", "2025-07-15", "Ishaq Dar"),
        ("United States", "signed", "2025-07-15", "Marco Rubio"),
    ]
    amount = made.amounts[0]
    told = (amount.qualifier, amount.number, amount.currency, amount.stage)
    assert told == ("about", "500000000", "USD", "announced")
    assert len(officer.actions) <= 20


def test_a_visit_with_two_meetings(window: Window, officer: Officer) -> None:
    officer.press(Qt.Key.Key_4, CTRL)
    officer.press(Qt.Key.Key_N, CTRL)
    officer.type("Visit to Ankara")
    officer.tab(2)
    officer.type("visit")
    officer.tab()
    officer.type("6 April 2025")
    officer.press(Qt.Key.Key_PageDown, CTRL)
    officer.paste("Ishaq Dar\tguest\nMarco Rubio\thost")
    officer.press(Qt.Key.Key_M, CTRL | ALT)
    officer.type("Meeting with the minister")
    officer.press(Qt.Key.Key_M, CTRL | ALT)
    officer.type("Meeting with the president")
    officer.press(Qt.Key.Key_S, CTRL)
    visit = record(window, "event", "Visit to Ankara")
    assert isinstance(visit, Event) and visit.kind == "visit"
    for title in ("Meeting with the minister", "Meeting with the president"):
        meeting = record(window, "event", title)
        assert meeting.part_of.id == visit.id and meeting.kind == "meeting"
        assert meeting.start == visit.start
        assert [(each.who.title, each.role) for each in meeting.participants] == [
            ("Ishaq Dar", "guest"),
            ("Marco Rubio", "host"),
        ]
    assert len(officer.actions) <= 18
