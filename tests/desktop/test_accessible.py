"""Whoever sees no screen and has no mouse reaches every control by Tab and hears what it is."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db import (
    KINDS,
    Agreement,
    BoardScope,
    CopyPlan,
    CourierDesk,
    ImportReport,
    Loss,
    Person,
    SalvageReport,
    keep_view,
)
from desktop.board.board_dialog import BoardDialog
from desktop.board.succession_dialog import SuccessionDialog
from desktop.checks.checks_dialog import ChecksDialog
from desktop.copies.older_copy_dialog import OlderCopyDialog
from desktop.copies.salvage_report_dialog import SalvageReportDialog
from desktop.dialogs.ask_day import AskDay
from desktop.dialogs.change_many import ChangeManyDialog
from desktop.dialogs.chronology_dialog import ChronologyDialog
from desktop.dialogs.history_dialog import HistoryDialog
from desktop.dialogs.keyboard import KeyboardDialog
from desktop.dialogs.preferences_dialog import PreferencesDialog
from desktop.duplicates.duplicates_dialog import DuplicatesDialog
from desktop.erasing.erase_dialog import EraseDialog
from desktop.importing.import_dialog import ImportDialog
from desktop.importing.import_report_dialog import ImportReportDialog
from desktop.intake.intake_dialog import IntakeDialog
from desktop.intake.proposal_form import ProposalForm
from desktop.merging.courier_dialog import CourierDialog
from desktop.merging.merge_dialog import MergeDialog
from desktop.parties.status_dialog import StatusDialog
from desktop.preview.diplomatic_dialog import DiplomaticDialog
from desktop.preview.print_history_dialog import PrintedDialog
from desktop.search.save_search_dialog import SaveSearchDialog
from desktop.search.saved_searches_dialog import SavedSearchesDialog
from desktop.session.session import Session
from desktop.settings import Settings
from desktop.tabs.record_tab import RecordTab
from desktop.timeline.lanes.lane_chooser import LaneChooser
from desktop.today.topic_retention_dialog import TopicRetentionDialog
from desktop.unlocking.new_desk_dialog import NewDeskDialog
from desktop.unlocking.passphrase import PassphraseDialog
from desktop.unlocking.unlock import UnlockPage
from desktop.window.action_menus import key_lines
from desktop.window.actions.action_table import ACTIONS
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled
from tests.desktop.desk_store import store_of
from tests.desktop.intake.proposed import rows
from tests.desktop.merging.forked import forked_copy

MOST_TABS = 500  # presses of Tab; no way round is as long
REPORT = ImportReport(
    rejected=[{"row": 3, "column": "born", "value": "x", "why": "No date can be read from it."}]
)


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{spoken(widget)}” in {type(widget.parentWidget()).__name__}"


def spoken(widget: QWidget) -> str:
    """What a screen reader is told that a widget is called."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_control(widget: QWidget) -> bool:
    """Whether something is there to be used, by itself and not as a part of another."""
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QComboBox)
    )


def controls(top: QWidget) -> list[QWidget]:
    return [each for each in top.findChildren(QWidget) if is_control(each)]


def walked(top: QWidget, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Tab) -> set[QWidget]:
    """All that has the focus while Tab is pressed until it is where it began."""
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow, timeout=2_000)
    top.focusNextChild()
    first = QApplication.focusWidget()
    found: set[QWidget] = {first}
    for _ in range(MOST_TABS):
        qtbot.keyClick(QApplication.focusWidget(), key)
        now = QApplication.focusWidget()
        assert now is not None, "Tab has led to nothing."
        if now is first and len(found) > 1:
            return found
        found.add(now)
    if len(found) > 1:
        pytest.fail(f"Tab never came back; it ends in {described(QApplication.focusWidget())}.")
    return found


def check(top: QWidget, qtbot: QtBot) -> None:
    there = controls(top)
    assert there
    assert [described(each) for each in there if not spoken(each)] == []
    reached = walked(top, qtbot)
    assert [described(each) for each in there if each not in reached and is_control(each)] == []


