"""What a desk is, in figures: the command `info` and the window tell it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.lens import Lens
from db.reader import Reader
from db.storage.sql import Sql
from db.vocabulary.kinds import KINDS, PLURALS

COMPACTING = "compacting"  # the setting that says that a removal is not finished


@dataclass(frozen=True, slots=True)
class DeskInfo:
    """What `info` tells: `size` in bytes, `changed` ISO 8601 in UTC, `lock` the holder or None."""

    version: int
    encrypted: bool
    records: dict[str, int]
    size: int
    changed: str
    lock: str | None


def read_info(
    sql: Sql, reader: Reader, lens: Lens, path: Path, *, encrypted: bool, holder: str | None
) -> DeskInfo:
    """Return what the open desk is; its log counts as a part of it."""
    counts = reader.counts(lens)
    sizes = (Path(f"{path}{tail}") for tail in ("", "-wal"))
    return DeskInfo(
        int(sql.value("PRAGMA user_version")),
        encrypted,
        {PLURALS[kind]: counts[kind] for kind in KINDS},
        sum(file.stat().st_size for file in sizes if file.exists()),
        reader.last_change_time(lens) or reader.setting("made"),
        holder,
    )
