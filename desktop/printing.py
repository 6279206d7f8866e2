"""From the record on show to paper: what Print does; the window asks it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from db import DeskError, Reading
from desktop.notice import Notice
from desktop.settings import PAPER

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.window import Window


def file_name_for(title: str) -> str:
    """A file name that every system takes, from a record's title.

    >>> file_name_for("FWO / USSM: memorandum?")
    'FWO USSM memorandum.pdf'
    >>> file_name_for("...")
    'record.pdf'
    """
    kept = "".join(char if char.isalnum() or char in " -_()’'" else " " for char in title)
    return f"{' '.join(kept.split())[:80].strip() or 'record'}.pdf"


def print_shown(window: Window) -> None:
    """Prints the record on show in the tab in front, as it is saved."""
    view = window.view
    if view is None or not view.tab.pane.leave():
        return
    reading = view.tab.pane.reading
    if reading is None:
        says = QCoreApplication.translate("Printing", "Choose a record first; then print it.")
        window.tell(Notice("info", says))
        return
    print_record(window, reading)


def print_record(window: Window, reading: Reading) -> None:
    """Asks where the sheet is to lie and writes it there as PDF."""
    tr = QCoreApplication.translate
    title, kinds = tr("Printing", "Save as PDF"), tr("Printing", "PDF (*.pdf)")
    path = window.ask.save_path(window, title, file_name_for(reading.record.title), kinds)
    if path is None or window.session is None:
        return
    path = path if path.suffix else path.with_suffix(".pdf")
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        paper = window.settings.get(PAPER)
        said = write_sheet(window.session, reading, path, paper)
    except DeskError as refusal:
        window.tell(Notice("error", str(refusal)))
        return
    finally:
        QGuiApplication.restoreOverrideCursor()
    window.tell(Notice("warn" if said else "done", said or _done(path)))


def _done(path: Path) -> str:
    says = QCoreApplication.translate("Printing", "The sheet now lies in {path}.")
    return says.format(path=path)


def write_sheet(session: Session, reading: Reading, path: Path, paper: str) -> str:
    """Sets the sheet of a record and writes it; a sentence about letters that no font here has."""
    # Typesetting is loaded by the first print, not by the window.
    from desktop.paper.forms import FORMS, known_around, sheet_for
    from desktop.paper.save import save
    from desktop.paper.typeset import typeset

    lens = session.lens
    form = next(name for name, form in FORMS.items() if reading.record.KIND in form.kinds)
    known = known_around(session.reader, reading, lens)
    sheet = sheet_for(form, reading, lens, f"Aide-Mémoire · {session.name}", known)
    printed = typeset(sheet, "us-letter" if paper == "us-letter" else "a4")
    save(printed.pdf, path)
    return printed.says
