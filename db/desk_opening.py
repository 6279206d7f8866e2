"""Opening a desk as a `Store`: to work in it, to upgrade it, to verify it, or a copy of it.

The window and the commands open desks here, and what merges or erases opens others.
"""

from __future__ import annotations

from pathlib import Path

from db.copies.desk_copies import CopyPlan, copy_before_upgrade
from db.desk_file.opening import (
    OlderDesk,
    OpenedFile,
    open_copy_file,
    open_desk_file,
    open_with_key,
)
from db.desk_file.upgrade_stages import StageProgress
from db.progress import Progress
from db.storage.engine import Sql
from db.storage.schema import Past
from db.store import Store


def open_desk(
    path: Path,
    passphrase: str = "",
    *,
    read_only: bool = False,
    plan: CopyPlan | None = None,
    older: OlderDesk = OlderDesk.UPGRADED,
    stages: StageProgress | None = None,
) -> Store:
    """Open a desk for writing; when another holds it or the disk is read-only, for reading.

    By a plan a copy is kept of an older desk before it is brought up to date, and later of others.
    `stages` are told how far that is; an older desk that is to be refused raises `NeedsUpgrade`.
    """

    def keep_copy(sql: Sql, desk: Path, key: str | None, progress: Progress | None) -> str:
        return "" if plan is None else copy_before_upgrade(sql, desk, key, plan, progress)

    opened = open_desk_file(
        path,
        passphrase,
        read_only=read_only,
        before_upgrade=keep_copy,
        older=older,
        stages=stages,
    )
    return _store_of(opened, plan)


def upgrade_desk(path: Path, passphrase: str, plan: CopyPlan | None, stages: StageProgress) -> str:
    """Bring an older desk up to date where that can be watched; returns what is told of it."""
    with open_desk(path, passphrase, plan=plan, stages=stages) as store:
        return store.says


def open_to_verify(path: Path, passphrase: str = "", *, read_only: bool = True) -> Store:
    """Open also a desk whose schema is broken: to read what there is of it.

    For writing only where it is the full text that is missing, which `rebuild` makes anew.
    """
    past = Past.ALL if read_only else Past.FULL_TEXT
    return _store_of(open_desk_file(path, passphrase, read_only=read_only, past=past))


def open_copy(store: Store, path: Path, passphrase: str = "", *, writes: bool = False) -> Store:
    """Open a copy of a desk, for reading unless it `writes`, by the desk's own key where it fits.

    One that is written to must have that key.
    """
    if writes:
        return _store_of(open_with_key(path, store.copies.key()))
    return _store_of(open_copy_file(path, passphrase, store.copies.key()))


def go_on_in(store: Store, path: Path) -> Store:
    """Save what is open into a new file and open that, under the same passphrase.

    The first store stays open; it is what there is to go back to where this is refused.
    """
    return _store_of(open_with_key(path, store.save_copy(path)), store.copies.plan)


def _store_of(opened: OpenedFile, plan: CopyPlan | None = None) -> Store:
    try:
        return Store(opened, plan)
    except BaseException:
        opened.desk.release()
        raise
