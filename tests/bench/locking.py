"""Locking a desk and opening it again, beside their limits: a frame of patience, and what SQLCipher
itself takes to derive the key.

A lock lasts until the page that asks for the passphrase is painted, with the file closed behind it.
It is measured with text that is not saved, which is kept as a draft, and without.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import open_desk
from desktop.commands.console.output import say
from tests.bench.figure import Figure, against_floor, within_limit
from tests.bench.ground import Ground

if TYPE_CHECKING:
    from desktop.window.main_window import Window

LOCKS = 15  # with text that is not saved, and as many without
LOCK_LIMIT = 100.0  # ms
PASSPHRASE = "horse battery staple"


@contextmanager
def _encrypted(ground: Ground) -> Iterator[Path]:
    """Yield a copy of the made desk under a passphrase."""
    with ground.copy() as path:
        with open_desk(path) as store:
            store.set_passphrase(PASSPHRASE)
        yield path
    shutil.rmtree(path.parent / "copies", ignore_errors=True)


def lock(ground: Ground) -> Figure:
    """From the key to a window that shows nothing of the desk, whose file is closed."""
    with _encrypted(ground) as path:
        answer = ground.process("lock", str(path), str(LOCKS))
    for what in ("plain", "typed"):
        times = [1000 * each for each in answer[what]]
        middle = sorted(times)[len(times) // 2]
        words = "with text that is not saved" if what == "typed" else "with all saved"
        say(f"Locked {words} in {middle:.1f} ms, {max(times):.1f} at worst.")
    return within_limit(answer["typed"], LOCK_LIMIT, 50)


def unlock(ground: Ground) -> Figure:
    """From the passphrase to the open desk, beside a connection of SQLCipher's own; how long
    it is from Enter to the painted list is told.
    """
    with _encrypted(ground) as path:
        answer = ground.process("lock", str(path), str(LOCKS))
    painted = against_floor(answer["painted"], answer["floor"])
    say(
        f"From Enter to the painted list {painted.ours:.3f} s, {painted.ratio:.2f} times the floor."
    )
    return against_floor(answer["opened"], answer["floor"])


def time_locks(path: Path, count: int) -> dict[str, Any]:
    """Lock and unlock a window by turns; the floor is taken beside each."""
    from desktop.app import make_app, show_window
    from desktop.unlocking.unlock import UnlockPage
    from tests.bench import screen

    make_app()
    screen.tune()
    painted: list[float] = []  # moments: what is made after the paint is not waited for
    screen.tell_paints(lambda rows: painted.append(time.perf_counter()) if rows else None)
    window = show_window(path)
    answer: dict[str, Any] = {each: [] for each in ("plain", "typed", "opened", "painted", "floor")}
    for turn in range(2 * count + 1):
        answer["floor"].append(_derive_plainly(path))
        answer["opened"].append(_open_alone(path))
        page = window.stack.currentWidget()
        assert isinstance(page, UnlockPage)
        page.line.setText(PASSPHRASE)
        painted.clear()
        begun = time.perf_counter()
        page.line.returnPressed.emit()
        while not painted:
            screen.turn()
        answer["painted"].append(painted[0] - begun)
        screen.wait(lambda: window.view is not None and window.view.is_whole)
        if turn:  # at the first lock all that it needs is loaded
            what = "typed" if turn % 2 else "plain"
            answer[what].append(_lock(window, is_typed=what == "typed"))
        else:
            _lock(window, is_typed=True)
        screen.wait(lambda: True, pause=0.05)
    window.close()
    return answer


def _lock(window: Window, *, is_typed: bool) -> float:
    from tests.bench import screen

    view = window.view
    assert view is not None
    view.tab.walk(1)
    screen.wait(lambda: view.session.background_reader.is_idle(), pause=0.2)
    if is_typed:
        view.tab.edit()
        form = view.tab.pane.form
        assert form is not None
        screen.wait(lambda: True, pause=0.5)
        _type(form)
        assert form.is_dirty()
    begun = time.perf_counter()
    window.menus.action("lock").trigger()
    screen.turn()  # the other page is painted
    return time.perf_counter() - begun


def _type(form: Any) -> None:
    """Type into the field of the name."""
    field = form
    while field.focusProxy() is not None:
        field = field.focusProxy()
    field.insertPlainText("x")


def _derive_plainly(path: Path) -> float:
    """Open the file as any program does that knows SQLCipher, and read its first page."""
    from sqlcipher3 import dbapi2

    begun = time.perf_counter()
    raw = dbapi2.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    raw.execute(f"PRAGMA key = '{PASSPHRASE}'")
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    spent = time.perf_counter() - begun
    raw.close()
    return spent


def _open_alone(path: Path) -> float:
    begun = time.perf_counter()
    store = open_desk(path, PASSPHRASE)
    spent = time.perf_counter() - begun
    store.close()
    return spent
