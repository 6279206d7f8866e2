"""The palette is readable: every pair that is put together has the contrast it needs."""

import re

import pytest

from desktop.style.palette import DARK, LIGHT, PAIRS, Colors, contrast

SCHEMES = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_reaches_its_contrast(scheme: str, ink: str, ground: str, least: float) -> None:
    colors = SCHEMES[scheme]
    ratio = contrast(getattr(colors, ink), getattr(colors, ground))
    assert ratio >= least, f"{ink} on {ground} in {scheme}: {ratio:.2f}"


@pytest.mark.parametrize(
    ("ink", "ground", "ratio"),
    [("#767676", "#ffffff", 4.54), ("#0000ff", "#ffffff", 8.59), ("#ff0000", "#000000", 5.25)],
)
def test_contrast_is_what_wcag_publishes(ink: str, ground: str, ratio: float) -> None:
    assert contrast(ink, ground) == pytest.approx(ratio, abs=0.01)
    assert contrast(ground, ink) == contrast(ink, ground)


def test_every_ink_is_checked_on_some_ground() -> None:
    checked = {name for pair in PAIRS for name in pair[:2]}
    # A hair line and what is disabled need no contrast by WCAG 1.4.3 and 1.4.11.
    assert set(Colors._fields) - checked == {"line", "faint"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_is_written_in_six_digits(scheme: str) -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", color) for color in SCHEMES[scheme])
