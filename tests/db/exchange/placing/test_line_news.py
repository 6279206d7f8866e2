"""A line that is there takes what another says beyond it; what contradicts it stands by itself."""

from __future__ import annotations

from typing import Any

import pytest

from db import Amount, Contact, HistoricalDate, Link, Name, Participant, Ref
from db.exchange.placing.line_news import LINE_KEYS, fitting, news, same_spelling


def day(text: str) -> HistoricalDate:
    return HistoricalDate.parse(text)


@pytest.mark.parametrize(
    ("old", "new", "adds"),
    [
        (Contact(value="1"), Contact(value="1", note="home"), {"note": "home"}),
        (Contact(value="1", note="home"), Contact(value="1"), {}),
        (Contact(value="1", note="home"), Contact(value="1", note="work"), None),
        (Name(text="A"), Name(text="A", kind="former"), {"kind": "former"}),
        (Name(text="A", kind="former"), Name(text="A", kind="native"), None),
        (Name(text="A", language="ur"), Name(text="A", language="fa"), {}),
        (Link(since=day("2019")), Link(since=day("2019")), {}),
        (Link(since=day("2019")), Link(since=day("2020")), None),
        (Link(other=Ref(4, "a")), Link(other=Ref(4, "b"), note="x"), {"note": "x"}),
        (Amount(number="5"), Amount(number="5", qualifier="about"), {"qualifier": "about"}),
        (Participant(side="us"), Participant(side="them"), None),
    ],
)
def test_what_a_line_adds_to_another(old: Any, new: Any, adds: dict[str, Any] | None) -> None:
    assert news(old, new) == adds


def test_the_line_that_does_not_contradict_is_chosen_among_several() -> None:
    kept = [Contact(value="1", note="home"), Contact(value="1", note="work"), Contact(value="2")]
    key = LINE_KEYS["contacts"]
    found = fitting(kept, Contact(value="1", note="work"), key)
    assert found is not None and found[0] is kept[1] and found[1] == {}
    assert fitting(kept, Contact(value="1", note="club"), key) is None
    assert fitting(kept, Contact(value="3"), key) is None


def test_another_spelling_is_another_name() -> None:
    assert same_spelling("jose  SILVA ") == same_spelling("Jose Silva")
    assert same_spelling("Jose\u0301") == same_spelling("José") != same_spelling("Jose")
