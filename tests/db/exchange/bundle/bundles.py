"""Bundles that tests write and forge."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Entries = dict[str, bytes]


def entries_of(path: Path) -> Entries:
    """What lies in a bundle, by name."""
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def write_entries(path: Path, entries: Entries, *, hashes: bool = True) -> Path:
    """Write entries as a zip, with hashes that are right where they are wanted."""
    found = {name: data for name, data in entries.items() if name != "hashes.txt" or not hashes}
    if hashes:
        lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in found.items())
        found["hashes.txt"] = "".join(lines).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in found.items():
            book.writestr(name, data)
    return path


def forge(path: Path, entry: str, change: Callable[[list[Any]], object]) -> Path:
    """Change the lines of an entry and make the hashes right again."""
    entries = entries_of(path)
    lines = [json.loads(line) for line in entries[entry].splitlines()]
    change(lines)
    entries[entry] = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    return write_entries(path, entries)
