"""A courier from the window is made beside it, told, and taken in by another desk's window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import Lens, Person, merge_file, open_desk
from desktop.merging.courier_dialog import CourierDialog
from desktop.merging.merge_dialog import MergeDialog
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles
from tests.desktop.desk_store import store_of

SECRET = "correct horse"


def filled(path: Path, to: str, *, accept: bool = True) -> object:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, CourierDialog)
        dialog.desk.setCurrentText(to)
        dialog.file.setText(str(path))
        for line in (dialog.first, dialog.second):
            line.setText(SECRET)
        return accept

    return fill


def test_a_courier_is_made_and_told(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    store_of(window.session).save_copy(tmp_path / "other.desk")
    window.session.save(Person(title="Zoe Zed"))
    answers.fill = filled(tmp_path / "c.courier", "Paris")  # type: ignore[assignment]
    window.menus.action("courier").trigger()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert window.message.text().startswith("Courier 1 for Paris: ")
    with open_desk(tmp_path / "other.desk") as other:
        report = merge_file(other, tmp_path / "c.courier", Lens(), passphrase=SECRET)
    assert report.added == {"people": 1}


def test_nothing_is_written_when_it_is_given_up(
    window: Window, answers: Answers, tmp_path: Path
) -> None:
    answers.fill = filled(tmp_path / "c.courier", "Paris", accept=False)  # type: ignore[assignment]
    window.menus.action("courier").trigger()
    assert window.session.job is None and not (tmp_path / "c.courier").exists()


def test_a_refusal_is_told(window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    answers.fill = filled(tmp_path / "nowhere" / "c.courier", "Paris")  # type: ignore[assignment]
    window.menus.action("courier").trigger()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    assert "cannot be written" in window.message.text()


def test_a_courier_that_is_dropped_is_offered_for_merging(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    from db import write_courier

    store_of(window.session).save_copy(tmp_path / "other.desk")
    with open_desk(tmp_path / "other.desk") as other:
        other.save(Person(title="Zoe Zed"), Lens())
        write_courier(other, tmp_path / "c.courier", Lens(), SECRET, to="Here")

    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, MergeDialog)
        assert not dialog.accept_button.isEnabled()
        dialog.passphrase.setText("wrong horse")
        dialog.unlock_button.click()
        qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
        assert "does not open" in dialog.message.text()
        dialog.passphrase.setText(SECRET)
        dialog.unlock_button.click()
        qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
        assert dialog.outcome.text().startswith("Courier 1 from ")
        assert "for “Here”" in dialog.outcome.text()
        return True

    answers.fill = fill
    window.files_dropped.emit([tmp_path / "c.courier"])
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert "Zoe Zed" in titles(window)
