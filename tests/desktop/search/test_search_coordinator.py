"""The list in front is asked first; the tabs behind follow once it has answered, or could not."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from db import DeskError, Lens, Unavailable, parse_query
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, titles

KINDS = ("person", "organization", "agreement", "event")
Asked = list[tuple[str, Callable[[DeskError], None]]]


@pytest.fixture
def asked(window: Window, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the lane is asked; its answers come as ever."""
    lane, told = window.session.lane, []
    own = lane.ask

    def ask(topic, job, answered, refused, **more):
        told.append((topic, refused))
        own(topic, job, answered, refused, **more)

    monkeypatch.setattr(lane, "ask", ask)
    return told


def hits(asked: Asked) -> list[str]:
    return [topic for topic, _ in asked if topic.startswith("hits")]


def test_the_tabs_behind_are_asked_when_the_one_in_front_has_answered(
    window: Window, qtbot: QtBot, asked: Asked
) -> None:
    window.view.search("minerals")
    assert hits(asked) == ["hits person"]
    assert window.view.is_searching and not window.view.is_whole
    settled(qtbot, window)
    assert hits(asked) == [f"hits {kind}" for kind in KINDS]
    assert not window.view.is_searching


def test_what_is_typed_meanwhile_is_all_that_they_are_asked(
    window: Window, qtbot: QtBot, asked: Asked
) -> None:
    for text in ("mi", "min", "minerals"):
        window.view.search(text)
    settled(qtbot, window)
    assert hits(asked) == ["hits person"] * 3 + [f"hits {kind}" for kind in KINDS[1:]]
    assert {tab.list.model.query.text for tab in window.view.tabs} == {"minerals"}


def test_the_tabs_behind_are_asked_also_where_the_one_in_front_is_refused(
    window: Window, qtbot: QtBot, asked: Asked
) -> None:
    window.view.search("minerals")
    topic, refused = asked[0]
    window.session.lane.forget(topic)
    refused(Unavailable("The desk cannot be read."))
    settled(qtbot, window)
    assert hits(asked) == [f"hits {kind}" for kind in KINDS]
    assert window.message.text() == "The desk cannot be read."


def test_a_tab_that_comes_to_the_front_meanwhile_shows_what_is_typed(
    window: Window, qtbot: QtBot
) -> None:
    window.view.search("washington")
    window.view.show_tab(3)
    settled(qtbot, window)
    assert titles(window) == ["Visit to Washington"]


def test_a_new_key_withdraws_what_the_tabs_behind_have_asked(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    lane = window.session.lane
    window.view.search("minerals")
    window.view._searching.catch_up()
    own_ask, own_forget = lane.ask, lane.forget

    def ask(topic, *question, **more):
        told.append(f"ask {topic}")
        own_ask(topic, *question, **more)

    def forget(topic):
        told.append(f"forget {topic}")
        own_forget(topic)

    monkeypatch.setattr(lane, "ask", ask)
    monkeypatch.setattr(lane, "forget", forget)
    window.view.search("mineral")
    before = told[: told.index("ask hits person")]
    assert {f"forget hits {kind}" for kind in KINDS[1:]} <= set(before)


def test_a_query_that_was_withdrawn_is_asked_again(window: Window, qtbot: QtBot) -> None:
    for text in ("minerals", "mineralsx", "minerals"):
        window.view.search(text)
        if text == "minerals":
            window.view._searching.catch_up()
    settled(qtbot, window)
    assert [len(tab.list.model.ids) for tab in window.view.tabs] == [
        len(window.session.reader.page(kind, parse_query("minerals"), Lens()).ids) for kind in KINDS
    ]
    assert not window.view.is_searching
