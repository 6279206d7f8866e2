"""The commands on what was changed: history and revert."""

from __future__ import annotations

import argparse

from db import Change
from desktop.commands.arguments import lens_of
from desktop.commands.opened import find_record, opened
from desktop.commands.output import Result


def history(arguments: argparse.Namespace) -> Result:
    """Changes, newest first; those of one record if a uid or query is given."""
    limit = arguments.limit or 50
    lens = lens_of(arguments)
    with opened(arguments) as store:
        record = find_record(store.reader, arguments.uid, lens) if arguments.uid else None
        changes = store.reader.changes(record, limit)
    return Result([_json(change) for change in changes], [_line(change) for change in changes])


def _json(change: Change) -> dict[str, object]:
    return {
        "change": change.id,
        "time": change.time,
        "author": change.author,
        "label": change.label,
        "reverts": change.reverts,
        "reverted_by": change.reverted_by,
    }


def _line(change: Change) -> str:
    undone = f" (taken back by {change.reverted_by})" if change.reverted_by else ""
    return f"{change.id:>6}  {change.time}  {change.author}  {change.label}{undone}"


def revert(arguments: argparse.Namespace) -> Result:
    """Undo one change, as a change of its own."""
    with opened(arguments) as store:
        change = store.revert(arguments.change)
    return Result(_json(change), [f"{change.label} (change {change.id})."])
