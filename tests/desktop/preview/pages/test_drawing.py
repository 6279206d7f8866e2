"""Drawing gives the newest wish, of the document that is shown, and ends when told."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.paper.content.blocks import Paragraph, Sheet
from desktop.paper.typst.typeset import typeset
from desktop.preview.pages.drawing import Drawing, PageRequest
from desktop.preview.pages.pdf_pages import Pages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typeset([Sheet(f"Page {n}", [Paragraph("minerals")]) for n in range(4)]).pdf


@pytest.fixture
def drawing(qtbot: QtBot, pdf: bytes) -> Iterator[Drawing]:
    made = Drawing()
    made.show(Pages(pdf))
    yield made
    made.close()
    wait_for_end(qtbot)


def wait_for_end(qtbot: QtBot) -> None:
    names = {"drawing", "job"}
    qtbot.waitUntil(lambda: not names & {each.name for each in threading.enumerate()})


def test_what_is_wanted_is_drawn_in_its_order(drawing: Drawing, qtbot: QtBot) -> None:
    drawn = []
    drawing.drawn.connect(lambda wanted, image: drawn.append((wanted, image.width())))
    drawing.want([PageRequest(2, 1.0), PageRequest(0, 0.5)])
    qtbot.waitUntil(lambda: len(drawn) == 2)
    assert drawn == [(PageRequest(2, 1.0), 596), (PageRequest(0, 0.5), 298)]


def test_words_are_looked_for_on_every_page(drawing: Drawing, qtbot: QtBot) -> None:
    found = []
    drawing.found.connect(found.extend)
    with qtbot.waitSignal(drawing.searched):
        assert drawing.look_for("MINERALS")
    assert [hit.page for hit in found] == [0, 1, 2, 3]
    assert not drawing.look_for(" ")


def test_pages_of_a_longer_document_are_not_asked_of_a_shorter_one(
    drawing: Drawing, qtbot: QtBot
) -> None:
    drawn = []
    drawing.drawn.connect(lambda wanted, _: drawn.append(wanted.page))
    drawing.show(Pages(typeset(Sheet("One")).pdf))
    drawing.want([PageRequest(3, 1.0), PageRequest(0, 1.0)])
    qtbot.waitUntil(lambda: drawn == [0])


def test_nothing_is_drawn_of_no_document(drawing: Drawing, qtbot: QtBot) -> None:
    drawn = []
    drawing.drawn.connect(lambda wanted, _: drawn.append(wanted))
    drawing.show(None)
    drawing.want([PageRequest(0, 1.0)])
    assert not drawing.look_for("minerals")
    qtbot.wait(50)
    assert drawn == []


def test_to_close_waits_for_no_picture(
    qtbot: QtBot, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_drawing, go_on = threading.Event(), threading.Event()
    real = Pages.image

    def slow(self: Pages, at: int, scale: float) -> QImage:
        is_drawing.set()
        assert go_on.wait(10)
        return real(self, at, scale)

    monkeypatch.setattr(Pages, "image", slow)
    drawn = []
    made = Drawing()
    made.drawn.connect(lambda wanted, _: drawn.append(wanted))
    made.show(Pages(pdf))
    made.want([PageRequest(0, 1.0)])
    assert is_drawing.wait(10)
    made.close()  # while the picture is in hand
    go_on.set()
    wait_for_end(qtbot)
    assert drawn == []


def test_a_wish_repeated_while_its_picture_is_in_hand_is_drawn_once(
    drawing: Drawing, qtbot: QtBot
) -> None:
    drawn = []
    drawing.drawn.connect(lambda wanted, _: drawn.append(wanted.page))
    for _ in range(20):
        drawing.want([PageRequest(1, 1.0)])
    drawing.want([PageRequest(1, 1.0), PageRequest(2, 1.0)])
    qtbot.waitUntil(lambda: drawn == [1, 2])


def test_a_bug_while_drawing_is_told_and_the_next_picture_is_drawn(
    drawing: Drawing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Pages.image

    def fail_once(self: Pages, at: int, scale: float) -> QImage:
        monkeypatch.setattr(Pages, "image", real)
        raise KeyError("bug")

    monkeypatch.setattr(Pages, "image", fail_once)
    with qtbot.waitSignal(drawing.failed):
        drawing.want([PageRequest(0, 1.0)])
    with qtbot.waitSignal(drawing.drawn):
        drawing.want([PageRequest(1, 1.0)])
