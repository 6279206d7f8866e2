"""Print shows in the preview what is chosen, what is filtered, or what a search finds."""

import sys
import threading

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import Accreditation, Event, HistoricalDate, Participant, Person, parse_query
from desktop.dialogs.chronology_dialog import ChronologyDialog
from desktop.preview.diplomatic_dialog import DiplomaticDialog
from desktop.preview.preview_window import PreviewWindow
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


def shown(window: Window, qtbot: QtBot) -> PreviewWindow:
    """The preview, once its document stands in it."""
    preview = actions_of(window).printing.preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.ready is not None, timeout=20_000)
    return preview


def titles(preview: PreviewWindow) -> list[str]:
    return [sheet.title for sheet in preview.ready.read.sheets]


@pytest.mark.parametrize(
    ("spec", "tab", "title", "form"),
    [
        ("print", 0, "", "biography"),
        ("print", 1, "", "organization"),
        ("print", 2, "", "agreement"),
        ("print", 3, "", "event"),
        ("print_list", 0, "People", "list"),
        ("print_list", 2, "Agreements", "list"),
        ("print_list", 3, "Chronology", "chronology"),
    ],
)
def test_every_tab_is_printed(
    window: Window, qtbot: QtBot, spec: str, tab: int, title: str, form: str
) -> None:
    window.view.show_tab(tab)
    settled(qtbot, window)
    if spec == "print":
        window.view.tab.list.table.selectRow(0)
        window.view.tab.catch_up()
        title = window.view.tab.pane.reading.record.title
    window.menus.action(spec).trigger()
    preview = shown(window, qtbot)
    assert titles(preview) == [title]
    assert preview.ready.order.request.form == form
    assert preview.bar.form.currentData() == form


def test_several_chosen_records_are_one_document_with_contents(
    window: Window, qtbot: QtBot
) -> None:
    window.view.tab.list.table.selectAll()
    window.menus.action("print").trigger()
    preview = shown(window, qtbot)
    assert titles(preview)[0] == "Contents"
    assert len(preview.ready.pages) == 7  # six people and their contents


def test_what_is_filtered_in_the_timeline_is_what_is_printed(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(3)
    window.searching.search("held:2025-08-01..2025-12-31")
    settled(qtbot, window)
    window.menus.action("print_list").trigger()
    preview = shown(window, qtbot)
    (sheet,) = preview.ready.read.sheets
    assert sheet.title == "1 August 2025 – 31 December 2025"
    assert sheet.subtitle == "2 entries"
    assert preview.windowTitle() == "Chronology – 1 August 2025 – 31 December 2025"


def test_a_search_is_printed_as_a_list_that_names_it(window: Window, qtbot: QtBot) -> None:
    actions_of(window).printing.print_query("Our Pakistanis", "person", parse_query("country:pk"))
    (sheet,) = shown(window, qtbot).ready.read.sheets
    assert (sheet.title, sheet.subtitle) == ("Our Pakistanis", "4 entries · Pakistan")


def test_another_print_comes_into_the_same_preview(window: Window, qtbot: QtBot) -> None:
    window.menus.action("print").trigger()
    first = shown(window, qtbot)
    window.menus.action("print_list").trigger()
    assert actions_of(window).printing.preview is first
    qtbot.waitUntil(lambda: first.ready is not None and titles(first) == ["People"])


def test_nothing_chosen_is_told(window: Window, qtbot: QtBot) -> None:
    window.searching.search("nobody at all")
    settled(qtbot, window)
    window.view.tab.pane.show_record(None)
    window.menus.action("print").trigger()
    assert window.message.text().startswith("Choose a record first")
    assert actions_of(window).printing.preview is None


def test_too_many_chosen_records_are_refused_in_words(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.preview.print_controller.MAX_RECORD_SHEETS", 5)
    window.view.tab.list.table.selectAll()
    window.menus.action("print").trigger()
    assert "6 records are too many for one document; choose 5" in window.message.text()
    assert actions_of(window).printing.preview is None


def test_the_preview_goes_with_the_desk(window: Window, qtbot: QtBot) -> None:
    window.menus.action("print").trigger()
    preview = actions_of(window).printing.preview
    with qtbot.waitSignal(preview.destroyed):
        window.menus.action("close_desk").trigger()
    assert actions_of(window).printing.preview is None


def test_the_first_print_loads_the_preview_beside_the_window(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "desktop.preview.preview_window")
    loaded = []
    monkeypatch.setattr(
        "desktop.preview.print_controller.load_preview",
        lambda _reader: loaded.append(threading.current_thread().name),
    )
    window.menus.action("print").trigger()
    assert actions_of(window).printing.preview is None
    qtbot.waitUntil(lambda: actions_of(window).printing.preview is not None)
    assert loaded == ["background reader"]


@pytest.fixture
def coming(window: Window, qtbot: QtBot) -> Window:
    """The window, on an event of next year with somebody to meet."""
    session = window.session
    guest = session.reader.page("person", parse_query("rubio"), session.lens).ids[0]
    ref = session.reader.ref(guest, session.lens)
    start = HistoricalDate.parse(str(int(session.lens.as_of[:4]) + 1))
    meeting = Event(title="Meeting to come", start=start, participants=[Participant(who=ref)])
    session.save(meeting)
    window.view.go_to(meeting.id)
    settled(qtbot, window)
    return window


def test_a_coming_event_offers_its_brief_first(coming: Window, qtbot: QtBot) -> None:
    coming.menus.action("print").trigger()
    preview = shown(coming, qtbot)
    assert preview.ready.order.request.form == "brief"
    assert preview.windowTitle() == "Meeting brief – Meeting to come"
    preview.choose(form="event")
    qtbot.waitUntil(lambda: preview.windowTitle() == "Event – Meeting to come")


def test_a_chronology_is_asked_for_by_country_and_time(window: Window, qtbot: QtBot) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, ChronologyDialog)
        dialog.record_line.set_content(None)
        dialog.country_line.set_content("pk")
        dialog.first.set_value("2025")
        return True

    window.ask.fill = fill
    window.menus.action("print_chronology").trigger()
    preview = shown(window, qtbot)
    (sheet,) = preview.ready.read.sheets
    assert sheet.title == "Pakistan, since 2025"
    assert preview.bar.form.currentText() == "Chronology"


def test_a_diplomatic_list_is_asked_for_by_state(window: Window, qtbot: QtBot) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, DiplomaticDialog)
        assert dialog.states.findText("Belgium") >= 0
        dialog.states.setCurrentText("Belgium")
        return True

    window.ask.fill = fill
    head = Accreditation(
        state="France", receiving="Belgium", credentials=HistoricalDate.parse("2024-01-01")
    )
    window.session.save(Person(title="Xavier Lenoir", accreditations=[head]))
    window.menus.action("print_diplomatic").trigger()
    preview = shown(window, qtbot)
    (sheet,) = preview.ready.read.sheets
    assert sheet.title == "Belgium" and sheet.subtitle.startswith("Diplomatic list")
    assert preview.ready.order.request.forms == ["diplomatic-list"]


def test_without_accreditations_the_diplomatic_list_says_so(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.preview.diplomatic_dialog.receiving_states", lambda *_: {})
    printing = actions_of(window).printing
    with qtbot.waitSignal(printing.noticed) as noticed:
        window.menus.action("print_diplomatic").trigger()
    assert "No head of mission is accredited" in noticed.args[0].text
