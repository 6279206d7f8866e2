"""From the window to the board and back: successions are saved as one change, papers asked for."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db import BoardScope, Lens, Ref
from desktop.board.board_controller import BoardController, print_request, scope_of
from desktop.board.board_dialog import BoardDialog
from desktop.board.succession_dialog import SuccessionDialog
from desktop.dialogs.ask import Ask
from tests.desktop.board.conftest import OpenCabinet


class Officer:
    """Answers the dialogs in place of an officer."""

    def __init__(self, opened: OpenCabinet, form: str = "") -> None:
        self.opened = opened
        self.form = form

    def run(self, dialog: QDialog) -> bool:
        if isinstance(dialog, SuccessionDialog):
            emil = self.opened.cabinet.people["Emil"]
            dialog.person_line.set_content(Ref(emil.id, "Emil", "person"))
        elif isinstance(dialog, BoardDialog) and self.form:
            scope = BoardScope("Ruritania", country="pk")
            dialog.print_wanted.emit(self.form, scope, "2025-06-01", "2025-05-01")
        return True


@pytest.fixture
def controller(opened: OpenCabinet, qtbot: QtBot) -> BoardController:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = BoardController(cast(Ask, Officer(opened, "reshuffle")), owner)
    made.show_session(opened.session)
    made.keeper = owner  # type: ignore[attr-defined]
    return made


def test_a_succession_is_one_undo(
    controller: BoardController, opened: OpenCabinet, qtbot: QtBot
) -> None:
    session, ministry = opened.session, opened.cabinet.bodies["Government of Ruritania"]
    with qtbot.waitSignal(controller.noticed) as noticed:
        controller.name_successor_of(ministry, "offices[0].title")
    text = "Emil succeeds Boris as Prime Minister, Government of Ruritania"
    assert noticed.args is not None and noticed.args[0].text == f"{text}."
    assert session.undo_label() == text
    found = session.reader.holders("prime minister", Lens("2026-01-01"))[0]
    assert [each.person.title for each in found.holders] == ["Emil"]
    session.undo()
    found = session.reader.holders("prime minister", Lens("2026-01-01"))[0]
    assert [each.person.title for each in found.holders] == ["Boris"]


def test_what_is_printed_is_asked_with_its_two_days(
    controller: BoardController, opened: OpenCabinet, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.print_wanted) as wanted:
        controller.show_board(opened.cabinet.bodies["Foreign Ministry"])
    assert wanted.args is not None
    request = wanted.args[0]
    assert (request.form, request.span) == ("reshuffle", "2025-05-01..2025-06-01")
    assert request.question is not None and opened.session.lens.as_of == "2025-06-01"


def test_a_board_of_bodies_is_asked_by_their_ids() -> None:
    assert print_request("board", BoardScope("Army", body=3), Lens()).ids == (3,)
    assert print_request("board", BoardScope("Two", bodies=(3, 4)), Lens()).ids == (3, 4)
    assert scope_of(None) is None
