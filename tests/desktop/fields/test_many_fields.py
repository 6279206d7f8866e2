"""Every field of a form can be changed of many records, each in the ways its sort allows."""

from __future__ import annotations

import pytest

from db import KINDS, ChangeAction, Event, FieldChange, Organization, Parent, Ref
from desktop.fields import RECORD_FORMS
from desktop.fields.many_fields import MAX_SHOWN_LETTERS, fields_of_many, shown_difference


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_of_the_form_is_offered(kind: str) -> None:
    offered = {each.field.name for each in fields_of_many(kind)}
    assert {field.name for field in RECORD_FORMS[kind].fields()} <= offered
    wanted = {"marking", "country", "topics", "checked_on"}
    more = {"organization": {"kind", "parents"}, "agreement": {"kind", "stage"}}
    assert wanted | more.get(kind, set()) <= offered
    assert {"kind", "status"} <= offered or kind != "event"


@pytest.mark.parametrize(
    ("kind", "name", "actions"),
    [
        ("event", "title", ["replace"]),
        ("event", "marking", ["set"]),
        ("event", "place", ["set", "replace"]),
        ("event", "outcome", ["set", "replace"]),
        ("event", "topics", ["add", "remove", "set"]),
        ("organization", "parents", ["add", "remove", "set"]),
    ],
)
def test_what_can_be_done_follows_from_the_sort(kind: str, name: str, actions: list[str]) -> None:
    found = next(each for each in fields_of_many(kind) if each.field.name == name)
    assert list(found.actions) == actions


def test_a_table_is_offered_only_where_a_line_is_one_record() -> None:
    tables = {each.field.name for kind in KINDS for each in fields_of_many(kind) if each.part}
    assert tables == {"parents"}


def test_a_body_above_becomes_a_line_and_is_shown_by_its_name() -> None:
    parents = next(e for e in fields_of_many("organization") if e.field.name == "parents")
    change = parents.change(ChangeAction.SET, Ref(3, "Ministry", "organization"))
    assert change.value == [Parent(parent=Ref(3, "Ministry", "organization"))]
    assert parents.text_of(change.value) == "Ministry"
    assert parents.change(ChangeAction.SET, None).value == []


def test_blank_is_what_a_new_record_says() -> None:
    for each in fields_of_many("event"):
        assert each.blank("event") == getattr(Event(), each.field.name)
    assert fields_of_many("organization")[-3].blank("organization") is None
    assert Organization().parents == []


def test_a_text_is_replaced_by_what_is_typed() -> None:
    place = next(each for each in fields_of_many("event") if each.field.name == "place")
    assert place.change(ChangeAction.REPLACE, "Pindi", "Rawalpindi") == FieldChange(
        "place", "Pindi", ChangeAction.REPLACE, "Rawalpindi"
    )


def test_the_difference_is_in_what_is_shown_of_long_texts() -> None:
    before = "word " * 400 + "FWO " + "word " * 400
    old, new = shown_difference(before, before.replace("FWO", "NHA"))
    assert "FWO" in old and "NHA" in new
    assert max(len(old), len(new)) <= MAX_SHOWN_LETTERS + 2
