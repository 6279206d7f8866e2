"""The two jobs of a merge: one writes nothing, the other all, by what was chosen."""

from __future__ import annotations

from pathlib import Path

from db import Lens, Person
from desktop.commands.console.terminal_progress import silent
from desktop.merging.merge_jobs import MergeChoice, preview_merge, run_merge
from desktop.session.session import Session
from tests.desktop.desk_store import store_of
from tests.desktop.merging.forked import forked_copy


def test_a_preview_writes_nothing_and_a_merge_takes_what_was_chosen(
    session: Session, tmp_path: Path
) -> None:
    lens = Lens()
    path, store = forked_copy(session, tmp_path), store_of(session)
    last = store.reader.last_change()
    seen = preview_merge(MergeChoice(path), lens, store, silent)
    assert store.reader.last_change() == last and seen.undecided_count == 1
    [conflict] = seen.conflicts
    done = run_merge(MergeChoice(path, sides={conflict.key: "theirs"}), lens, store, silent)
    assert (done.added, done.undecided_count) == (seen.added, 0)
    key = store.reader.find(conflict.uid, lens)
    assert key is not None
    person = store.reader.get(key, lens)
    assert isinstance(person, Person) and person.born is not None and person.born.edtf == "1951"
