"""One measurement with a window, in a process of its own: `python -m desktop.bench.screen WHAT …`.

It prints one JSON object. `window_figures` starts it; the variable AIDE_MEMOIRE_STARTED says when.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # nothing is imported before the clock has to pay for it
    from desktop.tabs.record_table import RecordTable
    from desktop.window.main_window import Window

STARTED = "AIDE_MEMOIRE_STARTED"
PATIENCE = 120.0  # seconds for a list to be filled
SEARCHES = ("kara", "minister trade", "ahmad", "rail transit", "a")
Answer = dict[str, Any]
_tuned = ExitStack()


def since_start() -> float:
    """Seconds since the process was asked for."""
    return (time.time_ns() - int(os.environ[STARTED])) / 1e9


def libraries() -> list[str]:
    """The modules of other people's libraries that are loaded now, in the order they came."""
    others = ("site-packages", "dist-packages")
    return [
        name
        for name, module in list(sys.modules.items())
        if any(mark in (getattr(module, "__file__", None) or "") for mark in others)
    ]


def program(path: str) -> Answer:
    """The program as `main` starts it on a desk, until its list is painted."""
    from desktop.commands import is_command

    assert not is_command([path])
    from desktop.background.import_hook import stop_reading_sources

    stop_reading_sources()  # as main.py does
    from desktop.app import make_app, show_window

    app = make_app()
    tune()
    painted: list[float] = []

    def note(rows: int) -> None:
        if rows and not painted:
            painted.append(since_start())
            app.quit()

    tell_paints(note)
    window = show_window(Path(path))
    if not painted:
        app.exec()
    window.close()
    return {"seconds": painted[0], "libraries": libraries()}


def tell_paints(note: Callable[[int], None]) -> None:
    """Have `note` called with the number of rows after each painting of a list."""
    from PySide6.QtGui import QPaintEvent

    from desktop.tabs.record_table import RecordTable

    own = RecordTable.paintEvent

    def paint(table: RecordTable, event: QPaintEvent) -> None:
        own(table, event)
        note(table.model().rowCount())

    RecordTable.paintEvent = paint  # type: ignore[assignment,method-assign]


