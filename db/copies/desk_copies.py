"""The copies of one open desk: kept by the officer's plan, saved where asked, and known again.

`Store` has one; importing, merging, the passphrase and the window ask it for a copy before they
change much. A copy that cannot be made is told and stops nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from db.copies import copy_folder, page_copy
from db.copies.copy_names import CopyFile, name_of_copy, stem_for, tag_of
from db.errors import DeskError, Stopped, Unavailable
from db.log import logger_for
from db.progress import Progress
from db.storage.sql import Sql
from db.storage.troubles import DRIVER_ERRORS
from db.storage.uid import new_uid

IDENTITY: Final = "identity"  # the setting that tells one desk from another, in all its copies
SAVED: Final = "copies"  # the setting that says where copies were saved by hand
MANY_CHANGES: Final = 50  # after which a copy is due, however young the last
MAX_SAVED_PLACES: Final = 100
_log = logger_for("storage")


@dataclass(frozen=True, slots=True)
class CopyPlan:
    """Where copies are kept, how many, and after how many days the next is due; 0: never."""

    folder: Path
    number: int = 10
    days: int = 1


class CopiedDesk(Protocol):
    """An open desk as far as it is copied; `db.store.Store` is one."""

    @property
    def path(self) -> Path:
        """Where the desk lies."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""

    def new_connection(self) -> Sql:
        """Return a connection of its own."""

    def keep_setting(self, key: str, value: str) -> None:
        """Keep a text about the desk."""


def identity_in(sql: Sql) -> str:
    """Return what tells a desk and its copies from others; '' of one that was never copied."""
    return str(sql.value("SELECT value FROM setting WHERE key = ?", (IDENTITY,)) or "")


def last_change_in(sql: Sql) -> int:
    """Return the number of the newest change, 0 before the first."""
    return int(sql.value("SELECT max(id) FROM change") or 0)


class DeskCopies:
    """`plan` is None where nobody has chosen one: then no copy is kept by itself."""

    def __init__(
        self, desk: CopiedDesk, key: Callable[[], str | None], plan: CopyPlan | None
    ) -> None:
        self._desk = desk
        self.key = key
        self.plan = plan
        self.failures: list[str] = []  # sentences of copies that could not be made

    def identify(self) -> None:
        """Give a desk of former times its identity; one that takes nothing goes without copies."""
        if self.plan is None or self._desk.is_read_only:
            return
        with suppress(DeskError), closing(self._desk.new_connection()) as sql:
            if not identity_in(sql):
                self._desk.keep_setting(IDENTITY, new_uid())

    # what there is

    def folder(self) -> Path | None:
        """Return the folder of the plan, or that of a stick that has come back elsewhere."""
        with closing(self._desk.new_connection()) as sql:
            identity = identity_in(sql)
        if self.plan is None or not identity:
            return None
        return copy_folder.find_folder(self.plan.folder, tag_of(identity))

    def list_copies(self) -> list[CopyFile]:
        """Return the copies in the folder of the plan, the newest first."""
        folder = self.folder()
        if folder is None:
            return []
        with closing(self._desk.new_connection()) as sql:
            return copy_folder.list_copies(folder, tag_of(identity_in(sql)))

    def list_files(self) -> list[Path]:
        """Return every copy that the desk knows and that is there: kept, and saved by hand."""
        with closing(self._desk.new_connection()) as sql:
            saved = [Path(each) for each in _saved_places(sql)]
        planned = [each.path for each in self.list_copies()]
        return list(dict.fromkeys(each for each in (*planned, *saved) if each.is_file()))

    def is_due(self) -> bool:
        """Say whether the newest copy is too old, or lacks many changes; or there is none."""
        plan = self.plan
        if plan is None or plan.days == 0 or self._desk.is_read_only:
            return False
        newest = next(iter(self.list_copies()), None)
        with closing(self._desk.new_connection()) as sql:
            changes = last_change_in(sql)
        if newest is None:
            return changes > 0
        # A clock that was put back makes no copy younger than none.
        age = abs(datetime.now() - newest.time)
        return (changes != newest.change and age >= timedelta(days=plan.days)) or self.lacks_many()

    def lacks_many(self) -> bool:
        """Say whether the newest copy lacks many changes, or there is none of many."""
        if self.plan is None or self.plan.days == 0 or self._desk.is_read_only:
            return False
        newest = next(iter(self.list_copies()), None)
        with closing(self._desk.new_connection()) as sql:
            return abs(last_change_in(sql) - (newest.change if newest else 0)) >= MANY_CHANGES

    # making them; from any thread, beside whatever writes

    def keep_if_due(self, progress: Progress | None = None) -> CopyFile | None:
        """Make a copy where one is due; looking for the folder may wait for a stick or a share."""
        return self.keep(progress) if self.is_due() else None

    def keep(self, progress: Progress | None = None) -> CopyFile | None:
        """Make a copy in the folder of the plan and thin out the older ones; None without a plan.

        Raises DeskError where none can be made; the older ones then stay.
        """
        folder = self.folder()
        if self.plan is None or folder is None:
            return None
        with closing(self._desk.new_connection()) as sql:
            copy = keep_copy(sql, self._desk.path, self.key(), folder, progress)
        copy_folder.thin_out(folder, copy, self.plan.number)
        return copy

    def keep_before(self, progress: Progress | None = None) -> CopyFile | None:
        """Make a copy before much is changed; what stands in its way is told in `failures`.

        Nothing is kept of a desk without a change. Raises Stopped where the work was stopped.
        """
        try:
            with closing(self._desk.new_connection()) as sql:
                if self.plan is None or self._desk.is_read_only or not last_change_in(sql):
                    return None
            return self.keep(progress)
        except Stopped:
            raise
        except DeskError as refusal:
            self.failures.append(failure_text(refusal))
            _log.warning("no copy was kept: %s", type(refusal).__name__)
            return None

    def keep_where_many(self, progress: Progress | None = None) -> None:
        """Make a copy when the desk is about to be closed, if the newest lacks many changes."""
        with suppress(DeskError):
            if self.lacks_many():
                self.keep_before(progress)

    def save(self, path: Path, progress: Progress | None = None) -> None:
        """Save a copy where the officer wants it; refuses a file that is there."""
        with closing(self._desk.new_connection()) as sql:
            page_copy.save_page_copy(sql, path, self.key(), progress)

    # on the thread that writes

    def note_place(self, path: Path) -> None:
        """Remember where a copy was saved, to name it when something is erased."""
        if self._desk.is_read_only:
            return
        with closing(self._desk.new_connection()) as sql:
            places = [str(path.absolute()), *_saved_places(sql)]
        known = json.dumps(list(dict.fromkeys(places))[:MAX_SAVED_PLACES])
        self._desk.keep_setting(SAVED, known)


