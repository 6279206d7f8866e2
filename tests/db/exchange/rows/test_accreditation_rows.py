"""A row of heads of mission: accredited once, with days and times as far as they are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Accreditation, Lens, Person, Store, import_files
from db.exchange.importer import ImportReport

HEAD = "person,state,country,class,arrived,true_copy,credentials,farewell\n"
ROWS = (
    "Anna Adam,France,Belgium,ambassador,2024-01-05T10:00,2024-01-08T11:00,2024-03-20T10:00,\n"
    "Boris Ito,Japan,Belgium,ambassador,2024-02-01,,2024-03-12 9:30,2025-01-01\n"
)


def bring_in(store: Store, folder: Path, text: str, kind: str | None = None) -> ImportReport:
    path = folder / "heads.csv"
    path.write_text(text, encoding="utf-8")
    return import_files(store, [path], Lens(), kind=kind)


def lines(store: Store, name: str) -> list[Accreditation]:
    [key] = [
        each.person.id for each in store.reader.accreditation_lines(Lens())
        if each.person.title == name
    ][:1]  # fmt: skip
    person = store.reader.get(key, Lens())
    assert isinstance(person, Person)
    return person.accreditations


def test_a_table_of_heads_is_known_by_its_columns(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, HEAD + ROWS)
    assert (report.created["accreditations"], report.created["people"]) == (2, 2)
    [anna], [boris] = lines(store, "Anna Adam"), lines(store, "Boris Ito")
    assert (anna.state, anna.receiving, anna.mission_class) == ("France", "Belgium", "ambassador")
    assert anna.credentials and anna.credentials.edtf == "2024-03-20"
    assert (anna.arrived_time, anna.true_copy_time, anna.credentials_time) == (
        "10:00", "11:00", "10:00",
    )  # fmt: skip
    assert (boris.arrived_time, boris.credentials_time) == ("", "09:30")
    assert boris.true_copy is None and boris.farewell is not None


def test_the_same_table_again_creates_nothing(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, HEAD + ROWS)
    report = bring_in(store, tmp_path, HEAD + ROWS)
    assert report.created.get("accreditations", 0) == 0
    assert report.unchanged["accreditations"] == 2
    assert len(lines(store, "Anna Adam")) == 1


def test_a_later_table_completes_what_was_open(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, HEAD + ROWS)
    report = bring_in(store, tmp_path, HEAD + ROWS.replace("T10:00,\n", "T10:00,2025-05-05\n"))
    assert report.updated["accreditations"] == 1
    [anna] = lines(store, "Anna Adam")
    assert anna.farewell and anna.farewell.edtf == "2025-05-05"


def test_of_several_letters_the_first_counts_and_the_others_are_kept(
    store: Store, tmp_path: Path
) -> None:
    row = "Zoe Zed,France,Belgium,ambassador,,,2019-03-01T10:00; 2023-10-10 (new sovereign),\n"
    bring_in(store, tmp_path, HEAD + ROWS + row)
    [zoe] = lines(store, "Zoe Zed")
    assert zoe.credentials and zoe.credentials.edtf == "2019-03-01"
    assert zoe.note == "credentials: 2023-10-10 (new sovereign)"


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        (",France,Belgium,ambassador,,,2024-01-01,\n", "person", "names nobody"),
        ("Anna,,Belgium,ambassador,,,2024-01-01,\n", "state", "no sending state"),
        ("Anna,France,,ambassador,,,2024-01-01,\n", "country", "no receiving state"),
    ],
)
def test_a_row_without_its_head_or_states_is_refused(
    store: Store, tmp_path: Path, row: str, column: str, why: str
) -> None:
    report = bring_in(store, tmp_path, HEAD + ROWS + row)
    [refusal] = report.rejected
    assert (refusal["column"], why in str(refusal["why"])) == (column, True)
