"""How far a long command is: a bar on a terminal, nothing otherwise."""

from __future__ import annotations

import sys
from functools import partial

from db import Progress, StageProgress, UpgradeStage

STAGES = {
    UpgradeStage.COPY: "keeping a copy",
    UpgradeStage.STEPS: "tables",
    UpgradeStage.SEARCH: "search index",
    UpgradeStage.SUMS: "checksums",
}


def on_terminal() -> Progress | None:
    """Return the bar if somebody watches."""
    return bar if sys.stderr.isatty() else None


def upgrade_stages() -> StageProgress | None:
    """Return the bars of an upgrade, each after its stage, if somebody watches."""
    if on_terminal() is None:
        return None
    return lambda stage: partial(bar, label=f"Upgrading, {STAGES[stage]} ")


def silent(_done: int, _total: int) -> None:
    """Ignore how far work is that must tell how far it is, where nobody watches."""


def bar(done: int, total: int, label: str = "") -> None:
    """Show a bar on the terminal, gone when all is done."""
    share = min(1.0, done / total) if total else 1.0
    line = f"{label}[{'#' * int(share * 30):<30}] {done:,} of {total:,}"
    sys.stderr.write(f"\r{' ' * len(line)}\r" if done >= total else f"\r{line} ")
    sys.stderr.flush()
