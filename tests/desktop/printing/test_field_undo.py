"""One field of a change is given back alone, and only while it is as the change left it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import Lens, Name, Note, Person, Refused
from desktop.printing.differences import differences
from desktop.printing.field_undo import is_same, undo_field
from desktop.session.session import Session


def person() -> Person:
    return Person(
        title="Ann",
        biography="one",
        country="pk",
        names=[Name(text="Annie", kind="alias")],
        notes=[Note(text="tall"), Note(text="kind")],
    )


def write_more(ann: Person) -> None:
    ann.notes.append(Note(text="new"))


def write_less(ann: Person) -> None:
    del ann.notes[0]


def rename(ann: Person) -> None:
    ann.names[0].text = "Nan"


def tell(ann: Person) -> None:
    ann.biography = "two"


EDITS: list[tuple[Callable[[Person], None], str]] = [
    (write_more, "Notes"),
    (write_less, "Notes"),
    (rename, "Other names, Annie: Name"),
    (tell, "Biography"),
]


def change(session: Session, edit: Callable[[Person], None]) -> tuple[Person, Person]:
    """A saved person before and after an edit, and another edit after it."""
    ann = person()
    session.save(ann)
    before = session.reader.get(ann.id, session.lens)
    later = session.reader.get(ann.id, session.lens)
    edit(later)
    session.save(later)
    after = session.reader.get(ann.id, session.lens)
    return before, after


@pytest.mark.parametrize(("edit", "what"), EDITS)
def test_a_field_is_given_back_and_what_came_later_stays(
    session: Session, edit: Callable[[Person], None], what: str
) -> None:
    before, after = change(session, edit)
    (difference,) = differences(before, after)
    current = session.reader.get(after.id, session.lens)
    current.country = "us"
    session.save(current)
    current = session.reader.get(after.id, session.lens)
    session.save(undo_field(current, before, after, difference.path))
    again = session.reader.get(after.id, session.lens)
    assert again.country == "us"
    assert difference.what == what
    assert [note.text for note in again.notes] == ["tall", "kind"]
    assert (again.biography, again.names[0].text) == ("one", "Annie")


@pytest.mark.parametrize("edit", [edit for edit, _ in EDITS])
def test_what_was_changed_again_is_left_as_it_is(
    session: Session, edit: Callable[[Person], None]
) -> None:
    before, after = change(session, edit)
    (difference,) = differences(before, after)
    current = session.reader.get(after.id, session.lens)
    if edit is write_less:
        current = before  # somebody has put it back
    else:
        current.biography, current.names[0].text = "three", "Nanny"
        if edit is write_more:
            current.notes[-1].text = "newer"
    with pytest.raises(Refused, match="changed again since"):
        undo_field(current, before, after, difference.path)


def test_a_record_that_was_renamed_is_the_same_record(session: Session) -> None:
    ann = person()
    session.save(ann)
    one = session.reader.ref(ann.id, Lens())
    ann.title = "Nan"
    session.save(ann)
    assert is_same([one], [session.reader.ref(ann.id, Lens())])
    assert not is_same(one, None)
