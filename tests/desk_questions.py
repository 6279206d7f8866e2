"""Everything that can be asked of a desk through a lens, with its answer.

`tests/desktop/test_above_ceiling.py` asks it all under each ceiling and holds this list complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest

from db import (
    KINDS,
    BoardScope,
    DeskError,
    LaneRequest,
    Lens,
    Reader,
    Refused,
    Store,
    board_changes,
    parse_query,
)
from db.lists.more_columns import list_columns
from db.vocabulary.countries import country_names
from tests.db.desk_sql import sql_of
from tests.marked_desk import PREFIXES

# Questions that take a lens and are not asked here, and why.
UNASKED_OF_READER: dict[str, str] = {}


def answers(store: Store, lens: Lens) -> Iterator[tuple[str, object]]:
    """Everything that can be asked of a desk, with its answer."""
    reader = store.reader
    every: list[int] = []
    for kind in KINDS:
        ids = list(reader.all_ids(kind, lens, "name"))
        every += ids
        columns = [column.key for column in list_columns(kind)]
        for key in columns:
            yield f"order {key}", titles(reader, reader.first_ids(kind, lens, key))
        yield f"lines {kind}", reader.lines(ids, lens, columns)
        every_id = reader.all_ids(kind, Lens(), "name")
        yield f"records {kind}", list(reader.records(kind, every_id, lens).values())
        yield f"visible records {kind}", list(reader.visible_records(kind, every_id, lens).values())
        yield f"visible rows {kind}", list(reader.visible_rows(kind, every_id, lens).values())
        yield f"field counts {kind}", reader.field_counts(kind, every_id, lens)
        yield (
            f"count {kind}",
            titles(reader, every_id) if reader.count(kind, lens) > len(ids) else "",
        )
        for text in asked_words():
            query = parse_query(text)
            page = reader.page(kind, query, lens, thorough=True)
            yield f"page {text}", (titles(reader, page.ids), reader.lines(page.ids, lens))
            yield f"why {text}", reader.reasons(kind, page.ids, query, lens)
            yield f"nearest {text}", reader.nearest(kind, query, lens)
            yield f"already here {text}", reader.already_here(kind, text, lens)
            yield from of_bearers(reader, kind, text, lens)
        yield f"pick {kind}", reader.pick([kind], parse_query("o"), lens)
    yield "names of", list(reader.names_of(every, lens).values())
    yield from of_records(reader, every, lens)
    yield from of_hidden(store, lens)
    yield "today", reader.today_sections(lens)
    yield "findings", reader.findings(KINDS, lens, lambda done, total: None)
    yield "duplicates", reader.duplicates(KINDS, lens, lambda done, total: None)
    yield "counts", reader.counts(lens)
    yield "info", store.info(lens)
    for text in completed():
        yield f"completions {text}", reader.completions(text, len(text), lens)
    yield "topics", reader.topics(lens)
    yield "names then", reader.names_then(every, lens)
    yield "topics by record", reader.topics_by_record(every, lens)
    yield "sources", reader.sources("", lens, 500)
    yield from of_timeline(reader, lens)
    yield "offices", (reader.office_lines(lens), reader.tenure_lines(lens))
    yield "accreditations", reader.accreditation_lines(lens)
    for (state,) in sql_of(store).rows("SELECT DISTINCT receiving FROM accreditation"):
        with suppress(DeskError):
            yield f"precedence in {state}", reader.precedence(state, lens)
            yield f"missions to {state}", reader.missions(state, lens)
    for (office,) in sql_of(store).rows("SELECT id FROM office"):
        yield f"holders of {office}", reader.office_holders(office, lens)
    for prefix in PREFIXES:
        yield "find offices", (reader.find_offices(prefix, lens), reader.holders(prefix, lens))
    yield from of_boards(reader, lens)
    yield "rules of states", vars(reader.state_rules(lens))
    yield "offices at hand", reader.offices_at_hand(country_names(), lens)
    yield "changes", reader.changes(limit=500, lens=lens)
    yield "authors", reader.authors(lens)
    for change in reader.changes(limit=500, lens=lens):
        yield f"states of {change.id}", reader.change_states(change.id, lens)
    for draft in reader.drafts(lens):
        level = reader.draft_marking(draft.kind, draft.record_id, draft.payload, lens)
        yield f"draft of {draft.kind}", (draft, PREFIXES[level])
    yield "marked", reader.has_marked(lens)
    yield "views", reader.views(lens)
    for document in reader.printed_documents(lens):
        yield f"printed {document.title}", document
        yield f"changed since {document.title}", reader.changed_since(document, lens)
        yield "last printed", reader.last_printed_document(document.asked, lens)
    for change in reader.changes(limit=500):
        if change.id not in {each.id for each in reader.changes(limit=500, lens=lens)}:
            with pytest.raises(Refused) as refused:
                store.revert(change.id, lens)
            yield f"revert {change.id}", str(refused.value)


def of_bearers(reader: Reader, kind: str, text: str, lens: Lens) -> Iterator[tuple[str, object]]:
    """Who is called by a word, or bears it elsewhere."""
    yield f"bearers {text}", titles(reader, reader.bearers(kind, [[text]], lens, 50))
    found = reader.bearers(kind, [PREFIXES], lens, 50, elsewhere=[text])
    yield f"bearers with {text}", titles(reader, found)


def of_boards(reader: Reader, lens: Lens) -> Iterator[tuple[str, object]]:
    """The offices of every body, state and list on several days, and what differs between them."""
    bodies = tuple(reader.all_ids("organization", Lens(), "name"))
    people = tuple(reader.all_ids("person", Lens(), "name"))
    scopes = [BoardScope("of a list", bodies=bodies), BoardScope("of people", people=people)]
    scopes += [BoardScope("of a body", body=key) for key in bodies]
    scopes += [BoardScope("of a state", country=code) for code in ("pk", "us")]
    for scope in scopes:
        board = reader.board(scope, lens)
        yield f"board {scope}", (board.rows.offices, list(board.rows.bodies.values()))
        yield f"board {scope} on a day", board.on(lens.as_of)
        yield f"changes of board {scope}", board_changes(board, "2000-01-01", lens.as_of)
    contacts = reader.our_contacts(people, lens)
    yield "our contacts", titles(reader, list(contacts))


def of_timeline(reader: Reader, lens: Lens) -> Iterator[tuple[str, object]]:
    """What the timeline draws, lanes of every sort, and what stands on the bars of all numbers."""
    for scheme in ("country", "kind", "person", "organization", "agreement", "topic", "none"):
        lanes = reader.timeline_lanes(LaneRequest(scheme), lens)
        yield f"marking by {scheme}", reader.bars_marking(lanes.undated)
        items = {key for lane in (*lanes.lanes, lanes.elsewhere) for key in lane.ids}
        yield f"summary by {scheme}", reader.lane_summary(LaneRequest(scheme), lens)
        yield f"lanes by {scheme}", (lanes, reader.bar_details(sorted(items), lens))
    every = [*reader.all_ids("event", Lens(), "name"), *reader.all_ids("agreement", Lens(), "name")]
    yield "bars", reader.bar_details([*every, *range(-200, 0)], lens)
    people = [*reader.all_ids("person", Lens(), "name")]
    everybody = [*people, *reader.all_ids("organization", Lens(), "name")]
    for kind in ("agreement", "event"):
        yield f"{kind} with", titles(reader, reader.ids_with(kind, everybody, ("", ""), lens, 500))


def of_hidden(store: Store, lens: Lens) -> Iterator[tuple[str, object]]:
    """What is asked by a number, a uid or a hash of anything on the desk, hidden or not."""
    reader, sql = store.reader, sql_of(store)
    for key, uid in sql.rows("SELECT id, uid FROM record"):
        with suppress(DeskError):
            yield f"get {key}", reader.get(key, lens)
        found = reader.find(uid, lens)
        yield f"find {key}", titles(reader, [found] if found is not None else [])
        yield f"dated of {key}", titles(reader, reader.dated_ids(key, lens))
    for (key,) in sql.rows("SELECT id FROM source"):
        yield f"source {key}", reader.source(key, lens)
    for (text,) in sql.rows("SELECT text FROM source WHERE text <> ''"):
        passages = reader.passages_of_text(text, lens)
        yield "passages of a text", (passages, titles(reader, [key for key, _ in passages]))
    for (sha256,) in sql.rows("SELECT sha256 FROM blob"):
        with suppress(DeskError):
            yield f"attachment {sha256}", reader.attachment(sha256, lens)
    for (key,) in sql.rows("SELECT id FROM printed"):
        with suppress(DeskError):
            yield f"printed document {key}", reader.printed_document(key, lens)
    shown = [each for each in reader.changes(limit=500) if reader.shows_change(each.id, lens)]
    yield "shown changes", shown
    times = {each.time for each in shown}
    yield "last change", "" if reader.last_change_time(lens) in times else PREFIXES[-1]


def titles(reader: Reader, ids: Sequence[int]) -> list[str]:
    """The titles of records, seen under the highest ceiling: a hidden one shows itself by it."""
    return [line.title for line in reader.lines(ids, Lens())]


def of_records(reader: Reader, ids: list[int], lens: Lens) -> Iterator[tuple[str, object]]:
    for key in ids:
        yield f"read {key}", reader.read(key, lens)
        yield f"held on {key}", reader.subject(key, lens)
    yield "topic retentions", reader.topic_retentions(lens)
    yield "topic fields", reader.topic_fields(lens)
    for key in ids:
        yield f"findings in {key}", reader.findings_in(reader.get(key, lens), lens)
        with suppress(DeskError):
            yield f"clock of {key}", reader.clock(key, lens)
        yield f"history of {key}", reader.changes(key, limit=100, lens=lens)
        yield f"ref {key}", reader.ref(key, lens)
    yield "participants", reader.participants(ids, lens)
    yield "titles then", reader.titles_then([(key, "2025-01-01") for key in ids], lens)
    yield "citations", reader.citations(ids, lens)
    yield "identifiers", reader.identifiers(ids)
    yield "beside lines", PREFIXES[reader.marking_summary(ids, lens)[0]]
    yield "namesakes", reader.namesakes(reader_uids(reader, ids), lens)


def reader_uids(reader: Reader, ids: Sequence[int]) -> dict[str, int]:
    return {uid: key for key, uid in reader.uids(ids).items()}


def asked_words() -> tuple[str, ...]:
    return (*PREFIXES, *(f"{prefix}a" for prefix in PREFIXES), "tabuwrot", "wort", "x:y", "2024")


def completed() -> Iterator[str]:
    for name in ("topic", "tag", "office", "party", "in", "country", "marking", "type", "status"):
        for begun in ("", *(prefix[:4] for prefix in PREFIXES)):
            yield f"{name}:{begun}"
