"""A report of a bug tells where it happened and nothing of what is on the desk."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import StatementError

from desktop.app import ErrorHook
from desktop.bug_report import MAX_FRAMES, report_lines, write_report
from desktop.commands import run as running
from desktop.window.main_window import Window

WORD = "zebrafinch"


def by_key() -> None:
    {}[f"title {WORD}"]


def by_statement() -> None:
    with create_engine("sqlite://").connect() as connection:
        connection.execute(text("SELECT * FROM missing WHERE title = :title"), {"title": WORD})


def by_value() -> None:
    with create_engine("sqlite://").connect() as connection:
        connection.execute(text("SELECT :title"), {"title": {WORD}})


def by_chain() -> None:
    try:
        try:
            by_key()
        except KeyError as error:
            raise ValueError(f"“{WORD}” is none") from error
    except ValueError:
        raise RuntimeError(WORD)  # noqa: B904


def by_note() -> None:
    error = LookupError("plain")
    error.add_note(f"while saving {WORD}")
    raise error


def by_group() -> None:
    raise ExceptionGroup(WORD, [ValueError(WORD), KeyError(WORD)])


def by_path() -> None:
    Path(f"/nowhere/{WORD}").read_text(encoding="utf-8")


def by_text() -> None:
    f"{WORD}\ud800".encode()


def by_number() -> None:
    int(WORD)


def by_code() -> None:
    exec(f"{WORD}()", {})


FAULTS = (
    by_key,
    by_statement,
    by_value,
    by_chain,
    by_note,
    by_group,
    by_path,
    by_text,
    by_number,
    by_code,
)


def caught(fault: Callable[[], None]) -> Exception:
    secret = WORD  # a local value of the frame
    try:
        fault()
    except Exception as error:
        assert secret
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_report_holds_no_word_of_the_desk(fault: Callable[[], None]) -> None:
    error = caught(fault)
    said = "\n".join(report_lines(error))
    assert WORD not in said
    assert type(error).__name__ in said
    assert "test_bug_report.py, line " in said and "in caught" in said


def test_a_statement_s_parameters_are_in_its_message() -> None:
    assert WORD in str(caught(by_statement))  # or the test above would prove nothing
    assert isinstance(caught(by_statement), StatementError)


def test_a_chain_is_told_from_its_first_cause() -> None:
    said = report_lines(caught(by_chain))
    order = [line for line in said if line in ("KeyError", "ValueError", "RuntimeError")]
    assert order == ["KeyError", "ValueError", "RuntimeError"]


def test_a_ring_of_causes_and_a_deep_call_end() -> None:
    one, other = ValueError(WORD), KeyError(WORD)
    one.__cause__, other.__cause__ = other, one
    assert len(report_lines(one)) < 20

    def deeper() -> None:
        deeper()

    assert len(report_lines(caught(deeper))) < MAX_FRAMES + 20


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_what_the_window_writes_holds_none_either(
    start: Window, tmp_path: Path, fault: Callable[[], None]
) -> None:
    ErrorHook(start.notify, start.damage, tmp_path / "log").take(caught(fault))
    (report,) = (tmp_path / "log").iterdir()
    assert WORD not in report.read_text(encoding="utf-8")
    assert WORD not in start.message.text()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_what_a_command_writes_holds_none_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: Callable[[], None]
) -> None:
    def command(_: argparse.Namespace) -> None:
        fault()

    monkeypatch.setattr(running, "function_of", lambda name: command)
    assert running.run(["info", "my.desk"]) == 1
    told = capsys.readouterr().err
    report = Path(told.strip().rpartition(" ")[2].rstrip("."))
    assert WORD not in told + report.read_text(encoding="utf-8")


def test_a_report_is_written_elsewhere_when_the_log_folder_takes_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked, other = tmp_path / "file", tmp_path / "other"
    blocked.touch()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(other))
    report = write_report(ValueError(WORD), blocked / "logs")
    assert report is not None and report.parent == other
    assert WORD not in report.read_text(encoding="utf-8")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(blocked / "too"))
    assert write_report(ValueError(WORD), blocked / "logs") is None
