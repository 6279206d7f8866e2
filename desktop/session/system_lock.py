"""Locks the desk when the computer goes to sleep and when the system locks the officer's session.

logind and the screen savers tell it on D-Bus, which stays on this computer. Where there is no such
bus, as on other systems, nothing is heard, and the desk locks by key and by time alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import SLOT, QObject, Slot

from db import logger_for
from desktop.session.system_buses import (
    LOGIN,
    LOGIN_MANAGER,
    LOGIN_PATH,
    LOGIN_SESSION,
    SCREEN_SAVERS,
    BusAddresses,
    find_buses,
    session_path,
)
from desktop.settings import LOCK_WITH_SYSTEM

try:
    from PySide6.QtDBus import (
        QDBusConnection,
        QDBusMessage,
        QDBusPendingCallWatcher,
        QDBusUnixFileDescriptor,
        QDBusVariant,
    )
except ImportError:  # this system has no library of D-Bus
    HAS_DBUS = False
else:
    HAS_DBUS = True

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.settings import Settings

_SYSTEM_NAME, _SESSION_NAME = "aide-memoire-system", "aide-memoire-session"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_LOCKED: Final = "LockedHint"  # the property of a session whose screen is locked
_log = logger_for("window")


class SystemLock(QObject):
    """Listens once a desk with a passphrase is open. `session_now` says which desk is open, `lock`
    locks it.

    Until it is locked the computer is asked to wait with its sleep, which logind does for some
    seconds at most: what sleeps on a disk holds no key then.
    """

    def __init__(
        self,
        settings: Settings,
        session_now: Callable[[], Session | None],
        lock: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session_now = session_now
        self._lock = lock
        self._is_listening = False
        self._waiting_call: QObject | None = None
        self.sleep_hold: object = None  # what keeps the computer awake until it is let go

    @property
    def is_wanted(self) -> bool:
        """Whether there is a desk to be locked, and this is chosen."""
        session = self._session_now()
        is_open = session is not None and session.is_encrypted
        return is_open and self._settings.get(LOCK_WITH_SYSTEM) == "yes"

    def follow_desk(self) -> None:
        """Listen while there is something to be locked; keep nothing awake once it is."""
        if not self.is_wanted:
            self.sleep_hold = self._waiting_call = None
            return
        if HAS_DBUS and not self._is_listening:
            self._is_listening = True
            self.listen(find_buses())
        if self.sleep_hold is None and self._waiting_call is None:
            self._hold_sleep()

    def listen(self, buses: BusAddresses) -> None:
        """Listen on the buses that answer, from now on."""
        own = session_path(os.environ.get("XDG_SESSION_ID", ""))
        system = _connect(buses.system, _SYSTEM_NAME)
        if system is not None:
            manager = LOGIN, LOGIN_PATH, LOGIN_MANAGER, "PrepareForSleep"
            self._follow(system, *manager, "prepare_for_sleep(bool)")
            self._follow(system, LOGIN, own, LOGIN_SESSION, "Lock", "lock_session()")
        if system is not None and own:
            changed = LOGIN, own, _PROPERTIES, "PropertiesChanged"
            self._follow(system, *changed, "look_at_session(QDBusMessage)")
        session = _connect(buses.session, _SESSION_NAME)
        _log.info("listening (system %s, session %s)", system is not None, session is not None)
        if session is None:
            return
        for saver in SCREEN_SAVERS:
            self._follow(session, "", "", saver, "ActiveChanged", "follow_screen(bool)")

    def _follow(
        self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str
    ) -> None:
        # Its declaration asks for bytes; it takes what SLOT gives, and nothing else.
        bus.connect(service, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    # what the buses say

    @Slot(bool)
    def prepare_for_sleep(self, is_beginning: bool) -> None:
        """Lock before the computer sleeps."""
        if is_beginning:
            self.lock_session()

    @Slot(bool)
    def follow_screen(self, is_locked: bool) -> None:
        """Lock with the screen."""
        if is_locked:
            self.lock_session()

    @Slot()
    def lock_session(self) -> None:
        """Lock the desk, where one is open that can be."""
        if self.is_wanted:
            self._lock()

    @Slot("QDBusMessage")
    def look_at_session(self, message: QDBusMessage) -> None:
        """Ask whether the session is locked now that something of it has changed."""
        system = QDBusConnection(_SYSTEM_NAME)
        call = QDBusMessage.createMethodCall(LOGIN, message.path(), _PROPERTIES, "Get")
        call.setArguments([LOGIN_SESSION, _LOCKED])
        watcher = QDBusPendingCallWatcher(system.asyncCall(call), self)
        watcher.finished.connect(self._take_hint)

    def _take_hint(self, watcher: QDBusPendingCallWatcher) -> None:
        arguments = watcher.reply().arguments()
        watcher.deleteLater()
        found = arguments[0] if arguments else None
        if (found.variant() if isinstance(found, QDBusVariant) else found) is True:
            self.lock_session()

    # until it is locked

    def _hold_sleep(self) -> None:
        system = QDBusConnection(_SYSTEM_NAME) if HAS_DBUS else None
        if system is None or not system.isConnected():
            return
        call = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, LOGIN_MANAGER, "Inhibit")
        call.setArguments(["sleep", "Aide-Mémoire", self.tr("Locks the open desk"), "delay"])
        watcher = QDBusPendingCallWatcher(system.asyncCall(call), self)
        self._waiting_call = watcher
        watcher.finished.connect(self._take_hold)

    def _take_hold(self, watcher: QDBusPendingCallWatcher) -> None:
        if self._waiting_call is watcher:  # else the desk was locked meanwhile
            found = next(iter(watcher.reply().arguments()), None)
            self._waiting_call = None
            self.sleep_hold = found if isinstance(found, QDBusUnixFileDescriptor) else None
        watcher.deleteLater()


def _connect(address: str, name: str) -> QDBusConnection | None:
    """Return a bus that answers, None where there is none."""
    if not address:
        return None
    bus = QDBusConnection.connectToBus(address, name)
    if bus.isConnected():
        return bus
    QDBusConnection.disconnectFromBus(name)  # the name stands for what failed otherwise
    return None
