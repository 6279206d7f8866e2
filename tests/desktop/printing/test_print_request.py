"""What is asked to be printed has a name, and can be kept and asked again."""

import json

import pytest

from db import Damaged, Lens, parse_query
from desktop.models.list_request import ListRequest
from desktop.printing.print_request import (
    PrintRequest,
    from_values,
    list_print_request,
    query_request,
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
