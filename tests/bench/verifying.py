"""What `verify` takes beside SQLite's own `PRAGMA integrity_check` of the same desk."""

from __future__ import annotations

import time
from contextlib import closing
from functools import partial

from db import Refused, open_desk
from desktop.commands.console.output import say
from tests.bench.big_desk import made_desk
from tests.bench.figure import Figure, against_floor, seconds
from tests.bench.ground import Ground, kept_folder

ROUNDS = 3


def verify(ground: Ground) -> Figure:
    """Look at everything in a whole desk, and at its pages alone, in turn."""
    desk = made_desk(kept_folder(), ground.size)
    ours, floor = [], []
    with open_desk(desk, read_only=True) as store, closing(store.new_connection()) as sql:
        spent = time.process_time()
        for _ in range(ROUNDS):
            floor.append(seconds(partial(sql.rows, "PRAGMA integrity_check")))
            ours.append(seconds(store.verify))
        spent = time.process_time() - spent
        if found := store.verify():
            raise Refused(f"The made desk is not whole: {found[0]}")
    say(f"All rounds took {spent:.2f} s of the processors.")
    return against_floor(ours, floor)
