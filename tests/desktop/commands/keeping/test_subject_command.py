"""The command `subject`: all that is held on a record, as text, JSON and a sheet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import TracePlace
from desktop.commands.run import run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "own.desk"
    assert run(["new", str(path), "--sample"]) == 0
    assert run(["edit", str(path), "Ishaq Dar", "biography=A minister"]) == 0
    return path


def test_everything_is_told_in_json_by_place(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["subject", str(desk), "Ishaq", "Dar", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["record"]["title"] == "Ishaq Dar"
    assert set(data["held"]) == {place.value for place in TracePlace}
    newest = data["held"]["history"][0]
    assert newest["changed"][0]["after"] == "A minister"
    assert newest["by"] and newest["when"]
    assert all(each["uid"] for each in data["held"]["others"])
    assert data["withheld"] == 0


def test_it_is_read_as_text_and_written_as_a_sheet(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "held.html"
    assert run(["subject", str(desk), "Ishaq Dar", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "All we hold on Ishaq Dar" in said and "History (" in said
    assert "A minister" in out.read_text("utf-8")
    assert run(["subject", str(desk), "Ishaq Dar", "--out", str(tmp_path / "held.txt")]) == 2
    assert run(["subject", str(desk), "Nobody at all"]) == 3
