"""Which file is merged and what was decided; the jobs that long work does on it.

The merge dialog makes the choice and previews it, `merge_controller` carries it out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import db

if TYPE_CHECKING:
    from db import Lens, MergeReport, Progress, Store


@dataclass(frozen=True, slots=True)
class MergeChoice:
    """The other desk or bundle, its passphrase, and the side that is taken by uid and field."""

    path: Path
    passphrase: str = field(default="", repr=False)
    sides: dict[tuple[str, str], str] = field(default_factory=dict)


def run_merge(choice: MergeChoice, lens: Lens, store: Store, progress: Progress) -> MergeReport:
    """Merge the other desk."""
    return _run(choice, lens, store, progress, preview=False)


def preview_merge(choice: MergeChoice, lens: Lens, store: Store, progress: Progress) -> MergeReport:
    """Tell what a merge would do; nothing is written."""
    return _run(choice, lens, store, progress, preview=True)


def _run(
    choice: MergeChoice, lens: Lens, store: Store, progress: Progress, *, preview: bool
) -> MergeReport:
    return db.merge_file(
        store,
        choice.path,
        lens,
        passphrase=choice.passphrase,
        decisions=db.Decisions("", choice.sides),
        preview=preview,
        progress=progress,
    )
