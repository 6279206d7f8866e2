"""Only sockets of this computer are listened to."""

import socket
from pathlib import Path

import pytest

from desktop.session.system_buses import find_buses


@pytest.mark.parametrize(
    "address",
    [
        "tcp:host=127.0.0.1,port=9",
        "nonce-tcp:host=127.0.0.1",
        "unixexec:path=/bin/true",
        "autolaunch:",
        "launchd:env=X",
        "unix:path=/a;tcp:host=10.0.0.1",
        ";",
        "",
    ],
)
def test_what_is_no_socket_of_this_computer_is_not_listened_to(address: str) -> None:
    found = find_buses({"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address})
    assert found == ("", "")


def test_without_a_variable_the_usual_socket_is_taken_if_it_is_there(tmp_path: Path) -> None:
    given = {"DBUS_SYSTEM_BUS_ADDRESS": "", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert find_buses(given).session == ""
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        assert find_buses(given).session == f"unix:path={tmp_path}/bus"
