"""The command `export`: records into a file of another program, by the ending of its name."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from db import (
    DEFAULT_ORDER,
    KINDS,
    NO_LIMIT,
    PLURALS,
    Lens,
    Reader,
    Refused,
    export_format,
    export_records,
    hidden_count,
    parse_query,
)
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result, WrongUsage, say

_TABLES = (".csv", ".xlsx")


def export(arguments: argparse.Namespace) -> Result:
    """Write the records of a query, or all, and say what the format could not hold."""
    path = Path(arguments.file)
    try:
        export_format(path)
    except Refused as refusal:
        raise WrongUsage(str(refusal)) from refusal
    columns = [name.strip() for name in (arguments.columns or "").split(",") if name.strip()]
    if columns and not path.name.casefold().endswith(_TABLES):
        raise WrongUsage(f"--columns is for {' and '.join(_TABLES)}; the others have their own.")
    kinds = [kind for kind in KINDS if arguments.kind in (None, PLURALS[kind])]
    if not kinds:
        raise WrongUsage(f"“{arguments.kind}” go out with the records that they are parts of.")
    lens = lens_of(arguments)
    with open_store(arguments) as store:
        reader = store.reader
        ids = {kind: ordered_ids(reader, kind, arguments.query or "", lens) for kind in kinds}
        report = export_records(
            reader, path, ids, lens, columns=columns, progress=terminal_progress.on_terminal()
        )
        hidden = 0 if arguments.query else hidden_count(reader, kinds, lens)
    lost = {what: count for what, count in report.lost.items() if count > 0}
    withheld = report.withheld + hidden
    written = {kind: count for kind, count in report.written.items() if count}
    data = {
        "written": written,
        "withheld": withheld,
        "lost": [{"what": what, "n": count} for what, count in lost.items()],
        "file": str(path),
    }
    lines = [f"{path}: {_count_text(written) or 'no records'}."]
    if withheld:
        lines.append(f"{withheld:,} above the ceiling left out.")
    lines += [f"No place in this format: {what} ({count:,})." for what, count in lost.items()]
    return Result(data, lines)


def ordered_ids(reader: Reader, kind: str, text: str, lens: Lens) -> Sequence[int]:
    """Return the ids of a kind in the order of its list, those that a query finds or all."""
    in_order = reader.all_ids(kind, lens, DEFAULT_ORDER[kind])
    if not text.strip():
        return in_order
    query = parse_query(text)
    for hint in query.hints:
        say(hint)
    found = set(reader.page(kind, query, lens, cap=NO_LIMIT).ids)
    return [key for key in in_order if key in found]


def _count_text(written: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {plural}" for plural, count in written.items())
