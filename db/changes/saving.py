"""What `Store` needs for saving: labels, ids taken back, records only named, one value for many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from db.changes.unit_of_work import Work
from db.changes.validate import check_record
from db.changes.writing import insert_record, update_record
from db.errors import Invalid, Refused
from db.lens import Lens
from db.progress import PacedProgress, Progress
from db.record_types import (
    RECORD_TYPES,
    Office,
    OfficeRef,
    Organization,
    Part,
    Record,
    Ref,
    copy_with,
    parts_of,
)
from db.storage.stored_records import read_record
from db.tables.field_change import FieldChange
from db.tables.fields import meanings

_NewReference = tuple[Record | Part, str, Ref | OfficeRef, str]
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
    """Take back the ids, versions and references that a record was given when its saving is
    refused.
    """
    assigned = ("id", "uid", "version", "created", "changed")
    fresh: list[Any] = [part for _, part in parts_of(record) if not part.id]
    fresh += [cited.source for cited in record.citations if not cited.source.id]
    had: list[tuple[Any, dict[str, Any]]] = [
        (record, {name: getattr(record, name) for name in assigned})
    ]
    had += [(part, {name: getattr(part, name) for name in _GIVEN if hasattr(part, name)})
            for part in fresh]  # fmt: skip
    had += [(item, {name: value}) for item, name, value, _ in _new_references(record)]
    try:
        yield
    except BaseException:
        for item, values in had:
            for name, value in values.items():
                setattr(item, name, value)
        raise


def write_records(work: Work, records: Sequence[Record], lens: Lens) -> None:
    """Write new and changed records with what they name and what is not there yet: each once,
    marked as the first is. The later ones may name the earlier ones by their titles.
    """
    makes = _NamedRecords(work, records[0].marking, lens)
    for record in records:
        for item, name, value, path in [*_new_references(record)]:
            try:
                setattr(item, name, makes.make(value))
            except Invalid as refusal:
                raise Invalid({f"{path}{name}": " ".join(refusal.problems.values())}) from refusal
        if record.id:
            update_record(work, record, lens)
        else:
            insert_record(work, record)
            makes.note(record)


def _new_references(item: Record | Part, path: str = "") -> Iterator[_NewReference]:
    """Yield where a record, or a part in it, names what is not there yet: the item, the field,
    what, and the path to the item.
    """
    references, lists = _fields_that_name(type(item))
    for name in references:
        value = getattr(item, name)
        if value is not None and value.is_new:
            yield item, name, value, path
    for name in lists:
        for place, part in enumerate(getattr(item, name)):
            yield from _new_references(part, f"{path}{name}[{place}].")


@cache
def _fields_that_name(of: type[Record | Part]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which fields of a declaration hold a reference, and which hold parts that may."""
    sorts = {name: meaning.sort for name, meaning in meanings(of)}
    return (
        tuple(name for name, sort in sorts.items() if sort in ("reference", "office")),
        tuple(name for name, sort in sorts.items() if sort == "parts"),
    )


class _NamedRecords:
    """Makes what is only reference, once for each name."""

    def __init__(self, work: Work, marking: int, lens: Lens) -> None:
        self._work = work
        self._marking = marking
        self._lens = lens
        self._records: dict[tuple[str, str], Ref] = {}
        self._offices: dict[tuple[int, str], OfficeRef] = {}

    def note(self, record: Record) -> None:
        """Let a record that was just made be named by its title."""
        key = (record.KIND, _name_key(record.title))
        self._records[key] = Ref(record.id, record.title, record.KIND)

    def make(self, reference: Ref | OfficeRef) -> Ref | OfficeRef:
        """Return the reference to what is made for one without an id; raises Invalid."""
        if isinstance(reference, Ref):
            return self._record(reference)
        body = reference.organization
        assert body is not None, "an office is made in a body"
        body = body if body.id else self._record(body)
        key = (body.id, _name_key(reference.title))
        if key not in self._offices:
            self._offices[key] = self._add_office(body, reference.title.strip())
        return self._offices[key]

    def _record(self, reference: Ref) -> Ref:
        key = (reference.kind, _name_key(reference.title))
        if key not in self._records:
            record = RECORD_TYPES[reference.kind](
                title=reference.title.strip(), marking=self._marking
            )
            check_record(record)
            self._records[key] = Ref(
                insert_record(self._work, record), record.title, reference.kind
            )
        return self._records[key]

    def _add_office(self, body: Ref, title: str) -> OfficeRef:
        found, _ = read_record(self._work.sql, body.id, self._lens)
        assert isinstance(found, Organization)
        office = Office(title=title)
        found = copy_with(found, offices=[*found.offices, office])
        update_record(self._work, found, self._lens)
        return OfficeRef(office.id, title, body)


def _name_key(title: str) -> str:
    return " ".join(title.split()).casefold()


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
