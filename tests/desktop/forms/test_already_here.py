"""While a new record is typed, its form says who it may already be, and waits for nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import Person
from desktop.forms.already_here import AlreadyHere
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, title_edit


@pytest.fixture
def desk(filled_desk: Path, tmp_path: Path) -> Path:
    """The desk of a window, where forms alone have a smaller one."""
    return Path(shutil.copy(filled_desk, tmp_path / "own.desk"))


@pytest.fixture
def line(window: Window, qtbot: QtBot) -> AlreadyHere:
    """The line in the form of a new person."""
    window.view.show_tab(0)
    window.view.make()
    found = window.view.tab.pane.already_here
    assert found is not None
    return found


def test_it_names_the_record_with_what_tells_it_apart(
    line: AlreadyHere, window: Window, qtbot: QtBot
) -> None:
    assert not line.isVisible()
    qtbot.keyClicks(title_edit(window), "Rubio Marco")
    qtbot.wait(400)
    settled(qtbot, window)
    assert not line.isVisible()  # turned round without a comma, it may be another
    title_edit(window).selectAll()
    qtbot.keyClicks(title_edit(window), "Marco Rubbio")
    qtbot.waitUntil(line.isVisible, timeout=5_000)
    assert "Marco Rubio, Secretary of State" in line.text()
    title_edit(window).selectAll()
    qtbot.keyClicks(title_edit(window), "Zebedee Quux")
    qtbot.waitUntil(lambda: not line.isVisible(), timeout=5_000)


def test_it_forgets_what_was_found_under_a_higher_ceiling(
    line: AlreadyHere, window: Window, qtbot: QtBot
) -> None:
    window.session.save(Person(title="Zebedee Quux", marking=3))
    settled(qtbot, window)
    qtbot.keyClicks(title_edit(window), "Zebedee Quux")
    qtbot.waitUntil(line.isVisible, timeout=5_000)
    window.session.limit(0)
    assert not line.isVisible() and line.text() == ""
    qtbot.wait(400)
    settled(qtbot, window)
    assert not line.isVisible()


def test_its_link_goes_there_and_what_was_typed_can_be_taken_up_again(
    line: AlreadyHere, window: Window, qtbot: QtBot
) -> None:
    qtbot.keyClicks(title_edit(window), "Ishaq Dar")
    qtbot.waitUntil(line.isVisible, timeout=5_000)
    line.linkActivated.emit(line.text().split('"')[1])
    settled(qtbot, window)
    pane = window.view.tab.pane
    assert not pane.is_editing
    assert pane.reading.record.title == "Ishaq Dar"
    window.message.acted.emit()
    assert pane.is_editing and pane.form.name_text() == "Ishaq Dar"


def test_what_is_there_already_is_not_asked_when_it_is_edited(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(0)
    settled(qtbot, window)
    window.view.tab.walk(1)
    qtbot.waitUntil(lambda: window.view.tab.current_id is not None)
    window.view.tab.edit()
    assert window.view.tab.pane.already_here is None


def test_markup_in_a_title_stays_text(line: AlreadyHere) -> None:
    class Found:
        class line:
            id, title, cells = 7, "<b>Dar</b> & Co", ("<b>Dar</b> & Co", "a; b")

    line.look_for("x")
    line.show_similar("x", [Found()])  # type: ignore[list-item]
    assert "&lt;b&gt;Dar&lt;/b&gt; &amp; Co, a" in line.text()
    line.show_similar("older", [])
    assert line.text()
