"""Each call of each command that writes fails once, and once for good: `make faults` runs it.

Afterwards the desk must be the old one or the new one and whole, and who was refused by the disk
has said so in a sentence; who said that all was done has done it.
"""

from __future__ import annotations

import errno
from pathlib import Path

from db.storage import engine
from tests.faults.child import Child
from tests.faults.disk import How, failing, steps_in, writing_down
from tests.faults.judging import judge, told_wrongly
from tests.faults.rounds import Ground, Outcomes, ground
from tests.faults.works import FEW_PEOPLE, FEW_ROWS, WORKS, Work

QUICK_BUSY_SECONDS = 0.05  # that a lock is waited for, which a disk that is gone never gives
ERRORS = (  # what the disk answers, and for how long
    ("one write error", errno.EIO, How.ONCE),
    ("full disk", errno.ENOSPC, How.FOR_GOOD),
    ("disk gone", errno.ESTALE, How.FOR_GOOD | How.READS_TOO),
)


def run_write_errors(stride: int, first: int = 0, only: str = "") -> Outcomes:
    """Let each call fail, or only every so many of them, beginning with the first and `first`."""
    outcomes = Outcomes()
    engine.BUSY_SECONDS = QUICK_BUSY_SECONDS
    with ground(FEW_PEOPLE, FEW_ROWS) as place:
        for work in WORKS:
            if only in ("", work.name):
                _fail_each(work, place, slice(first, None, stride), outcomes)
    return outcomes


def _fail_each(work: Work, place: Ground, which: slice, outcomes: Outcomes) -> None:
    log = Path(f"{place.said}.log")
    known, _ = place.run_whole(work, writing_down(place.at, log))
    count = len([each for each in steps_in(log) if each.what != "U"])  # no removal is counted
    log.unlink()
    for how, error, mode in ERRORS:
        for number in range(1, count + 1)[which]:
            at = place.lay()
            prepare = failing(place.at, number, error, mode)
            child = Child(work.arguments(at), place.said, prepare)
            status = child.wait()
            what = judge(work, at, known)
            what = told_wrongly(work, what, status, child.said()) or what
            outcomes.add(work, how, what, f"call {number} of {count}")
