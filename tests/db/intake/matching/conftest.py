"""The desk of near names, made once for all tests of matching; none of them changes it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import Store, make_desk, open_desk
from tests.db.intake.matching.desk_of_names import fill_desk


@pytest.fixture(scope="package")
def named_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("names") / "names.desk"
    make_desk(path, name="Names")
    with open_desk(path) as opened:
        fill_desk(opened)
        yield opened
