"""Drafts are written at once, and wait while long work has the desk to itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Store, open_desk
from desktop.drafts import Drafts


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    with open_desk(desk) as opened:
        yield opened


def payloads(drafts: Drafts) -> list[str]:
    return [draft.payload for draft in drafts.listed()]


def test_one_draft_is_kept_for_a_record(store: Store) -> None:
    drafts = Drafts(store)
    drafts.keep("person", None, "one")
    drafts.keep("person", None, "two")
    drafts.keep("event", None, "three")
    assert payloads(drafts) == ["three", "two"]
    drafts.drop("person", None)
    assert payloads(Drafts(store)) == ["three"]


def test_nothing_is_written_while_they_are_held(store: Store) -> None:
    drafts = Drafts(store)
    drafts.keep("person", None, "before")
    drafts.hold()
    drafts.keep("event", None, "meanwhile")
    drafts.drop("person", None)
    assert [draft.payload for draft in store.reader.drafts()] == ["before"]
    assert payloads(drafts) == ["meanwhile"]
    drafts.release()
    assert [draft.payload for draft in store.reader.drafts()] == ["meanwhile"]
