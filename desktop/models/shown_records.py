"""What the desk has on show, as the print controller asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from db import Record
    from desktop.models.list_request import ListRequest


class ShownRecords(NamedTuple):
    """The records of the `chosen` rows of a list, of which there may be a million; with a `record`
    it is that one, which is on the page. `question` is what the list shows.
    """

    kind: str
    chosen: int
    ids: Callable[[], Sequence[int]]
    record: Record | None
    question: ListRequest
