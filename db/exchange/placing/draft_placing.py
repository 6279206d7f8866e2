"""Putting the drafts of a batch on the desk: a new record, or what an old one lacks.

An old record keeps what an officer typed and what another source said; the file may correct only
what it alone has said before. What differs and stays is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db.changes.naming import BY_HAND, OF_PARTS, PARTS, is_by_hand, set_by_hand
from db.changes.writing import record_values
from db.dates import HistoricalDate
from db.exchange.placing.corrected import corrected_columns
from db.exchange.placing.drafts import ReadyDraft, RowDraft, new_identifier
from db.exchange.placing.identity.corrections import Corrections
from db.exchange.placing.identity.namesakes import find_namesake, strangers
from db.exchange.placing.line_news import LINE_KEYS, Key, fitting, same_spelling
from db.exchange.placing.new_rows import insert_line, insert_new, insert_ready
from db.exchange.placing.party_lines import add_parties
from db.exchange.placing.resolve import SINGULAR, Match
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.placing.target_fields import target_of
from db.record_types import Agreement, Identifier, Name, Part, Party, Person, Record, Ref
from db.storage.many_records import load_records
from db.storage.row_mapping import shape_of, to_values
from db.tables.fields import meaning_of
from db.vocabulary.choices import MARKINGS

MAX_REMARKS = 10_000
_ROWS_A_BATCH = 2_000  # rows that have waited, placed at once
BY_NAME = ("people", "organizations")  # kinds whose rows may mean a record of the same name


class Placing:
    """Puts drafts of one kind where they belong; of a list, `finish` places what has waited."""

    def __init__(self, at: RowContext, kind: str, *, is_list: bool = False) -> None:
        self.at = at
        self.kind = kind
        self._corrections = Corrections(at, kind) if is_list else None
        self.singular = SINGULAR[kind]
        self._at_hand: dict[int, Record] = {}
        # People of this batch that were written without being made, with their uid and the number
        # of their identifier.
        self._ready: dict[int, tuple[ReadyDraft, str, int]] = {}
        self._remarks: set[tuple[int, str, str]] = set()
        # Title and address of a draft's own sources.
        self._own_sources: set[tuple[str, str]] = set()

    def place_all(self, drafts: Sequence[tuple[int, RowDraft]]) -> list[int]:
        """Place drafts, each with its row's number; return the records' ids, 0 where a row was
        refused or waits.
        """
        self._look_up(drafts)
        placed = []
        for row, draft in drafts:
            self.at.tally.row = row
            if self._corrections is not None and self._corrections.wait(row, draft):
                placed.append(0)
                continue
            placed.append(self._try_to_place(draft))
        return placed

    def finish(self) -> None:
        """Place what has waited for the other rows of the file, those in their old rows first."""
        if self._corrections is None:
            return
        for drafts in self._corrections.waiting(_ROWS_A_BATCH):
            self.at.desk.begin()
            self.at.tenures.begin()
            self._look_up(drafts)
            records = {
                each.id for _, draft in drafts for each in self._corrections.candidates(draft)
            }
            self._at_hand |= load_records(self.at.desk.work.sql, self.singular, sorted(records))
            for row, draft in sorted(drafts, key=self._has_moved):
                self.at.tally.row = row
                self._place_waiting(draft)

    def _has_moved(self, waiting: tuple[int, RowDraft]) -> bool:
        """Say whether no record that a row may correct stands in that row."""
        assert self._corrections is not None
        self.at.tally.row, draft = waiting
        return not any(
            self._corrections.is_in_place(self._record(each.id))
            for each in self._corrections.candidates(draft)
        )

    def _place_waiting(self, draft: RowDraft) -> None:
        assert self._corrections is not None
        tally = self.at.tally
        try:
            choice = self._corrections.choose(draft, self._record)
        except RowFault as fault:
            tally.reject(fault)
            return
        if choice.flag:
            tally.flag(choice.flag)
        if choice.record is None:
            self._try_to_place(draft)
            return
        record = self._record(choice.record.id)
        if self.at.desk.replace_identifier(record, *draft.keys[-1]):
            self.at.desk.note_change(record.id, self.singular)
            tally.count_updated(self.kind, record.id)
        self._join(choice.record.id, draft)

    def _try_to_place(self, draft: RowDraft) -> int:
        try:
            return self.place(draft)
        except RowFault as fault:
            self.at.tally.reject(fault)
            return 0

    def _look_up(self, drafts: Sequence[tuple[int, RowDraft]]) -> None:
        """Find all that drafts may be about in a few questions."""
        desk = self.at.desk
        desk.look_up_identifiers(key for _, draft in drafts for key in draft.keys)
        if self.kind in BY_NAME:
            forms = [draft.search_form for _, draft in drafts]
            desk.look_up_search_forms(self.singular, forms)
            for (_, draft), form in zip(drafts, forms, strict=True):
                is_ready = isinstance(draft, ReadyDraft)
                find = desk.strangers if is_ready else desk.same_name
                draft.same_name = find(self.singular, form)
            desk.look_up_identifiers_of(strangers(drafts, self.kind, desk))
        known = {
            found.id
            for _, draft in drafts
            for key in draft.keys
            if (found := desk.find_by_identifier(self.singular, *key))
            and found.id not in desk.fresh
        }
        self._at_hand = load_records(desk.work.sql, self.singular, sorted(known))
        self._ready.clear()
        if self._corrections is not None:
            self._corrections.look_up(drafts)

    def place(self, draft: RowDraft) -> int:
        """Store what a row says; returns the id of its record, new or joined."""
        found = self._find(draft)
        return self._join(0 if found is None else found.id, draft)

    def _join(self, record_id: int, draft: RowDraft) -> int:
        """Put a draft into the record with this id, 0 for a new one; return the record's id."""
        key = self._merge(record_id, draft) if record_id else self._insert(draft)
        self.at.tally.count_mention(self.kind, key)
        if draft.tenure is not None:
            self.at.tenures.add_or_wait(key, draft.tenure)
        return key

    def _find(self, draft: RowDraft) -> Match | None:
        """Return the record a draft is about: by its identifiers, else by an only name."""
        desk = self.at.desk
        ways = [desk.find_by_identifier(self.singular, *key) for key in draft.keys]
        found = [way for way in ways if way is not None]
        if len(found) > 1 and len({each.id for each in found}) > 1:
            self.at.tally.flag(
                f"The identifiers of the row belong to “{found[0].title}” and to"
                f" “{found[1].title}”; the row was taken for the first."
            )
        if found:
            return found[0]
        if self.kind not in BY_NAME or draft.same_name == []:
            return None
        return find_namesake(draft, self.kind, desk, self._record)

    def _record(self, key: int) -> Record:
        """Return a record of the desk, or one that this import has just made."""
        if key in self._ready:
            draft, uid, identifier_id = self._ready.pop(key)
            self._at_hand[key] = draft.record_in_rows(key, uid, identifier_id)
        if key not in self._at_hand:
            self.at.desk.work.flush_rows()
            self._at_hand |= load_records(self.at.desk.work.sql, self.singular, [key])
        return self._at_hand[key]

    # new

    def _insert(self, draft: RowDraft) -> int:
        if isinstance(draft, ReadyDraft):
            return self._insert_ready(draft)
        record, desk = draft.record, self.at.desk
        identifiers = [(each.scheme, each.value) for each in record.identifiers]
        record.identifiers += [new_identifier(*key) for key in draft.keys if key not in identifiers]
        parties: list[Party] = []
        if isinstance(record, Agreement):
            parties, record.parties = record.parties, []
        record.uid = next(desk.uids)
        insert_new(desk.work, record, desk.stamp)
        self._at_hand[record.id] = record
        desk.cite(record.id, "", 0)
        desk.fresh[record.id] = record.title
        desk.tally.count_created(self.kind, record.id)
        desk.tally.count_split_name(record)
        desk.remember(record)
        if isinstance(record, Agreement):
            add_parties(self.at, record, parties)
        return record.id

    def _insert_ready(self, draft: ReadyDraft) -> int:
        """Do the same for a person whose rows are ready."""
        desk, person = self.at.desk, draft.ready
        uid = next(desk.uids)
        source = desk.source_id, desk.tally.where
        key, identifier_id = insert_ready(desk.work, person, uid, desk.stamp, source)
        self._ready[key] = draft, uid, identifier_id
        desk.fresh[key] = person.title
        desk.tally.count_created(self.kind, key)
        desk.tally.count_split(person.title, person.parts)
        found = Match(key, person.title, person.country, self.singular)
        desk.remember_ready(found, draft.search_form, draft.keys[0])
        return key

    # old

    def _merge(self, key: int, draft: RowDraft) -> int:
        record, new = self._record(key), draft.record
        self._own_sources = {(each.source.title, each.source.url) for each in new.citations}
        changed = self._merge_fields(record, draft)
        new.identifiers += [
            Identifier(scheme=scheme, value=value)
            for scheme, value in draft.keys
            if value != record.uid
        ]
        known = {each.value for each in record.identifiers}
        new.identifiers = [
            each for each in new.identifiers if each.scheme or each.value not in known
        ]
        for name, line_key in LINE_KEYS.items():
            if lines := getattr(new, name, None):
                changed |= self._add_lines(record, name, lines, line_key)
        for topic in new.topics:
            changed |= self._add_topic(record, topic)
        if isinstance(record, Agreement) and isinstance(new, Agreement):
            is_own = self._is_own(record)
            changed |= add_parties(self.at, record, new.parties, is_own=is_own)
        desk = self.at.desk
        if new.marking > record.marking:
            desk.tally.flag(
                f"The file marks “{record.title}” {MARKINGS[new.marking]}; it stays"
                f" {MARKINGS[record.marking]} as on the desk."
            )
        if not self._cites(record):
            desk.cite(key, "", len(record.citations))
            changed = True
        if changed:
            desk.note_change(key, self.singular)
            desk.tally.count_updated(self.kind, key)
        return key

    def _cites(self, record: Record) -> bool:
        source = self.at.desk.source_id
        fresh = record.id in self.at.desk.fresh
        return fresh or any(
            each.source.id == source and not each.field for each in record.citations
        )

    def _merge_fields(self, record: Record, draft: RowDraft) -> bool:
        shape, work = shape_of(type(record)), self.at.desk.work
        before = record_values(record, work.language), to_values(shape, record)
        changed = False
        for name in draft.row_fields:
            old, new = getattr(record, name), getattr(draft.record, name)
            if not new or _same(old, new):
                continue
            if self._may_write(record, name, old, new):
                setattr(record, name, new)
                changed = True
        if not changed:
            return False
        if isinstance(draft.record, Person) and is_by_hand(draft.record, OF_PARTS):
            assert isinstance(record, Person)
            set_by_hand(record, OF_PARTS)
        if isinstance(record, Person) and record.title != before[0]["title"]:
            _rename(record, draft)
        after = record_values(record, work.language), to_values(shape, record)
        whole = {"id": record.id}
        work.update("record", {**before[0], **whole}, after[0], record.id)
        work.update(shape.table, {**before[1], **whole}, after[1], record.id)
        if before[0]["title"] != record.title:
            self._write_name(record)
        return True

    def _write_name(self, record: Record) -> None:
        work = self.at.desk.work
        if record.id not in work.created:
            work.renamed_records.add(record.id)
        if self.kind in BY_NAME:
            work.flush_table("name")
            self.at.desk.write_main_name(record)

    def _may_write(self, record: Record, name: str, old: Any, new: Any) -> bool:
        """Say whether a row may put its own value over an old one; if not, what differs is told."""
        if not old or (name == "title" and _is_placeholder(record)):
            return True
        if self._is_own(record) and not self._by_hand(record, name):
            return True
        if name == "title" and self.kind in BY_NAME:
            there = {same_spelling(each.text) for each in record.names}
            if same_spelling(str(new)) not in there | {same_spelling(record.title)}:
                self._add_lines(record, "names", [Name(text=str(new))], LINE_KEYS["names"])
                self.at.desk.note_change(record.id, self.singular)
                self.at.desk.tally.count_updated(self.kind, record.id)
            return False
        self._add_remark(record, name, old, new)
        return False

    def _add_remark(self, record: Record, name: str, old: Any, new: Any) -> None:
        """Say that a row differs from what is kept, once for each thing that is said."""
        sentence = (record.id, name, _value_text(new))
        if sentence in self._remarks:
            return
        if len(self._remarks) < MAX_REMARKS:
            self._remarks.add(sentence)
        earlier = self.at.tally.has_mention(self.kind, record.id)
        label = meaning_of(type(record), name).label
        called = f"{label[:1].lower()}{label[1:]}"
        self.at.tally.flag(
            f"{'An earlier row' if earlier else 'The desk'} has “{_value_text(old)}” for {called}"
            f" of “{record.title}” and this row “{_value_text(new)}”; the former was kept.",
            self.at.column(target_of(self.kind, name)),
            _cell_text(new),
        )

    def _is_own(self, record: Record) -> bool:
        """Say whether only this file is cited for a record, and no earlier row of it spoke."""
        if self.at.tally.has_mention(self.kind, record.id):
            return False
        cited = {
            each.source.id
            for each in record.citations
            if (each.source.title, each.source.url) not in self._own_sources
        }
        return record.id in self.at.desk.fresh or cited == {self.at.desk.source_id}

    def _by_hand(self, record: Record, name: str) -> bool:
        """Say whether an officer has changed a field since an import gave it."""
        sql, tables = self.at.desk.work.sql, ("record", shape_of(type(record)).table)
        return any(
            {name, f"{name}_edtf", f"{name}_id"}
            & corrected_columns(sql, record.id, table, record.id)
            for table in tables
        )

    # lines

    def _add_lines(self, record: Record, name: str, lines: list[Part], line_key: Key) -> bool:
        own_lines, title = getattr(record, name), same_spelling(record.title)
        added = False
        for line in lines:
            is_title = isinstance(line, Name) and same_spelling(line.text) == title
            if is_title:
                continue
            if found := fitting(own_lines, line, line_key):
                added |= self._complete_line(record, *found)
                continue
            insert_line(self.at.desk.work, line, len(own_lines), record.id)
            if isinstance(line, Identifier) and not line.about:
                self.at.desk.note_identifier(record.id, line.scheme, line.value)
            own_lines.append(line)
            added = True
        return added

    def _complete_line(self, record: Record, line: Part, adds: dict[str, Any]) -> bool:
        """Put what a row says beyond a line that is there already into it."""
        if not adds:
            return False
        shape, work = shape_of(type(line)), self.at.desk.work
        before = {"id": line.id, **to_values(shape, line)}
        for name, value in adds.items():
            setattr(line, name, value)
        return work.update(shape.table, before, to_values(shape, line), record.id)

    def _add_topic(self, record: Record, topic: str) -> bool:
        if topic in record.topics:
            return False
        self.at.desk.add_topic(record.id, topic)
        record.topics.append(topic)
        return True


def _same(old: Any, new: Any) -> bool:
    if isinstance(old, HistoricalDate) and isinstance(new, HistoricalDate):
        return old.edtf == new.edtf
    if isinstance(old, Ref) and isinstance(new, Ref):
        return old.id == new.id
    return bool(old == new)


def _value_text(value: Any) -> str:
    return value.phrase() if isinstance(value, HistoricalDate) else str(value)[:80]


def _is_placeholder(record: Record) -> bool:
    """Say whether a record stands under its identifier because no name was known."""
    return any(each.value == record.title for each in record.identifiers)


def _rename(person: Person, draft: RowDraft) -> None:
    """Take a new name with its own parts, as they were worked out for the row."""
    for name in (*PARTS, BY_HAND):
        setattr(person, name, getattr(draft.record, name))


def _cell_text(value: Any) -> str:
    """Return a value as its cell has it, so that it is found in the file again."""
    return value.words or value.edtf if isinstance(value, HistoricalDate) else _value_text(value)
