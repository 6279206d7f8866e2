"""A picture shows all lanes, pages hold whole ones, and colours are light whatever the window's."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.style.palette import DARK
from desktop.style.theme import palette_of
from desktop.timeline import band_picture
from desktop.timeline.band_picture import (
    ending_of,
    height_of,
    is_cut,
    page_stretches,
    picture_bytes,
)
from desktop.timeline.picture_head import PictureHead
from desktop.timeline.timeline_band import BandItem, TimelineBand

HEAD = PictureHead("RESTRICTED", "Desk of Zenda", "Lanes by country · July 2025")


@pytest.fixture
def band(qtbot: QtBot) -> TimelineBand:
    """Thirty lanes, of which few are in sight."""
    made = TimelineBand()
    qtbot.addWidget(made)
    made.resize(700, 200)
    days = ("2025-07-01", "2025-07-31")
    made.show_items(
        [BandItem(key, f"Talks {key}", *days, lane=f"Lane {key:02}") for key in range(30)]
    )
    return made


def test_a_picture_holds_all_lanes(band: TimelineBand) -> None:
    svg = picture_bytes(band, ".svg", "a4", HEAD).decode()
    assert "<svg" in svg and "Desk" in svg
    image = QImage.fromData(picture_bytes(band, ".png", "a4", HEAD))
    assert (image.width(), image.height()) == (2 * band.viewport().width(), 2 * height_of(band))
    assert height_of(band) > 4 * band.height()


def test_a_picture_of_a_dark_window_is_light(band: TimelineBand) -> None:
    light = picture_bytes(band, ".png", "a4", HEAD)
    band.setPalette(palette_of(DARK))
    assert picture_bytes(band, ".png", "a4", HEAD) == light


def test_pages_go_on_with_the_days_above_each(band: TimelineBand) -> None:
    read = PdfReader(BytesIO(picture_bytes(band, ".pdf", "us-letter", HEAD)))
    assert len(read.pages) > 1
    texts = [page.extract_text().replace("\t", " ") for page in read.pages]
    assert all("Jul" in text for text in texts)
    assert all("RESTRICTED" in text and "Desk of Zenda" in text for text in texts)
    assert f"page 2 of {len(texts)}" in texts[1]
    assert "Lane 00" in texts[0] and "Lane 29" in texts[-1]
    box = read.pages[0].mediabox
    assert box.width > box.height


def test_a_page_holds_whole_lanes_unless_one_is_higher_than_it(band: TimelineBand) -> None:
    stretches = [*page_stretches(band, 200)]
    tops = {box.top for box in band.stage.boxes}
    assert {top for top, _ in stretches} <= tops
    assert [end for _, end in stretches[:-1]] == [top for top, _ in stretches[1:]]
    tall = [*page_stretches(band, 7)]
    assert all(end - top <= 7 for top, end in tall) and tall[-1][1] == stretches[-1][1]


def test_an_empty_band_is_one_empty_page(band: TimelineBand) -> None:
    band.show_items([])
    assert [*page_stretches(band, 200)] == [(0, 0)]
    assert len(PdfReader(BytesIO(picture_bytes(band, ".pdf", "a4", HEAD))).pages) == 1


def test_a_picture_beyond_measure_is_cut_and_that_is_known(
    band: TimelineBand, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_cut(band)
    monkeypatch.setattr(band_picture, "MAX_PICTURE_PX", 100)
    assert is_cut(band)
    assert QImage.fromData(picture_bytes(band, ".png", "a4", HEAD)).height() == 200


@pytest.mark.parametrize(
    ("name", "ending"), [("a.png", ".png"), ("a.b.PDF", ".pdf"), ("a", ".pdf")]
)
def test_the_files_name_says_what_it_is(name: str, ending: str) -> None:
    assert ending_of(Path(name)) == ending
