"""A small desk for each test of the forms."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.small_desk import SmallDesk, copy_small_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    """An open desk with a few records."""
    made = copy_small_desk(tmp_path)
    yield made
    made.store.close()
