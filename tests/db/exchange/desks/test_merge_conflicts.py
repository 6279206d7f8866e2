"""A conflict says what was changed, by whom and when, in the words of the form."""

from __future__ import annotations

from pathlib import Path

from db import Contact, HistoricalDate, Person, make_desk, open_desk
from tests.db.exchange.desks.copies import LENS, copy_desk, merge_into


def _edit(path: Path, author: str, value: str) -> None:
    with open_desk(path) as store:
        store.set_author(author)
        person = store.reader.get(1, LENS)
        assert isinstance(person, Person)
        person.born = HistoricalDate.parse(value)
        person.contacts[0].value = value
        store.save(person, LENS)


def test_a_field_and_a_part_are_named_with_both_authors(tmp_path: Path) -> None:
    one = tmp_path / "a.desk"
    make_desk(one)
    with open_desk(one) as store:
        store.save(Person(title="Dar", contacts=[Contact(value="1900")]), LENS)
    two = copy_desk(one, "b")
    _edit(one, "Ada", "1950-05-12")
    _edit(two, "Ben", "1951")
    born, phone = sorted(merge_into(one, two, "").conflicts, key=lambda each: each.label)
    assert (born.label, phone.label) == (
        "Born",
        "Contact details: 1950-05-12: Number, address or site",
    )
    assert (born.ours, born.theirs) == ("12 May 1950", "1951")
    for each in (born, phone):
        assert (each.our_author, each.their_author) == ("Ada", "Ben")
        assert each.our_time < each.their_time and (each.kind, each.title) == ("people", "Dar")
