"""What the dialog leaves to CUPS is done before CUPS sees the pages; what CUPS refuses is heard."""

import ctypes
from types import SimpleNamespace

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

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


class Told(QPrinter):
    """A printer whose dialog told CUPS something."""

    engine: Engine

    def printEngine(self) -> Engine:
        return self.engine


def told(**options: str) -> Told:
    made = Told()
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
    printer = told(page_ranges="3-4", page_set="odd")
    cups.take_pages(printer)
    assert cups.options_of(printer) == OTHERS


def test_a_printer_without_cups_was_told_nothing(qapp: QApplication) -> None:
    printer = QPrinter()
    assert cups.options_of(printer) == {}
    cups.take_pages(printer)
    assert cups.options_of(printer) == {}


def answering(status: int, says: bytes | None) -> SimpleNamespace:
    def text() -> bytes | None:
        return says

    return SimpleNamespace(cupsLastError=lambda: status, cupsLastErrorString=text)


@pytest.mark.parametrize(
    ("status", "says", "why"),
    [
        (0, None, ""),
        (5, b"successful-ok-events-complete", ""),
        (0x0506, "Büro nimmt nichts an.".encode(), "Büro nimmt nichts an."),
        (0x0502, None, "status 0x502"),
    ],
)
def test_what_cups_refused_is_told_in_its_words(
    monkeypatch: pytest.MonkeyPatch, status: int, says: bytes | None, why: str
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: answering(status, says))
    assert cups.refusal() == why


def test_where_there_is_no_cups_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert cups.refusal() == ""
