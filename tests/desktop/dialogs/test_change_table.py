"""A change of several records names each of them, and says how many more there are."""

from PySide6.QtWidgets import QWidget

from db import Person
from desktop.dialogs.change_table import ChangeTable
from desktop.session.session import Session


def test_a_change_of_several_records_names_each(owner: QWidget, session: Session) -> None:
    made = [Person(title=name) for name in ("Ann", "Bo")]
    for each in made:
        session.save(each)
    table = ChangeTable(session, owner)
    table.show_change(session.remove([each.id for each in made]))
    rows = [tuple(table.item(row, at).text() for at in range(3)) for row in range(table.rowCount())]
    names = [row for row in rows if row[0].endswith(": Name")]
    assert [row[1:] for row in names] == [("Ann", ""), ("Bo", "")]
    assert "Ann" in names[0][0] and "Bo" in names[1][0]


def test_the_record_whose_history_is_read_stands_first(owner: QWidget, session: Session) -> None:
    made = [Person(title=name) for name in ("Ann", "Bo")]
    for each in made:
        session.save(each)
    table = ChangeTable(session, owner)
    table.show_change(session.remove([each.id for each in made]), made[1].id)
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert "Bo" in names[0] and "Ann" in names[-1]


def test_nothing_is_shown_of_no_change(owner: QWidget, session: Session) -> None:
    table = ChangeTable(session, owner)
    table.show_change(None)
    assert table.rowCount() == 0 and not table.can_undo_field
    assert table.undo_chosen_field() is None
