"""The palette as a table: each colour by what it is for, in light and dark; the theme asks it.

Every pair of text and ground that `PAIRS` names reaches the contrast of WCAG 2.2 level AA.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Colors(NamedTuple):
    """The colours of one scheme, each as `#rrggbb`.

    `*_soft` are the grounds that the tone of the same name is written on.
    """

    ground: str  # strips, tool bars, what lies behind
    surface: str  # lists, pages, fields
    text: str
    quiet: str  # second lines, column heads
    faint: str  # what cannot be used just now
    line: str  # between rows and parts
    edge: str  # around a field
    accent: str
    on_accent: str
    accent_soft: str
    hover: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    mark: str  # behind the letters that matched
    on_mark: str


LIGHT: Final = Colors(
    ground="#f5f7f9",
    surface="#ffffff",
    text="#1a1f29",
    quiet="#5f6878",
    faint="#99a1ad",
    line="#e1e5ea",
    edge="#868f9d",
    accent="#1d5fc4",
    on_accent="#ffffff",
    accent_soft="#e7effb",
    hover="#eef2f7",
    good="#0a7044",
    good_soft="#e2f5eb",
    warn="#a8420a",
    warn_soft="#fdf0e0",
    bad="#b42323",
    bad_soft="#fdeaea",
    mark="#ffe8a3",
    on_mark="#1a1f29",
)

DARK: Final = Colors(
    ground="#14181f",
    surface="#1c2129",
    text="#e6e9ee",
    quiet="#9ea7b4",
    faint="#646d7a",
    line="#2e3540",
    edge="#727d8d",
    accent="#7aaeff",
    on_accent="#0b1524",
    accent_soft="#223352",
    hover="#262d38",
    good="#66d39d",
    good_soft="#17352a",
    warn="#ffb266",
    warn_soft="#3c2a18",
    bad="#ff9494",
    bad_soft="#402326",
    mark="#5f4c12",
    on_mark="#fff4d1",
)

AA_TEXT: Final = 4.5
AA_CONTROL: Final = 3.0  # the outline of a control, WCAG 1.4.11

PAIRS: Final[tuple[tuple[str, str, float], ...]] = (
    *((ink, ground, AA_TEXT) for ink in ("text", "quiet") for ground in ("ground", "surface")),
    ("text", "accent_soft", AA_TEXT),
    ("quiet", "accent_soft", AA_TEXT),
    ("text", "hover", AA_TEXT),
    ("quiet", "hover", AA_TEXT),
    ("accent", "surface", AA_TEXT),
    ("accent", "ground", AA_TEXT),
    ("accent", "hover", AA_TEXT),
    ("on_accent", "accent", AA_TEXT),
    ("on_mark", "mark", AA_TEXT),
    ("surface", "text", AA_TEXT),
    *((tone, f"{tone}_soft", AA_TEXT) for tone in ("accent", "good", "warn", "bad")),
    *((tone, "surface", AA_TEXT) for tone in ("good", "warn", "bad")),
    *((tone, "ground", AA_TEXT) for tone in ("good", "warn", "bad")),
    *(("surface", tone, AA_TEXT) for tone in ("good", "warn", "bad")),
    ("edge", "surface", AA_CONTROL),
    ("edge", "ground", AA_CONTROL),
)


def luminance(color: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0 to 1, as WCAG 2.2 defines it.

    >>> luminance("#000000"), luminance("#ffffff")
    (0.0, 1.0)
    """
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, ground: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it.

    >>> contrast("#000000", "#ffffff"), contrast("#777777", "#777777")
    (21.0, 1.0)
    """
    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


# The paper of the preview is white in the dark as well: so it will come from the printer.
SHEET = "#ffffff"
MARKER = "#ffe066"  # multiplied with what is printed, as a pen does
CHOSEN_MARKER, CHOSEN_EDGE = (
    "#ff9f43",
    "#8a3c00",
)  # the edge, so that it is not told by colour alone
