"""The figures that need no screen: saving, importing, searching."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from db import (
    KINDS,
    BareMatch,
    Lens,
    Note,
    Person,
    Store,
    disk_times,
    import_files,
    insert_seconds,
    last_ids,
    open_desk,
    parse_query,
    rows_after,
)
from desktop.bench.figure import Figure, against_floor, percentile, seconds, within_limit
from desktop.bench.ground import Ground
from desktop.commands.output import say

SAVES = 1_000
SAVE_LIMIT = 5.0  # ms
SAVE_BYTES = 90_000  # what a save adds to the log, measured
DISK_EVERY = 5  # saves between two looks at the bare disk
IMPORTED = 100_000  # rows, or a tenth of a smaller desk
IMPORTS = 3
QUERIES = 200
SEED = 7


def save(ground: Ground) -> Figure:
    """A small edit of one record after another, each on disk with its history and full text."""
    lens, random = Lens(), Random(SEED)
    with ground.copy() as path, open_desk(path) as store:
        ids = store.reader.all_ids("person", lens, "name")
        times, disk = [], []
        for count in range(SAVES):
            record = store.reader.get(random.choice(ids), lens)
            _edit(record, count)
            times.append(seconds(partial(store.save, record, lens)))
            if count % DISK_EVERY == 0:
                disk += disk_times(ground.room, SAVE_BYTES, 1)
    say(
        f"The disk alone takes {1000 * percentile(disk, 50):.2f} ms to keep as much as a save"
        f" writes, {1000 * percentile(disk, 95):.2f} ms in the worst twentieth."
    )
    return within_limit(times, SAVE_LIMIT, 99)


def _edit(record: object, count: int) -> None:
    """What an officer does most: a word in the text, now and then a remark."""
    assert isinstance(record, Person)
    record.biography += f" Rang about the draft on day {count}."
    if count % 5 == 0:
        record.notes.append(Note(text=f"Asked for the annex on transit, {count}."))


def import_rows(ground: Ground) -> Figure:
    """A CSV of people on the desk, beside bare inserts of the rows and full text it comes to."""
    lens = Lens()
    count = min(IMPORTED, ground.size // 10)
    table = ground.room / "people.csv"
    write_people(table, count)
    ours, floor = [], []
    for _ in range(IMPORTS):
        with ground.copy() as path:
            last = last_ids(path)
            with open_desk(path) as store:
                ours.append(seconds(partial(import_files, store, [table], lens, kind="people")))
            rows = rows_after(path, last)
        with ground.copy() as path:
            floor.append(insert_seconds(path, rows))
    return against_floor(ours, floor)


GIVEN = ("Amara", "Bilal", "Çetin", "Daria", "Élodie", "Farid", "Ines", "José", "Kofi", "Лев")
COUNTRIES = ("pk", "us", "fr", "tr", "ke", "eg", "ru", "mx", "in", "gh")


def write_people(path: Path, count: int) -> None:
    """A table of people with the columns that such tables have."""
    random = Random(SEED)
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(("id", "name", "country", "date of birth", "gender"))
        for number in range(count):
            family = "".join(random.choice(("ba", "ko", "ri", "sen", "tu", "va")) for _ in range(4))
            given = random.choice(GIVEN)
            born = f"{random.randint(1940, 1995)}-{random.randint(1, 12):02}-11"
            gender = random.choice(("female", "male"))
            sheet.writerow(
                (f"B{number}", f"{given} {family.title()}", random.choice(COUNTRIES), born, gender)
            )


def keystroke(ground: Ground) -> Figure:
    """The first page of hits for everything that stands in the box while queries are typed."""
    lens = Lens()
    with ground.copy() as path, open_desk(path, read_only=True) as store:
        bare = BareMatch(path)
        ours, floor = [], []
        for kind, text in _typed(store, lens):
            query = parse_query(text)
            floor.append(bare.seconds(kind, text))
            ours.append(seconds(partial(store.reader.page, kind, query, lens)))
        bare.close()
    mine, least = (1000 * percentile(times, 95) for times in (ours, floor))
    p99 = 1000 * percentile(ours, 99)
    return Figure(mine, least, mine / least, "ms", len(ours), mine, p99)


def _typed(store: Store, lens: Lens) -> Iterator[tuple[str, str]]:
    """Every start of some titles: what is in the box after each key."""
    random = Random(SEED)
    for number in range(QUERIES):
        kind = KINDS[number % len(KINDS)]
        ids = store.reader.first_ids(kind, lens, "name", limit=50_000)
        line = store.reader.lines([random.choice(ids)], lens)[0]
        words = (line.native or line.title).split()
        text = " ".join(words[: random.randint(1, 2)])
        yield from ((kind, text[:end]) for end in range(1, len(text) + 1) if text[end - 1] != " ")