@pytest.fixture
def tab(window: Window, qtbot: QtBot, at: int) -> RecordTab:
    """A tab in front with the page of a record."""
    window.view.show_tab(at)
    settled(qtbot, window)
    tab = window.view.tab
    tab.walk(1)
    qtbot.waitUntil(lambda: tab.current_id is not None and tab.current_id == tab.list.target_id)
    return tab


@pytest.mark.parametrize("at", range(4), ids=KINDS)
def test_a_tab_and_its_page(tab: RecordTab, window: Window, qtbot: QtBot) -> None:
    check(window, qtbot)


@pytest.mark.parametrize("at", range(4), ids=KINDS)
def test_a_form(tab: RecordTab, window: Window, qtbot: QtBot) -> None:
    tab.edit()
    form = tab.pane.form
    qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))
    check(window, qtbot)


def test_the_start(start: Window, qtbot: QtBot) -> None:
    start.stack.start.show_recent(["/somewhere/a.desk", "/somewhere/b.desk"])
    check(start, qtbot)


def test_the_lock(start: Window, desk: Path, qtbot: QtBot) -> None:
    page = UnlockPage(desk, Answers(), start)
    start.stack.show_page(page)
    page.refuse("That is not it.")
    check(start, qtbot)


def an_import(session: Session, tmp_path: Path, qtbot: QtBot) -> ImportDialog:
    table = tmp_path / "people.csv"
    table.write_text("name,born\nAnn Ashe,1950\nBo Birk,nonsense\n", encoding="utf-8")
    dialog = ImportDialog(session, [table], Answers(), None)
    qtbot.waitSignal(dialog.previewed, timeout=5_000).wait()
    return dialog


def a_pair(session: Session, qtbot: QtBot, owner: QWidget) -> DuplicatesDialog:
    session.save(Person(title="Mohammad Ishaq Dar", country="pk"))
    dialog = DuplicatesDialog(session, owner, "person")
    qtbot.waitUntil(lambda: bool(dialog.pairs), timeout=5_000)
    return dialog


def all_views(session: Session, owner: QWidget) -> SavedSearchesDialog:
    with session.unit_of_work("Keep") as work:
        keep_view(work, "In office", "person", "country:pk")
    return SavedSearchesDialog(session, owner)


def a_merge(session: Session, tmp_path: Path, qtbot: QtBot) -> MergeDialog:
    dialog = MergeDialog(session, forked_copy(session, tmp_path), Answers(), None)
    qtbot.waitSignal(dialog.previewed, timeout=5_000).wait()
    return dialog


def an_older_copy(session: Session, path: Path, qtbot: QtBot, owner: QWidget) -> OlderCopyDialog:
    """The dialog of older copies on one from before a record was deleted."""
    store = store_of(session)
    store.copies.plan = CopyPlan(path / "kept")
    store.copies.keep()
    session.remove(session.reader.all_ids("event", session.lens, "")[:1])
    dialog = OlderCopyDialog(session, Answers(), owner)
    qtbot.waitUntil(lambda: session.job is None, timeout=20_000)
    dialog.all_deleted.click()
    return dialog


COURIER_DESKS = [CourierDesk("Paris", 2)]


def an_erasing(session: Session, qtbot: QtBot, owner: QWidget) -> EraseDialog:
    """The dialog that erases a person, once it is known who names it."""
    key = session.reader.all_ids("person", session.lens, "")[0]
    record = session.reader.get(key, session.lens)
    dialog = EraseDialog(session, record.uid, record.title, owner)
    qtbot.waitUntil(lambda: session.job is None, timeout=20_000)
    dialog.sure_box.setChecked(True)
    return dialog


