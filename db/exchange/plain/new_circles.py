"""Bodies that stand below themselves, and events and agreements likewise, once two desks are one.

Neither desk need have a circle for both to make one. Merges and bundles tell it; what each says
is kept, since either may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

from db.checks.desk_rules import DESK_RULES
from db.exchange.plain.plain_records import Plain
from db.lens import Lens
from db.storage.engine import Sql

_TIES = ("parents", "part_of", "agreement_links")


def has_ties(plains: Iterable[Plain | None]) -> bool:
    """Say whether any record stands below another."""
    return any(plain and any(name in plain for name in _TIES) for plain in plains)


def circles_on(sql: Sql, lens: Lens) -> set[str]:
    """Return a sentence for each circle that a lens shows whole."""
    return {
        finding.text
        for rule in DESK_RULES
        if rule.name == "circle"
        for finding in rule.find(sql, lens)
    }


def tell_circles(before: set[str], after: set[str]) -> list[str]:
    """Return what is told of the circles that are new.

    >>> tell_circles(set(), {"It stands under itself: “A” → “A”."})
    ['It stands under itself: “A” → “A”. Both files together make it so; mend one of them.']
    """
    mend = "Both files together make it so; mend one of them."
    return [f"{says} {mend}" for says in sorted(after - before)]
