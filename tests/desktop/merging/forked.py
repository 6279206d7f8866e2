"""A copy of the desk under test that went its own way."""

from __future__ import annotations

from pathlib import Path

from db import HistoricalDate, Lens, Person, open_desk
from desktop.session.session import Session
from tests.desktop.desk_store import store_of


def forked_copy(session: Session, folder: Path, name: str = "other.desk") -> Path:
    """Copy the open desk; both change when the first person was born, the copy adds one."""
    path, lens = folder / name, Lens()
    store_of(session).save_copy(path)
    key = session.reader.all_ids("person", lens, "name")[0]
    here = session.reader.get(key, lens)
    assert isinstance(here, Person)
    here.born = HistoricalDate.parse("1950")
    session.save(here)
    with open_desk(path) as other:
        there = other.reader.get(key, lens)
        assert isinstance(there, Person)
        there.born = HistoricalDate.parse("1951")
        there.biography = "Of the other desk."
        other.save(there, lens)
        other.save(Person(title="Zoe Zed"), lens)
    return path
