"""No text of a desk is ever read as markup, wherever it is shown: no picture of it is opened."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db import KINDS, Lens, Organization, Person, make_desk, open_desk
from desktop.printing.print_request import records_request
from desktop.session.session import Session
from desktop.style.palette import LIGHT
from desktop.style.stylesheet import stylesheet
from desktop.unlocking.unlock import UnlockPage
from desktop.widgets.message import Notice
from desktop.widgets.plain import (
    MAX_KEPT_LINES,
    MAX_TIP_LETTERS,
    PlainBox,
    PlainLabel,
    add_heading,
    plain_tip,
)
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, title_edit
from tests.desktop.hostile import MARK, Hostile, Watch, faults, text_with
from tests.desktop.test_accessible import DIALOGS

SOURCE = Path(__file__).parents[3] / "desktop"
TIPS = {"setToolTip", "setStatusTip", "setWhatsThis", "setTabToolTip", "showText"}
# Where a label or a page is made of markup on purpose, each text in it escaped.
PAGES = {"widgets/plain.py", "forms/already_here.py", "page/page_text.py"}
# Static texts are made once, and set as plain before they are laid out.
SET_AS_PLAIN = {"timeline/canvas.py": {"QStaticText", "setTextFormat"}}
MARKUP = {"QTextDocument", "QStaticText", "QTextEdit", "QTextBrowser", "QMessageBox", "QLabel",
          "QSplashScreen", "QErrorMessage", "QWhatsThis"}  # fmt: skip
READ_AS_PAGE = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "toolTipsVisible"}


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The picture that every text names."""
    path = tmp_path_factory.mktemp("picture") / "x.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(path))
    return path


