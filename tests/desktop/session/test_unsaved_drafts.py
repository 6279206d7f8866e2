"""Drafts are written at once, and wait while long work has the desk to itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Lens, Store, open_desk
from desktop.session.unsaved_drafts import Drafts

LENS = Lens()
LOW = Lens(ceiling=0)


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    with open_desk(desk) as opened:
        yield opened


def payloads(drafts: Drafts) -> list[str]:
    return [draft.payload for draft in drafts.list_drafts(LENS)]


def test_one_draft_is_kept_for_a_record(store: Store) -> None:
    drafts = Drafts(store)
    drafts.keep("person", None, "one", LENS)
    drafts.keep("person", None, "two", LENS)
    drafts.keep("event", None, "three", LENS)
    assert payloads(drafts) == ["three", "two"]
    drafts.drop("person", None, LENS)
    assert payloads(Drafts(store)) == ["three"]


def test_nothing_is_written_while_they_are_held(store: Store) -> None:
    drafts = Drafts(store)
    drafts.keep("person", None, "before", LENS)
    drafts.hold()
    drafts.keep("event", None, "meanwhile", LENS)
    drafts.drop("person", None, LENS)
    assert [draft.payload for draft in store.reader.drafts()] == ["before"]
    assert payloads(drafts) == ["meanwhile"]
    drafts.release()
    assert [draft.payload for draft in store.reader.drafts()] == ["meanwhile"]


@pytest.mark.parametrize("is_held", [True, False])
def test_a_draft_is_offered_only_through_a_lens_that_shows_it(store: Store, is_held: bool) -> None:
    drafts = Drafts(store)
    if is_held:
        drafts.hold()
    for kind, marking in (("person", 3), ("event", 0)):
        drafts.keep(kind, None, f'{{"fields": {{"marking": {marking}}}}}', LENS)
    assert [draft.kind for draft in drafts.list_drafts(LOW)] == ["event"]
    assert [draft.kind for draft in drafts.list_drafts(LENS)] == ["event", "person"]
