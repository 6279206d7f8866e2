"""What deriving all anew finds of a desk and adding up its sums does not: there may be nothing."""

from __future__ import annotations

from collections.abc import Sequence

from db.desk_file import record_sums
from db.search.index import derived_columns, indexing
from db.storage.sql import Sql
from db.vocabulary.kinds import KINDS

# What SQLite tells of pages differs with what the connection has met: of an encrypted file it reads
# nothing any more once a page was broken.
_OF_PAGES = ("The file is damaged: ", "The desk is damaged")
_OF_CIPHER = "The encrypted file is damaged: "


def missed(proved: Sequence[str], derived: Sequence[str]) -> list[str]:
    """Return what was found by the second alone."""
    if any(fault.startswith(_OF_CIPHER) for fault in proved):
        return []
    alone = [fault for fault in derived if fault not in proved]
    return [fault for fault in alone if not (proved and fault.startswith(_OF_PAGES))]


def need_derived(sql: Sql) -> None:
    """Fail unless all that follows from the rows does, in a desk of which sums proved it."""
    with sql.snapshot():
        assert [*derived_columns.odd_rows(sql)] == []
        assert [*record_sums.odd_sums(sql)] == []
        if not sql.value("SELECT count(*) FROM stale"):
            assert {kind: indexing.compare(sql, kind) for kind in KINDS} == dict.fromkeys(
                KINDS, (False, 0)
            )
