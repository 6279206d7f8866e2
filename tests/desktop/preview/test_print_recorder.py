"""What is printed or saved is remembered, and told of when the same is shown again."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import Lens, Unavailable
from desktop.preview.preview_window import PreviewWindow
from desktop.preview.print_history_dialog import PrintedDialog
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers
from tests.desktop.preview.conftest import is_still, key_of


@pytest.fixture
def saved(preview: PreviewWindow, answers: Answers, tmp_path: Path, qtbot: QtBot) -> PreviewWindow:
    """A preview whose document was saved."""
    answers.paths = [tmp_path / "people.pdf"]
    preview.save_pdf()
    qtbot.waitUntil(lambda: is_still(preview) and not preview.message.isHidden(), timeout=20_000)
    return preview


def edit(window: Window) -> None:
    record = window.session.reader.get(key_of(window, "person", "dar"), Lens())
    record.gender = "male"
    window.session.save(record)


def shown_again(preview: PreviewWindow, qtbot: QtBot) -> str:
    preview.set_again()
    qtbot.waitUntil(lambda: is_still(preview) and not preview.message.isHidden(), timeout=20_000)
    return preview.message.text()


def test_what_is_saved_is_remembered_with_all_that_it_names(
    saved: PreviewWindow, window: Window
) -> None:
    (listed,) = window.session.reader.printed_documents(Lens())
    assert (listed.title, listed.form, listed.marking) == ("People (3)", "biography", 3)
    document = window.session.reader.printed_document(listed.id, Lens())
    named = {line.title for line in window.session.reader.lines(list(document.used), Lens())}
    assert {"Asim Munir", "Marco Rubio", "Ishaq Dar", "Call on minerals"} <= named


def test_what_was_not_written_is_not_remembered(
    preview: PreviewWindow, window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "none" / "people.pdf"]
    preview.save_pdf()
    qtbot.waitUntil(lambda: is_still(preview) and not preview.message.isHidden())
    assert window.session.reader.printed_documents(Lens()) == []


def test_the_same_shown_again_tells_of_the_time_before(
    saved: PreviewWindow, window: Window, qtbot: QtBot
) -> None:
    said = shown_again(saved, qtbot)
    assert said.startswith("Printed before") and "changed" not in said
    edit(window)
    assert shown_again(saved, qtbot).endswith("One of its records was changed since.")
    saved.message.acted.emit()
    qtbot.waitUntil(lambda: saved.ready is not None and is_still(saved), timeout=20_000)
    (sheet,) = saved.ready.read.sheets
    assert sheet.title == "What has changed: People (3)"
    assert saved.windowTitle() == "Changes since printing – People (3)"
    assert not saved.bar.form.isEnabled()


def test_a_sheet_of_changes_is_not_remembered(
    saved: PreviewWindow, window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    saved.changes_wanted.emit(window.session.reader.printed_documents(Lens())[0])
    qtbot.waitUntil(lambda: saved.ready is not None and is_still(saved), timeout=20_000)
    answers.paths = [tmp_path / "changes.pdf"]
    saved.save_pdf()
    qtbot.waitUntil(lambda: is_still(saved) and not saved.message.isHidden())
    assert (tmp_path / "changes.pdf").exists()
    assert len(window.session.reader.printed_documents(Lens())) == 1


def test_the_menu_lists_what_was_printed(
    saved: PreviewWindow, window: Window, answers: Answers, qtbot: QtBot
) -> None:
    edit(window)

    def choose(dialog: PrintedDialog) -> bool:
        assert dialog.table.item(0, 1).text() == "People (3)"
        dialog.changes.click()
        return dialog.request is not None

    answers.fill = choose
    window.menus.action("printed").trigger()
    qtbot.waitUntil(lambda: saved.ready is not None and is_still(saved), timeout=20_000)
    assert saved.ready.read.sheets[0].title == "What has changed: People (3)"
    answers.fill = lambda dialog: bool(dialog.again.click()) or dialog.request is not None
    saved.buttons["changed"].click()
    qtbot.waitUntil(lambda: saved.ready is not None and is_still(saved), timeout=20_000)
    assert saved.ready.read.sheets[0].title == "Contents"


def test_a_desk_that_cannot_take_it_says_so(
    preview: PreviewWindow,
    window: Window,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(window.session, "save_printed_document", full)
    answers.paths = [tmp_path / "people.pdf"]
    preview.save_pdf()
    qtbot.waitUntil(lambda: is_still(preview) and not preview.message.isHidden())
    said = preview.message.text()
    assert "people.pdf" in said and said.endswith(
        "It is not in the print history: The disk is full."
    )
