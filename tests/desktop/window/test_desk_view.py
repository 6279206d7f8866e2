"""The view of a desk shows its list first, makes the rest soon after, and searches every tab."""

from itertools import combinations
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitterHandle, QWidget
from pytestqt.qtbot import QtBot

from db import open_desk
from desktop.session.session import Session
from desktop.settings import LAST_TAB, Settings
from desktop.window.actions.window_actions import actions_of
from desktop.window.desk_view import DeskView
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, title_edit, titles


def test_a_view_that_is_not_painted_has_made_one_tab(
    desk: Path, start: Window, qtbot: QtBot
) -> None:
    session = Session(open_desk(desk))
    settings = Settings()
    settings.put(LAST_TAB, "agreement")
    view = DeskView(session, settings, start.searching, start)
    view.moved.connect(start.refresh)
    view.open()
    assert list(view.stack.built_tabs()) == [2] and not view.is_whole
    assert view.tab.list.model.rowCount() == 1 and view.tab.list.model.total is None
    view.end()
    session.close()
    view.deleteLater()


def test_all_is_made_soon_after_the_first_paint(window: Window) -> None:
    assert window.view.is_whole
    assert sorted(window.view.stack.built_tabs()) == [0, 1, 2, 3]


def test_another_tab_may_be_wanted_before_anything_is_painted(
    desk: Path, start: Window, qtbot: QtBot
) -> None:
    actions_of(start).desks.open_path(desk)
    start.view.show_tab(3)
    settled(qtbot, start)
    assert start.view.tab.kind == "event" and start.view.is_whole
    start.view.show_tab(0)
    assert len(titles(start)) == 6


def test_a_search_tells_its_matches_on_every_tab(window: Window, qtbot: QtBot) -> None:
    window.searching.search("minerals")
    settled(qtbot, window)
    names = [text.split("  ") for text in window.view.tab_texts()]
    assert [name[0] for name in names] == ["People", "Organizations", "Agreements", "Timeline"]
    assert all(len(name) == 2 for name in names)
    window.searching.search("")
    settled(qtbot, window)
    assert window.view.tab_texts()[0] == "People"


def test_a_list_that_moves_does_not_put_the_banner_off(window: Window, qtbot: QtBot) -> None:
    window.view.look_later()
    left = window.view.look_delay.remainingTime()
    qtbot.wait(5)
    window.view.look_later()
    assert window.view.look_delay.remainingTime() <= left
    qtbot.waitUntil(lambda: window.view.banner.text() == "SECRET")


def test_a_meeting_of_a_visit_and_another_are_made_from_the_form(
    window: Window, qtbot: QtBot
) -> None:
    view, session = window.view, window.session
    view.show_tab(3)
    settled(qtbot, window)
    visit = next(
        line
        for line in session.reader.lines(
            session.reader.all_ids("event", session.lens, ""), session.lens
        )
        if line.title == "Visit to Washington"
    )
    view.go_to(visit.id)
    window.menus.action("edit").trigger()
    qtbot.keyClicks(title_edit(window), "x")
    for title in ("First meeting", "Second meeting"):
        window.menus.action("add_meeting").trigger()
        settled(qtbot, window)
        assert view.tab.pane.record_id is None and view.tab.pane.is_editing
        qtbot.keyClicks(title_edit(window), title)
    window.menus.action("duplicate").trigger()
    settled(qtbot, window)
    assert title_edit(window).toPlainText() == "Second meeting"
    view.tab.pane.discard_changes()
    for key in session.reader.all_ids("event", session.lens, ""):
        event = session.reader.get(key, session.lens)
        if event.title.endswith("meeting"):
            assert event.part_of is not None and event.part_of.id == visit.id
            assert [each.who.title for each in event.participants] == ["Asim Munir"]
            assert event.country == "us"


def test_a_meeting_is_added_to_events_alone(window: Window, qtbot: QtBot) -> None:
    settled(qtbot, window)
    assert not window.menus.action("add_meeting").isEnabled()
    window.view.show_tab(3)
    settled(qtbot, window)
    window.view.tab.walk(1)
    settled(qtbot, window)
    qtbot.waitUntil(window.menus.action("add_meeting").isEnabled)


def test_what_an_undo_brings_back_is_shown(window: Window, qtbot: QtBot) -> None:
    view = window.view
    removed = view.tab.current_id
    view.chosen.remove()
    settled(qtbot, window)
    assert removed is not None and view.tab.current_id != removed
    view.show_tab(2)
    view.undoing.undo()
    settled(qtbot, window)
    assert (view.tab.kind, view.tab.current_id) == ("person", removed)
    assert view.banner.isVisible()  # and says what was undone
    view.undoing.redo()
    settled(qtbot, window)
    assert view.tab.current_id != removed


def test_nothing_of_a_tab_lies_upon_another(window: Window, qtbot: QtBot) -> None:
    """A widget that no layout has placed stands in the corner, over what is there."""
    for at, tab in enumerate(window.view.tabs):
        window.view.show_tab(at)
        settled(qtbot, window)
        parts = tab.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        seen = [
            part for part in parts if part.isVisible() and not isinstance(part, QSplitterHandle)
        ]
        assert seen
        for one, other in combinations(seen, 2):
            assert not one.geometry().intersects(other.geometry()), (tab.kind, one, other)
