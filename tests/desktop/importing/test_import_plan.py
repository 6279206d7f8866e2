"""What is said of an import by hand stands until something else is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db import FieldMap, FileReading, ImportReport, Mapping, shape_of
from desktop.importing.import_choice import Preview
from desktop.importing.import_plan import ImportPlan

A, B = Path("a-list.csv"), Path("b.csv")
GUESSED = Mapping(
    "people", "a-list", ("no",), True, {"name": [FieldMap("who")], "died": [FieldMap("b")]}
)


def seen(plan: ImportPlan, *maps: Mapping | None) -> ImportPlan:
    """The plan once a preview has shown these maps of its files."""
    readings = {path: plan.own_reading(path) for path in plan.paths}
    report = ImportReport(maps=[readings[path].mapping or each
                                for path, each in zip(plan.paths, maps, strict=True)])  # fmt: skip
    plan.found = Preview((), report, readings=readings)
    return plan


@pytest.fixture
def plan() -> ImportPlan:
    return seen(ImportPlan([A, B], {}), GUESSED, None)


def test_an_edit_starts_from_the_map_on_show_and_leaves_other_files_alone(plan: ImportPlan) -> None:
    plan.give_column(A, "b", "born", ["1950"])
    mapping = plan.mapping(A)
    assert mapping is not None
    assert {name: each[0].column for name, each in mapping.fields.items()} == {
        "name": "who",
        "born": "b",
    }
    assert plan.mapping(B) is None
    assert list(plan.choice.readings) == [A]


def test_two_edits_before_the_next_preview_both_stand(plan: ImportPlan) -> None:
    plan.give_column(A, "b", "born", ["1950"])
    plan.give_column(A, "x", "notes", ["y"])
    mapping = plan.mapping(A)
    assert mapping is not None and list(mapping.fields) == ["name", "born", "notes"]


def test_the_order_of_dates_stays_the_files_until_it_is_said(plan: ImportPlan) -> None:
    plan.give_column(A, "b", "born", ["1950"])
    assert plan.reading(A).mapping.day_first is None  # type: ignore[union-attr]
    plan.put_day_first(A, False)
    plan.let_create(A, True)
    assert plan.reading(A).mapping.day_first is False  # type: ignore[union-attr]


def test_the_mark_of_decimals_is_part_of_the_map_and_leaves_the_dates(plan: ImportPlan) -> None:
    plan.put_decimal(A, ",")
    mapping = plan.reading(A).mapping
    assert mapping == replace(GUESSED, day_first=None, decimal=",")
    plan.put_decimal(A, None)
    assert plan.reading(A).mapping == replace(GUESSED, day_first=None)


def test_another_sheet_takes_the_map_and_the_ticks_away(plan: ImportPlan) -> None:
    plan.skip_rows(A, [3, 4])
    plan.give_column(A, "b", "born", ["1950"])
    assert plan.reading(A).skipped_rows == {3, 4}
    plan.read_file(A, sheet="Two")
    assert plan.reading(A) == FileReading(sheet="Two")
    assert plan.mapping(A) is None
    plan.give_column(A, "b", "died", [])
    assert plan.mapping(A) is None, "an edit of what is no longer on show"


def test_another_kind_takes_the_map_away_and_keeps_how_the_file_is_read(plan: ImportPlan) -> None:
    plan.read_file(A, encoding="cp850")
    seen(plan, GUESSED, None).give_column(A, "b", "born", [])
    plan.choose_kind("events")
    assert plan.choice.kind == "events"
    assert plan.choice.readings[A] == FileReading(encoding="cp850")


def test_a_map_to_keep_holds_what_was_said_and_nothing_of_the_file_itself(plan: ImportPlan) -> None:
    assert plan.map_to_keep(A) == replace(GUESSED, scheme="", day_first=None)
    plan.read_file(A, header_row=3)
    seen(plan, GUESSED, None).put_day_first(A, True)
    kept = plan.map_to_keep(A)
    assert kept is not None
    assert (kept.header_row, kept.day_first, kept.scheme) == (3, True, "")
    assert plan.map_to_keep(B) is None


def test_a_kept_map_is_told_from_one_that_was_made_here(plan: ImportPlan) -> None:
    plan = ImportPlan([A], {shape_of(("who",)): GUESSED})
    plan.found = Preview((), ImportReport(maps=[GUESSED]), readings={A: FileReading(None, GUESSED)})
    assert plan.is_kept(A) and not plan.is_by_content
    plan.give_column(A, "b", "born", [])
    assert not plan.is_kept(A)
    plan.use_map(None)
    assert plan.is_by_content and plan.choice.kept_maps == {}


def test_what_is_carried_out_is_what_was_previewed(plan: ImportPlan) -> None:
    plan.found = replace(plan.found, readings={A: FileReading(None, GUESSED)})
    assert plan.final_choice.readings == {A: FileReading(None, GUESSED)}
