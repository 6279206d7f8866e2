"""The bar tells what is chosen and shows what is in force."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.preview.page_layout import FIT_PAGE, Zoom
from desktop.preview.preview_bar import PreviewBar


@pytest.fixture
def bar(qtbot: QtBot) -> PreviewBar:
    made = PreviewBar(None)
    qtbot.addWidget(made)
    return made


def test_forms_and_ceilings_are_listed_and_told_when_chosen(bar: PreviewBar) -> None:
    told: list[object] = []
    bar.form_chosen.connect(told.append)
    bar.ceiling_chosen.connect(told.append)
    bar.show_forms([("biography", "Biographic note"), ("list", "List")], "list")
    bar.show_ceilings(2, 1)
    assert bar.form.currentText() == "List"
    assert (bar.ceiling.count(), bar.ceiling.currentText()) == (3, "Restricted")
    assert told == []  # shown, not chosen
    bar.form.setCurrentIndex(0)
    bar.form.activated.emit(0)
    bar.ceiling.setCurrentIndex(2)
    bar.ceiling.activated.emit(2)
    assert told == ["biography", 2]


@pytest.mark.parametrize(
    ("zoom", "factor", "shown"),
    [(Zoom(FIT_PAGE), 0.7, "Fit page"), (Zoom("", 1.5), 1.5, "150 %"), (Zoom("", 1.1), 1.1, "")],
)
def test_the_zoom_in_force_is_shown(bar: PreviewBar, zoom: Zoom, factor: float, shown: str) -> None:
    bar.show_zoom(zoom, factor)
    assert bar.zoom.currentText() == shown
    if not shown:
        assert bar.zoom.placeholderText() == "110 %"


def test_a_page_is_shown_and_wanted_by_its_number(bar: PreviewBar) -> None:
    wanted: list[int] = []
    bar.page_wanted.connect(wanted.append)
    bar.show_page(2, 9)
    assert (bar.page.value(), bar.page.accessibleName(), wanted) == (3, "Page 3 of 9", [])
    bar.page.setValue(7)
    assert wanted == [6]
    bar.show_page(0, 0)
    assert not bar.page.isEnabled()


@pytest.mark.parametrize(
    ("words", "at", "count", "whole", "said"),
    [
        ("dar", 2, 7, True, "2 of 7"),
        ("dar", 1, 7, False, "1 of 7+"),
        ("dar", 0, 0, True, "Not found"),
        ("dar", 0, 0, False, "Looking…"),
        ("", 0, 0, True, ""),
    ],
)
def test_the_hits_are_counted(
    bar: PreviewBar, words: str, at: int, count: int, whole: bool, said: str
) -> None:
    bar.show_hits(words, at, count, is_whole=whole)
    assert bar._hits.text() == said
    assert all(button.isEnabled() == (count > 0) for button in bar._hit_buttons)
