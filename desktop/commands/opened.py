"""Opening a desk for a command: its passphrase, and the lock when the command writes."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db import (
    KINDS,
    Lens,
    Locked,
    Reader,
    Refused,
    Store,
    Unavailable,
    needs_passphrase,
    open_desk,
    parse_query,
)
from desktop.commands.arguments import COMMANDS

PASSPHRASE = "AIDE_MEMOIRE_PASSPHRASE"
NEW_PASSPHRASE = "AIDE_MEMOIRE_NEW_PASSPHRASE"


def passphrase_for(arguments: argparse.Namespace, what: str) -> str:
    """The passphrase, from the file named, the variable, or a prompt."""
    if arguments.passphrase_file:
        try:
            text = Path(arguments.passphrase_file).read_text(encoding="utf-8")
        except OSError as error:
            raise Unavailable(
                f"{arguments.passphrase_file} cannot be read: {error.strerror}."
            ) from error
        return text.rstrip("\r\n")
    return os.environ.get(PASSPHRASE) or ask_passphrase(f"Passphrase of {what}: ")


def ask_passphrase(prompt: str) -> str:
    """Ask on the terminal; without one, say where the passphrase may come from."""
    if not sys.stdin or not sys.stdin.isatty():
        raise Refused(f"The desk is encrypted; put its passphrase in {PASSPHRASE} or in a file.")
    return getpass.getpass(prompt)


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Store]:
    """The desk a command works on. One that writes refuses a desk that another holds."""
    path = Path(arguments.desk)
    writes = COMMANDS[arguments.command].writes and not getattr(arguments, "preview", False)
    passphrase = passphrase_for(arguments, path.name) if needs_passphrase(path) else ""
    if writes and arguments.read_only:
        raise Refused(f"“{arguments.command}” changes the desk; leave --read-only away.")
    store = open_desk(path, passphrase, read_only=not writes)
    try:
        if writes and store.is_read_only:
            raise Locked(
                f"{path.name} is held by {store.holder}; nothing was changed."
                if store.holder
                else f"{path.name} lies where nothing can be written; nothing was changed.",
                store.holder,
            )
        yield store
    finally:
        store.close()


def find_record(reader: Reader, words: str, lens: Lens, kinds: tuple[str, ...] = KINDS) -> int:
    """The record a uid names, or the best hit of a query."""
    by_uid = reader.find(words.strip(), lens)
    if by_uid is not None:
        return by_uid
    query = parse_query(words)
    best: tuple[int, int] | None = None
    for kind in kinds:
        page = reader.page(kind, query, lens)
        if page.ids and not query.is_empty:
            fit = page.fits[0] if page.fits else 0
            if best is None or fit < best[0]:
                best = (fit, page.ids[0])
    if best is None:
        raise Refused(f"Nothing on this desk is found by “{words}”.")
    return best[1]
