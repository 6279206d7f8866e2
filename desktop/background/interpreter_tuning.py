"""Tune Python's garbage collector and its thread switching while a window is open.

The program enters this once, around its event loop; nothing else in the product touches either.
The lock has all garbage collected once, since what a desk leaves holds its words and its key.
While a thread computes, the window gets its turn after 0.3 ms instead of 5; a full collection, 76
ms of work, never falls within a key (docs/decisions/0201-interpreter-tuning.md).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QAbstractEventDispatcher, QObject

SWITCH_SECONDS: Final = 0.000125  # that the window waits for its turn while a thread computes
MAX_NEW_OBJECTS: Final = 5_000  # before the youngest are collected: a millisecond's work
MAX_YOUNG_COLLECTIONS: Final = 100  # before the next older generation is collected too


@contextmanager
def interpreter_tuned_for_window() -> Iterator[None]:
    """Collect garbage on this thread alone, when its event loop has nothing else to do.

    A collection on another thread could delete a widget there, which ends the program, and would
    hold the window for as long as it takes. Everything is put back at the end.
    """
    was_collecting, interval = gc.isenabled(), sys.getswitchinterval()
    dispatcher = QAbstractEventDispatcher.instance()
    gc.disable()
    sys.setswitchinterval(SWITCH_SECONDS)
    connection = dispatcher.aboutToBlock.connect(collect_garbage)
    try:
        yield
    finally:
        QObject.disconnect(connection)
        sys.setswitchinterval(interval)
        if was_collecting:
            gc.enable()


def collect_garbage() -> None:
    """Collect the generation that is due, if one is."""
    young, middle, old = gc.get_count()
    if young > MAX_NEW_OBJECTS:
        is_older_due = middle > MAX_YOUNG_COLLECTIONS
        gc.collect(1 + (old > MAX_YOUNG_COLLECTIONS) if is_older_due else 0)


def collect_all_garbage() -> None:
    """Collect every generation, twice: deleting widgets lets go of what they alone held."""
    gc.collect()
    gc.collect()
