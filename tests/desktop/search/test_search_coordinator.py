"""One state of a search: the list in front is asked first, then the tabs behind; Enter opens the
best hit wherever it is, also before the hits have come.
"""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import DeskError, Lens, Unavailable, parse_query
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, titles

KINDS = ("person", "organization", "agreement", "event")
Asked = list[tuple[str, Callable[[DeskError], None]]]


@pytest.fixture
def asked(window: Window, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the background reader is asked; its answers come as ever."""
    reader, told = window.session.background_reader, []
    own = reader.ask

    def ask(topic: str, job: Any, answered: Any, refused: Any, **more: Any) -> None:
        told.append((topic, refused))
        own(topic, job, answered, refused, **more)

    monkeypatch.setattr(reader, "ask", ask)
    return told


def hits(asked: Asked) -> list[str]:
    return [topic for topic, _ in asked if topic.startswith("hits")]


def test_the_tabs_behind_are_asked_when_the_one_in_front_has_answered(
    window: Window, qtbot: QtBot, asked: Asked
) -> None:
    window.searching.search("minerals")
    assert hits(asked) == ["hits person"]
    assert window.searching.is_under_way and not window.view.is_whole
    settled(qtbot, window)
    assert hits(asked) == [f"hits {kind}" for kind in KINDS]
    assert not window.searching.is_under_way


def test_what_is_typed_meanwhile_is_all_that_they_are_asked(
    window: Window, qtbot: QtBot, asked: Asked
) -> None:
    for text in ("mi", "min", "minerals"):
        window.searching.search(text)
    settled(qtbot, window)
    assert hits(asked) == ["hits person"] * 3 + [f"hits {kind}" for kind in KINDS[1:]]
    assert {tab.list.model.query.text for tab in window.view.tabs} == {"minerals"}


def test_the_tabs_behind_are_asked_also_where_the_one_in_front_is_refused(
    window: Window, qtbot: QtBot, asked: Asked
) -> None:
    window.searching.search("minerals")
    topic, refused = asked[0]
    window.session.background_reader.forget(topic)
    refused(Unavailable("The desk cannot be read."))
    settled(qtbot, window)
    assert hits(asked) == [f"hits {kind}" for kind in KINDS]
    assert window.message.text() == "The desk cannot be read."


def test_a_tab_that_comes_to_the_front_meanwhile_shows_what_is_typed(
    window: Window, qtbot: QtBot
) -> None:
    window.searching.search("washington")
    window.view.show_tab(3)
    settled(qtbot, window)
    assert titles(window) == ["Visit to Washington"]


def test_a_new_key_withdraws_what_the_tabs_behind_have_asked(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    reader = window.session.background_reader
    window.searching.search("minerals")
    window.searching.catch_up()
    own_ask, own_forget = reader.ask, reader.forget

    def ask(topic: str, *question: Any, **more: Any) -> None:
        told.append(f"ask {topic}")
        own_ask(topic, *question, **more)

    def forget(topic: str) -> None:
        told.append(f"forget {topic}")
        own_forget(topic)

    monkeypatch.setattr(reader, "ask", ask)
    monkeypatch.setattr(reader, "forget", forget)
    window.searching.search("mineral")
    before = told[: told.index("ask hits person")]
    assert {f"forget hits {kind}" for kind in KINDS[1:]} <= set(before)


def test_a_query_that_was_withdrawn_is_asked_again(window: Window, qtbot: QtBot) -> None:
    for text in ("minerals", "mineralsx", "minerals"):
        window.searching.search(text)
        if text == "minerals":
            window.searching.catch_up()
    settled(qtbot, window)
    assert [len(tab.list.model.ids) for tab in window.view.tabs] == [
        len(window.session.reader.page(kind, parse_query("minerals"), Lens()).ids) for kind in KINDS
    ]
    assert not window.searching.is_under_way


def on_show(window: Window) -> tuple[str, str]:
    reading = window.view.tab.pane.reading
    return window.view.tab.kind, reading.record.title if reading is not None else ""


def enter(window: Window, qtbot: QtBot, typed: str) -> None:
    """Types and presses Enter at once."""
    box = window.bar.search
    box.clear()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settled(qtbot, window)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("rubio", ("person", "Marco Rubio")),
        ("frontier works", ("organization", "Frontier Works Organization")),
        ("memorandum", ("agreement", "Memorandum on critical minerals")),
        ("visit to washington", ("event", "Visit to Washington")),
        ("rubbio", ("person", "Marco Rubio")),
    ],
)
def test_enter_opens_the_best_hit_over_all_tabs(
    window: Window, qtbot: QtBot, typed: str, found: tuple[str, str]
) -> None:
    enter(window, qtbot, typed)
    assert on_show(window) == found


def test_the_tab_in_front_goes_before_its_equals(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(3)
    enter(window, qtbot, "minerals")
    assert on_show(window) == ("event", "Call on minerals")


def test_what_was_walked_to_is_opened_instead(window: Window, qtbot: QtBot) -> None:
    box = window.bar.search
    qtbot.keyClicks(box, "munir")
    settled(qtbot, window)
    second = window.view.tab.list.model.line(1).title
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert on_show(window) == ("person", second)


def test_nothing_is_opened_when_something_else_is_typed_meanwhile(
    window: Window, qtbot: QtBot
) -> None:
    before = window.view.tab.kind
    box = window.bar.search
    qtbot.keyClicks(box, "memorandum")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "x")
    settled(qtbot, window)
    assert window.view.tab.kind == before


def test_no_hit_opens_nothing(window: Window, qtbot: QtBot) -> None:
    shown = on_show(window)
    enter(window, qtbot, "qqqqzzzz")
    assert on_show(window)[0] == shown[0]


def test_exact_keeps_out_what_is_spelt_otherwise_and_what_goes_on(
    window: Window, qtbot: QtBot
) -> None:
    model = window.view.tab.list.model
    window.bar.search.setText("rubbio")
    settled(qtbot, window)
    assert len(model.ids) == 1
    window.menus.action("exact").trigger()
    settled(qtbot, window)
    assert len(model.ids) == 0
    window.bar.search.setText("rubi country:us")
    settled(qtbot, window)
    assert len(model.ids) == 0
    window.view.tab.list.chips.dropped.emit(0)
    assert window.bar.search.text() == "rubi"
    window.menus.action("exact").trigger()
    settled(qtbot, window)
    assert len(model.ids) == 1
