"""Each field of a Popolo organization goes where the desk keeps it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import Organization, Store
from tests.db.exchange.popolo_desk import body, bring_in, identified, remarks

Read = Callable[[Organization], Any]
FIELDS: list[tuple[dict[str, Any], Read, Any]] = [
    ({"classification": "legislature"}, lambda o: o.kind, "parliament"),
    ({"classification": "Party"}, lambda o: o.kind, "party"),
    ({"classification": "Select Committee"}, lambda o: o.kind, "Select Committee"),
    ({"founding_date": "1919-01"}, lambda o: o.founded and o.founded.edtf, "1919-01"),
    ({"dissolution_date": "2011"}, lambda o: o.dissolved and o.dissolved.edtf, "2011"),
    ({"abstract": "Makes laws.", "description": "Two chambers."}, lambda o: o.purpose,
     "Makes laws.\n\nTwo chambers."),
    ({"abbreviation": "SNT"}, lambda o: o.acronym, "SNT"),
    ({"jurisdiction": "ocd-division/country:ie/x"}, lambda o: o.country, "ie"),
    ({"area": {"id": "a", "name": "Ireland"}}, lambda o: o.country, "ie"),
    ({"area_id": "b"}, lambda o: o.country, ""),
    ({"other_names": [{"name": "Old Senate", "end_date": "1937-12-29", "start_date": "1922"}]},
     lambda o: [(n.text, n.kind, n.since and n.since.edtf, n.until and n.until.edtf)
                for n in o.names], [("Old Senate", "former", "1922", "1937-12-29")]),
    ({"contact_details": [{"type": "address", "value": "Kildare St\nDublin"}]},
     lambda o: [(c.kind, c.value) for c in o.contacts], [("address", "Kildare St Dublin")]),
    ({"identifiers": [{"scheme": "wikidata", "identifier": "Q9"}]},
     lambda o: [i.value for i in o.identifiers if i.scheme == "wikidata"], ["Q9"]),
    ({"sources": ["https://a.ie"]},
     lambda o: [c.source.url for c in o.citations if c.source.url], ["https://a.ie"]),
]  # fmt: skip


def test_each_field_goes_where_the_desk_keeps_it(store: Store, tmp_path: Path) -> None:
    bodies = [{"id": f"o{row}", "name": "Senate", **fields} for row, (fields, *_) in
              enumerate(FIELDS)]  # fmt: skip
    document = {"organizations": bodies, "areas": [{"id": "b", "name": "Cork East"}]}
    report = bring_in(store, tmp_path, document)
    assert report.created["organizations"] == len(FIELDS)
    assert report.rejected == report.flagged == []
    read = [
        read(identified(store, each["id"]))
        for each, (_, read, _) in zip(bodies, FIELDS, strict=True)
    ]
    assert read == [expected for *_, expected in FIELDS]
    again = bring_in(store, tmp_path, document)
    assert not any(again.created.values())
    assert not any(again.updated.values())


def test_a_body_stands_under_its_parent_wherever_that_comes_in_the_file(
    store: Store, tmp_path: Path
) -> None:
    bodies = [
        {"id": "c", "name": "Committee", "parent_id": "s"},
        {"id": "s", "name": "Senate", "parent_id": "p"},
        {"id": "p", "name": "Parliament", "children": [{"id": "h", "name": "House"}]},
    ]
    bring_in(store, tmp_path, {"organizations": bodies})
    for name, above in (("Committee", "Senate"), ("Senate", "Parliament"), ("House", "Parliament")):
        parents = body(store, name).parents
        assert [each.parent and each.parent.title for each in parents] == [above]


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        ([{"id": "a", "name": "A", "parent_id": "z"}], "organizations[0].parent_id: No organization"
         " with the id “z” is in the file or on the desk."),
        ([{"id": "a", "name": "A", "parent_id": "a"}], "organizations[0].parent_id"),
        ([{"id": "a", "name": "A", "parent_id": "b"}, {"id": "b", "name": "B", "parent_id": "a"}],
         "parent_id"),
        ([{"id": "a", "name": "A", "area_id": "z"}], "organizations[0].area_id: no area with"),
    ],
)  # fmt: skip
def test_a_tie_that_leads_nowhere_or_in_a_circle_is_left_out_and_told(
    bodies: list[Any], told: str, store: Store, tmp_path: Path
) -> None:
    report = bring_in(store, tmp_path, {"organizations": bodies})
    assert report.created["organizations"] == len(bodies)
    assert told in remarks(report)
    assert store.verify() == []
