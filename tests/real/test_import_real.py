"""Real files become records, once, and are taken back without a trace."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import (
    Agreement,
    DeskError,
    Event,
    ImportReport,
    Lens,
    Person,
    Store,
    import_files,
    make_desk,
    open_desk,
)
from db.vocabulary.countries import country_code, country_name
from tests.db.desk_sql import sql_of

LENS = Lens()
SAME = re.compile(r"\(In (\d+) rows")
TABLES = (
    "name", "identifier", "source", "citation", "tag", "office", "tenure", "participant", "party",
    "party_action", "note", "contact", "link",
)  # fmt: skip
# file → what it makes, and how many of its cells are no date or an end before the start: they are
# flagged and kept as notes, and their rows are taken
FILES = {
    "travels/trips.csv": ({"events": 4271, "people": 55}, 0),
    "travels/timeline.csv": ({"events": 1488}, 0),
    "ministers/bio.csv": ({"people": 3764}, 0),
    "ministers/holders21.csv": ({"tenures": 130, "people": 110}, 0),
    "ministers/ambassadors-to-estonia_scraped.csv": ({"tenures": 115, "people": 115}, 1),
    "treaties/ieadb_treaties.csv": ({"agreements": 5728}, 0),
    "treaties/huggo_env_original_cp1252.csv": ({"agreements": 3904}, 26),
    "treaties/huggo_clean.csv": ({"agreements": 4532}, 11),
    "treaties/desta_semicolon.csv": ({"agreements": 1217}, 0),
    "treaties/diego_mixed_dates.csv": ({"agreements": 663}, 5),
    "treaties/huggo_mem_env_reconciled.csv": ({"agreements": 145}, 4),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    """An empty desk."""
    path = tmp_path / "real.desk"
    make_desk(path, name="Real")
    with open_desk(path) as store:
        yield store


def bring_in(desk: Store, *paths: Path) -> ImportReport:
    return import_files(desk, list(paths), LENS)


def left(desk: Store) -> dict[str, int]:
    """Everything that is on the desk, by table."""
    counts = {name: int(sql_of(desk).value(f"SELECT count(*) FROM {name}")) for name in TABLES}
    counts |= desk.info(LENS).records
    return {name: count for name, count in counts.items() if count}


def cells_left_out(report: ImportReport) -> int:
    """How many cells were flagged and left out; one line tells the same fault of many rows. What is
    said of a whole column has no row.
    """
    flags = [flag for flag in report.flagged if flag["row"]]
    said = [str(flag["why"]) for flag in flags if "was left out" in str(flag["why"])]
    return sum(int(found[1]) if (found := SAME.search(why)) else 1 for why in said)


@pytest.mark.parametrize("name", FILES)
def test_a_file_comes_in_once_and_goes_out_whole(name: str, desk: Store, real_data: Path) -> None:
    made, unread = FILES[name]
    first = bring_in(desk, real_data / name)
    assert {kind: first.created.get(kind) for kind in made} == made
    assert not first.rejected
    assert cells_left_out(first) == unread
    assert desk.verify() == []
    before = left(desk)

    second = bring_in(desk, real_data / name)
    assert not any(second.created.values()), second.created
    assert not any(second.updated.values()), second.updated
    assert left(desk) == before
    changes = desk.reader.changes()
    assert [change.label for change in changes] == [f"Import {Path(name).name}"]

    desk.revert(changes[0].id)
    assert left(desk) == {}
    assert desk.verify() == []
    desk.revert(desk.reader.changes()[0].id)
    assert left(desk) == before
    assert desk.verify() == []


def test_a_journey_has_its_traveller_its_state_and_its_row(desk: Store, real_data: Path) -> None:
    bring_in(desk, real_data / "travels/trips.csv")
    with (real_data / "travels/trips.csv").open(encoding="utf-8") as file:
        row = next(iter(csv.DictReader(file)))
    key = sql_of(desk).value(
        "SELECT record_id FROM identifier WHERE scheme='trips' AND value=?", (row["id"],)
    )
    event = desk.reader.get(key, LENS)
    assert isinstance(event, Event)
    assert event.start is not None
    assert event.start.edtf == row["start"]
    assert [each.who.title for each in event.participants if each.who] == [
        row["name"],
        row["country"],
    ]
    assert event.citations[0].source.title == "trips.csv"
    assert event.citations[0].passage == "row 2"


def test_two_lists_of_ministers_that_disagree_are_both_kept(desk: Store, real_data: Path) -> None:
    folder = real_data / "ministers"
    bring_in(desk, folder / "foreign_wikidata.csv")
    bring_in(desk, folder / "foreign_scraped.csv")
    with (folder / "foreign_diff.csv").open(encoding="utf-8") as file:
        both = [row for row in csv.DictReader(file) if row["wpperson"] and row["wdperson"]]
    assert len(both) == 8
    for row in both:
        for person_id, source in (
            (row["wdperson"], "foreign_wikidata.csv"),
            (row["wpperson"], "foreign_scraped.csv"),
        ):
            assert source in _tenure_sources(desk, person_id, row["countrylabel"])


def _tenure_sources(desk: Store, wikidata: str, state: str) -> set[str]:
    """The sources that say a person held an office in a state."""
    key = sql_of(desk).value(
        "SELECT record_id FROM identifier WHERE scheme='wikidata' AND value=?", (wikidata,)
    )
    person = desk.reader.get(key, LENS)
    assert isinstance(person, Person)
    code = country_code(state)
    body = country_name(code) if code else state
    held = {
        f"tenure {tenure.uid}"
        for tenure in person.tenures
        if tenure.office and tenure.office.organization
        if tenure.office.organization.title == body
    }
    return {each.source.title for each in person.citations if each.field in held}


def test_accents_and_parties_of_a_western_file_are_right(desk: Store, real_data: Path) -> None:
    path = real_data / "treaties/huggo_env_original_cp1252.csv"
    bring_in(desk, path)
    with path.open(encoding="cp1252", newline="") as file:
        rows = {row[""]: row for row in csv.DictReader(file)}
    found = sql_of(desk).rows(
        "SELECT i.value, r.title FROM identifier i JOIN record r ON r.id = i.record_id"
        " WHERE r.kind = 'agreement'"
    )
    assert len(found) > 3800
    for value, title in found:
        assert title == " ".join(rows[value]["Title"].split())
    kinds = sql_of(desk).rows(
        "SELECT o.kind, count(DISTINCT p.who_id) FROM party p"
        " JOIN organization o ON o.id = p.who_id"
        " GROUP BY 1 ORDER BY 2 DESC"
    )
    assert kinds[0][0] == "state"
    assert kinds[0][1] > 150


def test_rows_of_treaty_and_state_become_actions_of_parties(desk: Store, real_data: Path) -> None:
    bring_in(desk, real_data / "treaties/huggo_mem_env_reconciled.csv")
    key = sql_of(desk).value("SELECT record_id FROM identifier WHERE value='INTRSC_1972A'")
    treaty = desk.reader.get(key, LENS)
    assert isinstance(treaty, Agreement)
    told = {
        (party.who.title, action.action, action.date.edtf)
        for party in treaty.parties
        for action in party.actions
        if party.who and action.date
    }
    assert ("German Democratic Republic", "acceded", "1974-09-27") in told
    assert ("German Democratic Republic", "withdrew", "1990-10-03") in told


def test_the_workbook_of_members_comes_in(desk: Store, real_data: Path) -> None:
    report = bring_in(desk, real_data / "treaties/iea-memb.xlsx")
    assert report.read == 27_002
    assert report.created["agreements"] > 500
    assert sql_of(desk).value("SELECT count(*) FROM party_action") > 20_000


def test_every_awkward_table_is_taken_or_refused_in_a_sentence(
    desk: Store, real_data: Path
) -> None:
    taken = 0
    files = sorted(path for path in (real_data / "csv").rglob("*") if path.is_file())
    for path in files:
        for kind in (None, "events"):
            try:
                report = import_files(desk, [path], LENS, kind=kind, preview=True)
            except DeskError as refusal:
                assert str(refusal).endswith("."), (path, refusal)
                assert "\n" not in str(refusal), (path, refusal)
            else:
                taken += 1
                assert report.read >= len({each["row"] for each in report.rejected})
    assert files
    assert taken > len(files) // 3
    assert left(desk) == {}
