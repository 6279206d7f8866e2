"""The pane reads one record and turns into its form in place, and loses no text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import Person
from desktop.session.session import Session
from desktop.tabs.record_pane import RecordPane
from desktop.widgets.message import Notice
from desktop.window.main_window import Window
from tests.desktop.conftest import title_edit


@pytest.fixture
def pane(window: Window) -> RecordPane:
    return window.view.tab.pane


@pytest.fixture
def told(pane: RecordPane) -> list[Notice]:
    notices: list[Notice] = []
    pane.noticed.connect(notices.append)
    return notices


def test_the_page_is_made_when_it_is_first_shown(window: Window) -> None:
    made = RecordPane("person", window.session, window)
    assert "page" not in made.__dict__
    first = window.view.tab.list.model.id_at(0)
    assert made.show_record(first)
    assert made.currentWidget() is made.page and made.record_id == first


def test_a_record_that_is_gone_is_an_empty_page(pane: RecordPane) -> None:
    assert pane.show_record(999_999)
    assert pane.reading is None and pane.record_id is None


@pytest.mark.parametrize("field", ["family", "native", "title", "tenures[0].since", "topics"])
def test_the_form_opens_at_the_field_that_is_asked_for(
    pane: RecordPane, field: str, qtbot: QtBot
) -> None:
    """Also where tables above it take their room after it had the focus."""
    pane.page.edit_asked.emit(field)
    form = pane.form
    assert form is not None
    qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))
    qtbot.wait(0)
    focus = form.focusWidget()
    name = field.partition("[")[0]
    where = {**form.page.edits, **form.page.tables, "native": form.page.native}[name]
    assert where is not None and (where is focus or where.isAncestorOf(focus))
    assert not focus.visibleRegion().isEmpty()
    pane.discard_changes()


def test_f2_opens_the_field_the_reader_is_at(pane: RecordPane, qtbot: QtBot) -> None:
    from desktop.page.page_text import PageText

    text = pane.page.findChild(PageText)
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    while pane.page.field_in_focus() != "family":
        qtbot.keyClick(text, Qt.Key.Key_Down)
    pane.edit()
    assert pane.form.page.edits["family"].isAncestorOf(pane.form.focusWidget())
    pane.discard_changes()


def test_what_did_not_change_is_not_saved(pane: RecordPane, window: Window) -> None:
    before = window.session.undo_label()
    pane.edit()
    assert pane.is_editing and pane.save()
    assert not pane.is_editing and window.session.undo_label() == before


def test_a_form_with_an_error_stays_and_says_how_many(
    pane: RecordPane, told: list[Notice], window: Window
) -> None:
    pane.edit()
    title_edit(window).setPlainText(" ")
    assert not pane.save_and_close() and pane.is_editing
    assert told[-1].kind == "error" and "field" in told[-1].text
    told[-1].act()
    assert not pane.is_editing


def test_text_that_is_given_back_can_be_taken_up_again(
    pane: RecordPane, told: list[Notice], window: Window, qtbot: QtBot
) -> None:
    pane.edit()
    qtbot.keyClicks(title_edit(window), "x")
    pane.discard_changes()
    assert not pane.is_editing and told[-1].kind == "undo"
    told[-1].act()
    assert pane.is_editing and "x" in title_edit(window).toPlainText()
    pane.discard_changes()


def test_what_is_typed_is_a_draft_within_a_second(
    pane: RecordPane, window: Window, qtbot: QtBot
) -> None:
    pane.edit()
    qtbot.keyClicks(title_edit(window), "x")
    qtbot.waitUntil(lambda: len(window.session.drafts()) == 1, timeout=3000)
    pane.discard_changes()
    assert window.session.drafts() == []


def test_a_new_record_has_no_page_yet(pane: RecordPane, window: Window) -> None:
    pane.make()
    assert pane.is_editing and pane.record_id is None
    pane.discard_changes()
    assert pane.currentWidget() is pane.page


def test_a_page_that_was_read_under_an_older_lens_is_read_anew(
    pane: RecordPane, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A marked record is asked for, and the ceiling is lowered before its page arrives."""
    session = window.session
    session.limit(3)
    lines = session.reader.lines(
        session.reader.all_ids("person", session.lens, "name"), session.lens
    )
    secret = next(line for line in lines if line.marking == 3)
    assert pane.preview(secret.id)
    with monkeypatch.context() as in_silence:  # nothing else reads the page anew
        in_silence.setattr(Session, "lens", replace(session.lens, ceiling=0))
        qtbot.waitUntil(session.background_reader.is_idle)
        assert pane.reading is None
    assert pane.preview(secret.id)
    qtbot.waitUntil(session.background_reader.is_idle)
    assert pane.reading is not None and pane.reading.record.title == secret.title


def test_a_draft_that_cannot_be_read_is_refused_and_kept(
    pane: RecordPane, told: list[Notice], window: Window
) -> None:
    key = window.view.tab.list.model.id_at(0)
    window.session.keep_draft("person", key, '{"title": "of another program"}')
    pane.resume(window.session.drafts()[0])
    assert told[-1].kind == "error" and "cannot be read" in told[-1].text
    assert not pane.is_editing
    assert [each.payload for each in window.session.drafts()] == ['{"title": "of another program"}']


def test_a_record_made_from_a_picker_belongs_to_its_form(
    pane: RecordPane, window: Window, qtbot: QtBot
) -> None:
    def bodies() -> set[str]:
        reader, lens = window.session.reader, window.session.lens
        return {each.title for each in reader.lines(reader.all_ids("organization", lens, ""), lens)}

    def name_office(title: str) -> None:
        pane.make(Person(title=title))
        assert pane.form is not None
        qtbot.waitUntil(lambda: pane.form is not None and "tenures" in pane.form.page.tables)
        view = pane.form.page.tables["tenures"].view
        view.go_to(0, 0)
        qtbot.keyClicks(view, "C")
        line = QApplication.focusWidget()
        qtbot.keyClicks(line, "lerk, Freedonia Bureau")
        qtbot.keyClick(line, Qt.Key.Key_Down)
        qtbot.keyClick(line, Qt.Key.Key_Return)

    before = bodies()
    name_office("Ann Lee")
    pane.discard_changes()
    assert bodies() == before
    name_office("Ann Lee")
    assert pane.save()
    assert bodies() == before | {"Freedonia Bureau"}
    assert window.session.undo_label() == "Add Ann Lee"
    window.session.undo()
    assert bodies() == before


def test_a_form_is_put_away_where_the_lens_hides_its_record_though_nothing_was_typed(
    pane: RecordPane, window: Window
) -> None:
    session = window.session
    session.limit(3)
    ids = session.reader.all_ids("person", session.lens, "name")
    secret = next(line for line in session.reader.lines(ids, session.lens) if line.marking == 3)
    pane.show_record(secret.id)
    pane.edit()
    assert pane.is_editing
    session.limit(0)
    assert not pane.is_editing and pane.reading is None
