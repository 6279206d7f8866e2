"""The commands `backup` and `restore`: a copy of a desk made while it is open, and put back."""

from __future__ import annotations

import argparse
from pathlib import Path

from db import Refused, needs_passphrase, restore_desk
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store, passphrase_for
from desktop.commands.console.output import Result
from desktop.commands.console.text_table import count_phrase


def backup(arguments: argparse.Namespace) -> Result:
    """Save a verified copy of a desk, also while a window has it open."""
    target = Path(arguments.file)
    with open_store(arguments, writes=not arguments.read_only, is_read_otherwise=True) as store:
        store.copies.save(target, terminal_progress.on_terminal())
        store.copies.note_place(target)
        counts = store.info(lens_of(arguments)).records
        encrypted = store.is_encrypted
    size = target.stat().st_size
    data = {"file": str(target), "encrypted": encrypted, "records": counts, "size": size}
    return Result(data, [f"{target} is a whole copy: {_count_text(counts)}, {size:,} bytes."])


def restore(arguments: argparse.Namespace) -> Result:
    """Put a copy where the desk is to lie; the desk that lies there is kept beside it."""
    if arguments.read_only:
        raise Refused("“restore” writes a desk; leave --read-only away.")
    copy, desk = Path(arguments.file), Path(arguments.desk)
    passphrase = passphrase_for(arguments, copy.name) if needs_passphrase(copy) else ""
    former = restore_desk(copy, desk, passphrase, terminal_progress.on_terminal())
    data = {"file": str(desk), "kept": str(former) if former else None}
    lines = [f"{desk} is as {copy.name} has it."]
    if former:
        lines.append(f"What lay there before is kept as {former}.")
    return Result(data, lines)


def _count_text(counts: dict[str, int]) -> str:
    return ", ".join(count_phrase(count, kind) for kind, count in counts.items())
