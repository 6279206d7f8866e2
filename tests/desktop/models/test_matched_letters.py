"""The letters that matched are found whatever their case, accents or script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import parse_query
from desktop.models.matched_letters import match_ranges


def shown(title: str, query: str) -> list[str]:
    return [title[start:end] for start, end in match_ranges(title, parse_query(query))]


@pytest.mark.parametrize(
    ("title", "query", "found"),
    [
        ("Asim Munir", "mun", ["Mun"]),
        ("Mélanie Joly", "melanie", ["Mélanie"]),
        ("Me\u0301lanie Joly", "melan", ["Me\u0301lan"]),
        ("Łukasz Ørsted", "orsted luk", ["Łuk", "Ørsted"]),
        ("O’Brien-Müller", "muller", ["Müller"]),
        ("عَاصِم مُنير", "منير", ["مُنير"]),
        ("习近平", "近平", ["近平"]),
        ("Strauß", "strauss", ["Strauß"]),
        ("Munir", "unir", []),
        ("Asim Munir", "-munir asim", ["Asim"]),
        ("Asim Munir", "country:pk", []),
    ],
)
def test_what_matched_is_marked(title: str, query: str, found: list[str]) -> None:
    assert shown(title, query) == found


@pytest.mark.parametrize(
    ("title", "query", "matched_words", "found"),
    [
        ("عاصم منیر", "muneer", {"منير"}, ["منیر"]),
        ("Asim Munīr", "muneer asim", {"munir"}, ["Asim", "Munīr"]),
        ("Abdul-Munir", "muneer", {"munir"}, ["Munir"]),
        ("Munira", "muneer", {"munir"}, []),
    ],
)
def test_a_word_that_answered_another_is_marked_whole(
    title: str, query: str, matched_words: set[str], found: list[str]
) -> None:
    ranges = match_ranges(title, parse_query(query), frozenset(matched_words))
    assert [title[start:end] for start, end in ranges] == found


@given(st.text(max_size=40), st.text(max_size=12))
def test_ranges_lie_in_the_title_in_order(title: str, query: str) -> None:
    ranges = match_ranges(title, parse_query(query))
    edges = [edge for pair in ranges for edge in pair]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(title) for edge in edges)
