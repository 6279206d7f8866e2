"""The folder in which copies of desks lie: those of one desk, listed, found on a stick, thinned."""

from __future__ import annotations

import os
import string
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from db.copies.copy_names import CopyFile, read_name, surplus
from db.desk_file import rewriting
from db.storage.files import lock

MIN_LEFTOVER_SECONDS: Final = 3600.0  # after which half a copy is nobody's work any more
MAX_MOUNTS: Final = 64  # places of sticks that are looked at


def list_copies(folder: Path, tag: str) -> list[CopyFile]:
    """Return the copies of one desk in a folder, the newest first; none without a folder."""
    try:
        names = [each for each in folder.iterdir() if each.name.endswith(".desk")]
    except OSError:
        return []
    found = (read_name(each) for each in names)
    copies = [each for each in found if each is not None and each.tag == tag]
    return sorted(copies, key=lambda each: (each.time, each.turn), reverse=True)


def find_folder(folder: Path, tag: str) -> Path:
    """Return where the copies of a desk lie: the folder, or that of a stick mounted elsewhere.

    A stick bears another name or letter on the next computer; what lies on it tells which it is.
    """
    if folder.is_dir():
        return folder
    parts = folder.parts[1:]
    for mount in _mounts():
        for at in range(len(parts)):
            other = mount.joinpath(*parts[at:])
            if list_copies(other, tag):
                return other
        if list_copies(mount, tag):
            return mount
    return folder


def _mounts() -> list[Path]:
    """Return where sticks and other disks are on each system."""
    if os.name == "nt":
        letters = (Path(f"{letter}:/") for letter in string.ascii_uppercase[2:])
        return [each for each in letters if each.is_dir()]
    found: list[Path] = []
    for top in MOUNT_FOLDERS:
        with suppress(OSError):
            inner = sorted(each for each in Path(top).iterdir() if each.is_dir())
            found += inner
            for each in inner:  # one folder for each officer
                with suppress(OSError):
                    found += sorted(below for below in each.iterdir() if below.is_dir())
    return found[:MAX_MOUNTS]


MOUNT_FOLDERS = ("/media", "/run/media", "/mnt", "/Volumes")


def remove_leftovers(folder: Path, tag: str) -> None:
    """Take away half copies of a desk that a kill has left some time ago."""
    with suppress(OSError):
        for each in folder.iterdir():
            name, found, _tail = each.name.rpartition(rewriting.ASIDE)
            if not found or (copy := read_name(Path(name))) is None or copy.tag != tag:
                continue
            with suppress(OSError):
                if abs(time.time() - each.stat().st_mtime) > MIN_LEFTOVER_SECONDS:
                    each.unlink()


def thin_out(folder: Path, newest: CopyFile, number: int) -> None:
    """Remove copies beyond the number kept; never the one just made, nor one that is open.

    Only those go that bear the desk's present name: who made a second desk of a file keeps both.
    """
    copies = [each for each in list_copies(folder, newest.tag) if each.stem == newest.stem]
    for each in surplus(copies, number):
        if each.path != newest.path and lock.holder_of(each.path) is None:
            with suppress(OSError):  # a stick that is only read keeps them all
                each.path.unlink()
                lock.lock_path(each.path).unlink(missing_ok=True)
