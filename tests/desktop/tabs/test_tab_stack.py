"""A tab is made when it is first needed, and all of them soon after the first is painted."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.tab_kinds import TAB_KINDS
from desktop.session.session import Session
from desktop.settings import Settings
from desktop.tabs.tab_stack import TabStack, make_tab
from desktop.tabs.timeline.timeline_tab import TimelineTab


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def made(session: Session, parent: QWidget) -> TabStack:
    return TabStack(session, Settings(), parent)


def test_only_the_tab_that_is_asked_for_is_made(made: TabStack) -> None:
    assert made.built_tabs() == {} and made.front() is None
    made.bring(2)
    assert list(made.built_tabs()) == [2] and made.front() == 2
    assert made.tab(2) is made.tab(2)


def test_the_rest_is_made_one_by_one(made: TabStack) -> None:
    told: list[str] = []
    made.added.connect(lambda tab: told.append(tab.kind))
    made.bring(1)
    assert [made.make_next() for _ in range(3)] == [True, True, False]
    assert told == ["organization", "person", "agreement", "event"]
    assert made.front() == 1
    assert not made.make_next()


def test_the_tabs_stand_in_the_order_of_their_kinds(made: TabStack) -> None:
    made.bring(3)
    assert [tab.kind for tab in made.tabs()] == [kind.kind for kind in TAB_KINDS]


def test_the_timeline_alone_has_a_band(session: Session, parent: QWidget) -> None:
    made = [make_tab(kind, session, Settings(), parent) for kind in TAB_KINDS]
    assert [isinstance(tab, TimelineTab) for tab in made] == [False, False, False, True]
