"""A desk is written anew beside itself in steps that can be stopped, and put in its place."""

from __future__ import annotations

import pytest

from db import Person, Stopped
from db.desk_file import rewriting
from tests.db.conftest import Small


@pytest.fixture
def full(small: Small) -> Small:
    """A desk so large that writing it anew is told of."""
    text = "A long life. " * 20_000
    for number in range(6):
        small.store.save(Person(title=f"Person {number}", biography=text), small.lens)
    small.store.checkpoint()
    return small


def test_it_is_told_how_far_it_is_and_the_old_passphrase_holds_until_it_is_put(
    full: Small,
) -> None:
    told: list[tuple[int, int]] = []
    full.store.write_passphrase_copy("zebra crossing", lambda *step: told.append(step))
    assert told and all(done >= 0 and total > 1_000_000 for done, total in told)
    assert not full.store.is_encrypted
    full.store.replacing.put()
    assert full.store.is_encrypted and full.store.verify() == []


def test_stopped_it_leaves_the_desk_as_it_was_and_nothing_beside_it(full: Small) -> None:
    asked = iter([False] * 12)
    full.store.stop_when(lambda: next(asked, True))
    with pytest.raises(Stopped):
        full.store.write_passphrase_copy("zebra crossing")
    full.store.stop_when(None)
    assert not full.store.is_encrypted and rewriting.leftovers(full.store.path) == []
    full.store.replacing.put()  # there is nothing to put
    assert not full.store.is_encrypted


def test_what_was_not_put_goes_when_the_desk_is_closed(full: Small) -> None:
    assert full.store.replacing.write_compact(None) == ""
    assert rewriting.leftovers(full.store.path) != []
    full.store.close()
    assert rewriting.leftovers(full.store.path) == []


def test_what_was_changed_meanwhile_is_not_written_over(full: Small) -> None:
    assert full.store.replacing.write_compact(None) == ""
    full.store.save(Person(title="Ann Ashe"), full.lens)
    assert "was changed while it was written anew" in full.store.replacing.put_compact()
    assert full.store.reader.count("person", full.lens) == 8
