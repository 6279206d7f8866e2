"""The stack shows one thing at a time, and tells whoever follows the desk in time."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import open_desk
from desktop.search.search_box import SearchBox
from desktop.search.search_coordinator import SearchCoordinator
from desktop.settings import CEILING, Settings
from desktop.window.desk_stack import DeskStack


@pytest.fixture
def stack(qtbot: QtBot) -> DeskStack:
    around = QWidget()
    qtbot.addWidget(around)
    box = SearchBox(around)
    made = DeskStack(Settings(), SearchCoordinator(box, around), around)
    made.view_made.connect(lambda view: view.moved.connect(around.update))  # as a window does
    return made


def test_who_follows_is_told_before_a_desk_is_shown_and_before_it_closes(
    stack: DeskStack, desk: Path
) -> None:
    told = []
    stack.session_changed.connect(
        lambda session: told.append((session is None, stack.session is not None, stack.view))
    )
    view = stack.show_desk(open_desk(desk))
    stack.close_desk()
    assert told == [(False, True, None), (True, True, view)]
    assert stack.session is None and stack.view is None


def test_the_start_is_kept_and_other_pages_go(stack: DeskStack, qtbot: QtBot) -> None:
    stack.show_start()
    start, page = stack.currentWidget(), QWidget(stack)
    stack.show_page(page)
    with qtbot.waitSignal(page.destroyed):
        stack.show_start()
    assert stack.currentWidget() is start and stack.count() == 1


def test_the_ceiling_of_the_last_desk_is_that_of_the_next(stack: DeskStack, desk: Path) -> None:
    stack.show_desk(open_desk(desk)).session.limit(1)
    stack.close_desk()
    assert stack.settings.get(CEILING) == 1
    assert stack.show_desk(open_desk(desk)).session.lens.ceiling == 1
    stack.close_desk()
