"""The pages lie in the view as on paper; what is missing is asked for and painted when it comes."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.paper.content.blocks import Sheet
from desktop.paper.typst.typeset import typeset
from desktop.preview.pages.page_layout import FIT_PAGE, Zoom
from desktop.preview.pages.page_view import PageView
from desktop.preview.pages.pdf_pages import Pages, WordHit


@pytest.fixture
def view(qtbot: QtBot, pages: Pages) -> PageView:
    made = PageView(None)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show_pages(pages)
    made.show()
    qtbot.waitUntil(lambda: bool(made.missing))
    return made


def painted(view: PageView, x: float, y: float) -> str:
    return view.viewport().grab().toImage().pixelColor(round(x), round(y)).name()


def test_missing_pictures_are_asked_for_those_in_sight_first(view: PageView) -> None:
    assert [wanted.page for wanted in view.missing] == [0, 1]
    red = QImage(10, 10, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    view.put(view.missing[0], red)
    assert painted(view, 300, 250) == "#ff0000"
    assert [wanted.page for wanted in view.missing] == [1]


def test_the_paper_is_white_until_then(view: PageView) -> None:
    assert painted(view, 300, 250) == "#ffffff"


def test_a_picture_of_another_size_stands_in(view: PageView) -> None:
    red = QImage(10, 10, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    view.put(view.missing[0], red)
    view.set_zoom(Zoom("", 1.0))
    assert painted(view, 300, 250) == "#ff0000"
    assert 0 in [wanted.page for wanted in view.missing]


def test_pictures_that_take_too_much_room_go(
    view: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.preview.pages.page_view.MAX_PICTURE_BYTES", 100_000)
    image = QImage(150, 150, QImage.Format.Format_RGB32)
    for page in range(4):
        view.put(view.wanted_of(page), image)
    assert [wanted.page for wanted in view.images] == [3]


def test_a_page_is_gone_to_and_told(view: PageView, qtbot: QtBot) -> None:
    turned = []
    view.turned.connect(turned.append)
    view.go_to(3)
    assert view.page == 3 and turned == [3]
    view.go_to(99)
    assert view.page == 3


def test_zoom_keeps_the_place(view: PageView) -> None:
    view.go_to(2)
    for zoom in (Zoom("", 2.0), Zoom(FIT_PAGE), Zoom("", 0.5)):
        before = view.place_at(view.viewport().height() / 2)
        view.set_zoom(zoom)
        page, down = view.place_at(view.viewport().height() / 2)
        assert page == before[0] and down == pytest.approx(before[1], abs=3)


def test_another_document_is_read_on_at_the_same_place(view: PageView, pages: Pages) -> None:
    view.go_to(3)
    view.show_pages(pages)
    assert view.page == 3
    shorter = Pages(typeset(Sheet("One")).pdf)
    view.show_pages(shorter)
    assert view.page == 0
    view.show_pages(None)
    assert view.missing == []
    shorter.close()


def test_a_hit_is_marked_and_brought_into_sight(view: PageView) -> None:
    near, far = WordHit(0, (QRectF(100, 100, 60, 20),)), WordHit(4, (QRectF(100, 700, 60, 20),))
    view.show_hits([near, far], near)
    box = view.box_on_view(0, near.boxes[0])
    assert painted(view, box.center().x(), box.center().y()) == "#ff9f43"
    view.show_hits([near, far], far)
    assert view.page == 4
    box = view.box_on_view(4, far.boxes[0])
    top = view.verticalScrollBar().value()
    assert top <= box.top() <= box.bottom() <= top + view.viewport().height()


@pytest.mark.parametrize(
    ("key", "moves"),
    [(Qt.Key.Key_Down, 60), (Qt.Key.Key_PageDown, None), (Qt.Key.Key_Space, None)],
)
def test_keys_move_it(view: PageView, qtbot: QtBot, key: Qt.Key, moves: int | None) -> None:
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, key)
    assert bar.value() == (moves if moves is not None else bar.pageStep() - 60)


def test_the_paper_is_pulled_with_the_mouse(view: PageView, qtbot: QtBot) -> None:
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 400))
    qtbot.mouseMove(port, QPoint(300, 300))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert view.verticalScrollBar().value() == 100


def test_the_view_that_has_the_keys_has_a_frame(view: PageView, qtbot: QtBot) -> None:
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    frames = []
    for reason in (view.setFocus, view.clearFocus):
        reason()
        frames.append(painted(view, 1, 250))
    assert frames[0] != frames[1]
    assert frames[1] == painted(view, 8, 250)