def failure_text(refusal: DeskError) -> str:
    """Return what is told of a copy that could not be made, while the work goes on."""
    return f"No copy of the desk was kept. {refusal} See the preferences for where copies go."


def _saved_places(sql: Sql) -> list[str]:
    text = sql.value("SELECT value FROM setting WHERE key = ?", (SAVED,)) or "[]"
    try:
        found = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return []
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def keep_copy(
    sql: Sql, desk: Path, key: str | None, folder: Path, progress: Progress | None = None
) -> CopyFile:
    """Make a copy of a desk in a folder, under a name that tells it; raises DeskError."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        says = f"The folder {folder} is not there and cannot be made: {error.strerror}."
        raise Unavailable(says) from error
    tag, change, stem = tag_of(identity_in(sql)), last_change_in(sql), stem_for(desk)
    copy_folder.remove_leftovers(folder, tag)
    moment = datetime.now().replace(microsecond=0)
    turns = [each.turn for each in copy_folder.list_copies(folder, tag) if each.time == moment]
    turn = max(turns, default=-1) + 1
    path = folder / name_of_copy(stem, moment, tag, change, turn)
    page_copy.save_page_copy(sql, path, key, progress)
    return CopyFile(path, stem, moment, tag, change, turn)


def copy_before_upgrade(
    sql: Sql, desk: Path, key: str | None, plan: CopyPlan, progress: Progress | None = None
) -> str:
    """Keep a desk as it is before it is brought up to date; returns what is told of that.

    Where it is stopped, the desk has no identity that it had not before.
    """
    is_named = bool(identity_in(sql))
    try:
        if not is_named:
            with sql.transaction():
                sql.run("INSERT OR IGNORE INTO setting VALUES (?,?)", (IDENTITY, new_uid()))
        folder = copy_folder.find_folder(plan.folder, tag_of(identity_in(sql)))
        copy = keep_copy(sql, desk, key, folder, progress)
    except (Stopped, KeyboardInterrupt):
        if not is_named:
            with sql.transaction():
                sql.run("DELETE FROM setting WHERE key = ?", (IDENTITY,))
        raise
    except (DeskError, *DRIVER_ERRORS) as refusal:
        if not isinstance(refusal, DeskError):
            return f"No copy of the desk was kept before it was brought up to date: {refusal}."
        return failure_text(refusal)
    return f"As it was before it was brought up to date, the desk is kept in {copy.path}."
