"""A window's session on the cabinet of `tests.cabinet_desk`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import make_desk, open_desk
from desktop.session.session import Session
from tests.cabinet_desk import Cabinet, fill_cabinet


@dataclass
class OpenCabinet:
    """The session, and the records it was made of."""

    session: Session
    cabinet: Cabinet


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[OpenCabinet]:
    """The cabinet open in a session, on the day after the reshuffle."""
    path = tmp_path / "cabinet.desk"
    make_desk(path, name="Cabinet")
    store = open_desk(path)
    cabinet = fill_cabinet(store)
    session = Session(store)
    session.stand_on("2025-06-30")
    yield OpenCabinet(session, cabinet)
    session.close()
