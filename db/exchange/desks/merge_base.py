"""The last state that both sides of a merge have, from which either side's changes are counted.

`merge_plan` asks it. Two desks read it out of their histories; a courier brings it along.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Protocol

from db.exchange.desks.desk_side import DeskSide, Ids
from db.exchange.desks.merge_verdicts import Pair
from db.exchange.desks.merge_views import Views
from db.exchange.desks.side_history import Stamp
from db.exchange.plain.plain_records import Plain
from db.exchange.plain.plain_writing import ids_by_uid
from db.exchange.plain.topic_fields import past_topics
from db.lens import Lens
from db.lists.today.topic_retention import Topics

Touched = tuple[set[int], set[int]]  # the numbers of records and of sources


class OtherSide(Protocol):
    """What a merge asks of the side that is brought in: another desk, or a courier of it."""

    merged: dict[str, str]  # the uids of merged records, each with that of which it is one

    @property
    def lens(self) -> Lens:
        """What of it is taken at most."""
        ...

    @property
    def kinds(self) -> dict[str, str]:
        """The kinds of the records that were read, by uid."""
        ...

    def uids_of(self, ids: Collection[int]) -> Ids:
        """Return the uids of records that are there or were, with their numbers."""
        ...

    def hidden_ids(self, ids: Collection[int]) -> set[int]:
        """Return which of these records lie above the ceiling."""
        ...

    def read(self, uids: Iterable[str]) -> dict[str, Plain]:
        """Return the records with these uids as they are."""
        ...

    def read_references(self, uids: Collection[str]) -> dict[str, Plain]:
        """Return records that it names and this desk has not, as it has them."""
        ...

    def source_uids(self, ids: Collection[int]) -> dict[str, int]:
        """Return the uids of sources with their numbers."""
        ...

    def read_sources(self, uids: Iterable[str]) -> dict[str, Plain]:
        """Return the sources with these uids as they are."""
        ...

    def attached_file(self, sha256: str) -> bytes | None:
        """Return the bytes of an attached file."""
        ...

    def place_of(self, uid: str) -> tuple[str, int | None]:
        """Return the table of a record's kind, or of sources, and the number of the row there."""
        ...

    def row_stamps(self, table: str, row: int) -> dict[str, Stamp]:
        """Return who wrote each column of a row last; "" is who made it."""
        ...

    def taken_columns(self, table: str, row: int) -> Set[str]:
        """Return the columns of a row that a merge took from another desk."""
        ...

    def is_dropped(self, key: str) -> bool:
        """Say whether a part that is gone was dropped, and not just one with its double."""
        ...

    def record_stamp(self, uid: str) -> Stamp:
        """Return who touched a record last."""
        ...

    def last_change(self) -> tuple[int, str, str] | None:
        """Return the number, the time and the author of the newest change."""
        ...

    def verdicts(self) -> set[Pair]:
        """Return the pairs of records that are not the same."""
        ...

    def views(self) -> Views:
        """Return the saved searches."""
        ...

    def topics(self) -> Topics:
        """Return what is said of topics, those of which it was written since empty too."""
        ...

    def topic_stamp(self, topic: str, name: str) -> Stamp:
        """Return who wrote a field of a topic last."""
        ...

    def settings(self) -> dict[str, str]:
        """Return the settings that can be another desk's too."""
        ...


class BaseStates(Protocol):
    """Reads the state that both sides come from."""

    def touched_rows(self) -> Touched:
        """Return what the other side touched since."""
        ...

    def read(self, uids: Collection[str], ours: Mapping[str, Plain]) -> dict[str, Plain]:
        """Return records as they were; `ours` is what they are here."""
        ...

    def read_sources(
        self, here: Mapping[str, int], there: Mapping[str, int], ours: Mapping[str, Plain]
    ) -> dict[str, Plain]:
        """Return sources as they were, by their numbers on both sides."""
        ...

    def read_views(self, ours: Views) -> Views:
        """Return the saved searches as they were; `ours` is what they are here."""
        ...

    def read_topics(self) -> Topics:
        """Return what was said of topics, at least of those that the other side tells of."""
        ...


