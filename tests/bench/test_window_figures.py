"""Starts of ours and of the floor are measured by turns, after one of each to warm up."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.bench.ground import Ground
from tests.bench.window_figures import (
    COLUMNS_LIMIT,
    JUMPS,
    STARTS,
    columns,
    jump,
    memory,
    paint,
    start,
)


class Fake(Ground):
    """A ground that answers without a window."""

    def __init__(self, room: Path) -> None:
        super().__init__(1_000, room)
        self.asked: list[tuple[str, ...]] = []

    @contextmanager
    def copy(self) -> Iterator[Path]:
        yield self.room / "copy.desk"

    def process(self, *words: str) -> dict[str, Any]:
        self.asked.append(words)
        answers: dict[str, dict[str, Any]] = {
            "program": {"seconds": 0.75, "libraries": ["PySide6"]},
            "bare": {"seconds": 0.5},
            "jump": {"seconds": [0.004] * JUMPS},
            "columns": {"usual": [0.008] * 20, "every": [0.012] * 20},
            "memory": {"megabytes": 225.0},
            "typing": {
                "plain": [0.020] * 19 + [0.030],
                "otherwise": [0.035] * 20,
                "held": [0.004] * 29 + [0.012],
                "computed": [0.003] * 30,
            },
        }
        return answers[words[0]]


@pytest.fixture
def ground(tmp_path: Path) -> Fake:
    return Fake(tmp_path)


def test_a_start_is_ours_to_the_floor_of_the_same_libraries(ground: Fake) -> None:
    figure = start(ground)
    assert (figure.ours, figure.floor, figure.n) == (0.75, 0.5, STARTS)
    assert figure.ratio == pytest.approx(1.5)
    assert [words[0] for words in ground.asked] == ["program", "bare"] * (STARTS + 1)
    assert json.loads((ground.room / "libraries.json").read_text(encoding="utf-8")) == ["PySide6"]


def test_jumps_keep_their_limit_ninety_five_times_of_a_hundred(ground: Fake) -> None:
    figure = jump(ground)
    assert figure.ours == pytest.approx(4.0) and figure.n == JUMPS


def test_a_list_of_all_columns_is_told_beside_one_of_the_usual_ones(
    ground: Fake, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = columns(ground)
    assert figure.ours == pytest.approx(12.0)
    assert (figure.floor, figure.n) == (COLUMNS_LIMIT, 20)
    assert "usual columns 8.0 ms (limit 16); with all of them 1.50" in capsys.readouterr().err


def test_memory_is_a_share_of_its_limit(ground: Fake) -> None:
    assert memory(ground).ratio == pytest.approx(0.9)


def test_names_as_they_are_make_the_figure_and_others_are_told_beside_it(
    ground: Fake, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = paint(ground)
    assert figure.ours == pytest.approx(20.0)
    assert figure.n == 20
    told = capsys.readouterr().err
    assert "20 keys, 95 of 100 painted in 35.0 ms (limit 40)" in told
    assert "held more than 8 ms at once for 1 of 30 keys" in told
    assert "computed more than 8 ms at once for 0 of 30 keys" in told