SALVAGED = SalvageReport(Path("new.desk"), {"people": 3}, losses=[Loss(1, "person", "Ann", "x")])
DIALOGS: dict[str, Callable[[Session, Path, QtBot, QWidget], QDialog]] = {
    "change many": lambda session, _p, _q, owner: ChangeManyDialog(session, "event", [1], owner),
    "merge": lambda session, path, qtbot, _o: a_merge(session, path, qtbot),
    "courier": lambda _s, _p, _q, owner: CourierDialog(COURIER_DESKS, 3, Answers(), owner),
    "older copies": lambda session, path, qtbot, owner: an_older_copy(session, path, qtbot, owner),
    "erase": lambda session, _p, qtbot, owner: an_erasing(session, qtbot, owner),
    "as of": lambda _s, _p, _q, owner: AskDay(owner, day="2025-01-01"),
    "board": lambda session, _p, _q, owner: BoardDialog(
        session, owner, BoardScope("Pakistan", country="pk")
    ),
    "succession": lambda session, _p, _q, owner: SuccessionDialog(
        session, owner, None, "2025-01-01"
    ),
    "chronology": lambda session, _p, _q, owner: ChronologyDialog(session, None, owner),
    "diplomatic": lambda _s, _p, _q, owner: DiplomaticDialog({"be": "Belgium"}, "be", owner),
    "duplicates": lambda session, _p, qtbot, owner: a_pair(session, qtbot, owner),
    "history": lambda session, _p, _q, owner: HistoryDialog(session, owner),
    "status": lambda session, _p, _q, owner: StatusDialog(
        Agreement(title="Pact"), session.lens, owner
    ),
    "checks": lambda session, _p, _q, owner: ChecksDialog(session, owner),
    "retention": lambda session, _p, _q, owner: TopicRetentionDialog(session, owner),
    "intake": lambda session, _p, _q, owner: IntakeDialog(session, Answers(), owner),
    "proposal": lambda session, _p, _q, owner: ProposalForm(rows()[0], session, owner),
    "lanes": lambda _s, _p, _q, owner: LaneChooser([("pk", "Pakistan")], ["pk"], owner),
    "keyboard": lambda _s, _p, _q, owner: KeyboardDialog(owner, key_lines(ACTIONS)),
    "new desk": lambda _s, _p, _q, owner: NewDeskDialog(owner, Answers()),
    "preferences": lambda session, _p, _q, owner: PreferencesDialog(Settings(), session, owner),
    "passphrase": lambda _s, _p, _q, owner: PassphraseDialog(owner, Answers(), is_encrypted=True),
    "import": lambda session, path, qtbot, _o: an_import(session, path, qtbot),
    "printed": lambda session, _p, _q, owner: PrintedDialog(session, owner),
    "keep view": lambda _s, _p, _q, owner: SaveSearchDialog(owner, "munir", ["Munir"]),
    "views": lambda session, _p, _q, owner: all_views(session, owner),
    "salvage": lambda _s, _p, _q, owner: SalvageReportDialog(SALVAGED, owner),
    "report": lambda _s, _p, _q, owner: ImportReportDialog(REPORT, Answers(), owner),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog(name: str, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = DIALOGS[name](session, tmp_path, qtbot, owner)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    check(dialog, qtbot)
    dialog.reject()


def test_every_dialog_is_walked() -> None:
    """A new dialog comes into the table above, wherever in the window it is for; the preview has
    tests of its own.
    """
    folder = Path(__file__).parents[2] / "desktop"
    there = {
        node.name
        for path in folder.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
        if any(getattr(parent, "id", "") in ("QDialog", "PreviewDialog") for parent in node.bases)
    }
    source = Path(__file__).read_text(encoding="utf-8")
    assert {name for name in there if f"{name}(" not in source} == {
        "PreviewWindow",
        "PreviewDialog",
    }


def keys_of(actions: Iterable[QAction]) -> Counter[str]:
    return Counter(key.toString() for action in actions for key in action.shortcuts())


def test_no_two_actions_share_a_shortcut(window: Window) -> None:
    keys = keys_of(window.findChildren(QAction))
    keys += Counter(each.key().toString() for each in window.findChildren(QShortcut))
    assert [key for key, count in keys.items() if count > 1] == []
    assert keys["Ctrl+S"] == 1


def test_no_two_entries_of_a_menu_share_a_letter(window: Window) -> None:
    menus = {menu.title() or "?": menu.actions() for menu in window.findChildren(QMenu)}
    menus["the bar"] = window.menuBar().actions()
    shared = {}
    for name, actions in menus.items():
        letters = Counter(
            text[text.index("&") + 1].casefold()
            for text in (action.text().replace("&&", "") for action in actions)
            if "&" in text
        )
        shared[name] = [letter for letter, count in letters.items() if count > 1]
    assert {name: letters for name, letters in shared.items() if letters} == {}
