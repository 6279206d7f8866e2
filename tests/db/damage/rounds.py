"""Damaged desks by their seeds, and what came of asking them everything; tests run the rounds."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.db.damage.contents import CONTENTS
from tests.db.damage.pages import PAGES, Damage

DAMAGES: tuple[Damage, ...] = (*PAGES, *CONTENTS, *CONTENTS)


def damaged(desk: Path, into: Path, seed: int) -> Iterator[str]:
    """Copy a desk and damage the copy as a seed says; yields what was done."""
    chance = random.Random(seed)
    into.write_bytes(desk.read_bytes())
    damage = DAMAGES[seed % len(DAMAGES)]
    try:
        done = "nothing"
        with suppress(dbapi2.Error):  # an older desk lacks some tables; it is asked as it is
            done = damage(into, chance)
        yield f"{damage.__name__}: {done}"
    finally:
        for each in into.parent.glob(f"{into.name}*"):
            each.unlink()


@dataclass
class Outcomes:
    """How often each way of ending was met, and what should not have been."""

    desks: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        ended = ", ".join(f"{count} {how}" for how, count in sorted(self.counts.items()))
        return f"{self.desks} damaged desks: {ended}; wrong: {len(self.wrong)}"


Ask = Callable[[Path], Iterator[tuple[str, str, str]]]  # question, how it ended, what is wrong


def go_round(desk: Path, folder: Path, seeds: Iterable[int], ask: Ask) -> Outcomes:
    """Damage a desk by each seed and ask it all."""
    found = Outcomes()
    for seed in seeds:
        for done in damaged(desk, folder / "damaged.desk", seed):
            found.desks += 1
            for question, ended, wrong in ask(folder / "damaged.desk"):
                found.counts[ended] += 1
                if wrong:
                    found.wrong.append(f"seed {seed}, {done[:300]}: {question}: {wrong}")
    return found
