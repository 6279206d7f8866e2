"""In any width nothing of a table is cut, covered or moved; what has no room stands below."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from db import (
    Citation,
    Source,
    Tenure,
)
from desktop.editors.labelled_edit import leaf
from desktop.fields import RECORD_FORMS
from desktop.fields.agreement_fields import AGREEMENT_LINKS
from desktop.fields.every_kind import CITATIONS
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import PartsTableSpec
from desktop.fields.part_rows import parts_of_rows
from desktop.fields.person_fields import TENURES
from tests.desktop.editors.conftest import Frame, press, shown_table, type_text
from tests.desktop.small_desk import SmallDesk, office


@pytest.mark.parametrize("width", [260, 420, 900])
def test_no_button_of_a_table_is_cut_or_covered(
    qtbot: QtBot, frame: Frame, desk: SmallDesk, width: int
) -> None:
    table = shown_table(frame, desk, AGREEMENT_LINKS)
    frame.resize(width, 700)
    QApplication.processEvents()
    table.model.setData(table.model.index(0, 1), Unread("Something new", "is not known"))
    qtbot.waitUntil(table.create_button.isVisible)
    shown = [each for each in table.findChildren(QAbstractButton) if each.isVisible()]
    assert table.create_button in shown
    around = [QRect(each.mapTo(table, QPoint()), each.size()) for each in (*shown, table.title)]
    for button, rect in zip(shown, around, strict=False):
        assert rect.right() < table.width() and rect.width() >= button.minimumSizeHint().width()
    assert not any(a.intersects(b) for a in around for b in around if a is not b)


def _dated_tables() -> list[PartsTableSpec]:
    """Every table with a date in a cell, the tables inside others too, each once."""
    tables: dict[PartsTableSpec, None] = {}
    for form in RECORD_FORMS.values():
        for table in form.parts():
            tables |= dict.fromkeys(each for each in (table, table.inner) if each is not None)
    sorts = ("date", "act")
    return [each for each in tables if any(field.sort in sorts for field in each.columns)]


@pytest.mark.parametrize("parts", _dated_tables(), ids=lambda parts: parts.name)
@pytest.mark.parametrize("text", ["late 2021", "some day"])
def test_the_sentence_that_reads_a_date_moves_nothing_below(
    qtbot: QtBot, frame: Frame, desk: SmallDesk, parts: PartsTableSpec, text: str
) -> None:
    frame.resize(620, 800)
    table = shown_table(frame, desk, parts, parts.of())
    column = next(at for at, each in enumerate(parts.columns) if each.sort in ("date", "act"))
    table.view.go_to(0, column)
    QApplication.processEvents()
    before = frame.below.y()
    type_text(qtbot, text)
    QApplication.processEvents()
    assert table.foot()
    assert frame.below.y() == before
    press(qtbot, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert frame.below.y() == before


def test_columns_without_room_stand_below_the_cells_and_are_walked(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    held = [Tenure(office=office(desk, "Foreign Secretary"), note="old") for _ in range(2)]
    table = shown_table(frame, desk, TENURES, *held)
    assert table.view.folded_names() == []
    table.setFixedWidth(table.fontMetrics().averageCharWidth() * 36)
    qtbot.waitUntil(lambda: "note" in table.view.folded_names())
    folded = table.view.folded_names()
    cells = len(TENURES.columns) - len(folded)
    assert table.view.horizontalHeader().length() <= table.view.viewport().width()
    table.view.go_to(0, 0)
    press(qtbot, *[Qt.Key.Key_Tab] * cells)
    assert QApplication.focusWidget() is leaf(table.more.edits[folded[0]])
    assert table.go_to(1, "note") is table.more
    assert QApplication.focusWidget() is leaf(table.more.edits["note"])
    type_text(qtbot, "x")
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is table.view
    assert table.view.currentIndex() == table.model.index(2, 0)
    assert [each.note for each in parts_of_rows(table.model.rows, table.parts)] == ["old", "xold"]
    table.setFixedWidth(1200)
    qtbot.waitUntil(lambda: table.view.folded_names() == [])
    table.view.go_to(0, 0)
    assert table.more.isHidden()


def test_what_hangs_on_a_row_is_brought_into_sight(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, CITATIONS, Citation(source=Source(title="Desk note")))
    area = QScrollArea(frame)
    area.setWidgetResizable(True)
    area.setWidget(table)
    frame.put(area)
    area.setFixedSize(900, 240)
    qtbot.waitUntil(lambda: area.viewport().width() > 800)
    table.view.go_to(0, table.view.last_column)
    qtbot.waitUntil(lambda: table.more.height() > area.height())
    for _ in (*table.view.folded_names(), *CITATIONS.more):
        press(qtbot, Qt.Key.Key_Tab)
        line = QApplication.focusWidget()
        top = line.mapTo(area.viewport(), QPoint()).y()
        assert 0 <= top <= area.viewport().height() - line.fontMetrics().height()
    assert line is leaf(table.more.edits["source.marking"])
