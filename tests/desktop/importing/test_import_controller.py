"""Importing from the window: keys, files dropped on it, a form that is open, Cancel and Undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import open_desk
from desktop.importing.import_controller import dropped_paths
from desktop.importing.import_dialog import ImportDialog
from desktop.importing.import_report_dialog import ImportReportDialog
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.db.conftest import small_desk
from tests.db.exchange.export.exports import export_all
from tests.desktop.conftest import Answers, settled, title_edit, titles

PEOPLE = "name,born\nAda Ashe,1815\n,1990\n"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE)
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.csv"
    path.write_text("name,born\n" + "".join(f"Person {n},1950\n" for n in range(6_000)))
    return path


@pytest.fixture
def import_of(window: Window, answers: Answers, qtbot: QtBot) -> Callable[[Path], None]:
    """Chooses a file, waits for its preview and accepts it."""

    def fill(dialog: QDialog) -> bool:
        if not isinstance(dialog, ImportDialog):
            return False
        qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
        assert dialog.accept_button.isEnabled()
        dialog.done(1)
        return True

    def begin(path: Path) -> None:
        answers.fill = fill
        answers.paths = [path]
        window.menus.action("import").trigger()

    return begin


def test_a_bundle_can_be_chosen_and_is_imported(
    window: Window, import_of: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    with small_desk(tmp_path) as small:
        export_all(small.store, tmp_path / "a.zip")
    before = titles(window)
    import_of(tmp_path / "a.zip")
    ended(window, qtbot)
    assert len(titles(window)) == len(before) + 1
    assert "1 person" in window.message.text() and "1 event" in window.message.text()


def ended(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)


def test_an_import_is_told_shown_and_undone_as_one(
    window: Window, import_of: Callable[[Path], None], people: Path, qtbot: QtBot
) -> None:
    before = titles(window)
    import_of(people)
    assert not window.progress.isHidden()
    ended(window, qtbot)
    assert window.progress.isHidden()
    assert window.message.text() == "1 person imported. Refused: 1 row."
    assert set(titles(window)) == {*before, "Ada Ashe"}
    window.message.acted.emit()
    assert window.session.job is not None
    ended(window, qtbot)
    assert titles(window) == before
    assert window.message.text() == "Undone: Import people.csv."
    window.menus.action("redo").trigger()
    ended(window, qtbot)
    assert set(titles(window)) == {*before, "Ada Ashe"}
    assert window.menus.action("undo").text().endswith("Import people.csv")


def test_what_was_refused_can_be_read_from_the_message(
    window: Window, import_of: Callable[[Path], None], people: Path, answers: Answers, qtbot: QtBot
) -> None:
    import_of(people)
    ended(window, qtbot)
    window.message.asked.emit()
    report = answers.dialogs[-1]
    assert isinstance(report, ImportReportDialog)
    assert report.table.model().index(0, 1).data() == "name"
    assert not window.message.isHidden()


def test_a_second_import_says_that_all_is_there(
    window: Window, import_of: Callable[[Path], None], many: Path, qtbot: QtBot
) -> None:
    many.write_text("name,born\nAda Ashe,1815\n")
    for _ in range(2):
        import_of(many)
        ended(window, qtbot)
    assert "on the desk already" in window.message.text()
    assert window.menus.action("undo").text().endswith("Import many.csv")


def test_a_form_stays_open_and_saves_when_the_import_has_ended(
    window: Window, import_of: Callable[[Path], None], many: Path, qtbot: QtBot
) -> None:
    window.view.tab.edit()
    line = title_edit(window)
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, " the Younger")
    import_of(many)
    assert not window.view.tab.pane.save()
    assert "is still running" in window.message.text()
    window.view.tab.pane.keep_draft_now()
    assert line.toPlainText().endswith("the Younger")
    assert "the Younger" in window.session.drafts()[0].payload
    ended(window, qtbot)
    assert window.view.tab.pane.is_editing
    assert window.session.reader.drafts()
    assert window.view.tab.pane.save()
    assert not window.session.reader.drafts()
    assert any("the Younger" in title for title in titles(window))


def test_cancel_leaves_the_desk_as_it_was(
    window: Window, import_of: Callable[[Path], None], many: Path, qtbot: QtBot
) -> None:
    before = titles(window)
    import_of(many)
    window.progress.cancelled.emit()
    ended(window, qtbot)
    assert "the desk is as it was" in window.message.text()
    assert titles(window) == before
    assert window.session.undo_label() == ""


def test_reading_goes_on_meanwhile(
    window: Window, import_of: Callable[[Path], None], many: Path, qtbot: QtBot
) -> None:
    import_of(many)
    window.bar.search.setText("rubio")
    settled(qtbot, window)
    assert titles(window) == ["Marco Rubio"]
    assert window.session.job is not None
    window.bar.search.setText("")
    ended(window, qtbot)


def test_closing_the_desk_gives_the_import_up(
    window: Window, import_of: Callable[[Path], None], many: Path, desk: Path
) -> None:
    import_of(many)
    actions_of(window).desks.close()
    assert window.session is None
    assert window.progress.isHidden()
    with open_desk(desk, read_only=True) as store:
        assert store.reader.changes()[0].label == "Add Armed conflict"


def test_another_import_waits_for_the_first(
    window: Window, import_of: Callable[[Path], None], many: Path, answers: Answers, qtbot: QtBot
) -> None:
    import_of(many)
    asked = len(answers.dialogs)
    window.menus.action("import").trigger()
    assert "is still running" in window.message.text()
    assert len(answers.dialogs) == asked
    window.progress.cancelled.emit()
    ended(window, qtbot)


def dropped(window: Window, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_files_dropped_on_the_window_are_offered(
    window: Window, answers: Answers, people: Path, qtbot: QtBot
) -> None:
    dropped(window, people)
    qtbot.waitUntil(lambda: bool(answers.dialogs))
    assert isinstance(answers.dialogs[0], ImportDialog)
    qtbot.waitUntil(lambda: window.session.job is None)
    assert window.message.isHidden()


def test_a_dropped_desk_is_opened(start: Window, desk: Path, qtbot: QtBot) -> None:
    dropped(start, desk)
    qtbot.waitUntil(lambda: start.session is not None)
    settled(qtbot, start)


def test_folders_and_addresses_are_not_taken(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/people.csv")])
    assert dropped_paths(mime) == []


def test_nothing_is_imported_without_a_desk(start: Window, people: Path) -> None:
    assert not start.menus.action("import").isEnabled()
    actions_of(start).importing.offer_files([people])
    assert "Open a desk first" in start.message.text()


def test_a_desk_for_reading_only_says_who_holds_it(
    start: Window, desk: Path, people: Path, answers: Answers, qtbot: QtBot
) -> None:
    with open_desk(desk):
        actions_of(start).desks.open_path(desk)
        settled(qtbot, start)
        assert not start.menus.action("import").isEnabled()
        actions_of(start).importing.offer_files([people])
        assert "held by" in start.message.text()
        assert answers.dialogs == []
        actions_of(start).desks.close()
