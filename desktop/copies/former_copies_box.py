"""Tells which copies of a desk still open as before, after its passphrase was set, and how old they
are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from db import FormerCopy
from desktop.widgets.plain import PlainBox

MAX_LISTED_COPIES = 12


def former_sentence(former: Sequence[FormerCopy], now: datetime) -> str:
    """Return how many copies open as before, and how old the oldest is; '' for none.

    >>> from pathlib import Path
    >>> copy = FormerCopy(Path("a.desk"), datetime(2026, 3, 3), False)
    >>> former_sentence([copy], datetime(2026, 4, 12)).partition(";")[0]
    '1 copy made before opens as before, of 40 days ago'
    """
    if not former:
        return ""
    tr = QCoreApplication.translate
    count = QLocale().toString(len(former))
    days = former[0].age_days(now)
    one = tr(
        "FormerCopies",
        "{n} copy made before opens as before, {age}; it stays until newer ones take its place, or"
        " until you delete it.",
    )
    many = tr(
        "FormerCopies",
        "{n} copies made before open as before, the oldest {age}; they stay until newer ones take"
        " their place, or until you delete them.",
    )
    text = one if len(former) == 1 else many
    return text.replace("{n}", count).replace("{age}", _age(days))


def _age(days: int) -> str:
    tr = QCoreApplication.translate
    if days == 0:
        return tr("FormerCopies", "of today")
    if days == 1:
        return tr("FormerCopies", "of yesterday")
    return tr("FormerCopies", "of {n} days ago").format(n=QLocale().toString(days))


class FormerCopiesBox(PlainBox):
    """Lists them, the oldest first, each with its age and what opens it."""

    def __init__(self, former: Sequence[FormerCopy], now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Copies that open as before"))
        self.setText(former_sentence(former, now))
        self.setInformativeText("\n".join(self._lines(former, now)))

    def _lines(self, former: Sequence[FormerCopy], now: datetime) -> list[str]:
        lines = []
        for each in former[:MAX_LISTED_COPIES]:
            how = self.tr("without a passphrase") if each.is_plain else self.tr("former passphrase")
            lines.append(f"{each.path}\n{_age(each.age_days(now))}, {how}")
        if (more := len(former) - MAX_LISTED_COPIES) > 0:
            lines.append(self.tr("and {n} more").format(n=QLocale().toString(more)))
        return lines
