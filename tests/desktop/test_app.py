"""What escapes is told in one sentence: a refusal as it stands, a bug with a written report."""

from pathlib import Path

from db import Refused
from desktop.app import ErrorHook, write_report
from desktop.window import Window


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_a_refusal_is_its_own_sentence(start: Window, tmp_path: Path) -> None:
    ErrorHook(start, tmp_path).take(raised(Refused("The date is none.")))
    assert start.message.text() == "The date is none."
    assert list(tmp_path.iterdir()) == []


def test_a_bug_is_told_and_its_report_names_the_place(start: Window, tmp_path: Path) -> None:
    ErrorHook(start, tmp_path / "log").take(raised(KeyError("bug")))
    (report,) = (tmp_path / "log").iterdir()
    assert str(report) in start.message.text()
    assert "test_app.py" in report.read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert write_report(tmp_path / "file", ["line"]) is None
