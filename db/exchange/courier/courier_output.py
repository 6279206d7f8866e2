"""A courier made from the open desk: what its change log names since the last exchange.

The command `courier` and the window ask. Records that nobody touched are neither read nor walked.
What lies above the ceiling, now or when it was removed, leaves nothing in the file.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from db.clock import now
from db.errors import Refused, Unavailable
from db.exchange.courier.courier_contents import (
    ABOUT,
    CHANGES_TAKEN,
    FILES,
    FORMAT,
    INDEX,
    RECORDS,
    SOURCES,
    TOPICS,
    VERDICTS,
    VIEWS,
    add_in_parts,
    change_digest,
    pack_entry,
)
from db.exchange.courier.courier_file import CourierEntries, new_courier
from db.exchange.courier.next_courier import Sending, exchange_with, next_sending
from db.exchange.courier.part_keys import PartKeys
from db.exchange.courier.record_choice import RecordChoice
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.exchanges import (
    PREFIX,
    ChangeStamp,
    Exchange,
    Received,
    parse_exchanges,
    setting_of,
)
from db.exchange.desks.merge_base import numbers_of
from db.exchange.desks.merge_verdicts import read_verdicts, read_waiting_verdicts
from db.exchange.desks.side_history import SideHistory
from db.exchange.plain.hidden_values import visible_values
from db.exchange.plain.plain_records import Plain, marking_of
from db.exchange.plain.three_way import text_of
from db.exchange.plain.topic_fields import past_topics
from db.lens import HIGHEST, Lens
from db.lists.saved_searches import TABLE
from db.lists.today.topic_retention import TOPIC_FIELDS
from db.log import logger_for
from db.progress import PacedProgress, Progress
from db.reader import Reader
from db.storage.engine import Sql
from db.storage.files.disk import create_file, give_rights, need_place_for_file, put_in_place
from db.storage.id_lists import LISTED, listed
from db.store import Store
from db.vocabulary.kinds import PLURALS

RECORDS_A_BATCH = 400
_log = logger_for("export")


@dataclass(slots=True)
class CourierReport:
    """What went into a courier; `withheld` are records that changed and lie above the ceiling."""

    file: Path
    to: str = ""
    number: int = 0
    since: ChangeStamp | None = None
    until: ChangeStamp | None = None
    ceiling: int = HIGHEST
    written: Counter[str] = field(default_factory=Counter)  # by plural of the kind
    removed: Counter[str] = field(default_factory=Counter)
    withheld: int = 0


def write_courier(
    store: Store,
    path: Path,
    lens: Lens,
    passphrase: str,
    *,
    to: str = "",
    again: bool = False,
    since: int | None = None,
    progress: Progress | None = None,
) -> CourierReport:
    """Write what changed since the last exchange with a desk, put in place when it is whole, and
    remember that it went.

    `to` names the desk, which may be left out where there is but one. `again` makes the last one
    anew, which did not arrive. Without an exchange so far everything goes, or what changed after
    `since`, a change that the other desk has. Raises Refused, Locked, Unavailable.
    """
    if store.is_read_only:
        raise Refused(f"{store.path.name} is open read-only; a courier is noted in the desk it"
                      " comes from. Open it for writing.")  # fmt: skip
    need_place_for_file(path)
    sql = store.new_connection()
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with sql.snapshot():
            exchange = exchange_with(sql, to)
            sending = next_sending(sql, exchange, lens, again=again, since=since)
            aside.unlink(missing_ok=True)
            with create_file(aside) as file, new_courier(file, passphrase) as entries:
                writer = _CourierWriter(store, sql, entries, exchange, sending, lens, progress)
                report = writer.write(CourierReport(path, exchange.name))
        if path.exists():
            give_rights(path, aside)
        exchange.sent.append(sending.sent)
        key, value = setting_of(exchange)
        former = store.setting(key)
        store.keep_setting(key, value)  # first: what went and is not remembered cannot be followed
        try:
            put_in_place(aside, path)
        except OSError:
            store.keep_setting(key, former)
            raise
    except OSError as error:
        raise Unavailable(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        sql.close()
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    _log.info("wrote a courier of %d records", report.written.total())
    return report


@dataclass(frozen=True, slots=True)
class CourierDesk:
    """A desk that couriers were exchanged with, and the number of the last one that went there."""

    name: str
    last_number: int


def courier_desks(reader: Reader) -> list[CourierDesk]:
    """Return the desks that couriers were exchanged with, by name."""
    found = parse_exchanges(reader.settings(PREFIX))
    return [CourierDesk(one.name, one.sent[-1].number if one.sent else 0) for one in found]


class _CourierWriter:
    """Writes one courier."""

    def __init__(
        self,
        store: Store,
        sql: Sql,
        entries: CourierEntries,
        exchange: Exchange,
        sending: Sending,
        lens: Lens,
        progress: Progress | None,
    ) -> None:
        self._store = store
        self._sql = sql
        self._entries = entries
        self._exchange = exchange
        self._sending = sending
        self._lens = lens
        self._pace = PacedProgress(progress)
        self._keys = PartKeys(sql)
        self._history = SideHistory(sql, sending.after)
        self._side = self._side_through(lens)
        self._base_side = self._side_through(replace(lens, ceiling=sending.base_ceiling))
        self._choice = RecordChoice(sql, sending, exchange, self._side, self._base_side)
        self._index: list[list[Any]] = []
        self._cited: set[str] = set()
        self._files: set[str] = set()

    def _side_through(self, lens: Lens) -> DeskSide:
        after = self._sending.after
        return DeskSide(self._sql, lens, after, history=self._history, part_key=self._keys.key)

    def write(self, report: CourierReport) -> CourierReport:
        """Write all entries, and say what they hold."""
        sent = self._sending.sent
        report.number, report.since, report.until = sent.number, sent.since, sent.until
        report.ceiling = sent.ceiling
        touched = self._choice.records()
        hidden = self._side.hidden_ids(touched)
        uids = self._side.uids_of(touched)
        report.withheld = sum(bool(ids & hidden) for ids in uids.values())
        visible = sorted(uid for uid, ids in uids.items() if not ids & hidden)
        self._pace.begin(len(visible))
        for at in range(0, len(visible), RECORDS_A_BATCH):
            batch = visible[at : at + RECORDS_A_BATCH]
            self._write_records({uid: uids[uid] for uid in batch}, report)
            self._pace.step(len(batch))
        for at in range(0, len(self._index), 50 * RECORDS_A_BATCH):
            self._entries.add(INDEX, pack_entry(self._index[at : at + 50 * RECORDS_A_BATCH]))
        self._write_sources()
        self._write_files()
        self._write_views()
        self._write_topics()
        pairs = read_verdicts(self._sql, self._lens, [each[1] for each in self._index])
        pairs |= read_waiting_verdicts(self._sql)
        self._entries.add(VERDICTS, pack_entry(sorted(pairs)))
        self._entries.add(ABOUT, pack_entry(self._about()))
        return report

    # what they are

    def _write_records(self, uids: dict[str, set[int]], report: CourierReport) -> None:
        now = self._side.read(uids)
        base = self._read_base(uids)
        full = self._full_states(now)
        stamps = self._stamps_of(uids)
        states: dict[str, Any] = {}
        cut: dict[str, bool] = {}
        for uid in uids:
            state = now.get(uid), base.get(uid)
            is_first = self._sending.after == 0
            if state == (None, None) and not is_first:
                continue  # it came and went since
            states[uid] = {"now": state[0], "base": state[1], **stamps.get(uid, {})}
            cut[uid] = uid in full and text_of(full[uid]) != text_of(now.get(uid))
            self._note_needs(*state)
        places = add_in_parts(self._entries, RECORDS, states)
        for uid, place in places.items():
            kind = self._kind_of(uid, uids[uid])
            counts = report.removed if uid not in now else report.written
            counts[PLURALS[kind]] += 1
            key = (now.get(uid) or {}).get("id") or max(uids[uid])
            change = max(self._history.last_changes.get(each, 0) for each in uids[uid])
            marking = max(map(marking_of, filter(None, (now.get(uid), base.get(uid)))), default=0)
            self._index.append([uid, key, kind, change, place, cut[uid], marking])

    def _read_base(self, uids: dict[str, set[int]]) -> dict[str, Plain]:
        if not self._sending.after:
            return {}
        numbers = numbers_of(self._base_side, uids, {k for ids in uids.values() for k in ids})
        found = self._base_side.read_past(numbers, self._sending.after)
        hidden = self._choice.hidden_before
        if not hidden:
            return found
        lens = self._base_side.lens
        return {uid: visible_values(plain, hidden, lens)[0] for uid, plain in found.items()}

    def _full_states(self, now: Iterable[str]) -> dict[str, Plain]:
        """Return the records without a ceiling, to be compared; none where there is no ceiling."""
        if self._lens.ceiling >= HIGHEST:
            return {}
        return self._side_through(replace(self._lens, ceiling=HIGHEST)).read(now)

    def _kind_of(self, uid: str, ids: Collection[int]) -> str:
        for side in (self._side, self._base_side):
            if uid in side.kinds:
                return side.kinds[uid]
        rows = self._side.removed_rows(ids)
        return str(next(iter(rows.values()))["kind"])

    def _note_needs(self, now: Plain | None, base: Plain | None) -> None:
        """Note the sources and files that a record names and did not name as it was."""
        for name, what, into in (
            ("citations", "source", self._cited),
            ("attachments", "sha256", self._files),
        ):
            before = {text_of(each) for each in (base or {}).get(name, ())}
            into.update(
                each[what] for each in (now or {}).get(name, ()) if text_of(each) not in before
            )

    def _stamps_of(self, uids: dict[str, set[int]]) -> dict[str, dict[str, Any]]:
        """Return who wrote which rows of the records since, by table and row."""
        owner = {key: uid for uid, ids in uids.items() for key in ids}
        found: dict[str, dict[str, Any]] = {}
        for table, row, record in self._sql.rows(
            "SELECT DISTINCT table_name, row, coalesce(record_id, row) FROM revision"
            " WHERE change_id > ?1 AND row_to = row AND record_id IN"
            f" ({LISTED.replace('?', '?2')})",
            (self._sending.after, listed(list(owner))),
        ):
            stamps = self._side.row_stamps(table, row)
            of = found.setdefault(owner[record], {"stamps": {}})
            of["stamps"][f"{table} {row}"] = {
                name: [each.time, each.author] for name, each in stamps.items()
            }
        for uid, ids in uids.items():
            last = self._history.record_stamp(ids)
            found.setdefault(uid, {})["stamp"] = [last.time, last.author]
        return found

    # what they name

    def _write_sources(self) -> None:
        touched = self._history.touched_sources
        uids = {*self._cited, *self._side.source_uids(touched)}
        now = self._side.read_sources(uids)
        after = self._sending.after
        base = self._base_side.read_past_sources(touched, after) if after else {}
        states = {
            uid: {
                "id": plain["id"],
                "change": self._sending.sent.until[0] if plain["id"] in touched else 0,
                "now": plain,
                "base": base.get(uid) if plain["id"] in touched else plain,
            }
            for uid, plain in now.items()
        }
        add_in_parts(self._entries, SOURCES, states)

    def _write_files(self) -> None:
        places = {}
        for sha256 in sorted(self._files):
            data = self._side.attached_file(sha256)
            if data is not None:
                places[sha256] = self._entries.add("file", data)
        self._entries.add(FILES, pack_entry(places))

    def _write_views(self) -> None:
        """Write the saved searches that changed since, or could not be shown before."""
        after = self._sending.earlier
        touched = {
            self._keys.key(TABLE, row)
            for first, last in self._sql.rows(
                "SELECT row, row_to FROM revision WHERE table_name=? AND change_id > ?",
                (TABLE, after),
            )
            for row in range(first, last + 1)
        }
        now = self._side.views() if touched else {}
        base = self._base_side.past_views(self._sending.after) if touched and after else {}
        pairs = {
            key: [asdict(each) if each else None for each in (now.get(key), base.get(key))]
            for key in sorted(touched)
        }
        is_first = self._sending.after == 0
        carried = {key: pair for key, pair in pairs.items() if is_first or any(pair)}
        self._entries.add(VIEWS, pack_entry(carried))

    def _write_topics(self) -> None:
        """Write what is said of topics, and what was said of them when the last courier went."""
        now, after = self._side.topics(), self._sending.after
        base = past_topics(self._sql, self._base_side.lens, after) if after else {}
        carried = {
            topic: [
                fields,
                base.get(topic, {}),
                {name: self._topic_stamp(topic, name) for name in TOPIC_FIELDS},
            ]
            for topic, fields in sorted(now.items())
        }
        self._entries.add(TOPICS, pack_entry(carried))

    def _topic_stamp(self, topic: str, name: str) -> list[str]:
        stamp = self._side.topic_stamp(topic, name)
        return [stamp.time, stamp.author]

    def _about(self) -> dict[str, Any]:
        exchange, sent = self._exchange, self._sending.sent
        last: Received | None = exchange.received[-1] if exchange.received else None
        return {
            "format": FORMAT,
            "made": now(),
            "by": self._store.author,
            "from": self._store.name,
            "to": exchange.name,
            "exchange": exchange.uid,
            "side": exchange.side,
            "number": sent.number,
            "since": sent.since,
            "until": sent.until,
            "ceiling": sent.ceiling,
            "receipt": {"until": last.until, "ceiling": last.ceiling} if last else None,
            CHANGES_TAKEN: [
                [change[0], change_digest((change[0], str(change[1]), str(change[2])))]
                for change in self._sql.rows(
                    "SELECT id, time, author FROM change WHERE id > ? ORDER BY id",
                    (self._sending.after,),
                )
            ],
            "merged": self._mergers(),
        }

    def _mergers(self) -> dict[str, str]:
        """Return the uids of records that went into one which is carried."""
        carried = {each[0] for each in self._index}
        keys = [each[1] for each in self._index]
        rows = self._sql.rows(
            "SELECT m.former_uid, r.uid FROM merger m JOIN record r ON r.id = m.record_id"
            f" WHERE m.record_id IN ({LISTED})",
            (listed(keys),),
        )
        return {former: head for former, head in rows if head in carried}
