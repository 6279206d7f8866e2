"""Pairs are listed, compared and answered; each answer can be undone, and nothing merges itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import HistoricalDate, Lens, Organization, Pair, Person, Stopped
from desktop.duplicates.duplicates_dialog import DuplicatesDialog
from desktop.session.session import Session
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled


def add(session: Session, title: str = "Mohammad Ishaq Dar", **fields: Any) -> Person:
    person = Person(title=title, country="pk", **fields)
    session.save(person)
    return person


@pytest.fixture
def doubled(session: Session) -> Session:
    """The small desk with a second Ishaq Dar who says less."""
    add(session, gender="male")
    return session


@pytest.fixture
def dialog(doubled: Session, qtbot: QtBot) -> Iterator[DuplicatesDialog]:
    made = opened(doubled, qtbot)
    yield made
    made.reject()


def opened(session: Session, qtbot: QtBot, kind: str = "person") -> DuplicatesDialog:
    made = DuplicatesDialog(session, None, kind)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.listed, timeout=10_000):
        made.show()
    return made


def cell(dialog: DuplicatesDialog, label: str, column: int) -> str:
    table = dialog.pair_view.table
    rows = {table.item(row, 0).text(): row for row in range(table.rowCount())}
    return table.item(rows[label], column).text()


def two(dialog: DuplicatesDialog) -> list[set[str]]:
    return [{pair.a.title, pair.b.title} for pair in dialog.pairs]


def people(session: Session) -> set[str]:
    lines = session.reader.lines(session.reader.all_ids("person", Lens(), "name"), Lens())
    return {line.title for line in lines}


def test_a_pair_is_listed_with_score_and_reason(dialog: DuplicatesDialog) -> None:
    assert two(dialog) == [{"Ishaq Dar", "Mohammad Ishaq Dar"}]
    assert dialog.count.text() == "1 possible duplicate"
    assert dialog.table.item(0, 0).text().endswith("%")
    assert "both of Pakistan" in dialog.pair_view.why.text()
    assert "both of Pakistan" in dialog.table.item(0, 1).toolTip()


def test_both_stand_side_by_side_and_one_more_key_turns_them(dialog: DuplicatesDialog) -> None:
    before = cell(dialog, "Name", 1), cell(dialog, "Name", 2)
    assert set(before) == {"Ishaq Dar", "Mohammad Ishaq Dar"}
    dialog.turn_button.click()
    assert (cell(dialog, "Name", 2), cell(dialog, "Name", 1)) == before


def test_merging_takes_the_pair_off_and_undo_brings_it_back(
    dialog: DuplicatesDialog, doubled: Session, qtbot: QtBot
) -> None:
    before = people(doubled)
    dialog.merge_button.click()
    assert len(people(doubled)) == len(before) - 1
    assert dialog.pairs == []
    assert dialog.pair_view.why.text() == "No possible duplicates found."
    assert doubled.undo_label().startswith("Merge ")
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert people(doubled) == before
    assert len(dialog.pairs) == 1


def test_what_is_chosen_stays_and_the_other_is_kept_too(session: Session, qtbot: QtBot) -> None:
    add(session, born=HistoricalDate.parse("1950-05-12"), biography="Other words.")
    dialog = opened(session, qtbot)
    kept = dialog.records[0]
    rows = dialog.pair_view.table.rows_that_differ()
    assert len(rows) == 2  # name and biography
    for row in rows:
        dialog.pair_view.table.choose(row, "theirs")
    theirs = dialog.records[1]
    dialog.merge()
    found = session.reader.get(kept.id, session.lens)
    assert (found.title, found.biography) == (theirs.title, theirs.biography)  # type: ignore[attr-defined]
    assert kept.title in {name.text for name in found.names}
    assert any(kept.biography in note.text for note in found.notes)  # type: ignore[attr-defined]
    dialog.reject()


def test_left_and_right_choose_in_the_table(dialog: DuplicatesDialog, qtbot: QtBot) -> None:
    table = dialog.pair_view.table
    [row] = table.rows_that_differ()
    table.setCurrentCell(row, 1)
    for key, side, column in ((Qt.Key.Key_Right, "theirs", 2), (Qt.Key.Key_Left, "ours", 1)):
        qtbot.keyClick(table, key)
        assert table.choices == {"title": side}
        assert table.chosen_text(table.model().index(row, column)) == side
    table.setCurrentCell(row, 2)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.choices == {"title": "theirs"}


def test_not_the_same_is_remembered_and_can_be_taken_back(
    dialog: DuplicatesDialog, doubled: Session, qtbot: QtBot
) -> None:
    dialog.different_button.click()
    assert dialog.pairs == []
    again = opened(doubled, qtbot)
    assert again.pairs == []
    again.reject()
    dialog.undo()
    with qtbot.waitSignal(dialog.listed, timeout=10_000):
        dialog.again.click()
    assert len(dialog.pairs) == 1


def test_later_puts_a_pair_behind_the_others(doubled: Session, qtbot: QtBot) -> None:
    add(doubled, "Marko Rubio")
    dialog = opened(doubled, qtbot)
    first = two(dialog)[0]
    dialog.table.selectRow(0)
    dialog.later_button.click()
    assert two(dialog)[-1] == first
    dialog.reject()


def test_a_warning_says_which_verdict_a_pair_would_contradict(
    session: Session, qtbot: QtBot
) -> None:
    third = add(session, "Ishaq  Dar")
    add(session, "Ishaq DAR")
    dialog = opened(session, qtbot)
    row = next(at for at, pair in enumerate(dialog.pairs) if third.id in (pair.a.id, pair.b.id))
    dialog.table.selectRow(row)
    dialog.differ()
    with qtbot.waitSignal(dialog.listed, timeout=10_000):
        dialog.search()
    assert "were judged not the same" in dialog.pair_view.against.text()
    dialog.reject()


def test_the_search_can_be_given_up(
    dialog: DuplicatesDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(dialog.pairs)

    def endless(_kinds: object, _lens: object, _reader: object, progress: Any) -> list[Pair]:
        while True:
            progress(1, 2)

    monkeypatch.setattr("desktop.duplicates.duplicates_dialog.search_pairs", endless)
    dialog.search()
    assert dialog.reading is not None
    with qtbot.waitSignal(dialog.reading.refused, timeout=10_000) as refused:
        dialog.progress.cancelled.emit()
    assert isinstance(refused.args[0], Stopped)
    assert dialog.pairs == before
    assert not dialog.progress.isVisible()


def test_a_bug_in_the_search_ends_it(
    dialog: DuplicatesDialog, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> list[Pair]:
        raise ZeroDivisionError

    monkeypatch.setattr("desktop.duplicates.duplicates_dialog.search_pairs", broken)
    with qtbot.waitSignal(session.failed, timeout=10_000) as failed:
        dialog.search()
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert not dialog.progress.isVisible() and dialog.again.isEnabled()


def test_kinds_are_chosen(session: Session, qtbot: QtBot) -> None:
    session.save(Organization(title="Department of  State", kind="ministry", country="us"))
    dialog = opened(session, qtbot, "organization")
    assert two(dialog) == [{"Department of State", "Department of  State"}]
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("event"))
    with qtbot.waitSignal(dialog.listed, timeout=10_000):
        dialog.kinds.activated.emit(0)
    assert dialog.pairs == []
    dialog.reject()


def test_what_was_changed_meanwhile_is_not_merged_unseen(
    dialog: DuplicatesDialog, doubled: Session
) -> None:
    kept, _ = dialog.records
    other = doubled.reader.get(kept.id, doubled.lens)
    other.country = "us"
    doubled.save(other)
    dialog.merge()
    assert "look again" in dialog.message.text()
    assert len(dialog.pairs) == 1


def test_a_record_that_much_hangs_on_is_merged_beside_the_window(
    dialog: DuplicatesDialog, doubled: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.duplicates.duplicates_answers.MAX_QUICK_ROWS", -1)
    before = len(people(doubled))
    with qtbot.waitSignal(dialog.answers.settled, timeout=10_000):
        dialog.merge_button.click()
    assert len(people(doubled)) == before - 1
    assert dialog.pairs == []


def test_the_menu_opens_it_and_open_goes_to_the_record(
    window: Window, answers: Answers, qtbot: QtBot
) -> None:
    add(window.session)
    opened_ids: list[int] = []

    def fill(dialog: DuplicatesDialog) -> bool:
        qtbot.waitUntil(lambda: bool(dialog.pairs), timeout=10_000)
        opened_ids.append(dialog.records[1].id)
        dialog.other_button.click()
        return True

    answers.fill = fill
    window.menus.action("duplicates").trigger()
    settled(qtbot, window)
    assert window.view.tab.current_id == opened_ids[0]
