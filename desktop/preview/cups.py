"""What CUPS, the print system of Linux, was told by the printer dialog and what it answered.

`to_printer` asks it. Qt hands some choices of its dialog to CUPS instead of to the program, and
lets the answer of CUPS fall. Elsewhere there is no CUPS: nothing was told, nothing refused.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Final

from PySide6.QtPrintSupport import QPrintEngine, QPrinter

_OPTIONS: Final = QPrintEngine.PrintEnginePropertyKey(0xFE00)  # PPK_CupsOptions: names and values
_LIBRARY: Final = "libcups.so.2"  # the one that Qt has loaded where it prints with CUPS
_FIRST_ERROR: Final = 0x0400  # RFC 8011, appendix B: what lies below says that it went well
RANGES: Final = "page-ranges"
SET: Final = "page-set"


def options_of(printer: QPrinter) -> dict[str, str]:
    """What the dialog chose for CUPS."""
    told = printer.printEngine().property(_OPTIONS) or ()
    return dict(zip(told[::2], told[1::2], strict=False))


def take_pages(printer: QPrinter) -> None:
    """Has CUPS choose no pages: it gets those alone that are to be printed."""
    options = options_of(printer)
    if options.keys() & {RANGES, SET}:
        kept = [each for pair in options.items() if pair[0] not in (RANGES, SET) for each in pair]
        printer.printEngine().setProperty(_OPTIONS, kept)


def in_set(pages: Sequence[int], which: str) -> list[int]:
    """Every second page, as the dialog means it: the first is odd, whatever its number.

    >>> in_set([4, 5, 6], "odd"), in_set([4, 5, 6], "even"), in_set([4, 5, 6], "all")
    ([4, 6], [5], [4, 5, 6])
    """
    starts = {"odd": 0, "even": 1}
    return list(pages[starts[which] :: 2]) if which in starts else list(pages)


def refusal() -> str:
    """Why CUPS did not take what this thread gave it last, in its words; empty where it did."""
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError:
        return ""
    library.cupsLastErrorString.restype = ctypes.c_char_p
    status = library.cupsLastError()
    if 0 <= status < _FIRST_ERROR:
        return ""
    said: bytes = library.cupsLastErrorString() or b""
    return said.decode("utf-8", "replace").strip() or f"status {status:#x}"
