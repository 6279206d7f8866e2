"""Typing into the search box: how soon the list is painted and how long the window is held.

`screen` runs it in a process of its own; the time is taken from the key's event to the end of the
painting of the list that answers it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop.window import Window

SEED = 7
TAKEN_FROM = 50_000  # titles
PAUSE = 0.06  # seconds from a painted list to the next key: quick fingers
PATIENCE = 20.0
WAIT = 0.0003  # seconds between two turns in which nothing came
LONGEST = 1_000  # turns that are told


class Clock:
    """Turns the window's loop and notes how long each turn took: no event can have taken longer."""

    def __init__(self) -> None:
        self.turns: list[tuple[float, float]] = []  # seconds by the wall, and of its own computing

    def turn(self, job: Callable[[], object] = QApplication.processEvents) -> None:
        """One turn, or something else that holds the window."""
        begun, own = time.perf_counter(), time.thread_time()
        job()
        self.turns.append((time.perf_counter() - begun, time.thread_time() - own))

    def turn_for(self, pause: float) -> None:
        """Turns for a while."""
        end = time.perf_counter() + pause
        while time.perf_counter() < end:
            self.turn()
            time.sleep(WAIT)


def type_queries(window: Window, count: int, paints: list[int]) -> dict[str, Any]:
    """Types so many queries letter by letter; `paints` grows with each painting of a list."""
    view = window.view
    assert view is not None
    box, model, clock = window.bar.search, view.tab.list.model, Clock()
    filled: list[bool] = []

    def answered() -> None:
        filled.append(True)
        paints.clear()

    model.filled.connect(answered)
    times: list[float] = []
    for text in _queries(window, count):
        box.clear()
        clock.turn_for(PAUSE)
        for char in text:
            filled.clear()
            begun = time.perf_counter()
            clock.turn(partial(_press, box, char))
            if char != " ":  # a space asks nothing else
                while not (filled and (paints or not model.rowCount())):
                    _look(clock, begun)
                times.append(time.perf_counter() - begun)
            clock.turn_for(PAUSE)
    walls, own = (sorted(each)[-LONGEST:] for each in zip(*clock.turns, strict=True))
    return {"seconds": times, "held": walls, "computed": own}


def _look(clock: Clock, begun: float) -> None:
    clock.turn()
    time.sleep(WAIT)  # as Qt's own loop waits: spinning would take the lane's turns away
    if time.perf_counter() - begun > PATIENCE:
        raise SystemExit("The list did not answer.")


def _press(box: Any, char: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
        QApplication.sendEvent(box, event)


def _queries(window: Window, count: int) -> Iterator[str]:
    """Words of names that are on the desk, every third with a slip in it."""
    session, random = window.session, Random(SEED)
    assert session is not None
    ids = session.reader.first_ids("person", session.lens, "name", limit=TAKEN_FROM)
    for number in range(count):
        line = session.reader.lines([random.choice(ids)], session.lens)[0]
        text = line.native if number % 5 == 0 and line.native else line.title
        words = text.split()[: random.randint(1, 2)]
        if number % 3 == 0:
            words[-1] = _misspelt(words[-1], random)
        yield " ".join(words)


def _misspelt(word: str, random: Random) -> str:
    """A word with two neighbouring letters in each other's place."""
    at = random.randrange(max(1, len(word) - 1))
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
