"""Bodies are found by their initials, as a state's, and with numbers in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import Lens, Name, Organization, Store, parse_query
from db.names import fold
from db.search.fuzzy.body_names import initials_of, is_taken_from

LENS = Lens("2025-09-15")
BODIES = {
    "People’s Liberation Army": "cn",
    "Organisation of Islamic Cooperation": "",
    "Organization for Security and Co-operation in Europe": "",
    "Economic Community of West African States": "",
    "Inter-Services Intelligence": "pk",
    "Foreign, Commonwealth and Development Office": "gb",
    "Government of the United Kingdom": "gb",
    "Ministry of Foreign Affairs": "fr",
    "Ministry of Foreign Affairs of Estonia": "ee",
    "Ministry of Defence of Norway": "",
    "Ministry of External Affairs": "in",
    "Royal Norwegian Navy": "no",
    "State Bank of Pakistan": "pk",
    "Group of Seven": "",
    "Brigade 44": "ua",
    "NATO": "",
    "Frontier Works Organization": "",
    "Three Percenters": "us",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    from db import make_desk, open_desk

    path = tmp_path_factory.mktemp("bodies") / "bodies.desk"
    make_desk(path)
    with open_desk(path) as store:
        for title, country in BODIES.items():
            store.save(Organization(title=title, country=country), LENS)
        hidden = Organization(title="Secret Liberation Front", country="cn", marking=3)
        hidden.names = [Name(text="Hidden Frontier Works")]
        store.save(hidden, LENS)
        yield store


def first(store: Store, text: str, lens: Lens = LENS) -> str:
    page = store.reader.page("organization", parse_query(text), lens, thorough=True)
    return store.reader.lines(list(page.ids)[:1], lens)[0].title if page.ids else ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("PLA", "People’s Liberation Army"),
        ("pla", "People’s Liberation Army"),
        ("PLA China", "People’s Liberation Army"),
        ("FWO Pakistan", "Frontier Works Organization"),
        ("3%ers", "Three Percenters"),
        ("OIC", "Organisation of Islamic Cooperation"),
        ("osce", "Organization for Security and Co-operation in Europe"),
        ("ECOWAS", "Economic Community of West African States"),
        ("ISI", "Inter-Services Intelligence"),
        ("FCDO", "Foreign, Commonwealth and Development Office"),
        ("G7", "Group of Seven"),
        ("MFA France", "Ministry of Foreign Affairs"),
        ("Estonian MFA", "Ministry of Foreign Affairs of Estonia"),
        ("MEA India", "Ministry of External Affairs"),
        ("French Foreign Ministry", "Ministry of Foreign Affairs"),
        ("Estonia Foreign Ministry", "Ministry of Foreign Affairs of Estonia"),
        ("Foreign Ministry of Estonia", "Ministry of Foreign Affairs of Estonia"),
        ("Norwegian Defense Ministry", "Ministry of Defence of Norway"),
        ("Ministry of Defence, Norway", "Ministry of Defence of Norway"),
        ("British Government", "Government of the United Kingdom"),
        ("British Foreign Office", "Foreign, Commonwealth and Development Office"),
        ("Pakistani State Bank", "State Bank of Pakistan"),
        ("Brigade Forty-Four", "Brigade 44"),
        ("North Atlantic Treaty Organization", "NATO"),
    ],
)
def test_a_body_is_found_as_it_is_called_otherwise(desk: Store, text: str, title: str) -> None:
    assert first(desk, text) == title


def test_a_hit_says_that_it_is_one_by_its_initials(desk: Store) -> None:
    query = parse_query("PLA")
    page = desk.reader.page("organization", query, LENS)
    assert [str(reason) for reason in page.reasons.values()] == [
        "People’s Liberation Army, by its initials"
    ]


@pytest.mark.parametrize("text", ["SLF", "SLF China", "Chinese Liberation Front", "HFW"])
def test_what_lies_above_the_ceiling_is_not_found_so(desk: Store, text: str) -> None:
    assert first(desk, text) == "Secret Liberation Front"
    low = Lens("2025-09-15", ceiling=1)
    assert first(desk, text, low) != "Secret Liberation Front"


def test_filters_hold_for_what_is_called_otherwise(desk: Store) -> None:
    assert first(desk, "MFA country:fr") == "Ministry of Foreign Affairs"
    assert first(desk, "PLA country:fr") == ""
    assert first(desk, "PLA -army") == ""


def test_two_small_letters_are_no_initials(desk: Store) -> None:
    assert first(desk, "NATO") == "NATO"
    assert first(desk, "sb") != "State Bank of Pakistan"


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("koica", "Korea International Cooperation Agency"),
        ("norad", "Norwegian Agency for Development Cooperation"),
        ("mofcom", "Ministry of Commerce"),
        ("dirco", "Department of International Relations and Cooperation"),
        ("unmik", "United Nations Interim Administration Mission in Kosovo"),
    ],
)
def test_a_name_made_of_beginnings_is_told_from_a_word(letters: str, name: str) -> None:
    assert is_taken_from(letters, name)
    assert not is_taken_from(letters[::-1], name)
    assert not is_taken_from(fold(name).split()[0], name)


def test_initials_leave_out_small_words_or_not() -> None:
    assert {"eocowas", "ecowas", "ecwas"} & initials_of("Economic Community of West African States")
    assert initials_of("") == frozenset()
