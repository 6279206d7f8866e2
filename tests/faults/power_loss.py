"""The power fails at any moment of a command: what was not synced is lost, or comes in any order.

Each call is written down as the command runs. A loss is played by laying the folder as it was and
doing anew what had been done up to some call, save what no sync had made sure of: of these writes
any may be missing, whole or from some sector on. Names (new files, renamed, removed ones) come in
their order, as a file system with a journal keeps them, and those since the last sync may be lost.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.child import Child
from tests.faults.disk import Step, steps_in, writing_down
from tests.faults.judging import judge
from tests.faults.rounds import Ground, Outcomes, ground
from tests.faults.works import FEW_PEOPLE, FEW_ROWS, WORKS, Work

SECTOR_BYTES = 512
LOST, TORN = 0.5, 0.3  # chances of a write that no sync made sure of
NAMES = frozenset("CRLU")  # steps that change names
UNSYNCED_TAILS = ("-shm", ".lock")  # made anew, and told by the system who holds them
FileKey = tuple[int, int]  # its number, and how many files have had that number before


@dataclass
class Disk:
    """Files by their number and names that lead to them, as they would be found."""

    names: dict[str, FileKey] = field(default_factory=dict)
    contents: dict[FileKey, bytearray] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> Disk:
        """Return what lies in a folder."""
        disk = cls()
        for each in folder.rglob("*"):
            if each.is_dir():
                continue
            key = (each.stat().st_ino, 0)
            disk.names[str(each)], disk.contents[key] = key, bytearray(each.read_bytes())
        return disk

    def put(self, folder: Path) -> None:
        """Lay everything in a folder, in the place of what is there."""
        shutil.rmtree(folder)
        folder.mkdir()
        for name, key in self.names.items():
            if not name.endswith(UNSYNCED_TAILS):
                Path(name).parent.mkdir(parents=True, exist_ok=True)
                Path(name).write_bytes(self.contents.get(key, b""))


def run_power_losses(count: int, first: int = 0, only: str = "") -> Outcomes:
    """Let the power fail so often in each command."""
    outcomes = Outcomes()
    with ground(FEW_PEOPLE, FEW_ROWS) as place:
        for work in WORKS:
            if only in ("", work.name):
                _lose_power(work, place, range(first, first + count), outcomes)
    return outcomes


def _lose_power(work: Work, place: Ground, seeds: range, outcomes: Outcomes) -> None:
    known, _ = place.run_whole(work)
    at, log = place.lay(), Path(f"{place.said}.log")
    arguments = work.arguments(at)
    before = Disk.of(at)
    Child(arguments, place.said, writing_down(at, log)).wait()
    steps = steps_in(log)
    log.unlink()
    for seed in seeds:
        chance = random.Random(f"{work.name} {seed}")
        moment = chance.randrange(1, len(steps) + 1)
        play(before, steps[:moment], chance).put(at)
        what = judge(work, at, known)
        outcomes.add(work, "power lost", what, f"seed {seed}, call {moment} of {len(steps)}")
    play(before, steps, None).put(at)
    what = judge(work, at, known)
    if what == "old" and (work.changes or work.makes):
        what = "what was said to be done was lost with the power"
    outcomes.add(work, "power lost afterwards", what, "at the end")


def play(before: Disk, steps: Sequence[Step], chance: random.Random | None) -> Disk:
    """Return a disk on which steps were done, save those that no sync has made sure of and the loss
    of power took; without a chance it took all of them.
    """
    sure = _sure_of(steps)
    unsure_names = [at for at, step in enumerate(steps) if step.what in NAMES and at not in sure]
    left = 0 if chance is None else chance.randint(0, len(unsure_names))
    lost = set(unsure_names[left:])
    disk = Disk(dict(before.names), {key: bytearray(data) for key, data in before.contents.items()})
    turns: dict[int, int] = {}
    for at, step in enumerate(steps):
        if step.what == "C":  # whether or not its name is lost: it is another file
            turns[step.file] = turns.get(step.file, 0) + 1
        key = (step.file, turns.get(step.file, 0))
        if step.what in NAMES:
            if at not in lost:
                _do_name(disk, step, key)
        elif step.what != "S" and key[0]:
            if at in sure:
                _do_write(disk, step, step.data, key)
            elif chance is not None and chance.random() > LOST:
                _do_write(disk, step, _torn(step.data, chance), key)
    return disk


def _sure_of(steps: Sequence[Step]) -> set[int]:
    """Return the steps after which a sync has come: of their file, for names of any."""
    sure: set[int] = set()
    waiting: dict[int, list[int]] = {}
    names: list[int] = []
    for at, step in enumerate(steps):
        if step.what == "S":
            sure.update(waiting.pop(step.file, ()))
            sure.update(names)  # a journal brings all names before a sync to the disk with it
            names.clear()
        elif step.what in NAMES:
            names.append(at)
        else:
            waiting.setdefault(step.file, []).append(at)
    return sure


def _torn(data: bytes, chance: random.Random) -> bytes:
    """Return a write that came to the disk whole, or only up to some sector."""
    sectors = -(-len(data) // SECTOR_BYTES)
    return data[: chance.randint(0, sectors) * SECTOR_BYTES] if chance.random() < TORN else data


def _do_write(disk: Disk, step: Step, data: bytes, key: FileKey) -> None:
    content = disk.contents.setdefault(key, bytearray())
    end = step.place if step.what == "T" else step.place + len(data)
    content.extend(bytes(max(0, end - len(content))))
    if step.what == "T":
        del content[end:]
    else:
        content[step.place : end] = data


def _do_name(disk: Disk, step: Step, key: FileKey) -> None:
    names = disk.names
    if step.what == "C":
        names[step.path] = key
    elif step.what == "U":
        names.pop(step.path, None)
    elif step.path in names:
        names[step.other] = names.pop(step.path) if step.what == "R" else names[step.path]
