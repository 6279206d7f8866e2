"""The commands on the file itself: new, info, verify, passphrase."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from db import (
    FormerCopy,
    Refused,
    join_new_key_file,
    list_former_copies,
    load_sample,
    local_time,
    make_desk,
    open_desk,
)
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import (
    NEW_PASSPHRASE,
    PASSPHRASE,
    ask_twice,
    open_store,
    passphrase_in,
    propose_phrase,
    with_new_key_file,
)
from desktop.commands.console.output import REFUSED, Result, say
from desktop.commands.console.text_table import align_rows, count_phrase


def new(arguments: argparse.Namespace) -> Result:
    """Make a desk, with the sample records if asked."""
    path = Path(arguments.desk)
    if path.exists():
        raise Refused(f"{path} already exists; choose another name.")
    wants_key = arguments.propose or arguments.new_key_file or arguments.key_file
    passphrase = _first_passphrase(arguments) if arguments.encrypt or wants_key else ""
    passphrase = _with_first_key_file(arguments, passphrase)
    says = make_desk(path, passphrase, name="Pakistan – United States" if arguments.sample else "")
    if says:
        say(says)
    if arguments.sample:
        with open_desk(path, passphrase) as store:
            load_sample(store)
    with open_desk(path, passphrase, read_only=True) as store:
        counts = store.info(lens_of(arguments)).records
    count_text = ", ".join(count_phrase(count, kind) for kind, count in counts.items())
    how = "encrypted, " if passphrase else ""
    data = {"file": str(path), "encrypted": bool(passphrase), "records": counts}
    return Result(data, [f"{path} is made: {how}{count_text}."])


def _with_first_key_file(arguments: argparse.Namespace, passphrase: str) -> str:
    if arguments.new_key_file:
        return with_new_key_file(passphrase, arguments.new_key_file)
    path = arguments.key_file
    return join_new_key_file(passphrase, Path(path)) if path and passphrase else passphrase


def _first_passphrase(arguments: argparse.Namespace) -> str:
    """Return the passphrase of a desk to be made: asked for twice, because nothing can find it
    again.
    """
    if arguments.propose:
        return propose_phrase()
    if arguments.passphrase_file:
        return passphrase_in(Path(arguments.passphrase_file), to_set=True)
    first = os.environ.get(PASSPHRASE) or ask_twice("Passphrase: ", PASSPHRASE)
    if not first:
        raise Refused("An encrypted desk needs a passphrase; it was empty.")
    return first


def info(arguments: argparse.Namespace) -> Result:
    """Return what a desk is."""
    with open_store(arguments) as store:
        found = store.info(lens_of(arguments))
    data = {
        "version": found.version,
        "encrypted": found.encrypted,
        "records": found.records,
        "size": found.size,
        "changed": found.changed,
        "lock": found.lock,
    }
    rows = [[kind, f"{count:,}"] for kind, count in found.records.items()]
    rows += [
        ["size", f"{found.size:,} bytes"],
        ["last changed", local_time(found.changed)],
        ["encrypted", "yes" if found.encrypted else "no"],
        ["held by", found.lock or "nobody"],
    ]
    return Result(data, align_rows(rows))


def verify(arguments: argparse.Namespace) -> Result:
    """Say whether the desk is whole; with --rebuild the full text is made anew first, with --repair
    all that is derived.
    """
    writes = arguments.rebuild or arguments.repair
    with open_store(arguments, writes=writes, to_verify=True) as store:
        if arguments.repair:
            store.repair()
        elif arguments.rebuild:
            store.rebuild()
        problems = store.verify()
    data = {"ok": not problems, "problems": problems}
    lines = problems or ["The desk is whole."]
    return Result(data, lines, REFUSED if problems else 0)


def passphrase(arguments: argparse.Namespace) -> Result:
    """Set, change or remove the passphrase. An empty new one removes it."""
    with open_store(arguments) as store:
        fresh = propose_phrase() if arguments.propose else os.environ.get(NEW_PASSPHRASE)
        if fresh is None:
            fresh = ask_twice("New passphrase (empty for none): ", NEW_PASSPHRASE)
        store.set_passphrase(with_new_key_file(fresh, arguments.new_key_file))
        encrypted = store.is_encrypted
        former = list_former_copies(store.copies)
    done = "The desk opens without a passphrase; whoever has the file can read it."
    if encrypted and arguments.new_key_file:
        done = "The desk opens with the new passphrase and the key file, and with neither alone."
    elif encrypted:
        end = " alone; its key file is not needed any more" if arguments.key_file else ""
        done = f"The desk opens with the new passphrase{end}."
    now = datetime.now()
    copies = [
        {
            "file": str(each.path),
            "made": each.time.isoformat(sep=" "),
            "days": each.age_days(now),
            "encrypted": not each.is_plain,
        }
        for each in former
    ]
    return Result({"encrypted": encrypted, "copies": copies}, [done, *_former_lines(former, now)])


def _former_lines(former: Sequence[FormerCopy], now: datetime) -> list[str]:
    """Return a sentence on the copies that open as before, and a line for each of them."""
    if not former:
        return []
    rows = [
        [f"{each.age_days(now)} days", "no passphrase" if each.is_plain else "", str(each.path)]
        for each in former
    ]
    return ["These known copies still open as before, until they are deleted:", *align_rows(rows)]
