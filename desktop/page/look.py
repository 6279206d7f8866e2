"""The colours and measures that a page's text is set in, and the style sheet of its document."""

from __future__ import annotations

from string import Template
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QPalette

from desktop.style.palette import Colors
from desktop.style.theme import BODY_PX, SIZES, colors_of, font_of_size, space

_LABEL_COLUMN_PX: Final = 132  # px of the column of dates and labels at 100 %
_NOTE_COLUMN_PX: Final = 36  # px of the column of endnote marks at 100 %
_LETTER_SHARE: Final = 0.56  # width of a letter, of the size of the text
_LABEL_GAP_PX: Final = 14  # px between a label and what it names
_MAX_LABEL_SHARE: Final = 0.36  # of the page, for labels
_LABEL_STEP_PX: Final = 32  # px: a page is not set anew for each px of its width
_NARROW_PX: Final = 440  # px at 100 % under which labels stand above their text
_TIGHT_PX: Final = 480  # px under which the margins are small

_SHEET: Final = Template("""
a { color: $accent; text-decoration: none; }
.section { color: $quiet; font-weight: 600; font-size: ${small}px; text-transform: uppercase; }
.part { color: $text; font-weight: 600; }
.label { color: $quiet; }
.note { color: $quiet; font-size: ${small}px; }
.aside { color: $quiet; font-size: ${small}px; }
.head { color: $quiet; font-weight: 600; font-size: ${small}px; }
.bar { background-color: $line; }
.rule { background-color: $line; }
""")


class Look(NamedTuple):
    """Colours and px of the text; `is_stacked` sets labels above what they name."""

    colors: Colors
    body: int
    small: int
    label: int
    note: int
    margin: int
    is_stacked: bool
    max_label: int = 0  # px that the column of labels may take where they are long

    def with_labels(self, letters: int) -> Look:
        """Return the look with room for labels of so many letters, as far as the page has it."""
        wanted = round(letters * self.body * _LETTER_SHARE) + _LABEL_GAP_PX
        return self._replace(label=max(self.label, min(wanted, self.max_label)))

    def style_sheet(self) -> str:
        """Return the style sheet of the document."""
        return _SHEET.substitute(self.colors._asdict(), small=self.small)


def look_of(palette: QPalette, font: QFont, width: int) -> Look:
    """Say how to set a page in a widget's palette and font, in a width of so many px."""
    body = font_of_size(font, SIZES.body).pixelSize()
    share = body / BODY_PX
    margin = space(8) if width >= _TIGHT_PX else space(4)
    return Look(
        colors_of(palette),
        body,
        font_of_size(font, SIZES.small).pixelSize(),
        round(_LABEL_COLUMN_PX * share),
        round(_NOTE_COLUMN_PX * share),
        margin,
        width - 2 * margin < _NARROW_PX * share,
        round((width - 2 * margin) * _MAX_LABEL_SHARE) // _LABEL_STEP_PX * _LABEL_STEP_PX,
    )
