"""What only one side changed is taken; what both did is asked; no edit is lost unasked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.exchange.plain.plain_records import Plain
from db.exchange.plain.three_way import (
    OURS,
    THEIRS,
    Clash,
    bare,
    keep_ours,
    merge_states,
    says_same,
    text_of,
)
from db.record_types import Agreement, Person

PHONE = {"key": "contact 1", "kind": "phone", "value": "1"}
MAIL = {"key": "contact 2", "kind": "email", "value": "a@b"}
TENURE = {"uid": "t1", "until": "2025", "end_state": "ended"}
BASE: Plain = {
    "uid": "u", "title": "Dar", "family": "Dar", "born": "1950", "marking": "open",
    "contacts": [PHONE, MAIL], "tenures": [TENURE], "topics": ["army", "trade"],
}  # fmt: skip


def phone(**values: object) -> list[Any]:
    return [{**PHONE, **values}, MAIL]


# name: ours, theirs, what comes of it (all beside BASE), paths that clash
TABLE: dict[str, tuple[Plain, Plain, Plain, list[str]]] = {
    "neither": ({}, {}, {}, []),
    "ours": ({"born": "1951"}, {}, {"born": "1951"}, []),
    "theirs": ({}, {"born": "1951"}, {"born": "1951"}, []),
    "both alike": ({"born": "1951"}, {"born": "1951"}, {"born": "1951"}, []),
    "two fields": ({"born": "1951"}, {"gender": "m"}, {"born": "1951", "gender": "m"}, []),
    "both": ({"born": "1951"}, {"born": "1952"}, {"born": "1951"}, ["born"]),
    "emptied": ({"born": None}, {}, {"born": None}, []),
    "emptied and changed": ({"born": None}, {"born": "1"}, {"born": None}, ["born"]),
    "a name with its parts": (
        {"title": "Ishaq Dar", "given": "Ishaq"}, {"family": "Daar"},
        {"title": "Ishaq Dar", "given": "Ishaq"}, ["title"],
    ),
    "raised twice": ({"marking": "restricted"}, {"marking": "secret"}, {"marking": "secret"}, []),
    "lowered": ({}, {"marking": None}, {"marking": None}, []),
    "a part changed": ({"contacts": phone(value="2")}, {}, {"contacts": phone(value="2")}, []),
    "a part in two fields": (
        {"contacts": phone(value="2")}, {"contacts": phone(note="x")},
        {"contacts": phone(value="2", note="x")}, [],
    ),
    "a part in one field": (
        {"contacts": phone(value="2")}, {"contacts": phone(value="3")},
        {"contacts": phone(value="2")}, ["contacts[contact 1].value"],
    ),
    "a part deleted": ({}, {"contacts": [MAIL]}, {"contacts": [MAIL]}, []),
    "a part deleted and changed": (
        {"contacts": phone(value="2")}, {"contacts": [MAIL]},
        {"contacts": phone(value="2")}, ["contacts[contact 1]"],
    ),
    "changed and deleted": (
        {"contacts": [MAIL]}, {"contacts": phone(value="2")},
        {"contacts": phone(value="2")}, ["contacts[contact 1]"],
    ),
    "a part moved": ({"contacts": [MAIL, PHONE]}, {}, {"contacts": [MAIL, PHONE]}, []),
    "a part added alike": (
        {"contacts": [PHONE, MAIL, {"key": "a 9", "value": "9"}]},
        {"contacts": [PHONE, MAIL, {"key": "b 9", "value": "9"}]},
        {"contacts": [PHONE, MAIL, {"value": "9"}]}, [],
    ),
    "parts added by both": (
        {"contacts": [PHONE, MAIL, {"key": "a 9", "value": "9"}]},
        {"contacts": [PHONE, MAIL, {"key": "b 9", "value": "8"}]},
        {"contacts": [PHONE, MAIL, {"value": "8"}, {"value": "9"}]}, [],
    ),
    "one office with its end": (
        {"tenures": [{**TENURE, "until": "2026"}]},
        {"tenures": [{"uid": "t1", "end_state": "ongoing"}]},
        {"tenures": [{**TENURE, "until": "2026"}]}, ["tenures[t1].until"],
    ),
    "one tenure added twice": (
        {"tenures": [TENURE, {"uid": "t3", "note": "x"}]},
        {"tenures": [TENURE, {"uid": "t2", "note": "x"}],
         "citations": [{"key": "c", "source": "s", "field": "tenure t3"}]},
        {"tenures": [TENURE, {"uid": "t2", "note": "x"}],
         "citations": [{"source": "s", "field": "tenure t2"}]}, [],
    ),
    "topics": (
        {"topics": ["trade", "water"]}, {"topics": ["army", "trade", "air"]},
        {"topics": ["trade", "air", "water"]}, [],
    ),
}  # fmt: skip


def state(values: Plain) -> Plain:
    return {name: value for name, value in {**BASE, **values}.items() if value is not None}


@pytest.mark.parametrize("ours, theirs, wanted, paths", TABLE.values(), ids=TABLE)
def test_a_record_is_merged_field_by_field_and_part_by_part(
    ours: Plain, theirs: Plain, wanted: Plain, paths: list[str]
) -> None:
    asked: list[str] = []

    def decide(clash: Clash) -> str:
        asked.append(clash.path)
        return keep_ours(clash)

    merged = merge_states(Person, BASE, state(ours), state(theirs), decide)
    assert bare(merged) == bare(state(wanted)) and asked == paths


@pytest.mark.parametrize("change", ["field", "part"])
def test_a_deletion_wins_only_when_somebody_says_so(change: str) -> None:
    edited = state({"born": "1951"} if change == "field" else {"contacts": phone(value="2")})
    assert merge_states(Person, BASE, None, BASE, keep_ours) is None
    assert merge_states(Person, BASE, BASE, None, keep_ours) is None
    assert bare(merge_states(Person, BASE, None, edited, keep_ours)) == bare(edited)
    assert merge_states(Person, BASE, None, edited, lambda _: OURS) is None
    assert merge_states(Person, BASE, edited, None, lambda _: THEIRS) is None


def test_a_part_of_a_part_is_merged_likewise() -> None:
    def party(**values: object) -> Plain:
        act = {"key": "party_action 1", "action": "signed", **values}
        return {"uid": "u", "title": "Pact", "parties": [{"key": "party 1", "actions": [act]}]}

    ours, theirs = party(date="2025"), party(note="x")
    merged = merge_states(Agreement, party(), ours, theirs, keep_ours)
    assert bare(merged) == bare(party(date="2025", note="x"))


def test_what_nobody_has_in_common_is_put_together() -> None:
    ours, theirs = {"uid": "u", "title": "Dar"}, {"uid": "u", "title": "Dar", "born": "1950"}
    assert bare(merge_states(Person, None, ours, theirs, keep_ours)) == bare(theirs)


VALUES = st.sampled_from([None, "1", "2", "3"])
PARTS = st.lists(
    st.builds(
        lambda key, value: {"key": f"contact {key}", "value": value},
        st.integers(0, 3),
        st.sampled_from("123"),
    ),
    max_size=3,
    unique_by=lambda part: part["key"],
)
STATES = st.builds(
    lambda born, gender, parts: state(
        {"born": born, "gender": gender, "contacts": sorted(parts, key=text_of)}
    ),
    VALUES,
    VALUES,
    PARTS,
)


@given(base=STATES, ours=STATES, theirs=STATES)
@settings(max_examples=60)
def test_both_directions_say_the_same(base: Plain, ours: Plain, theirs: Plain) -> None:
    """By a rule that looks at the values alone."""

    def greater(clash: Clash) -> str:
        if clash.is_deletion:
            return clash.edited
        return OURS if text_of(clash.ours) >= text_of(clash.theirs) else THEIRS

    one = merge_states(Person, base, ours, theirs, greater)
    other = merge_states(Person, base, theirs, ours, greater)
    assert one is not None and says_same(one, other)
    for name in ("born", "gender"):
        if ours.get(name) == base.get(name):
            assert one.get(name) == theirs.get(name)
