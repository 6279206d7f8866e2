"""What a table has no column for: fields and lists of parts of the records in it, counted by name.

`table_output` asks for each kind that it wrote.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from db.exchange.export.export_job import ExportJob
from db.exchange.export.export_report import OWN_BOOKKEEPING
from db.record_types import RECORD_TYPES
from db.tables.fields import Stored, meaning_of

_OF_THE_NAME = ("title", "given", "particles", "family")  # who leaves it out knows that
#: What a column of a list holds beside the field that it is called after.
_HOLDS = {
    "type": ("kind",),
    "date": ("concluded",),
    "when": ("start", "end"),
    "where": ("place",),
    "status": ("stage",),
    "office": ("tenures", "tenures.office"),
    "parties": ("parties", "parties.who"),
    "who": ("participants", "participants.who"),
}


def count_losses(job: ExportJob, kind: str, columns: Collection[str]) -> None:
    """Count in the report what the records of a kind say that no column of these holds."""
    of = RECORD_TYPES[kind]
    in_columns = {
        *columns,
        *_OF_THE_NAME,
        *(name for each in columns for name in _HOLDS.get(each, ())),
    }
    counts = job.reader.field_counts(kind, job.ids[kind], job.lens)
    if "office" in columns:  # a row names one of them, and not those of former days
        job.report.lost[_label(of, "tenures", "")] += max(counts["tenures"] - job.offices_told, 0)
    for path, count in counts.items():
        outer, _, inner = path.partition(".")
        if (
            path in in_columns
            or (inner or outer) in OWN_BOOKKEEPING
            or (inner and outer not in in_columns)
        ):
            continue
        job.report.lost[_label(of, outer, inner)] += count


def _label(of: type[Stored], outer: str, inner: str) -> str:
    label = meaning_of(of, outer).label
    if not inner:
        return label
    part = get_args(of.model_fields[outer].annotation)[0]
    return f"{meaning_of(part, inner).label} ({label.lower()})"
