"""What every test stands on: no screen, no officer's own folders, and nothing left running.

pytest loads this by itself; tests ask it only for the fixture `real_data`.
"""

import gc
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from db.desk_file import verify
from db.storage import engine
from db.storage.sql import Sql
from desktop.background.import_hook import stop_reading_sources
from tests import crash_at_exit
from tests.db.damage.missed import missed, need_derived

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

# Before any Qt import: Qt reads it once, when the application is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
stop_reading_sources()  # as the program does

# A desk waits for its disk at every save: where memory can be had as a disk, the tests write there.
MEMORY_DISK = Path("/dev/shm")
MIN_MEMORY_DISK_BYTES = 6 << 30
if MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > MIN_MEMORY_DISK_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY_DISK))

settings.register_profile("quick", max_examples=50, deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("quick"), derandomize=True)
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "quick"))

HOME_VARIABLES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
}
GUI_FIXTURES = {"qapp", "qtbot", "qtmodeltester"}
QUICK_KDF_ROUNDS = 2
KDF_ROUNDS = engine.KDF_ROUNDS
SLOW_PATIENCE = 3600  # seconds for a test that is marked slow, however it is started
THREAD_PATIENCE = 2.0  # seconds for a thread that was told to stop


def pytest_configure(config: pytest.Config) -> None:
    """Has a process that crashes after its last test fail the run."""
    config.pluginmanager.register(crash_at_exit)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what reads the real data, so that `-m real` chooses it; gives slow tests their time."""
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(SLOW_PATIENCE))
        if "real_data" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.real)


def pytest_collection_finish() -> None:
    """Spares every collection of garbage the walk over half a million objects of the tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data, from AIDE_MEMOIRE_DATA or beside the checkout; skips without it."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("AIDE_MEMOIRE_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"There is no real data in {folder}; set AIDE_MEMOIRE_DATA to its folder.")
    return folder


@pytest.fixture(scope="session", autouse=True)
def quick_keys() -> Iterator[None]:
    """Derives keys in no time: the true rounds take most of a test that opens encrypted desks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "KDF_ROUNDS", QUICK_KDF_ROUNDS)
        yield


@pytest.fixture(scope="session", autouse=True)
def verified_both_ways() -> Iterator[None]:
    """Has every desk that a test verifies derived anew as well: what sums prove must be so."""
    prove = verify.problems

    def verify_twice(
        sql: Sql, beside: verify.Beside = None, *, is_derived_anew: bool = False
    ) -> list[str]:
        found = prove(sql, beside, is_derived_anew=is_derived_anew)
        if not (found or is_derived_anew):
            need_derived(sql)
        elif not (is_derived_anew or any(fault.startswith("In the file ") for fault in found)):
            assert missed(found, prove(sql, is_derived_anew=True)) == [], found
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "problems", verify_twice)
        yield


@pytest.fixture
def real_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derives keys as the program does, for a desk that another process opens too."""
    monkeypatch.setattr(engine, "KDF_ROUNDS", KDF_ROUNDS)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for each test and for every process that it starts."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in HOME_VARIABLES.items():
        monkeypatch.setenv(variable, str(home / folder))
    for variable in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(variable, "")  # what the machine itself does locks no desk of a test
    return home


@pytest.fixture(autouse=True)
def dates_as_usual() -> Iterator[None]:
    """Has dates written and read as by default again after a test whose desk chose otherwise."""
    yield
    if chosen := sys.modules.get("db.dates.phrasing.date_style"):
        chosen.choose_date_style("")
        chosen.choose_date_order("")


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest, own_home: Path) -> Iterator[None]:
    """Fails a test of the screen that leaves a window or a running thread behind."""
    if GUI_FIXTURES.isdisjoint(request.fixturenames):
        yield
        return
    from PySide6.QtGui import QGuiApplication

    request.getfixturevalue("qapp")
    keep_settings_in(own_home / "config")
    windows_before = set(windows())
    threads_before = {*threading.enumerate(), *running_qt_threads()}
    from desktop.background.interpreter_tuning import interpreter_tuned_for_window

    with interpreter_tuned_for_window():
        yield
    QGuiApplication.clipboard().clear()
    left = [text for key, text in windows(collect=True).items() if key not in windows_before]
    left += running_threads(threads_before)
    if left:
        pytest.fail("The test left behind: " + ", ".join(sorted(left)))


def keep_settings_in(folder: Path) -> None:
    """Points QSettings, which looks at the environment only once, to the test's own folder."""
    from PySide6.QtCore import QSettings

    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder))


def windows(collect: bool = False) -> dict[int, str]:
    """The top-level widgets without a parent, by address, after what was to be deleted is."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    if collect:
        gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {
        getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.windowTitle()!r}"
        for widget in QApplication.topLevelWidgets()
        # Qt keeps one tool tip label for itself and hides it in its own time.
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    }


def running_threads(before: set[object]) -> list[str]:
    """The threads that are still at work after a moment's patience, Python's and Qt's."""
    from PySide6.QtCore import QThreadPool

    milliseconds = int(THREAD_PATIENCE * 1000)
    left = []
    pool = QThreadPool.globalInstance()
    if not pool.waitForDone(milliseconds):
        left.append(f"{pool.activeThreadCount()} jobs in the thread pool")
    for thread in set(threading.enumerate()).difference(before):
        # A dummy stands for a thread that Python did not start: Qt's are looked at below.
        if not isinstance(thread, threading._DummyThread):
            thread.join(THREAD_PATIENCE)
            if thread.is_alive():
                left.append(f"thread {thread.name!r}")
    for lane in running_qt_threads().difference(before):
        if not lane.wait(milliseconds):
            left.append(f"{type(lane).__name__} {lane.objectName()!r}")
    return left


def running_qt_threads() -> "set[QThread]":
    """The QThread objects at work; Qt keeps no list of them, so Python's own is searched."""
    from PySide6.QtCore import QThread
    from shiboken6 import isValid

    return {
        thing
        for thing in gc.get_objects()
        if issubclass(type(thing), QThread) and isValid(thing) and thing.isRunning()
    }
