"""Who bears a name is found by any spelling of each word, and by what stands elsewhere."""

from __future__ import annotations

import pytest

from db import Lens
from db.search.exact.bearers import find_bearers
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

Spellings = list[list[str]]


def titles(small: Small, name: Spellings, *elsewhere: str, country: str = "") -> list[str]:
    lens = Lens("2025-09-15")
    ids = find_bearers(
        sql_of(small.store), "person", name, lens, 9, elsewhere=elsewhere, country=country
    )
    return sorted(line.title for line in small.store.reader.lines(ids, lens))


@pytest.mark.parametrize(
    ("name", "elsewhere", "country", "is_found"),
    [
        ([["asim"], ["munir"]], (), "", True),
        ([["assim", "asim"], ["munir"]], (), "", True),
        ([["a"], ["munir"]], (), "", True),
        ([["munir"]], ("chief", "staff"), "", True),
        ([["munir"]], ("chief",), "pk", True),
        ([["munir"]], (), "in", False),
        ([["munir"]], ("ambassador",), "", False),
        ([["chief"]], (), "", False),  # stands in no name
        ([["munir"], []], (), "", False),  # a word that no name has
        ([], ("chief",), "", False),
    ],
)
def test_each_word_stands_in_the_name_and_the_others_anywhere(
    small: Small, name: Spellings, elsewhere: tuple[str, ...], country: str, is_found: bool
) -> None:
    found = titles(small, name, *elsewhere, country=country)
    assert (small.munir.title in found) == is_found


def test_what_lies_above_the_ceiling_is_nobody(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.marking = 2
    small.store.save(munir, small.lens)
    low = Lens("2025-09-15", ceiling=1)
    assert find_bearers(sql_of(small.store), "person", [["munir"]], low, 9) == []


def test_an_office_of_a_hidden_body_is_not_found(small: Small) -> None:
    army = small.fresh(small.army)
    army.marking = 2
    small.store.save(army, small.lens)
    low = Lens("2025-09-15", ceiling=1)
    sql = sql_of(small.store)
    assert find_bearers(sql, "person", [["munir"]], low, 9) == [small.munir.id]
    assert find_bearers(sql, "person", [["munir"]], low, 9, elsewhere=["chief"]) == []
