"""Table files that others made: each opens or is refused, and is mapped as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.files.table_file import open_table
from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.guess.mapping_guess import guess_map
from db.exchange.mapping.row_values import RowValues, row_reader


def read(path: Path, name: str = "file") -> tuple[Mapping, list[RowValues]]:
    """All rows under the guessed mapping; the file's own name must not be needed."""
    table = open_table(path)
    mapping = guess_map(table.headers, (cells for _, cells in table.rows), None, name)
    reader = row_reader(mapping, table.headers)
    return mapping, [reader(cells, number) for number, cells in table.rows]


def texts(rows: list[RowValues], target: str) -> set[str]:
    return {value.text for row in rows for value in row.values.get(target, ())}


def test_every_table_file_opens_or_is_refused_in_a_sentence(real_data: Path) -> None:
    refused = []
    files = sorted(path for path in (real_data / "csv").rglob("*") if path.is_file())
    for path in files:
        try:
            table = open_table(path)
            assert {len(cells) for _, cells in table.rows} <= {len(table.headers)}
        except Refused as error:
            refused.append(path.suffix)
            assert str(error).startswith(path.name)
    assert len(files) > 100
    assert set(refused) <= {".csv", ".db"}
    assert refused.count(".csv") <= 1


@pytest.mark.parametrize(
    ("file", "kind", "rows", "identified"),
    [
        ("travels/trips.csv", "events", 4271, 4271),
        ("travels/timeline.csv", "events", 1488, 0),
        ("ministers/foreign_wikidata.csv", "people", 213, 212),
        ("ministers/foreign_scraped.csv", "people", 217, 0),
        ("ministers/bio.csv", "people", 3764, 3764),
        ("ministers/holders21.csv", "tenures", 130, 0),
        ("treaties/ieadb_treaties.csv", "agreements", 5728, 5728),
        ("treaties/huggo_env_original_cp1252.csv", "agreements", 3904, 3904),
        ("treaties/huggo_clean.csv", "agreements", 4532, 0),
        ("treaties/diego_mixed_dates.csv", "agreements", 663, 663),
        ("treaties/desta_semicolon.csv", "agreements", 1217, 1217),
        ("treaties/huggo_mem_env_reconciled.csv", "agreements", 7377, 145),
    ],
)
def test_each_file_is_recognised_without_its_name(
    real_data: Path, file: str, kind: str, rows: int, identified: int
) -> None:
    mapping, found = read(real_data / file)
    assert (mapping.kind, len(found)) == (kind, rows)
    assert len({row.id for row in found} - {""}) == identified


def test_journeys_have_their_travellers_and_titles(real_data: Path) -> None:
    _, rows = read(real_data / "travels/trips.csv")
    assert rows[0].text("title") == "Joseph R. Biden to United Kingdom (London, Cornwall)"
    people = {row.values["participants"][0].identifier for row in rows}
    assert len(people) == 55


def test_no_sign_for_not_known_becomes_a_value(real_data: Path) -> None:
    for file in ("treaties/huggo_clean.csv", "treaties/huggo_mem_env_reconciled.csv"):
        _, rows = read(real_data / file)
        every = {value.text for row in rows for values in row.values.values() for value in values}
        assert not every & {"NA", "", "None", "-1"}


def test_dates_of_treaties_are_dates(real_data: Path) -> None:
    for file in ("treaties/ieadb_treaties.csv", "treaties/diego_mixed_dates.csv"):
        mapping, rows = read(real_data / file)
        dates = texts(rows, "signed") | texts(rows, "in_force")
        failed = set()
        for text in dates:
            try:
                HistoricalDate.parse(text, day_first=mapping.day_first)
            except (Refused, ValueError):
                failed.add(text)
        assert len(failed) * 200 <= len(dates), sorted(failed)[:10]


def test_parties_of_numbered_columns_are_countries(real_data: Path) -> None:
    _, rows = read(real_data / "treaties/desta_semicolon.csv")
    assert [value.text for value in rows[0].values["parties"]] == ["AFG", "IND"]


def test_rows_per_party_carry_what_the_party_did(real_data: Path) -> None:
    mapping, rows = read(real_data / "treaties/huggo_mem_env_reconciled.csv")
    assert mapping.one_per_party
    assert (rows[0].text("party"), rows[0].text("party_ratified")) == ("DDR", "27.09.1974")
    withdrew = [value for row in rows for value in row.values.get("party_withdrew", ())]
    assert sum(value.open_end for value in withdrew) == 5208


@pytest.mark.slow
def test_a_workbook_of_memberships_is_rows_per_party(real_data: Path) -> None:
    mapping, rows = read(real_data / "treaties/iea-memb.xlsx")
    assert (mapping.kind, mapping.one_per_party, len(rows)) == ("agreements", True, 27002)
    assert (rows[0].text("party"), rows[0].text("signed")) == ("Romania", "1901-02-22")
