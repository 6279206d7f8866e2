"""Opening a desk for a command: its passphrase, the lock when the command writes, and the record
that a uid or a query means.
"""

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
    NO_LIMIT,
    DeskError,
    Lens,
    Locked,
    Reader,
    Refused,
    Store,
    Unavailable,
    best_hits,
    draw_phrase,
    is_same_passphrase,
    join_key_file,
    join_new_key_file,
    make_key_file,
    needs_passphrase,
    open_desk,
    open_file,
    open_to_verify,
    parse_query,
    passphrase_fault,
    phrase_bits,
)
from desktop.commands.console import terminal_progress
from desktop.commands.console.command_table import COMMANDS
from desktop.commands.console.output import WrongUsage, say
from desktop.preferences.preference_values import adopt_desk, copy_plan
from desktop.settings import Settings

PASSPHRASE = "AIDE_MEMOIRE_PASSPHRASE"
NEW_PASSPHRASE = "AIDE_MEMOIRE_NEW_PASSPHRASE"
MAX_PASSPHRASE_BYTES = 4096  # bytes of a passphrase file


def passphrase_for(arguments: argparse.Namespace, what: str) -> str:
    """Return the passphrase, with the key file where one is named."""
    return with_key_file(_typed_passphrase(arguments, what), arguments.key_file)


def with_key_file(passphrase: str, key_file: str | None) -> str:
    """Return a passphrase with the key file that is named, if one is."""
    return join_key_file(passphrase, Path(key_file)) if key_file else passphrase


def with_new_key_file(passphrase: str, key_file: str | None) -> str:
    """Return a passphrase that is to be set with the key file that is named, which is made where
    there is none.
    """
    if not key_file:
        return passphrase
    path = Path(key_file)
    if not passphrase:
        raise Refused("A key file goes with a passphrase; give one. Nothing was changed.")
    if not os.path.lexists(path):
        make_key_file(path)
        say(f"The key file {path} is made. Keep a copy of it apart from the desk.")
    return join_new_key_file(passphrase, path)


def propose_phrase() -> str:
    """Return words drawn by chance, and tell them once, apart from the answer."""
    phrase = draw_phrase()
    say(f"The passphrase, of {phrase_bits()} bits by chance: {phrase}")
    return phrase


def _typed_passphrase(arguments: argparse.Namespace, what: str) -> str:
    """Return the passphrase, from the file named, the variable, or a prompt."""
    if arguments.passphrase_file:
        return passphrase_in(Path(arguments.passphrase_file))
    lacking = (
        f"{what} is encrypted, or is not a desk; put its passphrase in the variable {PASSPHRASE}"
        " or in a file named by --passphrase-file."
    )
    return os.environ.get(PASSPHRASE) or ask_passphrase(f"Passphrase of {what}: ", lacking)


def passphrase_in(path: Path, *, to_set: bool = False) -> str:
    """Return the first line of a file in UTF-8, without the end of the line and otherwise as it is.

    Desks opened with more than `MAX_PASSPHRASE_BYTES` bytes were set with the first of them.
    """
    try:
        with open_file(path) as file:
            line = file.readline(MAX_PASSPHRASE_BYTES + 1).removesuffix(b"\n").removesuffix(b"\r")
        first = line[:MAX_PASSPHRASE_BYTES].decode("utf-8-sig")
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Unavailable(f"{path} holds no passphrase: it is not text in UTF-8.") from error
    if to_set and len(line) > MAX_PASSPHRASE_BYTES:
        raise Refused(
            f"{path} holds no passphrase: its first line has over {MAX_PASSPHRASE_BYTES} bytes."
        )
    if not first:
        raise Refused(f"{path} holds no passphrase: its first line is empty.")
    return first


def ask_passphrase(prompt: str, lacking: str) -> str:
    """Ask on the terminal; without one, refuse with a sentence on where it may come from."""
    if not sys.stdin or not sys.stdin.isatty():
        raise Refused(lacking)
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise Refused("No passphrase was given; nothing was changed.") from error


