"""The preview shows what will be on paper, sets it anew as it is told, and hides at once."""

import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import Lens, Progress, Unavailable
from desktop.preview.pages.page_layout import FIT_PAGE, Zoom
from desktop.preview.preview_window import PreviewWindow
from desktop.printing.print_request import records_request
from desktop.settings import PAPER
from desktop.widgets.message import Notice
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers
from tests.desktop.preview.conftest import is_still, key_of
from tests.desktop.test_above_ceiling import texts
from tests.desktop.test_accessible import check


def titles(preview: PreviewWindow) -> list[str]:
    return [sheet.title for sheet in preview.ready.read.sheets]


def wait(qtbot: QtBot, preview: PreviewWindow) -> None:
    qtbot.waitUntil(lambda: is_still(preview), timeout=20_000)


def test_it_shows_the_pages_large_and_small(preview: PreviewWindow, qtbot: QtBot) -> None:
    assert titles(preview) == ["Contents", "Asim Munir", "Marco Rubio", "Ishaq Dar"]
    assert preview.windowTitle() == "Biographic note – People (3)"
    qtbot.waitUntil(lambda: not preview.view.missing and not preview.stage.thumbnails.missing)
    assert preview.stage.thumbnails.model().rowCount() == 4
    assert preview.bar.of_pages.text() == "of 4"
    picture = preview.view.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 40).name() == "#ffffff"


def test_every_control_is_reached_and_named(preview: PreviewWindow, qtbot: QtBot) -> None:
    preview.bar.search.setText("munir")
    qtbot.waitUntil(lambda: preview.stage.hits.is_whole and bool(preview.stage.hits.found))
    check(preview, qtbot)


@pytest.mark.parametrize("form", ["list", "chronology"])
def test_another_form_is_set_at_once(preview: PreviewWindow, qtbot: QtBot, form: str) -> None:
    preview.bar.form.setCurrentIndex(preview.bar.form.findData(form))
    preview.bar.form.activated.emit(preview.bar.form.currentIndex())
    wait(qtbot, preview)
    assert preview.ready.order.request.form == form


def test_another_paper_is_set_and_remembered(
    preview: PreviewWindow, window: Window, qtbot: QtBot
) -> None:
    preview.bar.paper.setCurrentIndex(1)
    preview.bar.paper.activated.emit(1)
    wait(qtbot, preview)
    assert preview.ready.pages.sizes[0].toSize().toTuple() == (612, 792)
    assert window.settings.get(PAPER) == "us-letter"


def test_a_lower_ceiling_hides_at_once_and_then_shows_the_rest(
    preview: PreviewWindow, qtbot: QtBot
) -> None:
    preview.bar.ceiling.setCurrentIndex(0)
    preview.bar.ceiling.activated.emit(0)
    assert preview.ready is None and preview.stage.thumbnails.model().rowCount() == 0
    wait(qtbot, preview)
    assert titles(preview) == ["Contents", "Marco Rubio", "Ishaq Dar"]
    assert preview.ready.read.sheets[0].withheld == 1


def test_the_ceiling_of_the_window_is_the_highest_here(
    preview: PreviewWindow, window: Window, qtbot: QtBot
) -> None:
    window.session.limit(1)
    assert preview.ready is None
    wait(qtbot, preview)
    assert preview.bar.ceiling.count() == 2
    assert preview.ready.order.lens.ceiling == 1


def test_nothing_to_show_is_a_sentence(
    window: Window, preview: PreviewWindow, qtbot: QtBot
) -> None:
    key = key_of(window, "person", "secret agent")
    actions_of(window).printing.show(records_request("It", "person", [key]))
    wait(qtbot, preview)
    preview.limit(0)
    wait(qtbot, preview)
    assert preview.ready is None
    assert "above the ceiling" in preview.stage.sentence()
    enabled = [name for name, button in preview.buttons.items() if button.isEnabled()]
    assert enabled == ["changed"]


def test_the_day_of_the_window_is_followed(
    preview: PreviewWindow, window: Window, qtbot: QtBot
) -> None:
    window.session.stand_on("2021-01-01")
    wait(qtbot, preview)
    assert preview.ready.read.sheets[1].as_of == "as of 1 January 2021"


def test_a_change_on_the_desk_is_told_and_set_when_asked(
    preview: PreviewWindow, window: Window, qtbot: QtBot
) -> None:
    session = window.session
    record = session.reader.get(key_of(window, "person", "dar"), Lens())
    record.title = "Mohammad Ishaq Dar"
    session.save(record)
    assert "has changed" in preview.message.text()
    assert titles(preview)[3] == "Ishaq Dar"
    preview.message.acted.emit()
    wait(qtbot, preview)
    assert titles(preview)[3] == "Mohammad Ishaq Dar"


