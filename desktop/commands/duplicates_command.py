"""The command `duplicates`: pairs of records that may be one. It merges nothing."""

from __future__ import annotations

import argparse

from db import Pair
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import IDS_A_QUESTION, Result
from desktop.commands.console.text_table import count_phrase
from desktop.commands.search_command import kinds_of


def duplicates(arguments: argparse.Namespace) -> Result:
    """Return every pair with its score and reason, the likeliest first."""
    kinds = kinds_of(arguments.kind)
    with open_store(arguments) as store:
        tell = terminal_progress.on_terminal() or terminal_progress.silent
        pairs = store.reader.duplicates(kinds, lens_of(arguments), tell)
        ids = sorted({ref.id for pair in pairs for ref in (pair.a, pair.b)})
        uids: dict[int, str] = {}
        for at in range(0, len(ids), IDS_A_QUESTION):
            uids.update(store.reader.uids(ids[at : at + IDS_A_QUESTION]))
    data = [
        {"a": uids[pair.a.id], "b": uids[pair.b.id], "score": pair.score, "why": pair.summary()}
        for pair in pairs
    ]
    lines = [f"{count_phrase(len(pairs), 'pairs')} of possible duplicates; nothing was merged."]
    for pair in pairs:
        lines += _pair_lines(pair, uids)
    return Result({"pairs": data}, lines)


def _pair_lines(pair: Pair, uids: dict[int, str]) -> list[str]:
    return [
        "",
        f"{pair.score:.2f}  {pair.a.title}  =  {pair.b.title}  ({pair.kind})",
        f"      {pair.summary()}",
        f"      {uids[pair.a.id]}  {uids[pair.b.id]}",
    ]
