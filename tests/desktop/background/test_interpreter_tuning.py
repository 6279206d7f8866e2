"""While a window is open garbage is collected by its thread alone, and all is put back after it."""

import gc
import sys
import threading
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from desktop.background.interpreter_tuning import SWITCH_SECONDS, interpreter_tuned_for_window
from desktop.background.job import Job

MANY_RINGS = 1_000_000  # more than the window leaves lying while it has a turn now and then


class Ring:
    """Hold itself, so that only a collection ends it; note on which thread it did."""

    ended: ClassVar[list[str]] = []

    def __init__(self) -> None:
        self.other = self

    def __del__(self) -> None:
        self.ended.append(threading.current_thread().name)


def test_what_a_thread_leaves_is_collected_meanwhile_by_the_window(qtbot: QtBot) -> None:
    Ring.ended.clear()

    def run(_: object) -> None:
        for _ in range(MANY_RINGS):
            if Ring.ended:
                return
            Ring()

    with interpreter_tuned_for_window():
        job = Job("Making rings", run)
        with qtbot.waitSignal(job.succeeded, timeout=60_000):
            job.start()
            qtbot.waitUntil(lambda: bool(Ring.ended), timeout=60_000)
    assert set(Ring.ended) == {threading.main_thread().name}


@pytest.mark.parametrize("was_collecting", [True, False])
def test_everything_is_put_back(qtbot: QtBot, was_collecting: bool) -> None:
    interval = sys.getswitchinterval()
    (gc.enable if was_collecting else gc.disable)()
    try:
        with pytest.raises(KeyError), interpreter_tuned_for_window():
            assert not gc.isenabled()
            assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)
            raise KeyError
        assert gc.isenabled() == was_collecting
        assert sys.getswitchinterval() == interval
    finally:
        gc.enable()
