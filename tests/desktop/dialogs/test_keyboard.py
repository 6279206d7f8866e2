"""Every key of the program is listed, those of the table of actions and those of widgets."""

from PySide6.QtWidgets import QTableWidget, QWidget

from desktop.dialogs.keyboard import KeyboardDialog
from desktop.window.action_menus import key_lines
from desktop.window.actions.action_table import ACTIONS


def listed(dialog: KeyboardDialog) -> dict[str, str]:
    table = dialog.findChild(QTableWidget)
    return {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}


def test_every_action_with_a_key_is_listed(owner: QWidget) -> None:
    table = KeyboardDialog(owner, key_lines(ACTIONS)).findChild(QTableWidget)
    said = {table.item(row, 1).text() for row in range(table.rowCount())}
    named = {
        deed.text.partition("\t")[0].replace("&", "").rstrip("…") for deed in ACTIONS if deed.keys
    }
    assert named <= said


def test_keys_of_the_widgets_stand_behind_those_given(owner: QWidget) -> None:
    lines = listed(KeyboardDialog(owner, [("F9", "Nothing")]))
    assert next(iter(lines.items())) == ("F9", "Nothing")
    assert {"Enter", "Down, Up", "Esc"} < set(lines)


def test_it_is_there_to_be_read(owner: QWidget) -> None:
    table = KeyboardDialog(owner, []).findChild(QTableWidget)
    assert table.editTriggers() == QTableWidget.EditTrigger.NoEditTriggers
    assert table.accessibleName()


def test_no_key_of_an_action_means_something_else_in_a_form(owner: QWidget) -> None:
    of_widgets = {key for keys in listed(KeyboardDialog(owner, [])) for key in keys.split(", ")}
    assert "Ctrl+D" in of_widgets
    assert of_widgets.isdisjoint(key for deed in ACTIONS for key in deed.keys)
