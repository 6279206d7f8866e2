"""A double click on anything that a page shows opens the form where this is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db import KINDS, Lens, Reader, Record, open_desk
from desktop.forms.record_form import RecordForm
from desktop.page.look import look_of
from desktop.page.page_fields import cursor_under, field_at, find_field, stretch_of
from desktop.page.record_page import page_html
from desktop.paper.sheets.sheet_forms import known_around
from tests.desktop.small_desk import FULL, SmallDesk, copy_small_desk
from tests.marked_desk import ALL, make_full_desk

_OWN_WORD = re.compile(r"openwort[a-z]+")


@pytest.fixture(scope="module")
def full_desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Record]]:
    path = tmp_path_factory.mktemp("full") / "full.desk"
    return path, {record.KIND: record for record in make_full_desk(path)}


@pytest.fixture
def desk(full_desk: tuple[Path, dict[str, Record]]) -> Iterator[SmallDesk]:
    made = SmallDesk(open_desk(full_desk[0]), ALL)
    yield made
    made.store.close()


def document_of(reader: Reader, record_id: int, lens: Lens, parent: QWidget) -> QTextDocument:
    reading = reader.read(record_id, lens)
    look = look_of(parent.palette(), parent.font(), 900)
    known = known_around(reader, reading, lens)
    opened = frozenset(range(200))
    made = QTextDocument(parent)
    made.setHtml(page_html(reading, lens, (), known, look, opened))
    return made


def stretches(document: QTextDocument) -> Iterator[tuple[str, str]]:
    """The texts of a page, each with the field that it says it shows."""
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            yield at.fragment().text(), at.fragment().charFormat().toolTip()
            at += 1
        block = block.next()


def form_of(qtbot: QtBot, desk: SmallDesk, record: Record) -> RecordForm:
    form = RecordForm(record.KIND, desk)
    qtbot.addWidget(form)
    form.resize(900, 700)
    form.load(record)
    qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))
    return form


def text_in_focus(form: RecordForm) -> str:
    """What stands in the field or the cell that has the focus."""
    focus = form.focusWidget()
    if isinstance(focus, QLineEdit):
        return focus.text()
    if isinstance(focus, QComboBox):
        return focus.currentText()
    if isinstance(focus, QPlainTextEdit):
        return focus.toPlainText()
    assert isinstance(focus, QTableView), focus
    return str(focus.currentIndex().data(Qt.ItemDataRole.DisplayRole))


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_record_leads_to_the_field_it_stands_in(
    kind: str, desk: SmallDesk, full_desk: tuple[Path, dict[str, Record]], qtbot: QtBot
) -> None:
    record = desk.reader.get(full_desk[1][kind].id, ALL)
    form = form_of(qtbot, desk, record)
    own = set(_OWN_WORD.findall(record.model_dump_json()))
    found = set()
    for text, field in stretches(document_of(desk.reader, record.id, ALL, form)):
        for word in own & set(_OWN_WORD.findall(text)):
            found.add(word)
            assert field, f"{word} in “{text}” says not which field it is"
            form.focus_field(field)
            assert word in text_in_focus(form), (word, text, field)
    assert len(found) > 0.8 * len(own)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_a_page_names_takes_the_focus(
    kind: str, tmp_path: Path, qtbot: QtBot
) -> None:
    """Also where what is shown is said in other words than what is typed: a stage, an act."""
    desk = copy_small_desk(tmp_path)
    record = FULL[kind](desk)
    desk.save(record)
    form = form_of(qtbot, desk, desk.reader.get(record.id, desk.lens))
    document = document_of(desk.reader, record.id, desk.lens, form)
    fields = {field for _, field in stretches(document) if field}
    assert len(fields) > 20
    lost = [field for field in sorted(fields) if not leads_there(form, field)]
    desk.store.close()
    assert lost == []


def leads_there(form: RecordForm, field: str) -> bool:
    """Whether the focus is in a field by a path, in no other."""
    form.page.edits["title"].setFocus()
    form.focus_field(field)
    focus = form.focusWidget()
    head, _, rest = field.partition("[")
    if head in form.page.edits:
        return form.page.edits[head].isAncestorOf(focus) or form.page.edits[head] is focus
    table, (row, _, name) = form.page.tables[head], rest.partition("].")
    if not row:
        return table.isAncestorOf(focus)
    if table.view.currentIndex().row() != int(row):
        return False
    if table.inner is not None and name.startswith(f"{table.inner.parts.name}["):
        row, _, name = name.partition("[")[2].partition("].")
        table = table.inner
        if table.view.currentIndex().row() != int(row):
            return False
    if focus is table.view:
        return table.parts.columns[table.view.currentIndex().column()].name == name
    return name in table.more.edits and table.more.edits[name].isAncestorOf(focus)


HTML = """<table width="100%"><tr title="born"><td>Born</td>
<td>in <span title="place">Lahore</span></td></tr></table><p>Nothing</p>"""


@pytest.fixture
def view(qtbot: QtBot) -> QTextBrowser:
    made = QTextBrowser()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.setHtml(HTML)
    made.show()
    return made


@pytest.mark.parametrize(
    "word,letter,field",
    [("Born", 0, "born"), ("in ", 0, "born"), ("Lahore", 0, "place"), ("Lahore", 5, "place"),
     ("Nothing", 3, "")],
)  # fmt: skip
def test_each_letter_tells_its_field(
    view: QTextBrowser, word: str, letter: int, field: str
) -> None:
    """Also its left and its right half: the nearest place between letters is another."""
    cursor = view.document().find(word)
    first = cursor.selectionStart() + letter
    cursor.setPosition(first)
    left = view.cursorRect(cursor)
    cursor.setPosition(first + 1)
    width = view.cursorRect(cursor).x() - left.x()
    for share in (0.25, 0.75):
        spot = QPoint(round(left.x() + share * width), left.center().y())
        assert field_at(cursor_under(view, spot)) == field


def test_beside_a_line_is_the_end_of_it(view: QTextBrowser) -> None:
    place = view.cursorRect(view.document().find("Lahore")).center()
    assert field_at(cursor_under(view, place + QPoint(90, 0))) == "place"


def test_a_stretch_is_all_that_shows_one_field(view: QTextBrowser) -> None:
    cursor = view.document().find("hor")
    cursor.setPosition(cursor.selectionStart())
    stretch = stretch_of(cursor)
    assert stretch is not None and stretch.selectedText() == "Lahore"
    assert stretch_of(view.document().find("Nothing")) is None


def test_a_paragraph_without_a_letter_has_no_stretch(view: QTextBrowser) -> None:
    cursor = view.document().find("Lahore")
    cursor.setPosition(cursor.selectionEnd())
    cursor.insertBlock()  # which takes over the path of the field
    assert field_at(cursor) == "place" and stretch_of(cursor) is None


def test_a_field_is_found_again(view: QTextBrowser) -> None:
    cursor = find_field(view.document(), "place")
    assert isinstance(cursor, QTextCursor) and field_at(cursor) == "place"
    assert find_field(view.document(), "died") is None
