"""Takes an attached file out of the desk; the window asks it when one is clicked on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import DeskError
from desktop.paper.content.file_names import safe_file_name
from desktop.paper.save import save
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from desktop.window.main_window import Window


def save_attachment(window: Window, sha256: str, file_name: str) -> None:
    """Asks where the file is to lie and writes it there. It is never opened from here."""
    if window.session is None:
        return
    tr = QCoreApplication.translate
    title = tr("Attachments", "Save the attached file")
    path = window.ask.save_path(window, title, safe_file_name(file_name), "")
    if path is None:
        return
    try:
        path = save(window.session.reader.attachment(sha256), path)
    except DeskError as refusal:
        says = tr("Attachments", "The file cannot be saved there: {why}").format(why=refusal)
        window.tell(Notice("error", says))
        return
    says = tr("Attachments", "The file now lies in {path}.").format(path=path)
    window.tell(Notice("done", says))
