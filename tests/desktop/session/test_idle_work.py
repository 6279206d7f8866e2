"""What a desk writes when nobody types, again where it was refused, and never beside a job."""

import pytest
from pytestqt.qtbot import QtBot

from db import Person, Store, Unavailable
from desktop.background.delay import FULL_TEXT_PAUSE_MS
from desktop.session.idle_work import IdleWork
from desktop.session.session import Session
from tests.desktop.desk_store import store_of


def test_queued_full_text_is_written_when_idle(session: Session, qtbot: QtBot) -> None:
    session.save(Person(title="Ann Ashe"))
    qtbot.waitUntil(lambda: store_of(session).settle(0) == 0, timeout=3_000)


@pytest.mark.parametrize("failing", ["settle", "tidy", "make_room"])
def test_what_could_not_be_put_in_order_is_tried_again(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    monkeypatch.setattr("desktop.session.idle_work.CHECKPOINT_PAUSE_MS", 20)
    monkeypatch.setattr("desktop.session.idle_work.TIDY_PAUSE_MS", 5)
    tries: list[int] = []
    real = getattr(Store, failing)

    def fail_twice(store: Store, *given: int) -> object:
        tries.append(1)
        if len(tries) <= 2:
            raise Unavailable("The file is busy.")
        return real(store, *given)

    monkeypatch.setattr(Store, failing, fail_twice)
    session.save(Person(title="Ann Ashe"))
    qtbot.waitUntil(lambda: len(tries) > 2, timeout=5_000)


def test_full_text_left_queued_is_written_only_once_that_is_asked_for(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(store_of(session), "settle", lambda most: asked.append(most) or 0)
    qtbot.wait(2 * FULL_TEXT_PAUSE_MS)
    assert asked == []
    session.settle_soon()
    qtbot.waitUntil(lambda: bool(asked))


@pytest.mark.parametrize("is_busy", [True, False])
def test_nothing_is_written_beside_a_job(
    session: Session, monkeypatch: pytest.MonkeyPatch, is_busy: bool
) -> None:
    store = store_of(session)
    calls: list[str] = []
    monkeypatch.setattr(store, "settle", lambda most: calls.append("settle") or 0)
    monkeypatch.setattr(store, "checkpoint", lambda: calls.append("checkpoint"))
    work = IdleWork(store, lambda: is_busy, session)
    work.settle()
    work.checkpoint()
    work.stop()
    assert calls == ([] if is_busy else ["settle", "checkpoint"])
