"""The board on paper has every office of a day under its body; who may have left is said so."""

from __future__ import annotations

from db import BoardScope, OfficeBoard
from desktop.paper.content.blocks import Sheet
from desktop.paper.offices.board_sheet import board_blocks, board_subtitle
from tests.cabinet_desk import AFTER, BEFORE, Cabinet
from tests.desktop.paper.words import words


def board(cabinet: Cabinet) -> OfficeBoard:
    return cabinet.store.reader.board(BoardScope("Ruritania", country="pk"), cabinet.lens)


def test_each_body_has_its_offices_with_their_holders(cabinet: Cabinet) -> None:
    told = words(Sheet("x", board_blocks(board(cabinet), AFTER))).splitlines()
    assert told == [
        "Government of Ruritania",
        "Office | Holder | Time",
        "Prime Minister | Boris | since 1 June 2025",
        "Deputy Prime Minister | Dora | since 1 January 2023",
        " | 1 of 2 seats without a holder | ",
        "Foreign Ministry",
        "part of Government of Ruritania",
        "Office | Holder | Time",
        "Minister of Foreign Affairs | Clara | since 1 June 2025",
        "Secretary of State | vacant, last held until 10 June 2025 | ",
        "Special Envoy | no holder on this desk | ",
        "Protocol Department",
        "part of Foreign Ministry",
        "Office | Holder | Time",
        "Chief of Protocol | Fritz | since 5 June 2025",
        "Usher | Greta — may have left: end not known | since 1 January 2020",
        "Trade Board",
        "part of Government of Ruritania",
        "Office | Holder | Time",
        "Chair | no holder on this desk | ",
    ]


def test_an_acting_holder_is_said_beside_the_vacancy(cabinet: Cabinet) -> None:
    told = words(Sheet("x", board_blocks(board(cabinet), BEFORE)))
    # the end of the stay lies behind us, and ahead of the day that is told of
    assert "Chief of Protocol | Fritz (acting) | since 1 January 2025" in told
    assert "2025-06-04" not in told and "4 June 2025" not in told


def test_the_subtitle_counts(cabinet: Cabinet) -> None:
    found = board_subtitle(board(cabinet), AFTER)
    said = "Office board · 8 offices · 3 without a holder · 1 not known whether held"
    assert found == said
