"""A stream of saves, killed again and again: run by `test_kill.py` as a process of its own.

Each round forks a child that opens the desk and saves, removes and reverts without end; it says
through a pipe what it is about to do and, once the call has returned, that it is done. The parent
kills it a few milliseconds after its first save (every tenth time: after the fork, while it opens
the desk), and looks at what the next opening finds.

    python -m tests.db.kill_rounds saves DESK ROUNDS SEED [PASSPHRASE]
    python -m tests.db.kill_rounds passphrases DESK ROUNDS SEED [PASSPHRASE]

The second kills a child that sets one passphrase after the other: the desk then opens with the one
it had or with the one that was being set, and is whole.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from db import (
    Event,
    HistoricalDate,
    Lens,
    Note,
    Organization,
    Person,
    Record,
    Store,
    WrongPassphrase,
    open_desk,
)
from db.desk_file import rewriting
from db.storage.uid import new_uid

LENS = Lens("2025-09-15")
LONGEST = 0.040  # seconds to the kill at most
WHILE_OPENING = 10  # every tenth kill may fall into the opening
Titles = dict[str, str | None]  # uid → title, None once it is deleted


class Child:
    """What the killed process does: one change after the other, each told before and after."""

    def __init__(self, store: Store, pipe: int, chance: random.Random) -> None:
        self.store = store
        self.pipe = pipe
        self.chance = chance
        reader = store.reader
        self.ids = [key for kind in ("person", "event") for key in reader.all_ids(kind, LENS, "")]

    def stream(self) -> None:
        """Change the desk until the kill comes."""
        while True:
            roll = self.chance.random()
            if not self.ids or roll < 0.25:
                self.add()
            elif roll < 0.85:
                self.edit(self.chance.choice(self.ids))
            else:
                self.remove_and_restore(self.chance.choice(self.ids), keep=roll < 0.92)

    def say(self, word: str, titles: Titles) -> None:
        os.write(self.pipe, json.dumps([word, titles]).encode() + b"\n")

    def add(self) -> None:
        record: Record = Person() if self.chance.random() < 0.5 else Event(kind="meeting")
        record.uid = new_uid()
        record.title = f"New {self.chance.random()}"
        record.notes = [Note(text="made", marking=2)]
        self.save(record)
        self.ids.append(record.id)

    def edit(self, key: int) -> None:
        record = self.store.reader.get(key, LENS)
        record.title = f"Edited {self.chance.random()}"
        record.topics = [self.chance.choice(("trade", "army", "water"))]
        record.notes = [*record.notes[:2], Note(text=record.title)]
        if isinstance(record, Event):
            record.start = HistoricalDate.parse(f"2025-0{self.chance.randint(1, 9)}")
        self.save(record)

    def save(self, record: Record) -> None:
        self.say("try", {record.uid: record.title})
        self.store.save(record, LENS)
        self.say("done", {record.uid: record.title})

    def remove_and_restore(self, key: int, *, keep: bool) -> None:
        record = self.store.reader.get(key, LENS)
        self.say("try", {record.uid: None})
        change = self.store.remove([key], LENS)
        self.say("done", {record.uid: None})
        if not keep:
            self.ids.remove(key)
            return
        self.say("try", {record.uid: record.title})
        self.store.revert(change.id)
        self.say("done", {record.uid: record.title})


def run_child(path: Path, passphrase: str, pipe: int, seed: int) -> None:
    """The forked process: never returns."""
    Child(open_desk(path, passphrase), pipe, random.Random(seed)).stream()


def set_passphrases(path: Path, passphrase: str, pipe: int, seed: int) -> None:
    """The other forked process: sets one passphrase after the other."""
    store = open_desk(path, passphrase)
    for number in count():
        new = f"{seed} {number}" if number % 2 else ""
        os.write(pipe, json.dumps(["try", new]).encode() + b"\n")
        store.set_passphrase(new)
        os.write(pipe, json.dumps(["done", new]).encode() + b"\n")


def killed_after(
    run: Callable[[Path, str, int, int], None],
    path: Path,
    passphrase: str,
    seed: int,
    seconds: float,
) -> list[str]:
    """Fork, wait, kill; returns the lines that the child had said, cut ones left out."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            run(path, passphrase, writing, seed)
        finally:
            os._exit(1)  # an error: what is missing from the desk will tell
    os.close(writing)
    said = b""
    while seed % WHILE_OPENING and b'"done"' not in said and (more := os.read(reading, 4096)):
        said += more
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as rest:
        said += rest.read()
    lines = said.decode().split("\n")[:-1]
    return lines if os.WIFSIGNALED(status) else [*lines, json.dumps(["died", {}])]


def take(lines: list[str], known: Titles) -> Titles:
    """Bring what is confirmed into `known`; returns what was begun and not confirmed."""
    pending: Titles = {}
    for line in lines:
        word, titles = json.loads(line)
        if word == "done":
            known.update(titles)
        pending = titles if word == "try" else {}
    return pending


