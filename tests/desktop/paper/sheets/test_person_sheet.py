"""A person's address, offices and ranks, with what a stranger gets wrong said outright."""

import pytest

from db import HistoricalDate, Lens, OfficeRef, Person, Rank, Ref, Tenure
from desktop.paper.sheets import person_sheet as biography
from tests.desktop.paper.context_of import DAY, said, telling_of

DATE = HistoricalDate.parse


@pytest.mark.parametrize(
    ("person", "row"),
    [
        (Person(title="x", family="Dar"), "Family name | Dar"),
        (
            Person(title="x", family="Wang", name_order="family-first"),
            "Family name | Wang; the family name comes first",
        ),
        (Person(title="x", name_order="single"), "Family name | A single name"),
        (
            Person(title="x", family="Leyen", particles="von der"),
            "Family name | Leyen; von der stands before it",
        ),
        (
            Person(title="x", honorific="H.E.", post_nominals="NI"),
            "Honorific | H.E.",
        ),
        (Person(title="x", spoken_address="Mr Dar"), "Spoken address | Mr Dar"),
    ],
)
def test_how_to_address_a_person(person: Person, row: str) -> None:
    assert row in said(biography.address(telling_of(person)))


def held(title: str, since: str, until: str = "", **more: object) -> Tenure:
    end = DATE(until) if until else None
    state = "ended" if until else "ongoing"
    body = Ref(2, "Ministry", "organization")
    return Tenure(
        office=OfficeRef(1, title, body), since=DATE(since), until=end, end_state=state, **more
    )


def test_the_present_office_comes_first_and_a_coming_one_stands_apart() -> None:
    tenures = [
        held("Secretary", "2020", "2022"),
        held("Envoy", "2026"),
        held("Minister", "2024"),
        held("Acting head", "2022", "2023", acting=True, note="as the gazette has it"),
    ]
    assert said(biography.offices(telling_of(Person(title="Dar", tenures=tenures)))) == [
        "Offices",
        "since 2024 | Minister, Ministry | ",
        "2022 – 2023 | Acting Acting head, Ministry | as the gazette has it",
        "2020 – 2022 | Secretary, Ministry | ",
        "After 30 June 2025",
        "since 2026 | Envoy, Ministry | ",
    ]


def test_an_office_that_is_not_named_is_not_hidden() -> None:
    told = said(biography.offices(telling_of(Person(title="Dar", tenures=[Tenure()]))))
    assert "An office that is not named" in told[1]


def test_the_highest_rank_is_the_last_one_given() -> None:
    ranks = [Rank(title="Captain", service="army", since=DATE("1972")), Rank(title="Major")]
    told = said(biography.ranks(telling_of(Person(title="x", ranks=ranks))))
    assert told == ["Ranks", "since 1972 | Captain, army | ", " | Major | "]


def test_a_life_keeps_its_paragraphs() -> None:
    told = said(biography.life(telling_of(Person(title="x", biography="One.\n\n Two. \n"))))
    assert told == ["Life", "One.", "Two."]


def test_the_subtitle_is_the_title_of_the_day() -> None:
    reading = telling_of(Person(title="x"), title="minister of trade").reading
    assert biography.subtitle(reading, Lens(DAY)) == "Minister of trade"


def test_the_present_office_comes_first_with_since_when_and_what_is_not_known() -> None:
    office = OfficeRef(1, "Minister", Ref(2, "Ministry", "organization"))
    tenures = [
        Tenure(office=office, since=DATE("March 2024"), end_state="unknown"),
        Tenure(office=office, since=DATE("2010"), until=DATE("2012"), end_state="ended"),
        Tenure(office=office),
    ]
    told = said(biography.present(telling_of(Person(title="x", tenures=tenures))))
    assert told == [
        "Present office",
        "since March 2024 | Minister, Ministry | end not known",
        " | Minister, Ministry | start not known, end not known",
    ]
    # What was told as present is not told again.
    assert said(biography.career(telling_of(Person(title="x", tenures=tenures)))) == [
        "Other offices",
        "2010 – 2012 | Minister, Ministry | ",
    ]
