"""The message line shows one sentence at a time and takes its action once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.message import KINDS, Message


@pytest.fixture
def message(qtbot: QtBot) -> Message:
    """A message line with nothing to say."""
    made = Message()
    qtbot.addWidget(made)
    return made


def button(message: Message, text: str) -> QPushButton:
    """The button of the line with this text or accessible name."""
    found = message.findChildren(QPushButton)
    return next(b for b in found if text in (b.text(), b.accessibleName()))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_said_and_named(message: Message, kind: str) -> None:
    assert message.isHidden()
    message.say(kind, "The disk is full.")
    assert not message.isHidden()
    assert message.text() == message.accessibleName() == "The disk is full."


def test_the_action_is_taken_and_the_line_goes(qtbot: QtBot, message: Message) -> None:
    message.say("undo", "“Dar” was deleted.", "Undo")
    with qtbot.waitSignals([message.acted, message.closed]):
        qtbot.mouseClick(button(message, "Undo"), Qt.MouseButton.LeftButton)
    assert message.isHidden()


def test_the_next_message_may_come_from_the_action(qtbot: QtBot, message: Message) -> None:
    message.say("undo", "“Dar” was deleted.", "Undo")
    message.acted.connect(lambda: message.say("done", "“Dar” is back."))
    qtbot.mouseClick(button(message, "Undo"), Qt.MouseButton.LeftButton)
    assert message.text() == "“Dar” is back." and not message.isHidden()


def test_the_line_stays_while_more_is_read(qtbot: QtBot, message: Message) -> None:
    message.say("warn", "Two rows were refused.", "Undo", "Report…")
    with qtbot.waitSignal(message.asked), qtbot.assertNotEmitted(message.acted):
        qtbot.mouseClick(button(message, "Report…"), Qt.MouseButton.LeftButton)
    assert not message.isHidden()
    message.say("info", "Saved.")
    assert all(each.text() != "Report…" for each in message.findChildren(QPushButton))


def test_without_an_action_there_is_no_button_for_it(message: Message) -> None:
    message.say("undo", "“Dar” was deleted.", "Undo")
    message.say("info", "Saved.")
    assert button(message, "").isHidden()


@pytest.mark.parametrize("by", ["key", "button"])
def test_it_can_be_closed(qtbot: QtBot, message: Message, by: str) -> None:
    message.say("info", "Saved.")
    with qtbot.waitSignal(message.closed), qtbot.assertNotEmitted(message.acted):
        if by == "key":
            qtbot.keyClick(message, Qt.Key.Key_Escape)
        else:
            close = button(message, "Close the message")
            qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
