"""Each field of a Popolo person goes where the desk keeps it, as precise as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import Person, Store
from tests.db.exchange.popolo_desk import bring_in, identified, person, refusals, remarks

Read = Callable[[Person], Any]
FIELDS: list[tuple[dict[str, Any], Read, Any]] = [
    ({"given_name": "Ana", "family_name": "da Silva"}, lambda p: (p.given, p.family),
     ("Ana", "da Silva")),
    ({"family_name": "Silva"}, lambda p: (p.given, p.family), ("Ana da", "Silva")),
    ({"sort_name": "Da Silva, Ana"}, lambda p: (p.given, p.family), ("Ana", "Da Silva")),
    ({"honorific_prefix": "Dr"}, lambda p: p.honorific, "Dr"),
    ({"honorific_suffix": "OBE"}, lambda p: p.post_nominals, "OBE"),
    ({"gender": "Female"}, lambda p: p.gender, "female"),
    ({"gender": "non-binary"}, lambda p: p.gender, "non-binary"),
    ({"gender": "unknown"}, lambda p: p.gender, ""),
    ({"birth_date": "1964-07-31"}, lambda p: p.born and p.born.edtf, "1964-07-31"),
    ({"birth_date": "1964-07"}, lambda p: p.born and p.born.edtf, "1964-07"),
    ({"birth_date": "1964"}, lambda p: p.born and p.born.edtf, "1964"),
    ({"birth_date": 1964}, lambda p: p.born and p.born.edtf, "1964"),
    ({"birth_date": "1964-07-31T00:00:00Z"}, lambda p: p.born and p.born.edtf, "1964-07-31"),
    ({"birth_date": "1964-07-00"}, lambda p: p.born and p.born.edtf, "1964-07"),
    ({"birth_date": "1964-00-00"}, lambda p: p.born and p.born.edtf, "1964"),
    ({"birth_date": "0000-00-00"}, lambda p: p.born, None),
    ({"birth_date": None, "death_date": ""}, lambda p: (p.born, p.died), (None, None)),
    ({"death_date": "2011-03"}, lambda p: p.died and p.died.edtf, "2011-03"),
    ({"national_identity": "Brazilian"}, lambda p: p.country, "br"),
    ({"nationality": "Brazil"}, lambda p: p.country, "br"),
    ({"citizenships": [{"code": "PT"}, {"code": "BR"}]},
     lambda p: (p.country, [n.text for n in p.notes]), ("pt", ["Nationality: BR"])),
    ({"national_identity": "Klingon"}, lambda p: (p.country, p.notes[0].text),
     ("", "Nationality: Klingon")),
    ({"summary": "A judge.", "biography": "Born in Faro."}, lambda p: p.biography,
     "A judge.\n\nBorn in Faro."),
    ({"email": "a@b.pt"}, lambda p: [(c.kind, c.value) for c in p.contacts],
     [("email", "a@b.pt")]),
    ({"contact_details": [{"type": "voice", "value": "+351 21", "label": "office"}]},
     lambda p: [(c.kind, c.value, c.note) for c in p.contacts], [("phone", "+351 21", "office")]),
    ({"contact_details": [{"type": "cell", "value": "9"}, {"type": "twitter", "value": "@ana"}]},
     lambda p: [(c.kind, c.value) for c in p.contacts], [("mobile", "9"), ("twitter", "@ana")]),
    ({"links": [{"url": "https://a.pt", "note": "Website"}, {"url": "https://f", "note": "blog"}]},
     lambda p: [(c.kind, c.value, c.note) for c in p.contacts],
     [("website", "https://a.pt", ""), ("website", "https://f", "blog")]),
    ({"image": "https://a.pt/a.jpg", "images": [{"url": "https://a.pt/a.jpg"}]},
     lambda p: [(c.kind, c.value, c.note) for c in p.contacts],
     [("website", "https://a.pt/a.jpg", "picture")]),
    ({"identifiers": [{"scheme": "Wikidata", "identifier": "Q12"}, {"identifier": 7}]},
     lambda p: sorted((i.scheme, i.value) for i in p.identifiers if i.scheme != "senate"),
     [("", "7"), ("wikidata", "Q12")]),
    ({"identifiers": [{"identifier": "http://www.wikidata.org/entity/Q13"}]},
     lambda p: [i.value for i in p.identifiers if i.scheme == "wikidata"], ["Q13"]),
    ({"sources": [{"url": "https://a.pt/x", "note": "Parliament"}, {"url": "https://a.pt/y"}]},
     lambda p: [(c.source.title, c.source.url) for c in p.citations if c.source.url],
     [("Parliament", "https://a.pt/x"), ("https://a.pt/y", "https://a.pt/y")]),
    ({"languages": ["pt", "en"]}, lambda p: p.languages, "pt, en"),
]  # fmt: skip


def test_each_field_goes_where_the_desk_keeps_it(store: Store, tmp_path: Path) -> None:
    people = [
        {"id": f"p{row}", "name": "Ana da Silva", **fields}
        for row, (fields, _, _) in enumerate(FIELDS)
    ]
    report = bring_in(store, tmp_path, {"persons": people})
    assert report.created == {"people": len(FIELDS)}
    assert report.rejected == report.flagged == []
    found = [identified(store, each["id"]) for each in people]
    read = [read(each) for each, (_, read, _) in zip(found, FIELDS, strict=True)]
    assert read == [expected for _, _, expected in FIELDS]
    again = bring_in(store, tmp_path, {"persons": people})
    assert (again.created, again.updated) == ({"people": 0}, {"people": 0})
    assert store.verify() == []


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"given_name": "Ana", "family_name": "Silva"}, "Ana Silva"),
        ({"sort_name": "Silva, Ana"}, "Ana Silva"),
        (
            {
                "other_names": [
                    {
                        "note": "Main",
                        "given_name": "Ana",
                        "family_name": "Braga",
                        "end_date": "1990",
                    },
                    {
                        "note": "Main",
                        "given_name": "Ana",
                        "family_name": "Silva",
                        "start_date": "1990",
                    },
                    {"note": "Alternate", "name": "Anna"},
                ]
            },
            "Ana Silva",
        ),
        ({"name": "Dr Ana Silva"}, "Ana Silva"),
        ({"name": " Ana \n Silva\0 "}, "Ana Silva"),
    ],
)
def test_a_name_is_put_together_and_cleaned(
    fields: dict[str, str], title: str, store: Store, tmp_path: Path
) -> None:
    bring_in(store, tmp_path, [{"gender": "female", **fields}])
    assert person(store, title).given == "Ana"


LEFT_OUT: list[tuple[dict[str, Any], str, str]] = [
    ({"birth_date": "someday"}, "birth_date", "someday"),
    ({"birth_date": "1964-02-31"}, "birth_date", "1964-02-31"),
    ({"birth_date": [1964]}, "birth_date", "[1964]"),
    ({"birth_date": "1990", "death_date": "1980"}, "death_date", "1980"),
    ({"other_names": [{"name": "X", "end_date": "never"}]}, "other_names[0].end_date", "never"),
]
REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"name": ["Ana"]}, "name", "['Ana']"),
    ({"name": " "}, "name", ""),
    ({"name": "a" * 30_000}, "name", "a" * 80),
]


def test_a_date_that_cannot_be_read_is_left_out_by_place(store: Store, tmp_path: Path) -> None:
    people = [
        {"id": str(row), "name": f"Ana {'BCDEFGH'[row]}", **fields}
        for row, (fields, _, _) in enumerate(LEFT_OUT)
    ]
    report = bring_in(store, tmp_path, {"persons": people})
    assert (report.created, report.rejected) == ({"people": len(LEFT_OUT)}, [])
    told = {(each["column"], each["value"]) for each in report.flagged}
    assert told >= {
        (f"persons[{row}].{field}", value) for row, (_, field, value) in enumerate(LEFT_OUT)
    }


def test_a_person_whose_name_cannot_be_read_is_refused_by_place(
    store: Store, tmp_path: Path
) -> None:
    people = [{"name": "Ana Silva", **fields} for fields, _, _ in REFUSED]
    report = bring_in(store, tmp_path, {"persons": [*people, {"name": "Bo Birk"}]})
    assert report.created == {"people": 1}
    assert refusals(report) == [
        (f"persons[{row}].{field}", value) for row, (_, field, value) in enumerate(REFUSED)
    ]
    assert [each["row"] for each in report.rejected] == list(range(1, len(REFUSED) + 1))


WRONG: list[tuple[str, Any]] = [
    ("gender", ["female"]),
    ("gender", True),
    ("other_names", 5),
    ("other_names", [5.5, [1]]),
    ("identifiers", {"scheme": {}, "identifier": {}}),
    ("contact_details", [[]]),
    ("links", [{"url": {}}]),
    ("sources", 7),
    ("image", {"a": 1}),
    ("email", []),
    ("family_name", {}),
    ("memberships", [[1]]),
]


def test_another_field_of_a_wrong_sort_is_left_out_and_told_by_place(
    store: Store, tmp_path: Path
) -> None:
    people = [{"name": f"Ana {row}", field: value} for row, (field, value) in enumerate(WRONG)]
    report = bring_in(store, tmp_path, {"persons": people})
    assert report.created == {"people": len(WRONG)}
    assert report.rejected == []
    told = remarks(report)
    missing = [
        f"persons[{row}].{field}"
        for row, (field, _) in enumerate(WRONG)
        if f"persons[{row}].{field}" not in told
    ]
    assert missing == []
