"""Without an open log nothing is printed, and every message in the code is a constant of ours."""

import ast
import logging
from pathlib import Path

import pytest

from db.log import LOG_ROOT, logger_for

TOP = Path(__file__).resolve().parents[2]
METHODS = {"debug", "info", "warning", "error", "critical", "exception", "log"}


def test_nothing_is_printed_where_no_log_is_open(capfd: pytest.CaptureFixture[str]) -> None:
    logger_for("storage").error("A secret: %s", "Ishaq Dar")
    assert capfd.readouterr() == ("", "")
    assert not logging.getLogger(LOG_ROOT).propagate


def calls() -> list[tuple[str, ast.Call]]:
    found = []
    for file in [*(TOP / "db").rglob("*.py"), *(TOP / "desktop").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in METHODS
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "_log"
            ):
                found.append((f"{file.name}:{node.lineno}", node))
    return found


def test_every_message_is_a_constant() -> None:
    found = calls()
    assert len(found) >= 5
    wrong = [
        place
        for place, call in found
        if not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]
    assert wrong == []


def test_whoever_logs_asks_here_for_a_logger() -> None:
    """A logger under another name would be read by no test of what may be in a log."""
    wrong = [
        file.name
        for file in [*(TOP / "db").rglob("*.py"), *(TOP / "desktop").rglob("*.py")]
        if "getLogger" in file.read_text(encoding="utf-8")
        and file.name not in ("log.py", "log_file.py")
    ]
    assert wrong == []
