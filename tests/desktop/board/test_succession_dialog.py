"""The dialog says whose tenure ends before anything is saved, and what cannot be."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from db import OfficeRef, Ref
from desktop.board.succession_dialog import SuccessionDialog
from tests.desktop.board.conftest import OpenCabinet


def dialog(opened: OpenCabinet, qtbot: QtBot, office: OfficeRef | None) -> SuccessionDialog:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = SuccessionDialog(opened.session, owner, office, "2026-01-01")
    made.keeper = owner  # type: ignore[attr-defined]
    return made


def save_enabled(made: SuccessionDialog) -> bool:
    return made.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()


def choose(made: SuccessionDialog, opened: OpenCabinet, name: str) -> None:
    made.person_line.set_content(Ref(opened.cabinet.people[name].id, name, "person"))
    made.person_line.edited.emit()


def test_it_says_whose_tenure_ends(opened: OpenCabinet, qtbot: QtBot) -> None:
    made = dialog(opened, qtbot, opened.cabinet.office("Prime Minister"))
    assert made.end_box.text() == "E&nd the tenure of Boris"
    assert not save_enabled(made)
    choose(made, opened, "Emil")
    assert save_enabled(made)
    plan = made.plan()
    assert plan is not None and [each.person.title for each in plan.outgoing] == ["Boris"]
    made.end_box.setChecked(False)
    plan = made.plan()
    assert plan is not None and plan.outgoing == ()
    made.acting_box.setChecked(True)
    assert made.end_box.isHidden()  # one who acts leaves the holder in office


def test_what_cannot_be_is_said_and_not_saved(opened: OpenCabinet, qtbot: QtBot) -> None:
    made = dialog(opened, qtbot, opened.cabinet.office("Prime Minister"))
    choose(made, opened, "Boris")
    assert "already holds this office" in made.state.text()
    assert not save_enabled(made)


def test_without_an_office_nothing_can_be_saved(opened: OpenCabinet, qtbot: QtBot) -> None:
    made = dialog(opened, qtbot, None)
    choose(made, opened, "Emil")
    assert made.plan() is None and not save_enabled(made)
