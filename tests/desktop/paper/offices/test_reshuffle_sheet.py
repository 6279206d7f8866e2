"""The reshuffle sheet tells each kind of change under its heading, and whom we lost by it."""

from __future__ import annotations

from db import BoardScope, board_changes
from desktop.paper.content.blocks import Sheet
from desktop.paper.offices.reshuffle_sheet import (
    lost_people,
    reshuffle_blocks,
    reshuffle_subtitle,
)
from tests.cabinet_desk import AFTER, BEFORE, Cabinet
from tests.desktop.paper.words import headings, words


def sheet(cabinet: Cabinet, first: str = BEFORE, second: str = AFTER) -> Sheet:
    reader = cabinet.store.reader
    board = reader.board(BoardScope("x", country="pk"), cabinet.lens)
    changes = board_changes(board, first, second)
    contacts = reader.our_contacts(lost_people(changes), cabinet.lens)
    return Sheet("x", reshuffle_blocks(changes, contacts),
                 reshuffle_subtitle(changes, first, second))  # fmt: skip


def test_each_change_stands_under_its_kind(cabinet: Cabinet) -> None:
    made = sheet(cabinet)
    assert headings(made) == [
        "Moved to another office",
        "Came",
        "Confirmed in office after acting",
        "Left",
        "Fell vacant",
        "Offices created",
        "Offices abolished",
        "Bodies created",
        "Contacts of ours that are lost",
    ]
    moved = (
        "Boris | Prime Minister, Government of Ruritania | "
        "Minister of Foreign Affairs, Foreign Ministry | 1 June 2025"
    )
    assert moved in words(made, "Moved to another office")
    assert made.subtitle == "Reshuffle · 31 May 2025 to 30 June 2025 · 11 changes"


def test_only_contacts_of_ours_are_lost(cabinet: Cabinet) -> None:
    assert words(sheet(cabinet), "Contacts of ours that are lost").splitlines()[2:] == [
        "Anna | Prime Minister, Government of Ruritania | last met on 2 March 2025",
        "Emil | Secretary of State, Foreign Ministry | 1 way to reach",
    ]


def test_two_days_without_a_change_say_so(cabinet: Cabinet) -> None:
    assert "Nothing that this desk knows of changed" in words(sheet(cabinet, AFTER, AFTER))
