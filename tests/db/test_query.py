"""The search box's text as a query: one table of what is typed and what is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.query import FILTERS, LONGEST, MOST, Filter, Word, parse_query

PARTS = st.sampled_from(
    ["dar", "Ishaq", '"', "“", "-", ":", "country:", "in:call", "foo:", "pk", " ", "10:30",
     "https://x.org/a?b=c", "ڈار", "习近平", "\ud800", "\x00", "\u200f", "signed:", "2025", "..",
     "'", "*", "(", "NEAR", "AND", "id:wikidata:Q1", "-tag:", "\t", "…"]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=15).map("".join))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ishaq dar", (Word("ishaq"), Word("dar"))),
        ('"ishaq dar"', (Word("ishaq dar", exact=True, prefix=False),)),
        ("“ishaq  dar”", (Word("ishaq dar", exact=True, prefix=False),)),
        ("-dar", (Word("dar", excluded=True),)),
        ("--dar", (Word("dar", excluded=True),)),
        ('-"a dar"', (Word("a dar", exact=True, excluded=True, prefix=False),)),
        ("al-Sisi", (Word("al-Sisi"),)),
        ("O'Brien", (Word("O'Brien"),)),
        ("at 10:30", (Word("at"), Word("10:30"))),
        ("https://example.org/a:b", (Word("https://example.org/a:b"),)),
        ("Re: trade", (Word("Re"), Word("trade"))),
        ("-foo:bar", (Word("foo", excluded=True), Word("bar", excluded=True))),
        ('foo:"two words"', (Word("foo"), Word("two words", exact=True, prefix=False))),
        ("da\ud800r\x00", (Word("dar"),)),
        ("one\ttwo\nthree", (Word("one"), Word("two"), Word("three"))),
        ("اسحاق ڈار", (Word("اسحاق"), Word("ڈار"))),
        ('""', ()),
        ("", ()),
    ],
)
def test_words_are_read_as_typed(typed: str, words: tuple[Word, ...]) -> None:
    assert parse_query(typed).words == words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("country:pk", Filter("country", "pk", False)),
        ("Country:PK", Filter("country", "PK", False)),
        ("-country:pk", Filter("country", "pk", True)),
        ('office:"prime minister"', Filter("office", "prime minister", False)),
        ("id:wikidata:Q42", Filter("id", "wikidata:Q42", False)),
        ("subject:minerals", Filter("topic", "minerals", False)),
        ("signed:2025", Filter("signed", "2025", False, "2025-01-01", "2025-12-31")),
    ],
)
def test_filters_carry_their_full_name(typed: str, found: Filter) -> None:
    query = parse_query(typed)
    assert (query.filters, query.words, query.hints) == ((found,), (), ())


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ('"ishaq', "not closed"),
        ("colour:red", "no filter “colour:”"),
        ("signed:soonish", "“soonish” is not a date"),
        ("country:", "waits for a value"),
        ("!!!", "cannot be searched"),
        ("x" * (LONGEST + 1), "Only the first 1,000"),
        ("x " * (MOST + 1), "32 words"),
    ],
)
def test_what_is_read_otherwise_is_told_in_one_hint(typed: str, part: str) -> None:
    (hint,) = parse_query(typed).hints
    assert part in hint and hint.endswith(".")


def test_long_texts_are_cut_and_still_answered() -> None:
    assert len(parse_query("x " * 5000).words) == MOST
    assert len(parse_query("x" * 100_000).words[0].text) == LONGEST
    assert len(parse_query("ab:" * 30_000).words) == MOST


def test_a_date_that_is_none_leaves_the_rest_of_the_query() -> None:
    query = parse_query("dar signed:soonish country:pk")
    assert query.words == (Word("dar"),) and [f.name for f in query.filters] == ["country"]


def test_only_a_query_without_words_and_filters_is_empty() -> None:
    assert parse_query("  ").is_empty
    assert not parse_query("a").is_empty and not parse_query("country:pk").is_empty


def test_a_filter_is_added_once_and_dropped_again() -> None:
    query, wanted = parse_query("dar"), Filter("country", "pk", False)
    more = query.with_filter(wanted)
    assert more.text == "dar country:pk" and more.with_filter(wanted) == more
    assert more.without(wanted).filters == ()


def test_every_name_of_a_filter_is_its_own() -> None:
    names = [name for kind in FILTERS for name in (kind.name, *kind.aliases)]
    assert len(names) == len(set(names))


@given(TYPED)
def test_the_canonical_text_reads_back_as_the_same_query(typed: str) -> None:
    query = parse_query(typed)
    again = parse_query(query.text_of())
    assert (again.words, again.filters, again.hints) == (query.words, query.filters, ())
