"""What a pair rests on is said above it, and what speaks against it too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from db import Pair, Person
from desktop.duplicates.duplicates_pair import PairView, amount

Two = tuple[Person, Person]


@pytest.fixture
def view(qtbot: QtBot) -> PairView:
    made = PairView()
    qtbot.addWidget(made)
    return made


def test_for_and_against_are_told(view: PairView, pair: Pair, two: Two) -> None:
    view.show_pair(pair, two)
    assert view.why.text() == "Nearly the same spelling"
    assert view.against.text() == "Against: two countries"
    assert not view.table.isHidden()


def test_a_verdict_that_this_would_contradict_is_told(view: PairView, pair: Pair, two: Two) -> None:
    view.show_pair(replace(pair, warning="Said to be two."), two)
    assert view.against.text().splitlines() == ["Against: two countries", "Said to be two."]


def test_nothing_speaks_against_it(view: PairView, pair: Pair, two: Two) -> None:
    view.show_pair(replace(pair, against=""), two)
    assert view.against.isHidden()


def test_where_there_is_no_pair_a_sentence_stands_alone(view: PairView) -> None:
    view.show_pair(None, None)
    view.show_message("No possible duplicates found.")
    assert view.why.text() == "No possible duplicates found."
    assert view.table.isHidden() and view.against.isHidden()


def test_the_record_with_more_in_it_is_the_one_to_stay(two: Two) -> None:
    more, less = two
    assert amount(more) > amount(less)
