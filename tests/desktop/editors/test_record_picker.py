"""A picker finds records as the main box does, and makes the one that is missing."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import Ref
from desktop.editors.record_picker import RecordPicker
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import FormField
from tests.desktop.editors.conftest import Frame
from tests.desktop.small_desk import SmallDesk, ref


def shown_picker(frame: Frame, desk: SmallDesk, *kinds: str) -> RecordPicker:
    """A picker of these kinds in a window, with the focus."""
    picker = RecordPicker(FormField("who", "Who", "ref", kinds=kinds), desk)
    frame.put(picker)
    picker.setFocus()
    return picker


def test_enter_takes_the_best_record(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    picker = shown_picker(frame, desk, "person")
    qtbot.keyClicks(picker, "rub")
    assert picker.offer_texts()[0].startswith("Marco Rubio")
    with qtbot.waitSignal(picker.taken):
        qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.content() == ref(desk, "Marco Rubio")
    assert picker.text() == "Marco Rubio"
    assert not picker.is_open


def test_down_chooses_another(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    picker = shown_picker(frame, desk, "organization")
    qtbot.keyClicks(picker, "pakistan")
    for _ in picker.offer_texts():
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert picker.offer_texts()[picker.marked_row()].startswith("Create new")
    qtbot.keyClick(picker, Qt.Key.Key_Up)
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.content() == ref(desk, "Pakistan Army")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_down_never_makes_a_second_of_the_one_that_is_listed(
    qtbot: QtBot, frame: Frame, desk: SmallDesk, key: Qt.Key
) -> None:
    picker = shown_picker(frame, desk, "person")
    before = len(desk.saved)
    qtbot.keyClicks(picker, "Marco Rubio")
    assert len(picker.offer_texts()) == 2, "one that is listed, and to make another"
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.keyClick(picker, key)
    assert picker.content() == ref(desk, "Marco Rubio")
    assert len(desk.saved) == before


def test_tab_takes_the_marked_record_and_goes_on(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    picker = shown_picker(frame, desk, "person")
    qtbot.keyClicks(picker, "rub")
    qtbot.keyClick(picker, Qt.Key.Key_Tab)
    assert picker.content() == ref(desk, "Marco Rubio")
    assert not picker.is_open


def test_the_missing_record_is_named_and_not_made_yet(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    picker = shown_picker(frame, desk, "organization", "person")
    qtbot.keyClicks(picker, "Mota-Engil")
    assert picker.offer_texts()[-2:] == [
        "Create new organization “Mota-Engil”",
        "Create new person “Mota-Engil”",
    ]
    assert picker.take(len(picker.offer_texts()) - 2)
    assert picker.content() == Ref(0, "Mota-Engil", "organization")
    assert picker.content().is_new
    assert picker.text() == "Mota-Engil"


def test_nothing_is_made_by_leaving(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    picker = shown_picker(frame, desk, "person")
    before = len(desk.saved)
    qtbot.keyClicks(picker, "Nobody Known")
    qtbot.keyClick(picker, Qt.Key.Key_Tab)
    content = picker.content()
    assert isinstance(content, Unread)
    assert "“Nobody Known” is not chosen yet" in content.why
    assert len(desk.saved) == before
    assert not picker.is_open


def test_a_name_typed_out_is_taken_as_it_is_left(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    picker = shown_picker(frame, desk, "person")
    qtbot.keyClicks(picker, "ishaq dar")
    qtbot.keyClick(picker, Qt.Key.Key_Tab)
    assert picker.content() == ref(desk, "Ishaq Dar")


def test_escape_closes_the_list_and_leaves_the_text(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    picker = shown_picker(frame, desk, "person")
    qtbot.keyClicks(picker, "dar")
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker.is_open
    assert picker.text() == "dar"


def test_an_emptied_line_holds_nothing(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    picker = shown_picker(frame, desk, "person")
    picker.set_content(ref(desk, "Ishaq Dar"))
    picker.selectAll()
    qtbot.keyClick(picker, Qt.Key.Key_Delete)
    assert picker.content() is None
