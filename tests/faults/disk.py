"""The disk under the tests' own hand: `disk_shim.c` built and loaded before everything else.

Who wants it starts a process with `start`, forks, and arms the shim in the fork. It needs Linux and
a C compiler; `is_possible` says whether they are there.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from enum import IntFlag
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from tests.faults.child import Prepare

SOURCE = Path(__file__).with_name("disk_shim.c")
ROOT = Path(__file__).resolve().parents[2]
LOADED = "LD_PRELOAD"
_HEAD = struct.Struct("=ciiqqq")


class How(IntFlag):
    """How the disk is disturbed."""

    ONCE = 1  # one call fails, those after it do not
    FOR_GOOD = 2  # from that call on all fail that change something
    READS_TOO = 4  # and those that read: the disk is gone
    NO_LOCKS = 8  # locks are granted to everybody


class Step(NamedTuple):
    """One call that changed something: W a write, T a cut, S a sync, C a new file, R a new name, L
    a second one, U a removal.
    """

    what: str
    path: str
    other: str
    file: int  # its number on the disk
    place: int
    data: bytes


def is_possible() -> bool:
    """Say whether the shim can be built and loaded here."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def start(module: str, *arguments: str) -> int:
    """Run a module in a process whose disk can be disturbed; returns its exit status."""
    with tempfile.TemporaryDirectory() as folder:
        shim = str(Path(folder, "disk_shim.so"))
        options = ("-shared", "-fPIC", "-O1", "-Wall", "-Werror")
        subprocess.run(["cc", *options, "-o", shim, str(SOURCE), "-ldl"], check=True)
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.run(command, cwd=ROOT, env={**os.environ, LOADED: shim}).returncode


def is_loaded() -> bool:
    """Say whether this process has it."""
    return Path(os.environ.get(LOADED, "")).name == "disk_shim.so"


@cache
def _shim() -> ctypes.CDLL:
    shim = ctypes.CDLL(None)
    shim.shim_arm.argtypes = [
        ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_char_p
    ]  # fmt: skip
    shim.shim_count.restype = ctypes.c_long
    return shim


def failing(folder: Path, at: int, error: int, how: How) -> Prepare:
    """Return what has the disk fail below a folder from a call on."""
    return partial(_arm, folder, at, error, how, None)


def writing_down(folder: Path, log: Path) -> Prepare:
    """Return what has every call below a folder written down."""
    return partial(_arm, folder, 0, 0, How(0), log)


def locking_nothing(folder: Path) -> Prepare:
    """Return what has every lock below a folder granted."""
    return partial(_arm, folder, 0, 0, How.NO_LOCKS, None)


def _arm(folder: Path, at: int, error: int, how: How, log: Path | None) -> None:
    name = None if log is None else os.fsencode(log)
    _shim().shim_arm(os.fsencode(folder), at, error, int(how), name)


def steps_in(log: Path) -> list[Step]:
    """Return what was written down."""
    return list(_steps(log.read_bytes())) if log.exists() else []


def _steps(data: bytes) -> Iterator[Step]:
    at = 0
    while at < len(data):
        what, first, second, file, place, size = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        lengths: Sequence[int] = (first, second, size if what == b"W" else 0)
        parts = []
        for length in lengths:
            parts.append(data[at : at + length])
            at += length
        path, other, written = parts
        yield Step(what.decode(), os.fsdecode(path), os.fsdecode(other), file, place, written)
