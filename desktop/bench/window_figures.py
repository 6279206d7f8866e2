"""The figures of the window, each measured in a process of its own without a screen."""

from __future__ import annotations

import json

from desktop.bench.figure import Figure, against_floor, within_limit
from desktop.bench.ground import Ground
from desktop.commands.output import say

STARTS = 9  # of each, by turns
JUMPS = 400
JUMP_LIMIT = 16.0  # ms
MEMORY_LIMIT = 250.0  # MB
QUERIES = 200
PAINT_LIMIT = 33.0  # ms
HELD_LIMIT = 8.0  # ms


def start(ground: Ground) -> Figure:
    """From the start of the process to the first list with rows on the screen, beside a window
    with four empty tables after importing the same libraries.
    """
    with ground.copy() as path:
        warm = ground.process("program", str(path))
        loaded = ground.room / "libraries.json"
        loaded.write_text(json.dumps(warm["libraries"]), encoding="utf-8")
        ground.process("bare", str(loaded))
        ours, floor = [], []
        for _ in range(STARTS):
            ours.append(ground.process("program", str(path))["seconds"])
            floor.append(ground.process("bare", str(loaded))["seconds"])
    return against_floor(ours, floor)


def jump(ground: Ground) -> Figure:
    """To random rows of the longest list until they are painted."""
    with ground.copy() as path:
        times = ground.process("jump", str(path), str(JUMPS))["seconds"]
    return within_limit(times, JUMP_LIMIT, 95)


def paint(ground: Ground) -> Figure:
    """From a key in the search box to the painted list, while names are typed letter by letter.

    Beside it is told how long the window was held at once: no longer than the longest turns of its
    loop, by the wall and by what it computed itself.
    """
    with ground.copy() as path:
        answer = ground.process("typing", str(path), str(QUERIES))
    for what, each in (("held", answer["held"]), ("computing itself", answer["computed"])):
        over = sum(1000 * turn > HELD_LIMIT for turn in each)
        say(
            f"The window was {what} for {1000 * each[-1]:.1f} ms at most, and more than"
            f" {HELD_LIMIT:.0f} ms in {over} turns for {len(answer['seconds'])} keys."
        )
    return within_limit(answer["seconds"], PAINT_LIMIT, 95)


def memory(ground: Ground) -> Figure:
    """The most memory a window takes that has scrolled, sorted and searched in all tabs."""
    with ground.copy() as path:
        peak = float(ground.process("memory", str(path))["megabytes"])
    return Figure(peak, MEMORY_LIMIT, peak / MEMORY_LIMIT, "MB", 1)
