"""Which files are texts to be read, when they are dropped: the window and the dialog ask it.

A text file may be a table as well; one with tabs in its first lines is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from db import DeskError, open_file

READABLE: Final = frozenset((".txt", ".html", ".htm", ".docx", ".eml", ".pdf"))
_LOOKED_AT_BYTES: Final = 2_000  # bytes


def is_text_to_read(path: Path) -> bool:
    """Say whether a file is one that intake reads."""
    suffix = path.suffix.casefold()
    if suffix != ".txt":
        return suffix in READABLE
    try:
        with open_file(path) as file:
            return b"\t" not in file.read(_LOOKED_AT_BYTES)
    except (OSError, DeskError):
        return True  # told by who opens it
