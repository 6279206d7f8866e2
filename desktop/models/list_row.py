"""One row of a list as it is held: its line, why it was found and which letters matched.

The blocks of lines keep them and the painter asks them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Line, Reason

Ranges = tuple[tuple[int, int], ...]


@dataclass(slots=True, eq=False)
class ListRow:
    """The line of a row, None where there is none to show: `refusal` says why if it failed.

    `why` is None until it is known why the row was found; the ranges are what is marked of the
    title and of that reason.
    """

    line: Line | None
    refusal: str = ""
    why: str | None = None
    marks: Ranges = ()
    why_marks: Ranges = ()


@dataclass(frozen=True, slots=True)
class SearchReasons:
    """What only the search itself knows: reasons by record, and the words that answered others."""

    reasons: Mapping[int, Reason] = field(default_factory=dict)
    matched_words: frozenset[str] = frozenset()


NOTHING = SearchReasons()
