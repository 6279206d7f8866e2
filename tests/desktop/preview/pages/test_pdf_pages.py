"""A PDF is drawn as it is set, and every word has its place on the page."""

import pytest
from PySide6.QtGui import QImage

from desktop.paper.content.blocks import Paragraph, Sheet
from desktop.paper.typst.typeset import typeset
from desktop.preview.pages.pdf_pages import Pages, only_pages
from desktop.preview.pages.word_finder import find

SHEETS = [
    Sheet("Ishaq Dar", [Paragraph("He met the Minister in Lahore, minister again.")]),
    Sheet("Marco Rubio", [Paragraph("Secretary of State")]),
    Sheet("Asim Munir", [Paragraph("Field Marshal")]),
]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typeset(SHEETS).pdf


def test_every_page_has_its_size_in_points(pdf: bytes) -> None:
    pages = Pages(pdf)
    assert [size.toSize().toTuple() for size in pages.sizes] == [(595, 842)] * 3
    pages.close()


@pytest.mark.parametrize(
    ("scale", "grey", "width", "form"),
    [
        (1.0, False, 596, QImage.Format.Format_RGB32),
        (2.0, True, 1191, QImage.Format.Format_Grayscale8),
    ],
)
def test_a_page_is_drawn_in_ink_on_white(
    pdf: bytes, scale: float, grey: bool, width: int, form: QImage.Format
) -> None:
    pages = Pages(pdf)
    image = pages.image(0, scale, grey=grey)
    pages.close()
    assert (image.width(), image.format()) == (width, form)
    assert image.pixelColor(2, 2).lightness() == 255
    assert (
        min(
            image.pixelColor(x, y).lightness()
            for x in range(0, width, 2)
            for y in range(60, image.height() // 3)
        )
        < 80
    )


def test_no_picture_is_larger_than_memory_allows(pdf: bytes) -> None:
    pages = Pages(pdf)
    image = pages.image(0, 40.0, grey=True)
    pages.close()
    assert image.width() * image.height() < 41_000_000


def test_a_word_has_a_box_where_it_is_printed(pdf: bytes) -> None:
    pages = Pages(pdf)
    hits = pages.hits(0, find("minister", pages.letters(0)))
    image = pages.image(0, 2.0)
    pages.close()
    assert len(hits) == 2
    for hit in hits:
        (box,) = hit.boxes
        inside = [
            image.pixelColor(x, y).lightness()
            for x in range(round(box.left() * 2), round(box.right() * 2))
            for y in range(round(box.top() * 2), round(box.bottom() * 2))
        ]
        assert min(inside) < 80 and sum(level > 200 for level in inside) > len(inside) / 3
        assert 30 < box.width() < 60 and 5 < box.height() < 20


def test_some_pages_make_a_pdf_of_their_own(pdf: bytes) -> None:
    pages = Pages(only_pages(pdf, [2, 0]))
    first, second = pages.letters(0), pages.letters(1)
    pages.close()
    assert "Asim Munir" in first and "Ishaq Dar" in second
