"""The desk locks when the computer sleeps and when the system locks the session, and says nothing
to anybody where there is no bus.

Where a D-Bus daemon is installed one of its own is started, and both sides are played over it.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from pytestqt.qtbot import QtBot

from db import make_desk
from desktop.app import show_window
from desktop.session import system_lock
from desktop.session.system_buses import (
    LOGIN,
    LOGIN_MANAGER,
    LOGIN_PATH,
    LOGIN_SESSION,
    SCREEN_SAVERS,
    BusAddresses,
    session_path,
)
from desktop.session.system_lock import SystemLock
from desktop.settings import LOCK_WITH_SYSTEM, Settings
from desktop.unlocking.unlock import UnlockPage
from tests.desktop.conftest import Answers, settled

OWN = session_path("2")
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


class Locked(QObject):
    """A listener on a desk that counts how often it was locked."""

    def __init__(self, *, is_encrypted: bool = True) -> None:
        super().__init__()
        self.count = 0
        self.session: Any = SimpleNamespace(is_encrypted=is_encrypted)
        self.settings = Settings()
        self.lock = SystemLock(self.settings, lambda: self.session, self._lock, self)

    def _lock(self) -> None:
        self.count += 1
        self.session = None
        self.lock.follow_desk()


class Login(QDBusVirtualObject):
    """Plays logind: gives what keeps the computer awake, and says whether a session is locked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.calls: list[list[Any]] = []
        self.is_locked = True

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
        self.calls.append([message.member(), *message.arguments()])
        if message.member() == "Inhibit":
            with open("/dev/null", "rb") as file:
                bus.send(message.createReply(QDBusUnixFileDescriptor(file.fileno())))
        else:
            bus.send(message.createReply(QDBusVariant(self.is_locked)))
        return True


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QDBusConnection | None]:
    """The other side of a bus of the test's own, which is that of the system and the session; None
    where no daemon is installed.
    """
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        yield None
        return
    socket, file = tmp_path / "bus", tmp_path / "bus.conf"
    file.write_text(CONFIGURATION.format(socket=socket))
    process = subprocess.Popen(
        [daemon, f"--config-file={file}", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert process.stdout is not None and process.stdout.readline()
        address = f"unix:path={socket}"
        monkeypatch.setattr(system_lock, "find_buses", lambda: BusAddresses(address, address))
        other = QDBusConnection.connectToBus(address, "other side")
        assert other.registerService(LOGIN)
        yield other
    finally:
        for name in ("other side", "aide-memoire-system", "aide-memoire-session"):
            QDBusConnection.disconnectFromBus(name)
        process.kill()
        process.communicate()


def say(bus: QDBusConnection, path: str, interface: str, name: str, *values: object) -> None:
    signal = QDBusMessage.createSignal(path, interface, name)
    signal.setArguments(list(values))
    bus.send(signal)


def call_slot(lock: SystemLock, name: str, values: list[object]) -> None:
    """What a bus would do with a signal."""
    slots = {"PrepareForSleep": lock.prepare_for_sleep, "ActiveChanged": lock.follow_screen}
    slots.get(name, lambda *_: lock.lock_session())(*values)


@pytest.fixture
def desk(qapp: object) -> Locked:
    return Locked()


def test_sleep_the_lock_of_the_session_and_that_of_the_screen_lock_the_desk(desk: Locked) -> None:
    for tell in (
        lambda: desk.lock.prepare_for_sleep(True),
        lambda: desk.lock.follow_screen(True),
        desk.lock.lock_session,
    ):
        desk.session, before = SimpleNamespace(is_encrypted=True), desk.count
        tell()
        assert desk.count == before + 1
    desk.session = SimpleNamespace(is_encrypted=True)
    desk.lock.prepare_for_sleep(False)  # it has woken up
    desk.lock.follow_screen(False)
    assert desk.count == 3


def test_it_is_turned_off_and_a_plain_desk_stays_open(desk: Locked) -> None:
    desk.settings.put(LOCK_WITH_SYSTEM, "no")
    desk.lock.lock_session()
    plain = Locked(is_encrypted=False)
    plain.settings.put(LOCK_WITH_SYSTEM, "yes")
    plain.lock.lock_session()
    assert (desk.count, plain.count) == (0, 0)


def test_without_a_bus_nothing_is_listened_to(desk: Locked) -> None:
    desk.lock.follow_desk()
    desk.lock.listen(BusAddresses("unix:path=/nowhere/bus", ""))
    assert desk.lock.sleep_hold is None and desk.count == 0


@pytest.mark.parametrize(
    ("path", "interface", "name", "values"),
    [
        (LOGIN_PATH, LOGIN_MANAGER, "PrepareForSleep", [True]),
        (OWN, LOGIN_SESSION, "Lock", []),
        (OWN, "org.freedesktop.DBus.Properties", "PropertiesChanged", [LOGIN_SESSION, {}, []]),
        *[("/any", saver, "ActiveChanged", [True]) for saver in SCREEN_SAVERS[:2]],
    ],
    ids=["sleep", "lock", "hint", "screen", "screen of Gnome"],
)
def test_what_the_bus_says_locks_the_desk(
    path: str,
    interface: str,
    name: str,
    values: list[object],
    bus: QDBusConnection | None,
    desk: Locked,
    qtbot: QtBot,
) -> None:
    if bus is None:
        call_slot(desk.lock, name, values)
        assert desk.count == 1
        return
    login = Login(desk)
    assert bus.registerVirtualObject(
        LOGIN_PATH, login, QDBusConnection.VirtualObjectRegisterOption.SubPath
    )
    desk.lock.follow_desk()
    qtbot.waitUntil(lambda: desk.lock.sleep_hold is not None, timeout=2_000)
    assert [call[0] for call in login.calls] == ["Inhibit"] and login.calls[0][1] == "sleep"
    say(bus, session_path("9"), LOGIN_SESSION, "Lock")  # of somebody else
    say(bus, path, interface, name, *values)
    qtbot.waitUntil(lambda: desk.count > 0, timeout=2_000)
    assert desk.count == 1 and desk.lock.sleep_hold is None  # the computer may sleep


def test_a_window_locks_its_desk_when_the_computer_sleeps(qtbot: QtBot, tmp_path: Path) -> None:
    make_desk(tmp_path / "a.desk", "correct horse battery")
    window = show_window(tmp_path / "a.desk", settings=Settings(), ask=Answers())
    qtbot.addWidget(window)
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page.unlocked.emit("correct horse battery")
    settled(qtbot, window)
    found = window.findChild(SystemLock)
    assert isinstance(found, SystemLock) and found.is_wanted
    found.prepare_for_sleep(True)
    assert window.session is None and isinstance(window.stack.currentWidget(), UnlockPage)
    assert not found.is_wanted
