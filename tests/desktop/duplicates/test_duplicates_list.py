"""Pairs are listed with how likely they are, and one of them is in hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from db import KINDS, Pair
from desktop.duplicates import duplicates_list
from desktop.duplicates.duplicates_list import KindsBox, PairsTable


@pytest.fixture
def table(qtbot: QtBot) -> PairsTable:
    made = PairsTable()
    qtbot.addWidget(made)
    return made


def test_a_pair_says_both_names_how_likely_and_why(table: PairsTable, pair: Pair) -> None:
    table.show_pairs([pair], 0)
    assert table.item(0, 0).text() == "93\u00a0%"
    assert table.item(0, 1).text() == "Ada Ashe\nA. Ashe"
    assert "nearly the same spelling; against: two countries" in table.item(0, 1).toolTip()


def test_nothing_is_ever_wholly_sure(table: PairsTable, pair: Pair) -> None:
    table.show_pairs([replace(pair, score=1.0)], 0)
    assert table.item(0, 0).text() == "99\u00a0%"


@pytest.mark.parametrize(("at", "row"), [(0, 0), (1, 1), (9, 2), (-1, 0)])
def test_the_pair_in_hand_is_one_that_is_there_and_nobody_is_told(
    table: PairsTable, pair: Pair, qtbot: QtBot, at: int, row: int
) -> None:
    with qtbot.assertNotEmitted(table.chosen):
        table.show_pairs([pair] * 3, at)
    assert table.currentRow() == row
    with qtbot.waitSignal(table.chosen):
        table.selectRow((row + 1) % 3)


def test_only_so_many_are_on_show(
    table: PairsTable, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicates_list, "MAX_LISTED_PAIRS", 2)
    table.show_pairs([pair] * 3, 0)
    assert table.rowCount() == 2
    table.show_pairs([], 0)
    assert table.rowCount() == 0


@pytest.mark.parametrize(("kind", "kinds"), [("event", ("event",)), ("", KINDS), ("x", KINDS)])
def test_one_kind_or_all_are_compared(qtbot: QtBot, kind: str, kinds: tuple[str, ...]) -> None:
    box = KindsBox(kind)
    qtbot.addWidget(box)
    assert box.kinds() == kinds
