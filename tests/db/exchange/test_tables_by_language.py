"""A table in any of the languages officers meet becomes what it lists, without a map."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import Agreement, Event, Lens, Organization, Person, Record, Store, import_files
from tests.db.desk_sql import sql_of
from tests.db.exchange.cases_in_other_letters import IN_OTHER_LETTERS
from tests.db.exchange.more_table_cases import MORE_LANGUAGES
from tests.db.exchange.table_cases import BY_LANGUAGE, Case

LANGUAGES = BY_LANGUAGE | IN_OTHER_LETTERS | MORE_LANGUAGES
CASES = [(code, case) for code, cases in LANGUAGES.items() for case in cases]


def said(record: Record) -> str:
    """What a case says beside the title."""
    if isinstance(record, Organization):
        return record.acronym
    found = {Person: "born", Agreement: "concluded", Event: "start"}[type(record)]
    date = getattr(record, found)
    return date.edtf if date is not None else ""


@pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{c} {case.kind}" for c, case in CASES])
def test_a_table_is_understood(store: Store, tmp_path: Path, code: str, case: Case) -> None:
    path = tmp_path / "list.csv"
    path.write_text(case.table.replace("|", "\n"), encoding="utf-8")
    report = import_files(store, [path], Lens("2025-09-15"))
    assert next(iter(report.created)) == case.kind
    assert report.created[case.kind] == 2
    assert not report.rejected and report.left_out == []
    assert [flag for flag in report.flagged if "was left out" in flag["why"]] == []
    key = sql_of(store).value("SELECT id FROM record WHERE title=?", (case.title,))
    record = store.reader.get(key, Lens("2025-09-15"))
    assert said(record) == case.says


def test_the_languages_of_the_data_are_all_tried() -> None:
    folder = Path(__file__).parents[3] / "resources" / "exchange"
    told = json.loads((folder / "headings.json").read_text("utf-8"))
    assert {code for names in told.values() for code in names} == set(LANGUAGES)
