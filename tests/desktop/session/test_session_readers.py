"""Readers are made when they are asked for, and closed while the file is replaced."""

from __future__ import annotations

from db import open_desk
from desktop.session.session import Session
from desktop.session.session_readers import SessionReaders
from tests.desktop.desk_store import store_of


def test_they_are_opened_anew_after_all_were_closed(session: Session) -> None:
    with open_desk(session.path, read_only=True) as store:
        readers = SessionReaders(store, session)
        first, for_print = readers.background_reader, readers.print_reader
        with readers.close_meanwhile():
            pass
        assert readers.background_reader is not first and readers.print_reader is not for_print
        readers.close()
    assert store_of(session).verify() == []
