"""One sentence for the officer and at most one thing to do about it; the window shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """`kind` is one of the message line's kinds; `act` is done when `action` is clicked."""

    kind: str
    text: str
    action: str = ""
    act: Callable[[], None] | None = None
