"""What watches a stage tells it from within, and ends it where it is not wanted any more."""

from __future__ import annotations

import pytest

from db import Stopped
from db.desk_file.upgrade_stages import StageWatch, UpgradeStage, progress_of, stages_of


def test_a_stage_is_told_with_each_step_and_seldom_between_them() -> None:
    heard: list[tuple[int, int]] = []
    watch = StageWatch(lambda done, total: heard.append((done, total)), 2)
    watch.look()
    assert watch.look() is False, "It is wanted, and was told just now."
    watch.step()
    watch.tell(7, 9)
    assert heard == [(0, 2), (1, 2), (7, 9)]


def test_what_is_not_wanted_any_more_ends_where_it_is_looked_at() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Stopped("enough")

    with pytest.raises(Stopped):
        StageWatch(stop).look()


def test_where_nobody_listens_nothing_is_told() -> None:
    assert progress_of(None, UpgradeStage.COPY) is None
    assert stages_of(None) is None
    watch = StageWatch(None)
    watch.step()
    assert watch.look() is False


def test_one_progress_hears_all_stages() -> None:
    heard: list[int] = []
    stages = stages_of(lambda done, _total: heard.append(done))
    assert stages is not None
    for number, stage in enumerate(UpgradeStage):
        stages(stage)(number, 4)
    assert heard == [0, 1, 2, 3]
