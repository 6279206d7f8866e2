"""Where the system speaks of sleep and of its lock: buses on this computer alone, never a network.

`SystemLock` asks it. Whatever is no socket of this computer is not listened to, nor is a bus that a
program would have to be started for. Elsewhere than on systems with D-Bus there is none.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

_SYSTEM_SOCKETS: Final = ("/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket")
_LOCAL: Final = "unix:"  # the one kind of address that is a socket; `unixexec:` starts a program

LOGIN: Final = "org.freedesktop.login1"
LOGIN_PATH: Final = "/org/freedesktop/login1"
LOGIN_MANAGER: Final = f"{LOGIN}.Manager"
LOGIN_SESSION: Final = f"{LOGIN}.Session"
#: What says on the officer's own bus that the screen is locked, desktop by desktop.
SCREEN_SAVERS: Final = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)


class BusAddresses(NamedTuple):
    """The addresses of the buses of the system and of the officer's session; "" for none."""

    system: str
    session: str


def find_buses(environment: Mapping[str, str] = os.environ) -> BusAddresses:
    """Return the buses that are there.

    >>> find_buses({"DBUS_SYSTEM_BUS_ADDRESS": "tcp:host=10.0.0.1,port=9"}).system
    ''
    >>> find_buses({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/7/bus,guid=9a"}).session
    'unix:path=/run/user/7/bus,guid=9a'
    """
    system = environment.get("DBUS_SYSTEM_BUS_ADDRESS")
    if system is None:
        system = next((f"{_LOCAL}path={path}" for path in _SYSTEM_SOCKETS if _is_there(path)), "")
    session = environment.get("DBUS_SESSION_BUS_ADDRESS")
    if session is None:
        path = f"{environment.get('XDG_RUNTIME_DIR', '')}/bus"
        session = f"{_LOCAL}path={path}" if _is_there(path) else ""
    return BusAddresses(_local_or_none(system), _local_or_none(session))


def session_path(name: str) -> str:
    """Return where logind speaks of a session, by its name; "" of none, which means of any.

    >>> session_path("2"), session_path("c1"), session_path("")
    ('/org/freedesktop/login1/session/_32', '/org/freedesktop/login1/session/c1', '')
    """
    if not name:
        return ""
    letters = (
        each if each.isascii() and each.isalnum() and (at or not each.isdecimal()) else _code(each)
        for at, each in enumerate(name)
    )
    return f"{LOGIN_PATH}/session/{''.join(letters)}"


def _code(letter: str) -> str:
    return "".join(f"_{byte:02x}" for byte in letter.encode())


def _is_there(path: str) -> bool:
    return os.name == "posix" and Path(path).is_socket()


def _local_or_none(addresses: str) -> str:
    """Return addresses that are sockets of this computer one and all; "" otherwise."""
    parts = [each for each in addresses.split(";") if each]
    return addresses if parts and all(each.startswith(_LOCAL) for each in parts) else ""
