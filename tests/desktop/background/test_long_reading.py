"""Long reading tells how far it is, ends with its answer or why not, and can be given up."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db import Reader, Refused, Stopped
from desktop.background.long_reading import LongReading
from desktop.session.session import Session


@pytest.fixture
def reading(session: Session) -> LongReading:
    return LongReading(session, session)


def test_the_answer_comes_with_how_far_it_was(
    reading: LongReading, session: Session, qtbot: QtBot
) -> None:
    told: list[tuple[int, int]] = []
    reading.advanced.connect(lambda done, total: told.append((done, total)))

    def job(reader: Reader, advance: Any) -> int:
        advance(1, 2)
        return reader.count("person", session.lens)

    with qtbot.waitSignal(reading.answered, timeout=5_000) as answered:
        reading.begin("Counting", job)
        assert reading.is_running
    assert answered.args == [session.reader.count("person", session.lens)]
    assert told == [(1, 2)]
    assert not reading.is_running


@pytest.mark.parametrize(
    ("raised", "signal"), [(Refused("No."), "refused"), (ValueError("a bug"), "failed")]
)
def test_a_refusal_and_a_bug_are_told_apart(
    reading: LongReading, qtbot: QtBot, raised: Exception, signal: str
) -> None:
    def job(_reader: Reader, _advance: Any) -> None:
        raise raised

    with qtbot.waitSignal(getattr(reading, signal), timeout=5_000) as told:
        reading.begin("Failing", job)
    assert told.args == [raised]


def test_what_is_given_up_says_so_and_what_is_closed_says_nothing(
    reading: LongReading, qtbot: QtBot
) -> None:
    def endless(_reader: Reader, advance: Any) -> None:
        while True:
            advance(0, 0)

    with qtbot.waitSignal(reading.refused, timeout=5_000) as told:
        reading.begin("Endless", endless)
        reading.cancel()
    assert isinstance(told.args[0], Stopped)
    reading.begin("Endless", endless)
    with qtbot.assertNotEmitted(reading.refused, wait=50):
        reading.close()
    assert not reading.is_running
