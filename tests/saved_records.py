"""What tests name saved records by."""

from __future__ import annotations

from db import Record, Ref


def ref(record: Record) -> Ref:
    """A reference to a saved record."""
    return Ref(record.id, record.title, record.KIND)
