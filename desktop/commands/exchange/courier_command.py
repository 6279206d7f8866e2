"""The command `courier`: what changed since the last exchange with a desk, into a file for it."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path

from db import MARKINGS, CourierReport, write_courier
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import (
    NEW_PASSPHRASE,
    PASSPHRASE,
    ask_twice,
    open_store,
    passphrase_in,
)
from desktop.commands.console.output import Result, say
from desktop.commands.console.text_table import count_phrase

COURIER_PASSPHRASE = "AIDE_MEMOIRE_COURIER_PASSPHRASE"


def courier(arguments: argparse.Namespace) -> Result:
    """Make a courier, and say what is in it; the desk remembers that it went."""
    with open_store(arguments) as store:
        report = write_courier(
            store,
            Path(arguments.file),
            lens_of(arguments),
            _passphrase(arguments),
            to=arguments.to or "",
            again=arguments.again,
            since=arguments.since,
            progress=terminal_progress.on_terminal(),
        )
    data = {
        "file": str(report.file),
        "to": report.to,
        "number": report.number,
        "since": report.since[0] if report.since else None,
        "until": report.until[0] if report.until else None,
        "ceiling": MARKINGS[report.ceiling],
        "written": {kind: count for kind, count in report.written.items() if count},
        "removed": {kind: count for kind, count in report.removed.items() if count},
        "withheld": report.withheld,
    }
    return Result(data, _lines(report))


def _passphrase(arguments: argparse.Namespace) -> str:
    """Return the passphrase for the file: its own, or else one that is named for anything."""
    if arguments.courier_passphrase_file:
        return passphrase_in(Path(arguments.courier_passphrase_file), to_set=True)
    for variable in (COURIER_PASSPHRASE, NEW_PASSPHRASE, PASSPHRASE):
        if known := os.environ.get(variable):
            if variable == PASSPHRASE:
                say(f"The courier gets the passphrase in {PASSPHRASE}, since no other is given.")
            return known
    return ask_twice("Passphrase for the courier: ", COURIER_PASSPHRASE)


def _lines(report: CourierReport) -> list[str]:
    what = _count_text(report.written) or "nothing new"
    if removed := _count_text(report.removed):
        what += f"; deleted: {removed}"
    lines = [
        f"{report.file}: courier {report.number} for “{report.to}”, marked"
        f" {MARKINGS[report.ceiling]} at most.",
        f"In it: {what}.",
    ]
    if report.since is None:
        lines.append("Nothing was exchanged with that desk before, so that all records are in it.")
    if report.withheld:
        lines.append(f"{report.withheld:,} above the ceiling left out.")
    return lines


def _count_text(counts: Counter[str]) -> str:
    return ", ".join(count_phrase(n, kind) for kind, n in counts.items() if n)
