"""The same keys mean the same in every cell of every table, and in every picker of every form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from db import choice_text, choices, is_closed, office_text
from desktop.editors.field_edits import make_editor
from desktop.editors.parts.parts_table import PartsTable
from desktop.editors.suggest_line import SuggestLine
from desktop.fields import RECORD_FORMS
from desktop.fields.act_columns import cell_content
from desktop.fields.field_contents import show
from desktop.fields.field_types import FormField, PartsTableSpec
from desktop.fields.part_rows import row_of
from desktop.widgets.plain import PlainLabel
from tests.desktop.editors.conftest import Frame
from tests.desktop.small_desk import SmallDesk

TAB, RETURN, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down
ALT = Qt.KeyboardModifier.AltModifier
LISTED = ("choice", "marking", "ref", "office", "source")  # sorts of cells that have a list


def _tables() -> list[PartsTableSpec]:
    """Every table of every form, those inside others too, each once."""
    found: dict[PartsTableSpec, None] = {}
    for form in RECORD_FORMS.values():
        for table in form.parts():
            found |= dict.fromkeys(each for each in (table, table.inner) if each is not None)
    return list(found)


def _cells(*sorts: str) -> list[object]:
    return [
        pytest.param(table, column, id=f"{table.name}.{field.name}")
        for table in _tables()
        for column, field in enumerate(table.columns)
        if field.sort in sorts
    ]


def _picker_fields() -> list[FormField]:
    """Every field of a form, cell or detail in which another record or office is picked."""
    fields: dict[FormField, None] = {}
    for form in RECORD_FORMS.values():
        fields |= dict.fromkeys(form.fields())
    for table in _tables():
        fields |= dict.fromkeys((*table.columns, *table.more))
    by_kinds = {(each.sort, each.kinds): each for each in fields if each.sort in ("ref", "office")}
    return list(by_kinds.values())


@pytest.fixture
def opened(frame: Frame, desk: SmallDesk) -> Iterator[Opened]:
    yield Opened(frame, desk)


class Opened:
    """A table with one row, and a way to put the focus in a cell of it."""

    def __init__(self, frame: Frame, desk: SmallDesk) -> None:
        self.frame = frame
        self.desk = desk

    def cell(self, parts: PartsTableSpec, column: int) -> PartsTable:
        table = PartsTable(parts, self.desk)
        table.show_rows([row_of(parts.of(), parts)])
        self.frame.put(table)
        table.view.go_to(0, column)
        return table


def _editor(table: PartsTable) -> QWidget:
    editor = table.view.cells.open_editor
    assert editor is not None
    return editor


def _type(qtbot: QtBot, text: str) -> None:
    for letter in text:
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def _has_open_list(editor: QWidget) -> bool:
    if isinstance(editor, QComboBox):
        return editor.view().isVisible()
    return isinstance(editor, SuggestLine) and editor.is_open


def _close_list(editor: QWidget) -> None:
    if isinstance(editor, QComboBox):
        editor.hidePopup()
    elif isinstance(editor, SuggestLine):
        editor.close_list()


@pytest.mark.parametrize(("parts", "column"), _cells(*LISTED))
def test_alt_and_down_open_the_list_of_every_cell(
    opened: Opened, qtbot: QtBot, parts: PartsTableSpec, column: int
) -> None:
    table = opened.cell(parts, column)
    qtbot.keyClick(table.view, DOWN, ALT)
    assert _has_open_list(_editor(table)), "of a cell that was not open"
    _close_list(_editor(table))
    qtbot.keyClick(_editor(table), DOWN, ALT)
    assert _has_open_list(_editor(table)), "of the cell that is open"
    _close_list(_editor(table))


@pytest.mark.parametrize("key", [TAB, RETURN])
@pytest.mark.parametrize(("parts", "column"), _cells("choice"))
def test_what_a_cell_shows_is_what_tab_and_enter_keep(
    opened: Opened, qtbot: QtBot, parts: PartsTableSpec, column: int, key: Qt.Key
) -> None:
    table = opened.cell(parts, column)
    field = parts.columns[column]
    word = max((each for each in choices(field.words) if each), key=len)
    before = cell_content(table.model.rows[0], field)
    _type(qtbot, choice_text(word)[:4])
    editor = _editor(table)
    assert isinstance(editor, QComboBox)
    shown = editor.currentText()
    qtbot.keyClick(QApplication.focusWidget() or editor, key)
    kept = cell_content(table.model.rows[0], field)
    assert show(field, kept) == shown
    assert kept in choices(field.words)
    assert kept != before or shown == show(field, before)


@pytest.mark.parametrize(("parts", "column"), _cells("choice"))
def test_a_word_that_an_open_list_has_not_is_said_to_be_new(
    opened: Opened, qtbot: QtBot, parts: PartsTableSpec, column: int
) -> None:
    field = parts.columns[column]
    if is_closed(field.words):
        return
    table = opened.cell(parts, column)
    _type(qtbot, "zzq")
    assert table.foot() == "New here: “zzq” is not in the list yet."
    foot = next(each for each in table.findChildren(PlainLabel) if each.text() == table.foot())
    assert foot.property("role") == "small", "quiet: it is no fault"
    qtbot.keyClick(QApplication.focusWidget(), TAB)
    assert cell_content(table.model.rows[0], field) == "zzq"


class Picked:
    """A picker in a window, with the name of something that it finds."""

    def __init__(self, frame: Frame, desk: SmallDesk, field: FormField) -> None:
        editor = make_editor(field, desk)
        assert isinstance(editor, SuggestLine)
        self.line = editor
        frame.put(editor)
        editor.setFocus()
        if field.sort == "office":
            self.name = office_text(desk.reader.find_offices("foreign minister", desk.lens)[0])
        else:
            kind = field.kinds[0]
            key = desk.reader.all_ids(kind, desk.lens, "name" if kind == "person" else "title")[0]
            self.name = desk.reader.lines([key], desk.lens)[0].title

    def places_to_make(self) -> list[int]:
        """Where in the list something new would be made."""
        texts = self.line.offer_texts()
        return [place for place, text in enumerate(texts) if text.startswith("Create")]


@pytest.fixture(params=_picker_fields(), ids=lambda field: field.name)
def picked(request: pytest.FixtureRequest, frame: Frame, desk: SmallDesk) -> Picked:
    return Picked(frame, desk, request.param)


@pytest.mark.parametrize("keys", [(TAB,), (DOWN, RETURN)])
def test_every_picker_takes_the_hit_that_is_marked(
    picked: Picked, qtbot: QtBot, keys: tuple[Qt.Key, ...]
) -> None:
    qtbot.keyClicks(picked.line, picked.name)
    count, makes = len(picked.line.offer_texts()), picked.places_to_make()
    assert makes == list(range(count - len(makes), count)), "what would be made comes last"
    for key in keys[:-1]:
        qtbot.keyClick(picked.line, key)
    marked = picked.line.marked_row()
    assert marked not in makes
    qtbot.keyClick(picked.line, keys[-1])
    content = picked.line.content()
    assert content.id, "nothing is made"
    assert not picked.line.is_open


def test_every_picker_makes_a_new_one_only_when_it_is_chosen(picked: Picked, qtbot: QtBot) -> None:
    qtbot.keyClicks(picked.line, "Zqxv, Wvyk")
    assert picked.line.marked_row() == -1
    assert picked.places_to_make() == list(range(len(picked.line.offer_texts())))
    qtbot.keyClick(picked.line, DOWN)
    assert picked.line.marked_row() == 0
    qtbot.keyClick(picked.line, TAB)
    assert picked.line.content().is_new


def test_no_picker_makes_what_was_only_typed(picked: Picked, qtbot: QtBot) -> None:
    qtbot.keyClicks(picked.line, "Zqxv, Wvyk")
    qtbot.keyClick(picked.line, RETURN)
    qtbot.keyClick(picked.line, TAB)
    assert not getattr(picked.line.content(), "is_new", False)


@pytest.mark.parametrize("sort", ["country", "topics", "source", "ref", "office"])
def test_an_empty_line_opens_its_list_and_takes_nothing_of_itself(
    frame: Frame, desk: SmallDesk, qtbot: QtBot, sort: str
) -> None:
    line = make_editor(FormField("x", "X", sort, kinds=("person",)), desk)
    assert isinstance(line, SuggestLine)
    frame.put(line)
    line.setFocus()
    qtbot.keyClick(line, DOWN, ALT)
    assert line.is_open
    assert line.marked_row() == -1
    empty = line.content()
    qtbot.keyClick(line, TAB)
    assert line.content() == empty
