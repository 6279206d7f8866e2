"""A file of the disk becomes an attachment: its size limit, its name, its type and its hash.

Forms and commands ask it. A name is kept without the folder before it, whichever system wrote it,
so that no record can name a place on the disk of whoever takes the file out.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
import unicodedata
from pathlib import Path
from typing import Final

from db.errors import Refused
from db.record_types import Attachment
from db.storage.files import disk

MAX_ATTACHMENT_BYTES: Final = 20_000_000  # bytes; the desk is one file, copied and mailed whole
MAX_NAME_LETTERS: Final = 200  # of a name
UNNAMED: Final = "file"
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SPELLING: Final = "\u200c\u200d"  # these belong to the spelling of Persian and Hindi


def attachment_of(path: Path) -> Attachment:
    """Return the attachment a file makes; raises Refused when it is too large or cannot be read."""
    name = bare_name(path.name)
    try:
        with disk.open_file(path) as file:
            data = file.read(MAX_ATTACHMENT_BYTES + 1)
            size = max(len(data), disk.size_of(file))
    except disk.NotAFile as refusal:
        raise Refused(f"“{name}” was not attached: {refusal}") from refusal
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise Refused(f"“{name}” was not attached: {reason}.") from error
    if size > MAX_ATTACHMENT_BYTES:
        raise Refused(
            f"“{name}” has {size / 1e6:.0f} MB; a file of a record may have"
            f" {MAX_ATTACHMENT_BYTES // 1_000_000} MB. Keep it in a folder and note where."
        )
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    digest = hashlib.sha256(data).hexdigest()
    return Attachment(
        file_name=name, media_type=media_type, size=len(data), sha256=digest, data=data
    )


def bare_name(path: str) -> str:
    """Return the last part of a file's name, without letters that are not seen; never empty.

    >>> bare_name("../../etc/passwd"), bare_name("C:\\\\x\\\\map.png"), bare_name("..")
    ('passwd', 'map.png', 'file')
    """
    letters = "".join(
        letter
        for letter in path
        if letter in _SPELLING or unicodedata.category(letter) not in _UNSEEN
    )
    last = re.split(r"[/\\]", letters.rstrip("/\\ "))[-1].strip()
    if re.match(r"[A-Za-z]:", last):  # a drive of Windows
        last = last[2:]
    if not last.strip(". "):
        return UNNAMED
    if len(last) <= MAX_NAME_LETTERS:
        return last
    stem, dot, ending = last.rpartition(".")
    if not dot or len(ending) > MAX_NAME_LETTERS // 10:
        return last[:MAX_NAME_LETTERS]
    return f"{stem[: MAX_NAME_LETTERS - len(ending) - 1]}.{ending}"
