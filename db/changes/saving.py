"""What `Store` needs for saving beside the writing: labels, ids taken back, one value for many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from db.changes.unit_of_work import Work
from db.changes.validate import check_record
from db.changes.writing import update_record
from db.errors import Invalid, Refused
from db.lens import Lens
from db.progress import PacedProgress, Progress
from db.record_types import Record, copy_with, parts_of
from db.storage.stored_records import read_record
from db.tables.field_change import FieldChange

_GIVEN = ("id", "uid", "script")  # what a saved part is given when it brings none
MAX_LABEL_LETTERS = 80  # characters of a title in a label


def short(title: str) -> str:
    """Return a title in one line of a label.

    >>> short("Agreement\\non minerals"), len(short("long " * 99))
    ('Agreement on minerals', 80)
    """
    line = " ".join(title[: 2 * MAX_LABEL_LETTERS].split())
    return line if len(line) <= MAX_LABEL_LETTERS else f"{line[: MAX_LABEL_LETTERS - 1]}…"


@contextmanager
def reset_ids_on_refusal(record: Record) -> Iterator[None]:
    """Take back the ids and versions that a record was given when its saving is refused."""
    assigned = ("id", "uid", "version", "created", "changed")
    fresh: list[Any] = [part for _, part in parts_of(record) if not part.id]
    fresh += [cited.source for cited in record.citations if not cited.source.id]
    had = [(record, {name: getattr(record, name) for name in assigned})]
    had += [(part, {name: getattr(part, name) for name in _GIVEN if hasattr(part, name)})
            for part in fresh]  # fmt: skip
    try:
        yield
    except BaseException:
        for item, values in had:
            for name, value in values.items():
                setattr(item, name, value)
        raise


def change_field(
    work: Work,
    ids: Sequence[int],
    change: FieldChange,
    lens: Lens,
    progress: Progress | None = None,
) -> None:
    """Make a change of one field in each record, checked as when saved alone.

    Raise `Refused`, naming the record, where one cannot take it; then none is changed.
    """
    pace = PacedProgress(progress)
    pace.begin(len(ids))
    for key in ids:
        record, _ = read_record(work.sql, key, lens)
        value = change.new_value(getattr(record, change.field))
        try:
            check_record(changed := copy_with(record, **{change.field: value}))
        except Invalid as refusal:
            why = next(iter(refusal.problems.values()))
            raise Refused(f"“{short(record.title)}” cannot be changed so: {why}") from refusal
        update_record(work, changed, lens)
        pace.step(1)
