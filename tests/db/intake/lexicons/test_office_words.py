"""Heads of offices, also plural and short, and titles that mean the same."""

from __future__ import annotations

import pytest

from db.intake.lexicons.office_words import head_trie, office_subjects, same_titles
from db.intake.lexicons.tokens import cut_tokens


@pytest.mark.parametrize(
    ("text", "group", "title"),
    [
        ("Secretary of State", "national", ""),
        ("COAS", "military", "Chief of Army Staff"),
        ("High Commissioner", "envoy", ""),
        ("managing director", "body", ""),
        ("FM", "national", "Foreign Minister"),
    ],
)
def test_a_head_is_known(text: str, group: str, title: str) -> None:
    tokens = cut_tokens(text, 0, len(text))
    found = head_trie().longest(tokens, 0)
    assert found is not None and found[0] == len(tokens)
    assert (found[1].group, found[1].title) == (group, title)


def test_short_titles_are_met_in_capitals_alone() -> None:
    assert head_trie().longest(cut_tokens("pm", 0, 2), 0) is None


def test_titles_of_one_office_are_the_same() -> None:
    assert "chief of army staff" in same_titles()["army chief"]
    assert "army chief" in same_titles()["chief of army staff"]


def test_portfolios_are_subjects() -> None:
    assert {"foreign", "trade", "defence", "energy"} <= office_subjects()
