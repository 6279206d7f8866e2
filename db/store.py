"""Store: one open desk. The window's session and the commands open it, read through its readers and
change it by units of work; nothing else writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from db.copies.desk_copies import CopyPlan, DeskCopies
from db.desk_file import desk_info, leaving
from db.desk_file.desk_info import DeskInfo
from db.desk_file.opening import OpenedFile
from db.desk_file.replacing.connections import Connections
from db.errors import Damaged, DeskError, FileMoved, Locked, Refused
from db.lazy import lazy_modules
from db.lens import Lens
from db.reader import Reader
from db.storage.engine import Sql
from db.storage.files import lock, wal

if TYPE_CHECKING:
    from db import whole_change
    from db.changes import change_log, form_drafts, removing, revert, saving, unit_of_work, validate
    from db.changes.unit_of_work import Change, ChangeOrigin, Ids, Work
    from db.desk_file import record_sums, verify
    from db.desk_file.replacing import replacement
    from db.desk_file.replacing.replacement import Replacement
    from db.print_log import printed_documents
    from db.print_log.printed_documents import PrintedDocument
    from db.progress import Progress
    from db.record_types import Record
    from db.search.index import fulltext, indexing
    from db.tables.field_change import FieldChange

# A desk is opened and its first list read before anything of it changes.
lazy_modules(__name__)

MAX_LOOK_SECONDS = 3.0  # seconds in which a reader looks for damage where an answer failed
# Steps of putting the full text in order when a desk is closed: half a second at most.
MAX_CLOSING_STEPS = 50


class Store:
    """An open desk. Opened by `open_desk`; closed by `close`, or as a context."""

    def __init__(self, opened: OpenedFile, plan: CopyPlan | None = None) -> None:
        held_desk = opened.desk
        self.path = held_desk.path
        self.author = lock.author_name()
        self.holder = held_desk.holder  # who holds the lock when this store does not
        self.says = opened.says  # what was found beside the desk and not taken
        self._held_desk = held_desk
        self._connections = Connections(opened)
        self._sql = self._connections.writer
        self._replacement: Replacement | None = None
        self.reader = self.new_reader()
        self.copies = DeskCopies(self, lambda: self._connections.key, plan)
        self.copies.identify()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def _ids(self) -> Ids:
        """The ids that new rows are given."""
        return unit_of_work.Ids(self._sql)

    @property
    def is_read_only(self) -> bool:
        """Whether another holds the lock, or nothing can be written here."""
        return self._held_desk.is_read_only

    @property
    def is_encrypted(self) -> bool:
        """Whether the file needs a passphrase."""
        return self._connections.key is not None

    @property
    def name(self) -> str:
        """The desk's name, or the file's."""
        return self.reader.setting("name") or self.path.stem

    def new_reader(self) -> Reader:
        """Return a reader on a connection of its own, for a lane; closed with the store."""
        sql = self._connections.open_for_reader()
        return Reader(sql, lambda: verify.first_damage(sql, MAX_LOOK_SECONDS))

    def new_connection(self) -> Sql:
        """Return a connection for what reads rows, such as a merge; its caller closes it."""
        return self._connections.open()

    def close(self) -> None:
        """Put everything in the one file, leave nothing beside it and let others write.

        Into a file that is no longer the one that is open nothing is put.
        """
        if not self._sql.is_open:
            return
        self._connections.close_readers()
        if self._replacement is not None:
            self._replacement.drop()
        if not self.is_read_only and not self.is_moved:
            with suppress(DeskError):  # only to be quicker next time: a full disk may forgo it
                any(not self.tidy() for _ in range(MAX_CLOSING_STEPS))
                leaving.put_in_order(self._sql)
        self._connections.close()

    # changes

    @contextmanager
    def unit_of_work(
        self,
        label: str,
        *,
        compact: bool = False,
        reverts: int | None = None,
        origin: ChangeOrigin | None = None,
    ) -> Iterator[Work]:
        """Write all that is written within as one change, on disk at the end, or nothing."""
        if self.is_read_only:
            raise self._locked_refusal()
        how = whole_change.How(compact, reverts, origin)
        with whole_change.write_whole(self._sql, self._ids, self.author, label, how) as work:
            yield work

    def stop_when(self, is_unwanted: Callable[[], bool] | None) -> None:
        """Break off what writes, with all of it, as soon as nobody wants it; None: see it through.

        It is asked before and during each statement, so that no long one is waited for.
        """
        self._sql.limit.is_unwanted = is_unwanted

    def _locked_refusal(self) -> Locked:
        because = f"; it is held by {self.holder}" if self.holder else ""
        why = "" if self.holder or not self.says else f" {self.says}"
        return Locked(f"{self.path.name} is open read-only{because}.{why}", self.holder)

    def save(
        self, record: Record, lens: Lens, label: str = "", also: Sequence[Record] = ()
    ) -> Change | None:
        """Store a new or changed record, and others that follow from it, as one change; None if
        nothing differs. Raises `Invalid`, `Conflict`.
        """
        records = (record, *also)
        for each in records:
            validate.check_record(each)
        verb = "Edit" if record.id else "Add"
        with ExitStack() as writing_all:
            for each in records:
                writing_all.enter_context(saving.reset_ids_on_refusal(each))
            label = label or f"{verb} {saving.short(record.title)}"
            work = writing_all.enter_context(self.unit_of_work(label))
            saving.write_records(work, records, lens)
        return self.change_of(work)

    def change_field(
        self,
        ids: Sequence[int],
        change: FieldChange,
        lens: Lens,
        progress: Progress | None = None,
    ) -> Change | None:
        """Make one change of a field in many records; None if nothing differs."""
        what, wanted = self._label_records(ids, lens)
        with self.unit_of_work(f"Edit {what}") as work:
            saving.change_field(work, wanted, change, lens, progress)
        return self.change_of(work)

    def remove(self, ids: Sequence[int], lens: Lens) -> Change:
        """Delete records with all their parts."""
        self._held_desk.is_there()
        what, wanted = self._label_records(ids, lens)
        with self.unit_of_work(f"Delete {what}") as work:
            removing.remove_records(work, wanted)
        return self._must(work)

    def _label_records(self, ids: Sequence[int], lens: Lens) -> tuple[str, list[int]]:
        """Return what a label calls records, and each of them once; refuse a hidden one."""
        wanted = list(dict.fromkeys(ids))
        lines = self.reader.lines(wanted, lens)
        if not lines or len(lines) < len(wanted):
            raise Refused("The record is not on this desk, or is above the ceiling.")
        what = saving.short(lines[0].title) if len(lines) == 1 else f"{len(lines)} records"
        return what, [line.id for line in lines]

    def revert(self, change_id: int, lens: Lens | None = None, *, is_own: bool = False) -> Change:
        """Take one change back; raises `Conflict` naming what stands in the way.

        One that the lens does not show is refused, unless it is the officer's own of just now.
        """
        self._held_desk.is_there()
        seen = lens or Lens()
        change = change_log.read_change(self._sql, change_id, Lens() if is_own else seen)
        label = unit_of_work.undo_label(change.label)
        with self.unit_of_work(
            label, compact=True, reverts=change_id, origin=change.origin
        ) as work:
            revert.revert_change(work, change_id, change.label, seen)
        return self._must(work)

    def change_of(self, work: Work) -> Change | None:
        """Return the change a finished unit of work made, or None when it made none."""
        return whole_change.change_of(work)

    def _must(self, work: Work) -> Change:
        change = self.change_of(work)
        if change is None:
            raise Refused("There was nothing to change.")
        return change

    # drafts, outside the history

    def keep_draft(
        self, kind: str, record_id: int | None, payload: str, lens: Lens | None = None
    ) -> None:
        """Remember what is typed in a form through a lens, marked as high as anything it says."""
        with self._sql.transaction():
            form_drafts.keep_draft(self._sql, kind, record_id, payload, lens or Lens())

    def drop_draft(self, kind: str, record_id: int | None, lens: Lens | None = None) -> None:
        """Forget a draft that the lens shows."""
        with self._sql.transaction():
            form_drafts.drop_draft(self._sql, kind, record_id, lens or Lens())

    # what the desk says of itself, outside the history

    def setting(self, key: str) -> str:
        """Return what the desk keeps under a key; '' for nothing."""
        return self.reader.setting(key)

    def keep_setting(self, key: str, value: str, progress: Progress | None = None) -> None:
        """Keep a text about the desk itself, such as its name; with another language all records
        are sorted anew, of which `progress` is told.
        """
        if self.is_read_only:
            raise self._locked_refusal()
        with self._sql.transaction():
            is_language = key == unit_of_work.LANGUAGE
            is_ours = is_language and record_sums.is_by_our_rules(self._sql)
            self._sql.run("INSERT OR REPLACE INTO setting VALUES (?,?)", (key, value))
            if is_language:
                record_sums.renew_keys(self._sql, progress, is_ours=is_ours)

    def set_author(self, name: str) -> None:
        """Write in somebody's name from now on, in the lock too; '' is the system's name."""
        self.author = name or lock.author_name()
        self._held_desk.name_holder(self.author)

    def save_printed_document(self, document: PrintedDocument) -> int:
        """Remember a document that was printed; returns its number."""
        if self.is_read_only:
            raise self._locked_refusal()
        with self._sql.transaction():
            return printed_documents.save_printed_document(self._sql, document, self.author)

    # the file

    def info(self, lens: Lens) -> DeskInfo:
        """Return what the desk is."""
        return desk_info.read_info(
            self._sql,
            self.reader,
            lens,
            self.path,
            encrypted=self.is_encrypted,
            holder=lock.holder_of(self.path) if self.is_read_only else None,
        )

    def settle(self, limit: int = 500) -> int:
        """Write queued full text; returns how many records are left."""
        if self.is_read_only:
            return 0
        with self._sql.transaction():
            return indexing.settle(self._sql, limit)

    def tidy(self) -> bool:
        """Put the full text in order for some milliseconds; say whether to go on."""
        if self.is_read_only:
            return False
        sql = self._sql
        sql.begin()
        try:
            goes_on = fulltext.tidy(sql)
            if goes_on:
                sql.commit()
        finally:
            if sql.raw.in_transaction:  # nothing was there to be merged, or it was refused
                sql.run("ROLLBACK")
        return goes_on

    def make_room(self) -> bool:
        """Give the log its room for some milliseconds; say whether to go on."""
        return not self.is_read_only and self._held_desk.is_there() and wal.lengthen(self.path)

    def checkpoint(self) -> None:
        """Move what the log holds into the file, as far as readers let it."""
        if not self.is_read_only:
            self._held_desk.move_log(self._sql)

    @property
    def is_moved(self) -> bool:
        """Whether the file at the desk's path is no longer the one that is open."""
        return self._held_desk.is_moved

    def on_file_moved(self, notify: Callable[[FileMoved], None]) -> None:
        """Have every refusal told for which the file is no longer the desk's."""
        self._held_desk.notify = notify

    def save_copy(self, path: Path) -> str | None:
        """Write what is open into a new file under the same key, never over another; returns it.

        It is what is left to do when the desk's own file has gone.
        """
        with self._held_desk.pause_watch(self._sql):
            leaving.write_copy(self._sql, path, self._connections.key)
        return self._connections.key

    def verify(self) -> list[str]:
        """Return everything that is wrong with the file, in sentences; empty when all is well."""
        return verify.problems(self._sql, self.new_connection)

    def damage_behind(self) -> Damaged | None:
        """Return what is broken in the desk, asked where an answer failed as only a bug should."""
        return verify.first_damage(self._sql)

    def on_damage(self, notify: Callable[[str], None]) -> None:
        """Have everything told that readers meet damaged and read past, on their own threads."""
        self._connections.on_damage(notify)

    @property
    def notes(self) -> list[str]:
        """What readers have met that is damaged, and read past."""
        notes = (note for each in self._connections.readers for note in each.notes)
        return list(dict.fromkeys(notes))

    def rebuild(self) -> None:
        """Make the full text anew from the records."""
        indexing.rebuild_all(self._sql)
        with self._sql.transaction():
            is_ours = record_sums.is_by_our_rules(self._sql)
            record_sums.renew_keys(self._sql, is_ours=is_ours)

    def repair(self) -> None:
        """Make anew all that is derived; a record that is not as it was saved stays told."""
        with self._sql.transaction():
            verify.repair(self._sql)

    def begin_compacting(self, work: Work) -> None:
        """Note within a unit of work that what it removed must not stay in the file."""
        work.sql.run("INSERT OR REPLACE INTO setting VALUES (?, '1')", (desk_info.COMPACTING,))

    @property
    def needs_compacting(self) -> bool:
        """Whether a removal is not finished: a kill or a stop has left the old file."""
        return not self.is_read_only and bool(self.reader.setting(desk_info.COMPACTING))

    def compact(self, progress: Progress | None = None) -> str:
        """Write the file anew without anything that was removed; return why not, if that fails.

        What was removed is overwritten either way. It is taken up again when the desk is next
        opened for writing.
        """
        return self.replacing.write_compact(progress) or self.replacing.put_compact()

    def set_passphrase(self, passphrase: str) -> None:
        """Set, change or ('') remove the passphrase: all or nothing, and every reader goes on.

        Raises Refused for a passphrase that cannot be set, Unavailable while another has the desk
        open or where the disk refuses; the desk is then as it was, and open.
        """
        self.write_passphrase_copy(passphrase)
        self.replacing.put()

    def write_passphrase_copy(self, passphrase: str, progress: Progress | None = None) -> None:
        """Write the desk under another passphrase beside it, which takes long; a copy is kept
        before, by the plan.
        """
        if self.is_read_only:
            raise self._locked_refusal()
        self._held_desk.need_one_name()
        self.copies.keep_before(progress)
        self.replacing.write_under(passphrase, progress)

    @property
    def replacing(self) -> Replacement:
        """What writes the file anew beside it and, while no reader is at it, puts it there."""
        if self._replacement is None:
            self._replacement = replacement.Replacement(self._held_desk, self._connections)
        return self._replacement
