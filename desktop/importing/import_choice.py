"""Which files are to be imported and how they are to be read; the jobs that long work does on them.

The import dialog makes the choice and previews it, `importing` carries it out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import db
from db import FileReading, Refused, Unavailable

if TYPE_CHECKING:
    from db import FileLook, ImportReport, Lens, Mapping, Progress, Store


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """`kind` None lets the content decide; with a map the map says the kind.

    `readings` say of single files how they are read. `kept_maps` are maps by the shape of a file:
    one is taken where nothing else is said of it.
    """

    paths: tuple[Path, ...]
    kind: str | None = None
    map_path: Path | None = None
    readings: dict[Path, FileReading] = field(default_factory=dict)
    kept_maps: dict[str, Mapping] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What the files are, and what would come of them or why they cannot be taken.

    `readings` are the choice's with the kept maps that were taken.
    """

    looks: tuple[FileLook, ...]
    report: ImportReport | None
    refusal: str = ""
    readings: dict[Path, FileReading] = field(default_factory=dict)


def take_in(choice: ImportChoice, lens: Lens, store: Store, progress: Progress) -> ImportReport:
    """Import the files."""
    return _run(choice, lens, store, progress, preview=False)


def preview(
    choice: ImportChoice,
    lens: Lens,
    store: Store,
    progress: Progress,
    tell_looks: Callable[[Preview], object] = lambda looks: None,
) -> Preview:
    """Tell what an import would do; nothing is written.

    `tell_looks` takes what the files are as soon as that is known: it takes a moment, and to try
    the import as long as to carry it out.
    """
    looks: list[FileLook] = []
    readings = dict(choice.readings)
    try:
        for path in choice.paths:
            look, how = _look(path, choice)
            looks.append(look)
            readings[path] = how
        tell_looks(Preview(tuple(looks), None, readings=dict(readings)))
        known_choice = replace(choice, readings=readings)
        report = _run(known_choice, lens, store, progress, preview=True)
        return Preview(tuple(looks), report, readings=readings)
    except (Refused, Unavailable) as refusal:
        return Preview(tuple(looks), None, str(refusal), readings)


def _look(path: Path, choice: ImportChoice) -> tuple[FileLook, FileReading]:
    """Look at a file; a kept map for its headings is taken unless something else is said of it."""
    how = choice.readings.get(path) or FileReading()
    if choice.map_path is not None and how.mapping is None:
        how = _by_map(how, db.read_map(choice.map_path))
    if how.kind is None and how.mapping is None:
        how = replace(how, kind=choice.kind)
    look = db.look_at_file(path, how)
    kept_map = choice.kept_maps.get(db.shape_of(look.headings))
    if kept_map is None or how.kind is not None or how.mapping is not None or look.lists:
        return look, how
    how = _by_map(how, replace(kept_map, scheme=kept_map.scheme or db.file_scheme(path.stem)))
    return db.look_at_file(path, how), how


def _by_map(how: FileReading, mapping: Mapping) -> FileReading:
    """Return how a file is read by a map, which may say of the file too how that is."""
    return replace(
        how,
        mapping=mapping,
        encoding=how.encoding or mapping.encoding,
        sheet=how.sheet or mapping.sheet,
        header_row=mapping.header_row if how.header_row is None else how.header_row,
    )


def _run(
    choice: ImportChoice, lens: Lens, store: Store, progress: Progress, *, preview: bool
) -> ImportReport:
    return db.import_files(
        store,
        choice.paths,
        lens,
        kind=choice.kind,
        map_path=choice.map_path,
        readings=choice.readings,
        preview=preview,
        progress=progress,
    )
