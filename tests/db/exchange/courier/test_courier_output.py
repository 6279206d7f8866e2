"""A courier goes to one desk, is remembered when it went, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import (
    Lens,
    Locked,
    Refused,
    Unavailable,
    courier_desks,
    make_desk,
    open_desk,
    write_courier,
)
from db.exchange.desks.exchanges import PREFIX
from tests.db.exchange.courier.exchanged import SECRET, add, send, send_told, take
from tests.db.exchange.desks.copies import LENS, copy_desk


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    make_desk(tmp_path / "a.desk", name="Pakistan")
    add(tmp_path / "a.desk", "Ishaq Dar")
    return tmp_path / "a.desk"


def names(desk: Path) -> list[str]:
    with open_desk(desk, read_only=True) as store:
        return [each.name for each in courier_desks(store.reader)]


def test_the_desk_that_is_meant_is_named_or_the_only_one(desk: Path) -> None:
    assert send_told(desk).to == "Other desk"
    assert send_told(desk, " paris ").to == "paris"
    assert (send_told(desk, "PARIS").to, send_told(desk, "Paris").number) == ("paris", 3)
    assert names(desk) == ["Other desk", "paris"]
    with pytest.raises(Refused, match="“Other desk”, “paris”"):
        send(desk)


def test_both_sides_know_each_other_by_name(desk: Path) -> None:
    other = copy_desk(desk, "b")
    take(other, send(desk, "Paris"))
    assert names(desk) == ["Paris"] and names(other) == ["Pakistan"]


def test_a_first_one_may_begin_where_a_copy_was_made(desk: Path) -> None:
    with open_desk(desk) as store:
        since = store.reader.last_change()
    add(desk, "Asim Munir")
    assert send_told(desk, "Paris", since=since).written == {"people": 1}
    assert send_told(desk, "Rome").written == {"people": 2}
    with pytest.raises(Refused, match="no change 99"):
        send(desk, "Bern", since=99)


def test_a_file_that_cannot_be_written_is_not_remembered(desk: Path, tmp_path: Path) -> None:
    with pytest.raises((Refused, Unavailable)):
        send(desk, "Paris", "nowhere/c.courier")
    (tmp_path / "folder").mkdir()
    with pytest.raises(Refused, match="folder"):
        send(desk, "Paris", "folder")
    with open_desk(desk) as store, pytest.raises(Refused, match="passphrase"):
        write_courier(store, tmp_path / "c", LENS, "x", to="Paris")
    assert names(desk) == [] and not list(tmp_path.glob("*c*part*"))


def test_a_desk_that_is_only_read_makes_none(desk: Path, tmp_path: Path) -> None:
    with open_desk(desk, read_only=True) as store, pytest.raises((Refused, Locked)):
        write_courier(store, tmp_path / "c", Lens(), SECRET)


def test_nothing_is_sent_of_an_empty_desk(tmp_path: Path) -> None:
    make_desk(tmp_path / "empty.desk")
    with pytest.raises(Refused, match="nothing to send"):
        send(tmp_path / "empty.desk", "Paris")
    add(tmp_path / "empty.desk", "A")
    with pytest.raises(Refused, match="No courier went"):
        send(tmp_path / "empty.desk", "Paris", again=True)


def test_a_desk_put_back_to_an_earlier_state_says_so(desk: Path) -> None:
    copy = copy_desk(desk, "earlier")
    add(desk, "Later")
    send(desk, "Paris")
    with open_desk(desk) as store, open_desk(copy) as earlier:
        [(key, value)] = store.reader.settings(PREFIX).items()
        earlier.keep_setting(key, value)  # as nothing does but somebody's own tools
    with pytest.raises(Refused, match="put back to a state before"):
        send(copy, "Paris")
