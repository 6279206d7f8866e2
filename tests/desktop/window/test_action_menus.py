"""Actions are made of lines of a table, say which was triggered, and need what there is."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.window.action_menus import ActionMenus, ActionSpec, Need, key_lines

DONE: list[str] = []


def noting(name: str) -> Callable[[str], None]:
    return lambda whom: DONE.append(f"{name} {whom}")


# fmt: off
SPECS = (
    ActionSpec("open", "&Open…", "file", noting("open"), keys=("Ctrl+O",), icon="open"),
    ActionSpec("undo", "&Undo", "edit", noting("undo"), Need.UNDO, keys=("Ctrl+Z", "Alt+Z")),
    ActionSpec("delete", "&Delete\tDel", "edit", noting("delete"), Need.RECORD, starts_group=True,
               on_row=True),
    ActionSpec("light", "&Light", "edit", noting("light"), group="theme"),
    ActionSpec("dark", "&Dark", "edit", noting("dark"), group="theme"),
    ActionSpec("exact", "E&xact", "edit", noting("exact"), Need.DESK, is_switch=True,
               on_row=True),
)
# fmt: on


@pytest.fixture
def menus(qtbot: QtBot) -> ActionMenus:
    window = QMainWindow()
    qtbot.addWidget(window)
    return ActionMenus(window.menuBar(), {"file": "&File", "edit": "&Edit"}, SPECS, window)


def test_an_action_that_is_triggered_is_told_and_does_what_its_line_says(
    menus: ActionMenus,
) -> None:
    DONE.clear()
    menus.triggered.connect(lambda spec: spec.run("me"))
    menus.action("open").trigger()
    menus.action("exact").trigger()
    assert DONE == ["open me", "exact me"] and menus.action("exact").isChecked()


def test_only_what_its_need_is_met_for_is_enabled(menus: ActionMenus) -> None:
    def enabled() -> list[str]:
        return [spec.name for spec in SPECS if menus.action(spec.name).isEnabled()]

    menus.enable(())
    assert enabled() == ["open", "light", "dark"]
    menus.enable({Need.DESK, Need.UNDO})
    assert enabled() == ["open", "undo", "light", "dark", "exact"]


def test_a_label_says_what_would_be_undone(menus: ActionMenus) -> None:
    menus.show_label("undo", "Delete A & B")
    assert menus.action("undo").text() == "&Undo: Delete A && B"
    menus.show_label("undo", "")
    assert menus.action("undo").text() == "&Undo"


def test_of_one_group_one_is_ticked(menus: ActionMenus) -> None:
    menus.action("light").trigger()
    menus.action("dark").trigger()
    assert [menus.action(name).isChecked() for name in ("light", "dark")] == [False, True]


def test_a_line_stands_above_what_starts_a_group(menus: ActionMenus) -> None:
    shown = [action.isSeparator() for action in menus.menu("edit").actions()]
    assert shown == [False, True, False, False, False, False]


def test_keys_are_listed_as_the_system_writes_them() -> None:
    assert key_lines(SPECS) == [
        ("Ctrl+O", "Open"),
        ("Ctrl+Z, Alt+Z", "Undo"),
        ("Del", "Delete"),
    ]


def test_the_menu_of_rows_holds_their_actions_and_what_can_be_copied_alone(
    menus: ActionMenus, qtbot: QtBot
) -> None:
    owner = QMainWindow()
    qtbot.addWidget(owner)
    menu = menus.row_menu(owner, ["+92 51 1", "a & " + "long " * 30])
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == ["&Delete\tDel", "E&xact", "Copy “+92 51 1”"]
    assert texts[3].startswith("Copy “a && long") and len(texts[3]) < 60
    menu.actions()[-2].trigger()
    assert QApplication.clipboard().text() == "+92 51 1"


def test_the_menu_of_one_record_brings_it_on_show_first(menus: ActionMenus, qtbot: QtBot) -> None:
    parent = QMainWindow()
    qtbot.addWidget(parent)
    said: list[str] = []
    menus.triggered.connect(lambda spec: said.append(spec.name))
    for lets_go in (True, False):

        def go(lets_go: bool = lets_go) -> bool:
            said.append("go")
            return lets_go

        menus.enable({Need.DESK, Need.WRITE})
        menu = menus.record_menu(parent, go)
        assert all(action.isEnabled() for action in menu.actions())
        menu.actions()[0].trigger()
    assert said == ["go", "delete", "go"]
    menus.enable({Need.DESK})
    enabled = [action.isEnabled() for action in menus.record_menu(parent, go).actions()]
    assert enabled == [False, True]  # a desk that is only read
