"""Print writes what is on show where the officer wants it, or says why not."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from db import DeskError, Lens
from desktop.sheets import sheet_of_lines, sheets_of_records
from desktop.window import Window
from tests.desktop.conftest import Answers, settled


def said(window: Window, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not window.message.isHidden(), timeout=30_000)
    return window.message.text()


@pytest.mark.parametrize(
    ("deed", "tab"), [("print", 0), ("print", 3), ("print_list", 0), ("print_list", 2)]
)
def test_what_is_on_show_becomes_a_pdf(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot, deed: str, tab: int
) -> None:
    window.view.show_tab(tab)
    settled(qtbot, window)
    answers.paths = [tmp_path / "sheet"]
    window.deeds.of(deed).trigger()
    path = tmp_path / "sheet.pdf"
    assert str(path) in said(window, qtbot)
    assert path.read_bytes().startswith(b"%PDF")
    assert window.progress.isHidden()


def test_several_chosen_records_are_one_document(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    window.view.tab.list.table.selectAll()
    answers.paths = [tmp_path / "all.pdf"]
    window.deeds.of("print").trigger()
    assert "7 pages" in said(window, qtbot)  # six people and their contents


def test_a_list_names_its_filters_and_what_the_ceiling_takes(window: Window, qtbot: QtBot) -> None:
    window.view.search("country:pk")
    settled(qtbot, window)
    question = window.view.tab.list.model.question
    reader = window.session.reader
    (sheet,) = sheet_of_lines("list", "People", question, reader, Lens(ceiling=1), "desk")
    assert sheet.subtitle == "3 entries · only country:pk"
    assert (sheet.withheld, sheet.marking) == (1, "RESTRICTED")


def test_a_list_too_long_for_paper_is_refused(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sheets.MOST_LINES", 3)
    question = window.view.tab.list.model.question
    with pytest.raises(DeskError, match="6 people are too many"):
        sheet_of_lines("list", "People", question, window.session.reader, Lens(), "desk")


def test_one_record_has_no_contents_before_it(window: Window) -> None:
    key = window.view.tab.current_id
    assert len(sheets_of_records([key], window.session.reader, Lens(), "desk")) == 1


def test_the_folder_of_the_sheet_can_be_opened(
    window: Window,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    answers.paths = [tmp_path / "sheet.pdf"]
    window.deeds.of("print").trigger()
    said(window, qtbot)
    window.message.acted.emit()
    assert opened == [str(tmp_path)]


def test_a_folder_that_is_not_there_is_told(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "none" / "sheet.pdf"]
    window.deeds.of("print").trigger()
    assert "no folder" in said(window, qtbot)


def test_what_is_given_up_leaves_no_file(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "sheet.pdf"]
    window.deeds.of("print").trigger()
    assert not window.progress.isHidden()
    window.progress.cancelled.emit()
    settled(qtbot, window)
    window.printing.close()
    assert window.progress.isHidden() and not list(tmp_path.glob("sheet*"))


def test_no_answer_prints_nothing(window: Window, answers: Answers) -> None:
    answers.paths = [None]
    window.deeds.of("print").trigger()
    assert window.message.isHidden() and window.progress.isHidden()
