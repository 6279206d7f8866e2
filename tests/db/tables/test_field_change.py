"""What a change of one field makes of what a record says there, and what many records then say."""

from __future__ import annotations

from typing import Any

import pytest

from db import (
    ChangeAction,
    FieldChange,
    HistoricalDate,
    Lens,
    Organization,
    Parent,
    Person,
    Ref,
    Store,
)

LENS = Lens("2025-09-15", 1)
ADD, REMOVE, SET, REPLACE = (
    ChangeAction.ADD,
    ChangeAction.REMOVE,
    ChangeAction.SET,
    ChangeAction.REPLACE,
)


@pytest.mark.parametrize(
    ("action", "value", "replaced", "old", "new"),
    [
        (SET, "pk", "", "in", "pk"),
        (SET, None, "", "2020-01-01", None),
        (SET, ["a"], "", ["b", "a"], ["a"]),
        (SET, [], "", ["b"], []),
        (ADD, ["a", "c"], "", ["b", "a"], ["b", "a", "c"]),
        (REMOVE, ["a", "x"], "", ["b", "a"], ["b"]),
        (REPLACE, "in", "In", "In the In", "in the in"),
        (REPLACE, "x", "", "text", "text"),
        (REPLACE, "", "the ", "of the body", "of body"),
        (REPLACE, "x", "y", "", ""),
    ],
)
def test_a_value_becomes_another(
    action: ChangeAction, value: Any, replaced: str, old: Any, new: Any
) -> None:
    assert FieldChange("any", value, action, replaced).new_value(old) == new


def test_a_line_that_stays_keeps_what_it_says_beside() -> None:
    since = HistoricalDate.parse("2004")
    there = Parent(id=7, parent=Ref(1), since=since)
    other = Parent(id=8, parent=Ref(2))
    change = FieldChange("parents", [Parent(parent=Ref(1)), Parent(parent=Ref(3))])
    kept, new = change.new_value([there, other])
    assert kept is there
    assert new.parent == Ref(3) and new.since is None and not new.id


def test_many_records_take_a_topic_and_another_is_taken_from_them(store: Store) -> None:
    people = [Person(title=name, topics=["trade"] * at) for at, name in enumerate(("Ann", "Bo"))]
    for person in people:
        store.save(person, LENS)
    ids = [person.id for person in people]
    store.change_field(ids, FieldChange("topics", ["minerals"], ADD), LENS)
    store.change_field(ids, FieldChange("topics", ["trade"], REMOVE), LENS)
    assert [store.reader.get(key, LENS).topics for key in ids] == [["minerals"]] * 2


def test_each_body_gets_a_line_of_its_own_and_one_hidden_stays(store: Store) -> None:
    hidden = Organization(title="Hidden", marking=3)
    above, one, two = (Organization(title=name) for name in ("Above", "One", "Two"))
    for body in (hidden, above):
        store.save(body, Lens())
    one.parents = [Parent(parent=Ref(hidden.id))]
    for body in (one, two):
        store.save(body, Lens())
    change = FieldChange("parents", [Parent(parent=Ref(above.id))])
    assert store.change_field([one.id, two.id], change, LENS) is not None
    seen = [store.reader.get(body.id, Lens()).parents for body in (one, two)]
    titles = [{line.parent.title for line in lines if line.parent} for lines in seen]
    assert titles == [{"Hidden", "Above"}, {"Above"}]
    assert len({line.id for lines in seen for line in lines}) == 3
    assert store.verify() == []
