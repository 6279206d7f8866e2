"""What rows say of an office: kept where an officer, a source or an earlier row spoke, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Office, Organization, Store
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import LENS, bring_in

MAP = (
    'kind="offices"\nscheme="x"\nid="id"\n[fields]\ntitle="title"\nseats="seats"\n'
    'created="created"\norganization={column="body",create=true}\n'
)
HEAD = "id,title,body,seats,created\n"


def offices(store: Store) -> list[tuple[object, ...]]:
    return sql_of(store).rows("SELECT title, seats, founded_edtf FROM office ORDER BY id")


def test_offices_of_one_title_with_identifiers_of_their_own_are_several(
    store: Store, tmp_path: Path
) -> None:
    text = HEAD + "1,Member,House,1,\n2,Member,House,1,1990\n3,Member,House,2,\n"
    report = bring_in(store, tmp_path, text, map_text=MAP)
    assert report.created["offices"] == 3
    assert offices(store) == [("Member", 1, None), ("Member", 1, "1990"), ("Member", 2, None)]
    again = bring_in(store, tmp_path, text, map_text=MAP)
    assert (again.created["offices"], again.unchanged["offices"]) == (0, 3)
    assert len(offices(store)) == 3 and store.verify() == []


def test_a_second_row_of_an_office_is_joined_and_what_differs_is_told(
    store: Store, tmp_path: Path
) -> None:
    plain = MAP.replace('id="id"\n', "")
    text = HEAD + "1,Member,House,1,\n2,Member,House,3,1990\n"
    report = bring_in(store, tmp_path, text, map_text=plain)
    assert (report.created["offices"], report.joined["offices"]) == (1, 1)
    assert offices(store) == [("Member", 1, "1990")]
    (told,) = report.flagged
    assert (told["row"], told["column"], told["value"]) == (3, "seats", "3")


@pytest.mark.parametrize("by", ["officer", "file"])
def test_what_another_said_of_an_office_stays(store: Store, tmp_path: Path, by: str) -> None:
    plain = MAP.replace('id="id"\n', "")
    if by == "officer":
        offices_there = [Office(title="Member", seats=1)]
        store.save(Organization(title="House", offices=offices_there), LENS)
    else:
        bring_in(store, tmp_path, HEAD + "1,Member,House,1,\n", name="a.csv", map_text=plain)
    report = bring_in(store, tmp_path, HEAD + "1,Member,House,9,1990\n", map_text=plain)
    assert offices(store) == [("Member", 1, "1990")]
    assert [each["value"] for each in report.flagged] == ["9"]


def test_a_file_corrects_what_it_alone_has_said(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, HEAD + "1,Member,House,1,\n", map_text=MAP)
    report = bring_in(store, tmp_path, HEAD + "1,Member,House,2,\n", map_text=MAP)
    assert (report.updated["offices"], report.flagged) == (1, [])
    assert offices(store) == [("Member", 2, None)]
