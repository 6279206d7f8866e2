"""A small desk for each test of the pickers and tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.forms.desk import SmallDesk, open_small_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    """An open desk with a few records."""
    made = open_small_desk(tmp_path / "small.desk")
    yield made
    made.store.close()
