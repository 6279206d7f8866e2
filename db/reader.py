"""Everything that can be asked of a desk, over one connection of its own; a lane holds one each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from db.lazy import lazy_modules
from db.lens import Lens
from db.readers.history_reader import HistoryReader
from db.readers.name_reader import NameReader
from db.readers.office_reader import OfficeReader
from db.storage.engine import Sql

if TYPE_CHECKING:
    from collections import Counter

    from db import duplicates, search
    from db.changes.merging import merge
    from db.checks import checking
    from db.checks.finding import Finding
    from db.duplicates import Near, Pair
    from db.errors import Damaged
    from db.lists import (
        citations,
        newer_columns,
        offices,
        participants,
        record_facts,
        related,
    )
    from db.lists.participants import TitleThen
    from db.lists.related import Reading
    from db.lists.timeline import bar_details, lane_spans, lane_summary
    from db.lists.timeline.bar_details import BarDetail
    from db.lists.timeline.lane_spans import LaneRequest, LanesFound
    from db.lists.timeline.lane_summary import LaneSummary
    from db.lists.titles import names_then, references_then
    from db.lists.today import topic_retention
    from db.lists.today.topic_retention import TopicRetention, Topics
    from db.progress import Progress
    from db.query import Query
    from db.record_types import Citation, Record, Ref, Source
    from db.storage import many_records, stored_records
    from db.storage.many_records import RecordRows
    from db.traces import subject
    from db.traces.subject import SubjectReport

# A list is read with less; the page of its first record loads the most of it.
lazy_modules(__name__)


class Reader(NameReader, OfficeReader, HistoryReader):
    """Reads lists and records through a lens.

    `interrupt` may be called from any thread; the rest from one.
    """

    def __init__(
        self, sql: Sql, look_for_damage: Callable[[], Damaged | None] | None = None
    ) -> None:
        super().__init__(sql)
        self._look_for_damage = look_for_damage

    def damage_behind(self) -> Damaged | None:
        """Return what is broken in the desk, asked where an answer failed as only a bug should."""
        self._sql.limit.is_unwanted = None
        return self._look_for_damage() if self._look_for_damage is not None else None

    # the timeline

    def timeline_lanes(self, request: LaneRequest, lens: Lens) -> LanesFound:
        """Return what stands in the lanes of the timeline, as columns of numbers."""
        with self._sql.snapshot():
            return lane_spans.read_lanes(self._sql, request, lens)

    def lane_summary(self, request: LaneRequest, lens: Lens) -> LaneSummary | None:
        """Return how full these lanes were when they were last read whole; None where that is not
        known.
        """
        with self._sql.snapshot():
            return lane_summary.read_summary(self._sql, request, lens)

    def bar_details(self, ids: Sequence[int], lens: Lens) -> list[BarDetail]:
        """Return what is written on bars of the timeline."""
        return bar_details.read_bar_details(self._sql, ids, lens)

    def bars_marking(self, ids: Iterable[int]) -> int:
        """Return the highest marking of items of the timeline, and of the records that lanes are
        of.
        """
        return bar_details.read_bars_marking(self._sql, ids)

    # duplicates

    def duplicates(self, kinds: Sequence[str], lens: Lens, progress: Progress) -> list[Pair]:
        """Return the pairs of records of these kinds that may be one, best first."""
        with self._sql.snapshot():
            return duplicates.find_pairs(self._sql, kinds, lens, progress)

    def count_ties(self, record_id: int) -> int:
        """Say how many rows a merging of this record into another would touch."""
        return merge.count_ties(self._sql, record_id)

    def namesakes(self, ids: Mapping[str, int], lens: Lens) -> list[str]:
        """Return those of these uids whose records have another of the same kind and name."""
        return record_facts.namesakes(self._sql, ids, lens)

    def already_here(self, kind: str, name: str, lens: Lens, limit: int = 3) -> list[Near]:
        """Return the records that one of this name may be."""

        def find(query: Query, most: int) -> Sequence[int]:
            return search.search(self._sql, kind, query, lens, self._words, cap=most).ids[:most]

        with self._sql.snapshot():
            return duplicates.already_here(self._sql, kind, name, lens, find, limit)

    def findings(self, kinds: Sequence[str], lens: Lens, progress: Progress) -> list[Finding]:
        """Return what cannot be or is seldom right in records of these kinds, the gravest first."""
        with self._sql.snapshot():
            return checking.find_all(self._sql, kinds, lens, progress)

    def findings_in(self, record: Record, lens: Lens) -> list[Finding]:
        """Return the same of one record as it is typed, by itself and what it names."""
        with self._sql.snapshot():
            return checking.find_in_record(self._sql, record, lens)

    # records

    def get(self, record_id: int, lens: Lens) -> Record:
        """Return a record with its parts."""
        with self._sql.snapshot():
            return stored_records.read_record(self._sql, record_id, lens)[0]

    def records(self, kind: str, ids: Sequence[int], lens: Lens) -> dict[int, Record]:
        """Return those records of a kind that the lens shows, in few statements however many."""
        with self._sql.snapshot():
            return many_records.load_records(self._sql, kind, ids, lens)

    def visible_records(
        self, kind: str, ids: Sequence[int], lens: Lens
    ) -> dict[int, tuple[Record, int]]:
        """Return the same, each with how many of its parts the lens withholds."""
        with self._sql.snapshot():
            return many_records.load_visible(self._sql, kind, ids, lens)

    def visible_rows(self, kind: str, ids: Sequence[int], lens: Lens) -> dict[int, RecordRows]:
        """Return the rows of these records (500 at most), as far as the lens shows them."""
        with self._sql.snapshot():
            return many_records.read_rows(self._sql, kind, ids, lens)

    def field_counts(self, kind: str, ids: Sequence[int], lens: Lens) -> Counter[str]:
        """Say how often these records say something in each of their fields."""
        with self._sql.snapshot():
            return record_facts.field_counts(self._sql, kind, ids, lens)

    def office_uids(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the uids of these offices."""
        return record_facts.uids(self._sql, ids, "office")

    def read(self, record_id: int, lens: Lens) -> Reading:
        """Return a record with its parts and everything others say of it."""
        with self._sql.snapshot():
            record, withheld = stored_records.read_record(self._sql, record_id, lens)
            around = related.read_related_records(self._sql, record, lens)
        title = offices.title_on(record, lens.as_of)
        return related.Reading(record, around, title, withheld + around.withheld)

    def names_then(self, ids: Collection[int], lens: Lens) -> Mapping[int, str]:
        """Return the names of those of these records that were called otherwise on the day."""
        return names_then.read_names_then(self._sql, ids, lens)

    def subject(
        self, record_id: int, lens: Lens, progress: Progress | None = None
    ) -> SubjectReport:
        """Return all that the desk holds on a record, from every place that erasing knows."""
        with self._sql.snapshot():
            return subject.subject_report(self._sql, record_id, lens, progress)

    def dated_ids(self, record_id: int, lens: Lens) -> list[int]:
        """Return the ids of every event and agreement a record is in, however many."""
        return related.dated_ids(self._sql, record_id, lens)

    def find(self, uid: str, lens: Lens) -> int | None:
        """Return the id of the record with this uid."""
        return stored_records.find_uid(self._sql, uid, lens)

    def uids(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the uids of these records."""
        return record_facts.uids(self._sql, ids)

    def versions(self, ids: Sequence[int]) -> dict[int, int]:
        """Say how often each of these records has been written, in the order of the ids."""
        return record_facts.versions(self._sql, ids)

    def former_uids(self) -> dict[int, list[str]]:
        """Return for each record that others were merged into their uids, sorted."""
        return record_facts.former_uids(self._sql)

    def identifiers(self, ids: Sequence[int]) -> dict[int, dict[str, str]]:
        """Return the identifiers of these records, not of their parts, by scheme."""
        return record_facts.identifiers(self._sql, ids)

    def attachment(self, sha256: str, lens: Lens) -> bytes:
        """Return the bytes of a file that the lens shows as attached to a record it shows."""
        return record_facts.attachment(self._sql, sha256, lens)

    def topic_retentions(self, lens: Lens) -> list[TopicRetention]:
        """Return the topics that the lens shows, each with the day until which it is kept."""
        return topic_retention.list_topic_retentions(self._sql, lens)

    def topic_fields(self, lens: Lens) -> Topics:
        """Return what is said of the topics that the lens shows, by topic."""
        return topic_retention.read_topic_fields(self._sql, lens)

    def newer_values(self, ids: Sequence[int]) -> Counter[str]:
        """Count what these records say in columns that only a newer program knows, by column."""
        return newer_columns.newer_values(self._sql, ids)

    def topics(self, lens: Lens | None = None) -> list[str]:
        """Return every topic of the records that the lens shows."""
        return record_facts.topics(self._sql, lens or Lens())

    def topics_by_record(self, ids: Sequence[int], lens: Lens) -> dict[int, list[str]]:
        """Return the topics of each of these records."""
        return record_facts.topics_by_record(self._sql, ids, lens)

    def sources(self, text: str, lens: Lens, limit: int = 20) -> list[tuple[int, str]]:
        """Return the ids and titles of sources whose title holds a text, newest first."""
        return record_facts.sources(self._sql, text, lens, limit)

    def source(self, source_id: int, lens: Lens) -> Source | None:
        """Return one source whole, if the lens shows it."""
        found = stored_records.sources(self._sql, [source_id]).get(source_id)
        return found if found is not None and lens.shows(found.marking) else None

    # what paper tells beside lines

    def participants(self, ids: Sequence[int], lens: Lens) -> dict[int, list[Ref]]:
        """Return those that each event and agreement names as taking part, in their order."""
        return participants.participants_of(self._sql, ids, lens)

    def titles_then(
        self, days: Iterable[tuple[int, str]], lens: Lens
    ) -> dict[tuple[int, str], TitleThen]:
        """Return the title of each person on each ISO day that is asked of them."""
        return participants.titles_then(self._sql, days, lens)

    def citations(self, ids: Sequence[int], lens: Lens) -> dict[int, list[Citation]]:
        """Return the citations of many records, their sources without the whole text."""
        return citations.citations_of(self._sql, ids, lens)

    def passages_of_text(self, text: str, lens: Lens) -> list[tuple[int, str]]:
        """Return the records that cite a source of this very text, each with the passage."""
        return citations.passages_of_text(self._sql, text, lens)

    def marking_summary(self, ids: Sequence[int], lens: Lens) -> tuple[int, int]:
        """Return the highest marking of what backs lines and is named, and how many are hidden."""
        return citations.marking_summary(self._sql, ids, lens)

    def ref(self, record_id: int, lens: Lens) -> Ref | None:
        """Return a reference to a record, if the lens shows it."""
        found = stored_records.refs(self._sql, [record_id]).get(record_id)
        if found is None or not lens.shows(found[1]):
            return None
        ref: Ref = references_then.with_names(found[0], self.names_then([record_id], lens))
        return ref
