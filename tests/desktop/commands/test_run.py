"""The exit statuses of the contract, and a report instead of a traceback for a bug."""

import argparse
from pathlib import Path

import pytest

from db import Invalid, Refused, open_desk
from desktop.commands import run as running
from desktop.commands.console.output import BUG, DONE, REFUSED, USAGE, Result, WrongUsage
from desktop.commands.run import readable, run
from tests.db.desk_sql import sql_of
from tests.desktop.commands.conftest import Command


def answering(monkeypatch: pytest.MonkeyPatch, answer: Exception | Result) -> None:
    def command(_: argparse.Namespace) -> Result:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(running, "function_of", lambda name: command)


@pytest.mark.parametrize(
    ("answer", "status", "says"),
    [
        (Result(None, ["fine"]), DONE, "fine"),
        (Refused("It is held."), REFUSED, "It is held."),
        (WrongUsage("No."), USAGE, "aide-memoire info: No."),
        (Invalid({"born": "No day.", "title": "Empty."}), REFUSED, "born: No day."),
    ],
)
def test_an_answer_has_its_exit_status_and_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: Exception | Result,
    status: int,
    says: str,
) -> None:
    answering(monkeypatch, answer)
    assert run(["info", "my.desk"]) == status
    told = capsys.readouterr()
    assert says in told.out + told.err


def test_a_bug_leaves_a_report_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, ZeroDivisionError("what the desk says"))
    assert run(["info", "my.desk"]) == BUG
    told = capsys.readouterr().err
    assert "Traceback" not in told
    report = Path(told.strip().rpartition(" ")[2].rstrip("."))
    said = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in said and "test_run.py, line " in said
    assert "what the desk says" not in said


def test_letters_that_are_no_text_are_replaced_but_not_in_file_names() -> None:
    odd = "caf\udce9"
    given = readable(argparse.Namespace(desk=odd, query=odd, what=[odd], limit=3))
    assert given.desk == odd
    assert given.query == "caf?"
    assert given.what == ["caf?"]
    assert given.limit == 3


def test_a_command_that_read_past_damage_says_so_and_ends_with_4(
    command: Command, desk: Path
) -> None:
    assert command("list", desk, "people").status == 0
    with open_desk(desk) as store:
        sql_of(store).run("UPDATE record SET marking = 1.5 WHERE kind = 'person'")
        total = sql_of(store).value("SELECT count(*) FROM record WHERE kind = 'person'")
    answer = command("list", desk, "people", "--json")
    assert answer.status == 4 and answer.data["total"] == 0
    assert f"{total} records are left out of all lists" in answer.err
    assert command("list", desk, "agreements").status == 4
