"""A worker answers the newest question of each topic, and ends when it is told."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from db import DeskError, Refused, Stopped
from desktop.background.worker import Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker("worker under test")
    yield made
    made.close()
    assert "worker under test" not in [each.name for each in threading.enumerate()]


def never(refusal: DeskError) -> None:
    raise AssertionError(refusal)


def test_work_that_cannot_be_interrupted_is_done_and_its_stale_answer_let_fall(
    worker: Worker, qtbot: QtBot
) -> None:
    begun, go_on, got = threading.Event(), threading.Event(), []

    def slow() -> str:
        begun.set()
        assert go_on.wait(10)
        return "old"

    worker.put("one", slow, got.append, never)
    assert begun.wait(10)
    worker.put("one", lambda: "new", got.append, never)
    go_on.set()
    qtbot.waitUntil(worker.is_idle)
    assert got == ["new"]


def test_an_answer_of_none_comes_although_an_urgent_question_was_put(
    worker: Worker, qtbot: QtBot
) -> None:
    begun, go_on, got, done = threading.Event(), threading.Event(), [], []

    def slow() -> None:
        done.append(1)
        begun.set()
        assert go_on.wait(10)

    worker.put("one", slow, got.append, never)
    assert begun.wait(10)
    worker.put("two", lambda: "quick", got.append, never, urgent=True)
    go_on.set()
    qtbot.waitUntil(worker.is_idle)
    assert got == [None, "quick"] and done == [1]


def test_a_refusal_goes_to_who_asked_and_a_bug_to_the_worker(worker: Worker, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise Refused("No.")

    def stop() -> None:
        raise Stopped("Stopped.")

    refusals: list[str] = []
    worker.put("one", refuse, never, lambda refusal: refusals.append(str(refusal)))
    worker.put("two", stop, never, lambda refusal: refusals.append(str(refusal)))
    with qtbot.waitSignal(worker.failed) as failed:
        worker.put("three", lambda: {}["bug"], never, never)
    assert isinstance(failed.args[0], KeyError)
    assert refusals == ["No.", "Stopped."]


def test_what_is_stopped_answers_nothing_and_can_be_waited_for_elsewhere(qtbot: QtBot) -> None:
    begun, go_on, got = threading.Event(), threading.Event(), []

    def slow() -> None:
        begun.set()
        assert go_on.wait(10)

    worker = Worker("worker under test")
    worker.put("one", slow, got.append, never)
    worker.put("two", lambda: 2, got.append, never)
    assert begun.wait(10)
    worker.stop()
    waiting = threading.Thread(target=worker.join)
    waiting.start()
    go_on.set()
    waiting.join(10)
    qtbot.wait(20)
    assert not waiting.is_alive() and got == []
