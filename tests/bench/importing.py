"""The figures of what comes in: people and agreements beside bare rows, and the look at a file."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path
from random import Random

from db import Lens, import_files, look_at_file, open_desk
from desktop.commands.console.output import say
from tests.bench.figure import Figure, against_floor, seconds, within_limit
from tests.bench.floors import insert_seconds, last_ids, rows_after
from tests.bench.ground import Ground

IMPORTED = 100_000  # people, or a tenth of a smaller desk
AGREEMENTS_SHARE = 5  # people to an agreement, whose ten parties are a row each on the desk
PARTIES = 10  # of each agreement
IMPORTS = 3
PREVIEWED_BYTES = 100_000_000
PREVIEW_LIMIT = 1_000.0  # ms
LOOKS = 5
SEED = 7


def people(ground: Ground) -> Figure:
    """A CSV of people on the desk, beside bare inserts of the rows and full text it comes to."""
    table = ground.room / "people.csv"
    write_people(table, min(IMPORTED, ground.size // 10))
    return _beside_bare_rows(ground, table, "people")


def agreements(ground: Ground) -> Figure:
    """The same of a CSV of agreements, each with ten parties."""
    table = ground.room / "agreements.csv"
    write_agreements(table, min(IMPORTED, ground.size // 10) // AGREEMENTS_SHARE)
    return _beside_bare_rows(ground, table, "agreements")


def _beside_bare_rows(ground: Ground, table: Path, kind: str) -> Figure:
    lens = Lens()
    ours, floor = [], []
    for _ in range(IMPORTS):
        with ground.copy() as path:
            last = last_ids(path)
            with open_desk(path) as store:
                ours.append(seconds(partial(import_files, store, [table], lens, kind=kind)))
            rows = rows_after(path, last)
        with ground.copy() as path:
            floor.append(insert_seconds(path, rows))
    return against_floor(ours, floor)


def preview(ground: Ground) -> Figure:
    """What the import window shows of a CSV of a hundred megabytes before it is imported."""
    table = ground.room / "large.csv"
    _write_large(table, PREVIEWED_BYTES)
    times = [seconds(partial(look_at_file, table)) for _ in range(LOOKS)]
    say(f"The file has {table.stat().st_size / 1e6:.0f} MB.")
    table.unlink()
    return within_limit(times, PREVIEW_LIMIT, 95)


def _write_large(path: Path, size: int) -> None:
    """Write a table of people again and again until it has so many bytes."""
    write_people(path, 1_000)
    head, _, rows = path.read_bytes().partition(b"\n")
    with path.open("wb") as file:
        file.write(head + b"\n")
        while file.tell() < size:
            file.write(rows)


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


PLACES = ("Geneva", "Ankara", "New York", "Nairobi", "Vienna", "Lahore", "Rabat", "Lima")
SUBJECTS = ("Transit", "Rail", "Fisheries", "Visas", "Customs", "Extradition", "Science", "Air")
SIGNATORIES = (
    "pk", "us", "fr", "tr", "ke", "eg", "ru", "mx", "in", "gh", "de", "it", "es", "pt", "br", "se",
    "no", "pl", "at", "ch", "jp", "cn", "id", "ma",
)  # fmt: skip


def write_agreements(path: Path, count: int) -> None:
    """A table of agreements with the columns that such tables have, ten parties in a cell."""
    random = Random(SEED)
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(("id", "title", "signed", "place", "parties"))
        for number in range(count):
            subject, place = random.choice(SUBJECTS), random.choice(PLACES)
            day = f"{random.randint(1950, 2024)}-{random.randint(1, 12):02}-17"
            parties = "; ".join(random.sample(SIGNATORIES, PARTIES))
            title = f"Agreement on {subject} No. {number} of {place}"
            sheet.writerow((f"A{number}", title, day, place, parties))
