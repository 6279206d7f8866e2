"""Each cell is edited by the editor of its column, and a cell with a problem is framed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from db import Citation, Note, PartyAction, Source, Tenure
from desktop.editors.field_edits import ChoiceEdit, TextEdit
from desktop.editors.parts.parts_delegate import PartsDelegate
from desktop.editors.parts.parts_model import PartsModel
from desktop.editors.suggest_line import SuggestLine
from desktop.editors.word_lines import SourceLine
from desktop.fields.agreement_fields import ACTIONS
from desktop.fields.every_kind import CITATIONS, NOTES
from desktop.fields.field_types import PartsTableSpec
from desktop.fields.part_rows import row_of
from desktop.fields.person_fields import TENURES
from tests.desktop.small_desk import SmallDesk


class Bench:
    """A delegate over a model of one row, with a parent for its editors."""

    def __init__(self, parts: PartsTableSpec, part: object, desk: SmallDesk) -> None:
        self.model = PartsModel(parts)
        self.model.show_rows([row_of(part, parts)])
        self.parent = QWidget()
        self.parent.resize(600, 200)
        self.delegate = PartsDelegate(desk, self.parent)
        self.names = [field.name for field in parts.columns]

    def editor(self, name: str, row: int = 0) -> tuple[QWidget, object]:
        index = self.model.index(row, self.names.index(name))
        made = self.delegate.createEditor(self.parent, QStyleOptionViewItem(), index)
        self.delegate.setEditorData(made, index)
        return made, index


@pytest.fixture
def tenure(qtbot: QtBot, desk: SmallDesk) -> Bench:
    made = Bench(TENURES, Tenure(note="as told"), desk)
    qtbot.addWidget(made.parent)
    return made


def test_an_editor_is_named_as_its_column_and_holds_its_cell(tenure: Bench) -> None:
    editor, _ = tenure.editor("note")
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "Remark"
    assert editor.text() == editor.selectedText() == "as told"
    assert tenure.delegate.open_editor is editor


def test_a_change_of_the_model_leaves_what_is_being_typed(tenure: Bench) -> None:
    editor, index = tenure.editor("note")
    editor.setText("half")
    tenure.delegate.setEditorData(editor, index)
    assert editor.text() == "half"


def test_an_editor_puts_its_content_into_its_row(tenure: Bench, qtbot: QtBot) -> None:
    editor, index = tenure.editor("note")
    with qtbot.waitSignal(tenure.delegate.typed):
        editor.clear()
        qtbot.keyClicks(editor, "x")
    tenure.delegate.setModelData(editor, tenure.model, index)
    assert tenure.model.rows[0].cells["note"] == "x"


def test_the_empty_row_opens_empty(tenure: Bench) -> None:
    editor, _ = tenure.editor("note", row=1)
    assert editor.text() == ""


@pytest.mark.parametrize(("key", "by"), [(Qt.Key.Key_Tab, 1), (Qt.Key.Key_Backtab, -1)])
def test_tab_commits_and_steps(tenure: Bench, qtbot: QtBot, key: Qt.Key, by: int) -> None:
    editor, _ = tenure.editor("note")
    editor.installEventFilter(tenure.delegate)
    with (
        qtbot.waitSignals([tenure.delegate.commitData, tenure.delegate.closeEditor]),
        qtbot.waitSignal(tenure.delegate.stepped) as stepped,
    ):
        qtbot.keyClick(editor, key)
    assert stepped.args == [by]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_completion_that_is_shown_is_kept(qtbot: QtBot, desk: SmallDesk, key: Qt.Key) -> None:
    bench = Bench(ACTIONS, PartyAction(), desk)
    qtbot.addWidget(bench.parent)
    bench.parent.show()
    editor, index = bench.editor("action")
    assert isinstance(editor, ChoiceEdit)
    editor.installEventFilter(bench.delegate)
    bench.delegate.commitData.connect(
        lambda made: bench.delegate.setModelData(made, bench.model, index)
    )
    line = editor.lineEdit()
    assert line is not None
    bench.parent.activateWindow()
    editor.show()
    editor.setFocus()
    qtbot.waitUntil(line.hasFocus)  # only a line with the focus completes a word
    line.selectAll()
    qtbot.keyClicks(line, "rat")
    assert editor.currentText() == "ratified"
    qtbot.keyClick(editor, key)
    assert bench.model.rows[0].cells["action"] == "ratified"


def test_alt_and_down_open_the_list_of_a_cell(tenure: Bench, qtbot: QtBot) -> None:
    tenure.parent.show()
    editor, _ = tenure.editor("end_state")
    assert isinstance(editor, ChoiceEdit)
    tenure.delegate.open_list()
    qtbot.waitUntil(lambda: editor.view().isVisible())
    editor.hidePopup()


def test_enter_ends_a_line_but_not_a_text(tenure: Bench, qtbot: QtBot, desk: SmallDesk) -> None:
    editor, _ = tenure.editor("note")
    editor.installEventFilter(tenure.delegate)
    with qtbot.waitSignal(tenure.delegate.closeEditor):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    notes = Bench(NOTES, Note(text="one"), desk)
    qtbot.addWidget(notes.parent)
    text, _ = notes.editor("text")
    assert isinstance(text, TextEdit)
    text.installEventFilter(notes.delegate)
    text.moveCursor(text.textCursor().MoveOperation.End)
    with qtbot.assertNotEmitted(notes.delegate.closeEditor):
        qtbot.keyClick(text, Qt.Key.Key_Return)


def test_a_picked_source_fills_every_cell_of_it(qtbot: QtBot, desk: SmallDesk) -> None:
    bench = Bench(CITATIONS, Citation(), desk)
    qtbot.addWidget(bench.parent)
    editor, index = bench.editor("source.title")
    assert isinstance(editor, SourceLine)
    editor.picked = Source(id=7, title="Readout", publisher="MOFA")
    editor.set_content("Readout")
    cells = bench.delegate.typed_cells(editor, index)
    assert (cells["source.title"], cells["source.publisher"]) == ("Readout", "MOFA")


def test_a_line_for_names_has_room_in_a_narrow_column(tenure: Bench) -> None:
    editor, index = tenure.editor("office")
    assert isinstance(editor, SuggestLine)
    option = QStyleOptionViewItem()
    option.rect.setRect(10, 10, 20, 24)
    tenure.delegate.updateEditorGeometry(editor, option, index)
    assert editor.width() > 20
    assert editor.geometry().right() < tenure.parent.width()


def painted(bench: Bench, state: QStyle.StateFlag) -> QImage:
    image = QImage(80, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    option.state = QStyle.StateFlag.State_Enabled | state
    with QPainter(image) as painter:
        bench.delegate.paint(painter, option, bench.model.index(0, bench.names.index("note")))
    return image


def test_a_problem_is_seen_at_its_cell(tenure: Bench) -> None:
    plain = painted(tenure, QStyle.StateFlag.State_None)
    tenure.model.show_problem(0, "note", "It is wrong.")
    framed = painted(tenure, QStyle.StateFlag.State_None)
    assert plain.pixelColor(1, 12) != framed.pixelColor(1, 12)
    assert plain.pixelColor(40, 22) != framed.pixelColor(40, 22)
