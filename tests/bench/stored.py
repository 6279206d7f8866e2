"""The figures of what is saved and listed, without a screen."""

from __future__ import annotations

import time
from functools import partial
from random import Random

from db import Lens, Note, Person, Store, open_desk
from desktop.commands.console.output import say
from tests.bench.figure import Figure, percentile, seconds, within_limit
from tests.bench.floors import BareDisk
from tests.bench.ground import Ground

SAVES = 1_000
SAVE_LIMIT = 5.0  # ms
SAVE_BYTES = 82_000  # what a save adds to the log, measured
REST_EVERY = 100  # saves between two idle moments
SORTS = 5  # in each direction
SORT_LIMIT = 1_500.0  # ms, of which the window waits for none
ROWS_A_PAGE = 32
PAGE_OF_ROWS_LIMIT = 16.0  # ms: a frame
BEGINNINGS = ("m", "ka", "moh", "zzz")  # letters typed in a list
SEED = 7


def save(ground: Ground) -> Figure:
    """A small edit of one record after another, each on disk with its history and full text.

    After every hundredth the desk has an idle moment, which is not counted: in the window there is
    one after each save.
    """
    lens, random = Lens(), Random(SEED)
    with ground.copy() as path, open_desk(path) as store, BareDisk(ground.room) as bare:
        ids = store.reader.all_ids("person", lens, "name")
        times, spent, disk = [], [], []
        for count in range(SAVES):
            if count % REST_EVERY == 0:
                rest(store)
            record = store.reader.get(random.choice(ids), lens)
            _edit(record, count)
            before = time.process_time()
            times.append(seconds(partial(store.save, record, lens)))
            spent.append(time.process_time() - before)
            disk.append(bare.seconds(SAVE_BYTES))
    for what, each in (("A save", times), ("its work alone", spent), ("the bare disk", disk)):
        at = [f"{1000 * percentile(each, share):.2f}" for share in (50, 95, 99)]
        say(f"{what}: {at[0]} ms, {at[1]} in the worst twentieth, {at[2]} in the worst hundredth")
    return within_limit(times, SAVE_LIMIT, 99)


def rest(store: Store) -> None:
    """What the window does when nobody types."""
    while store.tidy() or store.make_room():
        pass
    store.checkpoint()


def _edit(record: object, count: int) -> None:
    """What an officer does most: a word in the text, now and then a remark."""
    assert isinstance(record, Person)
    record.biography += f" Rang about the draft on day {count}."
    if count % 5 == 0:
        record.notes.append(Note(text=f"Asked for the annex on transit, {count}."))


def sort_list(ground: Ground) -> Figure:
    """The longest list put in the order of names by its stored key, up and down, with a page of
    rows at its beginning, in its middle and at its end; beside it is told what such a page takes
    alone, and a jump to the row that begins as letters that are typed.
    """
    lens = Lens()
    sorting: list[float] = []
    pages: list[float] = []
    jumps: list[float] = []
    with ground.copy() as path, open_desk(path, read_only=True) as store:
        reader = store.reader
        for down in (False, True) * SORTS:
            begun = time.perf_counter()
            ids = reader.all_ids("person", lens, "name", descending=down)
            middle, last = len(ids) // 2, len(ids) - ROWS_A_PAGE
            for at in (0, middle, last):
                pages.append(seconds(partial(reader.lines, ids[at : at + ROWS_A_PAGE], lens)))
            sorting.append(time.perf_counter() - begun)
            for text in BEGINNINGS:
                find = partial(reader.find_beginning, ids, text, "person", "name", descending=down)
                jumps.append(seconds(find))
    for what, each, limit in (
        ("A page of rows", pages, PAGE_OF_ROWS_LIMIT),
        ("A jump to what is typed", jumps, PAGE_OF_ROWS_LIMIT),
    ):
        figure = within_limit(each, limit, 95)
        say(f"{what}: {figure.ours:.2f} ms in 95 of 100 (limit {limit:.0f}), n {figure.n}")
    return within_limit(sorting, SORT_LIMIT, 95)
