"""One change of an open desk, on the disk whole or not at all; `Store` writes everything so.

What follows from the rows is written with them: markings, sort keys, full text and checksums.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from db.lazy import lazy_modules

if TYPE_CHECKING:
    from db.changes import change_markings, unit_of_work
    from db.changes.unit_of_work import Change, ChangeOrigin, Ids, Work
    from db.desk_file import record_sums
    from db.lists import sort_keys
    from db.search.index import indexing
    from db.storage.engine import Sql

# A desk is opened and its first list read before anything of it changes.
lazy_modules(__name__)


class How(NamedTuple):
    """Whether a change is kept short in the history, which one it takes back, and its origin."""

    is_compact: bool
    reverts: int | None
    origin: ChangeOrigin | None  # by hand where none is given


@contextmanager
def write_whole(
    sql: Sql,
    ids: Ids,
    author: str,
    label: str,
    how: How,
) -> Iterator[Work]:
    """Write all that is written within as one change, on disk at the end, or nothing."""
    sql.begin()
    try:
        sql.run("PRAGMA defer_foreign_keys = ON")
        source = how.origin or unit_of_work.ChangeOrigin.HAND
        change = unit_of_work.open_change(sql, author, label, how.reverts, source)
        work = unit_of_work.Work(sql, change, ids, compact=how.is_compact)
        yield work
        work.flush()
        change_markings.raise_sources(work)
        change_markings.mark_change(work)
        if how.reverts is not None:  # the history holds no keys
            sort_keys.renew(sql, list(work.records), work.language)
        indexing.keep_in_step(work)
        record_sums.keep_in_step(work)
        if work.size:
            sql.commit()
        else:
            sql.run("ROLLBACK")
    except BaseException as error:
        ids.forget()
        sql.roll_back(error)
        raise


def change_of(work: Work) -> Change | None:
    """Return the change a finished unit of work made, or None when it made none."""
    if not work.size:
        return None
    ids = tuple(work.records) if len(work.records) <= unit_of_work.MAX_REPORTED_IDS else ()
    kinds = frozenset(work.records.values())
    many = bool(work.records) and not ids
    return replace(work.change, ids=ids, kinds=kinds, many=many, marking=work.marking)
