"""All that a desk holds on one record, from every place that erasing knows: subject access.

`Reader` asks it through a lens; paper and the command print it. The record itself goes along as it
is shown, and each change of it as it was before and after.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from db.changes.change_log import list_changes
from db.changes.record_snapshots import RecordHistory, last_rows
from db.changes.unit_of_work import Change
from db.dates import HistoricalDate
from db.errors import Refused
from db.lens import HIGHEST, Lens, known_marking
from db.lists.lines import Line, lines
from db.lists.saved_searches import list_views
from db.lists.timeline.lane_summary import PREFIX
from db.print_log.printed_changes import record_then, shows_record
from db.print_log.printed_documents import read_printed_document
from db.progress import Progress
from db.query import NO_LIMIT
from db.record_types import Record
from db.search.index.fulltext import fragments
from db.storage.damage import told_as_damage
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.stored_records import read_record, sources
from db.traces import matching
from db.traces.naming_lines import lines_that_name, mentions_of
from db.traces.record_texts import RecordTexts, gather_texts, words_in
from db.traces.trace_places import TracePlace

MAX_CHANGES_WITH_STATES: Final = 500  # the newest; of older ones who wrote when is told


@dataclass(frozen=True, slots=True)
class HeldItem:
    """One thing that the desk holds of a record; `record_id` is another record that it stands in.

    `when` is ISO 8601, `change` the number of a change whose states the report has.
    """

    place: TracePlace
    what: str
    says: str = ""
    when: str = ""
    who: str = ""
    marking: int = 0
    record_id: int = 0
    change: int = 0


@dataclass(frozen=True, slots=True)
class HeldChange:
    """What a change did to the record; None where it was not there, or is not shown."""

    change: Change
    then: Record | None
    now: Record | None


@dataclass(slots=True)
class SubjectReport:
    """What is held on a record as far as a lens shows it; `withheld` counts what it hides."""

    line: Line
    record: Record
    items: list[HeldItem] = field(default_factory=list)
    changes: list[HeldChange] = field(default_factory=list)
    others: dict[int, Line] = field(default_factory=dict)  # the records that items stand in
    withheld: int = 0

    def at(self, place: TracePlace) -> list[HeldItem]:
        """Return what lies in one place."""
        return [item for item in self.items if item.place is place]


@dataclass(slots=True)
class _Search:
    """What the finders of all places share."""

    sql: Sql
    key: int
    lens: Lens
    texts: RecordTexts
    report: SubjectReport
    naming: list[tuple[int, str]] = field(default_factory=list)


def subject_report(
    sql: Sql, key: int, lens: Lens, progress: Progress | None = None
) -> SubjectReport:
    """Return all that is held on a record; refuse one that the lens does not show."""
    record, withheld = read_record(sql, key, lens)
    report = SubjectReport(lines(sql, [key], lens)[0], record, withheld=withheld)
    texts = gather_texts(sql, key)
    search = _Search(sql, key, lens, texts, report, list(lines_that_name(sql, texts.ids)))
    for done, (place, find) in enumerate(FINDERS.items()):
        if progress is not None:
            progress(done, len(FINDERS))
        with told_as_damage(f"what it holds on the record {key} ({place})"):
            report.items.extend(find(search))
    ids = sorted({item.record_id for item in report.items if item.record_id})
    report.others = {line.id: line for line in lines(sql, ids, lens)}
    visible_items = [item for item in report.items if item.record_id in {0, *report.others}]
    report.withheld += len(report.items) - len(visible_items)
    report.items = [_marked_as(item, report.others.get(item.record_id)) for item in visible_items]
    return report


def _marked_as(item: HeldItem, other: Line | None) -> HeldItem:
    """Return an item marked at least as high as the record that it stands in."""
    level = other.marking if other is not None else 0
    return item if level <= item.marking else replace(item, marking=level)


def _of_record(search: _Search) -> Iterator[HeldItem]:
    record = search.report.record
    what = f"{record.KIND} {record.uid}"
    yield HeldItem(TracePlace.RECORD, what, record.title, record.created, marking=record.marking)


def _in_others(search: _Search) -> Iterator[HeldItem]:
    for key, what in search.naming:
        yield HeldItem(TracePlace.OTHERS, what, record_id=key)
    texts = search.texts
    for found in mentions_of(search.sql, texts.names, texts.ids, search.lens):
        yield HeldItem(TracePlace.OTHERS, found.field, found.says, record_id=found.record_id)


def _files(search: _Search) -> Iterator[HeldItem]:
    own = set(matching.find_own_files(search.sql, search.texts, besides=search.texts.ids))
    for each in search.report.record.attachments:
        alone = "nothing else has it" if each.sha256 in own else "others have it too"
        says = f"{each.media_type}, {each.size:,} bytes, SHA-256 {each.sha256}; {alone}"
        yield HeldItem(TracePlace.FILES, each.file_name, says, marking=each.marking)


def _sources(search: _Search) -> Iterator[HeldItem]:
    cited = {each.source.id for each in search.report.record.citations}
    own = set(matching.find_own_sources(search.sql, search.texts, besides=search.texts.ids))
    is_all_shown = search.lens.ceiling >= HIGHEST
    for key, source in sorted(sources(search.sql, search.texts.sources).items()):
        # What it cites no more may have been cited by a line that the lens hides.
        if not search.lens.shows(known_marking(source.marking)) or not (
            is_all_shown or key in cited
        ):
            search.report.withheld += 1
            continue
        parts = [source.author, source.publisher, _date_words(source.published), source.url]
        parts.append("cited by it" if key in cited else "cited by it before")
        parts += ["by nothing else"] if key in own else []
        says = "; ".join(filter(None, parts))
        yield HeldItem(TracePlace.SOURCES, source.title, says, marking=source.marking)


def _date_words(date: HistoricalDate | None) -> str:
    return date.words or date.phrase() if date is not None else ""


def _topics(search: _Search) -> Iterator[HeldItem]:
    own = set(matching.find_own_topics(search.sql, search.texts, besides=search.texts.ids))
    statement = f"SELECT id, text FROM tag WHERE id IN ({LISTED}) ORDER BY text"
    there = search.report.record.topics
    for key, text in search.sql.rows(statement, (listed(search.texts.topics),)):
        if text not in there and search.lens.ceiling < HIGHEST:
            search.report.withheld += 1  # it may have borne it when it was marked higher
            continue
        parts = ["borne by it" if text in there else "borne by it before"]
        parts += ["by nothing else"] if key in own else []
        yield HeldItem(TracePlace.TOPICS, text, "; ".join(parts))


def _history(search: _Search) -> Iterator[HeldItem]:
    """Yield every change, and keep the states before and after each of the newest."""
    sql, key, lens = search.sql, search.key, search.lens
    found = list_changes(sql, lens, record_id=key, limit=NO_LIMIT, before=None)
    changes = search.report.changes
    after: Record | None = None
    is_known = False
    for change in found:
        is_told = len(changes) < MAX_CHANGES_WITH_STATES
        if is_told:
            now = after if is_known else _state(sql, key, change.id, lens)
            after, is_known = _state(sql, key, change.id - 1, lens), True
            changes.append(HeldChange(change, after, now))
        yield HeldItem(TracePlace.HISTORY, change.label, when=change.time, who=change.author,
                       marking=change.marking, change=change.id if is_told else 0)  # fmt: skip


def _state(sql: Sql, key: int, change: int, lens: Lens) -> Record | None:
    past = RecordHistory(sql, [key], change)
    return record_then(sql, past, key, lens) if shows_record(past, key, lens) else None


def _mergers(search: _Search) -> Iterator[HeldItem]:
    statement = f"SELECT former_id, former_uid FROM merger WHERE record_id IN ({LISTED})"
    rows = search.sql.rows(statement, (listed(search.texts.ids),))
    former_rows = last_rows(search.sql, "record", {key for key, _ in rows if key > 0})
    for key, uid in rows:
        row = former_rows.get(key)
        if row is not None and not search.lens.shows(known_marking(row["marking"])):
            search.report.withheld += 1
            continue
        yield HeldItem(TracePlace.MERGERS, str(uid), str(row["title"]) if row is not None else "")


def _verdicts(search: _Search) -> Iterator[HeldItem]:
    ids = listed(search.texts.ids)
    for one, other, says in search.sql.rows(
        "SELECT record_id, other_id, says FROM verdict"
        f" WHERE record_id IN ({LISTED}) OR other_id IN ({LISTED})",
        (ids, ids),
    ):
        another = other if one in search.texts.ids else one
        yield HeldItem(TracePlace.VERDICTS, str(says), record_id=another)


def _drafts(search: _Search) -> Iterator[HeldItem]:
    for draft in list(matching.find_drafts(search.sql, search.texts)):
        kind, written, marking = search.sql.rows(
            "SELECT kind, written, marking FROM draft WHERE id = ?", (draft.id,)
        )[0]
        if not search.lens.shows(known_marking(marking)):
            search.report.withheld += 1
            continue
        what = f"unsaved {kind}" if draft.is_own else f"unsaved {kind} that names it"
        yield HeldItem(TracePlace.DRAFTS, what, _texts_in(draft.payload), written, marking=marking)


def _texts_in(payload: str) -> str:
    """Return the texts of a draft, without its form."""

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, str) and value.strip():
            yield value.strip()
        elif isinstance(value, dict):
            for each in value.values():
                yield from walk(each)
        elif isinstance(value, list):
            for each in value:
                yield from walk(each)

    try:
        return "; ".join(walk(json.loads(payload)))
    except (ValueError, RecursionError):
        return payload


def _documents(search: _Search) -> Iterator[HeldItem]:
    for number in matching.find_documents(search.sql, search.texts):
        try:
            document = read_printed_document(search.sql, number, search.lens)
        except Refused:
            search.report.withheld += 1
            continue
        yield HeldItem(TracePlace.DOCUMENTS, document.title, document.form, document.time,
                       document.author, document.marking)  # fmt: skip


def _searches(search: _Search) -> Iterator[HeldItem]:
    naming = {key for key, _ in search.naming}
    own_words = matching.find_own_words(search.sql, search.texts, naming)
    found = set(matching.find_searches(search.sql, search.texts, own_words))
    views = [view for view in list_views(search.sql, search.lens) if view.id in found]
    search.report.withheld += len(found) - len(views)
    for view in views:
        yield HeldItem(TracePlace.SEARCHES, view.name, view.query, marking=view.marking)


def _words(search: _Search) -> Iterator[HeldItem]:
    """Yield the words that the index has from it alone; what is hidden says none of them."""
    record = search.report.record
    visible_words = {
        word
        for piece in fragments(search.sql, record.KIND, [search.key])
        if search.lens.shows(known_marking(piece.marking))
        for word in words_in(piece.text)
    }
    naming = {key for key, _ in search.naming}
    own = matching.find_own_words(search.sql, search.texts, naming) & visible_words
    if own:
        yield HeldItem(TracePlace.WORDS, "words of the search index that are its alone",
                       ", ".join(sorted(own)))  # fmt: skip


def _summaries(search: _Search) -> Iterator[HeldItem]:
    statement = "SELECT count(*) FROM setting WHERE substr(key, 1, ?) = ?"
    if search.sql.value(statement, (len(PREFIX), PREFIX)):
        yield HeldItem(TracePlace.SUMMARIES, "counts of how full the timeline is", "without a name")


#: What finds the content of each place; the same places that `erase_record.ERASERS` empties.
FINDERS: Final[dict[TracePlace, Callable[[_Search], Iterator[HeldItem]]]] = {
    TracePlace.RECORD: _of_record,
    TracePlace.OTHERS: _in_others,
    TracePlace.FILES: _files,
    TracePlace.SOURCES: _sources,
    TracePlace.TOPICS: _topics,
    TracePlace.HISTORY: _history,
    TracePlace.MERGERS: _mergers,
    TracePlace.VERDICTS: _verdicts,
    TracePlace.DRAFTS: _drafts,
    TracePlace.DOCUMENTS: _documents,
    TracePlace.SEARCHES: _searches,
    TracePlace.WORDS: _words,
    TracePlace.SUMMARIES: _summaries,
}
