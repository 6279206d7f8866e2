"""The dialog is drawn from the table; nothing is kept before it is accepted."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from db import HistoricalDate, Person
from desktop.dialogs.preferences_dialog import PreferencesDialog
from desktop.preferences.preference_table import BY_NAME, PREFERENCES
from desktop.preferences.preference_values import read_preference, write_preference
from desktop.session.session import Session
from desktop.settings import LOCK_AFTER, Settings


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    edit = dialog.edits[name]
    if isinstance(edit, QComboBox):
        edit.setCurrentIndex(edit.findData(value))
        assert edit.currentData() == value
    else:
        edit.setText(str(value))


@pytest.mark.parametrize("name", [each.name for each in PREFERENCES])
def test_what_is_chosen_is_kept(owner: QWidget, session: Session, name: str) -> None:
    each, settings = BY_NAME[name], Settings()
    value = next((word for word in reversed(each.words) if word != each.key.default), "Jane Doe")
    dialog = PreferencesDialog(settings, session, owner)
    before = read_preference(each, settings, session)
    choose(dialog, name, value)
    assert read_preference(each, settings, session) == before != value
    pending = dialog.keep()
    assert pending == ([(each, value)] if each.is_long else [])
    for later, chosen in pending:
        write_preference(later, chosen, settings, session)
    assert read_preference(each, Settings(), session) == value
    again = PreferencesDialog(settings, session, owner).edits[name]
    shown = again.text() if isinstance(again, QLineEdit) else again.currentData()
    assert shown == value


def test_the_open_desk_goes_by_it_at_once(owner: QWidget, session: Session) -> None:
    dialog = PreferencesDialog(Settings(), session, owner)
    seen: list[str] = []
    session.lens_changed.connect(lambda: seen.append(session.name))
    choose(dialog, "author", "Jane Doe")
    choose(dialog, "desk-name", "Pakistan desk")
    choose(dialog, "date-style", "month-first")
    dialog.keep()
    assert seen == ["Pakistan desk"]
    assert HistoricalDate.parse("2025-04-06").phrase() == "April 6, 2025"
    change = session.save(Person(title="Ann"))
    assert change is not None and change.author == "Jane Doe"


def test_without_a_desk_only_this_computer_s_are_asked(owner: QWidget) -> None:
    dialog = PreferencesDialog(Settings(), None, owner)
    assert set(dialog.edits) == {each.name for each in PREFERENCES if each.scope == "computer"}


def test_a_value_that_the_list_has_not_stays_as_it_is(owner: QWidget, session: Session) -> None:
    settings = Settings()
    settings.put(LOCK_AFTER, 7)
    PreferencesDialog(settings, session, owner).keep()
    assert settings.get(LOCK_AFTER) == 7
