"""A bundle brought into a desk: what is new as it stands, what is there by uid, merged.

`importer` asks it within the unit of work of an import. What the desk and the bundle say otherwise
of one thing stays as the desk has it, and is flagged.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import cast

from db.changes.unit_of_work import Work
from db.errors import Refused
from db.exchange.bundle.bundle_file import BundleFile
from db.exchange.placing.import_report import ImportReport, Rejected
from db.exchange.plain.clash_texts import clash_label, clash_text
from db.exchange.plain.desk_states import DeskStates
from db.exchange.plain.hidden_values import visible_values
from db.exchange.plain.new_circles import circles_on, has_ties, tell_circles
from db.exchange.plain.plain_records import FORMER, Plain, PlainFault, with_uids
from db.exchange.plain.plain_writing import WRITING_ORDER, PlainWriter, ids_by_uid
from db.exchange.plain.three_way import Clash, keep_ours, merge_states, says_same
from db.exchange.plain.topic_fields import topic_label, topics_in, write_topic
from db.lens import HIGHEST, Lens
from db.lists.today.topic_retention import read_topic_fields
from db.record_types import RECORD_TYPES, Source
from db.storage.id_lists import LISTED, listed
from db.tables.fields import Stored
from db.vocabulary.kinds import PLURALS

RECORDS_A_BATCH = 500
Step = Callable[[int], None]
_ABOVE = "It is marked above the ceiling; nothing of it was taken."
_PARTS_ABOVE = "what of it is marked above the ceiling was not taken."
_STAYS = "The desk says {ours}, and keeps it; the bundle says {theirs}."


def import_bundle(
    work: Work, bundle: BundleFile, kind: str | None, lens: Lens, step: Step, several: str
) -> ImportReport:
    """Take the records of a bundle, those of one kind (people, organizations, …) where it is named.

    Raises Refused, naming the line, where one does not hold: nothing is written then.
    """
    if kind is not None and kind not in PLURALS.values():
        raise Refused(f"A bundle holds {kind} within other records; name their kind, or none.")
    with bundle:
        return _BundleImport(work, bundle, kind, lens, step, several).run()


class _BundleImport:
    """One import; `_there` are the ids of the bundle's records that the desk has, by uid."""

    def __init__(
        self,
        work: Work,
        bundle: BundleFile,
        kind: str | None,
        lens: Lens,
        step: Step,
        several: str,
    ) -> None:
        self._work = work
        self._bundle = bundle
        self._kinds = [each for each in WRITING_ORDER if kind in (None, PLURALS[each])]
        self._lens = lens
        self._step = step
        self._writer = PlainWriter(work, lens)
        self._states = DeskStates(work.sql, lens)
        self._report = ImportReport()
        self._prefix = f"{several}: " if several else ""
        self._there: dict[str, int] = {}
        self._circles = circles_on(work.sql, lens)
        self._may_circle = False  # whether any record of the bundle stands below another
        self._hidden: set[str] = set()
        self._merged: dict[str, str] = {}  # uid of a record that was merged here → of which

    def run(self) -> ImportReport:
        """Take everything that the lens shows."""
        contents, numbers = self._bundle.contents, self._writer.numbers
        uids = {uid: level for kind in self._kinds for uid, level in contents.records[kind].items()}
        self._there = self._find_records(uids)
        numbers.records |= self._there
        self._find_hidden_uids(uids)
        self._writer.know(uid for uid in uids if uid not in self._there and uid not in self._hidden)
        self._take_sources()
        for kind in self._kinds:
            self._take_kind(kind)
        self._take_topics()
        self._tell_circles()
        stand_ins = self._writer.stand_ins.items()
        self._report.referenced = {PLURALS[kind]: count for kind, count in stand_ins}
        return self._report

    def _tell_circles(self) -> None:
        """Tell which records stand below themselves since they were taken."""
        if self._may_circle:
            self._work.flush_rows()
            after = circles_on(self._work.sql, self._lens)
            for says in tell_circles(self._circles, after):
                self._flag("", "", says)

    def _take_topics(self) -> None:
        """Take what is said of topics that records bear; what the desk says otherwise stays."""
        if not (topics := topics_in(self._bundle.about.get("topics", {}))):
            return
        self._work.flush_rows()
        here = read_topic_fields(self._work.sql, self._lens, only_filled=False)
        for topic, fields in topics.items():
            for name, value in fields.items() if topic in here else ():
                ours = here[topic].get(name, "")
                if not ours:
                    write_topic(self._work, topic, {name: value})
                elif ours != value:
                    texts = {"ours": ours, "theirs": value}
                    self._flag(topic_label(topic, name), value, _STAYS.format(**texts))

    def _find_records(self, uids: Collection[str]) -> dict[str, int]:
        """Return which of these the desk has; one that was merged into another here is that one."""
        sql = self._work.sql
        there = ids_by_uid(sql, "record", uids)
        for uid, key, kept_uid in sql.rows(
            "SELECT m.former_uid, r.id, r.uid FROM merger m JOIN record r ON r.id = m.record_id"
        ):
            self._merged[uid] = kept_uid
            if uid in uids:
                there.setdefault(uid, key)
        return there

    def _find_hidden_uids(self, uids: Mapping[str, int]) -> None:
        """Note what the lens does not show, in the bundle or on the desk: nothing names it."""
        levels = {**uids, **self._bundle.contents.sources}
        self._hidden |= {uid for uid, level in levels.items() if not self._lens.shows(level)}
        for table, ids in (
            ("record", self._there),
            ("source", ids_by_uid(self._work.sql, "source", self._bundle.contents.sources)),
        ):
            statement = f"SELECT id, marking FROM {table} WHERE id IN ({LISTED})"
            markings: dict[int, int] = dict(
                self._work.sql.rows(statement, (listed(set(ids.values())),))
            )
            self._hidden |= {u for u, key in ids.items() if not self._lens.shows(markings[key])}

    def _take_sources(self) -> None:
        for batch in _batches(self._bundle.sources()):
            lines = [(where, plain) for where, plain in batch if plain["uid"] not in self._hidden]
            there = self._states.sources(plain["uid"] for _, plain in lines)
            for where, plain in lines:
                with self._at_line(where):
                    self._take_source(there.get(plain["uid"]), plain)
        self._work.flush_table("source")

    def _take_source(self, ours: Plain | None, plain: Plain) -> None:
        if ours is None:
            self._writer.add_source(plain)
        elif not says_same(ours, plain):
            self._writer.update_source(ours["id"], self._merge(Source, ours, plain))

    def _take_kind(self, kind: str) -> None:
        for batch in _batches(self._bundle.records(kind)):
            lines = [(where, plain) for where, plain in batch if plain["uid"] not in self._hidden]
            self._reject(len(batch) - len(lines))
            lines = [(where, self._visible(plain)) for where, plain in lines]
            self._may_circle |= has_ties(plain for _, plain in lines)
            self._writer.look_up(plain for _, plain in lines)
            keys = [key for _, plain in lines if (key := self._there.get(plain["uid"]))]
            ours = self._states.of_ids(kind, keys)
            self._writer.look_up(ours.values())
            for where, plain in lines:
                self._report.read += 1
                self._step(1)
                with self._at_line(where):
                    self._take(kind, plain, ours)

    @contextmanager
    def _at_line(self, where: str) -> Iterator[None]:
        """Name the line in which a fault is."""
        try:
            yield
        except PlainFault as fault:
            raise self._bundle.fault(where, str(fault)) from fault

    def _take(self, kind: str, plain: Plain, there: Mapping[int, Plain]) -> None:
        former = plain.pop(FORMER, [])
        key = self._there.get(plain["uid"])
        self._keep_files(plain)
        self._writer.stand_in([plain])
        if key is None:
            self._writer.insert(kind, plain)
            self._writer.keep_former(plain["uid"], former)
            self._count(self._report.created, kind)
            return
        ours = there.get(key)
        if ours is None:
            raise PlainFault("uid", "the desk has it as a record of another kind")
        self._writer.read(kind, plain)  # what does not hold is refused, also where ours stays
        merged = self._merge(RECORD_TYPES[kind], ours, plain)
        has_changed = not says_same(ours, merged) and self._writer.update(kind, merged)[1]
        self._count(self._report.updated if has_changed else self._report.unchanged, kind)

    def _visible(self, plain: Plain) -> Plain:
        """Return a record without the parts that the lens hides, or that name what it does, and
        with the names of today for what was merged here.
        """
        if self._merged:
            plain = with_uids(plain, self._merged)
        if self._lens.ceiling >= HIGHEST:
            return plain
        visible, left_out = visible_values(plain, self._hidden, self._lens)
        if left_out:
            self._flag("", "", f"“{plain['title']}”: {_PARTS_ABOVE}")
        return visible

    def _merge(self, of: type[Stored], ours: Plain, theirs: Plain) -> Plain:
        """Return ours with what theirs adds; where they say otherwise ours stays and is flagged."""

        def decide(clash: Clash) -> str:
            label = clash_label(of, clash)
            sides = {"ours": clash.ours, "theirs": clash.theirs}
            texts = {side: clash_text(of, clash, value) for side, value in sides.items()}
            self._flag(label, texts["theirs"], f"“{ours['title']}”: {_STAYS.format(**texts)}")
            return keep_ours(clash)

        merged = merge_states(of, None, ours, theirs, decide)
        assert merged is not None
        return {**merged, "uid": ours["uid"]}

    def _keep_files(self, plain: Plain) -> None:
        for part in plain.get("attachments", ()):
            self._writer.keep_file(part["sha256"], self._bundle.attachment(part["sha256"]))

    def _reject(self, count: int) -> None:
        """Count what is above the ceiling: neither its place nor its name is told."""
        self._report.read += count
        why = f"{self._prefix}{_ABOVE}"
        rows = [{"row": 0, "column": "", "value": "", "why": why} for _ in range(count)]
        self._report.rejected += cast("list[Rejected]", rows)

    def _flag(self, column: str, value: str, why: str) -> None:
        self._report.flagged.append(
            {
                "row": self._report.read,
                "column": column,
                "value": value,
                "why": f"{self._prefix}{why}",
            }
        )

    def _count(self, into: dict[str, int], kind: str) -> None:
        into[PLURALS[kind]] = into.get(PLURALS[kind], 0) + 1


def _batches(lines: Iterator[tuple[str, Plain]]) -> Iterator[list[tuple[str, Plain]]]:
    while batch := list(islice(lines, RECORDS_A_BATCH)):
        yield batch
