"""A word of its own is planted in every field and part; after erasing, none is anywhere."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from db import (
    Citation,
    Lens,
    Note,
    Person,
    PrintedDocument,
    Record,
    Refused,
    Source,
    Store,
    erase_record,
    judge_different,
    keep_view,
    look_before_erasing,
    make_desk,
    merge_records,
    open_desk,
)
from db.copies.desk_copies import CopyPlan
from db.names import fold
from tests.db.desk_sql import sql_of
from tests.marked_desk import ALL, Marked, fill_record, make_world

KINDS = ("person", "organization", "agreement", "event")


@dataclass
class Planted:
    """A desk with one record that has a word in every field, and what that record ever said."""

    path: Path
    uid: str
    words: set[str] = field(default_factory=set)
    naming: set[str] = field(default_factory=set)  # the uids of records that name it
    others: set[str] = field(default_factory=set)  # words of other records


def plant(path: Path, kind: str, passphrase: str = "") -> Planted:
    """Make the desk, and let the record live: edited, printed, drafted, searched, merged."""
    marked = Marked(path)
    make_desk(path, passphrase, name="Planted")
    with open_desk(path, passphrase) as store:
        world = make_world(store, marked, 0, rows=2)
        others = set(marked.words[0])
        record = type(world.records[kind])(title=marked.word(0, "title"))
        store.save(record, ALL)
        record = store.reader.get(record.id, ALL)
        fill_record(marked, record, world, 2)
        store.save(record, ALL)
        planted = Planted(path, record.uid, others=others)
        _name_it(store, planted, record, marked)
        _live(store, record, marked)
        planted.words = marked.words[0] - others
    return planted


def _name_it(store: Store, planted: Planted, record: Record, marked: Marked) -> None:
    """Let a record name the planted one, as its kind is named."""
    from db import (
        Agreement,
        AgreementLink,
        Event,
        Office,
        OfficeRef,
        Organization,
        Participant,
        Ref,
        Tenure,
    )

    ref = Ref(record.id, record.title, record.KIND)
    other: Record
    if record.KIND == "person":
        other = Event(title="Naming one", participants=[Participant(who=ref)])
    elif isinstance(record, Organization):
        fresh = store.reader.get(record.id, ALL)
        assert isinstance(fresh, Organization)
        fresh.offices.append(Office(title=marked.word(0, "office")))
        store.save(fresh, ALL)
        office = OfficeRef(fresh.offices[-1].id, fresh.offices[-1].title, ref)
        other = Person(title="Naming one", tenures=[Tenure(office=office)])
    elif record.KIND == "agreement":
        other = Agreement(title="Naming one", links=[AgreementLink(nature="amends", other=ref)])
    else:
        other = Event(title="Naming one", part_of=ref)
    store.save(other, ALL)
    planted.naming.add(other.uid)


def _live(store: Store, record: Record, marked: Marked) -> None:
    word = marked.word
    fresh = store.reader.get(record.id, ALL)
    title = fresh.title
    fresh.title, fresh.topics = word(0, "title"), [word(0, "topic")]
    fresh.notes = [Note(text=word(0, "note"))]
    fresh.citations = [Citation(source=Source(title=word(0, "source")), passage=word(0, "passage"))]
    store.save(fresh, ALL)
    lens = Lens(ALL.as_of)
    asked = {"ids": [record.id], "title": title}
    store.save_printed_document(
        PrintedDocument(title, "biography", lens, 0, 1, asked, store.reader.versions([record.id]))
    )
    listed = {"query": fresh.title}
    store.save_printed_document(PrintedDocument(f"List {title}", "list", lens, 0, 1, listed))
    store.keep_draft(record.KIND, record.id, json.dumps({"fields": {"title": word(0, "draft")}}))
    store.keep_draft("event", None, json.dumps({"fields": {"title": f"Call with {fresh.title}"}}))
    with store.unit_of_work("Keep a search") as work:
        keep_view(work, f"All of {title}", "person", fresh.title, lens=lens)
    twin = type(record)(title=word(0, "title"))
    twin.notes = [Note(text=word(0, "note"))]
    third = type(record)(title="Third one")
    for each in (twin, third):
        store.save(each, ALL)
    with store.unit_of_work(f"Not the same: {title} and {third.title}") as work:
        judge_different(work, record.id, third.id)
    with store.unit_of_work(f"Merge {twin.title} into {fresh.title}") as work:
        merge_records(work, record.id, twin.id, {}, ALL)


def left_in_bytes(folder: Path, words: set[str]) -> set[str]:
    """Which of the words any file of a folder has, whatever it is called."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()  # a phonetic key in large letters may follow a word
            found |= {word for word in words if word.encode() in data}
    return found


def left_in_tables(store: Store, words: set[str]) -> set[tuple[str, str]]:
    """Which words any cell of any table has, packed ones unpacked."""
    found = set()
    sql = sql_of(store)
    for (table,) in sql.rows("SELECT name FROM sqlite_master WHERE type='table'"):
        for row in sql.rows(f'SELECT * FROM "{table}"'):
            for cell in _texts(row):
                found |= {(table, word) for word in words if word in cell}
    return found


