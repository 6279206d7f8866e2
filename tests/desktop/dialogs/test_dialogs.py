"""Every dialog opens, has a name for each control, and says what was typed."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db import Person
from desktop.dialogs.ask_day import AskDay
from desktop.dialogs.history_dialog import HistoryDialog
from desktop.dialogs.keyboard import KeyboardDialog
from desktop.dialogs.new_desk import NewDeskDialog
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.session.session import Session
from desktop.window.action_menus import key_lines
from desktop.window.action_table import ACTIONS


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def can_accept(dialog: QWidget) -> bool:
    box = dialog.findChild(QDialogButtonBox)
    return box.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


@pytest.mark.parametrize(
    ("typed", "day"),
    [("6 April 2025", "2025-04-06"), ("2025", "2025-12-31"), ("nonsense", None), ("", None)],
)
def test_a_time_is_read_as_of_its_last_day(owner: QWidget, typed: str, day: str | None) -> None:
    dialog = AskDay(owner, day="2025-01-01", day_first=None)
    dialog.edit.set_value(typed)
    dialog.edit.edited.emit()
    assert dialog.day() == day
    assert can_accept(dialog) == (day is not None)


@pytest.mark.parametrize(
    ("first", "second", "encrypted", "ok"),
    [
        ("ab", "ab", False, True),
        ("ab", "ac", False, False),
        ("", "", False, False),
        ("", "", True, True),
    ],
)
def test_a_passphrase_is_typed_twice(
    owner: QWidget, first: str, second: str, encrypted: bool, ok: bool
) -> None:
    dialog = PassphraseDialog(owner, is_encrypted=encrypted)
    dialog.first.setText(first)
    dialog.second.setText(second)
    assert can_accept(dialog) == ok


def test_a_new_desk_needs_two_equal_passphrases(owner: QWidget) -> None:
    dialog = NewDeskDialog(owner)
    assert can_accept(dialog)
    dialog.first.setText("ab")
    assert not can_accept(dialog)
    assert all(line.accessibleName() for line in dialog.findChildren(QLineEdit))


def test_any_change_of_the_history_is_taken_back(owner: QWidget, session: Session) -> None:
    for name in ("Ann Ashe", "Bo Birk"):
        session.save(Person(title=name))
    dialog = HistoryDialog(session, owner)
    assert [change.label for change in dialog.changes()[:2]] == ["Add Bo Birk", "Add Ann Ashe"]
    dialog.table.selectRow(1)
    dialog.revert.click()
    assert dialog.changes()[0].label == "Undo: Add Ann Ashe"
    assert dialog.table.item(2, 1).text() == "Add Ann Ashe (undone)"
    dialog.table.selectRow(2)
    assert not dialog.revert.isEnabled()


def test_a_refused_change_says_why(owner: QWidget, session: Session) -> None:
    ann = Person(title="Ann Ashe")
    session.save(ann)
    for text in ("one", "two"):
        again = session.reader.get(ann.id, session.lens)
        again.biography = text
        session.save(again)
    dialog = HistoryDialog(session, owner, ann.id)
    assert len(dialog.changes()) == 3
    dialog.table.selectRow(1)
    dialog.revert.click()
    assert dialog._says.text()
    assert len(dialog.changes()) == 3


def test_every_key_is_listed(owner: QWidget) -> None:
    listed = {text for _, text in key_lines(ACTIONS)}
    named = {
        deed.text.partition("\t")[0].replace("&", "").rstrip("…") for deed in ACTIONS if deed.keys
    }
    assert named <= listed
    KeyboardDialog(owner, key_lines(ACTIONS))


WEAK = [("x", "x"), ("  ", "  "), ("a\tb", "a\tb")]
ALIKE = ("caf\u00e9 noir", "cafe\u0301 noir")


@pytest.mark.parametrize("typed", [*WEAK, ALIKE, ("one two", "one three")])
@pytest.mark.parametrize("name", ["new desk", "passphrase"])
def test_a_passphrase_that_cannot_be_set_is_told_before_it_is_tried(
    qtbot: QtBot, name: str, typed: tuple[str, str]
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = (
        NewDeskDialog(owner) if name == "new desk" else PassphraseDialog(owner, is_encrypted=False)
    )
    dialog.first.setText(typed[0])
    dialog.second.setText(typed[1])
    ok = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert ok.isEnabled() == (typed == ALIKE)
    assert bool(dialog._state.text()) == (typed != ALIKE)
