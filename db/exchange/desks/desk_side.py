"""One of the two desks of a merge: its records as they are and as they were, by uid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from db.changes.record_snapshots import RecordHistory, last_rows
from db.exchange.desks.side_history import SideHistory
from db.exchange.plain.desk_states import DeskStates
from db.exchange.plain.plain_records import Plain, to_plain
from db.exchange.plain.plain_writing import ids_by_uid
from db.lens import Lens
from db.print_log.printed_changes import record_then
from db.record_types import Source
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed, pieces
from db.storage.row_mapping import Names, from_values, shape_of

_MERGED = "SELECT m.former_uid, r.uid FROM merger m JOIN record r ON r.id = m.record_id"
Ids = dict[str, set[int]]  # the numbers that a record has and had, by uid


class DeskSide:
    """A desk and its history since it went apart from the other; asked through a lens."""

    def __init__(self, sql: Sql, lens: Lens, fork: int) -> None:
        self.sql = sql
        self.lens = lens
        self.history = SideHistory(sql, fork)
        self.states = DeskStates(sql, lens, self.history.part_key)
        self._touched: Ids | None = None
        self.kinds: dict[str, str] = {}  # of the records that were read
        self.merged: dict[str, str] = dict(sql.rows(_MERGED))  # uid → of which record it is one

    def uids_of(self, ids: Collection[int]) -> Ids:
        """Return the uids of records that are there or were, with their numbers."""
        found: Ids = {}
        statement = f"SELECT id, uid FROM record WHERE id IN ({LISTED})"
        there: dict[int, str] = dict(self.sql.rows(statement, (listed(list(ids)),)))
        removed_rows = last_rows(self.sql, "record", set(ids) - there.keys())
        for key, uid in (*there.items(), *((key, row["uid"]) for key, row in removed_rows.items())):
            found.setdefault(uid, set()).add(key)
        return found

    def hidden_ids(self, ids: Collection[int]) -> set[int]:
        """Return which of these records lie above the ceiling, or did when they were removed."""
        statement = f"SELECT id, marking FROM record WHERE id IN ({LISTED})"
        markings: dict[int, int] = dict(self.sql.rows(statement, (listed(list(ids)),)))
        removed_rows = last_rows(self.sql, "record", set(ids) - markings.keys())
        markings |= {key: row["marking"] for key, row in removed_rows.items()}
        return {key for key, marking in markings.items() if not self.lens.shows(marking)}

    def read(self, uids: Iterable[str]) -> dict[str, Plain]:
        """Return the records with these uids as they are, as far as the lens shows them."""
        ids = ids_by_uid(self.sql, "record", uids)
        statement = f"SELECT kind, id FROM record WHERE id IN ({LISTED})"
        by_kind: dict[str, list[int]] = {}
        for kind, key in self.sql.rows(statement, (listed(list(ids.values())),)):
            by_kind.setdefault(kind, []).append(key)
        found: dict[str, Plain] = {}
        for kind, keys in by_kind.items():
            for part in pieces(keys):
                for plain in self.states.of_ids(kind, part).values():
                    found[plain["uid"]] = plain
                    self.kinds[plain["uid"]] = kind
        return found

    def read_past(self, ids: Mapping[str, Collection[int]], change: int) -> dict[str, Plain]:
        """Return records as they were after a change, as far as the lens shows them."""
        found: dict[str, Plain] = {}
        keys = [key for uid in ids for key in ids[uid]]
        for part in pieces(keys):
            past = RecordHistory(self.sql, part, change)
            for key in part:
                record = record_then(self.sql, past, key, self.lens)
                if record is not None:
                    found[record.uid] = self.states.of_record(record)
                    self.kinds[record.uid] = record.KIND
        return found

    def source_uids(self, ids: Collection[int]) -> dict[str, int]:
        """Return the uids of sources with their numbers."""
        statement = f"SELECT uid, id FROM source WHERE id IN ({LISTED})"
        return dict(self.sql.rows(statement, (listed(list(ids)),)))

    def read_past_sources(self, ids: Collection[int], change: int) -> dict[str, Plain]:
        """Return sources as they were after a change."""
        rows = RecordHistory(self.sql, [], change).read_by_owner("source", ids)
        found = {}
        for key, row in rows.items():
            if self.lens.shows(row["marking"]):
                source: Source = from_values(shape_of(Source), row, Names({}, {}, {}), id=key)
                found[source.uid] = to_plain(source, self.states.uids)
        return found

    def naming(self, ids: Collection[int]) -> set[int]:
        """Return the records that name any of these, or an office of them."""
        wanted = listed(list(ids))
        found: set[int] = set()
        for ref in self.sql.references("record"):
            if ref.column in ("id", "record_id") or ref.table in ("merger", "verdict"):
                continue
            owner = "record_id" if "record_id" in self.sql.columns(ref.table) else "id"
            statement = f"SELECT DISTINCT {owner} FROM {ref.table} WHERE {ref.column} IN ({LISTED})"
            found.update(row[0] for row in self.sql.rows(statement, (wanted,)))
        found.update(
            row[0]
            for row in self.sql.rows(
                "SELECT DISTINCT t.record_id FROM tenure t JOIN office o ON o.id = t.office_id"
                f" WHERE o.record_id IN ({LISTED})",
                (wanted,),
            )
        )
        return found - set(ids)

    def place_of(self, uid: str) -> tuple[str, int | None]:
        """Return the table of a record's kind, or of sources, and the number of the row there."""
        row = self.sql.one("SELECT kind, id FROM record WHERE uid=?", (uid,))
        if row is None:
            return "source", self.sql.value("SELECT id FROM source WHERE uid=?", (uid,))
        return str(row[0]), int(row[1])

    def numbers_of(self, uid: str) -> set[int]:
        """Return the numbers that a touched record has and had."""
        if self._touched is None:
            self._touched = self.uids_of(self.history.touched)
        return self._touched.get(uid, set())
