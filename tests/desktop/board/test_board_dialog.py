"""The board moves with the day, compares two days, and asks for papers and successors."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import BoardScope
from desktop.board.board_dialog import BoardDialog
from tests.desktop.board.conftest import OpenCabinet


@pytest.fixture
def dialog(opened: OpenCabinet, qtbot: QtBot) -> BoardDialog:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = BoardDialog(opened.session, owner, BoardScope("Ruritania", country="pk"))
    made.keeper = owner  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: made.board is not None, timeout=5_000)
    return made


def holders(made: BoardDialog) -> dict[str, str]:
    rows = made.table.rows
    return {rows.text_of(row, 0).strip(): rows.text_of(row, 1) for row in rows.rows if row.is_first}


def test_it_begins_on_the_day_of_the_desk_and_moves(dialog: BoardDialog) -> None:
    assert dialog.slider.day == "2025-06-30"
    assert holders(dialog)["Prime Minister"] == "Boris"
    assert dialog.count.text() == "8 offices · 3 without a holder · 1 not known whether held"
    dialog.slider.stand_on("2025-05-31")
    assert holders(dialog)["Prime Minister"] == "Anna"
    assert "Chair" not in holders(dialog)
    office = dialog.table.chosen_office()
    assert dialog.table.chosen_row == 0 and office is None


def test_the_office_that_is_chosen_stays_chosen(dialog: BoardDialog, opened: OpenCabinet) -> None:
    usher = opened.cabinet.office("Usher")
    dialog.table.selectRow(dialog.table.rows.row_of(usher.id) or 0)
    dialog.slider.stand_on("2025-05-31")
    office = dialog.table.chosen_office()
    assert office is not None and office.id == usher.id


def test_a_day_that_is_kept_tells_what_differs(dialog: BoardDialog) -> None:
    assert dialog.differences.isHidden()
    dialog.slider.stand_on("2025-05-31")
    dialog.keep_button.click()
    dialog.slider.stand_on("2025-06-30")
    said = [dialog.differences.item(at).text() for at in range(dialog.differences.count())]
    assert "Left: Anna: Prime Minister, Government of Ruritania, on 31 May 2025" in said
    assert dialog.keep_button.text() == "End &comparison with 31 May 2025"
    dialog.keep_button.click()
    assert dialog.differences.isHidden()


def test_what_is_typed_is_found_or_refused(dialog: BoardDialog, qtbot: QtBot) -> None:
    dialog.scope_line.setText("protocol department")
    with qtbot.waitSignal(dialog.filled):
        qtbot.keyClick(dialog.scope_line, Qt.Key.Key_Return)
    assert dialog.scope_line.text() == "Protocol Department"
    assert list(holders(dialog)) == ["Protocol Department", "Chief of Protocol", "Usher"]
    dialog.scope_line.setText("xyzzy")
    with qtbot.waitSignal(dialog.filled):
        qtbot.keyClick(dialog.scope_line, Qt.Key.Key_Return)
    assert not dialog.message.isHidden()


def test_papers_are_asked_for_with_their_days(dialog: BoardDialog, qtbot: QtBot) -> None:
    actions = {each.text(): each for each in dialog.print_button.menu().actions()}
    assert not actions["The &reshuffle between the two days"].isEnabled()
    dialog.slider.stand_on("2025-05-31")
    dialog.keep_button.click()
    dialog.slider.stand_on("2025-06-30")
    with qtbot.waitSignal(dialog.print_wanted) as wanted:
        actions["The &reshuffle between the two days"].trigger()
    assert wanted.args is not None
    assert (wanted.args[0], *wanted.args[2:]) == ("reshuffle", "2025-06-30", "2025-05-31")
    with qtbot.waitSignal(dialog.print_wanted) as wanted:
        actions["The &board of this day"].trigger()
    assert wanted.args is not None and wanted.args[3] == ""


def test_the_successor_is_asked_for_the_day_that_is_stood_on(
    dialog: BoardDialog, opened: OpenCabinet, qtbot: QtBot
) -> None:
    office = opened.cabinet.office("Usher")
    dialog.table.selectRow(dialog.table.rows.row_of(office.id) or 0)
    dialog.slider.stand_on("2025-07-04")
    with qtbot.waitSignal(dialog.succession_wanted) as wanted:
        dialog.succeed_button.click()
    assert wanted.args is not None
    assert (wanted.args[0].id, wanted.args[1]) == (office.id, "2025-07-04")
    dialog.table.selectRow(0)
    assert not dialog.succeed_button.isEnabled()


def test_a_change_of_the_desk_is_followed(
    dialog: BoardDialog, opened: OpenCabinet, qtbot: QtBot
) -> None:
    boris = opened.session.reader.get(opened.cabinet.people["Boris"].id, opened.session.lens)
    boris.title = "Boris the Second"
    with qtbot.waitSignal(dialog.filled):
        opened.session.save(boris)
    assert holders(dialog)["Prime Minister"] == "Boris the Second"


def test_what_is_above_a_lowered_ceiling_goes(
    dialog: BoardDialog, opened: OpenCabinet, qtbot: QtBot
) -> None:
    boris = opened.session.reader.get(opened.cabinet.people["Boris"].id, opened.session.lens)
    boris.marking = 3
    opened.session.save(boris)
    with qtbot.waitSignal(dialog.filled):
        opened.session.limit(1)
    assert holders(dialog)["Prime Minister"] != "Boris"
