"""What a context menu is asked for; lists, pages and the timeline ask, the window shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint


class MenuRequest(NamedTuple):
    """A place on the screen; `record_id` is that of a link or of the page, None what is chosen.

    `texts` can each be copied alone: a cell, a telephone number. `field` is the path of the fact
    of the page that the menu is asked for.
    """

    place: QPoint
    record_id: int | None = None
    texts: Sequence[str] = ()
    field: str = ""
