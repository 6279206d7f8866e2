"""A form is saved and given up by buttons in sight, and both say their key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.editors.labelled_edit import leaf
from desktop.forms.form_buttons import FormButtons
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, title_edit


@pytest.fixture
def desk(filled_desk: Path, tmp_path: Path) -> Path:
    """A desk for the window; the other tests of forms have one without."""
    path = tmp_path / "own.desk"
    path.write_bytes(filled_desk.read_bytes())
    return path


def buttons(window: Window) -> FormButtons:
    form = window.view.tab.pane.form
    assert form is not None
    return form.buttons


@pytest.mark.parametrize(
    ("name", "title"), [("save", "Secret Agent x"), ("discard", "Secret Agent")]
)
def test_a_button_ends_the_form(window: Window, qtbot: QtBot, name: str, title: str) -> None:
    pane = window.view.tab.pane
    window.menus.action("edit").trigger()
    qtbot.keyClick(title_edit(window), Qt.Key.Key_End)
    qtbot.keyClicks(title_edit(window), " x")
    button = getattr(buttons(window), name)
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert not pane.is_editing
    assert pane.reading is not None and pane.reading.record.title == title


def test_the_buttons_stay_in_sight_however_long_the_form(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 640)
    window.menus.action("edit").trigger()
    settled(qtbot, window)
    shown = buttons(window)
    bottom = shown.mapTo(window, shown.rect().bottomLeft()).y()
    assert 0 < bottom <= window.height()
    assert shown.save.accessibleDescription() and shown.discard.accessibleDescription()


def test_tab_comes_to_them_after_every_field(window: Window, qtbot: QtBot) -> None:
    window.menus.action("edit").trigger()
    settled(qtbot, window)
    form = window.view.tab.pane.form
    assert form is not None
    met: list[QWidget] = [title_edit(window)]
    while met[-1] is not buttons(window).save:
        assert len(met) < 1000
        met.append(met[-1].nextInFocusChain())
    fields = {leaf(edit) for edit in form.page.edits.values()}
    assert len(fields) > 5 and fields <= set(met)
