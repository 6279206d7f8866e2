"""Ways to go on lie below the box; one is taken by its place, and nothing is marked at first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.search.completer import SHOWN, Completer, Move

WAYS = [Move("country:", 8, "country:", "a state", "search"), Move("court ", 6, "court")]


@pytest.fixture
def completer(qtbot: QtBot) -> Completer:
    window = QWidget()
    box = QLineEdit(window)
    QVBoxLayout(window).addWidget(box)
    window.resize(400, 300)
    qtbot.addWidget(window)
    window.show()
    return Completer(box)


def test_nothing_is_marked_at_first(completer: Completer) -> None:
    completer.offer(WAYS, walks=True)
    assert completer.ways() == ["country:", "court"]
    assert completer.item(0).text() == "country:   a state"
    assert not completer.has_marked()
    assert completer.walks


def test_steps_end_at_the_first_and_the_last(completer: Completer) -> None:
    completer.offer(WAYS, walks=True)
    completer.step(5)
    assert completer.currentRow() == 1 and completer.has_marked()
    completer.step(-9)
    assert completer.currentRow() == -1 and not completer.has_marked()


@pytest.mark.parametrize(("steps", "taken"), [(0, 0), (1, 0), (2, 1)])
def test_what_is_marked_is_taken_else_the_first(
    completer: Completer, qtbot: QtBot, steps: int, taken: int
) -> None:
    completer.offer(WAYS, walks=True)
    completer.step(steps)
    with qtbot.waitSignal(completer.taken) as caught:
        assert completer.take_marked()
    assert caught.args == [WAYS[taken]]
    assert completer.ways() == []


@pytest.mark.parametrize("row", [-1, 2])
def test_there_is_no_such_line(completer: Completer, qtbot: QtBot, row: int) -> None:
    completer.offer(WAYS, walks=False)
    with qtbot.assertNotEmitted(completer.taken):
        assert not completer.take(row)


def test_no_ways_put_it_away(completer: Completer) -> None:
    completer.offer(WAYS, walks=True)
    completer.offer([], walks=True)
    assert completer.isHidden()
    assert not completer.take_marked()


def test_it_stays_within_the_window(completer: Completer) -> None:
    completer.offer([Move("x", 1, "a very long way to go on " * 9)] * (SHOWN + 5), walks=True)
    window = completer.parentWidget()
    assert window is not None
    assert window.rect().contains(completer.geometry())
