"""Six sheets as a PDF, and its pages, for each test of the preview's pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.paper.content.blocks import Sheet
from desktop.paper.typst.typeset import typeset
from desktop.preview.pages.pdf_pages import Pages

SHEETS = 6


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """A page for each sheet."""
    return typeset([Sheet(f"Sheet {n}") for n in range(SHEETS)]).pdf


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> Iterator[Pages]:
    """The pages of the PDF."""
    made = Pages(pdf)
    yield made
    made.close()
