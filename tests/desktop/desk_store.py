"""The tests' way behind a session: the store that it writes to, which no window may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Store
    from desktop.session.session import Session


def store_of(session: Session) -> Store:
    """The store of the desk that a session is on."""
    return session._store
