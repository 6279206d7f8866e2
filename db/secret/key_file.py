"""A key file: what is drawn by chance and lies apart from a desk, which opens with both it and the
passphrase, and with neither alone.

The window and the commands join the two where a passphrase is asked for, so that whatever takes a
passphrase takes them as one: opening, copies, salvage, merging. The desk says nowhere that it has a
key file, nor which. The file is text that can be printed and typed again, and tells when it is not
as it was made.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from pathlib import Path
from typing import Final

from db.errors import Refused, Unavailable
from db.storage import passphrases
from db.storage.files import disk

SUFFIX: Final = ".key"
_HEAD: Final = "Aide-Memoire key file 1"
_SAYS: Final = (
    "This file and the passphrase together open a desk; neither does alone. Keep a copy of it apart"
    " from the desk: without it nobody can open the desk again."
)
_KEY_BYTES: Final = 32
_GROUP: Final = 8  # hexadecimal digits, for people to read and type
_CHECK_DIGITS: Final = 8
MAX_KEY_FILE_BYTES: Final = 4_096
_KEY_LINE: Final = re.compile(r"Key:((?:\s*[0-9A-Fa-f]{8}){8})\s*Check:\s*([0-9A-Fa-f]{8})\s*$")


def make_key_file(path: Path) -> None:
    """Make a key file for its owner alone; refuses a file that is there."""
    key = secrets.token_hex(_KEY_BYTES)
    groups = " ".join(key[at : at + _GROUP] for at in range(0, len(key), _GROUP)).upper()
    text = f"{_HEAD}\n{_SAYS}\n\nKey: {groups}\nCheck: {_check_of(key).upper()}\n"
    try:
        with disk.create_file(path) as file:
            file.write(text.encode("ascii"))
        disk.sync(path)
    except FileExistsError as error:
        raise Refused(f"{path} already exists; choose another name for the key file.") from error
    except OSError as error:
        raise Unavailable(f"The key file {path} cannot be made: {error.strerror}.") from error


def read_key_file(path: Path) -> str:
    """Return the key in a key file, as digits; raises Unavailable, and Refused for what is none or
    is not as it was made.
    """
    try:
        with disk.open_file(path) as file:
            content = file.read(MAX_KEY_FILE_BYTES + 1)
    except disk.NotAFile:
        raise
    except OSError as error:
        why = "it is not there" if isinstance(error, FileNotFoundError) else error.strerror
        raise Unavailable(
            f"The key file {path} cannot be read: {why}. Without it the desk does not open."
        ) from error
    text = content.decode("ascii", "replace")
    found = _KEY_LINE.search(text)
    if len(content) > MAX_KEY_FILE_BYTES or _HEAD not in text or found is None:
        raise Refused(f"{path.name} is no key file; name the one that was made for the desk.")
    key = "".join(found[1].split()).lower()
    if _check_of(key) != found[2].lower():
        raise Refused(
            f"The key file {path.name} is not as it was made: its key and its check differ. Take"
            " another copy of it, or correct what was mistyped."
        )
    return key


def join_key_file(passphrase: str, path: Path) -> str:
    """Return a passphrase and a key file as the one text that opens a desk: a space and the 64
    digits of the key come after the passphrase.
    """
    return f"{passphrase} {read_key_file(path)}"


def join_new_key_file(passphrase: str, path: Path) -> str:
    """Join a passphrase that is to be set; Refused where it could not be set without a key file."""
    return join_key_file(passphrases.to_set(passphrase), path)


def _check_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:_CHECK_DIGITS]
