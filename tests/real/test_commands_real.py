"""The commands on real files: counts, second runs, exit statuses, and naughty strings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.commands.run import run

CAPSYS = pytest.CaptureFixture[str]


def asked(capsys: CAPSYS, *arguments: object) -> tuple[int, object]:
    """Runs a command with --json: its exit status and its answer, if it gave one."""
    capsys.readouterr()
    status = run(
        [str(argument) for argument in arguments[:2]]
        + ["--json", "--"]
        + [str(argument) for argument in arguments[2:]]
    )
    out = capsys.readouterr().out
    return status, json.loads(out) if out else None


def test_trips_make_their_events_people_and_states_once(
    capsys: CAPSYS, real_data: Path, tmp_path: Path
) -> None:
    desk, file = tmp_path / "my.desk", real_data / "travels" / "trips.csv"
    run(["new", str(desk)])
    status, first = asked(capsys, "import", desk, file)
    assert (status, first["read"], first["created"]["events"]) == (0, 4271, 4271)
    assert first["created"]["people"] == 55
    status, again = asked(capsys, "import", desk, file)
    assert status == 0 and not any(again["created"].values())
    assert asked(capsys, "list", desk, "events")[1]["total"] == 4271
    by_hand = sum(
        "2010" <= row["first"][:4] <= "2011"
        for row in asked(capsys, "list", desk, "events")[1]["rows"]
    )
    capsys.readouterr()
    run(["list", str(desk), "events", "--date", "2010..2011", "--count"])
    counted = int(capsys.readouterr().out)
    assert by_hand <= counted <= by_hand + 5  # a journey may begin in the year before
    assert asked(capsys, "revert", desk, 1)[0] == 0
    assert asked(capsys, "info", desk)[1]["records"]["events"] == 0
    assert asked(capsys, "verify", desk)[1]["ok"] is True


def test_rows_that_cannot_be_taken_give_status_four_and_are_named(
    capsys: CAPSYS, real_data: Path, tmp_path: Path
) -> None:
    desk = tmp_path / "my.desk"
    run(["new", str(desk)])
    file = real_data / "treaties" / "huggo_env_original_cp1252.csv"
    status, report = asked(capsys, "import", desk, file)
    assert status == 4
    assert report["read"] == sum(report["created"].values()) - report["created"].get(
        "organizations", 0
    ) + len(report["rejected"])
    assert all(row["row"] > 1 and row["why"] for row in report["rejected"])


def test_naughty_strings_are_answered_or_refused_everywhere(
    capsys: CAPSYS, real_data: Path, tmp_path: Path
) -> None:
    desk = tmp_path / "my.desk"
    run(["new", str(desk), "--sample"])
    strings = json.loads((real_data / "text" / "naughty_strings.json").read_text(encoding="utf-8"))
    for text in strings[::5]:
        for command in ("search", "show", "holders", "history"):
            status, _ = asked(capsys, command, desk, text)
            assert status in (0, 2, 3), (command, text)
    for text in strings[::40]:
        status, _ = asked(
            capsys, "edit", desk, "Ishaq Dar", f"notes[+].text={text}", f"biography={text}"
        )
        assert status in (0, 3), text
    assert asked(capsys, "show", desk, "Ishaq Dar")[0] == 0
    assert asked(capsys, "verify", desk)[1]["ok"] is True
