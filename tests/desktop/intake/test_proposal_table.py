"""Proposals under headings: keys take, drop and go on; headings are never chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.intake.proposal_table import COLUMNS, MATCH, NAME, ProposalTable
from tests.desktop.intake.proposed import rows


@pytest.fixture
def table(qtbot: QtBot, owner: QWidget) -> ProposalTable:
    """People in lines 1 and 2, a body in 4, an agreement in 6, an event in 8."""
    found = ProposalTable(owner)
    found.proposals.show_rows(rows())
    return found


def test_each_kind_has_a_heading_that_cannot_be_chosen(table: ProposalTable) -> None:
    model = table.proposals
    headings = [at for at in range(model.rowCount()) if model.row_at(at) is None]
    assert headings == [0, 3, 5, 7]
    assert [model.index(at, NAME).data() for at in headings] == [
        "People", "Organizations", "Agreements", "Events",
    ]  # fmt: skip
    selectable = Qt.ItemFlag.ItemIsSelectable
    assert not model.flags(model.index(0, 0)) & selectable
    assert model.flags(model.index(1, 0)) & selectable
    assert table.columnSpan(0, 0) == len(COLUMNS) and table.columnSpan(1, 0) == 1


def test_a_row_shows_tick_words_match_and_how_sure(table: ProposalTable) -> None:
    model = table.proposals
    cells = [model.index(2, column).data() for column in range(model.columnCount())]
    assert cells == ["Marco Rubio", "United States", "new", "unsure"]
    ticks = [model.index(at, NAME).data(Qt.ItemDataRole.CheckStateRole) for at in (1, 2)]
    assert ticks == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]


@pytest.mark.parametrize(
    "keys, taken, line",
    [
        ([Qt.Key.Key_Return], [True, False], 2),
        ([Qt.Key.Key_Delete], [False, False], 2),
        ([Qt.Key.Key_Enter, Qt.Key.Key_Return], [True, True], 4),
        ([Qt.Key.Key_Space], [False, False], 1),
        ([Qt.Key.Key_Space, Qt.Key.Key_Space], [True, False], 1),
    ],
)
def test_a_key_decides_and_goes_on(
    table: ProposalTable, qtbot: QtBot, keys: list[Qt.Key], taken: list[bool], line: int
) -> None:
    table.choose_first()
    for key in keys:
        qtbot.keyClick(table, key)
    assert [row.is_taken for row in table.proposals.rows[:2]] == taken and table.line == line


def test_the_arrows_pass_headings_by(table: ProposalTable, qtbot: QtBot) -> None:
    table.choose_line(2)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.line == 4
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.line == 2


def test_ctrl_enter_is_left_to_the_dialog(table: ProposalTable, qtbot: QtBot) -> None:
    table.choose_line(2)
    qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not table.proposals.rows[1].is_taken


def test_a_click_on_the_tick_decides(table: ProposalTable, qtbot: QtBot) -> None:
    model = table.proposals
    with qtbot.waitSignal(model.decided):
        state = Qt.CheckState.Checked.value
        assert model.setData(model.index(2, NAME), state, Qt.ItemDataRole.CheckStateRole)
    assert model.rows[1].is_taken


def test_f2_and_m_ask_for_form_and_match(table: ProposalTable, qtbot: QtBot) -> None:
    table.choose_first()
    for key, signal in ((Qt.Key.Key_F2, table.edit_wanted), (Qt.Key.Key_M, table.match_wanted)):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(table, key)
    with qtbot.waitSignal(table.match_wanted):
        table.doubleClicked.emit(table.proposals.index(1, MATCH))
    with qtbot.waitSignal(table.edit_wanted):
        table.doubleClicked.emit(table.proposals.index(1, NAME))
    with qtbot.assertNotEmitted(table.edit_wanted):
        table.doubleClicked.emit(table.proposals.index(0, NAME))


def test_the_chosen_line_is_pointed_at(table: ProposalTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.pointed) as pointed:
        table.choose_line(4)
    assert pointed.args == [4]


def test_nothing_read_shows_nothing(table: ProposalTable) -> None:
    table.proposals.show_rows([])
    assert table.proposals.rowCount() == 0 and table.proposals.rows == []
    assert table.proposals.rowCount(table.proposals.index(0, 0)) == 0
    assert table.proposals.rowCount(QModelIndex()) == 0
