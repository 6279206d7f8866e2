"""What the file of a kept copy is called, and which of many copies can go; no disk is asked.

A name says the desk's own name, the moment, which desk it is and the number of its last change, so
that a folder of copies is read without a passphrase.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

MAX_STEM_LETTERS: Final = 60  # of the desk's own name within that of a copy
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # in a name, on one system or another
_NAME = re.compile(
    r"(?P<stem>.+) (?P<time>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (?P<tag>[0-9a-f]{10})"
    r"-(?P<change>\d{1,18})(?:-(?P<turn>\d{1,9}))?\.desk"
)
_TIME: Final = "%Y-%m-%d %H.%M.%S"


class CopyFile(NamedTuple):
    """A copy that lies in a folder: of which desk, from when, up to which change."""

    path: Path
    stem: str
    time: datetime  # by the clock of the computer that made it
    tag: str
    change: int
    turn: int = 0  # of several made in one second


def tag_of(identity: str) -> str:
    """Return what stands for a desk in the names of its copies.

    >>> tag_of("a"), len(tag_of("b"))
    ('f4e169f8ee', 10)
    """
    return hashlib.blake2b(identity.encode(), digest_size=5).hexdigest()


def stem_for(desk: Path) -> str:
    """Return a desk's own name as every disk takes it.

    >>> stem_for(Path("Who? A:B.desk"))
    'Who_ A_B'
    """
    return _UNFIT.sub("_", desk.stem)[:MAX_STEM_LETTERS].strip(" .") or "desk"


def name_of_copy(stem: str, time: datetime, tag: str, change: int, turn: int = 0) -> str:
    """Return the name of a copy's file; `turn` tells several of one second apart.

    >>> name_of_copy("My desk", datetime(2026, 11, 30, 22, 14, 5), "4f35212d12", 7)
    'My desk 2026-11-30 22.14.05 4f35212d12-7.desk'
    """
    end = f"-{turn}" if turn else ""
    return f"{stem} {time.strftime(_TIME)} {tag}-{change}{end}.desk"


def read_name(path: Path) -> CopyFile | None:
    """Return what a name says of a copy, None for the name of another file.

    >>> read_name(Path("My desk 2026-11-30 22.14.05 4f35212d12-7.desk")).change
    7
    >>> read_name(Path("My desk.desk")), read_name(Path("a 2026-13-30 22.14.05 4f35212d12-7.desk"))
    (None, None)
    """
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        time = datetime.strptime(found["time"], _TIME)
    except ValueError:
        return None
    return CopyFile(
        path, found["stem"], time, found["tag"], int(found["change"]), int(found["turn"] or 0)
    )


def surplus(copies: Sequence[CopyFile], number: int) -> list[CopyFile]:
    """Return the copies that can go where so many are kept; `copies` begin with the newest.

    Half of those kept are the newest. The rest are the last of each day before, so that a day of
    many imports does not push out all that is older.

    >>> def copy(day, hour): return CopyFile(Path(), "", datetime(2026, 1, day, hour), "", 0)
    >>> many = [copy(9, 12), copy(9, 11), copy(9, 10), copy(8, 9), copy(8, 8), copy(2, 8)]
    >>> [(each.time.day, each.time.hour) for each in surplus(many, 4)]
    [(9, 10), (8, 8)]
    >>> surplus(many, 6)
    []
    """
    newest = list(copies[: (number + 1) // 2])
    last_of_day = {each.time.date(): each for each in reversed(copies)}
    days = sorted(last_of_day.values(), key=lambda each: each.time, reverse=True)
    chosen = newest
    for each in (*days, *copies):  # with few days, the newest of the rest
        if len(chosen) < number and each not in chosen:
            chosen.append(each)
    return [each for each in copies if each not in chosen]
