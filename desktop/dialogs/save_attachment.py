"""Takes an attached file out of the desk; the window asks it when one is clicked on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import DeskError
from desktop.paper.content.file_names import safe_file_name
from desktop.paper.save import save
from desktop.widgets.message import RECORD, Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session


def save_attachment(
    session: Session, ask: Ask, parent: QWidget, sha256: str, file_name: str
) -> Notice | None:
    """Ask where the file is to lie and write it there; None if nothing was wanted.

    It is never opened from here.
    """
    tr = QCoreApplication.translate
    title = tr("Attachments", "Save the attached file")
    path = ask.save_path(parent, title, safe_file_name(file_name), "")
    if path is None:
        return None
    try:
        path = save(session.reader.attachment(sha256, session.lens), path)
    except DeskError as refusal:
        says = tr("Attachments", "The file cannot be saved there: {why}").format(why=refusal)
        return Notice("error", says)
    says = tr("Attachments", "Saved the file to {path}.").format(path=path)
    return Notice("done", says, until=RECORD)
