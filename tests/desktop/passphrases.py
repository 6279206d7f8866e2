"""Sets the passphrase of a session's desk as the window does, and waits until that is done."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db import DeskError
from desktop.session.session import Session


def set_passphrase(qtbot: QtBot, session: Session, passphrase: str) -> None:
    """Set it; a refusal is raised here."""
    refusals: list[DeskError] = []
    session.replacing.set_passphrase("Setting", passphrase, lambda: None, refusals.append)
    qtbot.waitUntil(lambda: session.job is None, timeout=20_000)
    for each in refusals:
        raise each
