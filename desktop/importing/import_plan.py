"""What the officer has said of an import so far: kind, maps, how each file is read, rows left out.

The import dialog asks it for the choice that is previewed and carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from db import FieldMap, FileReading, Mapping, file_scheme, give_column, give_constant, let_create
from desktop.importing.import_choice import ImportChoice, Preview


class ImportPlan:
    """`found` is the last preview; an edit of a map starts from the map that it shows."""

    def __init__(self, paths: Sequence[Path], kept_maps: dict[str, Mapping]) -> None:
        self.paths = tuple(paths)
        self.kind: str | None = None
        self.map_path: Path | None = None
        self.found = Preview((), None)
        self._kept_maps = kept_maps
        self._readings: dict[Path, FileReading] = {}

    @property
    def choice(self) -> ImportChoice:
        """The files and how they are to be read."""
        kind = None if self.map_path is not None else self.kind
        return ImportChoice(self.paths, kind, self.map_path, dict(self._readings), self._kept_maps)

    @property
    def final_choice(self) -> ImportChoice:
        """The same as it was previewed, with the kept maps that were shown."""
        return replace(self.choice, readings=self.found.readings)

    @property
    def is_by_content(self) -> bool:
        """Whether nothing but the content says what the columns are."""
        return self.map_path is None and not any(
            how.mapping for how in (self.found.readings or self._readings).values()
        )

    def reading(self, path: Path) -> FileReading:
        """Return how a file is read: as was said last, or as the preview found."""
        own = self.own_reading(path)
        return own if own.mapping else self.found.readings.get(path, own)

    def own_reading(self, path: Path) -> FileReading:
        """Return what the officer has said of a file since the last preview and before."""
        return self._readings.get(path) or FileReading()

    def mapping(self, path: Path) -> Mapping | None:
        """Return the map of a file: the one that was made last, or that the preview shows."""
        own, seen = self.own_reading(path).mapping, self.found.readings.get(path)
        if own is not None and (seen is None or seen.mapping is not own):
            return own
        maps = self.found.report.maps if self.found.report is not None else []
        if len(maps) == len(self.paths) and (preview_map := maps[self.paths.index(path)]):
            return preview_map
        return self.reading(path).mapping

    def is_kept(self, path: Path) -> bool:
        """Say whether a kept map is what the file is read by."""
        mapping, own = self.reading(path).mapping, self._readings.get(path)
        return mapping is not None and self.map_path is None and not (own and own.mapping)

    # what is said

    def choose_kind(self, kind: str | None) -> None:
        """Let all files list this kind, None: what their content shows; maps are made anew."""
        self.kind = kind
        self._forget_maps()

    def use_map(self, path: Path | None) -> None:
        """Read all files by a map in a file; None: by their content alone, and no kept map."""
        self.map_path = path
        if path is None:
            self._kept_maps = {}
        self._forget_maps()

    def read_file(self, path: Path, **how: Any) -> None:
        """Say of a file its `encoding`, `sheet` or `header_row`; its columns are understood anew
        and all its rows taken.
        """
        before = self.own_reading(path)
        self._readings[path] = replace(before, mapping=None, skipped_rows=frozenset(), **how)
        self._forget_preview()

    def skip_rows(self, path: Path, rows: Iterable[int]) -> None:
        """Leave these rows of a file out, and no others."""
        before = self.own_reading(path)
        self._readings[path] = replace(before, skipped_rows=frozenset(rows))

    def give_column(self, path: Path, heading: str, target: str, values: Sequence[str]) -> None:
        """Let a column become a target, "" to leave it out."""
        self._edit(path, lambda mapping: give_column(mapping, heading, target, values))

    def give_constant(self, path: Path, source: FieldMap, target: str) -> None:
        """Let a template or constant become a target, "" to leave it out."""
        self._edit(path, lambda mapping: give_constant(mapping, source, target))

    def let_create(self, path: Path, create: bool) -> None:
        """Let what rows name be made where the desk has it not, or not."""
        self._edit(path, lambda mapping: let_create(mapping, create))

    def put_day_first(self, path: Path, day_first: bool | None) -> None:
        """Say how 03/04/2025 is read; None: as the file shows."""
        self._edit(path, lambda mapping: mapping, (day_first,))

    def put_decimal(self, path: Path, mark: str | None) -> None:
        """Say whether a point or a comma stands before the decimals of sums; None: as the file
        shows.
        """
        self._edit(path, lambda mapping: replace(mapping, decimal=mark))

    def map_to_keep(self, path: Path) -> Mapping | None:
        """Return the map of a file for others of its shape: with what was said of it, and without
        what only its own name and dates say.
        """
        mapping, how = self.mapping(path), self.reading(path)
        if mapping is None:
            return None
        return replace(
            mapping,
            scheme="" if mapping.scheme == file_scheme(path.stem) else mapping.scheme,
            day_first=how.mapping.day_first if how.mapping else None,
            encoding=how.encoding,
            sheet=how.sheet,
            header_row=how.header_row,
        )

    def _edit(
        self, path: Path, change: Callable[[Mapping], Mapping], order: tuple[bool | None, ...] = ()
    ) -> None:
        """Change the map on show. Where nobody said it, the order of its dates stays the file's."""
        on_show, how = self.mapping(path), self.reading(path)
        if on_show is None:
            return
        (day_first,) = order or (how.mapping.day_first if how.mapping else None,)
        mapping = replace(change(on_show), day_first=day_first)
        skipped = self.own_reading(path).skipped_rows
        self._readings[path] = replace(how, mapping=mapping, skipped_rows=skipped)

    def _forget_maps(self) -> None:
        self._readings = {
            path: replace(how, kind=None, mapping=None) for path, how in self._readings.items()
        }
        self._forget_preview()

    def _forget_preview(self) -> None:
        """Let no map on show be edited until there is another preview."""
        self.found = replace(self.found, report=None, readings={})
