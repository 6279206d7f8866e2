"""A window's modules are loaded without their sources being read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COUNTED = (
    "import linecache;"
    "print(sum('{root}' in each or 'sqlmodel' in each for each in linecache.cache))"
)


def sources_read(before: str) -> int:
    """How many sources of ours and of SQLModel Python holds when a window could be opened."""
    count = COUNTED.format(root=ROOT / "desktop")
    lines = f"{before}\nimport desktop.app, sqlmodel\n{count}"
    done = subprocess.run(
        [sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_pyside_reads_every_source_unless_it_is_stopped() -> None:
    """Where this fails PySide has another hook, and the module can go or must be changed."""
    assert sources_read("import PySide6.QtCore") > 50


def test_no_source_is_read_where_the_hook_is_stopped() -> None:
    stopped = "from desktop.background.import_hook import stop_reading_sources as stop; stop()"
    assert sources_read(stopped) == 0


def test_the_program_stops_the_hook_before_its_window_is_loaded() -> None:
    main = (ROOT / "main.py").read_text("utf-8")
    stopped, loaded = main.find("stop_reading_sources()"), main.find("from desktop.app import")
    assert 0 < stopped < loaded
