"""Any order of saving, editing, removing and reverting ends in what a plain model says."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from db import Conflict, Event, Lens, Note, Participant, Person, Record, Ref, make_desk, open_desk

LENS = Lens("2025-09-15")
Model = dict[int, tuple[str, tuple[str, ...], tuple[int, ...]]]  # id → title, notes, who is named
WORDS = st.sampled_from(["dar", "rubio", "munir", "cooper"])


class DeskMachine(RuleBasedStateMachine):
    """A desk beside a model of what each of its records says."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        make_desk(self.folder / "a.desk")
        self.store = open_desk(self.folder / "a.desk")
        self.model: Model = {}
        self.changes: list[tuple[int, Model, Model]] = []  # id, before, after

    def pick(self, data: st.DataObject) -> int | None:
        return data.draw(st.sampled_from(sorted(self.model))) if self.model else None

    def done(self, change_id: int, after: Model) -> None:
        self.changes.append((change_id, self.model, after))
        self.model = after

    @rule(word=WORDS, data=st.data())
    def add(self, word: str, data: st.DataObject) -> None:
        named = self.pick(data)
        record: Record = Person(title=word)
        if named is not None:
            record = Event(title=word, participants=[Participant(who=Ref(named))])
        change = self.store.save(record, LENS)
        assert change is not None
        said = (word, (), () if named is None else (named,))
        self.done(change.id, {**self.model, record.id: said})

    @rule(word=WORDS, data=st.data())
    def edit(self, word: str, data: st.DataObject) -> None:
        key = self.pick(data)
        if key is None:
            return
        record = self.store.reader.get(key, LENS)
        record.title = word
        record.notes.append(Note(text=word))
        change = self.store.save(record, LENS)
        assert change is not None
        _, notes, named = self.model[key]
        self.done(change.id, {**self.model, key: (word, (*notes, word), named)})

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        key = self.pick(data)
        if key is None:
            return
        change = self.store.remove([key], LENS)
        after = {
            other: (title, notes, tuple(who for who in named if who != key))
            for other, (title, notes, named) in self.model.items()
            if other != key
        }
        self.done(change.id, after)

    @rule()
    def undo_and_redo_the_last(self) -> None:
        if self.changes:
            change_id, before, after = self.changes[-1]
            undone = self.store.revert(change_id)
            assert self.said() == before
            redone = self.store.revert(undone.id)
            self.changes[-1] = (redone.id, before, after)

    @rule()
    def undo_the_last(self) -> None:
        if self.changes:
            change_id, before, _ = self.changes.pop()
            self.store.revert(change_id)
            self.model = before

    @rule(data=st.data())
    def revert_any(self, data: st.DataObject) -> None:
        """An older change is taken back whole, or refused and nothing happens."""
        if not self.changes:
            return
        change_id, _, _ = data.draw(st.sampled_from(self.changes))
        try:
            change = self.store.revert(change_id)
        except Conflict:
            assert self.said() == self.model
            return
        self.store.revert(change.id)

    def said(self) -> Model:
        reader = self.store.reader
        found: Model = {}
        for kind in ("person", "event"):
            for key in reader.all_ids(kind, LENS, ""):
                record = reader.get(key, LENS)
                named = tuple(
                    part.who.id for part in getattr(record, "participants", []) if part.who
                )
                found[key] = (record.title, tuple(note.text for note in record.notes), named)
        return found

    @invariant()
    def the_desk_says_what_the_model_says(self) -> None:
        assert self.said() == self.model

    def teardown(self) -> None:
        try:
            assert self.store.verify() == []
        finally:
            self.store.close()
            shutil.rmtree(self.folder)


TestDesk = DeskMachine.TestCase
TestDesk.settings = settings(max_examples=10, stateful_step_count=15, deadline=None)
