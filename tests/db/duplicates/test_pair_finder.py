"""Which records are told to be one, which are not, and why."""

from __future__ import annotations

from typing import Any

import pytest

from db import (
    Agreement,
    Contact,
    Event,
    HistoricalDate,
    Identifier,
    Lens,
    Name,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Party,
    Stopped,
    Store,
    Tenure,
)
from db.duplicates.pair_finder import score_of
from tests.db.duplicates.conftest import LENS, Made, pairs, titles
from tests.saved_records import ref

DAY = HistoricalDate.parse
WIKIDATA = "wikidata"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ishaq Dar", "Ishaq Dar"),
        ("Ishaq Dar", "Mohammad Ishaq Dar"),
        ("Sergey Lavrov", "Sergei Lavrow"),
        ("Alisher Usmanov", "AlisherUsmanov"),
        ("Volodymyr Zelensky", "Володимир Зеленський"),
        ("Olaf Scholz", "Olaf Schloz"),
        ("Nursultan Nazarbayev", "N. Nazarbayev"),
    ],
)
def test_spellings_of_one_name_meet(store: Store, add: Made, one: str, other: str) -> None:
    add("Somebody Else")
    add(one, country="pk")
    add(other, country="pk")
    assert titles(store) == [(one, other)]


def test_a_native_name_or_an_alias_is_enough(store: Store, add: Made) -> None:
    add("Ishaq Dar", names=[Name(text="اسحاق ڈار", kind="native")])
    add("اسحاق ڈار")
    [pair] = pairs(store)
    assert pair.why == "both called “اسحاق ڈار”"


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ({"born": DAY("1950")}, {"born": DAY("1961-03-02")}, "born"),
        ({"gender": "male"}, {"gender": "female"}, "gender"),
        (
            {"identifiers": [Identifier(scheme=WIKIDATA, value="Q1")]},
            {"identifiers": [Identifier(scheme=WIKIDATA, value="Q2")]},
            WIKIDATA,
        ),
    ],
)
def test_what_contradicts_keeps_namesakes_apart(
    store: Store, add: Made, one: dict[str, Any], other: dict[str, Any], says: str
) -> None:
    add("Ahmad Khan", **one)
    add("Ahmad Khan", **other)
    assert pairs(store) == [], says


def test_one_birthday_outweighs_two_entries_of_a_register(store: Store, add: Made) -> None:
    for value in ("Q1", "Q2"):
        ids = [Identifier(scheme=WIKIDATA, value=value)]
        add("Revaz Adamia", identifiers=ids, born=DAY("1952-07-20"))
    [pair] = pairs(store)
    assert pair.against == "wikidata Q1 and Q2"
    assert pair.score < 0.9


def test_two_countries_lower_the_score_and_are_told(store: Store, add: Made) -> None:
    add("Ahmad Yar Khan", country="pk")
    add("Ahmad Yar Khan", country="af")
    [pair] = pairs(store)
    assert pair.score < 0.9
    assert pair.against == "of two countries, Pakistan and Afghanistan"
    assert pair.summary() == "the same name; against: of two countries, Pakistan and Afghanistan"


def test_identifiers_bring_together_what_no_name_does(store: Store, add: Made) -> None:
    same = [Identifier(scheme=WIKIDATA, value="Q7747")]
    add("The President", identifiers=same)
    add("Vladimir Putin", identifiers=[Identifier(scheme=WIKIDATA, value="Q7747")])
    [pair] = pairs(store)
    assert "the same wikidata Q7747" in pair.why and pair.score > 0.9


def test_one_office_and_one_address_speak_for_one_person(store: Store, add: Made) -> None:
    body = add("Ministry", Organization, offices=[Office(title="Minister")])
    office = OfficeRef(store.reader.get(body.id, LENS).offices[0].id)  # type: ignore[attr-defined]
    for name in ("Ishaq Dar", "Muhammad Ishaq Dar"):
        add(
            name,
            tenures=[Tenure(office=office, since=DAY("2024-03-11"))],
            contacts=[Contact(kind="email", value="fm@mofa.example")],
        )
    [pair] = pairs(store)
    assert "both held one office from 2024-03-11" in pair.why
    assert "the same contact" in pair.why
    assert pair.score > 0.95


def test_bodies_of_two_countries_are_two(store: Store, add: Made) -> None:
    for country in ("pk", "in"):
        add("Ministry of Foreign Affairs", Organization, country=country)
    assert titles(store) == []
    add("Ministry for Foreign Affairs", Organization, country="pk")
    assert titles(store) == [("Ministry of Foreign Affairs", "Ministry for Foreign Affairs")]


def test_events_and_agreements_are_one_on_one_day_with_the_same_who(
    store: Store, add: Made
) -> None:
    dar, rubio = add("Ishaq Dar"), add("Marco Rubio")
    for title, day in (("Call", "2025-04-07"), ("Call", "2025-04-07"), ("Call", "2025-07-01")):
        who = [Participant(who=ref(dar)), Participant(who=ref(rubio))]
        add(title, Event, kind="call", start=DAY(day), participants=who)
    state = add("Pakistan", Organization, kind="state")
    for title in ("Treaty on minerals", "Treaty on Minerals"):
        add(title, Agreement, concluded=DAY("2025-09-08"), parties=[Party(who=ref(state))])
    add("Treaty on Minerals", Agreement, concluded=DAY("1999-01-01"))
    found = pairs(store)
    assert sorted(pair.kind for pair in found) == ["agreement", "event"]
    assert all("in common" in pair.why for pair in found)


def test_what_lies_above_the_ceiling_is_in_no_pair(store: Store, add: Made) -> None:
    add("Ishaq Dar")
    add("Ishaq Dar", marking=3)
    assert len(titles(store)) == 1
    assert titles(store, Lens("2025-09-15", 2)) == []


def test_of_a_crowd_of_namesakes_only_those_with_more_in_common_are_told(
    store: Store, add: Made
) -> None:
    for number in range(14):
        add("Ali Khan", country="pk", born=DAY(f"19{40 + number}-01-01"))
    add("Ali Khan", country="pk", born=DAY("1945-01-01"))
    assert len(titles(store)) == 1


def test_the_search_tells_how_far_it_is_and_can_be_given_up(store: Store, add: Made) -> None:
    for number in range(5):
        add(f"Person {number}")
    told: list[tuple[int, int]] = []
    store.reader.duplicates(("person",), LENS, lambda done, total: told.append((done, total)))
    assert told[-1] == (5, 5)
    assert told == sorted(told)

    def stop(_done: int, _total: int) -> None:
        raise Stopped("enough")

    with pytest.raises(Stopped):
        store.reader.duplicates(("person",), LENS, stop)
    assert store.reader.count("person", LENS) == 5


def test_a_score_never_passes_one() -> None:
    assert [score_of(value) for value in (-1, 0.8, 3.0)] == [0.0, 0.8, 1.0]
