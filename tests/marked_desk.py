"""A desk on which every field and part at every marking bears its own word, made from the records'
declarations, so that a field that is added to them is in it.

`PREFIXES[level]` begins every word that is marked so: what is told under a lower ceiling is found
by it. `EVERY_WORD` asks the desk which words it was made with.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from db import (
    HIGHEST,
    Agreement,
    Attachment,
    Citation,
    Event,
    HistoricalDate,
    Invalid,
    Lens,
    Note,
    Office,
    OfficeRef,
    Organization,
    Part,
    Person,
    PrintedDocument,
    Record,
    Ref,
    Source,
    Store,
    judge_different,
    keep_view,
    make_desk,
    merge_records,
    open_desk,
)
from db.changes.validate import check_record
from db.changes.writing import insert_record
from tests.db.desk_sql import sql_of

ALL = Lens("2026-06-01")
LEVELS = range(HIGHEST + 1)
PREFIXES = ("openwort", "innenwort", "confiwort", "tabuwort")
FILLED_HERE = {
    "id",
    "uid",
    "created",
    "changed",
    "version",
    "checked_on",
    "keep_until",
    "country",
    "sha256",
}
FILLED_HERE |= {"size", "media_type", "script", "data", "kind", "marking", "position"}
NAMING = (OfficeRef, Ref)
SHARED_PARTS = ("notes", "attachments", "citations")  # those that are marked by themselves


@dataclass
class Marked:
    """The desk's file, and for each level the words that lie there and the uids that do."""

    path: Path
    words: list[set[str]] = field(default_factory=lambda: [set() for _ in LEVELS])
    uids: list[str] = field(default_factory=list)
    numbers: count[int] = field(default_factory=lambda: count(1))

    def word(self, level: int, what: str) -> str:
        """A word of its own for a field at a level; none begins another, whatever stands behind."""
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(next(self.numbers)))
        made = f"{PREFIXES[level]}{letters}z"
        self.words[level].add(made)
        assert what
        return made


def make_marked_desk(path: Path) -> Marked:
    """Make it, with all that happens to records in a year."""
    marked = Marked(path)
    make_desk(path, name="Marked")
    with open_desk(path) as store:
        worlds = [make_world(store, marked, level) for level in LEVELS]
        _make_carriers(store, marked, worlds)
        for level in LEVELS:
            _live(store, marked, level)
        marked.uids += [row[0] for row in sql_of(store).rows("SELECT uid FROM record ORDER BY id")]
    return marked


def make_full_desk(path: Path) -> Iterator[Record]:
    """Make a desk with two parts in every list, and give a record of each kind from it."""
    make_desk(path, name="Full")
    with open_desk(path) as store:
        world = make_world(store, Marked(path), 0, rows=2)
        for record in world.records.values():
            yield store.reader.get(record.id, ALL)


def fork_marked_desk(path: Path, other: Path) -> None:
    """Copy a desk to another; then both change titles, notes and sources of a record of each kind
    at each marking, with other words of the same marking.
    """
    other.write_bytes(path.read_bytes())
    for desk, word in ((path, "here"), (other, "there")):
        with open_desk(desk) as store:
            first = "SELECT min(id) FROM record GROUP BY kind, marking"
            for (record_id,) in sql_of(store).rows(first):
                record = store.reader.get(record_id, ALL)
                record.title = f"{PREFIXES[record.marking]}{word}"
                for note in record.notes:
                    note.text = f"{PREFIXES[max(note.marking, record.marking)]}{word}"
                for cited in record.citations:
                    cited.source.title = f"{PREFIXES[cited.source.marking]}{word}"
                store.save(record, ALL)


@dataclass
class _World:
    """One record of each kind at a level."""

    level: int
    records: dict[str, Record]
    others: dict[str, Record]  # to be named: no record names itself
    office: OfficeRef

    def ref(self, kind: str) -> Ref:
        record = self.others[kind]
        return Ref(record.id, record.title, kind)