def test_a_change_of_something_else_is_not_told(preview: PreviewWindow, window: Window) -> None:
    record = window.session.reader.get(key_of(window, "person", "joly"), Lens())
    record.title = "Mélanie Joly MP"
    window.session.save(record)
    assert preview.message.isHidden()


def test_zoom_by_wheel_keys_and_list(preview: PreviewWindow, qtbot: QtBot) -> None:
    view = preview.view
    preview.bar.zoom_wanted.emit(Zoom("", 1.0))
    assert view.factor == pytest.approx(1.0)
    spot = QPointF(200, 300)
    turn = QWheelEvent(
        spot,
        view.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert view.factor == pytest.approx(1.1)
    assert preview.bar.zoom.currentIndex() == -1
    assert preview.bar.zoom.placeholderText() == "110 %"
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    for key, factor in ((Qt.Key.Key_Plus, 1.25), (Qt.Key.Key_Minus, 1.1), (Qt.Key.Key_0, 1.0)):
        qtbot.keyClick(preview, key, Qt.KeyboardModifier.ControlModifier)
        assert view.factor == pytest.approx(factor)
    qtbot.keyClick(preview, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == Zoom(FIT_PAGE)
    assert preview.bar.zoom.currentText() == "Fit page"


def test_keys_walk_the_pages_and_the_number_goes_to_one(
    preview: PreviewWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert preview.bar.page.value() == 4
    assert preview.stage.thumbnails.currentIndex().row() == 3
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert preview.bar.page.value() == 1
    preview.bar.page.setValue(3)
    assert preview.view.page == 2
    preview.stage.thumbnails.setCurrentIndex(preview.stage.thumbnails.model().index(1, 0))
    assert preview.view.page == 1
    assert preview.view.accessibleName() == "Page 2 of 4"


def test_words_are_found_marked_and_walked(preview: PreviewWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(preview.bar.search, "MUNIR")
    qtbot.waitUntil(lambda: preview.stage.hits.is_whole and len(preview.stage.hits.found) > 1)
    hits = preview.stage.hits
    count = len(hits.found)
    assert hits.at == 0 and hits.current.page == 0
    assert preview.bar.hits.text() == f"1 of {count}"
    qtbot.keyClick(preview.bar.search, Qt.Key.Key_Return)
    assert hits.at == 1
    assert preview.view.page == hits.current.page
    for _ in range(2):
        qtbot.keyClick(preview.bar.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert hits.at == count - 1
    qtbot.keyClick(preview.bar.search, Qt.Key.Key_Escape)
    assert preview.bar.search.text() == "" and preview.isVisible()
    qtbot.waitUntil(lambda: not hits.found)


def test_words_that_are_not_there_are_told(preview: PreviewWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(preview.bar.search, "zebra crossing")
    qtbot.waitUntil(lambda: preview.bar.hits.text() == "Not found")


def test_what_is_given_up_leaves_what_stood_there(
    preview: PreviewWindow, window: Window, qtbot: QtBot
) -> None:
    preview.choose(form="list")
    assert not preview.progress.isHidden()
    preview.progress.cancelled.emit()
    assert preview.progress.isHidden()
    assert titles(preview)[0] == "Contents"
    assert preview.bar.form.currentData() == "biography"
    wait(qtbot, preview)
    actions_of(window).printing.show(preview.ready.order.request)
    preview.progress.cancelled.emit()
    assert "cancelled" in preview.stage.sentence()


def test_the_newest_wish_wins_over_one_that_is_still_set(
    preview: PreviewWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.preview import typesetting as module

    gate, real, calls = threading.Event(), module.typeset, [0]

    def slow(*args: object, **more: object) -> object:
        calls[0] += 1
        if calls[0] == 1:
            gate.wait(10)
        return real(*args, **more)

    monkeypatch.setattr(module, "typeset", slow)
    preview.choose(form="list")
    qtbot.waitUntil(lambda: calls[0] == 1)
    preview.choose(form="chronology")
    preview.choose(form="biography")
    qtbot.wait(50)
    assert calls[0] == 1  # never two at a time
    gate.set()
    wait(qtbot, preview)
    assert preview.ready.order.request.form == "biography"
    assert calls[0] == 2


def test_a_refusal_from_setting_is_shown(
    preview: PreviewWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> object:
        raise Unavailable("The templates for paper are missing.")

    monkeypatch.setattr("desktop.preview.typesetting.typeset", gone)
    preview.choose(form="list")
    wait(qtbot, preview)
    assert preview.stage.sentence() == "The templates for paper are missing."


def test_escape_closes_it(preview: PreviewWindow, window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.destroyed):
        qtbot.keyClick(preview.view, Qt.Key.Key_Escape)
    assert actions_of(window).printing.preview is None
    assert window.isVisible()


def test_in_a_narrow_window_the_buttons_are_glyphs_with_a_name(
    preview: PreviewWindow, qtbot: QtBot
) -> None:
    words = {name: button.text() for name, button in preview.buttons.items()}
    assert all(words.values())
    preview.resize(500, 500)
    assert [name for name, button in preview.buttons.items() if button.text()] == ["print"]
    check(preview, qtbot)
    preview.resize(1400, 900)
    assert {name: button.text() for name, button in preview.buttons.items()} == words


def test_reading_comes_first(preview: PreviewWindow) -> None:
    assert preview.focusWidget() is preview.view


class Slow:
    """A piece of work that stands still until it is let on, and leaves a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.go_on = threading.Event()

    def __call__(self, content: bytes, path: Path) -> Path:
        assert self.go_on.wait(10)
        self.path.write_bytes(content)
        return self.path


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow(tmp_path / "people.pdf")
    monkeypatch.setattr("desktop.preview.output_actions.save", made)
    yield made
    made.go_on.set()


def test_what_is_being_written_goes_on_when_the_preview_is_closed(
    preview: PreviewWindow, window: Window, answers: Answers, slow: Slow, qtbot: QtBot
) -> None:
    answers.paths = [slow.path]
    preview.save_pdf()
    with qtbot.waitSignal(preview.destroyed):
        preview.close()
        assert not preview.isVisible()
        assert "Writing people.pdf continues" in window.message.text()
        slow.go_on.set()
    assert slow.path.read_bytes().startswith(b"%PDF")
    assert "Saved 4 pages to" in window.message.text()
    assert actions_of(window).printing.preview is None
    assert len(window.session.reader.printed_documents(Lens())) == 1


def test_a_closed_preview_says_nothing_of_the_desk(
    preview: PreviewWindow, window: Window, answers: Answers, slow: Slow, qtbot: QtBot
) -> None:
    answers.paths = [slow.path]
    preview.save_pdf()
    preview.close()
    record = window.session.reader.get(key_of(window, "person", "dar"), Lens())
    record.title = "Mohammad Ishaq Dar"
    window.session.save(record)
    assert "continues" in window.message.text()
    window.session.limit(0)  # what was told through the other lens goes
    assert window.message.text() == ""
    assert preview.typesetting.order is None
    with qtbot.waitSignal(preview.destroyed):
        slow.go_on.set()
    assert window.message.text() == "Saved the document."


def test_nothing_is_called_by_its_name_once_the_ceiling_is_lowered(
    preview: PreviewWindow, window: Window, answers: Answers, slow: Slow, qtbot: QtBot
) -> None:
    key = key_of(window, "person", "secret agent")
    actions_of(window).printing.show(records_request("Secret Agent", "person", [key]))
    wait(qtbot, preview)
    assert "Secret Agent" in preview.windowTitle()
    secret = slow.path.with_name("Secret Agent.pdf")
    answers.paths = [secret]
    preview.save_pdf()
    preview.notify(Notice("info", "Secret Agent was here."))
    assert "Secret Agent" in " ".join(texts(preview))
    window.session.limit(0)
    assert preview.windowTitle() == "Preview"
    assert preview.out.job.label == "Writing the document"
    said = [text for text in texts(preview) if "Secret Agent" in text]
    assert said == []
    slow.go_on.set()
    qtbot.waitUntil(lambda: preview.out.job is None, timeout=20_000)
    wait(qtbot, preview)
    assert [text for text in texts(preview) if "Secret Agent" in text] == []
    assert preview.set_again() is None  # and so stays what is asked again
    wait(qtbot, preview)
    assert preview.order.request.name == "Document"


def test_what_is_asked_meanwhile_is_shown_in_the_same_preview(
    preview: PreviewWindow, window: Window, answers: Answers, slow: Slow, qtbot: QtBot
) -> None:
    answers.paths = [slow.path]
    asked = preview.ready.order.request
    preview.save_pdf()
    preview.close()
    actions_of(window).printing.show(asked)
    assert actions_of(window).printing.preview is preview and preview.isVisible()
    slow.go_on.set()
    wait(qtbot, preview)
    assert "Saved 4 pages to" in preview.message.text()
    assert preview.isVisible()


def test_what_goes_on_can_be_given_up_in_the_window(
    preview: PreviewWindow,
    window: Window,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def endless(_sheets: object, _paper: object, *, progress: Progress) -> object:
        for done in count():
            progress(done, 0)
            time.sleep(0.002)

    monkeypatch.setattr("desktop.paper.word.word_document.word_document", endless)
    answers.paths = [tmp_path / "people.docx"]
    preview.save_word()
    preview.close()
    with qtbot.waitSignal(preview.destroyed):
        window.message.acted.emit()
    assert "no file was written" in window.message.text()
    assert not list(tmp_path.glob("*.docx"))