def ask_twice(prompt: str, variable: str) -> str:
    """Ask for a passphrase that nobody can look up later, so the same must be typed twice."""
    lacking = f"A new passphrase is needed; put it in the variable {variable}."
    fresh = ask_passphrase(prompt, lacking)
    if fresh and (fault := passphrase_fault(fresh)):
        raise Refused(fault)
    if not is_same_passphrase(fresh, ask_passphrase("Repeat passphrase: ", lacking)):
        raise Refused("The two passphrases differ; nothing was changed.")
    return fresh


@contextmanager
def open_store(
    arguments: argparse.Namespace,
    *,
    writes: bool | None = None,
    to_verify: bool = False,
    is_read_otherwise: bool = False,
) -> Iterator[Store]:
    """Yield the desk a command works on. One that writes refuses a desk that another holds, unless
    it `is_read_otherwise`.

    `to_verify` opens one whose schema is broken as well.
    """
    path = Path(arguments.desk)
    if writes is None:
        # A preview does all that the import would, and takes it back: it needs the lock as well.
        writes = COMMANDS[arguments.command].writes
    if writes and arguments.read_only:
        raise Refused(f"“{arguments.command}” changes the desk; leave --read-only away.")
    store = _open_for(arguments, path, writes=writes, to_verify=to_verify)
    try:
        if writes and store.is_read_only and not is_read_otherwise:
            raise Locked(
                f"{path.name} is held by {store.holder}; nothing was changed."
                if store.holder
                else f"{path.name} cannot be written to; nothing was changed.",
                store.holder,
            )
        yield store
        store.copies.keep_where_many()
    except (DeskError, WrongUsage, OSError):
        raise
    except Exception as error:  # a bug, unless what was read is what is broken
        damage = store.damage_behind()
        if damage is not None:
            raise damage from error
        raise
    finally:
        for note in store.notes:
            say(note)
            arguments.met_damage = True
        for failure in store.copies.failures:
            say(failure)
        store.close()


def _open_for(arguments: argparse.Namespace, path: Path, *, writes: bool, to_verify: bool) -> Store:
    passphrase = passphrase_for(arguments, path.name) if needs_passphrase(path) else ""
    if to_verify:
        store = open_to_verify(path, passphrase, read_only=not writes)
    else:
        store = open_desk(
            path,
            passphrase,
            read_only=not writes,
            plan=copy_plan(Settings()),
            stages=terminal_progress.upgrade_stages(),
        )
        adopt_desk(store, Settings())
        if store.needs_compacting:  # what a kill has left of it
            store.compact(terminal_progress.on_terminal())
    if store.says:
        say(store.says)
    return store


def find_record(reader: Reader, words: str, lens: Lens, kinds: tuple[str, ...] = KINDS) -> int:
    """Return the record a uid names, or the best hit of a query."""
    by_uid = reader.find(words.strip(), lens)
    if by_uid is not None:
        return by_uid
    query = parse_query(words)
    pages = {} if query.is_empty else {kind: reader.page(kind, query, lens) for kind in kinds}
    best = best_hits(pages, 1)
    if not best:
        raise Refused(f"Nothing on this desk is found by “{words}”.")
    return best[0].id


def named_record(reader: Reader, words: str, lens: Lens, kinds: tuple[str, ...] = KINDS) -> int:
    """Return the record a uid or a name means without doubt: what is about to be changed is not
    guessed.

    A name counts when it is the whole title of just one record, or finds just one by its name.
    """
    by_uid = reader.find(words.strip(), lens)
    if by_uid is not None:
        return by_uid
    query = parse_query(words)
    pages = {} if query.is_empty else {kind: reader.page(kind, query, lens) for kind in kinds}
    hits = best_hits(pages, NO_LIMIT)
    if not hits:
        raise Refused(f"Nothing on this desk is found by “{words}”.")
    exact = [hit.id for hit in hits if hit.fit == 0]
    if len(exact) == 1:
        return exact[0]
    if len(hits) == 1:
        return hits[0].id
    best = [hit.id for hit in hits[:3]]
    names = "; ".join(f"{line.title} ({line.uid})" for line in reader.lines(best, lens))
    raise Refused(f"“{words}” may be one of {len(hits)}: {names}. Give the uid of the one meant.")
