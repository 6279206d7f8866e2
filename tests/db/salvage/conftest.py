"""Whole desks that the tests of this folder damage, made once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.salvage.damaged_desk import DamagedDesk
from db.salvage.page_file import PageFile, key_for
from db.storage.files.file_handle import DeskFile
from tests.db.damage.desks import PASSPHRASE
from tests.db.salvage.salvage_rounds import Base, base_of, large


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Base:
    return base_of(large(tmp_path_factory.mktemp("plain") / "whole.desk"), "")


@pytest.fixture(scope="session")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> Base:
    path = tmp_path_factory.mktemp("encrypted") / "whole.desk"
    return base_of(large(path, PASSPHRASE), PASSPHRASE)


@pytest.fixture(params=["plain", "encrypted"])
def base(request: pytest.FixtureRequest) -> Base:
    found: Base = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def found(plain: Base) -> Iterator[DamagedDesk]:
    """The rows of a whole plain desk."""
    with closing(DeskFile(plain.path)) as file:
        yield DamagedDesk(PageFile(file))


def pages_of(path: Path, passphrase: str) -> tuple[DeskFile, PageFile]:
    """A desk's pages, with the file to be closed."""
    file = DeskFile(path)
    return file, PageFile(file, key_for(file, passphrase) if passphrase else None)
