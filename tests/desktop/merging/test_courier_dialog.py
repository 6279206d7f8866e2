"""The courier dialog says what is missing, what would go, and offers the desks that are known."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import CourierDesk
from desktop.merging.courier_dialog import CourierDialog
from tests.desktop.conftest import Answers

SECRET = "correct horse"


@pytest.fixture
def dialog(qtbot: QtBot, owner: QWidget, answers: Answers) -> CourierDialog:
    found = CourierDialog([CourierDesk("Paris", 2), CourierDesk("Rome", 0)], 2, answers, owner)
    qtbot.addWidget(found)
    found.show()
    return found


def is_ready(dialog: CourierDialog) -> bool:
    return dialog.accept_button.isEnabled()


def test_what_is_missing_is_said_one_by_one(dialog: CourierDialog) -> None:
    said = []
    dialog.desk.setCurrentText("")
    for fill in (
        lambda: dialog.desk.setCurrentText("Bern"),
        lambda: dialog.file.setText("/tmp/to bern"),
        lambda: dialog.first.setText("x"),
        lambda: dialog.first.setText(SECRET),
        lambda: dialog.second.setText(SECRET),
    ):
        said.append(dialog.state.text())
        assert not is_ready(dialog)
        fill()
    assert [each.split()[0] for each in said] == ["Say", "Choose", "Type", "One", "The"]
    assert is_ready(dialog) and dialog.state.text() == ""
    choice = dialog.choice
    assert (choice.to, choice.path, choice.ceiling) == ("Bern", Path("/tmp/to bern.courier"), 2)
    assert SECRET not in repr(choice)


def test_a_desk_that_is_known_gets_what_is_new_and_the_last_again(dialog: CourierDialog) -> None:
    assert [dialog.desk.itemText(at) for at in range(2)] == ["Paris", "Rome"]
    assert "since the last exchange with “Paris”" in dialog.says.text()
    assert dialog.again.isEnabled()
    dialog.again.setChecked(True)
    assert dialog.choice.again
    dialog.desk.setCurrentText("rome")
    assert not dialog.again.isEnabled() and not dialog.choice.again
    dialog.desk.setCurrentText("Bern")
    assert "Nothing was exchanged with “Bern”" in dialog.says.text()


def test_nothing_above_the_reader_s_ceiling_is_on_offer(dialog: CourierDialog) -> None:
    offered = [dialog.ceiling.itemText(at) for at in range(dialog.ceiling.count())]
    assert offered == ["Open", "Restricted", "Confidential"]


def test_a_file_is_chosen_by_name(dialog: CourierDialog, answers: Answers, tmp_path: Path) -> None:
    answers.paths = [None, tmp_path / "x.courier"]
    dialog.choose_button.click()
    assert dialog.file.text() == ""
    dialog.choose_button.click()
    assert dialog.file.text() == str(tmp_path / "x.courier")