def make_world(store: Store, marked: Marked, level: int, rows: int = 1) -> _World:
    body = Organization(title=marked.word(level, "title"), marking=level)
    body.offices = [Office(title=marked.word(level, "office"))]
    store.save(body, ALL)
    office = OfficeRef(body.offices[0].id, body.offices[0].title, Ref(body.id, body.title))
    world = _World(level, {}, {"organization": body}, office)
    for into in (world.records, world.others):
        for of in (Organization, Person, Event, Agreement):
            if of.KIND not in into:
                record = of(title=marked.word(level, "title"), marking=level)
                store.save(record, ALL)
                into[of.KIND] = record
    for kind in world.records:
        record = store.reader.get(world.records[kind].id, ALL)
        fill_record(marked, record, world, rows)
        store.save(record, ALL)
        world.records[kind] = record
    return world


def fill_record(marked: Marked, record: Record, world: _World, rows: int) -> None:
    """Give every field a word, and every list a part with words; what is refused is left empty."""
    _fill(marked, record, world)
    for name, of in [each for each in part_lists(type(record)) for _ in range(rows)]:
        part = of()
        _fill(marked, part, world)
        if isinstance(part, Attachment):
            part.data = marked.word(world.level, "data").encode()
        getattr(record, name).append(part)
    record.topics = [marked.word(world.level, "topic")]
    _empty_what_is_refused(record)


def part_lists(of: type[Any]) -> Iterator[tuple[str, type[Part]]]:
    """The lists of parts of a class."""
    hints = get_type_hints(of)
    for item in of.model_fields:
        inner = get_args(hints[item])
        is_list = get_origin(hints[item]) is list and isinstance(inner[0], type)
        if is_list and issubclass(inner[0], Part):
            yield item, inner[0]


def _fill(marked: Marked, item: Any, world: _World) -> None:
    hints = get_type_hints(type(item))
    for each in type(item).model_fields:
        hint = hints[each]
        kinds = [part for part in get_args(hint) if part is not type(None)] or [hint]
        if each == "title" and isinstance(item, Record):
            continue
        if each in FILLED_HERE and each != "data":
            continue
        if str in kinds and get_origin(hint) is not list:
            setattr(item, each, marked.word(world.level, each))
        elif HistoricalDate in kinds:
            words = marked.word(world.level, each)
            setattr(item, each, HistoricalDate("2024", "2024-01-01", "2024-12-31", words))
        elif OfficeRef in kinds:
            setattr(item, each, world.office)
        elif Ref in kinds:
            setattr(item, each, world.ref(_named_kind(item, each)))
        elif Source in kinds:
            _fill(marked, item.source, world)
            item.source.marking = world.level
    for name, of in part_lists(type(item)) if isinstance(item, Part) else ():
        inner = of()
        _fill(marked, inner, world)
        getattr(item, name).append(inner)
    if "marking" in hints and not isinstance(item, Record):
        item.marking = world.level


def _named_kind(item: Any, name: str) -> str:
    if name in ("parent", "predecessor"):
        return "organization"
    if name == "part_of":
        return "event"
    if name == "other" and type(item).TABLE == "agreement_link":
        return "agreement"
    return "person" if name in ("signatory", "initiated_by") else "organization"


def _empty_what_is_refused(record: Record) -> None:
    """Closed lists and figures take no word: their fields get what they had before."""
    for _ in range(60):
        try:
            check_record(record)
        except Invalid as refused:
            for path in refused.problems:
                _empty(record, path)
        else:
            return
    check_record(record)


def _empty(record: Record, path: str) -> None:
    target: Any = record
    *way, last = path.replace("]", "").replace("[", ".").split(".")
    for step in way:
        target = target[int(step)] if step.isdecimal() else getattr(target, step)
    if isinstance(target, list):
        del target[int(last)]
        return
    value = getattr(type(target)(), last)
    if getattr(target, last) == value:  # it may not be empty either
        value = {"number": "5"}.get(last, value)
        others = {"action": "signed", "nature": "amends"}
        value = others.get(last, value)
    setattr(target, last, value)