def faults(path: Path, passphrase: str, known: Titles, pending: Titles) -> list[str]:
    """What is wrong after a kill; what was begun counts as done when it is found done."""
    with open_desk(path, passphrase) as store:
        if store.is_read_only:
            return ["The lock is not free."]
        found = on_desk(store)
        for uid, title in pending.items():
            if found.get(uid) == title:
                known[uid] = title
        there = {uid: title for uid, title in known.items() if title is not None}
        lost = [f"{uid} is not “{title}”." for uid, title in there.items() if found[uid] != title]
        strays = [f"{uid} should not be there." for uid in found.keys() - there.keys()]
        return [*lost, *strays, *store.verify()]


def on_desk(store: Store) -> Titles:
    """Every record's title by uid; a lost one counts as untitled."""
    reader = store.reader
    found: Titles = {}
    for kind in ("person", "event", "organization"):
        for line in reader.lines(reader.all_ids(kind, LENS, ""), LENS):
            found[line.uid] = line.title
    return Found(found)


class Found(dict[str, str | None]):
    """Titles by uid; None for a record that is not there."""

    def __missing__(self, key: str) -> None:
        return None


def saves(path: Path, rounds: int, seed: int, passphrase: str) -> None:
    """All rounds of saves; prints what was done and what went wrong as JSON."""
    chance = random.Random(seed)
    known: Titles = {}
    with open_desk(path, passphrase) as store:
        for first in (Organization(title="First"), Person(title="First"), Event(title="First")):
            first.uid = new_uid()
            store.save(first, LENS)  # also loads what a first save loads, for all children
            known[first.uid] = first.title
        store.revert(store.remove([first.id], LENS).id)
    confirmed = midway = fruitful = 0
    wrong: list[str] = []
    for number in range(rounds):
        wait = chance.uniform(0.001, LONGEST)
        lines = killed_after(run_child, path, passphrase, seed + number, wait)
        done = sum(line.startswith('["done"') for line in lines)
        confirmed += done
        fruitful += bool(done)
        wrong += ["A child died by itself." for line in lines if line.startswith('["died"')]
        pending = take(lines, known)
        midway += bool(pending)
        wrong += [f"Round {number}: {fault}" for fault in faults(path, passphrase, known, pending)]
        if wrong:
            break
    report = {"rounds": number + 1, "confirmed": confirmed, "fruitful": fruitful}
    print(json.dumps({**report, "midway": midway, "faults": wrong}))


def passphrases(path: Path, rounds: int, seed: int, passphrase: str) -> None:
    """All rounds of passphrases; prints what was done and what went wrong as JSON."""
    chance = random.Random(seed)
    known: Titles = {}
    with open_desk(path, passphrase) as store:
        for number in range(20):
            person = Person(uid=new_uid(), title=f"Person {number}")
            store.save(person, LENS)
            known[person.uid] = person.title
    confirmed = midway = 0
    wrong: list[str] = []
    took = 0.0
    for number in range(rounds):
        began = time.monotonic()
        wait = chance.uniform(0.001, max(LONGEST, 1.5 * took))
        lines = killed_after(set_passphrases, path, passphrase, seed + number, wait)
        took = took or time.monotonic() - began - wait  # one setting, on this machine
        told = [json.loads(line) for line in lines]
        confirmed += sum(word == "done" for word, _ in told)
        wrong += ["A child died by itself." for word, _ in told if word == "died"]
        passphrase, pending = last_known(told, passphrase)
        midway += pending is not None
        passphrase, fault = that_opens(path, passphrase, pending)
        wrong += fault or [f"Round {number}: {f}" for f in faults(path, passphrase, known, {})]
        wrong += [
            f"Round {number}: {left.name} was left behind." for left in rewriting.leftovers(path)
        ]
        if wrong:
            break
    report = {"rounds": number + 1, "confirmed": confirmed, "midway": midway, "faults": wrong}
    print(json.dumps(report))


def last_known(told: list[list[str]], passphrase: str) -> tuple[str, str | None]:
    """The passphrase that was confirmed last, and the one that was begun and not confirmed."""
    pending = None
    for word, said in told:
        if word == "done":
            passphrase = said
        pending = said if word == "try" else None
    return passphrase, pending


def that_opens(path: Path, passphrase: str, pending: str | None) -> tuple[str, list[str]]:
    """Which of the two passphrases opens the desk, or a fault when neither does."""
    for each in (passphrase, pending):
        if each is None:
            continue
        try:
            open_desk(path, each).close()
        except WrongPassphrase:
            continue
        return each, []
    return passphrase, ["Neither the old nor the new passphrase opens the desk."]


MODES = {"saves": saves, "passphrases": passphrases}

if __name__ == "__main__":
    mode, desk, rounds, start, *secret = sys.argv[1:]
    MODES[mode](Path(desk), int(rounds), int(start), "".join(secret))
