"""What is ordered is read and set beside the window; only the newest order is answered."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from db import DeskError, Lens
from desktop.preview.typesetting import Order, Ready, Typesetting
from desktop.printing.print_request import records_request
from desktop.session.session import Session
from tests.desktop.printing.test_print_request import key_of


class Heard:
    """What a setting told, in its order."""

    def __init__(self, setting: Typesetting) -> None:
        self.began: list[str] = []
        self.ready: list[Ready] = []
        self.refused: list[DeskError] = []
        self.failed: list[Exception] = []
        self.ended = 0
        setting.began.connect(self.began.append)
        setting.ready.connect(self.ready.append)
        setting.refused.connect(self.refused.append)
        setting.failed.connect(self.failed.append)
        setting.ended.connect(self._end)

    def _end(self) -> None:
        self.ended += 1

    def close(self) -> None:
        for ready in self.ready:
            ready.pages.close()


@pytest.fixture
def setting(session: Session) -> Typesetting:
    return Typesetting(session, session)


@pytest.fixture
def matched_words(setting: Typesetting) -> Iterator[Heard]:
    made = Heard(setting)
    yield made
    made.close()


def order(session: Session, *names: str, ceiling: int = 3) -> Order:
    ids = [key_of(session, "person", name) for name in names]
    return Order(records_request(names[0], "person", ids), Lens(ceiling=ceiling), "a4")


def wait(setting: Typesetting, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: setting.order is None, timeout=20_000)


def test_it_says_what_it_does_and_gives_the_pages(
    setting: Typesetting, matched_words: Heard, session: Session, qtbot: QtBot
) -> None:
    setting.begin(order(session, "rubio", "dar"))
    wait(setting, qtbot)
    (ready,) = matched_words.ready
    assert len(ready.pages) == ready.printed.pages == 3
    assert matched_words.began == ["Reading the records", "Laying out 3 sheets"]
    assert ready.read.change == session.reader.last_change()
    assert matched_words.ended == 1


def test_another_paper_is_set_of_what_was_read(
    setting: Typesetting, matched_words: Heard, session: Session, qtbot: QtBot
) -> None:
    first = order(session, "rubio")
    setting.begin(first)
    wait(setting, qtbot)
    setting.again(Order(first.request, first.lens, "us-letter"), matched_words.ready[0].read)
    wait(setting, qtbot)
    assert matched_words.ready[1].pages.sizes[0].toSize().toTuple() == (612, 792)
    assert matched_words.ready[1].read is matched_words.ready[0].read


def test_the_newest_order_alone_is_answered(
    setting: Typesetting, matched_words: Heard, session: Session, qtbot: QtBot
) -> None:
    for name in ("rubio", "dar", "joly"):
        setting.begin(order(session, name))
    wait(setting, qtbot)
    assert [ready.order.request.title for ready in matched_words.ready] == ["joly"]


def test_a_refusal_is_told_and_nothing_is_set(
    setting: Typesetting, matched_words: Heard, session: Session, qtbot: QtBot
) -> None:
    setting.begin(order(session, "secret agent", ceiling=0))
    wait(setting, qtbot)
    assert [str(refusal) for refusal in matched_words.refused] == [
        "The selected records are above the ceiling; raise it to print them."
    ]
    assert matched_words.ready == [] and matched_words.ended == 1


def test_a_bug_is_told_as_one(
    setting: Typesetting,
    matched_words: Heard,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("desktop.preview.typesetting.typeset", broken)
    setting.begin(order(session, "rubio"))
    wait(setting, qtbot)
    assert [type(error) for error in matched_words.failed] == [ZeroDivisionError]


@pytest.mark.parametrize("phase", ["reading", "setting"])
def test_what_is_given_up_is_let_fall(
    setting: Typesetting,
    matched_words: Heard,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    phase: str,
) -> None:
    from desktop.preview import typesetting as module

    inside, gate, real = threading.Event(), threading.Event(), module.typeset

    def slow(*args: object, **more: object) -> object:
        inside.set()
        gate.wait(10)
        return real(*args)

    monkeypatch.setattr(module, "typeset", slow)
    setting.begin(order(session, "rubio"))
    if phase == "setting":
        qtbot.waitUntil(inside.is_set)
    setting.cancel()
    gate.set()
    assert matched_words.ended == 1 and setting.order is None
    qtbot.waitUntil(lambda: setting.job is None)
    assert matched_words.ready == [] and matched_words.refused == []


def test_closing_waits_for_nothing(
    session: Session,
    setting: Typesetting,
    matched_words: Heard,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inside, gate = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> None:
        inside.set()
        gate.wait(10)
        raise ZeroDivisionError

    monkeypatch.setattr("desktop.preview.typesetting.typeset", slow)
    setting.begin(order(session, "rubio"))
    qtbot.waitUntil(inside.is_set)
    setting.close()
    assert matched_words.failed == [] and setting.job is not None
    gate.set()
    qtbot.waitUntil(lambda: setting.job is None)
    assert matched_words.failed == []
