"""Where `bench` works: the made desk, copies of it that may be changed, other processes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db import Refused
from tests.bench.big_desk import made_desk

FOLDER = "AIDE_MEMOIRE_BENCH"  # where made desks are kept from one run to the next
STARTED = "AIDE_MEMOIRE_STARTED"  # tells a process when it was started: ns since 1970
PATIENCE = 600  # seconds for one process
ROOT = Path(__file__).resolve().parents[2]


class Ground:
    """A made desk of `size` records, and room for copies; everything but the desk goes away."""

    def __init__(self, size: int, room: Path) -> None:
        self.size = size
        self.room = room
        self._made: Path | None = None

    @property
    def desk(self) -> Path:
        """The made desk, not to be changed; made when first asked for."""
        if self._made is None:
            self._made = made_desk(kept_folder(), self.size, progress=_tell(self.size))
        return self._made

    @contextmanager
    def copy(self) -> Iterator[Path]:
        """A copy that may be changed; it is gone afterwards."""
        with self.copy_of(self.desk) as path:
            yield path

    @contextmanager
    def copy_of(self, desk: Path) -> Iterator[Path]:
        """A copy of any desk that may be changed; it is gone afterwards."""
        path = self.room / "copy.desk"
        try:
            shutil.copyfile(desk, path)
            yield path
        finally:
            for tail in ("", "-wal", "-shm", ".lock"):
                Path(f"{path}{tail}").unlink(missing_ok=True)

    def process(self, *arguments: str) -> dict[str, Any]:
        """What `desktop.bench.screen` answers in a fresh process without a screen."""
        home = str(self.room)
        places = ("HOME", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
        given = {
            **os.environ,
            **dict.fromkeys(places, home),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        }
        given[STARTED] = str(time.time_ns())
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.screen", *arguments],
            env=given,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            raise Refused(f"The window could not be measured ({arguments[0]}): {last}")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


@contextmanager
def ground(size: int) -> Iterator[Ground]:
    """A ground with an empty room beside the made desks, so that both lie on one disk."""
    folder = kept_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=folder, prefix="run-") as room:
        yield Ground(size, Path(room))


def kept_folder() -> Path:
    """Where made desks lie from one run to the next."""
    given = os.environ.get(FOLDER)
    return Path(given) if given else Path(tempfile.gettempdir()) / "aide-memoire-bench"


def _tell(size: int) -> Any:
    """A line on the terminal while records are made; nothing elsewhere."""

    def tell(done: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done >= size else ""
            sys.stderr.write(f"\rMaking a desk: {done:,} of {size:,} records{end}")
            sys.stderr.flush()

    return tell
