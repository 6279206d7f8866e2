"""`bench` prints each figure beside its floor, in the form of the contract."""

import json
from pathlib import Path

import pytest

from tests.bench import (
    figure,
    importing,
    lawful,
    locking,
    merging,
    searching,
    stored,
    window_figures,
)
from tests.bench.__main__ import FIGURES, main
from tests.bench.ground import FOLDER
from tests.bench.parts import PARTS

KEYS = ["ours", "floor", "ratio", "unit", "n", "p95", "p99"]
SIZE = 2_000


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(autouse=True)
def small_rounds(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    monkeypatch.setenv(FOLDER, str(kept))
    for module, name, value in (
        (stored, "SAVES", 20),
        (importing, "IMPORTS", 1),
        (importing, "PREVIEWED_BYTES", 300_000),
        (lawful, "AGREEMENTS", 60),
        (lawful, "CLOCKS", 1),
        (locking, "LOCKS", 1),
        (merging, "MERGES", 1),
        (searching, "QUERIES", 8),
        (searching, "SLIPS", 4),
        (window_figures, "STARTS", 1),
        (window_figures, "JUMPS", 10),
        (window_figures, "COLUMN_JUMPS", 3),
        (stored, "SORTS", 1),
        (window_figures, "QUERIES", 2),
    ):
        monkeypatch.setattr(module, name, value)


# Those that start the program, paint a window or set many pages take a minute together.
LONG = (
    "start",
    "memory",
    "jump",
    "list.columns",
    "lock",
    "unlock",
    "print",
    "search.keystroke",
    "search.paint",
    "part.chronology",
)


def each_figure() -> list[object]:
    """Every figure there is; the long ones are measured by `make test-all`."""
    names = sorted([*FIGURES, *PARTS])
    return [
        pytest.param(name, marks=[pytest.mark.slow] if name.startswith(LONG) else [])
        for name in names
    ]


@pytest.mark.parametrize("name", each_figure())
def test_a_figure_is_printed_as_the_contract_says(
    name: str, capsys: pytest.CaptureFixture[str], kept: Path
) -> None:
    assert main(["--size", str(SIZE), "--only", name, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert list(said) == [name]
    found = said[name]
    assert list(found) == KEYS
    assert found["ours"] > 0 and found["floor"] > 0 and found["n"] > 0
    assert found["ratio"] == pytest.approx(found["ours"] / found["floor"], rel=0.01)
    assert {path.suffix for path in kept.iterdir()} <= {".desk"}  # nothing else is left there


def test_people_read_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--size", str(SIZE), "--only", "save"]) == 0
    head, line, *_ = capsys.readouterr().out.splitlines()
    assert head.split()[:4] == ["figure", "ours", "floor", "ratio"]
    assert line.split()[0] == "save"


@pytest.mark.parametrize(
    ("words", "why"),
    [(["--only", "speed"], "There is no figure “speed”"), (["--size", "10"], "1,000")],
)
def test_what_cannot_be_measured_is_refused(
    words: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 3
    assert why in capsys.readouterr().err


def test_a_limit_is_held_by_the_share_that_it_names() -> None:
    made = figure.within_limit([0.001] * 98 + [0.1, 0.2], 5.0, 95)
    assert (made.ours, made.floor, made.p95, made.p99) == (1.0, 5.0, 1.0, 100.0)
    assert figure.within_limit([0.001] * 98 + [0.1, 0.2], 5.0, 99).ours == 100.0


def test_runs_against_a_floor_are_told_by_their_medians() -> None:
    made = figure.against_floor([3.0, 9.0, 4.0], [2.0, 1.0, 8.0])
    assert (made.ours, made.floor, made.ratio, made.n) == (4.0, 2.0, 2.0, 3)
