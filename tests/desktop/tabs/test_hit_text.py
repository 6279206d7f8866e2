"""A hit shows what matched and why, also in scripts written from the right."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.style.palette import LIGHT
from desktop.tabs.hit_text import HitWriter, MatchedText, reason_height

WIDTH, HEIGHT = 300, 80


def painted(hit: MatchedText, *, mirrored: bool = False, width: int = WIDTH) -> QImage:
    """A white picture with one hit."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    place = QRect(0, 0, width, HEIGHT)
    HitWriter(QApplication.font(), LIGHT, mirrored=mirrored).write(painter, place, hit)
    painter.end()
    return image


def columns(image: QImage, color: str) -> list[int]:
    """The x of every column in which a colour stands."""
    sought = QColor(color).rgb()
    return [
        x for x in range(WIDTH) if any(image.pixel(x, y) == sought for y in range(image.height()))
    ]


def rows(image: QImage) -> list[int]:
    """The y of every row in which something is written."""
    ground = QColor(LIGHT.surface).rgb()
    return [y for y in range(HEIGHT) if any(image.pixel(x, y) != ground for x in range(WIDTH))]


def marked(title: str, marks: object) -> list[int]:
    return columns(painted(MatchedText(title, marks)), LIGHT.mark)


@pytest.mark.parametrize(
    ("title", "marks"), [("Asim Munir", [(5, 10)]), ("اسحاق ڈار", [(0, 5)]), ("😀 Dar", [(2, 5)])]
)
def test_what_matched_is_marked(
    qapp: QApplication, title: str, marks: list[tuple[int, int]]
) -> None:
    assert len(marked(title, marks)) > 10
    assert marked(title, ()) == []


def test_the_first_letters_stand_right_where_writing_comes_from_the_right(
    qapp: QApplication,
) -> None:
    assert min(marked("اسحاق ڈار", [(0, 5)])) > max(marked("اسحاق ڈار", [(6, 9)]))


@pytest.mark.parametrize("marks", [[(-1, 3)], [(3, 99)], [(4, 4)], ()])
def test_a_mark_that_does_not_fit_is_left_out(qapp: QApplication, marks: object) -> None:
    assert marked("Dar", marks) == []


def test_a_reason_stands_below_and_both_stand_in_the_middle(qapp: QApplication) -> None:
    plain, reasoned = (
        rows(painted(MatchedText("Dar"))),
        rows(painted(MatchedText("Dar", (), "sounds like Dahr"))),
    )
    assert min(reasoned) < min(plain) and max(reasoned) > max(plain)
    assert max(reasoned) - min(reasoned) > reason_height(QApplication.font())
    assert abs((min(plain) + max(plain)) / 2 - HEIGHT / 2) < 6


def test_a_mirrored_list_is_read_from_its_right_side(qapp: QApplication) -> None:
    assert max(columns(painted(MatchedText("Dar")), LIGHT.text)) < 60
    assert min(columns(painted(MatchedText("Dar"), mirrored=True), LIGHT.text)) > WIDTH - 60


def test_a_long_title_ends_where_its_room_ends(qapp: QApplication) -> None:
    assert max(columns(painted(MatchedText("Minister " * 20), width=100), LIGHT.text)) < 100
