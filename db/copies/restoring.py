"""A copy put in a desk's place, or where none is; what lay there is kept beside it.

The commands ask it. The copy itself stays as it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from db.copies import page_copy
from db.copies.copy_pages import CopyPages, pages_of_copy
from db.desk_file import foreign_log, rewriting
from db.errors import Refused, Unavailable
from db.progress import Progress
from db.storage.files import disk, lock, wal
from db.storage.files.file_handle import DeskFile, chosen_name, real_path


def restore_desk(
    copy: Path, desk: Path, passphrase: str = "", progress: Progress | None = None
) -> Path | None:
    """Put a copy where a desk is to lie; returns where the desk that lay there is kept, if one did.

    Raises Locked while another has that desk open, Unavailable, Damaged where the copy is not
    whole; the desk is then as it was.
    """
    desk = chosen_name(real_path(desk))
    if os.path.lexists(desk):
        try:
            disk.need_file(desk)
        except OSError as error:
            raise Unavailable(f"{desk} cannot be read: {error.strerror}.") from error
        if copy.exists() and copy.samefile(desk):
            raise Refused(f"{copy.name} is this very desk; name another file for one of them.")
    try:
        with pages_of_copy(copy, passphrase) as pages, _hold(desk):
            return _put_back(pages, desk, progress)
    except OSError as error:
        raise Unavailable(f"{desk} cannot be made: {error.strerror or error}.") from error


@contextmanager
def _hold(desk: Path) -> Iterator[None]:
    """Hold the lock of the desk that is to go, so that nobody writes into it meanwhile."""
    file = DeskFile(desk, write=True) if desk.exists() else None
    try:
        writer_lock = lock.WriterLock(desk, lock.author_name(), file)
        try:
            yield
        finally:
            writer_lock.release()
    finally:
        if file is not None:
            file.close()


def _put_back(pages: CopyPages, desk: Path, progress: Progress | None) -> Path | None:
    rewriting.remove_leftovers(desk)
    aside = rewriting.aside_of(desk)
    try:
        page_copy.write_aside(pages.sql, aside, pages.key, progress)
        if not desk.exists():
            foreign_log.clear_for(desk)
            disk.put_in_place(aside, desk)
            return None
        disk.give_rights(desk, aside)
        former = _unused_name(desk)
        _keep_under(former, desk)
        disk.put_in_place(aside, desk)
        # A log that is still there would be known for another file's; it is kept beside the other.
        for path in (wal.log_path(desk), foreign_log.shared_memory_path(desk)):
            path.unlink(missing_ok=True)
        return former
    finally:
        rewriting.remove_leftovers(desk)


def _unused_name(desk: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    ends = (f"{stamp}{f'-{turn}' if turn else ''}" for turn in count())
    names = (desk.with_name(f"{desk.stem} before restoring {end}{desk.suffix}") for end in ends)
    return next(each for each in names if not os.path.lexists(each))


def _keep_under(former: Path, desk: Path) -> None:
    """Give the desk that is to go, with its log, a second name; on some disks a copy of its own.

    Until the other is in place it has its own name too: a kill loses neither.
    """
    for tail in ("-wal", ""):
        own, other = Path(f"{desk}{tail}"), Path(f"{former}{tail}")
        if not own.exists() or (tail and own.stat().st_size == 0):
            continue
        try:
            os.link(own, other, follow_symlinks=False)
        except (OSError, NotImplementedError):
            with disk.create_file(other) as file:
                _copy_file(own, file.fileno())
            disk.sync(other)
    with suppress(OSError):
        disk.sync(desk.parent)


def _copy_file(path: Path, target: int) -> None:
    """Copy the bytes of a file beside which nobody writes; its locks stay."""
    file = DeskFile(path)
    try:
        with os.fdopen(os.dup(target), "wb") as out:
            at = 0
            while piece := file.read(at, 1 << 20):
                out.write(piece)
                at += len(piece)
    finally:
        file.close()
