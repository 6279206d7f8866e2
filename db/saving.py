"""What saving a record needs beside the writing: its label, and taking back what was given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from db.records import Record, parts_of

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
    had = record.id, record.uid, record.version, record.created, record.changed
    fresh = [part for _, part in parts_of(record) if not part.id]
    fresh += [cited.source for cited in record.citations if not cited.source.id]
    try:
        yield
    except BaseException:
        record.id, record.uid, record.version, record.created, record.changed = had
        for part in fresh:
            part.id = 0
        raise
