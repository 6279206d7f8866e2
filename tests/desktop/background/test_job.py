"""A job tells how far it is, ends with its answer or why not, and can be cancelled."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from db import Progress, Refused, Stopped
from desktop.background.job import Job


def run_endlessly(progress: Progress) -> None:
    while True:
        progress(0, 0)


def test_the_answer_comes_with_how_far_it_was_on_the_owners_thread(qtbot: QtBot) -> None:
    events: list[object] = []

    def run(progress: Progress) -> str:
        progress(1, 2)
        return threading.current_thread().name

    job = Job("Counting", run)
    job.progressed.connect(lambda done, total: events.append((done, total)))
    job.succeeded.connect(lambda name: events.append((name, threading.current_thread())))
    job.finished.connect(lambda: events.append("finished"))
    with qtbot.waitSignal(job.finished):
        job.start()
    assert events == [(1, 2), ("job", threading.main_thread()), "finished"]


@pytest.mark.parametrize(
    ("raised", "signal"), [(Refused("No."), "refused"), (ValueError("a bug"), "failed")]
)
def test_a_refusal_and_a_bug_are_told_apart(qtbot: QtBot, raised: Exception, signal: str) -> None:
    def run(_: Progress) -> None:
        raise raised

    job = Job("Failing", run)
    with qtbot.waitSignal(getattr(job, signal)) as answer:
        job.start()
    assert answer.args == [raised]


def test_cancelled_it_says_so_and_closed_it_says_nothing(qtbot: QtBot) -> None:
    job = Job("Endless", run_endlessly)
    with qtbot.waitSignal(job.refused) as refused:
        job.start()
        job.cancel()
    assert isinstance(refused.args[0], Stopped)
    job = Job("Endless", run_endlessly)
    job.start()
    with qtbot.assertNotEmitted(job.refused, wait=50), qtbot.assertNotEmitted(job.finished):
        job.close()


def test_nobody_need_hold_it_until_it_is_done(qtbot: QtBot) -> None:
    go_on = threading.Event()
    answers: list[object] = []
    job = Job("Waiting", lambda _: go_on.wait(10))
    job.succeeded.connect(answers.append)
    job.start()
    seen = weakref.ref(job)
    del job
    gc.collect()
    go_on.set()
    qtbot.waitUntil(lambda: answers == [True])
    qtbot.waitUntil(lambda: seen() is None)


def test_what_runs_is_interrupted_and_cleaned_up_after(qtbot: QtBot) -> None:
    interrupted, calls = threading.Event(), []

    def run(_: Progress) -> None:
        assert interrupted.wait(10)
        raise Stopped("The statement was interrupted.")

    job = Job("Reading", run, interrupt=interrupted.set, clean_up=lambda: calls.append("closed"))
    with qtbot.waitSignal(job.refused):
        job.start()
        job.cancel()
    assert calls == ["closed"]
    job.cancel()  # too late, and harmless
    interrupted.clear()
    job = Job("Reading", run, interrupt=interrupted.set, clean_up=lambda: calls.append("closed"))
    job.start()
    job.close()
    assert calls == ["closed", "closed"]
