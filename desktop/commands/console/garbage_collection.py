"""Collect garbage seldom while a command runs: records hold no rings, and there are many of them.

`run` asks it once around a command, the bench around its figures (docs/decisions/0202).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MAX_NEW_OBJECTS: Final = 100_000  # before the youngest are collected; Python's own is 700


@contextmanager
def garbage_collected_seldom() -> Iterator[None]:
    """Raise how many objects are made between two collections; put it back at the end."""
    before = gc.get_threshold()
    gc.set_threshold(MAX_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
