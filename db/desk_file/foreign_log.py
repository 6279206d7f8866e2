"""What lies beside a desk and was written for another file: a log, a journal.

SQLite takes what bears the right name for the desk's and plays it into the file.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from db.errors import Unavailable
from db.storage import engine, log_mark
from db.storage.files import lock, wal
from db.storage.files.file_handle import DeskFile

MAX_LOG_LOOKS = 4  # at a log that is being written while it is looked at
LOG_LOOK_PAUSE_SECONDS = 0.05  # seconds between two looks


class Beside(NamedTuple):
    """What was found beside a desk: whether it is to be read alone, and what is told of that."""

    is_alone: bool = False
    says: str = ""


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


def has_foreign_log(file: DeskFile, key: str | None, *, is_held: bool) -> bool:
    """Say whether the log beside a desk is another's; look again while it is being written."""
    for _ in range(1 if is_held else MAX_LOG_LOOKS):
        if not log_mark.is_foreign_log(file, key):
            return False
        if lock.holder_of(file.path) is None:
            return True
        time.sleep(LOG_LOOK_PAUSE_SECONDS)
    return True


def clear_beside(file: DeskFile, key: str | None, *, is_held: bool) -> Beside:
    """Set aside what lies beside a desk and was written for another file; only read, pass it by.

    The changes of a desk with a log never lie in a journal; one that another program keeps without
    a log may have been left in the middle of them.
    """
    path = file.path
    foreign = []
    if has_foreign_log(file, key, is_held=is_held):
        foreign.append(wal.log_path(path))
    if is_journal(path) and not engine.is_kept_without_log(file):
        foreign.append(journal_path(path))
    if not foreign:
        return Beside()
    if not is_held:
        names = " and ".join(each.name for each in foreign)
        return Beside(True, f"{names} was not written for {path.name} and is passed by.")
    return Beside(False, set_all_aside(path, foreign))


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
