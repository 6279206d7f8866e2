"""The commands on what was changed: history and revert."""

from __future__ import annotations

import argparse

from db import Change, local_time
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import find_record, open_store
from desktop.commands.console.output import Result
from desktop.commands.console.text_table import align_rows

DEFAULT_LIMIT = 50


def history(arguments: argparse.Namespace) -> Result:
    """Return changes, newest first; those of one record if a uid or query is given."""
    limit = DEFAULT_LIMIT if arguments.limit is None else arguments.limit
    lens = lens_of(arguments)
    with open_store(arguments) as store:
        record = find_record(store.reader, arguments.uid, lens) if arguments.uid else None
        changes = store.reader.changes(record, limit, lens=lens)
    return Result(
        [_json(change) for change in changes], align_rows([_row(change) for change in changes])
    )


def _json(change: Change) -> dict[str, object]:
    return {
        "change": change.id,
        "time": change.time,
        "author": change.author,
        "label": change.label,
        "reverts": change.reverts,
        "reverted_by": change.reverted_by,
    }


def _row(change: Change) -> list[str]:
    undone = f" (undone by change {change.reverted_by})" if change.reverted_by else ""
    return [str(change.id), local_time(change.time), change.author, f"{change.label}{undone}"]


def revert(arguments: argparse.Namespace) -> Result:
    """Undo one change, as a change of its own."""
    with open_store(arguments) as store:
        change = store.revert(arguments.change, lens_of(arguments))
    return Result(_json(change), [f"{change.label} (change {change.id})."])
