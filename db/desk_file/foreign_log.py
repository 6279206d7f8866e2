"""What lies beside a desk and was written for another file: a log, a journal.

SQLite takes what bears the right name for the desk's and plays it into the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from db.errors import Unavailable
from db.storage.files import wal


def journal_path(desk: Path) -> Path:
    """Say where a journal would lie that SQLite plays back."""
    return Path(f"{desk}-journal")


def shared_memory_path(desk: Path) -> Path:
    """Say where the index of the log lies, which the processes share."""
    return Path(f"{desk}-shm")


def is_journal(desk: Path) -> bool:
    """Say whether a journal with something in it lies beside a desk."""
    try:
        return journal_path(desk).lstat().st_size > 0
    except OSError:
        return False


def unused_name(foreign: Path) -> Path:
    """Say where a log or journal can be kept so that SQLite takes it for nothing."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    names = (f"{foreign.name}.not-of-this-desk-{stamp}{_turn(turn)}" for turn in count())
    return next(path for name in names if not (path := foreign.with_name(name)).exists())


def set_aside(foreign: Path) -> Path:
    """Keep a log or journal under another name; returns where it lies now."""
    aside = unused_name(foreign)
    try:
        foreign.rename(aside)
    except OSError as error:
        raise Unavailable(
            f"{foreign.name} was not written for this desk and cannot be set aside"
            f" ({error.strerror}); take it away."
        ) from error
    return aside


def _turn(turn: int) -> str:
    return f"-{turn}" if turn else ""


def clear_for(desk: Path) -> str:
    """Set aside all that would be played into a desk that is about to lie there; what is told."""
    aside = []
    for path in (wal.log_path(desk), journal_path(desk)):
        if path.exists():
            if path.stat().st_size > 0:
                aside.append(set_aside(path))
            else:
                path.unlink()
    shared_memory_path(desk).unlink(missing_ok=True)
    return foreign_log_notice(desk, aside)


def set_all_aside(desk: Path, foreign: Sequence[Path]) -> str:
    """Set these aside and remove the index of a log that goes; what is told of it."""
    aside = [set_aside(each) for each in foreign]
    if wal.log_path(desk) in foreign:
        with suppress(OSError):
            shared_memory_path(desk).unlink(missing_ok=True)
    return foreign_log_notice(desk, aside)


def foreign_log_notice(desk: Path, aside: Sequence[Path]) -> str:
    """Return what the officer is told of what was set aside; empty when nothing was."""
    if not aside:
        return ""
    names = " and ".join(each.name for each in aside)
    return (
        f"What lay beside {desk.name} was not written for it, but for another file of that name;"
        f" none of it was taken, and it is kept as {names}."
    )
