"""`check`: findings and counts as the contract says; nothing is changed."""

from __future__ import annotations

from pathlib import Path

from db import Agreement, Lens, open_desk
from tests.desktop.commands.conftest import Command

KEYS = ["rule", "severity", "uid", "title", "on", "says", "field"]


def never_in_force(desk: Path) -> str:
    from db import HistoricalDate

    with open_desk(desk) as store:
        pact = Agreement(title="Pact", terminated=HistoricalDate.parse("1980"))
        store.save(pact, Lens())
        return pact.uid


def test_the_sample_is_in_order(command: Command, sample: Path) -> None:
    data = command("check", sample, "--json").data
    assert data["findings"] == []
    assert {each["rule"] for each in data["missing"]} == set(data["counts"])
    assert "0 findings; nothing was changed." in command("check", sample).out


def test_a_finding_has_rule_severity_record_and_sentence(command: Command, desk: Path) -> None:
    uid = never_in_force(desk)
    before = desk.read_bytes()
    answer = command("check", desk, "--json")
    [found] = [each for each in answer.data["findings"] if each["title"] == "Pact"]
    assert answer.status == 0 and list(found) == KEYS
    assert (found["rule"], found["severity"]) == ("terminated-never-in-force", "note")
    assert (found["uid"], found["on"]) == (uid, "Pact")
    assert answer.data["counts"]["terminated-never-in-force"] == 1
    assert (
        "Pact: Terminated 1980, and no entry into force is recorded." in command("check", desk).out
    )
    assert desk.read_bytes() == before


def test_a_kind_narrows(command: Command, desk: Path) -> None:
    never_in_force(desk)
    assert command("check", desk, "--kind", "people", "--json").data["counts"] == {}
