"""Pages lie one below the other, fitted or as large as was asked, and are found by their height."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, QSizeF

from desktop.preview.pages.page_layout import FIT_PAGE, FIT_WIDTH, PAGE_GAP_PX, PageLayout, Zoom

A4 = QSizeF(595.3, 841.9)
VIEW = QSize(800, 600)


@pytest.mark.parametrize("zoom", [Zoom(FIT_WIDTH), Zoom(FIT_PAGE), Zoom("", 1.0), Zoom("", 4.0)])
def test_pages_do_not_overlap_and_fill_the_length(zoom: Zoom) -> None:
    layout = PageLayout([A4] * 5, VIEW, zoom)
    rects = [layout.rect(page) for page in range(5)]
    assert all(b.top() - a.bottom() == pytest.approx(PAGE_GAP_PX) for a, b in pairwise(rects))
    assert layout.height == pytest.approx(rects[-1].bottom() + PAGE_GAP_PX)
    assert all(rect.left() >= 0 and rect.right() <= layout.width for rect in rects)


def test_a_fit_fits() -> None:
    assert PageLayout([A4], VIEW, Zoom(FIT_WIDTH)).rect(0).width() == pytest.approx(
        800 - 2 * PAGE_GAP_PX
    )
    assert PageLayout([A4], VIEW, Zoom(FIT_PAGE)).rect(0).height() == pytest.approx(
        600 - 2 * PAGE_GAP_PX
    )
    assert PageLayout([A4], VIEW, Zoom("", 1.0)).rect(0).width() == pytest.approx(
        A4.width() * 96 / 72
    )
    assert PageLayout([A4], VIEW, Zoom("", 1.5)).factor == pytest.approx(1.5)


@given(st.integers(1, 700), st.floats(0, 1), st.sampled_from([FIT_WIDTH, FIT_PAGE, ""]))
def test_the_page_at_a_height_is_the_one_that_lies_there(
    count: int, share: float, fit: str
) -> None:
    layout = PageLayout([A4] * count, VIEW, Zoom(fit))
    y = share * layout.height
    page = layout.page_at(y)
    assert page == 0 or layout.rect(page).top() <= y
    assert page == count - 1 or y < layout.rect(page + 1).top()
    assert page in layout.pages_between(y, y + 600)


def test_no_page_is_no_trouble() -> None:
    layout = PageLayout([], VIEW, Zoom())
    assert list(layout.pages_between(0, 600)) == []


def test_zoom_goes_up_and_down_in_steps_and_ends() -> None:
    zoom, seen = Zoom("", 0.25), [0.25]
    while (after := zoom.step(zoom.factor, 1)) != zoom:
        zoom = after
        seen.append(zoom.factor)
    assert seen == sorted(set(seen)) and seen[-1] == 4.0
    assert zoom.step(zoom.factor, -1).factor == seen[-2]
