"""A passphrase is typed twice; taking it away is told for what it is."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.unlocking.passphrase import PassphraseDialog
from tests.desktop.conftest import Answers
from tests.desktop.dialogs.conftest import can_accept, says


@pytest.mark.parametrize(
    ("first", "second", "is_encrypted", "ok"),
    [
        ("ab", "ab", False, True),
        ("ab", "ac", False, False),
        ("one two", "one three", True, False),
        ("", "", False, False),
        ("", "", True, True),
        ("caf\u00e9 noir", "cafe\u0301 noir", True, True),
        ("x", "x", True, False),
        ("  ", "  ", True, False),
        ("a\tb", "a\tb", True, False),
    ],
)
def test_a_passphrase_is_typed_twice_and_can_be_set(
    owner: QWidget, first: str, second: str, is_encrypted: bool, ok: bool
) -> None:
    dialog = PassphraseDialog(owner, Answers(), is_encrypted=is_encrypted)
    dialog.first.setText(first)
    dialog.second.setText(second)
    assert can_accept(dialog) == ok
    assert dialog.passphrase() == first


@pytest.mark.parametrize(
    ("is_encrypted", "told"),
    [
        (True, "Without a passphrase anyone who has the file can read the desk."),
        (False, "The desk has no passphrase now; type one to set it."),
    ],
)
def test_an_empty_one_says_what_it_means(owner: QWidget, is_encrypted: bool, told: str) -> None:
    assert says(PassphraseDialog(owner, Answers(), is_encrypted=is_encrypted), told)


def test_neither_line_shows_what_is_typed(owner: QWidget) -> None:
    dialog = PassphraseDialog(owner, Answers(), is_encrypted=True)
    for line in (dialog.first, dialog.second):
        assert line.echoMode() == QLineEdit.EchoMode.Password
        assert line.accessibleName()