def _tell_empty_paints(note: Callable[[int], None]) -> None:
    """The same for what stands in the place of a list without hits."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.tabs.nothing_found import NothingFound

    def paint(nothing: NothingFound, event: QPaintEvent) -> None:
        QWidget.paintEvent(nothing, event)
        note(0)

    NothingFound.paintEvent = paint  # type: ignore[assignment,method-assign]


def bare(loaded: str) -> Answer:
    """Four empty tables in a window, after importing the libraries named in a file."""
    for name in json.loads(Path(loaded).read_text(encoding="utf-8")):
        import_module(name)
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QTableView, QWidget

    painted: list[float] = []

    class Table(QTableView):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not painted:
                painted.append(since_start())
                app.quit()

    app = QApplication(["bare"])
    window = QMainWindow()
    middle = QWidget(window)
    row = QHBoxLayout(middle)
    for _ in range(4):
        row.addWidget(Table(middle))
    window.setCentralWidget(middle)
    window.resize(1280, 800)
    window.show()
    if not painted:
        app.exec()
    window.close()
    return {"seconds": painted[0]}


def jump(path: str, count: str) -> Answer:
    """Jumps to random rows of the list of people; each ends when the row is painted."""
    paints: list[int] = []
    tell_paints(paints.append)
    window = _filled(path)
    assert window.view is not None
    times = _jumps(window.view.tab.list.table, int(count), paints)
    window.close()
    return {"seconds": times}


def columns(path: str, count: str) -> Answer:
    """Jumps to random rows of each list with its usual columns, then with all of them."""
    paints: list[int] = []
    tell_paints(paints.append)
    window = _filled(path)
    assert window.view is not None
    view = window.view
    answer: Answer = {"usual": [], "every": []}
    for at in range(4):
        view.show_tab(at)
        wait(lambda: view.tab.list.model.total is not None)
        table = view.tab.list.table
        wait(lambda: view.session.background_reader.is_idle())
        answer["usual"] += _jumps(table, int(count), paints)
        table.show_columns(table.keys)
        wait(lambda: view.session.background_reader.is_idle())
        answer["every"] += _jumps(table, int(count), paints)
    window.close()
    return answer


def _jumps(table: RecordTable, count: int, paints: list[int]) -> list[float]:
    from random import Random

    from PySide6.QtWidgets import QApplication

    model, random = table.model(), Random(3)
    times = []
    for _ in range(count):
        index = model.index(random.randrange(model.rowCount()), 0)
        paints.clear()
        begun = time.perf_counter()
        table.scrollTo(index, table.ScrollHint.PositionAtTop)
        while not paints:
            QApplication.processEvents()
        times.append(time.perf_counter() - begun)
    return times


def memory(path: str) -> Answer:
    """Scrolls, sorts and searches in every tab, and asks the system for the peak."""
    window = _filled(path)
    assert window.view is not None
    view = window.view
    for at in range(4):
        view.show_tab(at)
        wait(lambda: view.tab.list.model.total is not None)
        table = view.tab.list.table
        bar = table.verticalScrollBar()
        for part in range(10):
            bar.setValue(bar.maximum() * part // 10)
            wait(lambda: True)
        for column in range(table.model().columnCount()):
            table.model().sort(column)
            wait(lambda: view.tab.list.model.total is not None)
    for text in SEARCHES:
        window.bar.search.setText(text)
        wait(lambda: True, pause=0.3)
    peak = _peak()
    window.close()
    return {"megabytes": peak}


def typing(path: str, count: str) -> Answer:
    """Types queries into the search box, letter by letter."""
    from tests.bench.typed import type_queries

    paints: list[int] = []
    tell_paints(paints.append)
    _tell_empty_paints(paints.append)
    window = _filled(path)
    assert window.view is not None
    view = window.view
    wait(lambda: view.is_whole and view.session.background_reader.is_idle())
    answer = type_queries(window, int(count), paints)
    window.close()
    return answer


def _peak() -> float:
    """The most memory this process has had, in MB of a million bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) * 1024 / 1e6
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024) / 1e6


def _filled(path: str) -> Window:
    """A window whose list of people has all its rows."""
    from desktop.background.import_hook import stop_reading_sources

    stop_reading_sources()  # as main.py does
    from desktop.app import make_app, show_window

    make_app()
    tune()
    window = show_window(Path(path))
    assert window.view is not None
    model = window.view.tab.list.model
    wait(lambda: model.total is not None)
    return window


def tune() -> None:
    """Tune the interpreter as the program does around its event loop, to the end of the process."""
    from desktop.background.interpreter_tuning import interpreter_tuned_for_window

    _tuned.enter_context(interpreter_tuned_for_window())


def wait(ready: Callable[[], bool], pause: float = 0.0) -> None:
    """Let the window work until something is so, and for a pause at least."""
    from PySide6.QtWidgets import QApplication

    from desktop.background.interpreter_tuning import collect_garbage

    begun = time.monotonic()
    while not ready() or time.monotonic() - begun < pause:
        QApplication.processEvents()
        collect_garbage()  # as the event loop does before it rests
        time.sleep(0.001)
        if time.monotonic() - begun > PATIENCE:
            raise SystemExit("The window did not come to rest.")
    QApplication.processEvents()


def turn() -> None:
    """Let the window do what it has to do just now."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()


def lock(path: str, count: str) -> Answer:
    """Locks an encrypted desk and opens it again."""
    from tests.bench.locking import time_locks

    return time_locks(Path(path), int(count))


def dossier(path: str, pages: str) -> Answer:
    """Some hundred pages printed, with the most memory that took; without a window."""
    from tests.bench.paper import print_dossier

    return {**print_dossier(Path(path), int(pages)), "megabytes": _peak()}


MEASURES: dict[str, Callable[..., Answer]] = {
    "program": program,
    "bare": bare,
    "jump": jump,
    "columns": columns,
    "memory": memory,
    "typing": typing,
    "dossier": dossier,
    "lock": lock,
}

if __name__ == "__main__":
    print(json.dumps(MEASURES[sys.argv[1]](*sys.argv[2:])))