@dataclass(frozen=True, slots=True)
class Base:
    """The state that both sides come from: that of one side after a change."""

    is_ours: bool
    change: int


def base_of(ours: DeskSide, theirs: DeskSide) -> Base:
    """Return the last state that both have: where they parted, or an earlier merge of the two."""
    taken_there = _last_merge(theirs, ours)  # of ours, by them: their change and ours
    taken_here = _last_merge(ours, theirs)
    if taken_there and (not taken_here or taken_there[1] >= taken_here[0]):
        return Base(True, taken_there[1])
    if taken_here:
        return Base(False, taken_here[1])
    return Base(True, ours.history.fork)


def _last_merge(side: DeskSide, other: DeskSide) -> tuple[int, int] | None:
    """Return the last merge of a side that took the other in whole, and up to which change."""
    for change in sorted(side.history.memories, reverse=True):
        last = side.history.memories[change].change
        if last is not None and other.history.has_change(last):
            return change, last[0]
    return None


class DeskBase:
    """The last state that two desks have in common."""

    def __init__(self, ours: DeskSide, theirs: DeskSide) -> None:
        self._ours = ours
        self._theirs = theirs
        self._base = base_of(ours, theirs)

    def touched_rows(self) -> Touched:
        """Return what the other desk touched since the two had all in common."""
        after = 0 if self._base.is_ours else self._base.change
        return self._theirs.history.touched_after(after)

    def read(self, uids: Collection[str], ours: Mapping[str, Plain]) -> dict[str, Plain]:
        """Return records as they were, those that nobody touched as they are here."""
        if not self._base.change:
            return {}
        if not self._base.is_ours:
            numbers = numbers_of(self._theirs, uids)
            return self._theirs.read_past(numbers, self._base.change)
        return read_before(self._ours, uids, ours, self._base.change)

    def read_sources(
        self, here: Mapping[str, int], there: Mapping[str, int], ours: Mapping[str, Plain]
    ) -> dict[str, Plain]:
        """Return sources as they were, those that nobody touched as they are here."""
        if not self._base.change:
            return {}
        if not self._base.is_ours:
            keys = [there[uid] for uid in here]
            return self._theirs.read_past_sources(keys, self._base.change)
        return read_sources_before(self._ours, here, ours, self._base.change)

    def read_views(self, ours: Views) -> Views:
        """Return the saved searches as they were."""
        if not self._base.change:
            return {}
        side = self._ours if self._base.is_ours else self._theirs
        return side.past_views(self._base.change)

    def read_topics(self) -> Topics:
        """Return what was said of topics."""
        if not self._base.change:
            return {}
        side = self._ours if self._base.is_ours else self._theirs
        return past_topics(side.sql, side.lens, self._base.change)


def read_before(
    side: DeskSide, uids: Collection[str], now: Mapping[str, Plain], change: int
) -> dict[str, Plain]:
    """Return records of a desk as they were after a change; `now` is what they are."""
    touched, _ = side.history.touched_after(change)
    changed = numbers_of(side, uids, touched)
    still = {uid: now[uid] for uid in uids if uid in now and uid not in changed}
    return still | side.read_past(changed, change)


def read_sources_before(
    side: DeskSide, numbers: Mapping[str, int], now: Mapping[str, Plain], change: int
) -> dict[str, Plain]:
    """Return sources of a desk as they were after a change; `now` is what they are."""
    _, touched = side.history.touched_after(change)
    still = {uid: now[uid] for uid, key in numbers.items() if key not in touched and uid in now}
    changed = [key for key in numbers.values() if key in touched]
    return still | side.read_past_sources(changed, change)


def numbers_of(side: DeskSide, uids: Collection[str], among: Collection[int] | None = None) -> Ids:
    """Return the numbers that records have or had on a side, of those among some."""
    touched = side.uids_of(side.history.touched if among is None else among)
    found = {uid: touched[uid] for uid in uids if uid in touched}
    if among is None:
        there = ids_by_uid(side.sql, "record", [uid for uid in uids if uid not in found])
        found |= {uid: {key} for uid, key in there.items()}
    return found
