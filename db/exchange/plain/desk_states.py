"""The records of an open desk as plain values, each part with its number; merges compare them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from db.changes.record_snapshots import last_rows
from db.exchange.plain.plain_records import Plain, to_plain
from db.exchange.plain.plain_rows import plain_of_rows
from db.exchange.plain.plain_writing import ids_by_uid
from db.lens import Lens
from db.record_types import OfficeRef, Part, Record, Ref, parts_of
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.many_records import RecordRows, read_rows
from db.storage.row_mapping import Names, shape_of
from db.storage.stored_records import sources

PartKey = Callable[[str, int], str]  # which part a row of a table is


class DeskUids:
    """The uids of records and offices by number, those that are gone by what they had last."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._known: dict[tuple[str, int], str] = {}

    def uid(self, ref: Ref) -> str:
        """Return the uid of a record."""
        return self._of("record", ref.id)

    def office_uid(self, ref: OfficeRef) -> str:
        """Return the uid of an office."""
        return self._of("office", ref.id)

    def learn(self, table: str, ids: Iterable[int]) -> None:
        """Look up many at once."""
        unknown = [key for key in ids if (table, key) not in self._known]
        if unknown:
            statement = f"SELECT id, uid FROM {table} WHERE id IN ({LISTED})"
            for key, uid in self._sql.rows(statement, (listed(unknown),)):
                self._known[table, key] = uid

    def _of(self, table: str, key: int) -> str:
        if (table, key) not in self._known:
            self.learn(table, [key])
        if (table, key) not in self._known:
            row = last_rows(self._sql, table, [key]).get(key, {})
            self._known[table, key] = str(row.get("uid") or "")
        return self._known[table, key]


class DeskStates:
    """Reads records as plain values through a lens; `part_key` says which part is which."""

    def __init__(self, sql: Sql, lens: Lens, part_key: PartKey | None = None) -> None:
        self.sql = sql
        self.lens = lens
        self.uids = DeskUids(sql)
        self._part_key = part_key

    def of_ids(self, kind: str, ids: Sequence[int]) -> dict[int, Plain]:
        """Return the records of a kind with these ids that the lens shows."""
        found = read_rows(self.sql, kind, ids, self.lens) if ids else {}
        for each in found.values():
            self._learn_names(each.names)  # those of all that was read at once
            break
        return {key: self._of_rows(rows) for key, rows in found.items()}

    def _learn_names(self, names: Names) -> None:
        bodies = (ref.organization for ref in names.offices.values())
        self.uids.learn("record", {*names.refs, *(body.id for body in bodies if body)})
        self.uids.learn("office", names.offices)

    def _of_rows(self, rows: RecordRows) -> Plain:
        plain = plain_of_rows(rows, self.uids, self._number_row)
        plain["id"] = plain["row"] = rows.head["id"]
        return plain

    def _number_row(self, part: Plain, table: str, row: int) -> None:
        part["id"] = part["row"] = row
        part["table"] = table
        if self._part_key is not None and "uid" not in part:
            part["key"] = self._part_key(table, row)

    def learn_references(self, records: Iterable[Record]) -> None:
        """Look up the uids of all that records name in one go."""
        refs: set[int] = set()
        offices: set[int] = set()
        for record in records:
            for item in (record, *(part for _, part in parts_of(record))):
                for mapped in shape_of(type(item)).others:
                    value = getattr(item, mapped.name)
                    if isinstance(value, Ref):
                        refs.add(value.id)
                    elif isinstance(value, OfficeRef):
                        offices.add(value.id)
                        if value.organization:
                            refs.add(value.organization.id)
        self.uids.learn("record", refs)
        self.uids.learn("office", offices)

    def of_record(self, record: Record) -> Plain:
        """Return a record that was read as plain values."""
        plain: Plain = to_plain(record, self.uids)
        plain["id"] = plain["row"] = record.id
        self._number(record, plain)
        return plain

    def _number(self, item: Record | Part, plain: Plain) -> None:
        for child in shape_of(type(item)).children:
            parts = getattr(item, child.name)
            for part, inner in zip(parts, plain.get(child.name, ()), strict=True):
                self._number_row(inner, child.shape.table, part.id)
                self._number(part, inner)

    def sources(self, wanted: Iterable[str]) -> dict[str, Plain]:
        """Return the sources with these uids that the lens shows, by uid."""
        keys = ids_by_uid(self.sql, "source", wanted)
        found = sources(self.sql, keys.values())
        return {
            source.uid: {**to_plain(source, self.uids), "id": key, "row": key}
            for key, source in found.items()
            if self.lens.shows(source.marking)
        }
