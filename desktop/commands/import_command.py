"""The command `import`: tables, in one change each run, with a report of every row refused."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from db import FileReading, ImportReport
from db import import_files as bring_in
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import DONE, FLAGGED, Result
from desktop.commands.console.text_table import align_rows, count_phrase

MAX_LISTED_ROWS = 20  # refused rows listed for people; JSON has them all
MAX_SPLIT_NAMES = 3  # names shown with the parts that were read from them


def import_files(arguments: argparse.Namespace) -> Result:
    """Bring in the files named."""
    how = FileReading(encoding=arguments.encoding, sheet=arguments.sheet)
    with open_store(arguments) as store:
        report = bring_in(
            store,
            [Path(name) for name in arguments.files],
            lens_of(arguments),
            kind=arguments.kind,
            map_path=Path(arguments.map) if arguments.map else None,
            readings={Path(name): how for name in arguments.files},
            preview=arguments.preview,
            progress=terminal_progress.on_terminal(),
        )
    data = asdict(report)
    del data["maps"]  # `mapping` says the same
    if not report.referenced:
        del data["referenced"]
    if not (report.split and arguments.preview):
        del data["split"], data["split_names"]
    left_out = report.left_out
    lines = [f"{count_phrase(report.read, 'rows')} read."]
    for name in ("created", "updated", "unchanged", "joined"):
        count_text = ", ".join(
            count_phrase(count, kind) for kind, count in data[name].items() if count
        )
        if count_text:
            lines.append(f"{name}: {count_text}")
    if report.referenced:
        count_text = ", ".join(
            count_phrase(count, kind) for kind, count in report.referenced.items()
        )
        lines.append(f"made because rows name them: {count_text}")
    lines += align_rows(
        [["", target, f"from {source}"] for target, source in report.mapping.items()]
    )
    if left_out:
        lines.append(f"left out: {', '.join(left_out)}")
    if arguments.preview:
        lines += _split_lines(report)
    refused = [
        f"row {row['row']}, {row['column']}, refused: {row['why']}"
        if row["column"]
        else f"row {row['row']} refused: {row['why']}"
        for row in report.rejected
    ]
    flagged = [
        f"row {row['row']} to check: {row['why']}" if row["row"] else f"to check: {row['why']}"
        for row in report.flagged
    ]
    lines += [*refused[:MAX_LISTED_ROWS], *flagged[:MAX_LISTED_ROWS]]
    if len(refused) > MAX_LISTED_ROWS or len(flagged) > MAX_LISTED_ROWS:
        lines.append(
            f"{len(refused):,} rows were refused and {len(flagged):,} need checking;"
            " --json lists them all."
        )
    if arguments.preview:
        lines.append("This was a preview; nothing was written.")
    return Result(data, lines, FLAGGED if refused or flagged else DONE)


def _split_lines(report: ImportReport) -> list[str]:
    """Say how many names were taken apart here, and some of them."""
    if not report.split:
        return []
    examples = [
        f"  “{each['name']}”: given name {each['given'] or 'none'},"
        f" family name {each['family'] or 'none'}"
        for each in report.split_names[:MAX_SPLIT_NAMES]
    ]
    people = count_phrase(report.split, "people")
    return [f"given and family name read from the name, not given: {people}", *examples]
