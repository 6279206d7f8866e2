"""One round and many: a command in a forked process, disturbed, and what it left looked at."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from db import DeskError, open_desk
from desktop.commands.run import run
from tests.faults.works import LENS, WORKS, Work, make_folder

State = tuple[object, ...]
OWN_FOLDERS = ("HOME", *(f"XDG_{what}_HOME" for what in ("CONFIG", "DATA", "STATE", "CACHE")))
MIN_LIMIT = 4096  # bytes that every file may have, so that a lock and a log can be begun
CRASHED = 99  # the exit status of a command that ended by an exception
PATIENCE = 60.0  # seconds for a command that is not killed


@dataclass
class Outcomes:
    """How often each command left the old desk or the new one, and everything that was wrong."""

    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield the counts in words, then what was wrong."""
        for name in dict.fromkeys(name for name, _, _ in self.counts):
            told = [
                f"{how}: " + ", ".join(f"{count} {state}" for state, count in found)
                for how in ("killed", "full disk")
                if (found := self._of(name, how))
            ]
            yield f"{name}: {'; '.join(told)}."
        yield f"{self.counts.total()} rounds, {len(self.wrong)} wrong."
        yield from self.wrong

    def _of(self, name: str, how: str) -> list[tuple[str, int]]:
        return [
            (what, n) for (who, way, what), n in self.counts.items() if (who, way) == (name, how)
        ]


def run_rounds(count: int, first: int = 0, only: str = "") -> Outcomes:
    """Disturb each command `count` times."""
    outcomes = Outcomes()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        os.environ |= dict.fromkeys(OWN_FOLDERS, str(root / "home"))
        (root / "ground").mkdir()
        make_folder(root / "ground")
        for work in WORKS:
            if only in ("", work.name):
                _disturb(work, root, range(first, first + count), outcomes)
    return outcomes


def _disturb(work: Work, root: Path, seeds: range, outcomes: Outcomes) -> None:
    at = root / "round"
    shutil.copytree(root / "ground", at)
    arguments = work.arguments(at)
    desk = at / ("old.desk" if work.is_old else "own.desk")
    before = None if work.is_old else state_of(desk)
    begun = time.monotonic()
    status = _Child(arguments, at).wait()
    took = time.monotonic() - begun
    if status:
        outcomes.wrong.append(f"{work.name}: undisturbed, it ended with status {status}.")
    after, made = state_of(desk), state_of(at / work.makes) if work.makes else None
    length = max(each.stat().st_size for each in at.iterdir())
    for seed in seeds:
        shutil.rmtree(at)
        shutil.copytree(root / "ground", at)
        how = "full disk" if seed % 2 else "killed"
        chance = random.Random(f"{work.name} {seed}")
        limit = chance.randrange(MIN_LIMIT, length) if seed % 2 else 0
        child = _Child(arguments, at, limit)
        if not seed % 2:
            time.sleep(chance.uniform(0, 1.1 * took))
            child.kill()
        status = child.wait()
        said = (at / "said").read_text(encoding="utf-8", errors="replace").strip()
        try:
            what = judge(work, at, desk, {"old": before, "new": after}, made)
        except DeskError as error:
            what = f"cannot be opened: {error}"
        if what in ("old", "new") and seed % 2 and status and not _is_sentence(said):
            what = f"said no sentence but “{said[-200:]}”"
        outcomes.counts[work.name, how, what if what in ("old", "new") else "wrong"] += 1
        if what not in ("old", "new"):
            outcomes.wrong.append(f"{work.name}, seed {seed}, {how} (limit {limit}): {what}")
    shutil.rmtree(at)


def judge(
    work: Work, at: Path, desk: Path, allowed: dict[str, State | None], made: State | None
) -> str:
    """Say whether the desk is the old or the new one, or else what is wrong."""
    found = state_of(desk)
    names = [name for name, state in allowed.items() if state == found]
    if not names:
        return f"another desk: {str(found)[:200]}"
    if work.makes and (at / work.makes).exists():
        if state_of(at / work.makes) != made:
            return "the new file is not whole"
        return "new"
    if work.name == "restore" and names == ["new"]:
        kept = [each for each in at.glob("*.desk") if each.name not in ("own.desk", "other.desk")]
        if allowed["old"] not in [state_of(each) for each in kept if each.name != "old.desk"]:
            return "the desk that was replaced is not kept"
    return names[0]


def state_of(path: Path) -> State:
    """Return what a desk holds; whatever `verify` finds is part of it, and never that of a whole
    desk.
    """
    with open_desk(path) as store:
        reader = store.reader
        held = sorted(
            (line.kind, line.title)
            for kind in ("person", "organization", "agreement", "event")
            for line in reader.lines(list(reader.all_ids(kind, LENS, "name")), LENS)
        )
        return (tuple(held), len(reader.changes(limit=500)), tuple(store.verify()))


def _is_sentence(said: str) -> bool:
    last = said.splitlines()[-1] if said else ""
    return last.endswith(".") and "Traceback" not in said


class _Child:
    """A command in a process of its own; what it says is kept in the file `said`."""

    def __init__(self, arguments: list[str], at: Path, limit: int = 0) -> None:
        self.number = os.fork()
        if self.number == 0:
            status = CRASHED
            try:
                status = _run(arguments, at / "said", limit)
            finally:
                sys.stdout.flush()
                os._exit(status)

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)

    def wait(self) -> int:
        """Return its exit status, once it has ended."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            ended, status = os.waitpid(self.number, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.002)
        self.kill()
        os.waitpid(self.number, 0)
        raise TimeoutError(f"A command went on for more than {PATIENCE:.0f} seconds.")


def _run(arguments: list[str], said: Path, limit: int) -> int:
    """Run a command as the program does, in this process; no file grows beyond a limit."""
    with said.open("w", encoding="utf-8") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        if limit:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            return run(arguments)
        except SystemExit as error:
            return int(error.code or 0)
        except Exception:
            traceback.print_exc()
            return CRASHED
