"""Which files are to be imported and how they are to be read; the jobs that long work does on them.

The import dialog makes the choice and previews it, `importing` carries it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import db
from db import Refused, Unavailable

if TYPE_CHECKING:
    from db import FileLook, ImportReport, Lens, Progress, Store


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """`kind` None lets the content decide; with a map the map says the kind."""

    paths: tuple[Path, ...]
    kind: str | None = None
    map_path: Path | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What the files are, and what would come of them or why they cannot be taken."""

    looks: tuple[FileLook, ...]
    report: ImportReport | None
    refusal: str = ""


def take_in(choice: ImportChoice, lens: Lens, store: Store, progress: Progress) -> ImportReport:
    """Import the files."""
    return _run(choice, lens, store, progress, preview=False)


def preview(choice: ImportChoice, lens: Lens, store: Store, progress: Progress) -> Preview:
    """Tell what an import would do; nothing is written."""
    looks: list[FileLook] = []
    try:
        for path in choice.paths:
            looks.append(db.look_at_file(path, choice.kind))
        return Preview(tuple(looks), _run(choice, lens, store, progress, preview=True))
    except (Refused, Unavailable) as refusal:
        return Preview(tuple(looks), None, str(refusal))


def _run(
    choice: ImportChoice, lens: Lens, store: Store, progress: Progress, *, preview: bool
) -> ImportReport:
    return db.import_files(
        store,
        choice.paths,
        lens,
        kind=choice.kind,
        map_path=choice.map_path,
        preview=preview,
        progress=progress,
    )
