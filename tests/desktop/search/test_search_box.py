"""The search box says each keystroke and hands the walking keys on."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.search.search_box import Move, SearchBox


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    """An empty search box."""
    made = SearchBox()
    qtbot.addWidget(made)
    return made


def test_every_keystroke_is_said(qtbot: QtBot, box: SearchBox) -> None:
    said: list[str] = []
    box.typed.connect(said.append)
    qtbot.keyClicks(box, "Dar")
    assert said == ["D", "Da", "Dar"]


@pytest.mark.parametrize(
    ("key", "rows"),
    [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_PageDown, 10)],
)
def test_the_arrows_walk_the_list(qtbot: QtBot, box: SearchBox, key: Qt.Key, rows: int) -> None:
    with qtbot.waitSignal(box.walked) as caught:
        qtbot.keyClick(box, key)
    assert caught.args == [rows]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens(qtbot: QtBot, box: SearchBox, key: Qt.Key) -> None:
    with qtbot.waitSignal(box.opened):
        qtbot.keyClick(box, key)


def test_escape_clears_first_and_then_leaves(qtbot: QtBot, box: SearchBox) -> None:
    box.setText("Dar")
    with qtbot.assertNotEmitted(box.left), qtbot.waitSignal(box.typed) as caught:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert caught.args == [""]
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_it_is_named(box: SearchBox) -> None:
    assert box.accessibleName() and box.placeholderText()


def test_the_glass_grows_with_the_text_which_begins_behind_it(box: SearchBox) -> None:
    sizes = []
    for body in (13, 26):
        font = box.font()
        font.setPixelSize(body)
        box.setFont(font)
        box.resize(400, 80)
        glass = box.glass_rect()
        assert box.rect().contains(glass)
        assert box.textMargins().left() >= glass.right()
        sizes.append(glass.width())
        picture = box.grab().toImage()
        paper = picture.pixel(glass.right() + 2, glass.center().y())
        inked = {
            x
            for x in range(glass.left(), glass.right())
            for y in range(glass.top(), glass.bottom())
            if picture.pixel(x, y) != paper
        }
        assert max(inked) - min(inked) > glass.width() // 2
    assert 1.7 < sizes[1] / sizes[0] < 2.3


WAYS = [Move("country:", 8, "country:", "of or with this state"), Move("court", 5, "court")]


@pytest.fixture
def offering(qtbot: QtBot, box: SearchBox) -> SearchBox:
    """A box on screen that offers how `cou` goes on."""
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.setText("cou")
    box.offer(WAYS, walks=True)
    return box


def test_tab_takes_the_first_way_on(qtbot: QtBot, offering: SearchBox) -> None:
    assert offering.offer_texts() == ["country:", "court"]
    with qtbot.waitSignal(offering.asked):
        qtbot.keyClick(offering, Qt.Key.Key_Tab)
    assert offering.text() == "country:" and not offering.is_offering
    assert offering.hasFocus()


def test_enter_opens_the_best_hit_unless_a_way_is_marked(qtbot: QtBot, offering: SearchBox) -> None:
    with qtbot.waitSignal(offering.opened):
        qtbot.keyClick(offering, Qt.Key.Key_Return)
    assert offering.text() == "cou" and not offering.is_offering
    offering.offer(WAYS, walks=True)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(offering, key)
    with qtbot.assertNotEmitted(offering.opened):
        qtbot.keyClick(offering, Qt.Key.Key_Return)
    assert offering.text() == "court"


def test_down_walks_the_list_where_the_way_on_is_but_a_guess(
    qtbot: QtBot, offering: SearchBox
) -> None:
    offering.offer(WAYS, walks=False)
    with qtbot.waitSignal(offering.walked):
        qtbot.keyClick(offering, Qt.Key.Key_Down)
    assert not offering.is_offering


def test_escape_puts_the_ways_away_first(qtbot: QtBot, offering: SearchBox) -> None:
    qtbot.keyClick(offering, Qt.Key.Key_Escape)
    assert offering.text() == "cou" and not offering.is_offering
    qtbot.keyClick(offering, Qt.Key.Key_Escape)
    assert offering.text() == ""


def test_without_the_focus_nothing_is_offered(offering: SearchBox) -> None:
    offering.clearFocus()
    assert not offering.is_offering
    offering.offer(WAYS, walks=True)
    assert not offering.is_offering


def test_the_last_searches_are_asked_for(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.waitSignal(box.recalled), qtbot.assertNotEmitted(box.walked):
        qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
