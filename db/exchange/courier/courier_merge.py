"""A courier taken in: that it is meant for this desk and is the next one, and then as a merge.

`merge_file` asks it. Both sides' changes are counted from what either knew of the other, so that
nothing that only this desk has is lost.
"""

from __future__ import annotations

from pathlib import Path

from db.changes.unit_of_work import Work
from db.errors import Refused
from db.exchange.courier.courier_contents import CourierAbout, CourierContents, change_digest
from db.exchange.courier.courier_file import open_courier
from db.exchange.courier.courier_side import CourierBase, CourierSide
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.exchanges import (
    ChangeStamp,
    Exchange,
    Received,
    keep_exchange,
    read_exchanges,
    setting_of,
    unused_name,
)
from db.exchange.desks.merge_desks import MergeSides, merge_sides
from db.exchange.desks.merge_report import CourierOrigin, Decisions, MergeReport
from db.exchange.desks.side_history import has_change
from db.lens import Lens
from db.progress import Progress
from db.storage.engine import Sql
from db.store import Store

_OTHER_COPY = (
    "Courier {number} from “{sender}” does not follow courier {last}, which this desk took in:"
    " it comes from another copy of that desk. Merge that copy whole instead."
)


def merge_courier(
    store: Store,
    path: Path,
    lens: Lens,
    passphrase: str,
    *,
    decisions: Decisions,
    preview: bool = False,
    progress: Progress | None = None,
) -> MergeReport:
    """Take a courier in, as one change that can be undone; nothing else is changed.

    Raises Refused where it is damaged, was taken in already, does not follow the last one, or is
    meant for another desk; WrongPassphrase.
    """
    if path.exists() and store.path.exists() and path.samefile(store.path):
        raise Refused(f"{path.name} is this very desk; choose a courier.")
    with open_courier(path, passphrase) as entries:
        contents = CourierContents(entries)
        about = contents.about
        found: list[Exchange] = []

        def read_sides(sql: Sql) -> MergeSides:
            exchange, fork = _exchange_for(sql, about)
            found.append(exchange)
            ours = DeskSide(sql, lens, fork)
            theirs = CourierSide(contents, ours, fork)
            base = CourierBase(ours, theirs, _last_change_there(sql, about, exchange))
            return MergeSides(ours, theirs, base, about.exchange)

        def keep(work: Work, report: MergeReport) -> None:
            _note_receipt(found[0], about, report, work.change_id, work.change_id)
            keep_exchange(work.sql, found[0])

        report = merge_sides(
            store, lens, f"Merge {path.name}", read_sides, decisions=decisions, preview=preview,
            progress=progress, keep=keep,
        )  # fmt: skip
    report.courier = CourierOrigin(about.sender, about.author, about.number, about.to, about.time)
    if not preview and not _is_taken(found[0], about):
        _note_receipt(found[0], about, report, store.reader.last_change(), None)
        store.keep_setting(*setting_of(found[0]))
    return report


def _exchange_for(sql: Sql, about: CourierAbout) -> tuple[Exchange, int]:
    """Return the exchange that a courier is the next of, a new one for a first, and at which change
    this desk and the sender's parted.
    """
    exchanges = read_exchanges(sql)
    known = next((one for one in exchanges if one.uid == about.exchange), None)
    if known is not None and known.side == about.side:
        raise Refused(
            f"This courier was made by this very desk, for “{about.to}”; take it in there."
        )
    _need_common_history(sql, about)
    fork = _fork_of(sql, about, known)
    if known is None:
        if about.number > 1:
            raise Refused(
                f"This is courier {about.number} from “{about.sender}” for “{about.to}”, and this"
                f" desk took in none before it. Take in courier {_missing(1, about.number)} first,"
                " if it is meant for this desk."
            )
        name = unused_name(about.sender or "Other desk", exchanges)
        known = Exchange(about.exchange, name, 1 - about.side, fork=fork)
    known.fork = fork
    _need_next(known, about)
    return known, fork


def _need_common_history(sql: Sql, about: CourierAbout) -> None:
    """Refuse a courier of a desk that is no copy of this one, or that was told of another."""
    wrong = (
        f"This courier from “{about.sender}” is meant for another desk (“{about.to}”): {{why}}."
        " Take it in there."
    )
    if about.receipt is not None and not has_change(sql, about.receipt.until):
        raise Refused(wrong.format(why="it answers changes that this desk never made"))
    if about.number == 1 and about.since is not None and not has_change(sql, about.since):
        raise Refused(wrong.format(why="it begins after a change that this desk has not"))


def _fork_of(sql: Sql, about: CourierAbout, known: Exchange | None) -> int:
    """Return the last change that this desk and the sender's have in common."""
    if known is not None and known.fork is not None:
        return known.fork
    fork = about.since[0] if about.since is not None else 0
    for change in sql.stream("SELECT id, time, author FROM change WHERE id > ?", (fork,)):
        stamp = (int(change[0]), str(change[1]), str(change[2]))
        if about.digests.get(stamp[0]) != change_digest(stamp):
            break
        fork = stamp[0]
    if fork == 0:
        raise Refused(
            f"This desk is no copy of “{about.sender}”, from which the courier for “{about.to}”"
            " comes; take it in where it belongs, or merge a bundle."
        )
    return fork


def _need_next(exchange: Exchange, about: CourierAbout) -> None:
    """Refuse a courier that is not the next one of its exchange."""
    which = f"Courier {about.number} from “{about.sender}”"
    last = exchange.received[-1] if exchange.received else None
    if last is None:
        if about.number > 1:
            raise Refused(
                f"{which} is out of order: courier {_missing(1, about.number)} is missing; take"
                " it in first."
            )
        return
    if about.number <= last.number:
        if about.number == last.number and last.until == about.until and last.is_open:
            exchange.received.pop()  # what was left open can be decided
            return
        former = next((one for one in exchange.received if one.number == about.number), None)
        if former is not None and former.until != about.until:
            texts = {"number": about.number, "sender": about.sender, "last": last.number}
            raise Refused(_OTHER_COPY.format(**texts))
        raise Refused(f"{which} was already taken in; nothing was done.")
    if about.number > last.number + 1:
        missing = _missing(last.number + 1, about.number)
        raise Refused(f"{which} is out of order: courier {missing} is missing; take it in first.")
    if about.since != last.until:
        texts = {"number": about.number, "sender": about.sender, "last": last.number}
        raise Refused(_OTHER_COPY.format(**texts))


def _missing(first: int, end: int) -> str:
    """Return the numbers before `end` in words.

    >>> _missing(2, 3), _missing(1, 4)
    ('2', '1 to 3')
    """
    return str(first) if first == end - 1 else f"{first} to {end - 1}"


def _last_change_there(sql: Sql, about: CourierAbout, exchange: Exchange) -> int | None:
    """Return up to which change the sender took in this desk's couriers, if that is later than what
    this desk took in of the sender's.
    """
    if about.receipt is None or not has_change(sql, about.receipt.until):
        return None
    last: ChangeStamp = about.receipt.until
    taken_at = exchange.received[-1].at if exchange.received else 0
    return last[0] if last[0] >= taken_at else None


def _is_taken(exchange: Exchange, about: CourierAbout) -> bool:
    return any(one.number == about.number for one in exchange.received)


def _note_receipt(
    exchange: Exchange, about: CourierAbout, report: MergeReport, at: int, change: int | None
) -> None:
    exchange.received.append(
        Received(
            about.number,
            about.until,
            about.ceiling,
            at,
            change,
            not report.is_whole,
            tuple(report.still_here),
        )
    )
