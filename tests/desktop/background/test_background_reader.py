"""The newest question of a topic is answered, urgent ones go first, no thread is left."""

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from db import Damaged, DeskError, Lens, Reader, Refused
from desktop.background.background_reader import BackgroundReader, explain_error
from desktop.session.session import Session
from tests.db.desk_sql import sql_of
from tests.desktop.desk_store import store_of


@pytest.fixture
def background_reader(session: Session) -> BackgroundReader:
    return session.background_reader


def never(refusal: DeskError) -> None:
    raise AssertionError(refusal)


def endless(reader: Reader) -> int:
    """A question that only an interrupt ends."""
    return sql_of(reader).value(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )


def test_an_answer_arrives_on_the_thread_of_the_owner(
    background_reader: BackgroundReader, qtbot: QtBot
) -> None:
    got: list[object] = []
    background_reader.ask(
        "one",
        lambda reader: threading.current_thread().name,
        lambda name: got.append((name, threading.current_thread())),
        never,
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got == [("background reader", threading.main_thread())]


def test_only_the_newest_question_of_a_topic_is_answered(
    background_reader: BackgroundReader, qtbot: QtBot
) -> None:
    got: list[int] = []
    for number in range(20):
        background_reader.ask("one", lambda reader, number=number: number, got.append, never)
    qtbot.waitUntil(background_reader.is_idle)
    assert got == [19]


def test_a_newer_question_interrupts_the_older(
    background_reader: BackgroundReader, qtbot: QtBot
) -> None:
    got: list[object] = []
    background_reader.ask("one", endless, got.append, never)
    qtbot.wait(30)
    background_reader.ask("one", lambda reader: "new", got.append, never)
    qtbot.waitUntil(background_reader.is_idle, timeout=2_000)
    assert got == ["new"]


def test_an_urgent_question_goes_first_and_the_other_is_asked_again(
    background_reader: BackgroundReader, qtbot: QtBot
) -> None:
    got: list[object] = []
    begun: list[int] = []

    def slow(reader: Reader) -> str:
        begun.append(1)
        return str(endless(reader)) if len(begun) == 1 else "slow"

    background_reader.ask("slow", slow, got.append, never)
    qtbot.waitUntil(lambda: bool(begun))
    background_reader.ask("quick", lambda reader: "quick", got.append, never, urgent=True)
    qtbot.waitUntil(background_reader.is_idle, timeout=2_000)
    assert got == ["quick", "slow"]


def test_a_question_that_is_withdrawn_is_not_answered(
    background_reader: BackgroundReader, qtbot: QtBot
) -> None:
    got: list[object] = []
    background_reader.ask("one", endless, got.append, never)
    background_reader.forget("one")
    background_reader.ask("two", lambda reader: "two", got.append, never)
    qtbot.waitUntil(background_reader.is_idle, timeout=2_000)
    assert got == ["two"]


def test_a_refusal_is_told_and_a_bug_is_not_swallowed(
    background_reader: BackgroundReader, qtbot: QtBot
) -> None:
    def refuse(reader: Reader) -> None:
        raise Refused("No.")

    def fail(reader: Reader) -> None:
        raise KeyError("bug")

    refusals: list[str] = []
    background_reader.ask("one", refuse, never, lambda refusal: refusals.append(str(refusal)))
    with qtbot.waitSignal(background_reader.failed) as failed:
        background_reader.ask("two", fail, never, never)
    assert isinstance(failed.args[0], KeyError)
    assert refusals == ["No."]


def test_a_stop_that_the_lane_did_not_ask_for_is_a_refusal(
    background_reader: BackgroundReader, qtbot: QtBot
) -> None:
    refusals: list[DeskError] = []
    background_reader.ask("one", endless, never, refusals.append)
    qtbot.wait(30)
    background_reader.reader.interrupt()
    qtbot.waitUntil(background_reader.is_idle, timeout=2_000)
    assert len(refusals) == 1


def test_closing_ends_the_thread_whatever_it_does(session: Session, qtbot: QtBot) -> None:
    background_reader = session.background_reader
    background_reader.ask("one", endless, never, never)
    qtbot.wait(30)
    background_reader.close()
    assert "background reader" not in [each.name for each in threading.enumerate()]


def test_a_withdrawn_question_ends_at_its_next_step(
    background_reader: BackgroundReader, qtbot: QtBot
) -> None:
    steps: list[int] = []
    begun = threading.Event()

    def slow(reader: Reader) -> None:
        begun.set()
        for step in range(10_000):
            steps.append(step)
            time.sleep(0.001)  # computing, where no interrupt is felt
            reader.count("person", Lens())

    background_reader.ask("one", slow, lambda _: None, lambda _: None)
    assert begun.wait(5)
    background_reader.forget("one")
    done = len(steps)
    answered: list[int] = []
    background_reader.ask(
        "two", lambda reader: reader.count("person", Lens()), answered.append, lambda _: None
    )
    qtbot.waitUntil(lambda: answered == [6])
    assert len(steps) <= done + 5


def test_a_bug_on_a_damaged_desk_is_told_as_damage(session: Session) -> None:
    store = store_of(session)
    error = TypeError()
    assert explain_error(store.reader, error) is error
    sql_of(store).run("UPDATE record SET country = x'00FF'")
    told = explain_error(store.new_reader(), error)
    assert isinstance(told, Damaged) and "country" in str(told)
    refusal = Refused("No.")
    assert explain_error(store.reader, refusal) is refusal
