"""The command `retention`: what is due, and until when the records of a topic are kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.run import run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "own.desk"
    assert run(["new", str(path), "--sample"]) == 0
    return path


def test_what_is_due_is_listed_and_a_topic_is_kept_until_a_day(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ask(*arguments: str) -> Any:
        capsys.readouterr()
        assert run(["retention", str(desk), *arguments, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    assert run(["edit", str(desk), "Ishaq Dar", "keep_until=1 March 2020"]) == 0
    data = ask()
    assert [(each["title"], each["day"]) for each in data["due"]] == [("Ishaq Dar", "2020-03-01")]
    topic = data["topics"][0]["topic"]
    data = ask("--topic", topic, "--until", "6 April 2021")
    assert data["topics"][0]["keep_until"] == "2021-04-06"
    assert {"Ishaq Dar", topic} == {each["title"] for each in data["due"]}
    assert ask("--as-of", "2020-02-01")["due"] == []
    assert ask("--topic", topic, "--until", "none")["topics"][0]["keep_until"] is None
    assert run(["today", str(desk), "--json"]) == 0
    assert '"rule": "retention"' in capsys.readouterr().out


def test_what_is_no_day_or_no_topic_is_refused(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["retention", str(desk), "--topic", "no such", "--until", "2030-01-01"]) == 3
    assert run(["retention", str(desk), "--topic", "x", "--until", "2030"]) == 3
    assert run(["retention", str(desk), "--until", "2030-01-01"]) == 2
    assert "Due (0)" in (run(["retention", str(desk)]), capsys.readouterr().out)[1]
