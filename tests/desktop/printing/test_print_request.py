"""What is asked to be printed has a name, and can be kept and asked again."""

import json

import pytest

from db import (
    Damaged,
    Event,
    HistoricalDate,
    Lens,
    Participant,
    Person,
    Ref,
    parse_query,
)
from desktop.models.list_request import ListRequest
from desktop.printing.print_request import (
    PrintRequest,
    chronology_request,
    diplomatic_request,
    first_form,
    from_values,
    list_print_request,
    query_request,
    title_of_list,
)
from desktop.session.session import Session


def key_of(session: Session, kind: str, words: str) -> int:
    return session.reader.page(kind, parse_query(words), Lens()).ids[0]


def people(session: Session, words: str = "", **lens: int) -> PrintRequest:
    return query_request("People", "person", parse_query(words), Lens(**lens))


@pytest.mark.parametrize("words", ["", "munir", '-"Munir Akram" country:pk held:2025..2026'])
def test_what_was_asked_can_be_kept_and_asked_again(words: str) -> None:
    question = ListRequest("person", parse_query(words), Lens(), "name", True, False)
    for asked in (
        list_print_request("Who", question),
        PrintRequest("Who", "person", "biography", (3, 1)),
        diplomatic_request("Belgium", "be"),
    ):
        assert from_values(json.loads(json.dumps(asked.to_values())), Lens()) == asked


def test_a_filtered_list_is_named_in_words(session: Session) -> None:
    asked = people(session, "country:pk held:2000..2020")
    assert asked.name == "People · Pakistan, 2000–2020"
    assert people(session).name == "People"


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"id": "x"},
        {"title": "A", "kind": "ship", "form": "list", "query": "", "order": "name"},
        {"title": "A", "kind": "person", "form": "poem", "ids": [1]},
        {"title": "A", "kind": "person", "form": "list", "query": True, "order": "name"},
    ],
)
def test_what_names_no_document_is_damage(asked: dict[str, object]) -> None:
    with pytest.raises(Damaged, match="cannot be asked again"):
        from_values(asked, Lens())


def test_a_list_whose_title_says_its_filters_says_them_once(session: Session) -> None:
    query = parse_query("country:pk held:2000..2020")
    question = query_request("", "person", query, Lens()).question
    assert question is not None
    asked = list_print_request(title_of_list("People", query), question)
    assert (asked.title, asked.name) == ("Pakistan, 2000–2020", "Pakistan, 2000–2020")


DAY = "2026-11-23"
WHO = [Participant(who=Ref(1, "Ishaq Dar", "person"))]


@pytest.mark.parametrize(
    ("start", "who", "form"),
    [
        ("2026-11-24", WHO, "brief"),
        ("December 2026", WHO, "brief"),
        ("2026-11-23", WHO, "event"),
        ("November 2026", WHO, "event"),
        ("2026-11-24", [], "event"),
        (None, WHO, "event"),
    ],
)
def test_only_what_certainly_is_to_come_is_offered_as_a_brief(
    start: str | None, who: list[Participant], form: str
) -> None:
    date = HistoricalDate.parse(start) if start else None
    assert first_form(Event(title="Call", start=date, participants=who), DAY) == form
    assert first_form(Person(title="Ann"), DAY) == "biography"


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (chronology_request("Chronology", Lens()), "Chronology"),
        (chronology_request("Chronology", Lens(), span="2000..2020"), "2000–2020"),
        (
            chronology_request("Chronology", Lens(), country="pk", span="2000..2020"),
            "Pakistan, 2000–2020",
        ),
        (
            chronology_request(
                "Chronology", Lens(), record=Ref(7, "Ishaq Dar", "person"), span="..2020"
            ),
            "Ishaq Dar, until 2020",
        ),
    ],
)
def test_a_chronology_is_called_by_what_it_is_of_and_can_be_kept(
    asked: PrintRequest, name: str
) -> None:
    assert asked.name == name
    assert from_values(json.loads(json.dumps(asked.to_values())), asked_lens(asked)) == asked


def asked_lens(asked: PrintRequest) -> Lens:
    return asked.question.lens if asked.question is not None else Lens()
