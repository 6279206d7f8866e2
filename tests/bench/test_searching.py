"""What is typed in the figures of searching is what people type, and the same each time."""

from __future__ import annotations

from pathlib import Path
from random import Random

from rapidfuzz.distance import OSA

from db import KINDS, Lens, open_desk
from tests.bench.big_desk import made_desk
from tests.bench.searching import FILTERS, behind_filters, in_cyrillic, slipped, typed

LENS = Lens()


def test_a_slip_is_one_slip() -> None:
    random = Random(1)
    for word in ("Kurilla", "Dar", "Rubio") * 50:
        assert OSA.distance(word, slipped(word, random)) <= 1  # a doubled letter swapped is itself


def test_every_start_of_a_query_is_asked(tmp_path: Path) -> None:
    with open_desk(made_desk(tmp_path, 1_000), read_only=True) as store:
        asked = list(typed(store, LENS, 8))
        assert asked == list(typed(store, LENS, 8))
    assert {kind for kind, _ in asked} == set(KINDS)
    assert sum(len(text) == 1 for _, text in asked) == 8


def test_a_name_is_spelt_in_a_script_it_is_not_stored_in() -> None:
    assert not in_cyrillic("Ama Thorn").isascii()


def test_a_query_stands_behind_one_filter_till_the_next_begins() -> None:
    asked = [("person", "d"), ("person", "da"), ("event", "c"), ("event", "ca")]
    first, second = FILTERS[:2]
    assert list(behind_filters(asked)) == [
        ("person", f"{first} d"),
        ("person", f"{first} da"),
        ("event", f"{second} c"),
        ("event", f"{second} ca"),
    ]
