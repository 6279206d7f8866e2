"""The fields below a table are those of the chosen row, and put their contents into it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db import Citation, Contact, Source
from desktop.editors.labelled_edit import leaf
from desktop.editors.parts.part_details import PartDetails
from desktop.fields.every_kind import CITATIONS, CONTACTS
from desktop.fields.field_types import PartsTableSpec
from desktop.fields.part_rows import row_of
from tests.desktop.editors.conftest import Frame
from tests.desktop.small_desk import SmallDesk


def details_of(frame: Frame, desk: SmallDesk, parts: PartsTableSpec = CITATIONS) -> PartDetails:
    details = PartDetails(parts, desk, frame.above, frame)
    frame.put(details)
    details.hide()
    return details


ROW = row_of(Citation(source=Source(title="Readout", publisher="MOFA")), CITATIONS)


def test_the_details_of_a_row_are_shown_and_hidden(frame: Frame, desk: SmallDesk) -> None:
    details = details_of(frame, desk)
    details.show_row(ROW)
    assert not details.isHidden()
    assert details.edits["source.publisher"].content() == "MOFA"
    details.show_row(None)
    assert details.isHidden()


def test_a_table_without_details_never_shows_any(frame: Frame, desk: SmallDesk) -> None:
    details = details_of(frame, desk, CONTACTS)
    details.show_row(row_of(Contact(kind="phone", value="1"), CONTACTS))
    assert details.isHidden()
    assert not details.focus_field("value")


def test_what_is_typed_is_put_under_its_name(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    details = details_of(frame, desk)
    details.show_row(ROW)
    assert details.focus_field("source.author")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    with qtbot.waitSignal(details.put) as put:
        qtbot.keyClicks(line, "D")
    assert put.args == ["source.author", "D"]


def test_a_row_shown_again_leaves_the_cursor_where_it_is(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    row = row_of(Citation(source=Source(title="Readout", publisher="MOFA")), CITATIONS)
    details = details_of(frame, desk)
    details.show_row(row)
    line = leaf(details.edits["source.publisher"].widget)
    assert isinstance(line, QLineEdit)
    line.setCursorPosition(2)
    details.show_row(row)
    assert line.cursorPosition() == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_through_all_of_them_and_out(
    qtbot: QtBot, frame: Frame, desk: SmallDesk, key: Qt.Key
) -> None:
    details = details_of(frame, desk)
    details.show_row(ROW)
    frame.setTabOrder(details.order_tabs(frame.above), frame.below)
    start, end = frame.above, frame.below
    if key == Qt.Key.Key_Backtab:
        start, end = end, start
    start.setFocus()
    walked = []
    for _ in range(2 * len(CITATIONS.more) + 2):
        qtbot.keyClick(QApplication.focusWidget(), key)
        if end.hasFocus():
            break
        walked.append(QApplication.focusWidget())
    assert end.hasFocus()
    assert set(walked) == {leaf(edit.widget) for edit in details.edits.values()}
