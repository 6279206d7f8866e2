"""Posts of Popolo are offices of their bodies, and keep what an officer set there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db import Store
from tests.db.exchange.popolo_desk import LENS, body, bring_in, refusals, remarks


def test_posts_are_offices_with_their_days_and_seats(store: Store, tmp_path: Path) -> None:
    posts = [
        {"id": "1", "label": "Speaker", "organization_id": "s", "start_date": "1922"},
        {"id": "2", "role": "Senator", "organization_id": "s", "maximum_memberships": 60},
        {"id": "3", "label": "Clerk", "organization_id": "unknown"},
        {"id": "4", "organization_id": "s"},
        {"id": "5", "label": "Usher"},
    ]
    document = {"organizations": [{"id": "s", "name": "Senate"}], "posts": posts}
    report = bring_in(store, tmp_path, document)
    assert report.created["offices"] == 3
    assert [where for where, _ in refusals(report)] == [
        "posts[2].organization_id", "posts[3].label",
    ]  # fmt: skip
    speaker, senator = body(store, "Senate").offices
    assert [each.title for each in body(store, "Body not named").offices] == ["Usher"]
    assert (speaker.title, speaker.founded and speaker.founded.edtf) == ("Speaker", "1922")
    assert (senator.title, senator.seats) == ("Senator", 60)
    again = bring_in(store, tmp_path, document)
    assert not any({**again.created, **again.updated}.values())
    assert again.unchanged["offices"] == 3


def test_what_an_officer_set_of_an_office_stays(store: Store, tmp_path: Path) -> None:
    def document(seats: int, start: str) -> dict[str, Any]:
        post = {"id": "1", "label": "Senator", "organization_id": "s", "start_date": start,
                "maximum_memberships": seats}  # fmt: skip
        return {"organizations": [{"id": "s", "name": "Senate"}], "posts": [post]}

    bring_in(store, tmp_path, document(60, "1922"))
    senate = body(store, "Senate")
    senate.offices[0].seats = 61
    store.save(senate, LENS)
    report = bring_in(store, tmp_path, document(62, "1937"))
    office = body(store, "Senate").offices[0]
    assert (office.seats, office.founded and office.founded.edtf) == (61, "1937")
    assert "posts[0]: The desk has “61” for seats" in remarks(report)
