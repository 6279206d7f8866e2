"""A new desk gets a name, and a passphrase that was typed twice or none."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.unlocking.new_desk_dialog import NewDeskDialog
from tests.desktop.conftest import Answers
from tests.desktop.dialogs.conftest import can_accept, says

MISMATCH = "The two passphrases do not match yet."


def test_a_new_desk_may_have_no_passphrase(owner: QWidget) -> None:
    dialog = NewDeskDialog(owner, Answers())
    assert can_accept(dialog)
    assert dialog.passphrase() == ""


def test_a_new_desk_needs_two_equal_passphrases(owner: QWidget) -> None:
    dialog = NewDeskDialog(owner, Answers())
    dialog.first.setText("one two three")
    assert not can_accept(dialog)
    assert says(dialog, MISMATCH)
    dialog.second.setText("one two three")
    assert can_accept(dialog)
    assert not says(dialog, MISMATCH)
    assert dialog.passphrase() == "one two three"


def test_no_passphrase_can_be_read_over_a_shoulder(owner: QWidget) -> None:
    dialog = NewDeskDialog(owner, Answers())
    assert all(line.accessibleName() for line in dialog.findChildren(QLineEdit))
    for line in (dialog.first, dialog.second):
        assert line.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize("typed", ["x", "  ", "a\tb"])
def test_a_passphrase_that_cannot_be_set_is_told_before_it_is_tried(
    owner: QWidget, typed: str
) -> None:
    dialog = NewDeskDialog(owner, Answers())
    dialog.first.setText(typed)
    dialog.second.setText(typed)
    assert not can_accept(dialog)
    assert not says(dialog, MISMATCH)


def test_one_letter_of_two_characters_is_the_same_letter(owner: QWidget) -> None:
    dialog = NewDeskDialog(owner, Answers())
    dialog.first.setText("caf\u00e9 noir")
    dialog.second.setText("cafe\u0301 noir")
    assert can_accept(dialog)
