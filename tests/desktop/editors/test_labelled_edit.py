"""A field has a label that leads to it, and its problem stands below it and nowhere else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db import KINDS, Ref
from desktop.editors.labelled_edit import LabelledEdit, leaf
from desktop.fields import RECORD_FORMS
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import FormField
from desktop.widgets.date_edit import DateEdit
from tests.desktop.editors.conftest import Frame
from tests.desktop.small_desk import SmallDesk


def edit_of(qtbot: QtBot, desk: SmallDesk, sort: str, **more: object) -> LabelledEdit:
    edit = LabelledEdit(FormField("x", "What it is", sort, **more), desk)
    qtbot.addWidget(edit)
    return edit


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_form_is_named_by_its_label(
    qtbot: QtBot, desk: SmallDesk, kind: str
) -> None:
    for field in RECORD_FORMS[kind].fields():
        edit = LabelledEdit(field, desk)
        qtbot.addWidget(edit)
        assert leaf(edit.widget).accessibleName() == field.label
        assert edit.label.text() == field.label


def test_a_problem_frames_the_line_and_is_read_out(qtbot: QtBot, desk: SmallDesk) -> None:
    edit = edit_of(qtbot, desk, "line", hint="as on the card")
    line = leaf(edit.widget)
    edit.show_problem("It is empty.")
    assert edit.problem() == "It is empty."
    assert line.property("refused") is True
    assert line.accessibleDescription() == "It is empty."
    edit.show_problem("")
    assert edit.problem() == ""
    assert line.property("refused") is False
    assert line.accessibleDescription() == "as on the card"


def test_typing_takes_the_problem_away(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    edit = edit_of(qtbot, desk, "line")
    frame.put(edit)
    edit.show_problem("It is empty.")
    with qtbot.waitSignal(edit.edited):
        qtbot.keyClicks(leaf(edit.widget), "a")
    assert edit.problem() == ""


def test_what_cannot_be_read_is_said_when_the_field_is_left(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    edit = edit_of(qtbot, desk, "number")
    frame.put(edit)
    line = leaf(edit.widget)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "a dozen")
    assert edit.problem() == ""
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    content = edit.content()
    assert isinstance(content, Unread)
    assert edit.problem() == content.why


def test_a_date_says_its_own_refusal_once(qtbot: QtBot, desk: SmallDesk) -> None:
    edit = edit_of(qtbot, desk, "date")
    date = edit.widget.findChild(DateEdit) or edit.widget
    assert isinstance(date, DateEdit)
    date.set_value("in Juli")
    edit.show_problem(date.refusal())
    assert date.refusal()
    assert edit.problem() == ""
    assert leaf(edit.widget).property("refused") is True


def test_new_content_is_free_of_problems(qtbot: QtBot, desk: SmallDesk) -> None:
    edit = edit_of(qtbot, desk, "line")
    edit.show_problem("It is empty.")
    edit.set_content("full")
    assert (edit.content(), edit.problem()) == ("full", "")


def test_a_country_is_settled_by_its_name(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    edit = edit_of(qtbot, desk, "country")
    frame.put(edit)
    line = leaf(edit.widget)
    line.setFocus()
    qtbot.keyClicks(line, "pk")
    edit.finish()
    assert line.text() == "Pakistan"
    assert edit.content() == "pk"


def test_the_label_leads_to_the_field(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    edit = edit_of(qtbot, desk, "line")
    frame.put(edit)
    edit.setFocus()
    assert leaf(edit.widget).hasFocus()
    assert leaf(edit.label.buddy()) is leaf(edit.widget)


def test_something_new_is_said_quietly_below(qtbot: QtBot, desk: SmallDesk) -> None:
    edit = edit_of(qtbot, desk, "ref", kinds=("person",))
    edit.set_content(Ref(0, "Ann Lee", "person"))
    assert (edit.news(), edit.problem()) == ("New person, made when this is saved.", "")
    edit.set_content(None)
    assert edit.news() == ""
    qtbot.keyClicks(edit.widget, "Nobody")
    assert edit.news() == ""  # half typed is not new


def test_a_word_that_is_completed_is_no_new_one(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    edit = edit_of(qtbot, desk, "choice", words="event.kind")
    frame.put(edit)
    leaf(edit.widget).setFocus()
    qtbot.keyClicks(leaf(edit.widget), "vis")
    qtbot.waitUntil(lambda: edit.content() == "visit" and edit.news() == "")
    qtbot.keyClicks(leaf(edit.widget), "q")
    qtbot.waitUntil(lambda: edit.news() == "New here: “visq” is not in the list yet.")
