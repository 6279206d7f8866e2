"""The log beside an open desk (`…-wal`): whether it holds anything, and its room on the disk.

`opening` asks before it looks at the file, the store when it is idle.

A commit that makes the log longer waits for the file system's own journal as well as for its own
bytes, ten times as long in the worst hundredth. In a log that is long enough it writes over what
lies there. SQLite reads a log up to the first frame whose checksum does not hold, so zeros at its
end say nothing; and no program locks this file.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from db.storage.files import disk

LOG_BYTES = 16 << 20  # bytes, some two hundred saves; the log is emptied when nobody types
STEP_BYTES = 1 << 20  # bytes, some milliseconds
MIN_FREE_BYTES = 64 * LOG_BYTES  # bytes; a disk that is nearly full is left to the desk itself


HEADER_BYTES = 32  # bytes
MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")  # how a log begins, SQLite's file format, 4.1


def log_path(desk: Path) -> Path:
    """Say where the log of a desk lies."""
    return Path(f"{desk}-wal")


def page_size(desk: Path) -> int:
    """Say how long a page is by what the log says."""
    with log_path(desk).open("rb") as log:
        return int.from_bytes(log.read(HEADER_BYTES)[8:12], "big")


def holds_changes(desk: Path) -> bool:
    """Say whether a log lies beside a desk that is not wholly in the file yet, or is still in use.

    The file alone is then no desk: a crash or a full disk may have stopped the log's moving midway.
    """
    try:
        with disk.open_file(log_path(desk)) as log:
            return log.read(4) in MAGIC
    except OSError:
        return False


def lengthen(desk: Path) -> bool:
    """Give the log of an open desk a step more of room; False when it has enough, or cannot."""
    log = log_path(desk)
    try:
        if log.stat().st_size >= LOG_BYTES or shutil.disk_usage(log.parent).free < MIN_FREE_BYTES:
            return False
        with log.open("r+b", buffering=0) as file:
            file.seek(0, os.SEEK_END)
            file.write(bytes(STEP_BYTES))
            os.fsync(file.fileno())
    except OSError:  # there is no log, or no room for it: saves make it longer, as they always did
        return False
    return True
