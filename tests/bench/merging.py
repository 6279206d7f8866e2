"""Merging copies of a desk that went apart, and couriers, beside the limits of both."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from db import HistoricalDate, Lens, Note, Person, Store, merge_file, open_desk, write_courier
from desktop.commands.console.output import say
from tests.bench.big_desk import made_desk
from tests.bench.figure import Figure, percentile, seconds
from tests.bench.ground import Ground, kept_folder

RECORDS = 100_000  # of the desk, or what a smaller one has
CHANGED_SHARE = 100  # one record of so many is changed on each side
NEW_SHARE = 10  # one of so many of these is new
MERGES = 3
MERGE_LIMIT = 10.0  # s
COURIER_CHANGES, COURIER_LIMIT = 1_000, 1.0  # changes; s
TAILS = ("", "-wal", "-shm", ".lock")  # of the files that lie beside a desk


def merge(ground: Ground) -> Figure:
    """Merge a copy with one record in a hundred changed into another with as many."""
    size = min(RECORDS, ground.size)
    desk = made_desk(kept_folder(), size)
    paths = [ground.room / f"{name}.desk" for name in ("ours", "theirs", "merged")]
    try:
        for seed, path in enumerate(paths[:2]):
            shutil.copyfile(desk, path)
            _change(path, size // CHANGED_SHARE, Random(seed))
        times = [_merge_once(paths) for _ in range(MERGES)]
    finally:
        for path in (Path(f"{each}{tail}") for each in paths for tail in TAILS):
            path.unlink(missing_ok=True)
    ours = median(times)
    return Figure(ours, MERGE_LIMIT, ours / MERGE_LIMIT, "s", len(times), percentile(times, 95))


def _change(path: Path, count: int, random: Random) -> None:
    """Do to people what officers do: a word, a remark, a day of birth; some are new."""
    lens = Lens()
    with open_desk(path) as store:
        ids = store.reader.all_ids("person", lens, "name")
        for number in range(count):
            if number % NEW_SHARE == 0:
                store.save(Person(title=f"New Person {random.random():.9f}"), lens)
            else:
                _edit(store, random.choice(ids), random, lens)


def _edit(store: Store, key: int, random: Random, lens: Lens) -> None:
    person = store.reader.get(key, lens)
    assert isinstance(person, Person)
    person.born = HistoricalDate.parse(str(random.randint(1930, 1990)))
    person.biography += " Rang about the draft."
    person.notes.append(Note(text=f"Asked for the annex, {random.random():.9f}."))
    store.save(person, lens)


def _merge_once(paths: list[Path]) -> float:
    ours, theirs, merged = paths
    shutil.copyfile(ours, merged)
    with open_desk(merged) as store:
        spent = seconds(partial(merge_file, store, theirs, Lens()))
        say(f"merged into {sum(store.reader.counts(Lens()).values()):,} records in {spent:.2f} s")
    return spent


def courier(ground: Ground) -> Figure:
    """Write a thousand changes of a large desk, since the last exchange, into a courier."""
    desk, file = ground.room / "courier.desk", ground.room / "c.courier"
    shutil.copyfile(made_desk(kept_folder(), ground.size), desk)
    changes = min(COURIER_CHANGES, ground.size)
    times = []
    try:
        with open_desk(desk) as store:
            since = store.reader.last_change()
            ids = store.reader.all_ids("person", Lens(), "name")
            random = Random(1)
            for _ in range(changes):
                _edit(store, random.choice(ids), random, Lens())
            for number in range(MERGES):
                write = partial(write_courier, store, file, Lens(), "correct horse", since=since)
                times.append(seconds(partial(write, to=f"Desk {number}")))
                say(f"a courier of {changes:,} changes in {times[-1]:.2f} s")
    finally:
        for path in (file, *(Path(f"{desk}{tail}") for tail in TAILS)):
            path.unlink(missing_ok=True)
    ours = median(times)
    return Figure(ours, COURIER_LIMIT, ours / COURIER_LIMIT, "s", len(times), percentile(times, 95))
