"""Everything that a window asks of an open desk, each question by itself, for desks that may be
damaged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from db import (
    KINDS,
    BoardScope,
    DeskError,
    Lens,
    Person,
    Reader,
    Store,
    board_changes,
    open_desk,
    parse_query,
)
from db.lists.record_lists import COLUMNS

Question = tuple[str, Callable[[], object]]
WORDS = ("minister", "shebaz sharif", "x", "country:pk foreign", "status:in-force", "2025")
SOME = 60  # records that are read
PLAIN, ABOVE = Lens("2025-09-15"), Lens("2025-09-15", 1)


def asked_of_store(desk: Path, passphrase: str) -> Iterator[tuple[str, str, str]]:
    """Open a desk as a window does, ask all; how each question ended, and what is wrong in that."""
    try:
        store = open_desk(desk, passphrase)
    except DeskError as refusal:
        yield "open", "refused", "" if str(refusal).strip() else "refused without a word"
        return
    except Exception as error:
        yield "open", "bug", repr(error)
        return
    try:
        for question, ask in _questions(store):
            yield question, *_ending(store.reader, ask)
    finally:
        store.close()


def _ending(reader: Reader, ask: Callable[[], object]) -> tuple[str, str]:
    try:
        ask()
    except DeskError as refusal:
        return "refused", "" if str(refusal).strip() else "refused without a word"
    except Exception as error:  # the window then asks what is broken
        behind = reader.damage_behind()
        return ("bug", repr(error)) if behind is None else ("refused", "")
    return "answered", ""


def _questions(store: Store) -> Iterator[Question]:
    reader, ids = store.reader, set[int]()
    for lens in (PLAIN, ABOVE):
        for kind in KINDS:
            yield from _of_kind(reader, kind, lens)
            with suppress(Exception):  # asked above
                ids |= set(reader.all_ids(kind, lens, "name"))
        yield from _of_desk(store, lens)
    for key in sorted(ids)[:SOME]:
        yield f"read {key}", partial(reader.read, key, PLAIN)
        yield f"changes of {key}", partial(reader.changes, key, lens=PLAIN)
        yield f"dated {key}", partial(reader.dated_ids, key, PLAIN)
        yield f"ties of {key}", partial(reader.count_ties, key)
    yield "citations", partial(reader.citations, sorted(ids), PLAIN)
    yield "company", partial(reader.participants, sorted(ids), PLAIN)
    yield "beside", partial(reader.marking_summary, sorted(ids), PLAIN)
    yield "identifiers", partial(reader.identifiers, sorted(ids))
    yield "titles", partial(reader.titles_then, [(key, "2025-01-01") for key in ids], PLAIN)
    yield from _changing(store, ids)


def _of_kind(reader: Reader, kind: str, lens: Lens) -> Iterator[Question]:
    for column in COLUMNS[kind]:
        yield f"first {kind} by {column.key}", partial(reader.first_ids, kind, lens, column.key)
        yield f"{kind} by {column.key}", partial(_lines, reader, kind, lens, column.key)
    for text in WORDS:
        query = parse_query(text)
        yield f"{kind} by {text}", partial(_hits, reader, kind, text, lens)
        yield f"nearest {kind} to {text}", partial(reader.nearest, kind, query, lens)
        yield f"{kind} like {text}", partial(reader.already_here, kind, text, lens)


def _lines(reader: Reader, kind: str, lens: Lens, order: str) -> object:
    ids = reader.all_ids(kind, lens, order, descending=True)
    return reader.lines(ids, lens), [reader.place(ids, key, kind, order) for key in ids[:3]]


def _hits(reader: Reader, kind: str, text: str, lens: Lens) -> object:
    query = parse_query(text)
    ids = reader.page(kind, query, lens, thorough=True).ids
    return reader.reasons(kind, ids, query, lens), reader.lines(ids, lens)


def _of_desk(store: Store, lens: Lens) -> Iterator[Question]:
    reader = store.reader
    yield "info", partial(store.info, lens)
    yield "counts", partial(reader.counts, lens)
    yield "topics", partial(reader.topics, lens)
    yield "sources", partial(reader.sources, "", lens)
    yield "offices", partial(reader.office_lines, lens)
    yield "tenures", partial(reader.tenure_lines, lens)
    yield "holders", partial(reader.holders, "minister", lens)
    yield "board", partial(_board, reader, lens)
    yield "changes", partial(reader.changes, limit=500, lens=lens)
    yield "changed", partial(reader.last_change_time, lens)
    yield "drafts", partial(reader.drafts, lens)
    yield "views", partial(reader.views, lens)
    yield "printed", partial(_printed, reader, lens)
    yield "duplicates", partial(reader.duplicates, KINDS, lens, lambda done, total: None)
    for text in ("topic:", "office:min", "party:", "in:", "country:p", "Asi"):
        yield f"completions {text}", partial(reader.completions, text, len(text), lens)


def _board(reader: Reader, lens: Lens) -> object:
    bodies = tuple(reader.all_ids("organization", lens, "name"))
    board = reader.board(BoardScope("all", bodies=bodies), lens)
    people = [each.id for each in reader.pick(["person"], parse_query(""), lens)]
    return (
        board.on(lens.as_of),
        board_changes(board, "2000-01-01", lens.as_of),
        reader.our_contacts(people, lens),
    )


def _printed(reader: Reader, lens: Lens) -> object:
    return [
        (reader.changed_since(document, lens), reader.last_printed_document(document.asked, lens))
        for document in reader.printed_documents(lens)
    ]


def _changing(store: Store, ids: set[int]) -> Iterator[Question]:
    """What a window writes; it comes last, for it may refuse to."""
    yield "add", partial(store.save, Person(title="Somebody Else"), PLAIN)
    for key in sorted(ids)[:3]:
        yield f"edit {key}", partial(_edit, store, key)
    yield "delete", partial(store.remove, sorted(ids)[-2:], PLAIN)
    for change in range(1, 9):
        yield f"revert {change}", partial(store.revert, change, PLAIN)
    yield "draft", partial(store.keep_draft, "person", None, '{"title": "half"}', PLAIN)
    yield "settle", store.settle
    yield "tidy", store.tidy
    yield "checkpoint", store.checkpoint
    yield "verify", store.verify
    yield "rebuild", store.rebuild


def _edit(store: Store, key: int) -> object:
    record = store.reader.get(key, PLAIN)
    record.title += " the Younger"
    return store.save(record, PLAIN)
