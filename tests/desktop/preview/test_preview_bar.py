"""The bar tells what is chosen and shows what is in force."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.preview.pages.page_layout import FIT_PAGE, Zoom
from desktop.preview.preview_bar import BarActionSpec, GlyphButton, PreviewBar

SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
done: list[str] = []
DEEDS = [
    BarActionSpec("print", "&Print…", "print", "Ctrl+P", lambda: done.append("print")),
    BarActionSpec("copy", "Copy as &text", "copy", "Ctrl+Shift+C", lambda: done.append("copy")),
]


@pytest.fixture
def bar(qtbot: QtBot) -> PreviewBar:
    made = PreviewBar(None, DEEDS)
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
        ("dar", 0, 0, False, "Searching…"),
        ("", 0, 0, True, ""),
    ],
)
def test_the_hits_are_counted(
    bar: PreviewBar, words: str, at: int, count: int, whole: bool, said: str
) -> None:
    bar.show_hits(words, at, count, is_whole=whole)
    assert bar.hits.text() == said
    assert all(button.isEnabled() == (count > 0) for button in bar.hit_buttons)


def test_what_can_be_done_comes_first_and_has_its_key(bar: PreviewBar, qtbot: QtBot) -> None:
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    done.clear()
    qtbot.keyClick(bar, Qt.Key.Key_C, SHIFT_CTRL)
    bar.buttons["print"].click()
    assert done == ["copy", "print"]
    assert bar.buttons["copy"].toolTip() == "Copy as text (Ctrl+Shift+C)"
    order = [bar.buttons["print"]]
    while (after := order[-1].nextInFocusChain()) not in order:
        order.append(after)
    smaller, larger, *_ = bar.findChildren(GlyphButton)
    chosen = (bar.form, bar.ceiling, bar.paper, smaller, bar.zoom, larger, bar.page, bar.search)
    wanted = [*bar.buttons.values(), *chosen]
    assert [each for each in order if each in wanted] == wanted


def test_what_stands_in_a_row_stands_on_one_line(bar: PreviewBar, qtbot: QtBot) -> None:
    bar.resize(1800, 200)
    bar.show()
    middles = {
        each.mapTo(bar, each.rect().center()).y()
        for each in (bar.buttons["print"], bar.form, bar.zoom, bar.page, bar.search)
    }
    assert max(middles) - min(middles) <= 1


def test_glyphs_grow_with_the_text(bar: PreviewBar) -> None:
    buttons = bar.findChildren(GlyphButton)
    before = [button.iconSize().width() for button in buttons]
    font = bar.font()
    font.setPixelSize(2 * bar.fontInfo().pixelSize())
    for button in buttons:
        button.setFont(font)
    assert all(
        button.iconSize().width() > 1.8 * was for button, was in zip(buttons, before, strict=True)
    )
