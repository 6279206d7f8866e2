"""Plain values written into a desk within one unit of work: as they stand, nothing is derived anew.

The import of a bundle and the merge of two desks ask it. What is named and is nowhere is made with
its name alone, and counted.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from db.changes.unit_of_work import Work
from db.changes.validate import breaches
from db.changes.writing import insert_part, update_record
from db.clock import now
from db.errors import Refused
from db.exchange.placing.new_rows import insert_new
from db.exchange.plain.plain_records import Plain, PlainFault, from_plain, uid_of
from db.lens import Lens
from db.record_types import RECORD_TYPES, Citation, Office, Organization, Record, Source
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import Values, shape_of, to_values
from db.storage.stored_records import select_rows, sources

_TIME = re.compile(r"[+-]?\d{4,}-\d\d-\d\dT")
WRITING_ORDER = ("organization", "person", "agreement", "event")  # offices before who held them
FORMER_ID = 0  # the number of a record that was merged on another desk and never was on this one


@dataclass(slots=True)
class DeskNumbers:
    """The numbers of records, offices and sources on this desk by uid; `stand_ins` names a kind and
    a title for each uid that is to be made with its name alone.
    """

    sql: Sql
    records: dict[str, int] = field(default_factory=dict)
    offices: dict[str, int] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def record(self, uid: str) -> int:
        """Return the id of a record."""
        found = self.records.get(uid)
        if found is None:
            raise PlainFault("", f"it names a record that is not there ({uid})")
        return found

    def office(self, uid: str) -> int:
        """Return the id of an office."""
        if uid not in self.offices:
            found = self.sql.value("SELECT id FROM office WHERE uid=?", (uid,))
            if found is None:
                raise PlainFault("", f"it names an office that is not there ({uid})")
            self.offices[uid] = found
        return self.offices[uid]

    def source(self, uid: str) -> Source:
        """Return a source."""
        found = self.sources.get(uid)
        if found is None:
            raise PlainFault("", f"it cites a source that is not there ({uid})")
        return found


def ids_by_uid(sql: Sql, table: str, uids: Iterable[str]) -> dict[str, int]:
    """Return the ids of those rows of a table that are there."""
    rows = sql.rows(f"SELECT uid, id FROM {table} WHERE uid IN ({LISTED})", (listed(list(uids)),))
    return dict(rows)


class PlainWriter:
    """Writes records of plain values. Before any is written, `know` is told of all that are new."""

    def __init__(self, work: Work, lens: Lens) -> None:
        self.work = work
        self.lens = lens
        self.numbers = DeskNumbers(work.sql)
        self.stand_ins: Counter[str] = Counter()  # by kind
        self._stamp = now()

    def know(self, uids: Iterable[str]) -> None:
        """Give each record that is to be made its number, so that all may name each other."""
        for uid in uids:
            self.numbers.records[uid] = self.work.ids.next("record")

    def look_up(self, plains: Iterable[Plain]) -> None:
        """Find on the desk what these records name and nobody has told of yet."""
        numbers, sql = self.numbers, self.work.sql
        wanted = list(plains)
        uids = {uid for plain in wanted for uid, _ in references(plain)} - numbers.records.keys()
        numbers.records |= ids_by_uid(sql, "record", uids)
        cited = {
            each["source"]
            for plain in wanted
            for each in plain.get("citations", ())
            if isinstance(each.get("source"), str)
        } - numbers.sources.keys()
        if cited:
            self.work.flush_table("source")
            found = sources(sql, ids_by_uid(sql, "source", cited).values())
            numbers.sources |= {each.uid: each for each in found.values()}

    def stand_in(self, plains: Iterable[Plain]) -> None:
        """Make what these records name and nobody has: bare records and offices, marked as who
        names them first.
        """
        for plain in plains:
            for _, raw in references(plain):
                self._make_bare(raw, plain.get("marking", "open"))
            for raw in offices_in(plain):
                self._make_office(raw)

    def _make_bare(self, raw: Plain, marking: str) -> None:
        if raw["uid"] in self.numbers.records:
            return
        kind, title = raw.get("kind"), raw.get("title")
        if kind not in RECORD_TYPES or not isinstance(title, str):
            return  # refused by name when it is read
        self.know([raw["uid"]])
        self.insert(kind, {"uid": raw["uid"], "title": title, "marking": marking})
        self.stand_ins[kind] += 1

    def _make_office(self, raw: Plain) -> None:
        uid, body = raw["uid"], uid_of(raw.get("organization"))
        self.work.flush_table("office")
        try:
            self.numbers.office(uid)
        except PlainFault:
            owner, title = self.numbers.records.get(body), raw.get("title")
            if owner is None or not isinstance(title, str):
                return
            self.work.flush_rows()
            there = self.work.sql.value("SELECT count(*) FROM office WHERE record_id=?", (owner,))
            self.add_office(owner, uid, title, int(there))

    def add_office(self, owner: int, uid: str, title: str, place: int) -> None:
        """Add an office to a body without a look at the rest of it."""
        office = Office(uid=uid, title=title)
        insert_part(self.work, office, place, owner, {})
        self.work.touch(owner, "organization")
        self.work.renamed_records.add(owner)
        self.numbers.offices[uid] = office.id

    def add_source(self, plain: Plain) -> Source:
        """Write a source that is not on the desk."""
        source = from_plain(Source, plain, self.numbers)
        if fault := next(iter(_source_breaches(source)), None):
            raise fault
        source.id = self.work.insert("source", to_values(shape_of(Source), source), None)
        self.numbers.sources[source.uid] = source
        return source

    def update_source(self, source_id: int, plain: Plain) -> bool:
        """Bring a source of the desk to what it says now; say whether anything differed."""
        source = from_plain(Source, plain, self.numbers)
        if fault := next(iter(_source_breaches(source)), None):
            raise fault
        before: Values = select_rows(self.work.sql, "source", "id=?", (source_id,))[0]
        source.id, source.uid = source_id, before["uid"]
        self.numbers.sources[source.uid] = source
        if not self.work.update("source", before, to_values(shape_of(Source), source), None):
            return False
        self.work.changed_sources.add(source_id)
        return True

    def insert(self, kind: str, plain: Plain) -> Record:
        """Write a record that `know` was told of, with the times that it brings."""
        record = self.read(kind, plain)
        cited, record.citations = record.citations, []
        insert_new(self.work, record, self._stamp)
        for place, citation in enumerate(cited):
            self._insert_citation(citation, place, record.id)
        record.citations = cited
        self._note_offices(record)
        return record

    def _insert_citation(self, citation: Citation, place: int, record_id: int) -> None:
        values = to_values(shape_of(Citation), citation)
        citation.id = self.work.insert(
            "citation", {"record_id": record_id, "position": place, **values}, record_id
        )

    def update(self, kind: str, plain: Plain) -> tuple[Record, bool]:
        """Bring a record of the desk, and of its parts those that have a number, to what these
        values say; say whether anything differed.
        """
        record = self.read(kind, plain)
        self.work.flush_rows()
        version = self.work.sql.value("SELECT version FROM record WHERE id=?", (record.id,))
        record.version = int(version)
        has_changed = update_record(self.work, record, self.lens, as_it_stands=True)
        self._note_offices(record)
        return record, has_changed

    def _note_offices(self, record: Record) -> None:
        if isinstance(record, Organization):
            self.numbers.offices |= {office.uid: office.id for office in record.offices}

    def read(self, kind: str, plain: Plain) -> Record:
        """Return the record that plain values are; raise `PlainFault` where it does not hold."""
        record = from_plain(RECORD_TYPES[kind], plain, self.numbers)
        record.id = self.numbers.records[record.uid]
        for path, why in breaches(record):
            raise PlainFault(path, why)
        for name in ("created", "changed"):
            if (time := getattr(record, name)) and not _TIME.match(time):
                raise PlainFault(name, "it is no time")
        return record

    def keep_file(self, sha256: str, data: bytes) -> None:
        """Keep the bytes of an attached file."""
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Refused("An attached file is damaged: its hash is another.")
        self.work.sql.run("INSERT OR IGNORE INTO blob VALUES (?,?)", (sha256, data))

    def keep_former(self, uid: str, former: Iterable[str]) -> None:
        """Let uids of records that were merged into one lead to it."""
        for each in former:
            row = {"record_id": self.numbers.records[uid], "former_uid": each}
            self.work.insert("merger", {**row, "former_id": FORMER_ID}, row["record_id"])  # type: ignore[arg-type]


def _source_breaches(source: Source) -> Iterator[PlainFault]:
    if not source.title.strip():
        yield PlainFault("title", "A source needs its title.")


def references(plain: Plain) -> Iterator[tuple[str, Plain]]:
    """Yield every record that plain values name, with the reference."""
    for raw in walk(plain):
        if "kind" in raw and "title" in raw and uid_of(raw):
            yield raw["uid"], raw
        if body := uid_of(raw.get("organization")):
            yield body, {**raw["organization"], "kind": "organization"}


def offices_in(plain: Plain) -> Iterator[Plain]:
    """Yield every office that a person holds or held."""
    return (
        part["office"]
        for part in plain.get("tenures", ())
        if isinstance(part, dict) and uid_of(part.get("office"))
    )


def walk(value: object, *, is_top: bool = True) -> Iterator[Plain]:
    """Yield every object within plain values, the outermost aside."""
    if isinstance(value, dict):
        if not is_top:
            yield value
        for each in value.values():
            yield from walk(each, is_top=False)
    elif isinstance(value, list):
        for each in value:
            yield from walk(each, is_top=False)
