"""A real window on a real X server, driven by keys alone: find, open, edit, save, undo, quit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from db import Lens, load_sample, make_desk, open_desk

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20.0  # seconds for anything the window is to do, on a busy machine
NEEDED = ("Xvfb", "xdotool")

pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in NEEDED),
    reason=f"This test needs {' and '.join(NEEDED)}, and they are not here.",
)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of its own; gives its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(PATIENCE)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The sample desk."""
    path = tmp_path / "sample.desk"
    make_desk(path, name="Minerals")
    with open_desk(path) as store:
        load_sample(store)
    return path


class Keys:
    """Presses keys in the one window of a display."""

    def __init__(self, display: str) -> None:
        self.environment = {**os.environ, "DISPLAY": display}

    def __call__(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=30
        )
        return done.stdout

    def focus(self) -> None:
        """Give the window the keyboard once it is there: no window manager does it here."""
        window = wait_for(
            lambda: self("search", "--onlyvisible", "--name", "Minerals").split()[:1],
            "a window that names the desk",
        )
        self("windowfocus", "--sync", window[0])
        time.sleep(1)  # until the window knows that it has it


def wait_for(ask: Callable[[], T], what: str) -> T:
    """The first true answer within the time there is."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.1)
    pytest.fail(f"There was never {what}.")


def titles(desk: Path) -> list[str]:
    """The names of all people on the desk, as another process sees them."""
    with open_desk(desk, read_only=True) as store:
        ids = store.reader.all_ids("person", Lens(), "name")
        return [line.title for line in store.reader.lines(ids, Lens())]


def test_an_officer_finds_edits_saves_and_undoes_without_a_mouse(display: str, desk: Path) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    window = subprocess.Popen(
        [sys.executable, "main.py", str(desk)],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        keys = Keys(display)
        keys.focus()
        keys("key", "ctrl+k")
        keys("type", "--delay", "40", "rubio")
        time.sleep(1)  # the hits are there within a frame; this is for a machine that is busy
        keys("key", "Return")
        keys("key", "F2")
        time.sleep(1)
        keys("key", "End")
        keys("type", "--delay", "40", " Ruiz")
        keys("key", "ctrl+s")
        wait_for(lambda: "Marco Rubio Ruiz" in titles(desk), "the saved name")
        keys("key", "ctrl+z")
        wait_for(lambda: "Marco Rubio" in titles(desk), "the name as it was")
        keys("key", "ctrl+q")
        _, said = window.communicate(timeout=PATIENCE)
    finally:
        window.kill()
    assert window.returncode == 0
    assert said == ""
