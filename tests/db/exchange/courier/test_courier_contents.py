"""What a courier says is looked at before it is believed: anything odd is refused in a sentence."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import Note, Refused, make_desk
from db.exchange.courier.courier_contents import (
    ABOUT,
    FILES,
    INDEX,
    RECORDS,
    SOURCES,
    VERDICTS,
    VIEWS,
    CourierContents,
    change_digest,
    pack_entry,
)
from db.exchange.courier.courier_file import new_courier, open_courier
from tests.db.exchange.courier.exchanged import SECRET, add, send, take
from tests.db.exchange.desks.copies import copy_desk

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    make_desk(tmp_path / "a.desk", name="Pakistan")
    add(tmp_path / "a.desk", "Ishaq Dar", notes=[Note(text="tall")])
    return tmp_path / "a.desk"


def entries_of(file: Path) -> dict[str, Any]:
    """Read a courier's documents, one of each sort."""
    with open_courier(file, SECRET) as entries:
        return {
            sort: json.loads(zlib.decompress(entries.one(sort) or b""))
            for sort in (RECORDS, INDEX, SOURCES, FILES, VIEWS, VERDICTS, ABOUT)
        }


def forge(file: Path, change: Change) -> None:
    """Write a courier anew with something else in it."""
    documents = entries_of(file)
    change(documents)
    file.unlink()
    with file.open("w+b") as into, new_courier(into, SECRET) as entries:
        for sort, document in documents.items():
            entries.add(sort, pack_entry(document))


def test_all_that_was_written_is_read(desk: Path) -> None:
    with open_courier(send(desk, "Paris"), SECRET) as entries:
        contents = CourierContents(entries)
        [carried] = contents.records.values()
        assert (carried.kind, carried.is_cut, carried.marking) == ("person", False, 0)
        now = contents.state(carried.uid).now
        assert now is not None and now["notes"][0]["text"] == "tall"
        about = contents.about
        assert (about.sender, about.to, about.number, about.since) == ("Pakistan", "Paris", 1, None)
        assert about.digests == {about.until[0]: change_digest(about.until)}


def _first(documents: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(iter(documents[RECORDS].values()))
    return found


ODD: list[tuple[str, Change]] = [
    ("format 7", lambda all_: all_[ABOUT].update(format=7)),
    ("who made it", lambda all_: all_[ABOUT].update({"from": 3})),
    ("its number", lambda all_: all_[ABOUT].update(number=-1)),
    ("its last change", lambda all_: all_[ABOUT].update(until=["x", 1, 2])),
    ("list of changes", lambda all_: all_[ABOUT].update(changes={})),
    ("a change", lambda all_: all_[ABOUT].update(changes=[[1]])),
    ("mergers", lambda all_: all_[ABOUT].update(merged={"a": 1})),
    ("list of records", lambda all_: all_[INDEX][0].pop()),
    ("list of records", lambda all_: all_[INDEX][0].__setitem__(2, "ship")),
    ("entry 99", lambda all_: all_[INDEX][0].__setitem__(4, 99)),
    ("not where it should be", lambda all_: all_[RECORDS].clear()),
    ("the uid", lambda all_: _first(all_)["now"].update(uid="x")),
    ("no such field", lambda all_: _first(all_)["now"].update(ship="x")),
    ("a part", lambda all_: _first(all_)["now"]["notes"].append("x")),
    ("a number", lambda all_: _first(all_)["now"].update(id="x")),
    ("its list of files", lambda all_: all_.update({FILES: [1]})),
    ("its sources", lambda all_: all_.update({SOURCES: [1]})),
    ("a source", lambda all_: all_[SOURCES].update(u=1)),
    ("saved searches", lambda all_: all_.update({VIEWS: []})),
    ("a saved search", lambda all_: all_[VIEWS].update(k=[{"name": 1}, None])),
    ("a verdict", lambda all_: all_[VERDICTS].append(["a", 1])),
    ("number of a source", lambda all_: all_[SOURCES].update(u={"id": "x"})),
    ("born", lambda all_: _first(all_)["now"].update(born=[1])),
    ("notes", lambda all_: _first(all_)["now"]["notes"][0].update(text=3)),
]


@pytest.mark.parametrize("says, change", ODD, ids=[each for each, _ in ODD])
def test_what_is_odd_is_refused_by_name(desk: Path, says: str, change: Change) -> None:
    other = copy_desk(desk, "b")
    add(desk, "Asim Munir", notes=[Note(text="new")])
    file = send(desk, "Paris")
    forge(file, lambda all_: _only_new(all_))
    forge(file, change)
    before = other.read_bytes()
    with pytest.raises(Refused, match=says):
        take(other, file)
    assert other.read_bytes() == before


def _only_new(documents: dict[str, Any]) -> None:
    """Leave only the record that the other desk has not."""
    index = documents[INDEX]
    documents[INDEX] = [each for each in index if each[3] == max(one[3] for one in index)]
    kept = {each[0] for each in documents[INDEX]}
    documents[RECORDS] = {uid: each for uid, each in documents[RECORDS].items() if uid in kept}


def test_an_entry_that_unpacks_to_anything_is_refused(desk: Path) -> None:
    file = send(desk, "Paris")
    with file.open("w+b") as into, new_courier(into, SECRET) as entries:
        entries.add(ABOUT, zlib.compress(b" " * (65 << 20)))
    with pytest.raises(Refused, match="cannot be read"), open_courier(file, SECRET) as entries:
        CourierContents(entries)
