"""CUPS gets the chosen pages as PDF with all the dialog said, or nothing; refusals are told."""

import ctypes
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from db import Progress, Stopped
from desktop.preview import cups
from desktop.preview.to_printer import wanted_pages

OTHERS = {"number-up": "1", "job-billing": "", "job-sheets": "none,none"}


class Engine:
    """Keeps what the dialog told CUPS, as Qt's engine for CUPS does."""

    def __init__(self, told: dict[str, str]) -> None:
        self.told = [each for pair in told.items() for each in pair]

    def property(self, _key: object) -> list[str]:
        return self.told

    def setProperty(self, _key: object, told: list[str]) -> None:
        self.told = told


class SearchReasons(QPrinter):
    """A printer whose dialog told CUPS something."""

    engine: Engine

    def printEngine(self) -> Engine:
        return self.engine


def told(**options: str) -> SearchReasons:
    made = SearchReasons()
    made.engine = Engine({**OTHERS, **{name.replace("_", "-"): options[name] for name in options}})
    return made


@pytest.mark.parametrize(
    ("options", "backwards", "pages"),
    [
        ({}, False, [0, 1, 2, 3, 4, 5]),
        ({"page_ranges": "2-3,6"}, False, [1, 2, 5]),
        ({"page_ranges": "5-99"}, True, [5, 4]),
        ({"page_ranges": "99"}, False, []),
        ({"page_set": "odd"}, True, [4, 2, 0]),
        ({"page_set": "even", "page_ranges": "2-5"}, False, [2, 4]),
    ],
)
def test_the_pages_that_cups_was_told_to_choose_are_chosen_here(
    qapp: QApplication, options: dict[str, str], backwards: bool, pages: list[int]
) -> None:
    printer = told(**options)
    if backwards:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 6, 0) == pages


def test_cups_is_not_told_to_choose_among_the_chosen_pages(qapp: QApplication) -> None:
    options = cups.job_options(told(page_ranges="3-4", page_set="odd"))
    assert not options.keys() & {"page-ranges", "page-set"}
    assert {"number-up": "1", "job-sheets": "none,none"}.items() <= options.items()
    assert "job-billing" not in options  # an empty one is none


def test_a_printer_without_cups_was_told_nothing(qapp: QApplication) -> None:
    assert cups.options_of(QPrinter()) == {}


@pytest.mark.parametrize(
    ("duplex", "sides"),
    [
        (QPrinter.DuplexMode.DuplexNone, "one-sided"),
        (QPrinter.DuplexMode.DuplexAuto, "two-sided-long-edge"),
        (QPrinter.DuplexMode.DuplexLongSide, "two-sided-long-edge"),
        (QPrinter.DuplexMode.DuplexShortSide, "two-sided-short-edge"),
    ],
)
def test_paper_sides_and_copies_go_with_the_job(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, duplex: QPrinter.DuplexMode, sides: str
) -> None:
    printer = told()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    monkeypatch.setattr(printer, "duplex", lambda: duplex, raising=False)
    assert cups.job_options(printer) == {
        "media": "Letter",
        "sides": sides,
        "number-up": "1",
        "job-sheets": "none,none",
    }
    monkeypatch.setattr(printer, "copyCount", lambda: 3, raising=False)
    monkeypatch.setattr(printer, "collateCopies", lambda: False, raising=False)
    grey = QPrinter.ColorMode.GrayScale
    monkeypatch.setattr(printer, "colorMode", lambda: grey, raising=False)
    more = {"copies": "3", "Collate": "False", "print-color-mode": "monochrome"}
    assert more.items() <= cups.job_options(printer).items()


class Cups:
    """The library of CUPS: keeps what it is given, and refuses at one step if a test says so."""

    def __init__(self, fails_at: str = "") -> None:
        self.fails_at = fails_at
        self.options: dict[str, str] = {}
        self.sent = b""
        self.calls: list[str] = []

    def cupsCreateJob(
        self, _http: None, name: bytes, title: bytes, count: int, options: Any
    ) -> int:
        self.calls.append(f"create {name.decode()} {title.decode()}")
        self.options = {
            each.name.decode(): each.value.decode() for each in (options[n] for n in range(count))
        }
        return 0 if self.fails_at == "create" else 7

    def cupsStartDocument(self, _http: None, _name: bytes, job: int, *_: object) -> int:
        self.calls.append(f"start {job}")
        return 500 if self.fails_at == "start" else 100

    def cupsWriteRequestData(self, _http: None, part: bytes, length: ctypes.c_size_t) -> int:
        assert len(part) == length.value
        self.sent += part
        return 500 if self.fails_at == "write" else 100

    def cupsFinishDocument(self, _http: None, _name: bytes) -> int:
        self.calls.append("finish")
        return 0x0500 if self.fails_at == "finish" else 0

    def cupsCancelJob(self, name: bytes, job: int) -> int:
        self.calls.append(f"cancel {name.decode()} {job}")
        return 1

    def cupsLastErrorString(self) -> bytes | None:
        return "Büro nimmt nichts an.".encode() if self.fails_at != "write" else None

    def cupsLastError(self) -> int:
        return 0x0506


PDF = bytes(range(256)) * 1000


def sending(
    monkeypatch: pytest.MonkeyPatch, library: Cups, progress: Progress = lambda *_: None
) -> str:
    monkeypatch.setattr(cups, "load_library", lambda: library)
    printer = told()
    monkeypatch.setattr(printer, "printerName", lambda: "office", raising=False)
    printer.setDocName("Dār, 3 pages")
    return cups.send(printer, PDF, 3, progress)


def test_the_whole_document_is_handed_over_as_it_is(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, told_of = Cups(), list[tuple[int, int]]()
    assert sending(monkeypatch, library, lambda *far: told_of.append(far)) == ""
    assert library.sent == PDF
    assert library.calls == ["create office Dār, 3 pages", "start 7", "finish"]
    assert library.options["sides"] == "one-sided"
    assert told_of[0] == (0, 3) and told_of[-1] == (2, 3) and len(told_of) == 4


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ("create", "Büro nimmt nichts an."),
        ("start", "Büro nimmt nichts an."),
        ("write", "status 0x506"),
        ("finish", "Büro nimmt nichts an."),
    ],
)
def test_what_cups_refuses_is_told_in_its_words_and_taken_back(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, step: str, why: str
) -> None:
    library = Cups(step)
    assert sending(monkeypatch, library) == why
    assert ("cancel office 7" in library.calls) == (step != "create")


def test_nothing_of_a_job_that_is_given_up_is_printed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Cups()

    def stop(done: int, _total: int) -> None:
        if done:
            raise Stopped("enough")

    with pytest.raises(Stopped):
        sending(monkeypatch, library, stop)
    assert 0 < len(library.sent) < len(PDF)
    assert library.calls[-1] == "cancel office 7"


def test_a_file_is_no_printer_of_cups(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cups, "load_library", Cups)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert not cups.takes(printer)


def test_where_there_is_no_cups_it_takes_nothing(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    cups.load_library.cache_clear()
    assert not cups.takes(QPrinter())
    cups.load_library.cache_clear()
