"""Says in one sentence how long a passphrase that is typed withstands guessing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from db import Level, Strength, rate_passphrase
from desktop.background.delay import RATE_PAUSE_MS, Delay
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import PlainLabel

_SAYS: Final = {
    Level.VERY_WEAK: _("Strength", "Very weak: whoever has the file finds it {time}."),
    Level.WEAK: _("Strength", "Weak: with a hundred fast computers it is found {time}."),
    Level.GOOD: _("Strength", "Good: with a hundred fast computers it takes {time} to find it."),
    Level.STRONG: _(
        "Strength", "Strong: a hundred fast computers would not find it in a thousand years."
    ),
}
_YEAR: Final = 365.25 * 86_400
_WITHIN: Final = (
    (60, _("Strength", "within a minute")),
    (3_600, _("Strength", "within an hour")),
    (86_400, _("Strength", "within a day")),
    (30 * 86_400, _("Strength", "within a month")),
    (_YEAR, _("Strength", "within a year")),
    (10 * _YEAR, _("Strength", "within ten years")),
    (100 * _YEAR, _("Strength", "decades")),
)
_LONGEST: Final = _("Strength", "centuries")


def strength_sentence(strength: Strength) -> str:
    """Return what a strength means for an officer.

    >>> strength_sentence(Strength(Level.WEAK, 5_000_000))
    'Weak: with a hundred fast computers it is found within a year.'
    """
    time = next((words for limit, words in _WITHIN if strength.seconds < limit), _LONGEST)
    translate = QCoreApplication.translate
    says = translate("Strength", _SAYS[strength.level])
    return says.replace("{time}", translate("Strength", time))


class StrengthLine(PlainLabel):
    """Follows the line of a passphrase, a little after the last key; `own_words` are those that
    anybody would try first.
    """

    def __init__(
        self, parent: QWidget, line: QLineEdit, own_words: Callable[[], Sequence[str]] = list
    ) -> None:
        super().__init__(parent, role="small", wraps=True)
        self._line = line
        self._own_words = own_words
        self.delay = Delay(self, RATE_PAUSE_MS, self.rate)
        line.textChanged.connect(self._wait)

    def _wait(self) -> None:
        self.setText("")
        self.delay.start()

    def rate(self) -> None:
        """Say how strong what is typed is now; nothing of an empty line."""
        typed = self._line.text()
        text = strength_sentence(rate_passphrase(typed, self._own_words())) if typed else ""
        self.setText(text)
        self._line.setAccessibleDescription(text)
