"""The command `import`: tables, in one change each run, with a report of every row refused."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from db import import_files as bring_in
from desktop.commands.arguments import lens_of
from desktop.commands.opened import opened
from desktop.commands.output import FLAGGED, Result

SHOWN = 20  # refused rows listed for people; JSON has them all


def import_files(arguments: argparse.Namespace) -> Result:
    """Bring in the files named."""
    with opened(arguments) as store:
        report = bring_in(
            store,
            [Path(name) for name in arguments.files],
            lens_of(arguments),
            kind=arguments.kind,
            map_path=Path(arguments.map) if arguments.map else None,
            preview=arguments.preview,
            progress=_bar if sys.stderr.isatty() else None,
        )
    data = asdict(report)
    lines = [f"{report.read} rows read."]
    for name in ("created", "updated", "unchanged"):
        counts = data[name]
        if any(counts.values()):
            said = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
            lines.append(f"{name}: {said}")
    lines += [f"row {row['row']}: {row['why']}" for row in data["rejected"][:SHOWN]]
    lines += [f"row {row['row']}: {row['why']}" for row in data["flagged"][:SHOWN]]
    marked = len(data["rejected"]) + len(data["flagged"])
    if marked > 2 * SHOWN:
        lines.append(f"{marked} rows were refused or flagged; --json lists them all.")
    return Result(data, lines, FLAGGED if marked else 0)


def _bar(done: int, total: int) -> None:
    """A bar on the terminal."""
    share = done / total if total else 1
    sys.stderr.write(f"\r[{'#' * int(share * 30):<30}] {done:,} of {total:,} ")
    sys.stderr.flush()
