"""Where a record is named, in words, before it is deleted; `ChosenActions` asks it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.style.translated import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from db import Related

_WORDS: Final = (  # for one and for several
    (QT_TRANSLATE_NOOP("NamedIn", "1 event"), QT_TRANSLATE_NOOP("NamedIn", "{n} events")),
    (QT_TRANSLATE_NOOP("NamedIn", "1 agreement"), QT_TRANSLATE_NOOP("NamedIn", "{n} agreements")),
    (QT_TRANSLATE_NOOP("NamedIn", "1 holder"), QT_TRANSLATE_NOOP("NamedIn", "{n} holders")),
    (QT_TRANSLATE_NOOP("NamedIn", "1 part"), QT_TRANSLATE_NOOP("NamedIn", "{n} parts")),
    (QT_TRANSLATE_NOOP("NamedIn", "1 link"), QT_TRANSLATE_NOOP("NamedIn", "{n} links")),
)


def named_in(found: Sequence[Related]) -> str:
    """Say where records are named, as far as the lens shows it; "" where nowhere.

    Holders are those of a body's offices, parts the bodies within it.
    """
    counts = (
        sum(each.event_count for each in found),
        sum(each.agreement_count for each in found),
        sum(len(each.holders) for each in found),
        sum(len(each.members) for each in found),
        sum(len(each.mentions) for each in found),
    )
    locale = QLocale()
    phrases = [
        QCoreApplication.translate("NamedIn", one if n == 1 else many).format(n=locale.toString(n))
        for n, (one, many) in zip(counts, _WORDS, strict=True)
        if n
    ]
    if len(phrases) < 2:
        return "".join(phrases)
    last = QCoreApplication.translate("NamedIn", "{first} and {last}")
    return last.format(first=", ".join(phrases[:-1]), last=phrases[-1])
