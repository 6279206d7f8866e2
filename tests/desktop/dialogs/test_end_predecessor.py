"""Whether a predecessor's tenure ends is asked in a sentence; Enter ends it, Esc goes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from db import Event, HistoricalDate, Person, Tenure
from desktop.dialogs.ask import Ask
from desktop.dialogs.end_predecessor import END, KEEP, STAY, EndPredecessor, EndPredecessorBox
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled

Button = QMessageBox.StandardButton


class Pressing(Ask):
    """Presses a key or a button in the box."""

    def __init__(self, qtbot: QtBot, press: Qt.Key | Button) -> None:
        self.qtbot, self.press = qtbot, press
        self.said = ""

    def run(self, dialog: QDialog) -> bool:
        assert isinstance(dialog, EndPredecessorBox)
        self.said = dialog.text()
        dialog.show()
        if isinstance(self.press, Button):
            dialog.event_box.click()
            dialog.button(self.press).click()
        else:
            self.qtbot.keyClick(dialog, self.press)
        return True


@pytest.mark.parametrize(
    ("press", "answer", "adds"),
    [
        (Qt.Key.Key_Return, END, False),
        (Qt.Key.Key_Escape, STAY, False),
        (Button.No, KEEP, True),
        (Button.Yes, END, True),
    ],
)
def test_the_answer_is_what_was_pressed(
    qtbot: QtBot, owner: QWidget, press: Qt.Key | Button, answer: str, adds: bool
) -> None:
    ask = Pressing(qtbot, press)
    question = EndPredecessor("<b>Dar</b>", "Foreign Minister", "28 November 2026")
    ask.end_predecessor(owner, question)
    assert (question.answer, question.adds_event) == (answer, adds)
    assert ask.said == "<b>Dar</b> also holds this office. End that tenure on 28 November 2026?"


def test_what_is_not_certain_is_not_said_as_certain(owner: QWidget) -> None:
    box = EndPredecessorBox(EndPredecessor("Dar", "Minister", "2026", is_certain=False), owner)
    assert box.text().startswith("Dar may still hold this office.")


SINCE = HistoricalDate.parse("28 November 2025")


class Succeeding(Answers):
    """Answers the question with a word."""

    def __init__(self, answer: str) -> None:
        super().__init__()
        self.answer = answer
        self.asked: list[EndPredecessor] = []

    def end_predecessor(self, parent: QWidget, question: EndPredecessor) -> None:
        self.asked.append(question)
        question.answer, question.adds_event = self.answer, True


@pytest.mark.parametrize("answer", [END, KEEP, STAY])
def test_saving_asks_and_is_one_change(window: Window, qtbot: QtBot, answer: str) -> None:
    window.ask = asking = Succeeding(answer)
    session, pane = window.session, window.view.tab.pane
    (chief,) = session.reader.find_offices("chief of army staff", session.lens)
    pane.make(
        Person(title="Ann Lee", tenures=[Tenure(office=chief, since=SINCE, end_state="ongoing")])
    )
    qtbot.keyClicks(pane.form.page.edits["pronunciation"].widget, "x")
    before = session.undo_label()
    assert pane.save() == (answer != STAY)
    assert pane.is_editing == (answer == STAY)
    (question,) = asking.asked
    assert (question.name, question.day) == ("Asim Munir", "28 November 2025")
    holders = {
        each.person.title: each for each in session.reader.office_holders(chief.id, session.lens)
    }
    ended = holders["Asim Munir"].until
    assert (ended.edtf if ended else None) == ("2025-11-28" if answer == END else None)
    events = [
        session.reader.get(key, session.lens)
        for key in session.reader.all_ids("event", session.lens, "")
    ]
    told = [each for each in events if isinstance(each, Event) and each.kind == "appointment"]
    assert len(told) == (answer == END)
    if answer == STAY:
        assert session.undo_label() == before
        pane.discard_changes()
        return
    assert "Ann Lee" in holders
    if told:
        roles = {each.who.title: each.role for each in told[0].participants if each.who}
        assert roles == {"Ann Lee": "incoming", "Asim Munir": "outgoing"}
        assert told[0].title == "Ann Lee becomes Chief of Army Staff, Pakistan Army"
    session.undo()
    settled(qtbot, window)
    again = {
        each.person.title: each for each in session.reader.office_holders(chief.id, session.lens)
    }
    assert set(again) == {"Asim Munir"} and again["Asim Munir"].until is None


def test_closing_and_locking_ask_nothing(window: Window) -> None:
    window.ask = asking = Succeeding(END)
    pane = window.view.tab.pane
    pane.edit()
    assert pane.put_away()
    assert asking.asked == []
