"""What was typed and never saved is offered when the desk is opened again."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from db import open_desk
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, title_edit, titles


def left(window: Window, qtbot: QtBot, *, at: int, fresh: bool) -> str:
    """Types into a form, and leaves the desk as a crash would; the title of the first record."""
    window.view.show_tab(at)
    tab = window.view.tab
    title = titles(window)[0]
    if fresh:
        tab.make()
    else:
        tab.edit()
    qtbot.keyClicks(title_edit(window), "Half a")
    tab.pane.keep_draft_now()
    kept = tab.pane.form.draft()
    tab.pane.discard_changes()
    window.session.keep_draft(tab.kind, None if fresh else tab.current_id, kept)
    window.message.dismiss()
    return title


def test_nothing_is_told_where_nothing_was_left(window: Window) -> None:
    assert window.message.isHidden()


def test_a_new_record_is_offered_by_its_kind_and_taken_up(
    window: Window, desk: Path, qtbot: QtBot
) -> None:
    left(window, qtbot, at=1, fresh=True)
    actions_of(window).desks.open_path(desk)
    settled(qtbot, window)
    assert "a new record, organization" in window.message.text()
    window.message.acted.emit()
    assert window.view.tab.kind == "organization"
    assert title_edit(window).toPlainText() == "Half a"
    window.view.tab.pane.discard_changes()


def test_a_record_that_is_there_is_offered_by_its_title(
    window: Window, desk: Path, qtbot: QtBot
) -> None:
    title = left(window, qtbot, at=0, fresh=False)
    actions_of(window).desks.open_path(desk)
    settled(qtbot, window)
    assert title in window.message.text()
    window.message.acted.emit()
    assert "Half a" in title_edit(window).toPlainText()
    window.view.tab.pane.discard_changes()


def test_a_desk_for_reading_offers_nothing(start: Window, desk: Path, qtbot: QtBot) -> None:
    with open_desk(desk) as store:
        store.keep_draft("person", None, "{}")
        actions_of(start).desks.open_path(desk)
        settled(qtbot, start)
        assert "Unsaved changes" not in start.message.text()
