"""How seldom the interpreter looks for what nobody holds any more; the tabs ask it once, when made.

A look at everything takes some frames, and on whatever thread it happens it holds the window.
"""

from __future__ import annotations

import gc
from typing import Final

_THRESHOLDS: Final = (5_000, 100, 100)  # new objects; and how often before older ones are looked at


def tune_gc() -> None:
    """What is loaded by now stays to the end, so no collection need look at it again."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)