def _make_carriers(store: Store, marked: Marked, worlds: list[_World]) -> None:
    """Open records with parts that are marked, or that name what is."""
    for of in (Person, Organization, Agreement, Event):
        record = of(title=marked.word(0, "title"))
        for world in worlds:
            for name, part_of in part_lists(of):
                part = part_of()
                hints = get_type_hints(part_of).values()
                names = any(
                    kind in (get_args(hint) or (hint,)) for hint in hints for kind in NAMING
                )
                if name in SHARED_PARTS or names:
                    _fill(marked, part, world)
                    if isinstance(part, Attachment):
                        part.data = marked.word(world.level, "data").encode()
                    getattr(record, name).append(part)
        _empty_what_is_refused(record)
        store.save(record, ALL)


def _live(store: Store, marked: Marked, level: int) -> None:
    """What happens to records of a level: each of it once told a word in a label or a list."""
    word = marked.word
    for then in ("lowered", "raised", "deleted", "merged"):
        _live_as(store, marked, level, then)
    with store.unit_of_work(f"Import {word(level, 'file')}", compact=True) as work:
        records = [Person(title=word(0, "title")), Person(title=word(level, "title"))]
        records[1].marking = level
        for record in records:
            insert_record(work, record)
    store.remove([record.id for record in records], ALL)
    payload = {"fields": {"title": word(level, "draft"), "marking": level}, "parts": {}}
    kind = ("person", "organization", "agreement", "event")[level]
    store.keep_draft(kind, None, json.dumps({"version": 1, **payload}))
    with store.unit_of_work(f"Keep the view {word(level, 'view')}") as work:
        name, query = word(level, "view"), word(level, "query")
        keep_view(work, name, "person", query, lens=replace(ALL, ceiling=level))
    asked = {"title": word(level, "printed"), "query": word(level, "query")}
    lens = replace(ALL, ceiling=level)
    store.save_printed_document(PrintedDocument(asked["title"], "list", lens, 0, 1, asked))


def _live_as(store: Store, marked: Marked, level: int, then: str) -> None:
    title = marked.word(level, "title")
    cited = Citation(source=Source(title=marked.word(level, "source")))
    record = Person(title=title, marking=0 if then == "raised" else level, citations=[cited])
    record.topics = [marked.word(level, "topic")]
    store.save(record, ALL)
    asked = {"ids": [record.id], "title": title}
    used = store.reader.versions([record.id])
    last = store.reader.last_change()
    store.save_printed_document(
        PrintedDocument(title, "biography", ALL, record.marking, last, asked, used)
    )
    fresh = store.reader.get(record.id, ALL)
    if then == "raised":
        store.keep_draft("person", record.id, json.dumps({"fields": {"title": title}}))
        fresh.marking = level
        store.save(fresh, ALL)
    elif then == "lowered":
        store.keep_draft("person", record.id, json.dumps({"fields": {"title": title}}))
        fresh.title, fresh.marking, fresh.topics = marked.word(0, "title"), 0, []
        fresh.citations = []
        store.save(fresh, ALL)
    elif then == "deleted":
        store.keep_draft("person", record.id, json.dumps({"fields": {"title": title}}))
        store.remove([record.id], ALL)
    else:
        other = Person(title=marked.word(level, "title"), marking=level)
        other.notes = [Note(text=marked.word(level, "note"), marking=level)]
        store.save(other, ALL)
        third = Person(title=marked.word(level, "title"), marking=level)
        store.save(third, ALL)
        with store.unit_of_work(f"Not the same: {title} and {third.title}") as work:
            judge_different(work, record.id, third.id)
        with store.unit_of_work(f"Merge {other.title} into {title}") as work:
            merge_records(work, record.id, other.id, {}, ALL)
