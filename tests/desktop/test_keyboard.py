"""A real window on a real X server, driven by keys alone: find, open, edit, save, undo, quit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import pytest

from db import Event, Lens, Person, load_sample, make_desk, open_desk

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0  # seconds for anything the window is to do, on a busy machine
LOOK_SECONDS = 0.15  # between two looks at a program
LOOKS_AT_REST = 4  # looks in which a program has not worked that rests
MAX_TICKS_AT_REST = 1  # of the system; a blinking cursor takes one now and then
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
    """Presses keys in the one program of a display, each once the program rests."""

    def __init__(self, display: str, program: int) -> None:
        self.environment = {**os.environ, "DISPLAY": display}
        self.program = program

    def __call__(self, *words: str) -> str:
        self.rest()
        return self.ask(*words)

    def ask(self, *words: str) -> str:
        """Say something to the X server at once."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=30
        )
        return done.stdout

    def rest(self) -> None:
        """Wait until the program does nothing: on a busy machine a window is there before it can
        take a key. One that works on though nothing is asked of it is a fault.
        """
        end = time.monotonic() + PATIENCE
        spent: list[int] = []
        while time.monotonic() < end:
            spent.append(self.spent())
            if len(spent) >= LOOKS_AT_REST and spent[-1] - spent[-LOOKS_AT_REST] <= (
                MAX_TICKS_AT_REST
            ):
                return
            time.sleep(LOOK_SECONDS)
        pytest.fail(f"The window never rests: {spent[-1] - spent[0]} ticks in {PATIENCE:.0f} s.")

    def spent(self) -> int:
        """The time that the program has worked, in ticks of the system."""
        with suppress(OSError):  # it has ended
            told = Path(f"/proc/{self.program}/stat").read_text().rpartition(")")[2].split()
            return int(told[11]) + int(told[12])
        return 0

    def focus(self, title: str = "Minerals") -> None:
        """Give a window the keyboard once it is there: no window manager does it here."""
        self.rest()
        window = wait_for(
            lambda: self.ask("search", "--onlyvisible", "--name", title).split()[:1],
            f"a window called {title}",
        )
        self("windowfocus", "--sync", window[0])


def wait_for(ask: Callable[[], T], what: str) -> T:
    """The first true answer within the time there is."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.1)
    pytest.fail(f"There was never {what}.")


def born(desk: Path, title: str) -> str:
    """When a person on the desk was born, as another process sees it."""
    with open_desk(desk, read_only=True) as store:
        for key in store.reader.all_ids("person", Lens(), "name"):
            record = store.reader.get(key, Lens())
            if isinstance(record, Person) and record.title == title and record.born:
                return record.born.edtf
    return ""


def titles(desk: Path) -> list[str]:
    """The names of all people on the desk, as another process sees them."""
    with open_desk(desk, read_only=True) as store:
        ids = store.reader.all_ids("person", Lens(), "name")
        return [line.title for line in store.reader.lines(ids, Lens())]


@contextmanager
def running(desk: Path, display: str) -> Iterator[tuple[subprocess.Popen[str], Keys]]:
    """The program with its window in front; it must end by itself, and say nothing."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    window = subprocess.Popen(
        [sys.executable, "main.py", str(desk)],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        keys = Keys(display, window.pid)
        keys.focus()
        yield window, keys
        keys.focus()
        keys("key", "ctrl+q")
        _, said = window.communicate(timeout=PATIENCE)
    finally:
        window.kill()
    assert window.returncode == 0
    assert said == ""


def test_an_officer_finds_edits_saves_and_undoes_without_a_mouse(display: str, desk: Path) -> None:
    with running(desk, display) as (_, keys):
        keys("key", "ctrl+k")
        keys("type", "--delay", "40", "rubio")
        keys("key", "Return")
        keys("key", "F2")
        keys("key", "End")
        keys("type", "--delay", "40", " Ruiz")
        keys("key", "ctrl+s")
        wait_for(lambda: "Marco Rubio Ruiz" in titles(desk), "the saved name")
        keys("key", "ctrl+z")
        wait_for(lambda: "Marco Rubio" in titles(desk), "the name as it was")


MAX_IMPORT_ACTIONS = 6


def test_a_file_is_imported_with_a_corrected_column_in_few_actions(
    display: str, desk: Path, tmp_path: Path
) -> None:
    """The corrected column is the sixth: what is wrong may stand anywhere."""
    table = tmp_path / "list.csv"
    table.write_text(
        "name,a,gender,country,c,Wiegenfest,d\nAna Ruiz,1,f,Peru,3,1961-04-03,4\n", "utf-8"
    )
    actions = 0

    def act(*words: str) -> None:
        nonlocal actions
        actions += 1
        keys(*words)

    with running(desk, display) as (_, keys):
        act("key", "ctrl+i")
        keys.focus("Import files")
        act("type", "--delay", "20", str(table))
        act("key", "Return")
        keys.focus("^Import")
        act("type", "--delay", "20", "6born")
        act("key", "Return")
        keys.rest()
    assert born(desk, "Ana Ruiz") == "1961-04-03"
    assert actions <= MAX_IMPORT_ACTIONS


def who_took_part(desk: Path, title: str) -> list[str]:
    """The records that an event links to, as another process sees them."""
    with open_desk(desk, read_only=True) as store:
        for key in store.reader.all_ids("event", Lens(), "when"):
            record = store.reader.get(key, Lens())
            if isinstance(record, Event) and record.title == title:
                return [each.who.title for each in record.participants if each.who is not None]
    return []


def test_an_officer_makes_links_and_prints_a_record_without_a_mouse(
    display: str, desk: Path, tmp_path: Path
) -> None:
    """One of those who took part is on the desk, the other is made with the event."""
    paper = tmp_path / "call.pdf"
    with running(desk, display) as (_, keys):
        keys("key", "ctrl+4")
        keys("key", "ctrl+n")
        keys("type", "--delay", "40", "Call on ports")
        keys("key", "ctrl+Next")  # to the participants
        keys("type", "--delay", "40", "rubio")
        keys("key", "Return", "ctrl+Return")
        keys("type", "--delay", "40", "Nora Quist")
        keys("key", "Down", "Return")
        keys("key", "ctrl+s")
        wait_for(lambda: who_took_part(desk, "Call on ports"), "the event that was made")
        assert who_took_part(desk, "Call on ports") == ["Marco Rubio", "Nora Quist"]
        keys("key", "ctrl+p")
        keys.focus("Call on ports")
        keys("key", "ctrl+s")
        keys.focus("Save as PDF")
        keys("key", "ctrl+a")
        keys("type", "--delay", "20", str(paper))
        keys("key", "Return")
        wait_for(paper.exists, "the printed event")
        keys("key", "Escape")
        keys.focus()
        keys("key", "ctrl+z")
        wait_for(lambda: not who_took_part(desk, "Call on ports"), "the desk as it was")
        assert "Nora Quist" not in titles(desk)
    assert paper.read_bytes().startswith(b"%PDF")
