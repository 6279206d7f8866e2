"""A record erased for good: its rows, its history, every trace of it.

What other records say of it becomes “An erased record”. Nothing of this can be undone. The command
and the window ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from db.changes.removing import remove_records
from db.changes.unit_of_work import Work
from db.changes.writing import update_record
from db.copies.copy_pages import pages_of_copy
from db.desk_opening import open_copy
from db.errors import DeskError, Refused
from db.exchange.erasing import erased_traces
from db.exchange.erasing.erased_traces import STAND_IN, ErasedCounts
from db.lens import HIGHEST, Lens
from db.lists.lines import Line
from db.progress import Progress
from db.record_types import RECORD_TYPES, Office, Organization
from db.storage.engine import Sql
from db.storage.uid import new_uid
from db.store import Store
from db.traces.naming_lines import mentions_of, naming_records
from db.traces.record_texts import RecordTexts, gather_texts
from db.traces.trace_places import TracePlace

ERASE_LABEL = "Erase a record for good"
STAND_IN_OFFICE = "An erased office"
_ALL = Lens(ceiling=HIGHEST)


@dataclass(slots=True)
class ErasedMention:
    """A text of another record that says the name of the erased one, and stays as it is."""

    line: Line
    field: str
    says: str  # a piece of the text


@dataclass(slots=True)
class Erasure:
    """What is erased: `named_by` are the records that name it as far as the lens shows them,
    `withheld` how many more there are, `mentions` what others say of it in their own words,
    `copies` the known copies of the desk that still have it.
    """

    uid: str
    kind: str
    title: str
    named_by: list[Line] = field(default_factory=list)
    withheld: int = 0
    mentions: list[ErasedMention] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    marking: int = 0
    counts: ErasedCounts = field(default_factory=ErasedCounts)
    time: str = ""
    author: str = ""
    why_not_compact: str = ""  # why the file keeps free pages, overwritten as they are


def look_before_erasing(store: Store, uid: str, lens: Lens) -> Erasure:
    """Return what would be erased, who names it and which copies have it; nothing is written."""
    key = store.reader.find(uid, lens)
    if key is None:
        raise Refused("The record is not on this desk, or is above the ceiling.")
    line = store.reader.lines([key], lens)[0]
    found = Erasure(line.uid, line.kind, line.title, marking=line.marking)
    with closing(store.new_connection()) as sql:
        texts = gather_texts(sql, key)
        naming = sorted(naming_records(sql, texts.ids))
        spoken = list(mentions_of(sql, texts.names, texts.ids, lens))
    by_id = {each.id: each for each in store.reader.lines([m.record_id for m in spoken], lens)}
    found.mentions = [
        ErasedMention(by_id[each.record_id], each.field, each.says)
        for each in spoken
        if each.record_id in by_id
    ]
    found.named_by = store.reader.lines(naming, lens)
    found.withheld = len(naming) - len(found.named_by)
    found.copies = [each for each in store.copies.list_files() if _has_record(store, each, uid)]
    return found


def _has_record(store: Store, path: Path, uid: str) -> bool:
    """Say whether a copy has a record or its history; one that cannot be read may have it."""
    try:
        with pages_of_copy(path, "", store.copies.key()) as pages:
            return bool(
                pages.sql.value("SELECT count(*) FROM record WHERE uid = ?", (uid,))
                or pages.sql.value(
                    "SELECT count(*) FROM revision WHERE table_name = 'record' AND"
                    " (instr(before, CAST(?1 AS BLOB)) OR instr(after, CAST(?1 AS BLOB)))",
                    (uid,),
                )
            )
    except DeskError:
        return True


def erase_record(
    store: Store,
    uid: str,
    lens: Lens,
    *,
    with_copies: bool = False,
    is_compacted: bool = True,
    progress: Progress | None = None,
) -> Erasure:
    """Erase a record from the desk, and with `with_copies` from every copy that the desk knows.

    Otherwise a copy is kept before, by the plan. Refused where the lens does not show the record;
    what cannot be erased in a copy is told by its place in `copies`. Who has readers on threads of
    their own leaves `is_compacted` out, and compacts the store when they are closed.
    """
    if not with_copies:
        store.copies.keep_before(progress)
    done = look_before_erasing(store, uid, lens)
    key = store.reader.find(uid, lens)
    assert key is not None, "it was looked at just now"
    _erase(store, key, done.counts)
    change = store.reader.changes(limit=1)[0]
    done.time, done.author = change.time, change.author
    if is_compacted:
        done.why_not_compact = store.compact(progress)
    if with_copies:
        done.copies = [each for each in done.copies if not _erase_in_copy(store, each, uid)]
    return done


def _erase_in_copy(store: Store, path: Path, uid: str) -> bool:
    """Erase the record in a copy; say whether nothing of it is left there."""
    try:
        with open_copy(store, path, writes=True) as copy:
            if copy.is_read_only:
                return False
            key = copy.reader.find(uid, _ALL)
            if key is not None:
                _erase(copy, key, ErasedCounts())
            else:
                with closing(copy.new_connection()) as sql:
                    key = _former_number(sql, uid)
                if key is None:
                    return not _has_record(store, path, uid)
                _erase(copy, key, ErasedCounts())
            return not copy.compact()
    except DeskError:
        return False


def _former_number(sql: Sql, uid: str) -> int | None:
    """Return the number of a record that was deleted, by its history."""
    found = sql.value(
        "SELECT row FROM revision WHERE table_name = 'record' AND instr(before, CAST(? AS BLOB))",
        (uid,),
    )
    return int(found) if found is not None else None


@dataclass(slots=True)
class _Erasing:
    """What the erasers of all places share, within one unit of work."""

    work: Work
    key: int
    texts: RecordTexts
    naming: set[int]
    counts: ErasedCounts
    own_words: set[str] = field(default_factory=set)

    @property
    def sql(self) -> Sql:
        """The connection that writes."""
        return self.work.sql


def _erase(store: Store, key: int, counts: ErasedCounts) -> None:
    """Erase a record with all its traces in one transaction, which leaves one empty change."""
    with store.unit_of_work(ERASE_LABEL) as work:
        work.sql.run("PRAGMA secure_delete = ON")  # what is freed is overwritten
        texts = gather_texts(work.sql, key)
        erasing = _Erasing(work, key, texts, naming_records(work.sql, texts.ids), counts)
        for erase_place in ERASERS.values():
            erase_place(erasing)
        erased_traces.forget_statistics(work.sql)
        store.begin_compacting(work)


def _erase_own_words(erasing: _Erasing) -> None:
    found = erased_traces.erase_words(erasing.sql, erasing.texts, erasing.naming)
    erasing.own_words, erasing.counts.words = found, len(found)


def _erase_rows(erasing: _Erasing) -> None:
    """Remove the rows; where others name the record, `_erase_names` puts another in its place."""
    work, key = erasing.work, erasing.key
    if work.sql.one("SELECT 1 FROM record WHERE id=?", (key,)) is None:
        work.size += 1  # it was deleted before: its history is what is left
    elif not erasing.naming:
        remove_records(work, [key])


def _erase_names(erasing: _Erasing) -> None:
    """Put a record without content where others name the erased one."""
    sql, work, key = erasing.sql, erasing.work, erasing.key
    row = sql.one("SELECT kind, version, marking FROM record WHERE id=?", (key,))
    if row is None or not erasing.naming:
        return
    kind, version, marking = row
    record = RECORD_TYPES[kind](title=STAND_IN, marking=marking)
    record.id, record.version = key, version
    if isinstance(record, Organization):
        record.offices = list(_stand_in_offices(sql, key))
    update_record(work, record, _ALL, as_it_stands=True)
    work.flush_rows()
    work.renamed_records.add(key)
    sql.run("UPDATE record SET uid=?, created=changed WHERE id=?", (new_uid(), key))
    for office in sql.rows("SELECT id FROM office WHERE record_id=?", (key,)):
        sql.run("UPDATE office SET uid=? WHERE id=?", (new_uid(), office[0]))


def _erase_drafts(erasing: _Erasing) -> None:
    erasing.counts.drafts = erased_traces.erase_drafts(erasing.sql, erasing.texts)


def _erase_documents(erasing: _Erasing) -> None:
    erasing.counts.documents = erased_traces.erase_documents(erasing.sql, erasing.texts)


def _erase_searches(erasing: _Erasing) -> None:
    erasing.counts.searches = erased_traces.erase_searches(
        erasing.sql, erasing.texts, erasing.own_words
    )


def _erase_history(erasing: _Erasing) -> None:
    erasing.counts.history = erased_traces.erase_history(
        erasing.sql, erasing.texts, erasing.work.change_id
    )


def _erase_files(erasing: _Erasing) -> None:
    erasing.counts.files = erased_traces.erase_files(erasing.sql, erasing.texts)


def _erase_sources(erasing: _Erasing) -> None:
    erasing.counts.sources = erased_traces.erase_sources(erasing.sql, erasing.texts)


#: What empties each place, in the order in which it is done: words while the rows are there, the
#: history once all else is written.
ERASERS: Final[dict[TracePlace, Callable[[_Erasing], object]]] = {
    TracePlace.WORDS: _erase_own_words,
    TracePlace.RECORD: _erase_rows,
    TracePlace.OTHERS: _erase_names,
    TracePlace.VERDICTS: lambda erasing: erased_traces.erase_verdicts(erasing.sql, erasing.texts),
    TracePlace.MERGERS: lambda erasing: erased_traces.erase_mergers(erasing.sql, erasing.texts),
    TracePlace.DRAFTS: _erase_drafts,
    TracePlace.DOCUMENTS: _erase_documents,
    TracePlace.SUMMARIES: lambda erasing: erased_traces.erase_lane_summaries(erasing.sql),
    TracePlace.SEARCHES: _erase_searches,
    TracePlace.HISTORY: _erase_history,
    TracePlace.FILES: _erase_files,
    TracePlace.SOURCES: _erase_sources,
    TracePlace.TOPICS: lambda erasing: erased_traces.erase_topics(erasing.sql, erasing.texts),
}


def _stand_in_offices(sql: Sql, key: int) -> Iterator[Office]:
    """Yield the offices that other records name, without what they were called."""
    for (office,) in sql.rows(
        "SELECT id FROM office WHERE record_id=? AND id IN (SELECT office_id FROM tenure)"
        " ORDER BY position",
        (key,),
    ):
        yield Office(id=office, title=STAND_IN_OFFICE)
