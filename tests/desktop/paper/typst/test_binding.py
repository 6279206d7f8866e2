"""Pieces are bound in the order of their places, whatever the order in which they come."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.paper.content.blocks import Heading, Paragraph, Sheet
from desktop.paper.typst.binding import Binder
from desktop.paper.typst.compiling import set_numbers
from desktop.paper.typst.typeset import typeset


def piece(title: str, *heads: str) -> bytes:
    blocks = [part for head in heads for part in (Heading(head), Paragraph("x"))]
    return typeset(Sheet(title, blocks, desk="Desk", language="en-GB")).pdf


def numbers(*texts: str) -> bytes:
    rows = [{"text": text, "language": "en", "direction": "ltr"} for text in texts]
    return set_numbers({"paper": "a4", "title": "t", "numbers": rows})


def bound(*places: int) -> PdfReader:
    binder = Binder()
    for place in places:
        added = binder.add(place, piece(f"Sheet {place}", f"Head {place}"))
        assert (added.pages, added.starts) == (1, [0])
    texts = [f"number {place}" for place in sorted(places)]
    return PdfReader(BytesIO(binder.close(numbers(*texts))))


@pytest.mark.parametrize("places", [(0,), (0, 1, 2), (2, 0, 1)])
def test_the_places_give_the_order(places: tuple[int, ...]) -> None:
    reader = bound(*places)
    for at, page in enumerate(reader.pages):
        said = page.extract_text()
        assert f"Sheet {at}" in said
        assert f"number {at}" in said
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == [f"Sheet {at}" for at in range(len(places))]


def test_what_the_file_is_comes_from_the_first_piece() -> None:
    reader = bound(0, 1)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Sheet 0", "Desk")
    assert reader.root_object["/Lang"] == "en"
    assert b"pdfuaid" in reader.root_object["/Metadata"].get_object().get_data()


def test_what_pieces_have_alike_is_kept_once() -> None:
    one, two = (len(piece("Same", "Same")) for _ in range(2))
    binder = Binder()
    for place in range(4):
        binder.add(place, piece("Same", "Same"))
    assert len(binder.close(numbers(*"abcd"))) < 3 * one
    assert one == two
