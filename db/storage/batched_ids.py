"""Long lists of ids in pieces that one statement can take; every module that reads asks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

IDS_A_STATEMENT = 500
T = TypeVar("T", int, str)


def placeholders(count: int) -> str:
    """As many `?` as there are values.

    >>> placeholders(3)
    '?,?,?'
    """
    return ",".join("?" * count)


def batched(ids: Sequence[T], size: int = IDS_A_STATEMENT) -> Iterator[Sequence[T]]:
    """Cut a long list of ids into pieces that one statement can take.

    >>> list(batched([1, 2, 3], 2)), list(batched([]))
    ([[1, 2], [3]], [])
    """
    for at in range(0, len(ids), size):
        yield ids[at : at + size]
