"""What is filtered is told in the words of people, whatever was typed."""

import pytest

from db import FILTERS, parse_query
from desktop.paper.content.filter_words import filter_words, only_words, query_words, range_words

VALUES = {"country": "pk", "status": "in-force", "type": "visit", "marking": "restricted"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("country:pk held:2000..2020", "Pakistan, 2000–2020"),
        ("country:Pakistan held:2000/2020", "Pakistan, 2000–2020"),
        ("-country:us status:provisionally-applied", "not United States, provisionally applied"),
        ('office:"army chief" topic:trade', "office “army chief”, about trade"),
        ("signed:2025-05..", "signed since May 2025"),
        ("held:..1974", "until 1974"),
        ("party:FWO in:summit", "with FWO, in summit"),
        ("id:wikidata:Q1 marking:2", "identifier wikidata:Q1, confidential"),
        ("minerals country:pk", "“minerals”, Pakistan"),
        ("party:عاصم", "with \u2068عاصم\u2069"),
        ("country:nowhere", "nowhere"),
    ],
)
def test_filters_are_told_in_words(text: str, said: str) -> None:
    assert only_words(parse_query(text)) == said


@pytest.mark.parametrize("name", [each.name for each in FILTERS])
def test_no_filter_is_told_as_it_is_typed(name: str) -> None:
    dated = {each.name for each in FILTERS if each.kind == "date"}
    value = VALUES.get(name, "2000..2020" if name in dated else "eVisa")
    for sign in ("", "-"):
        (item,) = parse_query(f"{sign}{name}:{value}").filters
        for said in (filter_words(item), only_words(parse_query(f"{sign}{name}:{value}"))):
            assert f"{name}:" not in said and ".." not in said and said
            assert said.startswith("not ") == bool(sign)


@pytest.mark.parametrize("text", ["", "..", "x..y", "99/99", "\u2068"])
def test_what_is_no_span_stands_as_it_is(text: str) -> None:
    assert range_words(text) == text


def test_a_title_begins_with_a_name_as_it_is_written() -> None:
    assert query_words(parse_query("eVisa country:pk")) == "eVisa · Pakistan"
