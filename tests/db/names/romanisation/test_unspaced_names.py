"""Where the family name of a name written solid may end, and how its characters are spelt."""

from __future__ import annotations

import pytest

from db.names.romanisation.unspaced_names import chinese_spellings, family_cuts


@pytest.mark.parametrize(
    ("name", "cuts"),
    [("洪森", [1]), ("习近平", [1]), ("欧阳修", [2, 1]), ("남궁민수", [2]), ("司马相如", [2])],
)
def test_a_family_name_ends_where_those_of_its_people_do(name: str, cuts: list[int]) -> None:
    assert list(family_cuts(name)) == cuts


def test_a_character_is_spelt_as_in_the_north_and_in_the_south() -> None:
    assert {"liang", "leung"} <= set(chinese_spellings("梁"))
