"""Records that two desks made one seem one on each side, whichever of them it kept."""

from __future__ import annotations

from typing import Any

import pytest

from db.exchange.plain.group_states import GroupStates, SideLore, Writing
from db.exchange.plain.three_way import keep_ours
from db.record_types import Person

Plain = dict[str, Any]


def note(key: str, text: str) -> Plain:
    return {"key": f"note {key}", "text": text, "row": int(key), "id": int(key)}


DAR: Plain = {"uid": "d", "title": "Dar", "id": 1, "notes": [note("3", "tall")], "topics": ["x"]}
MUNIR: Plain = {"uid": "m", "title": "Munir", "born": "1950", "id": 2, "notes": [note("4", "tall")]}
BASE = [DAR, MUNIR]


def notes_of(state: Plain | None) -> dict[str, str]:
    return {each["key"]: each["text"] for each in (state or {}).get("notes", ())}


def one_of(base: list[Plain], ours: list[Any], theirs: list[Any], *lores: SideLore) -> Plain:
    merged = GroupStates(Person, base, ours, theirs, *lores).merge(keep_ours)
    assert merged is not None
    return merged


@pytest.mark.parametrize(
    "side",
    [
        [DAR, MUNIR],  # not merged
        [{**DAR, "born": "1950"}, None],  # this one was kept, and the double of a note went
        [None, {**MUNIR, "topics": ["x"]}],
    ],
)
def test_whichever_was_kept_they_say_the_same(side: list[Plain | None]) -> None:
    for merged in (one_of(BASE, side, BASE), one_of(BASE, BASE, side)):
        assert (merged["title"], merged["born"], merged["topics"]) == ("Dar", "1950", ["x"])
        assert notes_of(merged) == {"note 3": "tall"}
        assert merged["doubles"] == {"note 4": False}


def test_a_double_that_one_side_changed_is_its_own() -> None:
    changed = [DAR, {**MUNIR, "born": "1951", "notes": [note("4", "small")]}]
    merged = one_of(BASE, changed, [DAR, None])
    assert merged["born"] == "1951"
    assert notes_of(merged) == {"note 3": "tall", "note 4": "small"}
    assert "id" in merged["notes"][0] and "id" not in merged["notes"][1]  # of another record


def test_of_a_double_that_was_dropped_the_other_stays_until_it_is_dropped_too() -> None:
    dropped, merged = [DAR, {**MUNIR, "notes": []}], [DAR, None]
    found = one_of(BASE, dropped, merged)
    assert notes_of(found) == {"note 3": "tall"} and found["doubles"] == {"note 4": True}
    lore = SideLore(is_dropped=lambda key: key == "note 4")
    other = [{**DAR, "notes": []}, MUNIR]
    assert notes_of(one_of(BASE, merged, other, lore)) == {}
    assert notes_of(one_of(BASE, merged, other)) == {"note 4": "tall"}


def test_what_a_side_has_nowhere_is_gone() -> None:
    gone = [{**DAR, "notes": []}, {**MUNIR, "notes": []}]
    _, here, there = GroupStates(Person, BASE, gone, [None, None]).as_one()
    assert here is not None and "notes" not in here and there is None


def test_of_two_changes_of_one_side_the_later_counts_whichever_record_stays() -> None:
    one, other = {**DAR, "gender": "b", "row": 1}, {**MUNIR, "gender": "a", "row": 2}
    times = SideLore(lambda row, _: Writing(str(row)))
    for order in ([0, 1], [1, 0]):
        base, side = ([pair[at] for at in order] for pair in (BASE, [one, other]))
        assert one_of(base, side, base, times)["gender"] == "a"
        assert one_of(base, side, base)["gender"] == "b"  # at one time the greater
        assert one_of(base, base, side, SideLore(), times)["gender"] == "a"


def test_what_a_merge_took_counts_though_it_is_what_stood_there() -> None:
    side = [DAR, MUNIR]
    taken = SideLore(lambda row, names: Writing("1", row == 2 and names == ("born",)))
    base = [{**DAR, "born": "1949", "row": 1}, {**MUNIR, "row": 2}]
    side = [{**DAR, "born": "1949", "row": 1}, {**MUNIR, "row": 2}]
    assert one_of(base, side, base, taken)["born"] == "1950"
    assert one_of(base, side, base)["born"] == "1949"
