"""A plan of a merge written into the desk, with what the next merge must know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from db.changes.removing import raise_version, remove_records
from db.changes.unit_of_work import Work
from db.errors import Refused
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.merge_base import OtherSide
from db.exchange.desks.merge_memory import Memory
from db.exchange.desks.merge_plan import MergePlan, cited_files
from db.exchange.desks.side_history import fields_stamp, stamp_columns
from db.exchange.plain.plain_records import Plain, PlainFault
from db.exchange.plain.plain_writing import FORMER_ID, WRITING_ORDER, PlainWriter, ids_by_uid
from db.exchange.plain.three_way import (
    DOUBLES,
    KEY,
    OURS,
    ROW,
    TAKEN,
    THEIRS,
    WHOLE,
    Taken,
    says_same,
)
from db.record_types import RECORD_TYPES, Record, Source
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import shape_of
from db.storage.stored_records import select_rows
from db.tables.fields import Stored
from db.vocabulary.kinds import PLURALS


@dataclass(slots=True)
class Written:
    """What was written, counted by plural of the kind; `refused` are records that do not hold as
    both sides together make them, by uid with the path and why: they stay as they were.
    """

    added: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    refused: dict[str, str] = field(default_factory=dict)
    new_ids: dict[str, int] = field(default_factory=dict)  # of added records


class MergeWriter:
    """Writes one plan."""

    def __init__(
        self,
        work: Work,
        plan: MergePlan,
        ours: DeskSide,
        theirs: OtherSide,
        exchange: str = "",
    ) -> None:
        self._work = work
        self._plan = plan
        self._sides: dict[str, OtherSide] = {OURS: ours, THEIRS: theirs}
        self._theirs = theirs
        self._compares_times = ours.history.fork > 0  # else all that both have would be looked at
        self._writer = PlainWriter(work, theirs.lens)
        self.written = Written()
        self.memory = Memory(exchange=exchange)

    def write(self) -> Written:
        """Write sources, records, what was merged, and last what goes."""
        plan, writer = self._plan, self._writer
        there = ids_by_uid(self._work.sql, "record", plan.records)
        writer.numbers.records |= there
        writer.know(uid for uid, plain in plan.records.items() if plain and uid not in there)
        self._write_sources()
        for kind in WRITING_ORDER:
            uids = [uid for uid, of in plan.kinds.items() if of == kind and plan.records.get(uid)]
            writer.look_up(plan.records[uid] or {} for uid in uids)
            for uid in uids:
                self._write(kind, uid, plan.records[uid] or {}, is_new=uid not in there)
        self._write_former()
        self._remove(there)
        return self.written

    def _write_sources(self) -> None:
        here = ids_by_uid(self._work.sql, "source", self._plan.sources)
        for uid, plain in self._plan.sources.items():
            if uid in here:
                self._writer.update_source(here[uid], plain)
                self._keep_stamps(Source, here[uid], plain, "")
            else:
                self._keep_stamps(Source, self._writer.add_source(plain).id, plain, THEIRS)

    def _write(self, kind: str, uid: str, plain: Plain, *, is_new: bool) -> None:
        ours, plural = self._plan.ours.get(uid), PLURALS[kind]
        if ours is not None and not is_new and says_same(ours, plain):
            if self._compares_times and self._note(RECORD_TYPES[kind], ours["id"], plain, plain):
                self.memory.agreed.append(ours["id"])
            return
        self._keep_files(plain)
        try:
            if is_new:
                record = self._writer.insert(kind, plain)
                self.written.added[plural] += 1
                self.written.new_ids[uid] = record.id
            else:
                record, has_changed = self._writer.update(kind, plain)
                self.written.updated[plural] += has_changed
        except PlainFault as fault:
            if is_new:
                says = f"“{plain.get('title')}” of the other desk does not hold: {fault}"
                raise Refused(f"{says}; correct it there and merge again.") from fault
            self.written.refused[uid] = str(fault)
            return
        self._remember(record, plain)

    def _keep_files(self, plain: Plain) -> None:
        for sha256 in cited_files(plain):
            sql = self._work.sql
            if sql.value("SELECT count(*) FROM blob WHERE sha256=?", (sha256,)):
                continue
            data = self._theirs.attached_file(sha256)
            if data is not None:
                self._writer.keep_file(sha256, data)

    # records that were merged into others, and those that go

    def _write_former(self) -> None:
        """Let records of ours go into those that the other desk merged them into."""
        sql, numbers = self._work.sql, self._writer.numbers.records
        heads = {head for head in self._plan.former.values() if self._plan.records.get(head)}
        there = ids_by_uid(sql, "record", self._plan.former)
        known: dict[str, tuple[int, int]] = {
            uid: (key, owner)
            for key, owner, uid in sql.rows("SELECT id, record_id, former_uid FROM merger")
        }
        for former, head in self._plan.former.items():
            if head not in heads:
                continue
            key = numbers[head]
            if former in known:
                if known[former][1] != key:
                    row = select_rows(sql, "merger", "id=?", (known[former][0],))[0]
                    self._work.update("merger", row, {**row, "record_id": key}, key)
            else:
                row = {"record_id": key, "former_id": there.get(former, FORMER_ID)}
                self._work.insert("merger", {**row, "former_uid": former}, key)
                self._work.flush_table("merger")
                if key not in self._work.records:
                    raise_version(self._work, key, self._plan.kinds[head])
        self._remove_ids([there[uid] for uid in there if self._plan.former[uid] in heads])

    def _remove(self, there: dict[str, int]) -> None:
        for uid, plain in self._plan.records.items():
            if plain is None and uid in there:
                self.written.removed[PLURALS[self._plan.kinds[uid]]] += 1
        self._remove_ids(
            [there[u] for u, p in self._plan.records.items() if p is None and u in there]
        )

    def _remove_ids(self, ids: list[int]) -> None:
        if ids:
            self._work.flush_rows()
            statement = f"SELECT id FROM record WHERE id IN ({LISTED})"
            remove_records(
                self._work, [row[0] for row in self._work.sql.rows(statement, (listed(ids),))]
            )

    # what the next merge must know

    def _remember(self, record: Record, plain: Plain) -> None:
        if self.memory.exchange and says_same(plain, self._plan.theirs.get(plain["uid"])):
            self.memory.echoes.append(record.id)
        self._note(type(record), record.id, plain, record)

    def _note(
        self, of: type[Stored], row: int, plain: Plain, written: Stored | Plain, whole: str = ""
    ) -> bool:
        """Note which part each new row is, and who wrote what was taken; says whether something
        was. `whole` is the side that had all of what it is a part of.
        """
        self.memory.doubles |= plain.get(DOUBLES, {})
        whole = plain.get(WHOLE, whole)
        says_more = self._keep_stamps(of, row, plain, whole) or DOUBLES in plain
        for table_of, key, inner, part in _pairs(of, plain, written):
            if "id" not in inner and KEY in inner:
                self.memory.keys[f"{table_of.TABLE} {key}"] = inner[KEY]
            says_more |= self._note(table_of, key, inner, part, whole)
        return says_more

    def _keep_stamps(self, of: type[Stored], row: int, plain: Plain, whole: str) -> bool:
        """Keep who wrote what was taken; says whether that is more than is known here."""
        count, has_row = len(self.memory.stamps), plain.get("id") == row
        if whole and not (whole == OURS and has_row):
            self._copy_stamps(of, row, self._sides[whole], plain.get(ROW))
        for fields in plain.get(TAKEN, ()):
            self._keep_stamp(of, row, fields, has_row=has_row)
        return len(self.memory.stamps) > count

    def _copy_stamps(self, of: type[Stored], row: int, side: OtherSide, there: int | None) -> None:
        for table in ("record", of.TABLE) if issubclass(of, Record) else (of.TABLE,):
            for name, stamp in side.row_stamps(table, there).items() if there else ():
                key = f"{table} {row} {name}".rstrip()
                self.memory.stamps[key] = (stamp.time, stamp.author)

    def _keep_stamp(self, of: type[Stored], row: int, fields: Taken, *, has_row: bool) -> None:
        ours, theirs = (
            fields_stamp(side.row_stamps, of.TABLE, there, fields.names)
            for side, there in zip(self._sides.values(), fields.rows, strict=True)
        )
        stays = has_row and fields.rows[0] == row
        if fields.side == OURS or (not fields.side and ours.time >= theirs.time):
            if stays:
                return
            stamp = ours
        elif not fields.side and not self._compares_times:
            return
        else:
            stamp = theirs
        for table, columns in stamp_columns(of.TABLE, fields.names):
            keys = (f"{table} {row} {column}" for column in columns)
            self.memory.stamps |= dict.fromkeys(keys, (stamp.time, stamp.author))


def _pairs(
    of: type[Stored], plain: Plain, written: Stored | Plain
) -> Iterator[tuple[type[Stored], int, Plain, Stored | Plain]]:
    """Yield the parts of a record or part: what each is, its row here, its plain values, and what
    was written of them, or stands there.
    """
    for child in shape_of(of).children:
        inner = plain.get(child.name, ())
        if isinstance(written, dict):
            for part in inner:
                if "id" in part:
                    yield child.shape.of, part["id"], part, part
        else:
            for each, part in zip(getattr(written, child.name), inner, strict=False):
                yield child.shape.of, each.id, part, each
