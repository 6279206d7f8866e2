"""Made desks of any size, seeded, to measure on; `bench` and its tests ask for them.

What makes them is loaded only when one is made.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

SEED = 2025


def _silent(_done: int) -> None:
    """Nobody waits."""


def made_desk(
    folder: Path, size: int, *, seed: int = SEED, progress: Callable[[int], None] = _silent
) -> Path:
    """A plain desk of `size` made records, three in five of them people, kept in `folder`.

    The same size and seed give the same records. The file is shared by later runs: copy it before
    it is written to. `progress` is told how many records are made.
    """
    from tests.bench.big_desk import desk

    return desk.made_desk(folder, size, seed, progress)
