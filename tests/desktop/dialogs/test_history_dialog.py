"""Changes are listed newest first, and any of them is undone unless something hangs on it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import Person
from desktop.dialogs.history_dialog import HistoryDialog
from desktop.session.session import Session
from tests.desktop.dialogs.conftest import says


def save(session: Session, *names: str) -> list[Person]:
    made = [Person(title=name) for name in names]
    for person in made:
        session.save(person)
    return made


def edit(session: Session, person: Person, *texts: str) -> None:
    for text in texts:
        again = session.reader.get(person.id, session.lens)
        assert isinstance(again, Person)
        again.biography = text
        session.save(again)


def test_any_change_of_the_history_is_undone(
    owner: QWidget, session: Session, qtbot: QtBot
) -> None:
    save(session, "Ann Ashe", "Bo Birk")
    dialog = HistoryDialog(session, owner)
    assert [change.label for change in dialog.changes()[:2]] == ["Add Bo Birk", "Add Ann Ashe"]
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.reverted) as caught:
        dialog.revert.click()
    assert caught.args[0].label == "Undo: Add Ann Ashe"
    assert dialog.changes()[0].label == "Undo: Add Ann Ashe"
    assert dialog.table.item(2, 1).text() == "Add Ann Ashe (undone)"
    dialog.table.selectRow(2)
    assert not dialog.revert.isEnabled()


def test_a_refused_change_says_why_and_changes_nothing(owner: QWidget, session: Session) -> None:
    (ann,) = save(session, "Ann Ashe")
    edit(session, ann, "one", "two")
    dialog = HistoryDialog(session, owner, ann)
    assert len(dialog.changes()) == 3
    dialog.table.selectRow(1)
    dialog.revert.click()
    assert says(dialog, "Ann Ashe")
    assert len(dialog.changes()) == 3


def test_one_record_has_its_own_history(owner: QWidget, session: Session) -> None:
    ann, _ = save(session, "Ann Ashe", "Bo Birk")
    dialog = HistoryDialog(session, owner, ann)
    assert [change.label for change in dialog.changes()] == ["Add Ann Ashe"]
    assert not dialog.more.isEnabled()


def test_older_changes_come_a_page_at_a_time(
    owner: QWidget, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.dialogs.history_dialog.CHANGES_A_PAGE", 2)
    (ann,) = save(session, "Ann Ashe")
    edit(session, ann, "one", "two")
    dialog = HistoryDialog(session, owner, ann)
    assert len(dialog.changes()) == 2 and dialog.more.isEnabled()
    dialog.more.click()
    assert [change.label for change in dialog.changes()][-1] == "Add Ann Ashe"
    assert not dialog.more.isEnabled()


def test_what_lies_above_the_ceiling_is_not_listed(owner: QWidget, session: Session) -> None:
    session.save(Person(title="Codename", marking=3))
    session.limit(0)
    labels = [change.label for change in HistoryDialog(session, owner).changes()]
    assert not any("Codename" in label for label in labels)


def shown(dialog: HistoryDialog) -> list[tuple[str, ...]]:
    """The fields that the chosen change is shown to have changed, before and after."""
    table = dialog.parts
    return [
        tuple(table.item(row, column).text() for column in range(3))
        for row in range(table.rowCount())
    ]


def test_a_change_is_shown_field_by_field(owner: QWidget, session: Session) -> None:
    (ann,) = save(session, "Ann Ashe")
    edit(session, ann, "one", "two")
    dialog = HistoryDialog(session, owner, ann)
    assert shown(dialog) == [("Biography", "one", "two")]
    dialog.table.selectRow(2)
    assert ("Name", "", "Ann Ashe") in shown(dialog)
    assert not dialog.revert_field.isEnabled()


def test_one_field_is_undone_and_the_others_stay(owner: QWidget, session: Session) -> None:
    (ann,) = save(session, "Ann Ashe")
    again = session.reader.get(ann.id, session.lens)
    again.biography, again.country = "one", "pk"
    session.save(again)
    dialog = HistoryDialog(session, owner, ann)
    row = [each[0] for each in shown(dialog)].index("Biography")
    assert not dialog.revert_field.isEnabled()
    dialog.parts.selectRow(row)
    dialog.revert_field.click()
    last = session.reader.get(ann.id, session.lens)
    assert (last.biography, last.country) == ("", "pk")
    assert dialog.changes()[0].label == "Undo: Biography of Ann Ashe"
    dialog.table.selectRow(1)
    dialog.parts.selectRow(row)
    dialog.revert_field.click()
    assert says(dialog, "It has been changed again since; undo that change first.")


def test_the_history_is_filtered(owner: QWidget, session: Session) -> None:
    session.set_author("Jane Doe")
    ann, _ = save(session, "Ann Ashe", "Bo Birk")
    session.set_author("John Roe")
    edit(session, ann, "one")
    dialog = HistoryDialog(session, owner)
    dialog.filter.author.setCurrentIndex(dialog.filter.author.findData("Jane Doe"))
    assert [change.label for change in dialog.changes()] == ["Add Bo Birk", "Add Ann Ashe"]
    dialog.filter.record_line.setText("ann ashe")
    dialog.filter.record_line.textEdited.emit("ann ashe")
    dialog.filter.record_line.take(0)
    assert [change.label for change in dialog.changes()] == ["Add Ann Ashe"]
    dialog.filter.last.set_value("1999")
    dialog.filter.last.edited.emit()
    assert dialog.changes() == [] and shown(dialog) == []
    assert not dialog.revert.isEnabled()


def test_authors_above_the_ceiling_are_not_named(owner: QWidget, session: Session) -> None:
    session.set_author("Jane Doe")
    session.save(Person(title="Codename", marking=3))
    session.limit(0)
    dialog = HistoryDialog(session, owner)
    assert dialog.filter.author.findData("Jane Doe") == -1
