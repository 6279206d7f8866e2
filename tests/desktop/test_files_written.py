"""What is shown, printed, exported, imported or attached leaves nothing on the disk beside what was
asked for: every file that Python opens for writing is heard of, and folders are looked through.
"""

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import Person, attachment_of, make_desk
from desktop.app import show_window
from desktop.importing.import_dialog import ImportDialog
from desktop.settings import Settings
from desktop.unlocking.unlock import UnlockPage
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
WORD = "Plantedword"
BESIDE = ("", "-wal", "-shm", "-journal", ".lock")  # of a desk that is open
_heard: list[str] = []


@cache
def listen() -> None:
    """A hook cannot be taken away again: it is set once."""

    def hear(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(args[0], str | bytes) and args[2] & WRITING:
            _heard.append(os.fsdecode(args[0]))

    sys.addaudithook(hear)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An encrypted desk, in a world whose folder for temporary files is the test's own."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    path = tmp_path / "a.desk"
    make_desk(path, "horse battery")
    return path


@pytest.fixture
def opened(desk: Path, qtbot: QtBot) -> Iterator[Window]:
    """A window on it, with a record that has a file attached."""
    answers = Answers()
    window = show_window(desk, settings=Settings(), ask=answers)
    qtbot.addWidget(window)
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page.unlocked.emit("horse battery")
    note = desk.with_name("note.txt")
    note.write_text(f"{WORD} attached")
    attached = attachment_of(note)
    note.unlink()
    window.session.save(Person(title=f"{WORD} Envoy", attachments=[attached]))
    settled(qtbot, window)
    window.view.tab.list.choose_first()
    window.view.tab.catch_up()
    listen()
    _heard.clear()
    yield window
    window.close()


def answers_of(window: Window) -> Answers:
    assert isinstance(window.ask, Answers)
    return window.ask


def preview(window: Window, qtbot: QtBot, target: Path) -> None:
    printing = actions_of(window).printing
    printing.print_records()
    qtbot.waitUntil(lambda: printing.preview is not None and printing.preview.ready is not None)
    printing.preview.copy_text()
    qtbot.waitUntil(lambda: printing.preview.out.job is None)
    printing.preview.close()


def save_pdf(window: Window, qtbot: QtBot, target: Path) -> None:
    printing = actions_of(window).printing
    printing.print_records()
    qtbot.waitUntil(lambda: printing.preview is not None and printing.preview.ready is not None)
    answers_of(window).paths = [target.with_suffix(".pdf")]
    printing.preview.save_pdf()
    qtbot.waitUntil(lambda: printing.preview.out.job is None)
    printing.preview.close()


def export(window: Window, qtbot: QtBot, target: Path, ending: str) -> None:
    answers_of(window).paths = [target.with_suffix(ending)]
    window.menus.action("export").trigger()
    qtbot.waitUntil(target.with_suffix(ending).exists)
    settled(qtbot, window)


def import_people(window: Window, qtbot: QtBot, target: Path) -> None:
    def fill(dialog: QDialog) -> bool:
        if not isinstance(dialog, ImportDialog):
            return False
        qtbot.waitUntil(lambda: window.session.job is None)
        dialog.done(1)
        return True

    target.with_suffix(".csv").write_text(f"name,born\n{WORD} Clerk,1950\n")
    _heard.clear()
    answers_of(window).fill = fill
    answers_of(window).paths = [target.with_suffix(".csv")]
    window.menus.action("import").trigger()
    qtbot.waitUntil(lambda: window.session.job is None)
    settled(qtbot, window)


def save_attachment(window: Window, qtbot: QtBot, target: Path) -> None:
    attached = window.view.tab.pane.reading.record.attachments[0]
    answers_of(window).paths = [target.with_suffix(".txt")]
    window.save_attachment(attached.sha256, attached.file_name)


Way = Callable[[Window, QtBot, Path], None]
WAYS: dict[str, tuple[Way, str]] = {
    "preview": (preview, ""),
    "print to a file": (save_pdf, ".pdf"),
    "export as a table": (lambda *args: export(*args, ".csv"), ".csv"),
    "export as a workbook": (lambda *args: export(*args, ".xlsx"), ".xlsx"),
    "export as a bundle": (lambda *args: export(*args, ".zip"), ".zip"),
    "import": (import_people, ".csv"),
    "attachment": (save_attachment, ".txt"),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_on_the_disk_but_what_was_asked_for(
    way: str, opened: Window, desk: Path, tmp_path: Path, own_home: Path, qtbot: QtBot
) -> None:
    (tmp_path / "out").mkdir()
    act, ending = WAYS[way]
    act(opened, qtbot, tmp_path / "out" / "asked")
    out = sorted(each.name for each in (tmp_path / "out").iterdir())
    assert out == ([f"asked{ending}"] if ending else [])
    if ending and os.name == "posix" and way != "import":
        assert stat.S_IMODE((tmp_path / "out" / out[0]).stat().st_mode) == 0o600
    elsewhere = [
        each
        for each in map(Path, _heard)
        # made aside there, under a name or without one, and put in its place
        if tmp_path / "out" not in (each, each.parent)
        and own_home not in each.parents  # settings, log and copies of the desk
        and str(each) not in {f"{desk}{tail}" for tail in BESIDE}
    ]
    assert elsewhere == []
    for folder in ("temporary", "work"):
        assert list((tmp_path / folder).iterdir()) == []
    for each in own_home.rglob("*"):
        assert each.is_dir() or WORD.encode() not in each.read_bytes(), each
