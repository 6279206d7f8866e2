"""What long work does to erase a record: look who names it, erase it, write the certificate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import db
from desktop.paper.outputs import write
from desktop.printing.erasure_sheet import erasure_sheet

if TYPE_CHECKING:
    from db import Erasure, Lens, Progress, Reader, Store
    from desktop.settings import PaperSize


def look_before(uid: str, lens: Lens, store: Store, _progress: Progress) -> Erasure:
    """Return what would be erased, and who names it."""
    return db.look_before_erasing(store, uid, lens)


def run_erasing(
    uid: str, with_copies: bool, lens: Lens, store: Store, progress: Progress
) -> Erasure:
    """Erase a record; the file is written anew afterwards, when no reader is at it."""
    return db.erase_record(
        store, uid, lens, with_copies=with_copies, is_compacted=False, progress=progress
    )


def write_certificate(
    done: Erasure, desk: str, path: Path, paper: PaperSize, _reader: Reader, _progress: Progress
) -> Path:
    """Write the certificate of an erasure."""
    return write([erasure_sheet(done, desk)], path, paper)[0]
