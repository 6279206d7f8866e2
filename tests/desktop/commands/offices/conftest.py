"""The cabinet of `tests.cabinet_desk` in a file, for commands of offices."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import make_desk, open_desk
from tests.cabinet_desk import fill_cabinet


@pytest.fixture
def cabinet_file(tmp_path: Path) -> Path:
    """The cabinet's desk, closed."""
    path = tmp_path / "cabinet.desk"
    make_desk(path, name="Cabinet")
    with open_desk(path) as opened:
        fill_cabinet(opened)
    return path
