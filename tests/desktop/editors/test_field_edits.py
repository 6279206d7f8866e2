"""What no one touched comes back as it was given; what is typed comes back as it is read."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import HistoricalDate, OfficeRef, Ref
from desktop.editors.field_edits import ChoiceEdit, LineEdit, make_editor
from desktop.fields.field_contents import Content, Unread
from desktop.fields.field_types import FormField
from tests.desktop.small_desk import SmallDesk

UNTOUCHED = [
    (FormField("x", "X"), "two\nlines\r\n"),
    (FormField("x", "X", "text"), "two\r\nlines"),
    (FormField("x", "X", "choice", "event.kind"), "a word of no list"),
    (FormField("x", "X", "choice", "event.status"), "a word of no list"),
    (
        FormField("x", "X", "date"),
        HistoricalDate("2025", "2025-01-01", "2025-12-31", "no such words"),
    ),
    (FormField("x", "X", "date"), Unread("in Juli", "why")),
    (FormField("x", "X", "day"), "2025-04-06"),
    (FormField("x", "X", "number"), 7),
    (FormField("x", "X", "country"), "zz"),
    (FormField("x", "X", "marking"), 2),
    (FormField("x", "X", "flag"), True),
    (FormField("x", "X", "topics"), ["one, two", "three"]),
    (FormField("x", "X", "ref", kinds=("person",)), Ref(1, "A", "person")),
    (FormField("x", "X", "office"), OfficeRef(1, "A", Ref(2, "B", "organization"))),
]


@pytest.mark.parametrize("in_cell", [False, True])
@pytest.mark.parametrize(("field", "content"), UNTOUCHED)
def test_what_no_one_touched_comes_back(
    qtbot: QtBot, desk: SmallDesk, field: FormField, content: Content, in_cell: bool
) -> None:
    editor = make_editor(field, desk, in_cell=in_cell)
    qtbot.addWidget(editor)
    editor.set_content(content)
    back = editor.content()
    if isinstance(content, Unread):
        assert isinstance(back, Unread)
        assert back.text == content.text
    else:
        assert back == content


def test_an_open_list_takes_other_words(qtbot: QtBot, desk: SmallDesk) -> None:
    box = make_editor(FormField("kind", "Kind", "choice", "event.kind"), desk)
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.edited):
        qtbot.keyClicks(box, "regatta")
    assert box.content() == "regatta"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("vis", "visit"), ("VIS", "visit"), ("visit", "visit"), ("regatta", "regatta"), ("", "")],
)
def test_what_a_list_shows_after_typing_is_what_it_keeps(
    qtbot: QtBot, desk: SmallDesk, typed: str, kept: str
) -> None:
    box = make_editor(FormField("kind", "Kind", "choice", "event.kind"), desk)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.lineEdit().hasFocus)  # only a line with the focus completes a word
    box.set_content("")
    qtbot.keyClicks(box.lineEdit(), typed)
    assert box.currentText().casefold() == kept
    assert box.content() == kept


def test_a_word_taken_from_the_list_after_typing_is_told(qtbot: QtBot, desk: SmallDesk) -> None:
    box = make_editor(FormField("kind", "Kind", "choice", "event.kind"), desk)
    qtbot.addWidget(box)
    box.set_content("visit")
    qtbot.keyClicks(box.lineEdit(), "x")
    with qtbot.waitSignal(box.edited):
        box.activated.emit(box.findData("visit"))
    assert box.content() == "visit"


def test_a_closed_list_shows_its_words_in_plain_english(qtbot: QtBot, desk: SmallDesk) -> None:
    box = make_editor(FormField("end_state", "End", "choice", "tenure.end_state"), desk)
    qtbot.addWidget(box)
    assert isinstance(box, ChoiceEdit)
    assert not box.isEditable()
    assert [box.itemText(place) for place in range(box.count())] == [
        "ongoing",
        "ended",
        "ended, day unknown",
        "end not known",
    ]


def test_a_line_runs_as_its_letters_do(qtbot: QtBot, desk: SmallDesk) -> None:
    line = make_editor(FormField("x", "X"), desk)
    qtbot.addWidget(line)
    line.set_content("اسحاق ڈار")
    assert line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    line.set_content("Ishaq Dar")
    assert line.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_text_typed_again_stands_for_what_it_stood_for(qtbot: QtBot, desk: SmallDesk) -> None:
    line = make_editor(FormField("x", "X", "fact"), desk)
    assert isinstance(line, LineEdit)
    qtbot.addWidget(line)
    line.set_content("tenure 7Q")
    assert line.text() == "Office"
    line.selectAll()
    qtbot.keyClicks(line, "Born")
    assert line.content() == "born"
    line.selectAll()
    qtbot.keyClicks(line, "Office")
    assert line.content() == "tenure 7Q"


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("unknown", "ended", "ended"),
        ("ended", "ended", "ended"),  # what stands there already is not gone past
        ("ended", "ended, ", "ended-unknown"),
        ("ongoing", "eee", "unknown"),  # one letter again and again goes through those of it
        ("unknown", "ee", "ended-unknown"),
        ("ended", "zzz", "ended"),
    ],
)
def test_typing_finds_the_first_word_that_begins_so(
    qtbot: QtBot, desk: SmallDesk, before: str, typed: str, after: str
) -> None:
    edit = ChoiceEdit(FormField("end_state", "End", "choice", words="tenure.end_state"))
    qtbot.addWidget(edit)
    edit.set_content(before)
    qtbot.keyClicks(edit, typed)
    assert edit.content() == after
