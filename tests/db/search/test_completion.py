"""The word that is being typed goes on as a filter's name or as a value that the desk knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import FILTERS, Agreement, Lens, Office, Organization, Person, Store, parse_query
from db.search.completion import MAX_COMPLETIONS, VALUES, Completion, word_at


@pytest.fixture
def filled(store: Store) -> Store:
    lens = Lens()
    store.save(
        Organization(
            title="Frontier Works Organization",
            acronym="FWO",
            offices=[Office(title="Director General"), Office(title="Chief Engineer")],
        ),
        lens,
    )
    hidden = Organization(title="Frontier Ghosts", marking=3, offices=[Office(title="Chief Ghost")])
    store.save(hidden, lens)
    store.save(Agreement(title="On minerals", topics=["critical minerals", "rail"]), lens)
    store.save(Person(title="Ghost", marking=3, topics=["ghost rail"]), lens)
    return store


LENS = Lens()


def goes_on(store: Store, text: str, lens: Lens = LENS) -> list[str]:
    found = store.reader.completions(text, len(text), lens)
    return [each.put_in(text)[0] for each in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cou", "country:"),
        ("COUNT", "country:"),
        ("nation", "country:"),
        ("dar off", "dar office:"),
        ("-sta", "-country:"),
        ("country:pa", "country:pk "),
        ("dar country:pak", "dar country:pk "),
        ("nation:tur", "country:tr "),
        ("country:usa", "country:us "),
        ("-country:unit", "-country:ae "),
        ("status:in", "status:in-force "),
        ("status:prov", "status:provisionally-applied "),
        ("type:min", "type:ministry "),
        ('type:"memo', 'type:"memorandum of understanding" '),
        ("marking:conf", "marking:confidential "),
        ("topic:min", 'topic:"critical minerals" '),
        ("office:chief e", None),
        ('office:"chief e', 'office:"Chief Engineer" '),
        ("office:eng", 'office:"Chief Engineer" '),
        ("party:front", 'party:"Frontier Works Organization" '),
        ("party:fwo", 'party:"Frontier Works Organization" '),
        ("signed:20", "signed:2025 "),
        ("held:2024.", "held:2024..2025 "),
        ("in:ca", "in:call "),
    ],
)
def test_what_is_typed_goes_on(filled: Store, typed: str, first: str | None) -> None:
    found = goes_on(filled, typed, Lens("2025-10-01", 2))
    assert found[:1] == ([first] if first is not None else [])


@pytest.mark.parametrize(
    "typed", ["", "co", "munir", "colour:r", "country:", "id:x", "dar ", "10:3"]
)
def test_what_is_no_filter_is_left_alone(filled: Store, typed: str) -> None:
    assert goes_on(filled, typed) == []


def test_what_is_typed_out_is_not_offered_again(filled: Store) -> None:
    assert "country:pk " not in goes_on(filled, "country:pk")
    assert goes_on(filled, "topic:rail", Lens(ceiling=0)) == []


@pytest.mark.parametrize("typed", ["party:front", "office:chief", "topic:r", "marking:"])
def test_nothing_above_the_ceiling_is_offered(filled: Store, typed: str) -> None:
    low = " ".join(goes_on(filled, typed, Lens(ceiling=2))).casefold()
    assert low and "ghost" not in low and "secret" not in low
    high = " ".join(goes_on(filled, typed, Lens(ceiling=3))).casefold()
    assert "ghost" in high or "secret" in high


def test_palau_follows_pakistan(filled: Store) -> None:
    found = filled.reader.completions("country:pa", 10, Lens())
    assert [each.says for each in found[:2]] == ["Pakistan", "Palau"]
    assert len(found) <= MAX_COMPLETIONS


def test_every_filter_says_how_it_goes_on() -> None:
    assert set(VALUES) == {kind.name for kind in FILTERS}


@pytest.mark.parametrize(
    ("typed", "cursor", "whole"),
    [
        ("cou dar", 3, "country: dar"),
        ("country:pa dar", 10, "country:pk dar"),
        ("country", 3, None),
    ],
)
def test_only_the_end_of_a_word_goes_on(
    filled: Store, typed: str, cursor: int, whole: str | None
) -> None:
    found = filled.reader.completions(typed, cursor, Lens())
    first: Completion | None = next(iter(found), None)
    assert (first.put_in(typed)[0].replace("  ", " ") if first is not None else None) == whole


@given(st.text(max_size=30), st.integers(0, 30))
def test_any_text_has_a_word(text: str, cursor: int) -> None:
    start, word = word_at(text, cursor)
    assert text[start : start + len(word)] == word


@pytest.mark.parametrize(
    "typed", ['office:"\udc80', "topic:%_'\"", "party:NEAR(", 'in:"" OR', "tag:\0"]
)
def test_odd_values_are_answered(filled: Store, typed: str) -> None:
    assert isinstance(goes_on(filled, typed), list)


def test_a_colon_lists_every_filter_and_its_letters_narrow_them(filled: Store) -> None:
    reader = filled.reader
    every = [each.text for each in reader.completions("dar :", 5, Lens())]
    assert every == [f"{kind.name}:" for kind in FILTERS]
    assert [each.text for each in reader.completions(":la", 3, Lens())] == ["laterality:"]
    found = reader.completions("laterality:", 11, Lens())
    assert {"laterality:bilateral", "laterality:multilateral"} <= {each.text for each in found}


def test_every_filter_says_what_it_takes() -> None:
    for kind in FILTERS:
        assert kind.explanation.endswith(f", as in {kind.name}:{kind.example}")
        (item,) = parse_query(f"{kind.name}:{kind.example}").filters
        assert item.name == kind.name
