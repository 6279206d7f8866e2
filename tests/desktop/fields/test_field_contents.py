"""What a field holds is shown, read and kept in a draft without loss."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import AmountPhrase, HistoricalDate, OfficeRef, Ref
from desktop.fields.act_days import ActDay
from desktop.fields.field_contents import (
    Content,
    Unread,
    decode,
    edit_text,
    encode,
    read,
    reading,
    show,
)
from desktop.fields.field_types import FormField

DATES = st.builds(
    HistoricalDate,
    st.sampled_from(("2025", "2025-07", "../2020")),
    st.none() | st.just("2025-01-01"),
    st.none() | st.just("2025-12-31"),
    st.text(),
)
REFS = st.builds(Ref, st.integers(1), st.text(), st.text())
CONTENTS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.lists(st.text()),
    DATES,
    REFS,
    st.builds(OfficeRef, st.integers(1), st.text(), st.none() | REFS),
    st.builds(Unread, st.text(), st.text()),
)


@given(CONTENTS)
def test_a_draft_gives_every_content_back(content: Content) -> None:
    assert decode(json.loads(json.dumps(encode(content)))) == content


READINGS = [
    ("number", "", None),
    ("number", " 12 ", 12),
    ("country", "Pakistan", "pk"),
    ("country", "", ""),
    ("day", "6 April 2025", "2025-04-06"),
    ("day", "", None),
    ("topics", "a, b,,a", ["a", "b"]),
    ("date", "", None),
    ("ref", " ", None),
    ("line", " as it is ", " as it is "),
    ("fact", "offices held", "tenures"),
    ("fact", "", ""),
]


@pytest.mark.parametrize(("sort", "text", "content"), READINGS)
def test_a_text_is_read_as_its_sort(sort: str, text: str, content: Content) -> None:
    assert read(FormField("x", "X", sort), text) == content


REFUSALS = [
    ("number", "a dozen", "not a whole number"),
    ("number", "-1", "not a whole number"),
    ("country", "Atlantis", "no country"),
    ("day", "April 2025", "one day"),
    ("date", "03/04/2025", "03/04/2025"),
    ("ref", "Somebody", "not chosen yet"),
    ("office", "Some office", "not chosen yet"),
]


@pytest.mark.parametrize(("sort", "text", "says"), REFUSALS)
def test_a_text_that_cannot_be_taken_is_kept_with_why(sort: str, text: str, says: str) -> None:
    field = FormField("x", "X", sort)
    content = read(field, text)
    assert isinstance(content, Unread)
    assert says in content.why
    assert show(field, content) == text
    assert reading(field, content) == content.why


SHOWN = [
    ("marking", 0, "Open"),
    ("marking", 3, "Secret"),
    ("country", "pk", "Pakistan"),
    ("day", "2025-04-06", "6 April 2025"),
    ("topics", ["a", "b"], "a, b"),
    ("choice", "ended-unknown", "ended, day unknown"),
    ("office", OfficeRef(1, "Head", Ref(2, "FWO")), "Head, FWO"),
    ("number", 0, "0"),
    ("size", 4_200_000, "4.2 MB"),
    ("date", None, ""),
    ("fact", "tenures", "Offices held"),
    ("fact", "tenure 7Q", "Office"),
]


@pytest.mark.parametrize(("sort", "content", "text"), SHOWN)
def test_a_content_is_shown_as_its_sort(sort: str, content: Content, text: str) -> None:
    assert show(FormField("x", "X", sort), content) == text


@pytest.mark.parametrize(
    ("sort", "content", "says"),
    [
        ("ref", Ref(0, "Ann Lee", "person"), "New person, made when this is saved."),
        ("ref", Ref(3, "Ann Lee", "person"), ""),
        ("office", OfficeRef(0, "Head", Ref(3, "Bureau", "organization")),
         "New office, made when this is saved."),
        ("choice", "host", ""),
        ("choice", "", ""),
        ("choice", "jester", "New here: “jester” is not in the list yet."),
        ("amount", AmountPhrase("5", "USD", "about"), "about 5 USD"),
        ("act", ActDay("acceded"), "acceded, day not known"),
        ("fact", "tenures", ""),
        ("fact", "his visit", "No field is called “his visit”; it is kept in your words."),
    ],
)  # fmt: skip
def test_what_is_new_or_was_read_is_said(sort: str, content: Content, says: str) -> None:
    assert reading(FormField("x", "X", sort, words="participant.role"), content) == says


def test_a_number_is_shown_in_groups_and_edited_without() -> None:
    field = FormField("number", "Number", "amount")
    assert show(field, "500000000") == "500,000,000"
    assert edit_text(field, "500000000") == "500000000"
    assert edit_text(field, Unread("1.234", "either")) == "1.234"
    assert read(field, " ") == ""
