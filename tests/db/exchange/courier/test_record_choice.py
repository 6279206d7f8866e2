"""A courier carries what was touched since, no echo, and what can be shown now and could not."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Lens, Note, Organization, make_desk, open_desk
from db.exchange.courier.next_courier import exchange_with, next_sending
from db.exchange.courier.record_choice import RecordChoice
from db.exchange.desks.desk_side import DeskSide
from tests.db.desk_sql import sql_of
from tests.db.exchange.courier.exchanged import add, edit, send, take
from tests.db.exchange.desks.copies import LENS, copy_desk

LOW = Lens("2025-09-15", 1)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path, list[str]]:
    """Two copies of a desk with three people, after a first courier up to restricted."""
    one = tmp_path / "a.desk"
    make_desk(one, name="Pakistan")
    uids = [add(one, title) for title in ("Dar", "Munir", "Zed")]
    other = copy_desk(one, "b")
    take(other, send(one, "Paris", lens=LOW))
    return one, other, uids


def chosen(desk: Path, lens: Lens = LENS) -> tuple[set[int], set[str]]:
    """The records that the next courier carries, and what was hidden before."""
    with open_desk(desk, read_only=True) as store:
        sql = sql_of(store.reader)
        exchange = exchange_with(sql, "")
        sending = next_sending(sql, exchange, lens, again=False, since=None)
        sides = [
            DeskSide(sql, Lens(LENS.as_of, ceiling), sending.after)
            for ceiling in (lens.ceiling, sending.base_ceiling)
        ]
        choice = RecordChoice(sql, sending, exchange, *sides)
        return choice.records(), choice.hidden_before


def test_it_is_what_was_touched_since(pair: tuple[Path, Path, list[str]]) -> None:
    a, _, uids = pair
    assert chosen(a, LOW) == (set(), set())
    edit(a, uids[1], gender="male")
    with open_desk(a) as store:
        store.remove([3], LENS)
    assert chosen(a, LOW)[0] == {2, 3}


def test_an_echo_stays_unless_something_was_done_to_it(pair: tuple[Path, Path, list[str]]) -> None:
    a, b, uids = pair
    for uid in uids[:2]:
        edit(a, uid, gender="male")
    take(b, send(a, lens=LOW))
    assert chosen(b)[0] == set()
    edit(b, uids[0], gender="female")
    assert chosen(b)[0] == {1}


def test_a_higher_ceiling_adds_what_it_shows_more_of(pair: tuple[Path, Path, list[str]]) -> None:
    a, _, uids = pair
    edit(a, uids[0], notes=lambda m: [Note(text="z", marking=3)])
    edit(a, uids[1], gender="male")
    send(a, lens=LOW)
    assert chosen(a, LOW)[0] == set() and chosen(a)[0] == {1}


def test_what_names_a_record_that_was_marked_lower_is_carried(
    pair: tuple[Path, Path, list[str]],
) -> None:
    a, _, uids = pair
    with open_desk(a) as store:
        body = Organization(title="Body", marking=3)
        store.save(body, LENS)
        part = Organization(title="Part of it", parents=[])
        store.save(part, LENS)
    send(a, lens=LOW)
    edit(a, body.uid, marking=0)
    records, hidden = chosen(a, LOW)
    assert records == {body.id} and hidden == {body.uid}
    assert chosen(a)[1] == {body.uid} and uids
