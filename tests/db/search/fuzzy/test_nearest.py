"""Where nothing is found the nearest names are offered, and nothing above the ceiling."""

import pytest

from db import Lens, Organization, Person, Store, as_exact, parse_query

NAMES = ("Asim Munir", "Ishaq Dar", "Marco Rubio", "Volodymyr Zelenskyy", "عاصم منیر")


@pytest.fixture
def filled(store: Store) -> Store:
    for name in NAMES:
        store.save(Person(title=name, country="pk"), Lens())
    store.save(Person(title="Marco Rubiosecret", marking=3), Lens())
    return store


def nearest(store: Store, text: str, *, exact: bool = False, ceiling: int = 1) -> list[str]:
    query = as_exact(parse_query(text)) if exact else parse_query(text)
    lines = store.reader.nearest("person", query, Lens(ceiling=ceiling))
    return [line.title for line in lines]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rubio country:us", "Marco Rubio"),
        ('rubio -"marco"', "Marco Rubio"),
        ("mirkoruubiya", "Marco Rubio"),
        ("selenski", "Volodymyr Zelenskyy"),
        ("ishakdaar", "Ishaq Dar"),
    ],
)
def test_the_nearest_name_stands_first(filled: Store, typed: str, first: str) -> None:
    assert nearest(filled, typed)[0] == first


def test_what_is_like_no_name_is_near_none(filled: Store) -> None:
    assert nearest(filled, "qwxzptk") == []


def test_exactness_is_let_go(filled: Store) -> None:
    assert nearest(filled, "rubi", exact=True)[0] == "Marco Rubio"


def test_nothing_above_the_ceiling_is_near(filled: Store) -> None:
    assert "Marco Rubiosecret" not in nearest(filled, "rubiosecrett")
    assert "Marco Rubiosecret" in nearest(filled, "rubiosecrett", ceiling=3)


@pytest.mark.parametrize("typed", ["dar", "army", "pak", "akis", "arm", "xyz"])
def test_a_part_of_the_letters_of_a_long_name_is_not_near(filled: Store, typed: str) -> None:
    filled.save(Organization(title="Pakistan Navy"), Lens())
    filled.save(Organization(title="Ministry of Transport"), Lens())
    lines = filled.reader.nearest("organization", parse_query(f'"{typed}"'), Lens())
    begun = [each for each in ("Pakistan Navy",) if each.lower().startswith(typed)]
    assert [line.title for line in lines] == begun


@pytest.mark.parametrize("typed", ["", "!!", "country:us", "\udc80", '"', "x" * 5000])
def test_any_text_is_answered(filled: Store, typed: str) -> None:
    assert isinstance(nearest(filled, typed), list)
