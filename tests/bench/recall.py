"""What share of real names is found by another spelling of each: `python -m tests.bench.recall`.

No timing: the names are others' data beside the checkout, held out of what the search is built on.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from db import Lens, Reader, Store, import_files, make_desk, open_desk, parse_query

FIRST_PAGE = 10
SHOWN_MISSES = 25
LENS = Lens()
Asked = tuple[frozenset[str], str]  # the titles that are meant, what was typed
KIND_WORDS = {"person": "people", "organization": "organizations"}


class Share(NamedTuple):
    """How many of a hundred were found first, and among the first ten."""

    first: float
    ten: float


class HeldOut(NamedTuple):
    """One set: the names that lie on the desk, and what is asked for some of them."""

    kind: str
    names: tuple[str, ...]
    asked: tuple[Asked, ...]


def held_out(folder: Path) -> dict[str, HeldOut]:
    """Every set that can be made of others' data."""
    return {
        "pairs of people": _pairs(folder, "Person", "person"),
        "pairs of bodies": _pairs(folder, "Organization", "organization"),
        "ministers by two lists": _ministers(folder),
    }


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table, by their headings."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _pairs(folder: Path, schema: str, kind: str) -> HeldOut:
    """Names beside those of others and of none, asked for by the name that is said to be theirs."""
    names: dict[str, None] = {}
    asked: list[Asked] = []
    for row in rows_of(folder / "names" / "pairs.csv"):
        if row["schema"] != schema:
            continue
        names[row["name2"]] = None
        if row["is_match"] == "true":
            asked.append((frozenset({row["name2"]}), row["name1"]))
    return HeldOut(kind, tuple(names), tuple(asked))


def _ministers(folder: Path) -> HeldOut:
    """Foreign ministers as one list spells them, asked for as another does."""
    known = {
        row["person"]: row["name"]
        for row in rows_of(folder / "ministers" / "foreign_wikidata.csv")
        if row["person"] and row["name"]
    }
    asked = [
        (frozenset({known[row["person"]]}), row["name"])
        for row in rows_of(folder / "ministers" / "foreign_scraped.csv")
        if row["person"] in known and row["name"] != known[row["person"]]
    ]
    return HeldOut("person", tuple(dict.fromkeys(known.values())), tuple(asked))


def fill(store: Store, held: HeldOut, room: Path) -> dict[str, set[int]]:
    """Put the names on a desk; the ids of each."""
    table = room / "names.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "name"), *enumerate(held.names, 1)])
    import_files(store, [table], LENS, kind=KIND_WORDS[held.kind])
    found: dict[str, set[int]] = {}
    for key, value in _identifiers(store.reader, held.kind):
        found.setdefault(held.names[int(value) - 1], set()).add(key)
    return found


def _identifiers(reader: Reader, kind: str) -> Iterator[tuple[int, str]]:
    for key in reader.all_ids(kind, LENS, "name"):
        for each in reader.get(key, LENS).identifiers:
            yield key, each.value


def share_found(
    reader: Reader, held: HeldOut, ids: dict[str, set[int]], *, thorough: bool = True
) -> tuple[Share, Sequence[str]]:
    """How many are found, and what was typed in vain."""
    first = ten = 0
    missed: list[str] = []
    for meant, text in held.asked:
        wanted = set().union(*(ids.get(name, ()) for name in meant))
        page = reader.page(held.kind, parse_query(text), LENS, thorough=thorough)
        shown = list(page.ids[:FIRST_PAGE])
        first += bool(shown) and shown[0] in wanted
        if wanted.isdisjoint(shown):
            missed.append(f"{text} → {', '.join(sorted(meant))}")
        else:
            ten += 1
    count = max(len(held.asked), 1)
    return Share(first / count, ten / count), missed


def measure(held: HeldOut, room: Path, *, thorough: bool = True) -> tuple[Share, Sequence[str]]:
    """The same on a desk made for it."""
    path = room / "recall.desk"
    make_desk(path, name="Recall")
    with open_desk(path) as store:
        ids = fill(store, held, room)
        return share_found(store.reader, held, ids, thorough=thorough)


def main(arguments: Sequence[str]) -> int:
    """Print the share found of each set in a folder of others' data, and what was missed."""
    folder = Path(arguments[0])
    for name, held in held_out(folder).items():
        with tempfile.TemporaryDirectory() as room:
            share, missed = measure(held, Path(room))
        size = len(held.asked)
        print(f"{name}: first {share.first:.3f}, of ten {share.ten:.3f}, of {size} asked")
        for line in missed[:SHOWN_MISSES]:
            print(f"    {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
