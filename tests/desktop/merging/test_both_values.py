"""Both values of a conflict are read whole, and nothing of the one before stays."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import MergeConflict
from desktop.merging.both_values import BothValues

LONG = "A biography of many words.\n<b>Not bold.</b> " * 40


def test_whole_texts_stand_as_they_are(qtbot: QtBot, owner: QWidget) -> None:
    found = BothValues(owner)
    times = ("", "", "", "")
    conflict = MergeConflict("u", "people", "Dar", "born", "Born", LONG, "", *times, "ours", False)
    found.show_conflict(conflict)
    assert (found.ours.toPlainText(), found.theirs.toPlainText()) == (conflict.ours, "")
    assert conflict.ours == LONG and found.ours.isReadOnly() and found.theirs.isReadOnly()
    found.show_conflict(None)
    assert found.ours.toPlainText() == ""
