"""Words measured one by one, paired, and put together where the other name has them so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names.likeness.alike_words import in_order, join_halves, pair_up, word_alike


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("sergei", "sergey"), ("sergei", "serena")),
        (("gaddafi", "qaddafi"), ("gaddafi", "gandhi")),
        (("lavrov", "лавров"), ("lavrov", "лужков")),
        (("n", "nursultan"), ("a", "nursultan")),
    ],
)
def test_spellings_of_one_word_are_nearer_than_other_words(
    near: tuple[str, str], far: tuple[str, str]
) -> None:
    assert word_alike(*near) > word_alike(*far)


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_measure_is_the_same_both_ways_and_from_0_to_1(one: str, other: str) -> None:
    assert word_alike(one, other) == pytest.approx(word_alike(other, one))
    assert 0.0 <= word_alike(one, other) <= 1.0


def test_each_word_answers_one() -> None:
    pairs, left, right = pair_up(["ali", "ali", "khan"], ["khan", "ali"], 0.6)
    assert {(i, j) for i, j, _ in pairs} in ({(0, 1), (2, 0)}, {(1, 1), (2, 0)})
    assert (len(left), right) == (1, [])
    assert not in_order(pairs)


def test_halves_are_joined_only_where_the_whole_is_there() -> None:
    assert join_halves(["van", "der", "bilt"], ["vanderbilt"]) == ["vanderbilt"]
    assert join_halves(["van", "der", "bilt"], ["rockefeller"]) == ["van", "der", "bilt"]
