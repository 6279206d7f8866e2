"""A row of organizations: the body and the one it stands under."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Lens, Organization, Store, import_files
from db.exchange.mapping.row_values import Value
from db.exchange.placing.tally import RowFault
from db.exchange.rows.organization_rows import build
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import at_work, row


def test_a_row_makes_the_body_and_finds_the_one_above_it(store: Store) -> None:
    above = Value("Ministry of Defence", "under", create=True)
    with at_work(store, "organizations") as at:
        draft = build(
            row(name="Army", type="armed force", country="Pakistan", founded="1947", parent=above),
            at,
        )
    body = draft.record
    assert isinstance(body, Organization)
    assert (body.title, body.kind, body.country) == ("Army", "armed force", "pk")
    assert body.founded and body.founded.edtf == "1947"
    key = sql_of(store).value("SELECT id FROM record WHERE title='Ministry of Defence'")
    assert [each.parent.id for each in body.parents if each.parent] == [key]


def test_a_body_is_known_by_wikidata_then_by_the_file_then_by_its_words(store: Store) -> None:
    with at_work(store, "organizations") as at:
        both = build(row(identity="o1", name="Army", wikidata="Q7"), at)
        words = build(row(name="Army"), at)
    assert both.keys == [("wikidata", "Q7"), ("x", "o1")]
    assert [scheme for scheme, _ in words.keys] == ["row of x"]


def test_a_row_without_a_name_is_a_fault(store: Store) -> None:
    with at_work(store, "organizations") as at, pytest.raises(RowFault, match="no organization"):
        build(row(country="Pakistan"), at)


def test_a_day_of_dissolution_before_the_founding_is_left_out(store: Store) -> None:
    with at_work(store, "organizations") as at:
        draft = build(row(name="Army", founded="1950", dissolved="1940"), at)
        told = at.tally.report({}).flagged
    assert [each["column"] for each in told] == ["dissolved"]
    assert isinstance(draft.record, Organization) and draft.record.dissolved is None


def test_bodies_that_stand_below_themselves_are_told(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Organization,Part of\nA Ministry,B Ministry\nB Ministry,C Ministry\n"
        "C Ministry,A Ministry\nD Ministry,D Ministry\n"
    )
    report = import_files(store, [path], Lens())
    assert [(each["row"], each["column"]) for each in report.flagged] == [
        (4, "Part of"),
        (5, "Part of"),
    ]
    ids = store.reader.all_ids("organization", Lens(), "title")
    bodies = store.reader.records("organization", ids, Lens()).values()
    parents = {body.title: len(body.parents) for body in bodies if isinstance(body, Organization)}
    assert parents == {"A Ministry": 1, "B Ministry": 1, "C Ministry": 0, "D Ministry": 0}


def test_a_second_file_does_not_close_a_circle_either(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    first.write_text("Organization,Part of\nA Bureau,B Bureau\nB Bureau,C Bureau\n")
    second.write_text("Organization,Part of\nC Bureau,A Bureau\n")
    assert import_files(store, [first], Lens()).flagged == []
    flagged = import_files(store, [second], Lens()).flagged
    (told,) = [each for each in flagged if each["column"] == "Part of"]
    assert (told["row"], told["value"]) == (2, "A Bureau")
    assert "on the desk" in told["why"]
    assert import_files(store, [first], Lens()).flagged == []  # as before
