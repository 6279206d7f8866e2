"""Colours and texts are made once for a look."""

from __future__ import annotations

from PySide6.QtGui import QFont, QGuiApplication

from desktop.timeline import canvas
from desktop.timeline.canvas import PaintCache


def test_a_colour_is_made_once_for_each_opacity(qapp: QGuiApplication) -> None:
    cache, palette = PaintCache(), qapp.palette()
    pale = cache.color(palette, "accent", 0.5)
    assert cache.color(palette, "accent", 0.5) is pale
    assert cache.color(palette, "accent", 1.0) != pale


def test_paper_gets_what_a_see_through_colour_looks_like(qapp: QGuiApplication) -> None:
    palette = qapp.palette()
    paper, window = PaintCache(is_opaque=True), PaintCache()
    assert paper.color(palette, "accent", 1.0) == window.color(palette, "accent", 1.0)
    assert paper.color(palette, "accent", 0.0) == window.color(palette, "surface", 1.0)
    assert paper.color(palette, "accent", 0.3).alphaF() == 1.0


def test_texts_are_kept_up_to_a_number(qapp: QGuiApplication, monkeypatch: object) -> None:
    cache = PaintCache()
    first = cache.text("Talks", QFont())
    assert cache.text("Talks", QFont()) is first
    for at in range(canvas.MAX_TEXTS + 2):
        cache.text(f"{at}", QFont())
    assert cache.text("Talks", QFont()) is not first
