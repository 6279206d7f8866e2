"""Which records a courier carries: those that the change log names since the last one.

`courier_output` asks it. What only echoes is left out; what could not be shown before and can be
now is carried though nobody touched it.
"""

from __future__ import annotations

from functools import cached_property

from db.exchange.courier.next_courier import Sending
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.exchanges import Exchange
from db.exchange.desks.side_history import SideHistory
from db.exchange.plain.plain_writing import ids_by_uid
from db.exchange.plain.three_way import text_of
from db.lens import HIGHEST
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.unpacking import row_in


class RecordChoice:
    """One choice; `side` reads what is there, `base_side` what the receiver was shown of it."""

    def __init__(
        self, sql: Sql, sending: Sending, exchange: Exchange, side: DeskSide, base_side: DeskSide
    ) -> None:
        self._sql = sql
        self._sending = sending
        self._exchange = exchange
        self._side = side
        self._base_side = base_side
        self._history = side.history

    def records(self) -> set[int]:
        """Return the ids of the records to carry, those above the ceiling among them."""
        found = self._history.touched - self._echoes()
        if self._sending.earlier != self._sending.after:
            found |= self._find_more_visible(
                SideHistory(self._sql, self._sending.earlier).touched - found
            )
        return found | self._find_naming_records() | self._still_here()

    @property
    def hidden_before(self) -> set[str]:
        """The uids of records and sources that the receiver could not be shown, and now can."""
        return self._lower_marking_uids[0] | self._lower_marking_uids[1]

    def _still_here(self) -> set[int]:
        """Return the records that the other desk deleted since, and that stay on this one."""
        uids = {
            uid
            for each in self._exchange.received
            if each.at >= self._sending.after
            for uid in each.still_here
        }
        return set(ids_by_uid(self._sql, "record", uids).values())

    def _find_more_visible(self, ids: set[int]) -> set[int]:
        """Return those of these records of which more is shown under today's ceiling."""
        uids = self._side.uids_of(ids)
        now, before = (side.read(uids) for side in (self._side, self._base_side))
        return {
            key for uid in now if text_of(now[uid]) != text_of(before.get(uid)) for key in uids[uid]
        }

    def _find_naming_records(self) -> set[int]:
        """Return the records that name one which was marked lower since, or cite such a source."""
        records, sources = self._lower_marking_uids
        if not records and not sources:
            return set()
        numbers = self._sql.rows(
            f"SELECT id FROM record WHERE uid IN ({LISTED})", (listed(list(records)),)
        )
        citing = self._sql.rows(
            "SELECT DISTINCT c.record_id FROM citation c JOIN source s ON s.id = c.source_id"
            f" WHERE s.uid IN ({LISTED})",
            (listed(list(sources)),),
        )
        return self._side.naming([row[0] for row in numbers]) | {row[0] for row in citing}

    @cached_property
    def _lower_marking_uids(self) -> tuple[set[str], set[str]]:
        """The uids of the records, and of the sources, that were hidden from the receiver when the
        last courier went and are marked otherwise since.
        """
        if self._base_side.lens.ceiling >= HIGHEST or not self._sending.after:
            return set(), set()
        records, sources = (self._marked_anew(table) for table in ("record", "source"))
        return records, sources

    def _marked_anew(self, table: str) -> set[str]:
        markings: dict[int, int] = {}  # as they were when the last courier went
        for row, before in self._sql.rows(
            "SELECT row, before FROM revision WHERE change_id > ? AND table_name=? AND row_to = row"
            " AND before IS NOT NULL AND after IS NOT NULL AND instr(before, CAST(? AS BLOB)) > 0"
            " ORDER BY id",
            (self._sending.after, table, '"marking":'),
        ):
            markings.setdefault(row, row_in(before).get("marking", 0))
        hidden = [row for row, each in markings.items() if not self._base_side.lens.shows(each)]
        statement = f"SELECT uid FROM {table} WHERE id IN ({LISTED})"
        return {row[0] for row in self._sql.rows(statement, (listed(hidden),))}

    def _echoes(self) -> set[int]:
        """Return the records that only the other desk's own couriers touched since: it has them as
        they are.
        """
        found: set[int] = set()
        for change, memory in self._history.memories.items():
            if memory.exchange == self._exchange.uid:
                found.update(memory.echoes)
                later = self._sql.rows(
                    "SELECT DISTINCT record_id FROM revision WHERE change_id > ? AND change_id <> ?"
                    f" AND record_id IN ({LISTED}) UNION SELECT DISTINCT row FROM revision"
                    " WHERE change_id > ? AND change_id <> ? AND table_name='record'"
                    f" AND row IN ({LISTED})",
                    (self._sending.after, change, listed(memory.echoes)) * 2,
                )
                found.difference_update(row[0] for row in later)
        return found
