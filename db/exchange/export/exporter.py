"""Writes chosen records into a file of the format that its name says, whole or not at all.

The window and the command `export` ask. What a lens hides leaves nothing behind, its number aside.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from db.errors import Refused, Unavailable
from db.exchange.export.bundle_output import write_bundle
from db.exchange.export.calendar_output import write_calendar
from db.exchange.export.entity_output import write_entities
from db.exchange.export.export_job import ExportJob
from db.exchange.export.export_report import ExportReport
from db.exchange.export.popolo_output import write_popolo
from db.exchange.export.table_output import write_csv, write_workbook
from db.exchange.export.vcard_output import write_vcards
from db.lens import HIGHEST, Lens
from db.log import logger_for
from db.progress import PacedProgress, Progress
from db.reader import Reader
from db.storage.files.disk import create_file, give_rights, need_place_for_file, put_in_place

_log = logger_for("export")


Write = Callable[[ExportJob, BinaryIO], None]
#: How a file's name ends, and who writes it; the longer ending stands first.
FORMATS: dict[str, Write] = {
    ".ftm.jsonl": write_entities,
    ".csv": write_csv,
    ".xlsx": write_workbook,
    ".json": write_popolo,
    ".vcf": write_vcards,
    ".ics": write_calendar,
    ".zip": write_bundle,
}


def export_records(
    reader: Reader,
    path: Path,
    ids: Mapping[str, Sequence[int]],
    lens: Lens,
    *,
    columns: Sequence[str] = (),
    progress: Progress | None = None,
) -> ExportReport:
    """Write records into a file, put in place of one of this name when it is whole.

    `ids` are those of each kind, in order; `columns` only a table takes. Raises Refused for an
    ending that is no format's and for a column that is none, Unavailable where the file cannot be
    written, Stopped when `progress` raises it.
    """
    write = export_format(path)
    need_place_for_file(path)
    report = ExportReport(path)
    pace = PacedProgress(progress)
    pace.begin(sum(map(len, ids.values())))
    job = ExportJob(reader, lens, ids, columns, report, pace)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        aside.unlink(missing_ok=True)
        with create_file(aside) as file:
            write(job, file)
        report.lost += reader.newer_values([key for keys in ids.values() for key in keys])
        if path.exists():
            give_rights(path, aside)
        put_in_place(aside, path)
    except OSError as error:
        raise Unavailable(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    _log.info("exported %d records", report.written.total())
    return report


def export_format(path: Path) -> Write:
    """Return who writes a file of this name.

    >>> export_format(Path("people.FTM.jsonl")) is write_entities
    True
    """
    name = path.name.casefold()
    for ending, write in FORMATS.items():
        if name.endswith(ending):
            return write
    endings = ", ".join(FORMATS)
    raise Refused(f"“{path.name}” ends as no format that can be written; name it {endings}.")


def hidden_count(reader: Reader, kinds: Sequence[str], lens: Lens) -> int:
    """Say how many records of some kinds lie above the ceiling."""
    over = replace(lens, ceiling=HIGHEST)
    return sum(reader.count(kind, over) - reader.count(kind, lens) for kind in kinds)
