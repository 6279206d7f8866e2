"""A hit shows what matched and why, also in scripts written from the right."""

import pytest
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from desktop.models.roles import Role
from desktop.theme import palette_of
from desktop.tones import LIGHT
from desktop.widgets.hit_delegate import HitDelegate


def shown(qtbot: QtBot, title: str, marks: object = (), why: str = "") -> QListView:
    """A list of one hit."""
    view = QListView()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    item = QStandardItem()
    item.setData(title, Role.TITLE)
    item.setData(marks, Role.MARKS)
    item.setData(why, Role.WHY)
    model.appendRow(item)
    view.setModel(model)
    view.setItemDelegate(HitDelegate(view))
    view.setPalette(palette_of(LIGHT))
    view.resize(300, 80)
    return view


def marked_columns(view: QListView) -> list[int]:
    """The x of every column in which the colour of a mark stands."""
    image: QImage = view.viewport().grab().toImage()
    mark = QColor(LIGHT.mark).rgb()
    return [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == mark for y in range(image.height()))
    ]


@pytest.mark.parametrize(
    ("title", "marks"), [("Asim Munir", [(5, 10)]), ("اسحاق ڈار", [(0, 5)]), ("😀 Dar", [(2, 5)])]
)
def test_what_matched_is_marked(qtbot: QtBot, title: str, marks: list[tuple[int, int]]) -> None:
    assert len(marked_columns(shown(qtbot, title, marks))) > 10
    assert marked_columns(shown(qtbot, title)) == []


def test_the_first_letters_stand_right_where_writing_comes_from_the_right(qtbot: QtBot) -> None:
    first = marked_columns(shown(qtbot, "اسحاق ڈار", [(0, 5)]))
    last = marked_columns(shown(qtbot, "اسحاق ڈار", [(6, 9)]))
    assert min(first) > max(last)


@pytest.mark.parametrize("marks", [[(-1, 3)], [(3, 99)], [(4, 4)], None])
def test_a_mark_that_does_not_fit_is_left_out(qtbot: QtBot, marks: object) -> None:
    assert marked_columns(shown(qtbot, "Dar", marks)) == []


def test_a_reason_makes_the_row_higher(qtbot: QtBot) -> None:
    plain = shown(qtbot, "Dar")
    reasoned = shown(qtbot, "Dar", why="sounds like “dahr”")
    assert reasoned.sizeHintForRow(0) > plain.sizeHintForRow(0)
