"""Offices found in other words, by identifier or made; the body read from a title is told."""

from __future__ import annotations

import pytest

from db import Office, Organization, Store
from db.exchange.mapping.row_values import Value
from db.exchange.placing.posts import body_of
from db.exchange.placing.tally import RowFault
from tests.db.exchange.typed import LENS, at_work, called


def chad(store: Store) -> Organization:
    state = Organization(
        title="Chad", kind="state", country="td",
        offices=[Office(title="Minister of Foreign Affairs"), Office(title="President")],
    )  # fmt: skip
    store.save(state, LENS)
    return state


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Secretary-General of the United Nations", "United Nations"),
        ("Ambassador to Chad (acting)", "Chad (acting)"),
        ("NATO Secretary General", "NATO"),
        ("Minister of state", ""),
        ("Chancellor", ""),
    ],
)
def test_a_title_may_name_its_body(title: str, body: str) -> None:
    assert body_of(title) == body


@pytest.mark.parametrize("title", ["minister of foreign affairs", "Foreign Minister of Chad"])
def test_an_office_is_found_under_the_same_or_other_words(store: Store, title: str) -> None:
    state = chad(store)
    with at_work(store) as at:
        assert at.posts.find(state.id, Value(title)) == state.offices[0].id
        told = [each["why"] for each in at.tally.report({}).flagged]
    assert bool(told) is ("Chad" in title)
    assert len(at.posts.of(state.id)) == 2


def test_an_office_is_found_by_the_identifier_it_was_given_before(store: Store) -> None:
    state = chad(store)
    known = Value("President", scheme="wikidata", identifier="Q1")
    with at_work(store) as at:
        at.posts.find(state.id, known)
    with at_work(store) as at:
        other = Value("Head of State", scheme="wikidata", identifier="Q1")
        assert at.posts.find(state.id, other) == state.offices[1].id


def test_an_office_is_made_only_where_the_map_allows_it(store: Store) -> None:
    state = chad(store)
    with at_work(store) as at, pytest.raises(RowFault, match="Chad has no office “Envoy”"):
        at.posts.find(state.id, Value("Envoy"))
    with at_work(store) as at:
        key = at.posts.find(state.id, Value("Envoy", create=True))
        assert at.posts.find(state.id, Value("envoy")) == key
    found = called(store, "Chad")
    assert isinstance(found, Organization)
    assert [office.title for office in found.offices] == [
        "Minister of Foreign Affairs", "President", "Envoy",
    ]  # fmt: skip
    assert store.verify() == []


def test_the_body_of_a_title_is_made_when_it_is_missing_and_told(store: Store) -> None:
    with at_work(store) as at:
        key = at.posts.body("Secretary-General of the United Nations")
        assert at.posts.body("Chancellor") is None
        assert "was read from the title" in at.tally.report({}).flagged[0]["why"]
    assert called(store, "United Nations").id == key
