"""One sentence for the officer and what can be done about it; the window shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Notice:
    """`kind` is one of the message line's kinds; `act` is done when `action` is clicked.

    `look` is shown when `more` is clicked, and the sentence stays.
    """

    kind: str
    text: str
    action: str = ""
    act: Callable[[], None] | None = None
    more: str = ""
    look: Callable[[], None] | None = None


def read_only_notice(holder: str) -> Notice:
    """Says that nothing can be saved here, and who holds the desk where that is known."""
    tr = QCoreApplication.translate
    text = tr("RecordPane", "This desk is open for reading only.")
    if holder:
        held = tr("RecordPane", "This desk is open for reading only; it is held by {holder}.")
        text = held.format(holder=holder)
    return Notice("warn", text)


def problems_notice(count: int, give_back: Callable[[], None]) -> Notice:
    """Says how many fields of a form cannot be saved as they are, and offers to give them back."""
    tr = QCoreApplication.translate
    text = tr("RecordPane", "One field needs a change before this can be saved.")
    if count != 1:
        many = tr("RecordPane", "{n} fields need a change before this can be saved.")
        text = many.format(n=count)
    return Notice("error", text, tr("RecordPane", "Do not save, give the text back"), give_back)
