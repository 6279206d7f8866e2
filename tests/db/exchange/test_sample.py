"""Records written as JSON: the sample desk is whole and cited; what JSON names must be there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import KINDS, Agreement, Lens, Organization, Person, Refused, Store, load_sample
from db.changes.validate import breaches
from db.exchange.sample import load_records
from tests.db.exchange.typed import called

LENS = Lens("2025-09-15")


def load(store: Store, **data: Any) -> None:
    with store.unit_of_work("Load") as work:
        load_records(work, data)


def test_the_sample_desk_is_whole_and_every_record_of_it_holds(store: Store) -> None:
    load_sample(store)
    assert store.verify() == []
    assert [change.label for change in store.reader.changes()] == ["Load the sample desk"]
    for kind in KINDS:
        for key in store.reader.all_ids(kind, LENS, "name" if kind == "person" else "title"):
            record = store.reader.get(key, LENS)
            assert list(breaches(record)) == []
            assert record.citations, f"{record.title} says not where it is from"


def test_each_passage_of_the_sample_desk_stands_in_the_article(
    store: Store, real_data: Path
) -> None:
    load_sample(store)
    article = " ".join((real_data / "intake" / "call.txt").read_text("utf-8").split())
    passages = [
        citation.passage
        for kind in KINDS
        for key in store.reader.all_ids(kind, LENS, "name" if kind == "person" else "title")
        for citation in store.reader.get(key, LENS).citations
        if citation.passage
    ]
    assert len(passages) >= 20
    assert [passage for passage in passages if " ".join(passage.split()) not in article] == []


def test_a_date_is_its_words_or_a_date_with_words(store: Store) -> None:
    load(
        store,
        agreement=[
            {"title": "One", "concluded": "late July 2025"},
            {"title": "Two", "concluded": ["2025-07", "last month"]},
        ],
    )
    one, two = called(store, "One"), called(store, "Two")
    assert isinstance(one, Agreement) and isinstance(two, Agreement)
    assert one.concluded and one.concluded.words == "late July 2025"
    assert two.concluded and (two.concluded.edtf, two.concluded.words) == ("2025-07", "last month")


def test_records_offices_and_sources_are_named_as_people_name_them(store: Store) -> None:
    load(
        store,
        sources={"article": {"title": "An article", "marking": "restricted"}},
        organization=[{"title": "Ministry", "offices": [{"title": "Minister"}]}],
        person=[{
            "title": "Ishaq Dar",
            "tenures": [{"office": "Minister @ Ministry", "end_state": "ongoing"}],
            "citations": [{"source": "article", "passage": "said the minister"}],
        }],
    )  # fmt: skip
    dar, body = called(store, "Ishaq Dar"), called(store, "Ministry")
    assert isinstance(dar, Person) and isinstance(body, Organization)
    assert dar.tenures[0].office and dar.tenures[0].office.id == body.offices[0].id
    assert (dar.citations[0].source.title, dar.citations[0].source.marking) == ("An article", 1)


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ({"title": "A", "colour": "red"}, "no field “colour”"),
        ({"title": "A", "predecessor": "Nobody"}, "“Nobody” is named before it is made"),
        ({"title": ""}, "needs a name"),
    ],
)
def test_what_does_not_hold_is_refused_and_nothing_is_loaded(
    store: Store, item: dict[str, Any], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        load(store, organization=[{"title": "First"}, item])
    assert sum(store.reader.counts(LENS).values()) == 0
