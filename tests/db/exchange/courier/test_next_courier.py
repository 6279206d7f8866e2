"""The next courier begins where the last one ended, and again where one was lost."""

from __future__ import annotations

import pytest

from db import Lens, Person, Refused, Store
from db.exchange.courier.next_courier import exchange_with, next_sending
from db.exchange.desks.exchanges import Exchange, Sent, setting_of
from tests.db.desk_sql import sql_of

HIGH, LOW = Lens("2025-09-15", 3), Lens("2025-09-15", 1)
Stamp = tuple[int, str, str]


@pytest.fixture
def stamps(store: Store) -> list[Stamp]:
    """Three changes of a desk."""
    for title in "ABC":
        store.save(Person(title=title), HIGH)
    rows = sql_of(store.reader).rows("SELECT id, time, author FROM change ORDER BY id")
    return [(row[0], row[1], row[2]) for row in rows]


def test_a_name_finds_its_exchange_and_a_new_one_begins_another(store: Store) -> None:
    sql = sql_of(store.reader)
    assert exchange_with(sql, "").name == "Other desk"
    store.keep_setting(*setting_of(Exchange("u", "Paris", 1)))
    assert exchange_with(sql, " paris ").uid == exchange_with(sql, "").uid == "u"
    assert exchange_with(sql, "Rome").uid != "u"
    store.keep_setting(*setting_of(Exchange("v", "Rome", 0)))
    with pytest.raises(Refused, match="“Paris”, “Rome”"):
        exchange_with(sql, "")


def test_it_begins_where_the_last_one_ended(store: Store, stamps: list[Stamp]) -> None:
    sql, one = sql_of(store.reader), Exchange("u", "Paris", 0)
    first = next_sending(sql, one, HIGH, again=False, since=None)
    assert (first.sent, first.after) == (Sent(1, None, stamps[2], 3), 0)
    assert next_sending(sql, one, HIGH, again=False, since=1).sent.since == stamps[0]
    one.fork = 2  # known since the other desk was heard of
    assert next_sending(sql, one, HIGH, again=False, since=None).sent.since == stamps[1]
    one.sent = [Sent(1, None, stamps[0], 3), Sent(2, stamps[0], stamps[1], 3)]
    third = next_sending(sql, one, HIGH, again=False, since=None)
    assert third.sent == Sent(3, stamps[1], stamps[2], 3) and third.earlier == third.after == 2
    again = next_sending(sql, one, HIGH, again=True, since=None)
    assert again.sent == Sent(2, stamps[0], stamps[2], 3)


def test_a_higher_ceiling_looks_at_what_could_not_be_shown(
    store: Store, stamps: list[Stamp]
) -> None:
    one = Exchange("u", "Paris", 0, sent=[Sent(1, None, stamps[0], 3), Sent(2, None, stamps[1], 1)])
    sending = next_sending(sql_of(store.reader), one, HIGH, again=False, since=None)
    assert (sending.after, sending.earlier, sending.base_ceiling) == (2, 1, 1)
    sending = next_sending(sql_of(store.reader), one, LOW, again=False, since=None)
    assert (sending.after, sending.earlier, sending.base_ceiling) == (2, 2, 1)
