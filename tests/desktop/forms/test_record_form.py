"""What goes into a form comes out of it, and what is wrong stands where it is wrong."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from db import KINDS, RECORD_TYPES, Agreement, HistoricalDate, Invalid, Name, Party, Person, Tenure
from desktop.editors.parts.parts_table import PartsTable
from desktop.fields import RECORD_FORMS
from desktop.forms.record_form import RecordForm
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.plain import PlainLabel
from tests.desktop.small_desk import FULL, SmallDesk, ref


def shown_form(qtbot: QtBot, desk: SmallDesk, kind: str) -> RecordForm:
    form = RecordForm(kind, desk)
    qtbot.addWidget(form)
    form.resize(740, 700)
    form.show()
    return form


def full_form(qtbot: QtBot, desk: SmallDesk, kind: str = "person") -> RecordForm:
    """A form over a record that has something in every field and is on the desk."""
    record = FULL[kind](desk)
    desk.save(record)
    form = shown_form(qtbot, desk, kind)
    form.load(desk.reader.get(record.id, desk.lens))
    qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))
    return form


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_record_comes_out_as_it_went_in(qtbot: QtBot, desk: SmallDesk, kind: str) -> None:
    record = FULL[kind](desk)
    desk.save(record)
    stored = desk.reader.get(record.id, desk.lens)
    form = shown_form(qtbot, desk, kind)
    form.load(stored)
    assert form.record() == stored
    qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))
    assert form.record() == stored
    assert form.record() is not stored
    assert not form.is_dirty()


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_record_comes_out_empty(qtbot: QtBot, desk: SmallDesk, kind: str) -> None:
    form = shown_form(qtbot, desk, kind)
    form.load(RECORD_TYPES[kind]())
    assert form.record() == RECORD_TYPES[kind]()


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_there_before_its_tables(qtbot: QtBot, desk: SmallDesk, kind: str) -> None:
    form = shown_form(qtbot, desk, kind)
    form.load(FULL[kind](desk))
    count = sum(1 for _ in RECORD_FORMS[kind].parts())
    assert count > 1 and form.findChildren(PartsTable) == []
    qtbot.waitUntil(lambda: len(form.findChildren(PartsTable)) >= count)


def test_typing_makes_the_form_dirty_and_taking_it_back_clean(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    form = full_form(qtbot, desk)
    line = form.page.edits["pronunciation"].widget
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(line, "x")
    assert form.is_dirty()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not form.is_dirty()


def test_an_unreadable_date_is_refused_at_its_path(qtbot: QtBot, desk: SmallDesk) -> None:
    form = full_form(qtbot, desk)
    born = form.page.edits["born"].widget
    assert isinstance(born, DateEdit)
    line = born.focusProxy()
    line.selectAll()
    qtbot.keyClicks(line, "03/04/1950")
    with pytest.raises(Invalid) as raised:
        form.record()
    assert list(raised.value.problems) == ["born"]
    assert "03/04/1950" in raised.value.problems["born"]


def test_a_draft_brings_back_everything_typed(qtbot: QtBot, desk: SmallDesk) -> None:
    form = full_form(qtbot, desk)
    loaded = form.record()
    line = form.page.edits["born"].widget.focusProxy()
    line.selectAll()
    qtbot.keyClicks(line, "in Juli")
    qtbot.keyClicks(form.page.edits["title"].widget, " of Lahore")
    form.rows["tenures"][0].cells["note"] = "typed"
    draft = form.draft()
    json.loads(draft)
    other = shown_form(qtbot, desk, "person")
    other.load(loaded)
    other.restore(draft)
    assert other.draft() == draft
    assert other.is_dirty()
    assert other.page.edits["born"].content() == form.page.edits["born"].content()
    with pytest.raises(Invalid, match="Juli"):
        other.record()


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_of_a_full_record_restores_the_record(
    qtbot: QtBot, desk: SmallDesk, kind: str
) -> None:
    form = full_form(qtbot, desk, kind)
    draft, before = form.draft(), form.record()
    form.restore(draft)
    assert form.record() == before


def test_problems_stand_beside_their_fields_and_the_first_gets_the_focus(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    form = full_form(qtbot, desk)
    form.show_problems(
        {
            "tenures[1].until": "The end is before the start.",
            "gender": "Nobody knows this.",
            "citations[0].source": "A source needs its title.",
            "spirit": "There is no such field.",
        }
    )
    tenures = form.page.tables["tenures"]
    cell = tenures.model.index(1, 2)
    assert tenures.model.problem(cell) == "The end is before the start."
    assert tenures.view.currentIndex() == cell
    assert tenures.foot() == "The end is before the start."
    assert form.page.edits["gender"].problem() == "Nobody knows this."
    sources = form.page.tables["citations"].model
    assert sources.problem(sources.index(0, 0)) == "A source needs its title."
    assert form.message.text() == "There is no such field."
    assert QApplication.focusWidget() is tenures.view


def test_a_problem_goes_as_its_field_is_mended(qtbot: QtBot, desk: SmallDesk) -> None:
    form = full_form(qtbot, desk)
    form.show_problems({"title": "The record needs a name."})
    title = form.page.edits["title"]
    assert title.problem() == "The record needs a name."
    qtbot.keyClicks(title.widget, "D")
    assert title.problem() == ""


def test_what_the_store_refuses_has_a_place_on_the_form(qtbot: QtBot, desk: SmallDesk) -> None:
    form = shown_form(qtbot, desk, "person")
    form.load(Person(tenures=[Tenure(since=HistoricalDate.parse("2020"))]))
    with pytest.raises(Invalid) as raised:
        desk.save(form.record())
    form.show_problems(raised.value.problems)
    assert form.page.edits["title"].problem() == "The record needs a name."
    assert "office" in form.page.tables["tenures"].foot()
    assert not form.message.text()


def test_parts_of_a_name_follow_the_name(qtbot: QtBot, desk: SmallDesk) -> None:
    form = shown_form(qtbot, desk, "person")
    form.load(Person())
    qtbot.keyClicks(form.page.edits["title"].widget, "H.E. Ishaq Dar")
    family = form.page.edits["family"].widget
    assert family.placeholderText() == "Dar"
    assert form.page.edits["honorific"].widget.placeholderText() == "H.E."
    assert form.page.edits["family"].content() == ""


def test_own_parts_of_a_name_stay_when_the_name_changes(qtbot: QtBot, desk: SmallDesk) -> None:
    form = shown_form(qtbot, desk, "person")
    form.load(Person(title="Ishaq Da", given="Ishaq", family="Da", name_order="given-first"))
    qtbot.keyClicks(form.page.edits["title"].widget, "M ")
    form.page.edits["title"].widget.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(form.page.edits["title"].widget, "r")
    made = form.record()
    assert (made.title, made.given, made.family) == ("M Ishaq Dar", "M Ishaq", "Dar")
    form.page.edits["given"].set_content("Mohammad Ishaq")
    qtbot.keyClicks(form.page.edits["title"].widget, "k")
    assert form.record().given == "Mohammad Ishaq"


def test_a_half_typed_cell_is_in_the_draft_and_can_be_given_back(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    form = full_form(qtbot, desk)
    qtbot.waitActive(form)
    form.focus_field("citations[0].source")
    before = form.draft()
    for letter in "Mem":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert '"Mem"' in form.draft()
    assert form.is_dirty()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert form.draft() == before
    form.focus_field("contacts[2]")
    qtbot.keyClicks(QApplication.focusWidget(), "f")
    assert len(json.loads(form.draft())["parts"]["contacts"]) == 3
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert form.draft() == before


def test_the_native_line_is_the_native_name_of_the_table(qtbot: QtBot, desk: SmallDesk) -> None:
    form = shown_form(qtbot, desk, "person")
    form.load(Person(title="Asim Munir", names=[Name(text="Gen Munir")]))
    native = form.page.native
    native.setText("عاصم منی")
    native.insert("ر")
    assert native.layoutDirection() == Qt.LayoutDirection.RightToLeft
    made = form.record().names
    assert [(name.text, name.kind) for name in made] == [
        ("عاصم منیر", "native"),
        ("Gen Munir", "alias"),
    ]
    native.selectAll()
    qtbot.keyClick(native, Qt.Key.Key_Delete)
    assert [name.text for name in form.record().names] == ["Gen Munir"]


def test_the_focus_goes_to_any_path(qtbot: QtBot, desk: SmallDesk) -> None:
    form = full_form(qtbot, desk, "agreement")
    form.focus_field("parties[0].actions[1].date")
    inner = form.page.tables["parties"].inner
    assert inner.view.hasFocus()
    assert (inner.view.currentIndex().row(), inner.view.currentIndex().column()) == (1, 1)
    form.focus_field("title")
    assert form.page.edits["title"].widget.hasFocus()


def test_tab_goes_down_the_page(qtbot: QtBot, desk: SmallDesk) -> None:
    form = full_form(qtbot, desk)
    qtbot.waitActive(form)
    form.focus_field("keep_until")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.page.tables["tenures"].view
    form.page.tables["contacts"].view.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is form.page.tables["ranks"].view
    form.focus_field("given")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is form.page.tables["citations"].view


def test_the_parties_say_whose_rupee_an_amount_is_in(qtbot: QtBot, desk: SmallDesk) -> None:
    form = shown_form(qtbot, desk, "agreement")
    form.load(Agreement(title="Loan", parties=[Party(who=ref(desk, "Pakistan Army"))]))
    qtbot.waitUntil(lambda: "amounts" in form.page.tables)
    amounts = form.page.tables["amounts"]
    assert amounts.model.countries() == {"pk"}
    amounts.view.go_to(0, 0)
    amounts.view.paste("Rs 3 crore, committed")
    made = form.record()
    assert isinstance(made, Agreement)
    assert [(each.number, each.currency, each.stage) for each in made.amounts] == [
        ("30000000", "PKR", "committed")
    ]


def test_all_faults_are_named_at_once(qtbot: QtBot, desk: SmallDesk) -> None:
    form = shown_form(qtbot, desk, "person")
    form.load(Person())
    qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))
    qtbot.keyClicks(form.page.edits["born"].widget.focusProxy(), "in Juli")
    tenures = form.page.tables["tenures"]
    tenures.view.go_to(0, 0)
    tenures.view.paste("Nobody, Nowhere\tin Juli\t2020")
    with pytest.raises(Invalid) as raised:
        form.record()
    assert set(raised.value.problems) == {"title", "born", "tenures[0].office", "tenures[0].since"}
    assert "Juli" in raised.value.problems["tenures[0].since"]
    assert "not chosen yet" in raised.value.problems["tenures[0].office"]
    form.show_problems(raised.value.problems)
    assert (
        form.page.edits["title"].problem() and form.focusWidget() is form.page.edits["title"].widget
    )


def test_a_key_goes_from_section_to_section(qtbot: QtBot, desk: SmallDesk) -> None:
    form = full_form(qtbot, desk)
    form.activateWindow()
    form.focus_field("title")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    tenures = form.page.tables["tenures"].view
    assert form.focusWidget() is tenures and tenures.currentIndex().row() == 0
    tenures.go_to(0, 5)
    qtbot.keyClick(tenures, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "new note")
    form.step_section(1)
    assert form.focusWidget() is form.page.tables["ranks"].view  # a table is a step of its own
    assert form.rows["tenures"][0].cells["note"] == "new note"  # the open cell was taken
    form.step_section(1)
    assert form.focusWidget() is form.page.tables["contacts"].view
    form.step_section(-1)
    form.step_section(-1)
    form.step_section(-1)
    assert form.focusWidget() is form.page.edits["title"].widget


@pytest.mark.parametrize("name", ["ranks", "contacts", "citations", "names", "links"])
def test_what_is_said_of_a_cell_is_in_sight(qtbot: QtBot, desk: SmallDesk, name: str) -> None:
    form = full_form(qtbot, desk)
    form.resize(740, 420)
    table = form.page.tables[name]
    column = next(at for at, field in enumerate(table.parts.columns) if field.sort == "choice")
    form.focus_field(f"{name}[0].{table.parts.columns[column].name}")
    for letter in "zzq":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    foot = next(each for each in table.findChildren(PlainLabel) if each.text() == table.foot())
    assert foot.text().startswith("New here") or name == "names"  # a closed list
    area = next(each for each in form.findChildren(QScrollArea) if each.isAncestorOf(foot))
    spot = foot.mapTo(area.viewport(), foot.rect().bottomLeft())
    assert area.viewport().rect().contains(spot)
