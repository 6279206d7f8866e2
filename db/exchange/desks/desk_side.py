"""One of the two desks of a merge: its records as they are and as they were, by uid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set

from db.changes.record_snapshots import RecordHistory, last_rows
from db.exchange.desks.merge_settings import read_settings
from db.exchange.desks.merge_verdicts import (
    Pair,
    read_lost_verdicts,
    read_verdicts,
    read_waiting_verdicts,
)
from db.exchange.desks.merge_views import Views, past_view_rows, view_rows
from db.exchange.desks.side_history import SideHistory, Stamp, last_stamp
from db.exchange.plain.desk_states import DeskStates, PartKey
from db.exchange.plain.plain_records import Plain, to_plain
from db.exchange.plain.plain_writing import ids_by_uid
from db.exchange.plain.topic_fields import touched_topics
from db.lens import Lens
from db.lists.saved_searches import TABLE
from db.lists.today.topic_retention import TABLE as TAGS
from db.lists.today.topic_retention import Topics, read_topic_fields
from db.print_log.printed_changes import record_then
from db.record_types import Source
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed, pieces
from db.storage.row_mapping import Names, Values, from_values, shape_of
from db.storage.unpacking import rows_of_line
from db.traces.naming_lines import naming_records

_MERGED = "SELECT m.former_uid, r.uid FROM merger m JOIN record r ON r.id = m.record_id"
Ids = dict[str, set[int]]  # the numbers that a record has and had, by uid


class DeskSide:
    """A desk and its history since it went apart from the other; asked through a lens.

    `part_key` says which part a row is where that is not to be counted from the fork.
    """

    def __init__(
        self,
        sql: Sql,
        lens: Lens,
        fork: int,
        *,
        history: SideHistory | None = None,
        part_key: PartKey | None = None,
    ) -> None:
        self.sql = sql
        self.lens = lens
        self.history = history or SideHistory(sql, fork)
        self._part_key = part_key or self.history.part_key
        self.states = DeskStates(sql, lens, self._part_key)
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

    def removed_rows(self, ids: Collection[int]) -> dict[int, Values]:
        """Return the rows of records that are gone, as they were last."""
        return last_rows(self.sql, "record", ids)

    def read_removed_records(self, uids: Collection[str]) -> dict[str, Plain]:
        """Return records that this desk deleted since, as they were before."""
        found: dict[str, Plain] = {}
        for uid, (key, change) in self._removals(uids).items():
            found |= self.read_past({uid: {key}}, change - 1)
        return found

    def removed_mergers(self, uids: Collection[str]) -> dict[str, str]:
        """Return the uids that led to records which this desk deleted since, each with its uid."""
        found: dict[str, str] = {}
        for uid, (key, change) in self._removals(uids).items():
            for row, before in self.sql.rows(
                "SELECT row, before FROM revision WHERE change_id=? AND table_name='merger'"
                " AND before IS NOT NULL AND after IS NULL",
                (change,),
            ):
                rows = [each for each in rows_of_line(row, before) if each["record_id"] == key]
                found |= {str(each["former_uid"]): uid for each in rows}
        return found

    def _removals(self, uids: Collection[str]) -> dict[str, tuple[int, int]]:
        """Return the number of each deleted record, and the change that deleted it last."""
        found: dict[str, tuple[int, int]] = {}
        for uid in uids:
            for key in sorted(self.numbers_of(uid)):
                change = self.sql.value(
                    "SELECT max(change_id) FROM revision WHERE table_name='record'"
                    " AND row <= ?1 AND row_to >= ?1 AND after IS NULL AND before IS NOT NULL",
                    (key,),
                )
                if change is not None:
                    found[uid] = key, int(change)
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

    def read_references(self, uids: Collection[str]) -> dict[str, Plain]:
        """Return records that it names and the other desk has not."""
        return self.read(uids)

    def read_past(self, ids: Mapping[str, Collection[int]], change: int) -> dict[str, Plain]:
        """Return records as they were after a change, as far as the lens shows them."""
        found: dict[str, Plain] = {}
        keys = [key for uid in ids for key in ids[uid]]
        for part in pieces(keys):
            past = RecordHistory(self.sql, part, change)
            then = (record_then(self.sql, past, key, self.lens) for key in part)
            records = [record for record in then if record is not None]
            self.states.learn_references(records)
            for record in records:
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
        return naming_records(self.sql, ids)

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

    def read_sources(self, uids: Iterable[str]) -> dict[str, Plain]:
        """Return the sources with these uids as they are, as far as the lens shows them."""
        return self.states.sources(uids)

    def attached_file(self, sha256: str) -> bytes | None:
        """Return the bytes of an attached file, None where the desk has none such."""
        data = self.sql.value("SELECT data FROM blob WHERE sha256=?", (sha256,))
        return None if data is None else bytes(data)

    def row_stamps(self, table: str, row: int) -> dict[str, Stamp]:
        """Return who wrote each column of a row last, since the desks parted; "" is who made it."""
        return self.history.row_stamps(table, row)

    def taken_columns(self, table: str, row: int) -> Set[str]:
        """Return the columns of a row that a merge took from another desk."""
        return self.history.taken_columns(table, row)

    def is_dropped(self, key: str) -> bool:
        """Say whether a part that is gone was dropped, and not just one with its double."""
        return self.history.is_dropped(key)

    def record_stamp(self, uid: str) -> Stamp:
        """Return who touched a record last."""
        return self.history.record_stamp(self.numbers_of(uid))

    def last_change(self) -> tuple[int, str, str] | None:
        """Return the number, the time and the author of the newest change."""
        return self.history.last_change()

    # what is no record

    def verdicts(self) -> set[Pair]:
        """Return the pairs of records that are not the same, as far as the lens shows them; also
        those of which one went with its verdict, or never was on this desk.
        """
        there = read_verdicts(self.sql, self.lens) | read_lost_verdicts(self.sql, self.lens)
        return there | read_waiting_verdicts(self.sql)

    def views(self) -> Views:
        """Return the saved searches that the lens shows."""
        rows = view_rows(self.sql, self.lens)
        return {self.view_key(row): view for row, view in rows.items()}

    def past_views(self, change: int) -> Views:
        """Return the saved searches as they were after a change, as far as the lens shows them."""
        rows = past_view_rows(self.sql, self.lens, change)
        return {self.view_key(row): view for row, view in rows.items()}

    def view_key(self, row: int) -> str:
        """Return what a saved search is known by on every desk."""
        return self._part_key(TABLE, row)

    def topics(self) -> Topics:
        """Return what is said of topics, those of which it was written since empty too."""
        touched = touched_topics(self.sql, self.lens, self.history.fork)
        return touched | read_topic_fields(self.sql, self.lens)

    def topic_stamp(self, topic: str, name: str) -> Stamp:
        """Return who wrote a field of a topic last."""
        row = self.sql.value("SELECT id FROM tag WHERE text=?", (topic,))
        return Stamp() if row is None else last_stamp(self.row_stamps(TAGS, row), [name])

    def settings(self) -> dict[str, str]:
        """Return the settings that can be another desk's too, as far as the lens shows them."""
        return read_settings(self.sql, self.lens)
