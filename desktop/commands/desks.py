"""The commands on the file itself: new, info, verify, passphrase."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from db import Refused, make_desk, open_desk
from desktop.commands.arguments import lens_of
from desktop.commands.opened import NEW_PASSPHRASE, ask_passphrase, opened, passphrase_for
from desktop.commands.output import REFUSED, Result


def new(arguments: argparse.Namespace) -> Result:
    """Make a desk, with the sample records if asked."""
    path = Path(arguments.desk)
    if path.exists():
        raise Refused(f"{path} already exists; choose another name.")
    passphrase = passphrase_for(arguments, path.name) if arguments.encrypt else ""
    if arguments.encrypt and not passphrase:
        raise Refused("An encrypted desk needs a passphrase; it was empty.")
    make_desk(path, passphrase, name="Pakistan – United States" if arguments.sample else "")
    if arguments.sample:
        from db import load_sample

        with open_desk(path, passphrase) as store:
            load_sample(store)
    with open_desk(path, passphrase, read_only=True) as store:
        counts = store.info(lens_of(arguments)).records
    said = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return Result({"file": str(path), "records": counts}, [f"{path} is made: {said}."])


def info(arguments: argparse.Namespace) -> Result:
    """What a desk is."""
    with opened(arguments) as store:
        found = store.info(lens_of(arguments))
    data = {
        "version": found.version,
        "encrypted": found.encrypted,
        "records": found.records,
        "size": found.size,
        "changed": found.changed,
        "lock": found.lock,
    }
    lines = [f"{kind}: {count}" for kind, count in found.records.items()]
    lines += [
        f"size: {found.size:,} bytes",
        f"changed: {found.changed}",
        f"encrypted: {'yes' if found.encrypted else 'no'}",
        f"lock: {found.lock or 'nobody'}",
    ]
    return Result(data, lines)


def verify(arguments: argparse.Namespace) -> Result:
    """Whether the desk is whole; with --rebuild the full text is made anew first."""
    if arguments.rebuild:
        with opened(_writing(arguments)) as store:
            store.rebuild()
    with opened(arguments) as store:
        problems = store.verify()
    data = {"ok": not problems, "problems": problems}
    lines = problems or ["The desk is whole."]
    return Result(data, lines, REFUSED if problems else 0)


def _writing(arguments: argparse.Namespace) -> argparse.Namespace:
    """The same arguments for a command that takes the lock."""
    return argparse.Namespace(**{**vars(arguments), "command": "passphrase"})


def passphrase(arguments: argparse.Namespace) -> Result:
    """Set, change or remove the passphrase. An empty new one removes it."""
    with opened(arguments) as store:
        fresh = os.environ.get(NEW_PASSPHRASE)
        if fresh is None:
            fresh = ask_passphrase("New passphrase (empty for none): ")
            if fresh != ask_passphrase("The same again: "):
                raise Refused("The two passphrases differ; nothing was changed.")
        store.set_passphrase(fresh)
        encrypted = store.is_encrypted
    done = "The desk is encrypted." if encrypted else "The desk is not encrypted any more."
    return Result({"encrypted": encrypted}, [done])
