"""What is asked of a desk beside its records."""

from __future__ import annotations

from db import Lens, Reader, Store
from db.readers.history_reader import HistoryReader
from tests.db.conftest import Small

LENS = Lens("2025-09-15")


def test_drafts_of_hidden_records_are_hidden(small: Small) -> None:
    pact = small.fresh(small.pact)
    pact.marking = 3
    small.store.save(pact, LENS)
    small.store.keep_draft("agreement", pact.id, "{}")
    small.store.keep_draft("event", None, "{}")
    drafts = small.store.reader.drafts()
    assert [(draft.kind, draft.record_id) for draft in drafts] == [
        ("event", None),
        ("agreement", pact.id),
    ]
    assert [draft.kind for draft in small.store.reader.drafts(Lens(ceiling=2))] == ["event"]


def test_a_setting_that_is_not_there_is_empty(store: Store) -> None:
    assert (store.reader.setting("name"), store.reader.setting("none")) == ("Test", "")


def test_a_reader_answers_these_questions_too() -> None:
    assert issubclass(Reader, HistoryReader)


def test_changes_are_told_newest_first_with_their_authors(small: Small) -> None:
    reader = small.store.reader
    [newest, *_rest] = reader.changes(lens=LENS)
    assert newest.id == reader.last_change() and reader.shows_change(newest.id, LENS)
    assert reader.last_change_time(LENS) == newest.time and reader.authors(LENS) == [newest.author]
    assert reader.settings("na") == {"name": "Test"} and reader.views() == []
