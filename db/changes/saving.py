"""What saving a record needs beside the writing: its label, and taking back what was given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from db.records import Record, parts_of

_GIVEN = ("id", "uid", "script")  # what a saved part is given when it brings none
LABEL_LENGTH = 80  # characters of a title in a label


def short(title: str) -> str:
    """A title in one line of a label.

    >>> short("Agreement\\non minerals"), len(short("long " * 99))
    ('Agreement on minerals', 80)
    """
    line = " ".join(title[: 2 * LABEL_LENGTH].split())
    return line if len(line) <= LABEL_LENGTH else f"{line[: LABEL_LENGTH - 1]}…"


@contextmanager
def filled_only_if_saved(record: Record) -> Iterator[None]:
    """Take back the ids and versions that a record was given when its saving is refused."""
    given = ("id", "uid", "version", "created", "changed")
    fresh: list[Any] = [part for _, part in parts_of(record) if not part.id]
    fresh += [cited.source for cited in record.citations if not cited.source.id]
    had = [(record, {name: getattr(record, name) for name in given})]
    had += [(part, {name: getattr(part, name) for name in _GIVEN if hasattr(part, name)})
            for part in fresh]  # fmt: skip
    try:
        yield
    except BaseException:
        for item, values in had:
            for name, value in values.items():
                setattr(item, name, value)
        raise
