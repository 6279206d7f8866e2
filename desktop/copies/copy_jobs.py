"""What long work does with an older copy: compare it with the desk, bring records back from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import db

if TYPE_CHECKING:
    from db import BroughtBack, CopyComparison, Lens, Progress, Store


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """A copy, its passphrase where it is another than the desk's, and the records to bring back."""

    path: Path
    passphrase: str = field(default="", repr=False)
    uids: tuple[str, ...] = ()


def compare_copy(
    choice: CopyChoice, lens: Lens, store: Store, progress: Progress
) -> CopyComparison:
    """Return what differs in the copy."""
    with db.copy_for_reading(store, choice.path, choice.passphrase, progress) as copy:
        return db.compare_with_copy(store, copy, lens, progress)


def bring_records_back(
    choice: CopyChoice, lens: Lens, store: Store, progress: Progress
) -> BroughtBack:
    """Bring the chosen records back, as one change."""
    with db.copy_for_reading(store, choice.path, choice.passphrase, progress) as copy:
        return db.bring_back(store, copy, choice.uids, lens, progress)