@pytest.fixture(scope="session")
def filled_desk(tmp_path_factory: pytest.TempPathFactory, picture: Path) -> Path:
    """A desk whose every text is markup, in place of the usual one."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.desk"
    make_desk(path, "", text_with(picture, 0))
    with open_desk(path) as store:
        Hostile(store, picture).desk()
    return path


@pytest.fixture
def watch(picture: Path) -> Iterator[Watch]:
    made = Watch(picture)
    yield made
    assert not made.was_opened(), "The picture that a text of the desk names was opened."
    made.close()


def show_tips(top: QWidget) -> None:
    """Show every tool tip under a widget, as a pointer that rests there does."""
    for text in {widget.toolTip() for widget in [top, *top.findChildren(QWidget)]}:
        QToolTip.showText(QPoint(1, 1), text, top)
        QApplication.processEvents()
    QToolTip.hideText()


def check(top: QWidget) -> None:
    top.grab()
    assert list(faults(top)) == []
    show_tips(top)


# what the guard itself is worth


def test_the_watch_and_the_walk_see_a_label_that_reads_markup(
    picture: Path, qtbot: QtBot, session: Session
) -> None:
    made = Watch(picture)
    owner = QWidget()
    qtbot.addWidget(owner)
    for number in range(5):
        label = QLabel(text_with(picture, number), owner)
        label.setToolTip(text_with(picture, number))
    owner.show()
    owner.grab()
    found = list(faults(owner))
    assert len([each for each in found if "a label that may be a page" in each]) == 5
    assert any("toolTip" in each for each in found)
    assert made.was_opened() or not made.is_able
    made.close()


def test_plain_means_plain(picture: Path, watch: Watch, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    for number in range(5):
        text = text_with(picture, number)
        label = PlainLabel(owner, text)
        label.setToolTip(plain_tip(text))
        box = PlainBox(owner)
        box.setText(text)
        box.setInformativeText(text)
        box.grab()
        assert label.text() == text
    owner.show()
    check(owner)


def test_all_lines_of_a_text_that_wraps_stay_in_sight(owner: QWidget, qtbot: QtBot) -> None:
    label = PlainLabel(owner, "word " * 12, wraps=True)
    column = QVBoxLayout(owner)
    column.addWidget(label)
    owner.resize(120, 20)
    owner.show()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    few = label.height()
    label.setText("word " * 24)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > few)
    label.setText("word " * 5_000)  # whoever writes so much does not push all else off the screen
    assert label.minimumHeight() == MAX_KEPT_LINES * label.fontMetrics().lineSpacing()


def test_a_long_tip_is_cut_and_a_usual_one_stays() -> None:
    assert plain_tip("Ishaq Dar\nForeign Minister") == "Ishaq Dar\nForeign Minister"
    assert len(plain_tip("x" * 20_000)) == MAX_TIP_LETTERS


# the source


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def is_own_text(node: ast.expr) -> bool:
    """Whether an argument is a text of the program, or has gone through `plain_tip`."""
    if isinstance(node, ast.Constant):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    return name == "plain_tip" or (
        name in ("tr", "translate") and all(isinstance(each, ast.Constant) for each in node.args)
    )


def test_no_source_makes_a_label_or_a_tip_that_could_be_a_page() -> None:
    """A label is a `PlainLabel`, a box a `PlainBox`, and a tip goes through `plain_tip`."""
    wrong = []
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        if name in SET_AS_PLAIN:
            made = source.count("QStaticText(")
            assert made == source.count("setTextFormat(Qt.TextFormat.PlainText)") > 0
            assert made == source.count("setTextFormat(")
        bases = {
            getattr(base, "id", "")
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            for base in node.bases
        }
        if name not in PAGES:
            wrong += [f"{name}: a class of {base}" for base in bases & MARKUP]
        for called, node in calls(tree):
            where = f"{name}:{node.lineno}"
            if called in SET_AS_PLAIN.get(name, ()):
                continue
            if called in MARKUP and name not in PAGES:
                wrong.append(f"{where}: {called}")
            if called in READ_AS_PAGE and name not in {*PAGES, "widgets/clipboard.py"}:
                wrong.append(f"{where}: {called}")
            if called in TIPS and _is_tip(called, node) and not is_own_text(_text(called, node)):
                wrong.append(f"{where}: {called} without plain_tip")
            if called == "setTextFormat" and name not in PAGES:
                wrong.append(f"{where}: {called}")
    assert wrong == []


def _is_tip(called: str, node: ast.Call) -> bool:
    holder = node.func.value if isinstance(node.func, ast.Attribute) else None
    return called != "showText" or getattr(holder, "id", "") == "QToolTip"


def _text(called: str, node: ast.Call) -> ast.expr:
    return node.args[1 if called in ("showText", "setTabToolTip") else 0]


# the window


@pytest.mark.parametrize("at", range(4), ids=KINDS)
def test_a_tab_its_page_and_its_form(window: Window, watch: Watch, qtbot: QtBot, at: int) -> None:
    window.view.show_tab(at)
    settled(qtbot, window)
    tab = window.view.tab
    for _ in range(3):
        tab.walk(1)
        qtbot.waitUntil(lambda: tab.current_id is not None and tab.current_id == tab.list.target_id)
        settled(qtbot, window)
        check(window)
    hover(window)
    tab.edit()
    form = tab.pane.form
    qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))
    check(window)
    hover(window)


def hover(top: QWidget) -> None:
    """Let the pointer rest all over the widgets that answer for places of their own."""
    for widget in top.findChildren(QWidget):
        if widget.isVisible():
            for x in range(4, min(widget.width(), 1200), 60):
                for y in range(4, min(widget.height(), 700), 40):
                    at = QPoint(x, y)
                    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
                    QApplication.sendEvent(widget, event)
    for label in QApplication.topLevelWidgets():
        if isinstance(label, QLabel):
            assert "<img" not in label.text() or label.textFormat() == Qt.TextFormat.PlainText
    QToolTip.hideText()


def test_a_search_its_reasons_and_its_proposals(window: Window, watch: Watch, qtbot: QtBot) -> None:
    box = window.bar.search
    for typed in (MARK, f"{MARK}1 r&d", "<b>", "party:", f"topic:{MARK}", "nothing <img src=x>&y"):
        box.setText(typed)
        qtbot.wait(300)
        settled(qtbot, window)
        check(window)
    hover(window)


def test_the_menus_undo_and_the_notices(
    window: Window, watch: Watch, qtbot: QtBot, picture: Path
) -> None:
    session = window.session
    key = session.reader.all_ids("person", session.lens, "name")[0]
    record = session.reader.get(key, session.lens)
    record.title = text_with(picture, 1)
    session.save(record)
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    for number in range(5):
        text = text_with(picture, number)
        window.notify(Notice("error", text, "Again", lambda: None))
        check(window)
    window.view.tab.make()
    title_edit(window).setPlainText(record.title)
    qtbot.waitUntil(lambda: window.view.tab.pane.already_here.isVisible(), timeout=5_000)
    check(window)


def test_the_start_and_the_lock(start: Window, watch: Watch, qtbot: QtBot, picture: Path) -> None:
    names = [f"/{text_with(picture, number).replace('/', '∕')}" for number in range(5)]
    start.stack.start.show_recent(names)
    check(start)
    page = UnlockPage(Path(names[0]), Answers(), start)
    start.stack.show_page(page)
    page.refuse(text_with(picture, 2))
    check(start)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog(
    name: str, session: Session, tmp_path: Path, qtbot: QtBot, watch: Watch, picture: Path
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    if name == "duplicates":
        for title in ("Ishaq Dar", "Mohammed Ishaq Dar"):
            session.save(Person(title=title, country="pk", biography=text_with(picture, 0)))
        session.save(Organization(title=text_with(picture, 3), country="pk"))
    dialog = DIALOGS[name](session, tmp_path, qtbot, owner)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(200)
    check(dialog)
    hover(dialog)
    dialog.reject()


def test_the_preview(window: Window, watch: Watch, qtbot: QtBot) -> None:
    session = window.session
    ids = list(session.reader.all_ids("person", Lens(), "name"))
    actions_of(window).printing.show(records_request(text_title(window, ids[0]), "person", ids))
    qtbot.waitUntil(lambda: actions_of(window).printing.preview is not None, timeout=30_000)
    preview = actions_of(window).printing.preview
    qtbot.waitUntil(lambda: preview.ready is not None, timeout=30_000)
    check(preview)
    hover(preview)


def text_title(window: Window, key: int) -> str:
    return window.session.reader.lines([key], Lens())[0].title


def test_the_title_in_a_menu_is_on_screen_and_keys_pass_them_by(
    qtbot: QtBot, owner: QWidget
) -> None:
    menu = QMenu(owner)
    menu.setStyleSheet(stylesheet(LIGHT, 13, 11))
    first = menu.addAction("Today")
    add_heading(menu, "Days last used")
    below = menu.addAction("1 May 2015")
    menu.popup(owner.mapToGlobal(owner.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    (label,) = menu.findChildren(QLabel)
    assert label.isVisible() and label.text() == "Days last used"
    assert label.width() >= label.sizeHint().width() and label.height() >= label.sizeHint().height()
    menu.setActiveAction(first)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is below
    menu.close()


def test_no_menu_has_a_section_whose_words_the_style_leaves_out() -> None:
    files = SOURCE.rglob("*.py")
    assert [path.name for path in files if ".addSection(" in path.read_text("utf-8")] == []
