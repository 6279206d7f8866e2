"""The command `erase`: a record for good, with its history and every trace of it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from db import Erasure, Line, erase_record, local_time, look_before_erasing
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import DONE, FLAGGED, Result, WrongUsage
from desktop.commands.console.text_table import align_rows, count_phrase
from desktop.paper.outputs import OUTPUTS, unknown_ending, write
from desktop.printing.erasure_sheet import erasure_sheet
from desktop.settings import PAPER, Settings

MAX_LISTED_NAMES = 20  # for people; JSON has them all


def erase(arguments: argparse.Namespace) -> Result:
    """Erase a record, or say with --preview what would be erased and who names it."""
    lens = lens_of(arguments)
    out = Path(arguments.out) if arguments.out and not arguments.preview else None
    if out is not None and out.suffix.lower() not in OUTPUTS:
        raise WrongUsage(unknown_ending(out))
    with open_store(arguments) as store:
        if arguments.preview:
            found = look_before_erasing(store, arguments.uid, lens)
        else:
            progress = terminal_progress.on_terminal()
            found = erase_record(
                store, arguments.uid, lens, with_copies=arguments.copies, progress=progress
            )
        desk = f"Aide-Mémoire · {store.name}"
    if out is not None:
        write([erasure_sheet(found, desk)], out, arguments.paper or Settings().get(PAPER))
    is_left = bool(found.why_not_compact or (arguments.copies and found.copies))
    return Result(_data(found), _lines(found, arguments), FLAGGED if is_left else DONE)


def _data(found: Erasure) -> dict[str, Any]:
    return {
        "erased": found.uid if found.time else None,
        "kind": found.kind,
        "title": found.title,
        "time": found.time or None,
        "by": found.author or None,
        "named_by": [_naming(line) for line in found.named_by],
        "withheld": found.withheld,
        "mentioned_by": [
            {**_naming(each.line), "field": each.field, "says": each.says}
            for each in found.mentions
        ],
        "copies": [str(path) for path in found.copies],
        "removed": asdict(found.counts),
        "not_compact": found.why_not_compact or None,
    }


def _naming(line: Line) -> dict[str, str]:
    return {"uid": line.uid, "kind": line.kind, "title": line.title}


def _lines(found: Erasure, arguments: argparse.Namespace) -> list[str]:
    if found.time:
        when = local_time(found.time)
        lines = [f"“{found.title}” was erased for good on {when} by {found.author}."]
        removed = ((name, count) for name, count in asdict(found.counts).items() if count)
        lines += align_rows([["", name, f"{count:,}"] for name, count in removed])
    else:
        lines = [f"“{found.title}” would be erased for good. Nothing was written."]
    count = len(found.named_by) + found.withheld
    if count:
        verb = "say" if found.time else "would say"
        lines.append(f"{count_phrase(count, 'records')} name it and {verb} “An erased record”:")
        lines_of_names = found.named_by[:MAX_LISTED_NAMES]
        lines += align_rows([["", line.title, line.kind] for line in lines_of_names])
    if found.mentions:
        lines.append(
            f"Texts of other records that say its name, and stay: {len(found.mentions):,}."
        )
        lines += align_rows(
            [["", m.line.title, m.field, m.says] for m in found.mentions[:MAX_LISTED_NAMES]]
        )
    if found.copies:
        lines.append(
            "These copies have it:" if arguments.preview else "These copies still have it:"
        )
        lines += [f"  {path}" for path in found.copies]
        if not arguments.copies:
            lines.append("--copies erases it in them too.")
    if found.why_not_compact:
        lines.append(
            f"What was removed is overwritten, but the file was not written anew:"
            f" {found.why_not_compact}"
        )
    return lines
