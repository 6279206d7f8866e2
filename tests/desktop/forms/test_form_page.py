"""Fields are there at once, tables follow one by one, and Tab goes down the page."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from db import KINDS
from desktop.fields import RECORD_FORMS
from desktop.forms.form_page import FormPage
from tests.desktop.small_desk import SmallDesk


@pytest.fixture
def page(desk: SmallDesk, qtbot: QtBot) -> FormPage:
    made = FormPage(RECORD_FORMS["person"], desk)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_fields_come_at_once_and_tables_one_by_one(
    desk: SmallDesk, qtbot: QtBot, kind: str
) -> None:
    form = RECORD_FORMS[kind]
    page = FormPage(form, desk)
    qtbot.addWidget(page)
    assert list(page.edits) == [field.name for field in form.fields()]
    assert page.native is not None
    assert page.tables == {}
    made = []
    while (table := page.make_next()) is not None:
        made.append(table)
    assert list(page.tables) == [spec.name for spec in form.parts()]
    assert list(page.tables.values()) == made


def test_every_field_has_its_label_beside_it(page: FormPage) -> None:
    labelled = {label.buddy() for label in page.findChildren(QLabel)}
    assert set(page.edits.values()) < labelled
    assert page.native in labelled


def test_headings_of_sections_are_written_in_capitals(page: FormPage) -> None:
    headings = [
        label.text() for label in page.findChildren(QLabel) if label.property("role") == "section"
    ]
    assert {"NAME", "LIFE"} < set(headings)
    assert all(heading.isupper() for heading in headings)


def test_labels_take_more_room_in_larger_type(page: FormPage, qapp: QApplication) -> None:
    grids = page.grids
    before = grids[0].columnMinimumWidth(0)
    font = page.font()
    font.setPixelSize(26)
    page.setFont(font)
    assert all(grid.columnMinimumWidth(0) > before for grid in grids)


def test_labels_stand_above_their_fields_where_it_is_narrow(qtbot: QtBot, desk: SmallDesk) -> None:
    page = FormPage(RECORD_FORMS["person"], desk)
    qtbot.addWidget(page)
    page.show()
    for width, is_narrow in ((900, False), (360, True), (900, False)):
        page.resize(width, 700)
        page.settle()
        edit = page.edits["honorific"]
        assert page.is_narrow == is_narrow
        assert (edit.label.geometry().bottom() < edit.geometry().top()) == is_narrow
        assert (edit.geometry().left() > edit.label.geometry().left()) != is_narrow


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_form_in_large_type_is_not_scrolled_sideways(
    qtbot: QtBot, desk: SmallDesk, qapp: QApplication, kind: str
) -> None:
    page = FormPage(RECORD_FORMS[kind], desk)
    font = page.font()
    font.setPixelSize(26)
    page.setFont(font)
    while page.make_next() is not None:
        pass
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(480, 600)  # beside the list of a window of 1024 px
    area.show()
    page.settle()
    assert area.horizontalScrollBar().maximum() == 0
    for table in page.tables.values():
        words = table.title.text().split()
        widest = max(map(table.title.fontMetrics().horizontalAdvance, words))
        assert table.title.width() >= widest
