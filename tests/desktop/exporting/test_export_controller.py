"""Exporting from the window: the list as it is, or the chosen rows, in the order on show."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from db import Progress
from desktop.background.job import Job
from desktop.exporting.export_controller import ExportController
from desktop.widgets.message import Notice
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles


@pytest.fixture
def exporting(window: Window) -> ExportController:
    return actions_of(window).exporting


def export_to(path: Path, exporting: ExportController, answers: Answers, qtbot: QtBot) -> Notice:
    """Export to a file; what the window says of it."""
    answers.paths = [path]
    with qtbot.waitSignal(exporting.noticed, timeout=20_000) as said:
        exporting.export()
    notice: Notice = said.args[0]
    return notice


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_list_is_written_as_it_is_on_show(
    window: Window, exporting: ExportController, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    settled(qtbot, window)
    notice = export_to(tmp_path / "people.csv", exporting, answers, qtbot)
    assert [row[0] for row in rows(tmp_path / "people.csv")[1:]] == titles(window)
    assert notice.kind == "done" and "exported to people.csv" in notice.text


def test_what_a_format_has_no_place_for_is_told(
    window: Window, exporting: ExportController, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    settled(qtbot, window)
    notice = export_to(tmp_path / "people.vcf", exporting, answers, qtbot)
    assert "The format has no place for:" in notice.text


def test_chosen_rows_alone_are_written(
    window: Window, exporting: ExportController, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    settled(qtbot, window)
    names = titles(window)
    window.view.tab.list.table.selectAll()
    window.view.tab.list.table.selectionModel().select(
        window.view.tab.list.model.index(2, 0),
        QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows,
    )
    export_to(tmp_path / "people.csv", exporting, answers, qtbot)
    assert [row[0] for row in rows(tmp_path / "people.csv")[1:]] == [*names[:2], *names[3:]]


def test_an_ending_that_is_none_is_refused_in_a_sentence(
    window: Window, exporting: ExportController, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    settled(qtbot, window)
    notice = export_to(tmp_path / "people.doc", exporting, answers, qtbot)
    assert notice.kind == "error" and "ends as no format" in notice.text


def test_a_stopped_export_says_so_and_leaves_no_file(
    window: Window,
    exporting: ExportController,
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def wait(path: Path, *given: object) -> None:
        progress: Progress = given[-1]  # type: ignore[assignment]
        while True:
            progress(0, 1)

    monkeypatch.setattr("desktop.exporting.export_controller.write_list", wait)
    exporting.work_started.connect(lambda job: job.cancel())
    notice = export_to(tmp_path / "people.csv", exporting, answers, qtbot)
    assert notice.text == "The export was stopped; no file is left."
    assert not list(tmp_path.glob("*people*"))


def test_closing_the_desk_gives_up_what_is_being_written(
    window: Window,
    exporting: ExportController,
    answers: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[Job] = []

    def wait(path: Path, *given: object) -> None:
        progress: Progress = given[-1]  # type: ignore[assignment]
        while True:
            progress(0, 1)

    monkeypatch.setattr("desktop.exporting.export_controller.write_list", wait)
    exporting.work_started.connect(begun.append)
    answers.paths = [tmp_path / "people.csv"]
    exporting.export()
    exporting.export()  # refused: one at a time, no path is asked for
    exporting.show_session(None)
    assert len(begun) == 1