def _texts(row: tuple[object, ...]) -> Iterator[str]:
    for cell in row:
        if isinstance(cell, bytes):
            try:
                yield fold(zlib.decompress(cell).decode("utf-8", "replace"))
            except zlib.error:
                yield cell.decode("utf-8", "replace").lower()
        else:
            yield str(cell).lower()


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_it_is_left_anywhere(tmp_path: Path, kind: str) -> None:
    planted = plant(tmp_path / "a.desk", kind)
    assert len(planted.words) > 20
    assert left_in_bytes(tmp_path, planted.words), "What was planted must be there to be found."
    plan = CopyPlan(tmp_path / "kept")
    with open_desk(planted.path, plan=plan) as store:
        store.copies.keep()
        store.copies.save(tmp_path / "saved.desk")
        store.copies.note_place(tmp_path / "saved.desk")
        seen = look_before_erasing(store, planted.uid, ALL)
        assert {line.uid for line in seen.named_by} == planted.naming
        assert len(seen.copies) == 2
        done = erase_record(store, planted.uid, ALL, with_copies=True)
        assert (done.copies, done.why_not_compact) == ([], "")
        assert done.counts.history > 0
        assert left_in_tables(store, planted.words) == set()
        assert store.verify() == []
        naming = store.reader.get(store.reader.find(next(iter(planted.naming)), ALL) or 0, ALL)
        assert "An erased" in str(naming)
        newest = store.reader.changes(limit=1)[0]
        assert newest.label == "Erase a record for good"
        assert store.reader.find(planted.uid, ALL) is None
    assert left_in_bytes(tmp_path, planted.words) == set()
    with open_desk(planted.path) as store:
        assert store.verify() == []
        # What others say is still there, and is found.
        assert left_in_tables(store, planted.others)


def test_one_that_nobody_names_is_gone_and_others_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    make_desk(path)
    with open_desk(path) as store:
        gone, other = Person(title="Zebra Gone"), Person(title="Other Person")
        for each in (gone, other):
            store.save(each, ALL)
        fresh = store.reader.get(other.id, ALL)
        fresh.title = "Renamed Person"
        store.save(fresh, ALL)
        edit = store.reader.changes(limit=1)[0]
        done = erase_record(store, gone.uid, ALL)
        assert done.named_by == []
        assert len(store.reader.all_ids("person", ALL, "")) == 1
        store.revert(edit.id)
        assert store.reader.get(other.id, ALL).title == "Other Person"
        labels = [each.label for each in store.reader.changes(limit=9)]
        assert "Add Other Person" in labels
        assert not [each for each in labels if "Zebra" in each]
        assert store.verify() == []


@pytest.mark.parametrize("passphrase", ["", "zebra crossing"])
def test_without_the_copies_they_are_named_and_one_is_kept_before(
    tmp_path: Path, passphrase: str
) -> None:
    path = tmp_path / "a.desk"
    make_desk(path, passphrase)
    with open_desk(path, passphrase, plan=CopyPlan(tmp_path / "kept")) as store:
        person = Person(title="Zebra Gone")
        store.save(person, ALL)
        done = erase_record(store, person.uid, ALL)
        assert done.copies == [store.copies.list_copies()[0].path]
        with pytest.raises(Refused, match="is not on this desk"):
            erase_record(store, person.uid, ALL)


def test_one_above_the_ceiling_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    make_desk(path)
    with open_desk(path) as store:
        person = Person(title="Zebra Gone", marking=3)
        store.save(person, ALL)
        with pytest.raises(Refused, match="above the ceiling"):
            erase_record(store, person.uid, Lens(ALL.as_of, 1))
        assert store.reader.find(person.uid, ALL) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither fork nor SIGKILL.")
@pytest.mark.parametrize("rounds", [6, pytest.param(100, marks=pytest.mark.slow)])
def test_a_kill_leaves_the_record_or_nothing_of_it(tmp_path: Path, rounds: int) -> None:
    planted = plant(tmp_path / "whole.desk", "person")
    chance, took, folder = random.Random(rounds), 0.2, tmp_path / "killed"
    for _ in range(rounds):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path = Path(shutil.copy(planted.path, folder / "a.desk"))
        child = os.fork()
        if child == 0:
            try:
                with open_desk(path) as store:
                    erase_record(store, planted.uid, ALL)
            finally:
                os._exit(0)
        began = time.monotonic()
        time.sleep(chance.uniform(0, 1.2 * took))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            took = (took + time.monotonic() - began) / 2
        with open_desk(path) as store:
            assert store.verify() == []
            is_there = store.reader.find(planted.uid, ALL) is not None
            assert bool(left_in_tables(store, planted.words)) == is_there
        if not is_there:
            assert left_in_bytes(folder, planted.words) == set()
