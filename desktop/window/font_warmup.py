"""Has the letters of other scripts looked for before a name in one of them is painted.

The first word in a script makes Qt look through the fonts of the system for it, for some ms each;
what it finds serves every thread. The view of a desk asks it once all of the window is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetrics

if TYPE_CHECKING:
    from collections.abc import Callable

    from db import DeskError, Reader
    from desktop.session.session import Session

_TOPIC: Final = "letters"

#: Some letters of each script that names are often written in.
SAMPLES: Final = (
    "اسحاق ڈار",  # Arabic, with a letter of Urdu
    "Иван",
    "Γιώργος",
    "王毅",
    "たなか",
    "김정은",
    "בנימין",
    "नरेन्द्र",
    "শেখ",
    "გიორგი",
    "Նիկոլ",
    "ประยุทธ์",
)


class FontWarmup(QObject):
    """Ask the background reader script by script, so that whatever is typed goes between."""

    def __init__(self, session: Session, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._font = font
        self.remaining = list(SAMPLES)

    def look_for_next(self, _answer: object = None) -> None:
        """Look for the next script, and then for the others."""
        if self.remaining:
            job = _measuring(self._font, self.remaining.pop(0))
            self._session.background_reader.ask(_TOPIC, job, self.look_for_next, _leave)


def _measuring(font: QFont, letters: str) -> Callable[[Reader], int]:
    def job(_reader: Reader) -> int:
        return QFontMetrics(font).horizontalAdvance(letters)

    return job


def _leave(_refusal: DeskError) -> None:
    """Leave without a word: the desk is not asked, so there is nothing to tell."""
