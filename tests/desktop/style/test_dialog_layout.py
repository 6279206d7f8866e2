"""Small dialogs stand alike: parts below each other, two buttons that end the dialog."""

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel
from pytestqt.qtbot import QtBot

from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog

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
