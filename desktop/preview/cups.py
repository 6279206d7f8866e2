"""CUPS, the print system of Linux: what the printer dialog told it, and pages handed to it as PDF.

`to_printer` asks it. Qt would hand over pictures of pages, those of a job that was given up too,
leave ranges of pages to CUPS and let its answer fall. Elsewhere there is no CUPS.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from PySide6.QtPrintSupport import QPrintEngine, QPrinter

from db import Progress

_OPTIONS: Final = QPrintEngine.PrintEnginePropertyKey(0xFE00)  # PPK_CupsOptions: names and values
_LIBRARY: Final = "libcups.so.2"  # the one that Qt has loaded where it prints with CUPS
_FIRST_ERROR: Final = 0x0400  # RFC 8011, appendix B: what lies below says that it went well
_CONTINUE: Final = 100  # HTTP: more is taken
_PORTION_BYTES: Final = 1 << 16  # bytes sent between two tidings
_SIDES: Final = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexAuto: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
RANGES: Final = "page-ranges"
SET: Final = "page-set"


class _Option(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("value", ctypes.c_char_p))


@cache
def load_library() -> Any:
    """Return the library of CUPS; None where there is none."""
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None
    library.cupsLastErrorString.restype = ctypes.c_char_p
    return library


def takes(printer: QPrinter) -> bool:
    """Say whether a printer is one of CUPS, and no file."""
    is_native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
    return is_native and not printer.outputFileName() and load_library() is not None


def options_of(printer: QPrinter) -> dict[str, str]:
    """Return what the dialog chose for CUPS."""
    pairs = printer.printEngine().property(_OPTIONS) or ()
    return dict(zip(pairs[::2], pairs[1::2], strict=False))


def in_set(pages: Sequence[int], which: str) -> list[int]:
    """Return every second page, as the dialog means it: the first is odd, whatever its number.

    >>> in_set([4, 5, 6], "odd"), in_set([4, 5, 6], "even"), in_set([4, 5, 6], "all")
    ([4, 6], [5], [4, 5, 6])
    """
    starts = {"odd": 0, "even": 1}
    return list(pages[starts[which] :: 2]) if which in starts else list(pages)


def job_options(printer: QPrinter) -> dict[str, str]:
    """Return everything that CUPS is to know: paper, sides, copies, and what only the dialog knows.

    Pages are chosen before, so that it gets those alone that are to be printed.
    """
    options = options_of(printer)
    options = {
        name: options[name] for name in options if options[name] and name not in (RANGES, SET)
    }
    values = {"media": printer.pageLayout().pageSize().key(), "sides": _SIDES[printer.duplex()]}
    if printer.copyCount() > 1:
        values["copies"] = str(printer.copyCount())
        values["Collate"] = str(printer.collateCopies())
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        values["print-color-mode"] = "monochrome"
    return {**values, **options}


def send(printer: QPrinter, pdf: bytes, pages: int, progress: Progress) -> str:
    """Hand a PDF to a printer; why it was not taken, in words, or nothing where it was.

    `Stopped` raised by `progress` takes the job back: nothing of it is printed.
    """
    library, name = load_library(), printer.printerName().encode()
    options = [_Option(key.encode(), value.encode()) for key, value in job_options(printer).items()]
    c_options = (_Option * len(options))(*options)
    title = printer.docName().encode()
    job = library.cupsCreateJob(None, name, title, len(options), c_options)
    if not job:
        return _refusal(library)
    try:
        result = library.cupsStartDocument(None, name, job, title, b"application/pdf", 1)
        for at in range(0, len(pdf), _PORTION_BYTES):
            progress(pages * at // len(pdf), pages)
            if result != _CONTINUE:
                break
            part = pdf[at : at + _PORTION_BYTES]
            result = library.cupsWriteRequestData(None, part, ctypes.c_size_t(len(part)))
        status = library.cupsFinishDocument(None, name)
    except BaseException:  # whatever the reason, half a document does not come out
        library.cupsFinishDocument(None, name)
        library.cupsCancelJob(name, job)
        raise
    if result == _CONTINUE and 0 <= status < _FIRST_ERROR:
        return ""
    why = _refusal(library)
    library.cupsCancelJob(name, job)
    return why


def _refusal(library: Any) -> str:
    message: bytes = library.cupsLastErrorString() or b""
    return message.decode("utf-8", "replace").strip() or f"status {library.cupsLastError():#x}"
