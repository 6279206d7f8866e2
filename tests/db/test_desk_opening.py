"""Opening a desk of a former format: a copy first, watched, and stopped at any stage as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import (
    Lens,
    NeedsUpgrade,
    OlderDesk,
    Progress,
    Stopped,
    UpgradeStage,
    open_desk,
    upgrade_desk,
)
from db.copies.desk_copies import CopyPlan
from db.errors import TooOld
from db.storage.engine import SCHEMA_VERSION
from tests.db.damage.desks import connected
from tests.db.test_migrations import laid


def content(path: Path) -> list[str]:
    """All that a file says, table by table, but for what tells its copies from others'."""
    raw = connected(path)
    try:
        objects = raw.execute("SELECT name, type, sql FROM sqlite_master ORDER BY 1").fetchall()
        lines = [repr(each) for each in objects]
        for name in (name for name, sort, _ in objects if sort == "table"):
            for row in raw.execute(f"SELECT * FROM {name}"):
                lines.append(f"{name} {row!r}")
        return [line for line in lines if not line.startswith("setting ('identity'")]
    finally:
        raw.close()


def identity(path: Path) -> list[tuple[str]]:
    raw = connected(path)
    try:
        found: list[tuple[str]] = raw.execute(
            "SELECT value FROM setting WHERE key = 'identity'"
        ).fetchall()
        return found
    finally:
        raw.close()


@pytest.fixture
def plan(tmp_path: Path) -> CopyPlan:
    return CopyPlan(tmp_path / "kept")


def copies_in(plan: CopyPlan) -> list[Path]:
    return sorted(plan.folder.glob("*")) if plan.folder.exists() else []


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_desk_of_each_format_is_upgraded_with_a_copy_first_and_watched(
    tmp_path: Path, plan: CopyPlan, version: int
) -> None:
    laid(path := tmp_path / "kept.desk", version)
    before = content(path)
    heard: dict[UpgradeStage, list[tuple[int, int]]] = {}

    def begin(stage: UpgradeStage) -> Progress:
        return lambda done, total: heard.setdefault(stage, []).append((done, total))

    says = upgrade_desk(path, "", plan, begin)
    [copy] = copies_in(plan)
    assert str(copy) in says
    assert content(copy) == before
    assert list(heard) == list(UpgradeStage)
    assert heard[UpgradeStage.STEPS][-1] == (SCHEMA_VERSION - version,) * 2
    assert heard[UpgradeStage.SEARCH][-1][0] == heard[UpgradeStage.SEARCH][-1][1]
    with open_desk(path, older=OlderDesk.REFUSED) as store:
        assert store.info(Lens()).version == SCHEMA_VERSION


@pytest.mark.parametrize("stage", UpgradeStage)
@pytest.mark.parametrize("ends", [Stopped("enough"), KeyboardInterrupt()])
def test_an_upgrade_that_is_stopped_leaves_the_desk_as_it_was(
    tmp_path: Path, plan: CopyPlan, stage: UpgradeStage, ends: BaseException
) -> None:
    laid(path := tmp_path / "kept.desk", 5)
    before = content(path)

    def begin(reached: UpgradeStage) -> Progress:
        def step(_done: int, _total: int) -> None:
            if reached is stage:
                raise ends

        return step

    with pytest.raises((Stopped, KeyboardInterrupt)) as told:
        upgrade_desk(path, "", plan, begin)
    if isinstance(told.value, Stopped) and stage is not UpgradeStage.COPY:
        assert str(told.value) == "kept.desk was not brought up to date; it is as it was."
    is_copied = stage is not UpgradeStage.COPY
    assert len(copies_in(plan)) == is_copied
    assert content(path) == before
    assert len(identity(path)) == is_copied, "What was not copied needs no name."
    assert {each.name for each in tmp_path.glob("kept.desk*")} <= {"kept.desk", "kept.desk.lock"}
    with open_desk(path) as store:
        assert store.verify() == []


def test_an_older_desk_that_is_not_to_be_upgraded_here_is_refused_untouched(tmp_path: Path) -> None:
    laid(path := tmp_path / "kept.desk", 9)
    before = path.read_bytes()
    with pytest.raises(NeedsUpgrade):
        open_desk(path, older=OlderDesk.REFUSED)
    with pytest.raises(TooOld, match="open it once for writing"):
        open_desk(path, older=OlderDesk.REFUSED, read_only=True)
    assert path.read_bytes() == before
