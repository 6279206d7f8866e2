"""A copy of an open desk, beside what `cp` takes of the same file; its verification apart.

Both are timed until they are on the disk, for a copy that is only in memory is none.
"""

from __future__ import annotations

import os
import shutil
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from db import open_desk
from db.copies import page_copy
from db.storage.files import disk
from desktop.commands.console.output import say
from tests.bench.big_desk import made_desk
from tests.bench.figure import Figure, percentile
from tests.bench.ground import Ground, kept_folder

COPIES = 3


def backup(ground: Ground) -> Figure:
    """Copy a desk while it is open, up to where it is verified."""
    desk, target = made_desk(kept_folder(), ground.size), ground.room / "copy.desk"
    floors, ours = [], []
    with open_desk(desk, read_only=True) as store, closing(store.new_connection()) as sql:
        for _ in range(COPIES):
            floors.append(_copy_plainly(desk, target))
            started = time.perf_counter()
            page_copy.copy_moment(sql, target, None)
            disk.sync(target)
            ours.append(time.perf_counter() - started)
            started = time.perf_counter()
            page_copy.need_whole(target, None)
            say(f"copied in {ours[-1]:.2f} s, verified in {time.perf_counter() - started:.2f} s")
            target.unlink()
    floor = median(floors)
    return Figure(median(ours), floor, median(ours) / floor, "s", len(ours), percentile(ours, 95))


def _copy_plainly(desk: Path, target: Path) -> float:
    """Copy the file as `cp` does, through the program's own memory."""
    started = time.perf_counter()
    with desk.open("rb") as source, target.open("wb") as out:
        shutil.copyfileobj(source, out, 1 << 20)
    disk.sync(target)
    spent = time.perf_counter() - started
    os.unlink(target)
    return spent
