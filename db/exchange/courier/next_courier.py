"""Which courier is the next of an exchange, and since which change it is to carry.

`courier_output` asks it before anything is written.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.errors import Refused
from db.exchange.desks.exchanges import ChangeStamp, Exchange, Sent, read_exchanges
from db.lens import Lens
from db.storage.engine import Sql
from db.storage.uid import new_uid

SOMEBODY = "Other desk"  # what a desk is called that nobody gave a name


def exchange_with(sql: Sql, to: str) -> Exchange:
    """Return the exchange with a desk of this name, a new one where there was none; without a name
    the only one there is.
    """
    name = " ".join(to.split())
    known = read_exchanges(sql)
    for one in known:
        if name and one.name.casefold() == name.casefold():
            return one
    if name:
        return Exchange(new_uid(), name, 0)
    if len(known) > 1:
        names = ", ".join(f"“{one.name}”" for one in known)
        raise Refused(f"Say which desk the courier is for; there were exchanges with {names}.")
    return known[0] if known else Exchange(new_uid(), SOMEBODY, 0)


@dataclass(frozen=True, slots=True)
class Sending:
    """What a courier is to carry: touched after `after`, and of what was touched after `earlier`
    that which nobody was shown; `base_ceiling` is how high the receiver was shown all.
    """

    sent: Sent
    after: int
    earlier: int
    base_ceiling: int


def next_sending(
    sql: Sql, exchange: Exchange, lens: Lens, *, again: bool, since: int | None
) -> Sending:
    """Return what the next courier of an exchange carries: from where the last one ended."""
    until = _change_at(sql, "SELECT id, time, author FROM change ORDER BY id DESC LIMIT 1")
    if until is None:
        raise Refused("Nothing was ever changed on this desk; there is nothing to send.")
    if again:
        if not exchange.sent:
            raise Refused(f"No courier went to “{exchange.name}” yet; make the first.")
        lost = exchange.sent.pop()
        number, start = lost.number, lost.since
    elif exchange.sent:
        number, start = exchange.sent[-1].number + 1, exchange.sent[-1].until
    else:
        wanted = "SELECT id, time, author FROM change WHERE id=?"
        since = exchange.fork if exchange.fork is not None else since
        number, start = 1, _change_at(sql, wanted, since) if since else None
        if since and start is None:
            raise Refused(f"There is no change {since} on this desk.")
    if (
        start is not None
        and _change_at(sql, "SELECT id, time, author FROM change WHERE id=?", start[0]) != start
    ):
        raise Refused("This desk was put back to a state before its last courier; merge the other"
                      " desk whole, and begin anew under another name.")  # fmt: skip
    after = start[0] if start else 0
    sent_so_high = [each for each in exchange.sent if each.ceiling >= lens.ceiling]
    first = exchange.sent[0].since if exchange.sent else start
    earlier = sent_so_high[-1].until[0] if sent_so_high else (first[0] if first else 0)
    lower = [each.ceiling for each in exchange.sent if each.until[0] > earlier]
    sent = Sent(number, start, until, lens.ceiling)
    return Sending(sent, after, min(earlier, after), min([lens.ceiling, *lower]))


def _change_at(sql: Sql, statement: str, *values: int | None) -> ChangeStamp | None:
    row = sql.one(statement, values)
    return None if row is None else (int(row[0]), str(row[1]), str(row[2]))
