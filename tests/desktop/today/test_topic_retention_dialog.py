"""The days of topics are set in a list, one change each, and undone like all else."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.session.session import Session
from desktop.today.topic_retention_dialog import TopicRetentionDialog


def dialog_on(session: Session, owner: QWidget, qtbot: QtBot) -> TopicRetentionDialog:
    key = session.reader.all_ids("person", session.lens, "")[0]
    person = session.reader.get(key, session.lens)
    person.topics = ["army", "water"]
    session.save(person)
    dialog = TopicRetentionDialog(session, owner)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def write_day(qtbot: QtBot, dialog: TopicRetentionDialog, text: str) -> None:
    [line] = dialog.day.findChildren(QLineEdit)
    line.clear()
    line.textEdited.emit("")
    qtbot.keyClicks(line, text)


def days(session: Session) -> dict[str, str]:
    return {each.topic: each.keep_until for each in session.reader.topic_retentions(session.lens)}


def test_a_day_is_set_for_the_chosen_topic_and_undone(
    session: Session, owner: QWidget, qtbot: QtBot
) -> None:
    dialog = dialog_on(session, owner, qtbot)
    names = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    dialog.table.setCurrentCell(names.index("water"), 0)
    write_day(qtbot, dialog, "3 May 2030")
    assert dialog.set_button.isEnabled()
    dialog.set_button.click()
    assert days(session)["water"] == "2030-05-03"
    assert dialog.table.item(0, 1).text() == "3 May 2030", "Those with a day come first."
    assert "water" in dialog.state.text()
    session.undo()
    assert days(session)["water"] == ""


def test_what_is_no_single_day_cannot_be_set(
    session: Session, owner: QWidget, qtbot: QtBot
) -> None:
    dialog = dialog_on(session, owner, qtbot)
    write_day(qtbot, dialog, "2030")
    assert not dialog.set_button.isEnabled()
    write_day(qtbot, dialog, "")
    assert dialog.set_button.isEnabled(), "An empty day takes the one there was away."
