"""Drafts are kept one a record, listed newest first, and dropped."""

from __future__ import annotations

from db import Lens, Store

LOW = Lens(ceiling=0)
SECRET = '{"fields": {"marking": 3}}'


def payloads(store: Store, lens: Lens) -> list[str]:
    return [draft.payload for draft in store.reader.drafts(lens)]


def test_the_newest_stands_first_and_one_a_record(store: Store) -> None:
    for kind, payload in (("person", "1"), ("event", "2"), ("person", "3")):
        store.keep_draft(kind, None, payload)
    assert payloads(store, Lens()) == ["3", "2"]
    store.drop_draft("person", None)
    assert payloads(store, Lens()) == ["2"]


def test_one_that_the_lens_hides_is_neither_overwritten_nor_dropped(store: Store) -> None:
    store.keep_draft("person", None, SECRET)
    store.keep_draft("person", None, "{}", LOW)
    assert payloads(store, LOW) == ["{}"]
    assert payloads(store, Lens()) == ["{}", SECRET]
    store.drop_draft("person", None, LOW)
    assert payloads(store, Lens()) == [SECRET]
