"""The list keeps what was chosen, counts what it shows and names the highest marking in sight."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from db import Person, parse_query
from desktop.models.row_model import RowModel
from desktop.tabs.list_pane import ListPane
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, titles


@pytest.fixture
def pane(window: Window) -> ListPane:
    return window.view.tab.list


def key_of(window: Window, title: str) -> int:
    return window.view.tab.list.model.ids[titles(window).index(title)]


def test_what_is_chosen_stays_chosen_when_rows_come_before_it(
    pane: ListPane, window: Window, qtbot: QtBot
) -> None:
    rubio = key_of(window, "Marco Rubio")
    pane.select(rubio)
    window.session.save(Person(title="Aaron Aab"))
    settled(qtbot, window)
    assert pane.chosen_ids() == [rubio] and pane.target_id == rubio


def test_what_is_not_in_the_list_marks_no_row(pane: ListPane, window: Window, qtbot: QtBot) -> None:
    rubio = key_of(window, "Marco Rubio")
    pane.select(rubio)
    pane.search(parse_query("munir"))
    settled(qtbot, window)
    pane.select(rubio)
    assert pane.chosen_ids() == [] and pane.target_id == rubio
    pane.search(parse_query(""))
    settled(qtbot, window)
    assert pane.chosen_ids() == [rubio]


def test_it_says_how_many_of_how_many(pane: ListPane, window: Window, qtbot: QtBot) -> None:
    assert pane.count_text() == "6 people"
    pane.search(parse_query("country:us"))
    settled(qtbot, window)
    assert pane.count_text() == "1 of 6 people"


def test_a_walk_ends_at_the_ends(pane: ListPane) -> None:
    pane.walk(99)
    assert pane.table.currentIndex().row() == 5
    pane.walk(-99)
    assert pane.table.currentIndex().row() == 0


def test_choosing_says_which_record_once(pane: ListPane, window: Window) -> None:
    told: list[int] = []
    pane.chosen.connect(told.append)
    pane.table.choose_row(3)
    pane.table.choose_row(3)
    assert told == [pane.model.id_at(3)]
    pane.select(pane.model.id_at(1))
    assert len(told) == 1


def test_the_first_of_no_rows_is_none(pane: ListPane, window: Window, qtbot: QtBot) -> None:
    pane.search(parse_query("nobody"))
    settled(qtbot, window)
    assert pane.choose_first() is None and pane.chosen_ids() == []


def test_the_highest_marking_is_that_of_the_rows_in_sight(pane: ListPane, window: Window) -> None:
    assert pane.highest_marking() == 3  # Secret Agent
    window.session.limit(1)
    assert pane.highest_marking() <= 1


def test_a_chip_drops_its_filter_and_leaves_the_rest(
    pane: ListPane, window: Window, qtbot: QtBot
) -> None:
    wanted: list[str] = []
    pane.query_wanted.connect(wanted.append)
    pane.search(parse_query("munir country:pk"))
    pane.chips.dropped.emit(0)
    pane.chips.dropped.emit(7)
    assert wanted == ["munir"]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often Qt looks at a cell to see whether it can be selected; asked before the window."""
    looked = [0]

    def flags(self: RowModel, index: QModelIndex) -> Qt.ItemFlag:
        looked[0] += 1
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    monkeypatch.setattr(RowModel, "flags", flags, raising=False)
    return looked


def test_to_select_everything_looks_at_no_row_of_its_own(
    looks: list[int], pane: ListPane, qtbot: QtBot
) -> None:
    assert pane.model.rowCount() == 6
    pane.table.grab()
    looks[0] = 0
    pane.table.selectAll()
    pane.table.grab()
    assert pane.chosen_ids() == list(pane.model.ids) and pane.chosen_count() == 6
    assert looks[0] < 6


def test_what_is_chosen_comes_in_the_order_of_the_list(pane: ListPane) -> None:
    pane.table.choose_row(4)
    flag = QItemSelectionModel.SelectionFlag
    for row in (0, 1, 4, 2):
        pane.table.selectionModel().select(pane.model.index(row, 0), flag.Select | flag.Rows)
    assert pane.chosen_ids() == [pane.model.ids[row] for row in (0, 1, 2, 4)]


def test_an_empty_list_says_how_to_begin(pane: ListPane, window: Window, qtbot: QtBot) -> None:
    assert not pane.nothing_found.isVisibleTo(pane)
    window.session.remove(list(pane.model.ids))
    settled(qtbot, window)
    assert pane.nothing_found.isVisibleTo(pane)
    assert "Ctrl+N" in pane.nothing_found.tried.text()
    window.session.save(Person(title="Aaron Aab"))
    settled(qtbot, window)
    assert not pane.nothing_found.isVisibleTo(pane)


def test_all_rows_are_chosen_those_that_are_still_to_come_too(window: Window, qtbot: QtBot) -> None:
    pane = window.view.tab.list
    pane.model.search(parse_query("country:pk"))
    assert pane.model.is_asking
    pane.select_all()
    assert pane.chosen_count() <= 1
    qtbot.waitUntil(lambda: not pane.is_selecting)
    assert pane.chosen_count() == len(pane.model.ids) == 4
    pane.model.search(parse_query("country:ca"))
    done: list[int] = []
    pane.select_all()
    pane.act_on_selection(lambda: done.append(pane.chosen_count()))
    assert not done
    qtbot.waitUntil(lambda: bool(done))
    assert done == [len(pane.model.ids)] == [1]
    pane.act_on_selection(lambda: done.append(0))
    assert done == [1, 0]  # at once, where nothing is to come
    pane.model.search(parse_query("country:pk"))
    pane.select_all()
    pane.act_on_selection(lambda: done.append(-1))
    told = []
    pane.noticed.connect(told.append)
    pane.search(parse_query("country:us"))
    qtbot.waitUntil(lambda: pane.model.is_whole)
    assert pane.chosen_count() <= 1  # what was asked for other rows is not done to these
    assert done == [1, 0] and "nothing was done" in told[0].text
