"""Times that nobody keeps go through every command: told, or refused in words, never a hang."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Agreement, Event, HistoricalDate, Lens, Party, PartyAction, Ref, make_desk, open_desk
from db.tables.records import Organization
from tests.desktop.commands.conftest import Command

LENS = Lens("2026-06-01")
DATE = HistoricalDate.parse
ENDS = {"Egypt rises": "-4712-01-01", "Last day": "9999-12-31"}
NEVER = "500 deposits + 90 days"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("odd") / "odd.desk"
    make_desk(path, name="Odd")
    with open_desk(path) as store:
        kenya = Organization(title="Kenya", kind="state", country="ke")
        store.save(kenya, LENS)
        for title, start in ENDS.items():
            store.save(Event(title=title, start=DATE(start), end=DATE(start)), LENS)
        whole = Event(title="Whole", start=DATE("2025"))
        store.save(whole, LENS)
        part = Event(title="Part", start=DATE("2025"), part_of=Ref(whole.id, "Whole", "event"))
        store.save(part, LENS)
        act = PartyAction(action="ratified", date=DATE("2001-01-01"))
        who = Party(who=Ref(kenya.id, "Kenya", "organization"), actions=[act])
        pact = Agreement(title="Pact", in_force_rule=NEVER, laterality="multilateral",
                         parties=[who])  # fmt: skip
        store.save(pact, LENS)
    return path


@pytest.fixture
def odd(kept: Path, tmp_path: Path) -> Path:
    made = tmp_path / "odd.desk"
    made.write_bytes(kept.read_bytes())
    return made


@pytest.mark.parametrize("title", ENDS)
def test_the_ends_of_time_are_listed_shown_and_printed(
    odd: Path, command: Command, tmp_path: Path, title: str
) -> None:
    assert title in [row["title"] for row in command("list", odd, "events", "--json").data["rows"]]
    assert command("show", odd, title, "--json").data["start"]["edtf"] == ENDS[title]
    for day in ("-4712-01-01", "9999-12-31"):
        for asked in (["list", odd, "events"], ["today", odd], ["show", odd, title]):
            assert command(*asked, "--as-of", day, "--json").data
    out = tmp_path / "chronology.html"
    assert command("print", odd, "chronology", "--out", out, "--json").data["file"]
    assert title in out.read_text()


def test_a_clause_that_is_never_met_says_what_is_missing(odd: Path, command: Command) -> None:
    told = command("clock", odd, "pact", "--json").data
    assert told["status"] in ("not in force", "uncertain") and told["in_force"] is None
    assert "499 more ratifications, then 90 days" in told["missing"]
    (row,) = command("list", odd, "agreements", "--json").data["rows"]
    assert "in force" not in row["status"].replace("not in force", "")


@pytest.mark.parametrize("text", ["2025-02-30", "31 June 2024", "2025-13-01"])
def test_a_day_outside_the_calendar_is_refused(odd: Path, command: Command, text: str) -> None:
    told = command("edit", odd, "whole", f"start={text}", may_fail=True)
    assert told.status == 3 and len(told.err.split()) > 5
    assert command("date", text, "--json", may_fail=True).data["why"]
    as_of = command("list", odd, "events", "--as-of", text, may_fail=True)
    assert as_of.status in (2, 3) and as_of.err


def test_a_circle_of_events_is_refused_or_told(odd: Path, command: Command) -> None:
    told = command("edit", odd, "whole", "part_of=Part", may_fail=True)
    rules = {each["rule"] for each in command("check", odd, "--json").data["findings"]}
    assert told.status == 3 or "circle" in rules
    assert command("show", odd, "whole", "--json").data["title"] == "Whole"
