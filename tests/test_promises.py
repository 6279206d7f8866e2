"""Each promise of SECURITY.md names the tests that hold it, and these are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HELD = re.compile(r"`(test_\w+)`")
DEFINED = re.compile(r"^\s*def (test_\w+)\(", re.MULTILINE)


def promises() -> list[tuple[str, list[str]]]:
    """Each promise with the tests behind it."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    table = text.partition("| promise | held by |")[2].partition("\n\n")[0]
    rows = [line.strip("| ").rsplit(" | ", 1) for line in table.splitlines() if line[:2] == "| "]
    return [(says, HELD.findall(held)) for says, held in rows]


@pytest.fixture(scope="module")
def defined() -> frozenset[str]:
    """Every test function there is."""
    files = (ROOT / "tests").rglob("test_*.py")
    return frozenset(
        name for path in files for name in DEFINED.findall(path.read_text(encoding="utf-8"))
    )


def test_there_are_promises() -> None:
    assert len(promises()) >= 15


@pytest.mark.parametrize(("says", "held"), promises(), ids=lambda value: str(value)[:40])
def test_a_promise_names_tests_that_there_are(
    says: str, held: list[str], defined: frozenset[str]
) -> None:
    assert held, f"no test is named for: {says}"
    assert [name for name in held if name not in defined] == []
