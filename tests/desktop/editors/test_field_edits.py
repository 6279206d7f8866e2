"""What no one touched comes back as it was given; what is typed comes back as it is read."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from db import HistoricalDate, OfficeRef, Person, Ref
from desktop.editors.field_edits import (
    MAX_EDITED_LETTERS,
    MAX_PASTED_LETTERS,
    SHOWN_LETTERS,
    ChoiceEdit,
    TextEdit,
    make_editor,
)
from desktop.fields.field_contents import Content, Unread
from desktop.fields.field_types import FormField, field_of
from tests.desktop.editors.conftest import Frame
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


def test_a_text_is_as_high_as_its_lines(qtbot: QtBot, frame: Frame) -> None:
    text = TextEdit(FormField("x", "X", "text"))
    frame.put(text)
    text.set_content("one line")
    low = text.height()
    text.set_content("\n".join("many lines" for _ in range(12)))
    assert text.height() >= low + 8 * text.fontMetrics().lineSpacing()


def test_enter_in_a_title_goes_on(qtbot: QtBot, frame: Frame) -> None:
    title = TextEdit(field_of(Person, "title"))
    frame.put(title)
    frame.setTabOrder(title, frame.below)
    title.setFocus()
    qtbot.keyClicks(title, "Treaty")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.content() == "Treaty"
    assert frame.below.hasFocus()


def test_a_text_beyond_measure_is_kept_whole_and_only_its_beginning_shown(
    qtbot: QtBot, frame: Frame
) -> None:
    text = TextEdit(FormField("x", "X", "text"))
    frame.put(text)
    long = "word " * 2_600_000
    text.set_content(long)
    assert text.content() == long
    assert text.isReadOnly() and "can be edited here" in text.toPlainText()
    assert long[:SHOWN_LETTERS] in text.toPlainText()
    assert len(text.toPlainText()) < 2 * SHOWN_LETTERS
    qtbot.keyClicks(text, "x")
    assert text.content() == long
    text.set_content("a" * MAX_EDITED_LETTERS)
    assert not text.isReadOnly()
    qtbot.keyClicks(text, "x")
    assert len(text.content()) == MAX_EDITED_LETTERS + 1


def test_a_paste_beyond_measure_is_refused_in_words(qtbot: QtBot, frame: Frame) -> None:
    text = TextEdit(FormField("x", "X", "text"))
    frame.put(text)
    text.set_content("short")
    too_long, fitting = QMimeData(), QMimeData()
    too_long.setText("y" * MAX_PASTED_LETTERS)
    text.insertFromMimeData(too_long)
    assert text.content() == "short"
    qtbot.waitUntil(lambda: "too long to be pasted" in QToolTip.text())
    text.selectAll()
    text.insertFromMimeData(too_long)  # in place of what is chosen it fits
    assert len(text.content()) == MAX_PASTED_LETTERS
    fitting.setText("z")
    text.selectAll()
    text.insertFromMimeData(fitting)
    assert text.content() == "z"
    QToolTip.hideText()


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
