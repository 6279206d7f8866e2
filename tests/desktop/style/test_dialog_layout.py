"""Small dialogs stand alike: parts below each other, two buttons that end the dialog."""

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel
from pytestqt.qtbot import QtBot

from desktop.style.dialog_layout import (
    accept_and_cancel,
    fit_to_contents,
    stack_in_dialog,
    widen,
)
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel

BUTTONS = QDialogButtonBox.StandardButton


@pytest.mark.parametrize("accept", [BUTTONS.Ok, BUTTONS.Save])
def test_each_button_ends_the_dialog_its_way(
    qtbot: QtBot, accept: QDialogButtonBox.StandardButton
) -> None:
    for pressed, result in (
        (accept, QDialog.DialogCode.Accepted),
        (BUTTONS.Cancel, QDialog.DialogCode.Rejected),
    ):
        dialog = QDialog()
        qtbot.addWidget(dialog)
        buttons = accept_and_cancel(dialog, accept)
        ended = []
        dialog.finished.connect(ended.append)
        dialog.open()
        buttons.button(pressed).click()
        assert ended == [result]


def test_parts_stand_below_each_other_in_their_order(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    above, form, below = QLabel("Above"), QFormLayout(), QLabel("Below")
    column = stack_in_dialog(dialog, above, form, below)
    found = [
        column.itemAt(at).layout() or column.itemAt(at).widget() for at in range(column.count())
    ]
    assert found == [above, form, below]


SENTENCE = "The desk is encrypted with this passphrase, and without it nobody opens it again. "


@pytest.mark.parametrize("sentences", [1, 4, 7])
def test_a_dialog_opens_as_high_as_its_words_are(qtbot: QtBot, sentences: int) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    labels = [PlainLabel(dialog, SENTENCE * sentences, wraps=True) for _ in range(3)]
    stack_in_dialog(dialog, *labels, accept_and_cancel(dialog))
    widen(dialog, 60)
    fit_to_contents(dialog)
    dialog.show()
    assert dialog.width() >= space(60)
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())


def test_a_size_that_a_dialog_has_chosen_only_grows(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    stack_in_dialog(dialog, PlainLabel(dialog, SENTENCE, wraps=True))
    dialog.resize(500, 400)
    fit_to_contents(dialog)
    assert dialog.size().toTuple() == (500, 400)
    dialog.resize(300, 10)
    fit_to_contents(dialog)
    assert dialog.width() == 300 and dialog.height() > 40


def test_a_dialog_grows_wider_with_the_text_and_never_beyond_the_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    widen(dialog, 100_000)
    assert dialog.minimumWidth() < dialog.screen().availableSize().width()
