"""In a small window and in large type nothing is cut, no list and no form scrolled sideways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHeaderView,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.editors.parts.parts_table import PartsTable
from desktop.fields.part_rows import new_row
from desktop.window.main_window import Window
from tests.desktop.conftest import settled

SIZES = [((1024, 640), 100), ((1024, 640), 200), ((1600, 1000), 200)]


@pytest.fixture(params=SIZES, ids=lambda given: f"{given[0][0]}x{given[0][1]} at {given[1]} %")
def sized(window: Window, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Window]:
    """The window in a size, with its text in another."""
    size, text = request.param
    window.resize(*size)
    window.theme.resize(text)
    settled(qtbot, window)
    qtbot.wait(0)
    assert (window.width(), window.height()) == size
    yield window
    window.theme.resize(100)


def words(widget: QAbstractButton) -> str:
    """The text that a button shows, without the mark of its key."""
    if isinstance(widget, QToolButton):
        only_icon = widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        if only_icon and not widget.icon().isNull():
            return ""
    return widget.text().replace("&", "")


def cut_texts(window: QWidget) -> list[str]:
    """The buttons and headings in sight that are narrower than their words."""
    found = []
    for button in window.findChildren(QAbstractButton):
        shows_words = isinstance(button, QPushButton | QToolButton | QCheckBox | QRadioButton)
        needed = button.fontMetrics().horizontalAdvance(words(button))
        if shows_words and button.isVisible() and button.width() < needed:
            found.append(words(button))
    for table in window.findChildren(QTableView):
        header = table.horizontalHeader()
        if table.isVisible() and header.isVisible():
            found += cut_headings(header)
    return found


def cut_headings(header: QHeaderView) -> list[str]:
    model = header.model()
    return [
        str(model.headerData(at, Qt.Orientation.Horizontal))
        for at in range(header.count())
        if not header.isSectionHidden(at) and header.sectionSize(at) < header.sectionSizeHint(at)
    ]


def missing_columns(table: PartsTable, qtbot: QtBot) -> list[str]:
    """What of a table is wider than it, and what has neither a cell nor a line below the cells."""
    view, header = table.view, table.view.horizontalHeader()
    table.model.insert(new_row(table.parts))
    view.setCurrentIndex(table.model.index(0, 0))
    qtbot.wait(0)
    missing = ["all"] if header.length() > view.viewport().width() else []
    for place, field in enumerate(table.parts.columns):
        edit = table.more.edits.get(field.name)
        is_below = field.act is not None or (edit is not None and edit.isVisible())
        if view.isColumnHidden(place) and not is_below:
            missing.append(field.name)
    return missing


def test_lists_pages_and_forms_of_every_kind_stand_whole(sized: Window, qtbot: QtBot) -> None:
    size = sized.size()
    for place, tab in enumerate(sized.view.tabs):
        sized.view.show_tab(place)
        settled(qtbot, sized)
        record_id = tab.list.model.id_at(0)
        assert record_id is not None and tab.show_record(record_id)
        qtbot.wait(0)
        assert cut_texts(sized) == [], tab.kind
        assert tab.list.table.horizontalScrollBar().maximum() == 0, tab.kind
        tab.edit()
        form = tab.pane.form
        assert form is not None
        qtbot.waitUntil(lambda form=form: len(form.page.tables) == len(form.parts))
        form.page.settle()
        assert form.findChild(QScrollArea).horizontalScrollBar().maximum() == 0, tab.kind
        assert cut_texts(sized) == [], f"form of {tab.kind}"
        for table in form.findChildren(PartsTable):
            if table.isVisible():
                assert missing_columns(table, qtbot) == [], f"{table.parts.name} of {tab.kind}"
        tab.pane.discard_changes()
        assert sized.size() == size, f"{tab.kind} asks for more than the window has"
