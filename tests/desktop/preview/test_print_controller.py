"""Print shows in the preview what is chosen, what is filtered, or what a search finds."""

import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from db import parse_query
from desktop.preview.preview_window import PreviewWindow
from desktop.window.main_window import Window
from desktop.window.window_actions import actions_of
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
    ("deed", "tab", "title", "form"),
    [
        ("print", 0, "Secret Agent", "biography"),
        ("print", 1, "Department of State", "organization"),
        ("print", 2, "Memorandum on critical minerals", "agreement"),
        ("print", 3, "Chronology", "chronology"),
        ("print_list", 0, "People", "list"),
        ("print_list", 2, "Agreements", "list"),
    ],
)
def test_every_tab_is_printed(
    window: Window, qtbot: QtBot, deed: str, tab: int, title: str, form: str
) -> None:
    window.view.show_tab(tab)
    settled(qtbot, window)
    window.menus.action(deed).trigger()
    preview = shown(window, qtbot)
    assert titles(preview) == [title]
    assert preview.ready.order.asked.form == form
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
    window.menus.action("print").trigger()
    (sheet,) = shown(window, qtbot).ready.read.sheets
    assert sheet.subtitle == "2 entries · 1 August 2025 – 31 December 2025"


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
    monkeypatch.setattr("desktop.printing.print_request.MAX_RECORD_SHEETS", 5)
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
