"""Sets sheets as a PDF with Typst: tagged, archival, and with no letter silently left out.

The `print` command and the preview ask for it. A long document is set in pieces, so that it can
tell how far it is, be given up, and be done in little memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db import Progress, Refused, Unavailable
from desktop.paper.content.blocks import Paragraph, Sheet
from desktop.paper.content.unprinted import unprinted_in
from desktop.paper.typst.compiling import Paper, Printed, set_data, templates
from desktop.paper.typst.payload import encode
from desktop.paper.typst.pieces import is_long, set_in_pieces
from desktop.paper.typst.sheet_parts import split_sheet

__all__ = ["Paper", "Printed", "missing_glyphs", "typeset"]


def typeset(
    sheets: Sheet | Iterable[Sheet], paper: Paper = "a4", *, progress: Progress | None = None
) -> Printed:
    """Return one document of all the sheets, each beginning on its own page.

    `paper` is ISO 216 A4 or US Letter. For a list of contents put `blocks.cover(...)` first.
    `progress` is told as the work goes on, and may end it by raising `Stopped`.
    Raises Refused for no sheet at all, Unavailable where the templates of the program are gone.
    """
    sequence = (sheets,) if isinstance(sheets, Sheet) else tuple(sheets)
    if not sequence:
        raise Refused("There is nothing to print: choose at least one record.")
    if not (templates / "sheet.typ").is_file():
        raise Unavailable(
            f"The templates for paper are missing from {templates}: install the program again."
        )
    if progress is not None:
        progress(0, len(sequence))
    whole = encode(sequence, paper)
    data = {**whole, "sheets": [part for sheet in whole["sheets"] for part in split_sheet(sheet)]}
    if is_long(data):
        printed = set_in_pieces(data, progress)
    else:
        printed = set_data(data)
        if progress is not None:
            progress(len(sequence), len(sequence))
    return replace(printed, also=f"{printed.also} {unprinted_in(sequence)}".strip())


def missing_glyphs(texts: Iterable[str]) -> list[str]:
    """Return the letters of the texts that no font on this computer can draw, in order of code
    point.

    >>> missing_glyphs(["Đặng Văn Lâm", "Müller", "Αθήνα"])
    []
    """
    sheet = Sheet("?", [Paragraph("".join(sorted(set("".join(texts)))))])
    return sorted(typeset(sheet).missing)
