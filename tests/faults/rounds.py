"""Rounds of a kill or a full disk at a random moment of a command, and what they left."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from db.storage import engine
from desktop.commands.console.desk_access import NEW_PASSPHRASE as VARIABLE
from tests.faults.child import Child, Prepare, limit_files
from tests.faults.judging import FINE, Known, judge, known_of, state_of, told_wrongly
from tests.faults.works import NEW_PASSPHRASE, WORKS, Work, make_folder

OWN_FOLDERS = ("HOME", *(f"XDG_{what}_HOME" for what in ("CONFIG", "DATA", "STATE", "CACHE")))
HOME = "home"  # in the folder, so that copies kept on the way are disturbed as well
MIN_LIMIT = 4096  # bytes that every file may have, so that a lock and a log can be begun
QUICK_KDF_ROUNDS = 2  # no round waits for a key


@dataclass
class Outcomes:
    """How often each command left the old desk or the new one, and everything that was wrong."""

    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, work: Work, how: str, what: str, where: str) -> None:
        """Count one round; what is wrong is told with where it was."""
        self.counts[work.name, how, what if what in FINE else "wrong"] += 1
        if what not in FINE:
            self.wrong.append(f"{work.name}, {how}, {where}: {what}")

    def lines(self) -> Iterator[str]:
        """Yield the counts in words, then what was wrong."""
        for name in dict.fromkeys(name for name, _, _ in self.counts):
            hows = dict.fromkeys(how for who, how, _ in self.counts if who == name)
            told = [
                f"{how}: " + ", ".join(f"{count} {state}" for state, count in self._of(name, how))
                for how in hows
            ]
            yield f"{name}: {'; '.join(told)}."
        yield f"{self.counts.total()} rounds, {len(self.wrong)} wrong."
        yield from self.wrong

    def _of(self, name: str, how: str) -> list[tuple[str, int]]:
        return [
            (what, n) for (who, way, what), n in self.counts.items() if (who, way) == (name, how)
        ]


@dataclass(frozen=True)
class Ground:
    """A folder as each work finds it, and the one in which it is disturbed."""

    whole: Path
    at: Path
    said: Path

    def lay(self) -> Path:
        """Lay everything anew, without what is kept beside the desk; returns the folder."""
        shutil.rmtree(self.at, ignore_errors=True)
        shutil.copytree(self.whole, self.at)
        (self.at / HOME).mkdir()
        return self.at

    def run_whole(self, work: Work, prepare: Prepare | None = None) -> tuple[Known, float]:
        """Run a work undisturbed; returns what it found and left, and the seconds it took."""
        at = self.lay()
        before = None if work.is_old else state_of(work.desk(at))
        arguments = work.arguments(at)
        begun = time.monotonic()
        child = Child(arguments, self.said, prepare, tells_modules=True)
        status = child.wait()
        took = time.monotonic() - begun
        child.load_modules()
        if status:
            raise RuntimeError(f"{work.name}, undisturbed, ended with {status}: {child.said()}")
        return known_of(work, at, before), took


@contextmanager
def ground(*sizes: int) -> Iterator[Ground]:
    """Make the ground of all works, with so many people and rows, away from the officer's own."""
    engine.KDF_ROUNDS = QUICK_KDF_ROUNDS
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        place = Ground(root / "ground", root / "round", root / "said")
        os.environ |= dict.fromkeys(OWN_FOLDERS, str(place.at / HOME))
        os.environ[VARIABLE] = NEW_PASSPHRASE
        place.whole.mkdir()
        make_folder(place.whole, *sizes)
        yield place


def run_rounds(count: int, first: int = 0, only: str = "") -> Outcomes:
    """Disturb each command `count` times."""
    outcomes = Outcomes()
    with ground() as place:
        for work in WORKS:
            if only in ("", work.name):
                _disturb(work, place, range(first, first + count), outcomes)
    return outcomes


def _disturb(work: Work, place: Ground, seeds: range, outcomes: Outcomes) -> None:
    known, took = place.run_whole(work)
    length = max(each.stat().st_size for each in place.at.iterdir())
    for seed in seeds:
        at = place.lay()
        is_full = bool(seed % 2)
        chance = random.Random(f"{work.name} {seed}")
        limit = chance.randrange(MIN_LIMIT, length) if is_full else 0
        child = Child(work.arguments(at), place.said, limit_files(limit) if is_full else None)
        if not is_full:
            time.sleep(chance.uniform(0, 1.1 * took))
            child.kill()
        status = child.wait()
        what = judge(work, at, known)
        if is_full:
            what = told_wrongly(work, what, status, child.said()) or what
        how = "full disk" if is_full else "killed"
        outcomes.add(work, how, what, f"seed {seed} (limit {limit})")
