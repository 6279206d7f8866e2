"""The figures of the window, each measured in a process of its own without a screen."""

from __future__ import annotations

import json

from desktop.commands.console.output import say
from tests.bench.figure import Figure, against_floor, within_limit
from tests.bench.ground import Ground

STARTS = 9  # of each, by turns
JUMPS = 400
JUMP_LIMIT = 16.0  # ms
COLUMN_JUMPS = 100  # in each tab
COLUMNS_LIMIT = 16.0  # ms
MEMORY_LIMIT = 250.0  # MB
QUERIES = 60  # typed at the pace of quick fingers, a second each however fast the answers are
PAINT_LIMIT = 33.0  # ms
OTHERWISE_LIMIT = 40.0  # ms
HELD_LIMIT = 8.0  # ms
_TURNS = {"held": "The window was held", "computed": "The window itself computed"}


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

    The figure is of names as the desk has them; beside it are told those that are misspelt or in
    another script, and for how many keys the window was held too long at once: by the longest turn
    of its loop from a key to the next, by the wall and by what the window computed itself.
    """
    with ground.copy() as path:
        answer = ground.process("typing", str(path), str(QUERIES))
    other = within_limit(answer["otherwise"], OTHERWISE_LIMIT, 95)
    say(
        f"Misspelt or in another script: {other.n} keys, 95 of 100 painted in {other.ours:.1f} ms"
        f" (limit {OTHERWISE_LIMIT:.0f}), 99 in {other.p99:.1f}."
    )
    for what in ("held", "computed"):
        turns = within_limit(answer[what], HELD_LIMIT, 99)
        over = sum(1000 * each > HELD_LIMIT for each in answer[what])
        most = 1000 * max(answer[what])
        say(
            f"{_TURNS[what]} more than {HELD_LIMIT:.0f} ms at once for {over} of {turns.n} keys;"
            f" 99 of 100 no longer than {turns.ours:.1f}, the longest {most:.1f}."
        )
    return within_limit(answer["plain"], PAINT_LIMIT, 95)


def columns(ground: Ground) -> Figure:
    """To random rows of each list until they are painted, with every column that can be shown;
    beside it is told how long that takes with those of a new desk.
    """
    with ground.copy() as path:
        times = ground.process("columns", str(path), str(COLUMN_JUMPS))
    usual = within_limit(times["usual"], JUMP_LIMIT, 95)
    every = within_limit(times["every"], COLUMNS_LIMIT, 95)
    say(
        f"With the usual columns {usual.ours:.1f} ms (limit {JUMP_LIMIT:.0f}); with all of them"
        f" {every.ours / usual.ours:.2f} times that."
    )
    return every


def memory(ground: Ground) -> Figure:
    """The most memory a window takes that has scrolled, sorted and searched in all tabs."""
    with ground.copy() as path:
        peak = float(ground.process("memory", str(path))["megabytes"])
    return Figure(peak, MEMORY_LIMIT, peak / MEMORY_LIMIT, "MB", 1)
