"""Each measurement with a window answers in a process of its own, on a small desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.ground import FOLDER, Ground, ground
from tests.bench.screen import MEASURES
from tests.bench.window_figures import JUMP_LIMIT, MEMORY_LIMIT, jump, memory

SIZE = 200


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER, str(tmp_path_factory.mktemp("kept")))
        with ground(SIZE) as opened:
            yield opened


def test_the_program_is_measured_until_its_list_is_painted(made: Ground) -> None:
    with made.copy() as path:
        answer = made.process("program", str(path))
    assert 0 < answer["seconds"] < 60
    assert "PySide6.QtWidgets" in answer["libraries"]
    assert not any(name.startswith(("desktop", "db.")) for name in answer["libraries"])


def test_the_bare_window_imports_the_same_libraries(made: Ground, tmp_path: Path) -> None:
    libraries = tmp_path / "libraries.json"
    libraries.write_text('["PySide6.QtCore", "sqlalchemy"]', encoding="utf-8")
    assert 0 < made.process("bare", str(libraries))["seconds"] < 60


def test_a_jump_ends_when_its_row_is_painted(made: Ground) -> None:
    with made.copy() as path:
        answer = made.process("jump", str(path), "5")
    assert len(answer["seconds"]) == 5 and min(answer["seconds"]) > 0


def test_figures_of_the_window_stand_beside_their_limits(
    made: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"jump": {"seconds": [0.008] * 20}, "memory": {"megabytes": 200.0}}
    monkeypatch.setattr(Ground, "process", lambda self, what, *more: answers[what])
    assert jump(made).ratio == pytest.approx(8.0 / JUMP_LIMIT)
    assert memory(made).ratio == pytest.approx(200.0 / MEMORY_LIMIT)


def test_every_measurement_is_named() -> None:
    assert {"program", "bare", "jump", "memory"} <= set(MEASURES)
