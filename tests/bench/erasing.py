"""Erasing one record of a large desk, beside the limit that it has to keep; compaction apart."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from db import Lens, erase_record, open_desk
from desktop.commands.console.output import say
from tests.bench.big_desk import made_desk
from tests.bench.figure import Figure, percentile, seconds
from tests.bench.ground import Ground, kept_folder
from tests.bench.merging import TAILS

ERASURES = 5
ERASE_LIMIT = 2.0  # s


def erase(ground: Ground) -> Figure:
    """Erase people one after the other, without writing the file anew; then once write it anew."""
    desk = ground.room / "erase.desk"
    shutil.copyfile(made_desk(kept_folder(), ground.size), desk)
    lens = Lens()
    try:
        with open_desk(desk) as store:
            ids = store.reader.all_ids("person", lens, "name")[: ERASURES * 10 : 10]
            uids = [line.uid for line in store.reader.lines(ids, lens)]
            times = [
                seconds(partial(erase_record, store, uid, lens, is_compacted=False)) for uid in uids
            ]
            say(f"written anew in {seconds(store.compact):.2f} s")
    finally:
        for path in (Path(f"{desk}{tail}") for tail in TAILS):
            path.unlink(missing_ok=True)
    ours = sorted(times)[len(times) // 2]
    return Figure(ours, ERASE_LIMIT, ours / ERASE_LIMIT, "s", len(times), percentile(times, 95))
