"""Names with their days, of records that are looked at on many days: what each is called on any.

The office board asks it, which reads the desk once for all its days; `names_then` is for one day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from db.storage.engine import Sql
from db.storage.id_lists import FIRST_LISTED, listed
from db.storage.unpacking import MAX_TITLE_LETTERS
from db.tables.references import Ref


class DatedName(NamedTuple):
    """A name and its first and last possible day; None is open."""

    text: str
    since: str | None
    until: str | None

    def is_of(self, day: str) -> bool:
        """Say whether it may have been valid on a day."""
        return (self.since or "") <= day and (self.until is None or day <= self.until)


#: The names with dates of records, by id, the first that is valid before others.
DatedNames = Mapping[int, tuple[DatedName, ...]]


def read_dated_names(sql: Sql, ids: Collection[int]) -> DatedNames:
    """Return the dated names of those of these records that have any."""
    found: dict[int, tuple[DatedName, ...]] = {}
    for key, *columns in sql.rows(
        f"SELECT n.record_id, substr(n.text, 1, {MAX_TITLE_LETTERS}), n.since_first, n.until_last"
        f" FROM name n WHERE n.record_id IN ({FIRST_LISTED}) AND n.kind IN ('former', 'primary')"
        " AND (n.since_first IS NOT NULL OR n.until_last IS NOT NULL) ORDER BY n.position",
        (listed(ids),),
    ):
        found[key] = (*found.get(key, ()), DatedName(*columns))
    return found


def ref_then(ref: Ref, names: DatedNames, day: str) -> Ref:
    """Return a reference with the name that was valid on a day.

    >>> names = {3: (DatedName("Burma", None, "1989-06-18"),)}
    >>> [ref_then(Ref(3, "Myanmar"), names, f"{year}-01-01").title for year in (1989, 1990)]
    ['Burma', 'Myanmar']
    """
    for name in names.get(ref.id, ()):
        if name.is_of(day):
            return replace(ref, title=name.text)
    return ref


def days_of_names(names: DatedNames, ids: Iterable[int]) -> Iterator[tuple[str | None, str | None]]:
    """Yield the first and the last day of each name of these records."""
    for key in ids:
        for name in names.get(key, ()):
            yield name.since, name.until
