"""One sentence for the officer and what can be done about it; the window shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


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
