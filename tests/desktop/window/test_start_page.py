"""The first page offers three choices and the desks of late."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.window.start_page import StartPage, folder_text


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage()
    qtbot.addWidget(made)
    return made


def test_each_of_the_three_asks_for_its_own(page: StartPage, qtbot: QtBot) -> None:
    asked = (page.sample_asked, page.new_asked, page.open_asked)
    assert len(page.choices) == 3
    for choice, signal in zip(page.choices, asked, strict=True):
        assert choice.accessibleName()
        with qtbot.waitSignal(signal):
            choice.click()


def test_the_desks_of_late_are_offered_once_each(page: StartPage, qtbot: QtBot) -> None:
    page.show_recent([f"/desks/{n} & co.desk" for n in range(9)])
    page.show_recent(["/desks/a & b.desk", "/desks/c.desk"])
    shown = [page.recent.itemAt(at).widget() for at in range(page.recent.count())]
    assert [button.text() for button in shown] == ["a && b.desk  ·  /desks", "c.desk  ·  /desks"]
    assert all(isinstance(button, QPushButton) for button in shown)
    with qtbot.waitSignal(page.recent_asked) as told:
        shown[0].click()
    assert told.args == ["/desks/a & b.desk"]


def test_enter_presses_what_has_the_focus(page: StartPage, qtbot: QtBot) -> None:
    page.show_recent(["/desks/c.desk"])
    page.show()
    page.activateWindow()
    recent = page.recent.itemAt(0).widget()
    for widget, asked in ((page.choices[1], page.new_asked), (recent, page.recent_asked)):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        with qtbot.waitSignal(asked):
            qtbot.keyClick(widget, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        (Path("~/desks"), "~/desks"),
        (Path("/srv/desks"), "/srv/desks"),
        (Path("/srv") / ("x" * 100) / "desks", "…" + "x" * 53 + "/desks"),
    ],
)
def test_a_folder_is_told_as_people_write_it(folder: Path, text: str) -> None:
    assert folder_text(folder.expanduser()) == text
