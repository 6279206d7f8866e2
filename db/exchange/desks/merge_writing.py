"""A plan of a merge written into the desk, with what the next merge must know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from db.changes.removing import raise_version, remove_records
from db.changes.unit_of_work import Work
from db.errors import Refused
from db.exchange.desks.merge_base import OtherSide
from db.exchange.desks.merge_memory import Memory
from db.exchange.desks.merge_plan import MergePlan, cited_files
from db.exchange.plain.plain_records import Plain, PlainFault
from db.exchange.plain.plain_writing import FORMER_ID, WRITING_ORDER, PlainWriter, ids_by_uid
from db.exchange.plain.three_way import bare, says_same
from db.record_types import Part, Record
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import shape_of
from db.storage.stored_records import select_rows
from db.tables.fields import Stored, meanings
from db.tables.rows import column_names
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

    def __init__(self, work: Work, plan: MergePlan, theirs: OtherSide, exchange: str = "") -> None:
        self._work = work
        self._plan = plan
        self._theirs = theirs
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
            else:
                self._writer.add_source(plain)

    def _write(self, kind: str, uid: str, plain: Plain, *, is_new: bool) -> None:
        ours, plural = self._plan.ours.get(uid), PLURALS[kind]
        if ours is not None and not is_new and says_same(ours, plain):
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
        self._remember(record, plain, ours if not is_new else None)

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

    def _remember(self, record: Record, plain: Plain, ours: Plain | None) -> None:
        theirs = self._plan.theirs.get(plain["uid"])
        if self.memory.exchange and says_same(plain, theirs):
            self.memory.echoes.append(record.id)
        number = theirs.get("id") if theirs else None
        if theirs is not None and number is not None:
            for table in ("record", type(record).TABLE):
                names = _taken_fields(type(record), plain, ours, theirs)
                self._keep_stamps(table, record.id, number, names, is_new=ours is None)
        ours_by_id = dict(_parts_by_id(ours)) if ours else {}
        theirs_by_key = dict(_parts_by_key(theirs)) if theirs else {}
        for part, inner in _pairs(record, plain):
            table = type(part).TABLE
            before = ours_by_id.get((table, part.id)) if "id" in inner else None
            if before is None and "key" in inner:
                self.memory.keys[f"{table} {part.id}"] = inner["key"]
            there = theirs_by_key.get(str(inner.get("key") or inner.get("uid")))
            if there is not None:
                names = _taken_fields(type(part), inner, before, there)
                self._keep_stamps(table, part.id, there["row"], names, is_new=before is None)

    def _keep_stamps(
        self, table: str, row: int, number: int, names: list[str], *, is_new: bool
    ) -> None:
        """Keep who wrote on the other desk what was taken."""
        if not names:
            return
        stamps = self._theirs.row_stamps(table, number)
        default = stamps.get("")
        if is_new and default is not None:
            self.memory.stamps[f"{table} {row}"] = (default.time, default.author)
        for name in names:
            stamp = stamps.get(name, default)
            if stamp is not None and not (is_new and stamp == default):
                self.memory.stamps[f"{table} {row} {name}"] = (stamp.time, stamp.author)


def _taken_fields(of: type[Stored], merged: Plain, ours: Plain | None, theirs: Plain) -> list[str]:
    """Return the columns of the fields that were taken from the other side."""
    return [
        column
        for name, meaning in meanings(of)
        if meaning.sort not in ("parts", "topics")
        and bare(merged.get(name)) == bare(theirs.get(name))
        and (ours is None or bare(merged.get(name)) != bare(ours.get(name)))
        for column in column_names(name, meaning)
    ]


def _pairs(item: Record | Part, plain: Plain) -> Iterator[tuple[Part, Plain]]:
    """Yield every part of a record with its plain values."""
    for child in shape_of(type(item)).children:
        for part, inner in zip(getattr(item, child.name), plain.get(child.name, ()), strict=False):
            yield part, inner
            yield from _pairs(part, inner)


def _parts_by_id(plain: Plain) -> Iterator[tuple[tuple[str, int], Plain]]:
    for part in _parts(plain):
        yield (part["table"], part["id"]), part


def _parts_by_key(plain: Plain) -> Iterator[tuple[str, Plain]]:
    for part in _parts(plain):
        yield part.get("key") or part["uid"], part


def _parts(plain: Plain) -> Iterator[Plain]:
    for value in plain.values():
        for part in value if isinstance(value, list) else ():
            if isinstance(part, dict) and "row" in part:
                yield part
                yield from _parts(part)
