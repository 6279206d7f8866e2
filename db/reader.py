"""Everything that can be asked of a desk, over one connection of its own; a lane holds one each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from db.history_reader import HistoryReader
from db.lazy import lazy_modules
from db.lens import Lens
from db.lists import lines, record_lists
from db.lists.record_lists import COLUMNS
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
        office_lists,
        offices,
        participants,
        record_facts,
        related,
    )
    from db.lists.board import (
        board_contacts,
        board_rows,
        office_board,
        office_search,
        state_rules,
    )
    from db.lists.board.board_contacts import OurContact
    from db.lists.board.board_rows import BoardScope
    from db.lists.board.office_board import OfficeBoard
    from db.lists.board.office_search import FoundOffice
    from db.lists.board.state_rules import StateRules
    from db.lists.law import agreement_clock, diplomatic_list, missions
    from db.lists.law.diplomatic_list import AccreditationLine
    from db.lists.law.missions import Mission
    from db.lists.lines import Line
    from db.lists.office_lists import OfficeLine, TenureLine
    from db.lists.offices import Holder
    from db.lists.participants import TitleThen
    from db.lists.related import Reading
    from db.lists.timeline import bar_details, lane_spans, lane_summary
    from db.lists.timeline.bar_details import BarDetail
    from db.lists.timeline.lane_spans import LaneRequest, LanesFound
    from db.lists.timeline.lane_summary import LaneSummary
    from db.lists.titles import names_then, references_then
    from db.lists.today import due_list, topic_retention
    from db.lists.today.today_line import TodaySection
    from db.lists.today.topic_retention import TopicRetention
    from db.progress import Progress
    from db.query import Query
    from db.record_types import Citation, OfficeRef, Record, Ref, Source
    from db.search import Page, Reason, beginnings, completion
    from db.search.completion import Completion
    from db.search.exact import exact_hits, filter_cache
    from db.search.exact.filter_cache import FilterCache, Lists
    from db.search.fuzzy import nearest, term_cache
    from db.search.fuzzy.term_cache import Vocabulary
    from db.storage import many_records, stored_records
    from db.storage.many_records import RecordRows
    from db.traces import subject
    from db.traces.subject import SubjectReport

# A list is read with less; the page of its first record loads the most of it.
lazy_modules(__name__)


class Reader(HistoryReader):
    """Reads lists and records through a lens.

    `interrupt` may be called from any thread; the rest from one.
    """

    def __init__(
        self, sql: Sql, look_for_damage: Callable[[], Damaged | None] | None = None
    ) -> None:
        super().__init__(sql)
        self._look_for_damage = look_for_damage
        self._vocabularies: dict[bool, Vocabulary] = {}
        self._filter_cache: FilterCache | None = None

    def close(self) -> None:
        """Give the connection back."""
        self._sql.close()

    def interrupt(self) -> None:
        """Stop the question being answered; it ends with `Stopped`."""
        self._sql.interrupt()

    def watch(self, is_unwanted: Callable[[], bool]) -> None:
        """Ask before each further step whether the answer is unwanted; it then ends as above."""
        self._sql.limit.is_unwanted = is_unwanted

    def damage_behind(self) -> Damaged | None:
        """Return what is broken in the desk, asked where an answer failed as only a bug should."""
        self._sql.limit.is_unwanted = None
        return self._look_for_damage() if self._look_for_damage is not None else None

    # lists

    def first_ids(
        self, kind: str, lens: Lens, order: str, *, descending: bool = False, limit: int = 200
    ) -> array[int]:
        """Return the first ids of a list."""
        return record_lists.first_ids(
            self._sql, kind, lens, order, descending=descending, limit=limit
        )

    def all_ids(self, kind: str, lens: Lens, order: str, *, descending: bool = False) -> array[int]:
        """Return every id of a list in order."""
        return record_lists.all_ids(self._sql, kind, lens, order, descending=descending)

    def place(
        self, ids: Sequence[int], record_id: int, kind: str, order: str, *, descending: bool = False
    ) -> int:
        """Say where a record stands, or would stand, among ids that are in an order."""
        with self._sql.snapshot():
            return record_lists.place(self._sql, ids, record_id, kind, order, descending=descending)

    def in_order(
        self, ids: Sequence[int], kind: str, order: str, *, descending: bool = False
    ) -> array[int]:
        """Return these ids of a kind in an order."""
        return record_lists.in_order(self._sql, ids, kind, order, descending=descending)

    def find_beginning(
        self, ids: Sequence[int], text: str, kind: str, order: str, *, descending: bool = False
    ) -> int | None:
        """Return the first row, of ids in an order, that begins in its column with a text."""
        with self._sql.snapshot():
            return beginnings.find_beginning(
                self._sql, ids, text, kind, order, descending=descending
            )

    def find_by_title(self, ids: Sequence[int], text: str) -> int | None:
        """Return the first row, of ids in any order, whose title begins with a text."""
        with self._sql.snapshot():
            return beginnings.find_by_title(self._sql, ids, text)

    def count(self, kind: str, lens: Lens) -> int:
        """Say how many records of a kind the lens shows."""
        return record_lists.count(self._sql, kind, lens)

    def lines(
        self, ids: Sequence[int], lens: Lens, more: Collection[str] | None = None
    ) -> list[Line]:
        """Return the lines of a list for these ids, with the cells of all its columns where some
        are named that can be chosen: these are filled.
        """
        with self._sql.snapshot():
            return lines.lines(self._sql, ids, lens, more)

    def page(
        self,
        kind: str,
        query: Query,
        lens: Lens,
        *,
        cap: int | None = None,
        thorough: bool = False,
        order: str | None = None,
        descending: bool = False,
    ) -> Page:
        """Return the hits of a query in one kind, best first; `thorough` looks further.

        What filters alone find stands in an order, that of the kind's list where none is named.
        """
        record_lists.note_left_out(self._sql)
        most = search.MAX_FIRST_HITS if cap is None else cap
        lists = self._filter_lists(kind, query, lens)
        with self._sql.snapshot():
            return search.search(
                self._sql, kind, query, lens, self._words, cap=most, thorough=thorough,
                lists=lists, order=order or record_lists.DEFAULT_ORDER[kind],
                descending=descending,
            )  # fmt: skip

    def _filter_lists(self, kind: str, query: Query, lens: Lens) -> Lists:
        """Return what the filters of a query name, kept from one letter to the next."""
        if not query.filters:
            return {}
        if self._filter_cache is None:
            self._filter_cache = filter_cache.FilterCache(self._sql)
        return self._filter_cache.of(kind, query, lens)

    def nearest(self, kind: str, query: Query, lens: Lens) -> list[Line]:
        """Return what comes nearest to a query of no hits: without its filters, else by name."""
        loose = nearest.loosen_query(query)
        if loose.is_empty:
            return []
        ids: Sequence[int] = self.page(kind, loose, lens, cap=nearest.MAX_NEAREST_NAMES).ids
        if not ids:
            with self._sql.snapshot():
                place = exact_hits.place_of(
                    self._sql, kind, loose, lens, nearest.MAX_COMPARED_RECORDS
                )
                ids = nearest.nearest_at_all(place, loose, self._words(True))
        return self.lines(ids, lens)

    def _words(self, of_names: bool) -> Vocabulary:
        """Return the words of names or of texts, for other spellings; read when first asked for."""
        if of_names not in self._vocabularies:
            self._vocabularies[of_names] = term_cache.Vocabulary(self._sql, of_names=of_names)
        return self._vocabularies[of_names]

    def reasons(self, kind: str, ids: Sequence[int], query: Query, lens: Lens) -> dict[int, Reason]:
        """Say why each hit was found."""
        return search.reasons(self._sql, kind, ids, query, lens)

    def highest_marking(self, ids: Sequence[int]) -> int:
        """Return the highest marking among these records."""
        found = self.lines(ids, Lens())
        return max((line.marking for line in found), default=0)

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

    # offices

    def holders(self, text: str, lens: Lens) -> list[FoundOffice]:
        """Return for each office a text names: who may hold it on the lens's day; best first."""
        with self._sql.snapshot():
            return office_search.find_holders(self._sql, text, lens)

    def board(self, scope: BoardScope, lens: Lens) -> OfficeBoard:
        """Return the offices of a scope with all who ever held them; any day is asked of it."""
        with self._sql.snapshot():
            rows = board_rows.read_board_rows(self._sql, scope, lens)
            rules = state_rules.read_state_rules(self._sql, lens)
        return office_board.OfficeBoard(rows, rules)

    def state_rules(self, lens: Lens) -> StateRules:
        """Return who stands before whom among the offices of the states that say so."""
        return state_rules.read_state_rules(self._sql, lens)

    def our_contacts(self, people: Sequence[int], lens: Lens) -> dict[int, OurContact]:
        """Return how these people are known to us on the lens's day, those that are."""
        return board_contacts.read_contacts(self._sql, people, lens)

    def clock(self, key: int, lens: Lens, what_if: str = "") -> dict[str, Any]:
        """Return what the law of an agreement says on the lens's day; raise Refused if none."""
        return agreement_clock.read_clock(self._sql, key, lens, what_if)

    def today_sections(self, lens: Lens) -> list[TodaySection]:
        """Return what an officer should see on the lens's day, section by section."""
        with self._sql.snapshot():
            return due_list.read_today(self._sql, lens)

    def precedence(self, country: str, lens: Lens) -> dict[str, Any]:
        """Return the order of heads of mission in a state; raise Refused if there are none."""
        return diplomatic_list.read_precedence(self._sql, country, lens)

    def missions(self, country: str, lens: Lens) -> list[Mission]:
        """Return the missions to a state with their staff; raise Refused if there are none."""
        with self._sql.snapshot():
            return missions.read_missions(self._sql, country, lens)

    def accreditation_lines(self, lens: Lens, country: str = "") -> list[AccreditationLine]:
        """Return every accreditation."""
        return diplomatic_list.accreditation_lines(self._sql, lens, country)

    def office_lines(self, lens: Lens, country: str = "") -> list[OfficeLine]:
        """Return every office with its holders."""
        record_lists.note_left_out(self._sql)
        return office_lists.office_lines(self._sql, lens, country)

    def tenure_lines(self, lens: Lens, country: str = "") -> list[TenureLine]:
        """Return every tenure."""
        record_lists.note_left_out(self._sql)
        return office_lists.tenure_lines(self._sql, lens, country)

    def find_offices(self, text: str, lens: Lens, limit: int = 20) -> list[OfficeRef]:
        """Return offices by the words of their title, body and country."""
        return office_search.find_offices(self._sql, text, lens, limit)

    def offices_at_hand(self, countries: Collection[str], lens: Lens) -> list[OfficeRef]:
        """Return offices of these countries, and of any whoever was last given one, first."""
        return offices.offices_at_hand(self._sql, countries, lens)

    def office_holders(self, office_id: int, lens: Lens) -> list[Holder]:
        """Return all who ever held an office, newest first, each judged on the lens's day."""
        return offices.tenures_of(self._sql, [office_id], lens)

    def pick(self, kinds: Sequence[str], query: Query, lens: Lens, limit: int = 20) -> list[Line]:
        """Return the best few records of some kinds, for a picker."""
        ids: list[int] = []
        for kind in kinds:
            ids += self.page(kind, query, lens, cap=limit).ids[:limit]
        return self.lines(ids, lens)

    def counts(self, lens: Lens) -> dict[str, int]:
        """Say how many records of each kind the lens shows."""
        return {kind: self.count(kind, lens) for kind in COLUMNS}

    def completions(self, text: str, cursor: int, lens: Lens) -> list[Completion]:
        """Say how the word before the cursor of the search box may go on."""

        def first_titles(kind: str, query: Query, limit: int) -> list[str]:
            ids = self.page(kind, query, lens, cap=limit).ids
            return [line.title for line in self.lines(ids, lens)]

        titles = completion.titles_of(first_titles)
        return completion.completions(self._sql, text, cursor, lens, titles)

    def ref(self, record_id: int, lens: Lens) -> Ref | None:
        """Return a reference to a record, if the lens shows it."""
        found = stored_records.refs(self._sql, [record_id]).get(record_id)
        if found is None or not lens.shows(found[1]):
            return None
        ref: Ref = references_then.with_names(found[0], self.names_then([record_id], lens))
        return ref
