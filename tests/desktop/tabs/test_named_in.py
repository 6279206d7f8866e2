"""Who deletes a record is told where it was named, and Undo brings all of it back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import Ref, Related
from desktop.tabs.named_in import named_in
from desktop.widgets.message import Notice
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, titles


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ([], ""),
        ([Related()], ""),
        ([Related(event_count=1)], "1 event"),
        ([Related(event_count=4, agreement_count=1)], "4 events and 1 agreement"),
        ([Related(event_count=1), Related(event_count=1)], "2 events"),
        ([Related(event_count=1, agreement_count=2, members=[Ref(1)])],
         "1 event, 2 agreements and 1 part"),
    ],
)  # fmt: skip
def test_where_is_counted_in_words(found: list[Related], says: str) -> None:
    assert named_in(found) == says


def test_deleting_says_where_the_record_was_and_undo_brings_all_back(
    window: Window, qtbot: QtBot
) -> None:
    notices: list[Notice] = []
    window.view.noticed.connect(notices.append)
    at = window.view.tab.list.model.ids[titles(window).index("Marco Rubio")]
    window.view.go_to(at)
    settled(qtbot, window)
    before = window.session.reader.read(at, window.session.lens)
    qtbot.keyClick(window.view.tab.list.table, Qt.Key.Key_Delete)
    says = "Marco Rubio deleted. This was named in 1 event; Undo brings all of it back."
    assert notices[-1].text == says
    notices[-1].act()
    after = window.session.reader.read(at, window.session.lens)
    assert after.related.event_count == before.related.event_count == 1
