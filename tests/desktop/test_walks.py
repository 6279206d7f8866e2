"""The two walks that decide everything: a keystroke becomes results, an edit reaches the disk."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import Lens, Reader, open_desk, parse_query
from desktop.background.worker import Worker
from desktop.models.record_model import RecordModel
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, title_edit, titles


def test_a_keystroke_becomes_results(window: Window, qtbot: QtBot) -> None:
    box = window.bar.search
    window.searching.focus_box()
    for at, key in enumerate("munir", 1):
        qtbot.keyClick(box, key)
        settled(qtbot, window)
        query = parse_query("munir"[:at])
        session = window.session
        wanted = session.reader.page("person", query, session.lens).ids
        assert window.view.tab.list.model.ids == wanted
    assert sorted(titles(window)) == ["Asim Munir", "Munir Akram"]
    assert window.view.tab_texts()[0] == "People  2"
    assert window.view.tab_texts()[3] == "Timeline  2"
    assert window.view.count_text() == "2 of 6 people"
    best, second = titles(window)
    qtbot.waitUntil(lambda: window.view.tab.pane.reading.record.title == best)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.view.tab.pane.reading.record.title == second)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.view.tab.pane.reading.record.title == second
    window.searching.focus_box()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    settled(qtbot, window)
    assert len(titles(window)) == 6
    assert window.view.tab_texts()[0] == "People"


def stops(frame: FrameType | None) -> list[str]:
    """Who of ours stands on a stack, each once, from the outermost: objects by their class."""
    found: list[str] = []
    while frame is not None:
        module = frame.f_globals["__name__"]
        if module.startswith(("desktop.", "db.")):
            here = frame.f_locals.get("self")
            found.append(module if here is None else type(here).__name__)
        frame = frame.f_back
    return list(dict.fromkeys(reversed(found)))


def test_a_key_takes_eight_stops_to_the_desk_and_one_question(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[str] = []
    asked: list[str] = []
    put, page, take = Worker.put, Reader.page, RecordModel.take_hits

    def note_put(self: Worker, topic: str, *how: Any, **which: Any) -> None:
        if topic == "hits person":
            walked.extend(stops(sys._getframe(1)))
        asked.append(topic)
        put(self, topic, *how, **which)

    def note_page(self: Reader, kind: str, *how: Any, **which: Any) -> Any:
        if kind == "person":
            walked.extend([*stops(sys._getframe(1)), type(self).__name__])
        return page(self, kind, *how, **which)

    def note_answer(self: RecordModel, found: Any) -> None:
        if self.kind == "person":
            walked.extend(stops(sys._getframe(1)))
            walked.append(type(self).__name__)
        take(self, found)

    monkeypatch.setattr(Worker, "put", note_put)
    monkeypatch.setattr(Reader, "page", note_page)
    monkeypatch.setattr(RecordModel, "take_hits", note_answer)
    window.searching.focus_box()
    qtbot.keyClick(window.bar.search, "m")
    qtbot.waitUntil(lambda: len(window.view.tab.list.model.ids) < 6)
    there = walked[: walked.index("Reader") + 1]
    assert list(dict.fromkeys(there)) == [
        "SearchBox",
        "SearchCoordinator",
        "RecordTab",
        "ListPane",
        "RecordModel",
        "BackgroundReader",
        "ListRequest",
        "Reader",
    ]
    assert walked[len(there) :] == ["BackgroundReader", "RecordModel"]  # and back
    assert asked[:2] == ["hits person", "completion"]  # what goes on is asked after the hits
    assert [topic for topic in asked if topic.endswith("person")] == ["hits person"]


def test_an_edit_reaches_the_disk_and_comes_back(window: Window, desk: Path, qtbot: QtBot) -> None:
    view = window.view
    view.go_to(view.session.reader.page("person", parse_query("rubio"), Lens()).ids[0])
    window.menus.action("edit").trigger()
    line = title_edit(window)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Marco Antonio Rubio")
    window.menus.action("save").trigger()
    assert not view.tab.pane.is_editing
    assert view.tab.pane.reading.record.title == "Marco Antonio Rubio"
    assert "Marco Antonio Rubio" in titles(window)
    with open_desk(desk, read_only=True) as other:
        page = other.reader.page("person", parse_query("antonio"), Lens())
        assert len(page.ids) == 1
    window.menus.action("undo").trigger()
    assert view.tab.pane.reading.record.title == "Marco Rubio"
    assert "Marco Rubio" in titles(window)
    window.menus.action("redo").trigger()
    assert view.tab.pane.reading.record.title == "Marco Antonio Rubio"


def test_leaving_saves_and_escape_gives_the_text_back(window: Window, qtbot: QtBot) -> None:
    view = window.view
    people = {title: window.view.tab.list.model.id_at(n) for n, title in enumerate(titles(window))}
    view.go_to(people["Ishaq Dar"])
    window.menus.action("edit").trigger()
    line = title_edit(window)
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert view.tab.pane.reading.record.title == "Ishaq Dar"
    assert "discarded" in window.message.text()
    window.message.acted.emit()
    assert view.tab.pane.is_editing
    assert title_edit(window).toPlainText() == "Ishaq Darx"
    view.go_to(people["Marco Rubio"])
    assert view.tab.pane.reading.record.title == "Marco Rubio"
    assert "Ishaq Darx" in titles(window)


def test_a_form_with_an_error_does_not_let_go(window: Window, qtbot: QtBot) -> None:
    view = window.view
    people = {title: view.tab.list.model.id_at(n) for n, title in enumerate(titles(window))}
    view.go_to(people["Ishaq Dar"])
    window.menus.action("edit").trigger()
    line = title_edit(window)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert not view.go_to(people["Marco Rubio"])
    view.show_tab(1)
    assert view.tab.kind == "person"
    assert view.tab.pane.is_editing
    assert "before this can be saved" in window.message.text()
    window.menus.action("discard_changes").trigger()
    assert view.tab.pane.reading.record.title == "Ishaq Dar"


def test_what_is_typed_survives_a_kill(desk: Path, own_home: Path, qtbot: QtBot) -> None:
    typing = Path(__file__).with_name("type_and_wait.py")
    process = subprocess.Popen(
        [sys.executable, str(typing), str(desk), "Asim Munir", " of Rawalpindi"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    try:
        assert process.stdout.readline().strip() == "typed"
        time.sleep(1)  # the promise: a crash costs the last second at most
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        process.stdout.close()
    with open_desk(desk) as store:
        assert store.verify() == []
        drafts = store.reader.drafts()
        assert len(drafts) == 1
        assert "of Rawalpindi" in drafts[0].payload
        assert store.reader.page("person", parse_query("rawalpindi"), Lens()).ids.tolist() == []


def test_a_draft_is_offered_again_at_the_next_start(
    start: Window, desk: Path, qtbot: QtBot
) -> None:
    actions_of(start).desks.open_path(desk)
    view = start.view
    settled(qtbot, start)
    view.tab.make()
    line = title_edit(start)
    qtbot.keyClicks(line, "Nova Terra")
    qtbot.waitUntil(lambda: bool(view.session.drafts()), timeout=1_000)
    view.tab.pane.form.deleteLater()
    view.tab.pane.form = None  # as if the window had died
    actions_of(start).desks.open_path(desk)
    qtbot.waitUntil(lambda: "Unsaved changes" in start.message.text())
    start.message.acted.emit()
    assert title_edit(start).toPlainText() == "Nova Terra"
    start.menus.action("save").trigger()
    assert "Nova Terra" in titles(start)
    assert start.session.drafts() == []
