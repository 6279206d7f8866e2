"""The rows of a board stay where they are when only what they say is another on the next day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import BoardScope
from desktop.board.board_model import BoardModel, rows_on
from tests.cabinet_desk import AFTER, BEFORE
from tests.desktop.board.conftest import OpenCabinet


@pytest.fixture
def model(opened: OpenCabinet, qtbot: QtBot) -> BoardModel:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = BoardModel(owner)
    scope = BoardScope("Ruritania", country="pk")
    made.show_board(opened.session.reader.board(scope, opened.session.lens), AFTER)
    made.setParent(owner)
    made.owner = owner  # type: ignore[attr-defined]
    return made


def texts(model: BoardModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() or "" for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_bodies_offices_holders_and_vacancies_are_rows(model: BoardModel) -> None:
    told = [" | ".join(cell.strip() for cell in row) for row in texts(model)]
    assert told == [
        "Government of Ruritania |  | ",
        "Prime Minister | Boris | since 1 June 2025",
        "Deputy Prime Minister | Dora | since 1 January 2023",
        " | 1 of 2 seats without a holder | ",
        "Foreign Ministry |  | ",
        "Minister of Foreign Affairs | Clara | since 1 June 2025",
        "Secretary of State | vacant, last held until 10 June 2025 | ",
        "Special Envoy | no holder on this desk | ",
        "Protocol Department |  | ",
        "Chief of Protocol | Fritz | since 5 June 2025",
        "Usher | Greta | since 1 January 2020; may have left: end not known",
        "Trade Board |  | ",
        "Chair | no holder on this desk | ",
    ]


def test_who_may_have_left_looks_otherwise_than_who_serves(model: BoardModel) -> None:
    by_holder = {row[1]: at for at, row in enumerate(texts(model))}
    sure, unsure = (model.index(by_holder[name], 1) for name in ("Fritz", "Greta"))
    assert sure.data(Qt.ItemDataRole.FontRole) is None
    assert unsure.data(Qt.ItemDataRole.FontRole).italic()
    assert sure.data(Qt.ItemDataRole.DecorationRole) is None
    assert unsure.data(Qt.ItemDataRole.DecorationRole) is not None


def test_a_day_that_changes_names_alone_keeps_the_rows(model: BoardModel, qtbot: QtBot) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show_day("2025-07-01")
    assert resets == []  # nothing is another
    with qtbot.waitSignal(model.modelReset):
        model.show_day(BEFORE)  # other bodies, offices and seats
    assert model.day == BEFORE
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_day("2025-05-30")


def test_rows_lead_to_records_and_offices(model: BoardModel, opened: OpenCabinet) -> None:
    office = opened.cabinet.office("Secretary of State")
    row = model.row_of(office.id)
    assert row is not None
    found = model.office_at(row)
    assert found is not None and found.id == office.id
    led = model.record_at(row)
    assert led is not None and led.title == "Foreign Ministry"  # nobody holds it
    assert model.office_at(0) is None
    body = model.record_at(0)
    assert body is not None and body.title == "Government of Ruritania"
    assert model.record_at(99) is None and model.row_of(99_999) is None


def test_an_empty_board_has_no_rows(opened: OpenCabinet) -> None:
    board = opened.session.reader.board(BoardScope("France", country="fr"), opened.session.lens)
    assert rows_on(board, AFTER) == []
