"""The command `salvage`: what can be read of a damaged desk, put into a new one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from db import Lens, Loss, SalvageReport, needs_passphrase_to_salvage, salvage_desk
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import passphrase_for
from desktop.commands.console.output import DONE, FLAGGED, Result
from desktop.commands.console.text_table import count_phrase

MAX_LISTED = 50  # losses listed for people; JSON has them all


def salvage(arguments: argparse.Namespace) -> Result:
    """Save what can be read; the damaged file is only read, and what was lost is listed."""
    damaged, target = Path(arguments.desk), Path(arguments.file)
    is_encrypted = needs_passphrase_to_salvage(damaged)
    passphrase = passphrase_for(arguments, damaged.name) if is_encrypted else ""
    report = salvage_desk(damaged, target, passphrase, terminal_progress.on_terminal())
    lens = lens_of(arguments)
    status = DONE if report.is_whole else FLAGGED
    return Result(_data(report, lens), _lines(report, lens), status)


def _data(report: SalvageReport, lens: Lens) -> dict[str, Any]:
    seen = report.seen_losses(lens)
    return {
        "file": str(report.file),
        "records": report.records,
        "changes": report.changes,
        "changes_without_details": report.changes_lost,
        "pages": report.pages,
        "broken_pages": report.broken_pages,
        "losses": [_loss(loss) for loss in seen],
        "withheld": len(report.losses) - len(seen),
        "more_losses": report.more_losses,
        "notes": report.notes,
        "problems": report.problems,
    }


def _loss(loss: Loss) -> dict[str, Any]:
    return {"id": loss.record_id, "kind": loss.kind, "title": loss.title, "says": loss.says}


def _lines(report: SalvageReport, lens: Lens) -> list[str]:
    counts = ", ".join(count_phrase(count, kind) for kind, count in report.records.items())
    lines = [f"{report.file} has what could be read: {counts}."]
    if report.is_whole and not report.changes_lost:
        return [*lines, "Nothing was lost."]
    if report.changes_lost:
        details = count_phrase(report.changes_lost, "changes")
        lines.append(f"{details} of the history could not be read whole and cannot be undone.")
    seen = report.seen_losses(lens)
    lines += [f"  {loss.sentence()}" for loss in seen[:MAX_LISTED]]
    more = len(seen) - len(seen[:MAX_LISTED]) + report.more_losses
    if more:
        lines.append(f"  {more:,} more; --json lists them.")
    if len(seen) < len(report.losses):
        lines.append(f"  {len(report.losses) - len(seen):,} of records above the ceiling.")
    return [*lines, *report.notes, *report.problems]
