"""When the ceiling is lowered, nothing that was told or typed above it stays in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db import Lens, Note, Person
from desktop.dialogs.history_dialog import HistoryDialog
from desktop.editors.suggest_line import Offer, SuggestLine
from desktop.search.save_search_dialog import SaveSearchDialog
from desktop.search.saved_searches_dialog import SavedSearchesDialog
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, title_edit

WORD = "Zebrafinch"
LOW = 1


def said(window: QWidget) -> Iterator[str]:
    """Every text of every widget, action and tooltip of a window, hidden ones included."""
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def add_secret(window: Window, qtbot: QtBot, **more: object) -> Person:
    person = Person(title=f"{WORD} Codename", marking=3, **more)  # type: ignore[arg-type]
    window.session.save(person)
    settled(qtbot, window)
    return person


def lower(window: Window, qtbot: QtBot) -> None:
    window.session.limit(LOW)
    settled(qtbot, window)
    actions_of(window).saved_searches.fill()
    assert [text for text in said(window) if WORD.lower() in text.lower()] == []


def test_undo_and_redo_name_nothing_above_the_ceiling(window: Window, qtbot: QtBot) -> None:
    add_secret(window, qtbot)
    assert WORD in window.menus.action("undo").text()
    lower(window, qtbot)
    assert not window.menus.action("undo").isEnabled()
    window.session.limit(3)
    window.menus.action("undo").trigger()
    settled(qtbot, window)
    assert WORD in window.menus.action("redo").text()
    lower(window, qtbot)
    assert not window.menus.action("redo").isEnabled()


def test_a_title_of_before_is_not_told_once_the_record_is_lowered(
    window: Window, qtbot: QtBot
) -> None:
    person = add_secret(window, qtbot)
    person.title, person.marking = "Plain Name", 0
    window.session.save(person)
    window.view.go_to(person.id)
    lower(window, qtbot)
    window.view.go_to(person.id)
    settled(qtbot, window)
    dialog = HistoryDialog(window.session, window, person)
    assert [change.label for change in dialog.changes()] == ["Edit Plain Name"]
    cells = [dialog.parts.item(row, 1) for row in range(dialog.parts.rowCount())]
    assert cells and not any(WORD in cell.text() for cell in cells)
    assert WORD not in " ".join(said(window))


def test_what_was_told_of_a_deletion_goes(window: Window, qtbot: QtBot) -> None:
    person = add_secret(window, qtbot)
    window.view.go_to(person.id)
    settled(qtbot, window)
    window.view.chosen.remove()
    assert WORD in window.message.text()
    window.session.limit(LOW)
    assert window.message.isHidden() and window.notice is None


@pytest.mark.parametrize("fresh", [True, False])
def test_an_open_form_is_put_away_and_its_text_kept(
    window: Window, qtbot: QtBot, desk: Path, fresh: bool
) -> None:
    if fresh:
        window.view.make()
        title_edit(window).setPlainText(f"{WORD} typed")
        window.view.tab.pane.form.page.edits["marking"].set_content(3)
    else:
        person = add_secret(window, qtbot, notes=[Note(text="plain")])
        window.view.go_to(person.id)
        settled(qtbot, window)
        window.view.tab.edit()
        title_edit(window).setPlainText(f"{WORD} typed")
    assert window.view.tab.pane.is_editing
    window.session.limit(LOW)
    settled(qtbot, window)
    assert not window.view.tab.pane.is_editing
    assert window.session.drafts() == []
    actions_of(window).desks.open_path(desk)
    settled(qtbot, window)
    assert window.session.lens.ceiling == LOW
    assert window.message.isHidden()
    window.view.draft_recovery.offer()
    window.view.tab.make()
    assert window.message.isHidden()
    window.view.tab.pane.discard_changes()
    window.session.limit(3)
    [draft] = window.session.drafts()
    assert f"{WORD} typed" in draft.payload
    window.session.limit(LOW)
    window.view.tab.pane.resume(draft)
    assert not window.view.tab.pane.is_editing


def test_a_form_of_open_text_stays_open(window: Window, qtbot: QtBot) -> None:
    window.view.make()
    title_edit(window).setPlainText("Plain")
    window.session.limit(LOW)
    settled(qtbot, window)
    assert title_edit(window).toPlainText() == "Plain"
    window.view.tab.pane.discard_changes()


def test_views_and_recent_searches_are_offered_through_the_lens(
    window: Window, qtbot: QtBot, answers: Answers
) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, SaveSearchDialog)
        dialog.set_name(f"{WORD} view")
        return True

    answers.fill = fill
    window.bar.search.setText("munir")
    window.menus.action("save_search").trigger()
    saved = actions_of(window).saved_searches
    saved.note(f"{WORD} search")
    window.bar.search.clear()
    window.message.dismiss()
    assert [view.name for view in saved.views()] == [f"{WORD} view"]
    lower(window, qtbot)
    assert saved.views() == [] and saved.recent_texts() == []
    assert SavedSearchesDialog(window.session, window).table.rowCount() == 0
    assert window.session.reader.views(Lens(ceiling=3))[0].marking == 3


def test_a_form_that_stays_offers_nothing_from_above(window: Window, qtbot: QtBot) -> None:
    add_secret(window, qtbot)
    window.view.make()
    title_edit(window).setPlainText("Plain")
    lines = window.view.tab.pane.form.findChildren(SuggestLine)
    assert lines
    for line in lines:  # as if each had been typed into
        line.offers = lambda text: [Offer(f"{WORD} {text}", "person", None)]
        line.show_offers("x")
    assert f"{WORD} x" in lines[0].offer_texts()
    lower(window, qtbot)
    views = [each for each in window.findChildren(QListWidget) if each.count()]
    assert not [view for view in views if WORD in view.item(0).text()]
    assert window.view.tab.pane.is_editing
    window.view.tab.pane.discard_changes()
