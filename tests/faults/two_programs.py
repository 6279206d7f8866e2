"""Two programs save on one desk at once, where locks hold and where a share keeps none.

Each has saved, or has said in a sentence that it could not. What one said to have saved is there,
or the desk says that it is damaged: nothing is lost in silence.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from db import DeskError, open_desk
from tests.faults.child import Child, Prepare, is_sentence
from tests.faults.disk import How, locking_nothing
from tests.faults.rounds import Ground, Outcomes, ground
from tests.faults.works import FEW_PEOPLE, FEW_ROWS, LENS, Work

MAX_BEHIND = 0.12  # seconds that the second begins after the first
TITLES = ("Renamed by One", "Renamed by Two")
WAYS: dict[str, How] = {"locks hold": How(0), "no locks": How.NO_LOCKS}
WORK = Work("two programs", lambda at: [])


def run_two_programs(count: int, first: int = 0, only: str = "") -> Outcomes:
    """Let two programs save so often, in each way or in one of them."""
    outcomes = Outcomes()
    with ground(FEW_PEOPLE, FEW_ROWS) as place:
        for way, how in WAYS.items():
            if only in ("", way):
                for seed in range(first, first + count):
                    what = _save_twice(place, random.Random(seed), how)
                    outcomes.add(WORK, way, what, f"seed {seed}")
    return outcomes


def _save_twice(place: Ground, chance: random.Random, how: How) -> str:
    at = place.lay()
    desk = at / "own.desk"
    with open_desk(desk, read_only=True) as store:
        keys = store.reader.all_ids("person", LENS, "name")[:2]
        uids = [store.reader.get(key, LENS).uid for key in keys]
    prepare: Prepare | None = locking_nothing(at) if how else None
    children = []
    for uid, title in zip(uids, TITLES, strict=True):
        said = Path(f"{place.said} {title}")
        children.append(Child(["edit", str(desk), uid, f"title={title}"], said, prepare))
        time.sleep(chance.uniform(0, MAX_BEHIND / 2))
    done = []
    for child, title in zip(children, TITLES, strict=True):
        if child.wait() == 0:
            done.append(title)
        elif not is_sentence(child.said()):
            return f"said no sentence but “{child.said()[-300:]}”"
    return _judge(desk, done)


def _judge(desk: Path, done: list[str]) -> str:
    try:
        with open_desk(desk) as store:
            found = store.verify()
            ids = store.reader.all_ids("person", LENS, "name")
            there = {line.title for line in store.reader.lines(ids, LENS)}
            changes = len(store.reader.changes(limit=500))
            says = store.says
    except DeskError as refusal:
        return "damage told" if str(refusal).endswith(".") else f"cannot be opened: {refusal}"
    if found or says:
        return "damage told"
    if missing := [title for title in done if title not in there]:
        return f"lost in silence: {missing}, {changes} changes"
    if strays := [title for title in TITLES if title in there and title not in done]:
        return f"refused and there: {strays}"
    return ("none saved", "one refused", "both saved")[len(done)]
