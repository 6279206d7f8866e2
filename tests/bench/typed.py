"""Typing into the search box: how soon the list is painted and how long the window is held.

`screen` runs it in a process of its own; the time is taken from the key's event to the end of the
painting of the list that answers it. Names as the desk has them are typed apart from names that it
has otherwise: those with a slip, and those in a script that no record of them is in.
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

from tests.bench.searching import SHORTEST, in_cyrillic, slipped

if TYPE_CHECKING:
    from desktop.window.main_window import Window

SEED = 7
TAKEN_FROM = 50_000  # titles
PAUSE = 0.06  # seconds from a painted list to the next key: quick fingers
REST = 0.3  # seconds after a query: long enough for the page of its best hit
PATIENCE = 20.0
WAIT = 0.0003  # seconds between two turns in which nothing came
OTHERWISE = 4  # names as the desk has them to one that is typed otherwise


class Clock:
    """Turns the window's loop and notes how long each turn took: no event can have taken longer."""

    def __init__(self) -> None:
        self.longest: list[tuple[float, float]] = []  # of each key, as `begin` says

    def begin(self) -> None:
        """From here to the next time it is one key.

        Of its turns the longest is kept: seconds by the wall, and of its own computing.
        """
        self.longest.append((0.0, 0.0))

    def turn(self, job: Callable[[], object] = QApplication.processEvents) -> None:
        """One turn, or something else that holds the window."""
        begun, own = time.perf_counter(), time.thread_time()
        job()
        wall, computed = self.longest[-1]
        wall = max(wall, time.perf_counter() - begun)
        self.longest[-1] = wall, max(computed, time.thread_time() - own)

    def turn_for(self, pause: float) -> None:
        """Turns for a while."""
        end = time.perf_counter() + pause
        while time.perf_counter() < end:
            self.turn()
            time.sleep(WAIT)


def type_queries(window: Window, count: int, paints: list[int]) -> dict[str, Any]:
    """Types so many queries letter by letter; `paints` grows with each painting of a list.

    Seconds for each key: to the painted list, of names as they are (`plain`) and `otherwise`; the
    longest turn by the wall (`held`) and of its own computing (`computed`), also for the clearing
    of the box before each query.
    """
    view = window.view
    assert view is not None
    box, model, clock = window.bar.search, view.tab.list.model, Clock()
    filled: list[bool] = []

    def answered() -> None:
        filled.append(True)
        paints.clear()

    model.filled.connect(answered)
    times: dict[bool, list[float]] = {False: [], True: []}
    for text, is_otherwise in _queries(window, count):
        clock.begin()
        clock.turn(box.clear)
        clock.turn_for(PAUSE)
        for char in text:
            filled.clear()
            clock.begin()
            begun = time.perf_counter()
            clock.turn(partial(_press, box, char))
            if char != " ":  # a space asks nothing else
                while not (filled and (paints or not model.rowCount())):
                    _look(clock, begun)
                times[is_otherwise].append(time.perf_counter() - begun)
            clock.turn_for(PAUSE)
        clock.turn_for(REST)
    held, computed = zip(*clock.longest, strict=True)
    return {
        "plain": times[False],
        "otherwise": times[True],
        "held": held,
        "computed": computed,
    }


def _look(clock: Clock, begun: float) -> None:
    clock.turn()
    time.sleep(
        WAIT
    )  # as Qt's own loop waits: spinning would take the background reader's turns away
    if time.perf_counter() - begun > PATIENCE:
        raise SystemExit("The list did not answer.")


def _press(box: Any, char: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
        QApplication.sendEvent(box, event)


def _queries(window: Window, count: int) -> Iterator[tuple[str, bool]]:
    """Words of names that are on the desk; whether they are written as no record has them."""
    session, random = window.session, Random(SEED)
    assert session is not None
    ids = session.reader.first_ids("person", session.lens, "name", limit=TAKEN_FROM)
    for number in range(count):
        line = session.reader.lines([random.choice(ids)], session.lens)[0]
        is_otherwise = number % (OTHERWISE + 1) == 1
        if is_otherwise:
            yield changed(_words(line.title, random), number // (OTHERWISE + 1), random), True
        else:
            text = line.native if number % OTHERWISE == 0 and line.native else line.title
            yield _words(text, random), False


def _words(text: str, random: Random) -> str:
    return " ".join(text.split()[: random.randint(1, 2)])


def changed(text: str, number: int, random: Random) -> str:
    """A name with a slip in its last word, or every other time in another script.

    >>> changed("Ama Thorn", 1, Random(1))
    'ама тхорн'
    >>> changed("Ama Thorn", 0, Random(1)) != "Ama Thorn"
    True
    """
    *before, last = text.split()
    if number % 2 or len(last) < SHORTEST:
        return in_cyrillic(text)
    return " ".join([*before, slipped(last, random)])
