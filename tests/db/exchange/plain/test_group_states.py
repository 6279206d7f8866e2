"""Records that two desks made one seem one on each side, whichever of them it kept."""

from __future__ import annotations

from typing import Any

import pytest

from db.exchange.plain.group_states import GroupStates
from db.record_types import Person

Plain = dict[str, Any]


def note(key: str, text: str) -> Plain:
    return {"key": f"note {key}", "text": text, "row": int(key), "id": int(key)}


DAR: Plain = {"uid": "d", "title": "Dar", "id": 1, "notes": [note("3", "tall")], "topics": ["x"]}
MUNIR: Plain = {"uid": "m", "title": "Munir", "born": "1950", "id": 2, "notes": [note("4", "tall")]}
BASE = [DAR, MUNIR]


def notes_of(state: Plain | None) -> dict[str, str]:
    return {each["key"]: each["text"] for each in (state or {}).get("notes", ())}


@pytest.mark.parametrize(
    "side",
    [
        [DAR, MUNIR],  # not merged
        [{**DAR, "born": "1950"}, None],  # this one was kept, and the double of a note went
        [None, {**MUNIR, "topics": ["x"]}],
    ],
)
def test_whichever_was_kept_they_say_the_same(side: list[Plain | None]) -> None:
    before, here, there = GroupStates(Person, BASE, side, BASE).as_one()
    for state in (before, here, there):
        assert state is not None
        assert (state["title"], state["born"], state["topics"]) == ("Dar", "1950", ["x"])
        assert notes_of(state) == {"note 3": "tall"}


def test_a_double_that_one_side_changed_is_its_own_on_all() -> None:
    changed = [DAR, {**MUNIR, "born": "1951", "notes": [note("4", "small")]}]
    before, here, there = GroupStates(Person, BASE, changed, [DAR, None]).as_one()
    assert here is not None and here["born"] == "1951"
    assert notes_of(here) == {"note 3": "tall", "note 4": "small"}
    assert notes_of(before) == notes_of(there) == {"note 3": "tall", "note 4": "tall"}
    assert "id" in here["notes"][0] and "id" not in here["notes"][1]  # a row of another record


def test_what_a_side_has_nowhere_is_gone() -> None:
    gone = [{**DAR, "notes": []}, {**MUNIR, "notes": []}]
    _, here, there = GroupStates(Person, BASE, gone, [None, None]).as_one()
    assert here is not None and "notes" not in here and there is None


def test_of_two_changes_of_one_side_it_matters_not_which_record_stays() -> None:
    one, other = {**DAR, "gender": "b"}, {**MUNIR, "gender": "a"}
    for order in ([0, 1], [1, 0]):
        base, side = ([pair[at] for at in order] for pair in (BASE, [one, other]))
        _, here, _ = GroupStates(Person, base, side, base).as_one()
        assert here is not None and here["gender"] == "a"
