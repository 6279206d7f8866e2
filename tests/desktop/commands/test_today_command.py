"""`today`: items by rule, with counts, and a sheet on request; nothing is changed."""

from __future__ import annotations

from pathlib import Path

from db import Event, HistoricalDate, Lens, open_desk
from tests.desktop.commands.conftest import Command

DAY = ("--as-of", "2026-06-01")


def test_what_is_due_is_told_by_rule_day_and_record(command: Command, desk: Path) -> None:
    with open_desk(desk) as store:
        visit = Event(title="Visit to Rome", start=HistoricalDate.parse("2026-06-10"))
        store.save(visit, Lens())
    before = desk.read_bytes()
    data = command("today", desk, *DAY, "--json").data
    assert data["as_of"] == "2026-06-01"
    [coming] = [item for item in data["items"] if item["rule"] == "coming"]
    assert {"rule", "day", "uid", "title", "says"} <= coming.keys()
    assert (coming["uid"], coming["day"]) == (visit.uid, "2026-06-10")
    assert coming["title"] == "Visit to Rome"
    assert data["counts"]["coming"] == 1
    assert "Visits and meetings to come (1)" in command("today", desk, *DAY).out
    assert desk.read_bytes() == before


def test_it_is_written_as_a_sheet(command: Command, desk: Path, tmp_path: Path) -> None:
    out = tmp_path / "today.html"
    answer = command("today", desk, *DAY, "--out", out, "--json")
    assert answer.status == 0 and "Today, 1 June 2026" in out.read_text(encoding="utf-8")


def test_an_ending_that_is_none_is_refused(command: Command, desk: Path, tmp_path: Path) -> None:
    assert command("today", desk, "--out", tmp_path / "today.xyz").status != 0
