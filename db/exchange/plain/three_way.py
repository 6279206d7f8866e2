"""Two states of a record brought together by the state that both came from: pure, no desk is read.

A state is a record as `plain_records` has it. A part bears a `key` that says which part it is in
all three; without one it is known by its uid, or by what it says. What only one side changed is
taken; what both did is a `Clash`, which `decide` settles.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from db.exchange.plain.plain_records import Plain
from db.tables.fields import Stored, meaning_of, meanings
from db.vocabulary.choices import MARKINGS

OURS, THEIRS = "ours", "theirs"
KEY = "key"  # which part a part is
ROW, ROWS = "row", "rows"  # where a state lies on its desk; of several as one by field
TAKEN, WHOLE = "taken", "whole"  # of a merged state, whose fields it has; the side that had it all
DOUBLES = "doubles"  # which parts that said the same were dropped, and which are one with another
NUMBERS = ("id", ROW, "table", KEY)
# What a record or part bears beside what it says.
OF_DESK = frozenset((*NUMBERS, ROWS, TAKEN, WHOLE, DOUBLES))
UNCOMPARED = frozenset(("id", "uid", "version", "data", "created", "changed", "script"))
ABOUT_PARTS = {"tenures": "tenure", "offices": "office"}  # lists whose parts are spoken of by uid
REFERENCES = (frozenset(("uid", "title", "kind")), frozenset(("uid", "title", "organization")))
# Fields that say something only together: they are taken from one side.
TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "person": (("title", "given", "particles", "family", "name_order", "name_by_hand"),),
    "tenure": (("until", "end_state"),),
    "amount": (("number", "currency"),),
    "attachment": (("file_name", "media_type", "size", "sha256"),),
    "event": (("local_time", "zone"),),
}


@dataclass(frozen=True, slots=True)
class Clash:
    """What both sides changed, and not to the same. A side that is None has deleted it.

    `path` is that of the field, "" for the whole record; `fields` all that are taken together.
    `part` is the part as either side has it, None where the field is the record's own; `of` is the
    table that declares the fields, and `rows` says where either side has them.
    """

    path: str
    ours: Any
    theirs: Any
    fields: tuple[str, ...] = ()
    part: tuple[Plain | None, Plain | None] | None = None
    table: str = ""
    of: str = ""
    rows: tuple[int | None, int | None] = (None, None)

    @property
    def is_deletion(self) -> bool:
        """Whether one side deleted what the other changed."""
        return not self.fields

    @property
    def edited(self) -> str:
        """The side that changed what the other deleted: it wins unless somebody says otherwise."""
        return THEIRS if self.ours is None else OURS


@dataclass(frozen=True, slots=True)
class Taken:
    """Fields of a merged state that were written since both parted: by one side, or `side` is ""
    and both say the same; `rows` are where either side has them.
    """

    names: tuple[str, ...]
    side: str
    rows: tuple[int | None, int | None]


Decide = Callable[[Clash], str]


def keep_ours(clash: Clash) -> str:
    """Return the side of ours, and of a deletion the side that was edited."""
    return clash.edited if clash.is_deletion else OURS


def merge_states(
    of: type[Stored],
    base: Plain | None,
    ours: Plain | None,
    theirs: Plain | None,
    decide: Decide,
) -> Plain | None:
    """Return a record as both sides make it; None where it is deleted.

    >>> from db.record_types import Person
    >>> base = {"title": "Ishaq Dar", "born": "1950"}
    >>> ours, theirs = {**base, "born": "1950-05-12"}, {**base, "gender": "male"}
    >>> bare(merge_states(Person, base, ours, theirs, keep_ours))
    {'title': 'Ishaq Dar', 'gender': 'male', 'born': '1950-05-12'}
    >>> merge_states(Person, base, None, base, keep_ours) is None
    True
    >>> bare(merge_states(Person, base, None, theirs, keep_ours)) == theirs
    True
    """
    return _Merging(decide).item(of, base, ours, theirs, "")


def bare(value: Any) -> Any:
    """Return what a record or part says, without what numbers it on a desk, and of what it names
    the uid alone: a title of another record is not its own.

    >>> bare({"id": 4, "note": "x", "other": {"uid": "u", "title": "T", "kind": "person"}})
    {'note': 'x', 'other': {'uid': 'u'}}
    """
    if isinstance(value, dict):
        if value.keys() in REFERENCES:
            return {"uid": value["uid"]}
        return {name: bare(each) for name, each in value.items() if name not in OF_DESK}
    return [bare(each) for each in value] if isinstance(value, list) else value


def says_same(one: Plain | None, other: Plain | None) -> bool:
    """Say whether two states say the same, bookkeeping aside.

    >>> says_same({"title": "A", "changed": "2025"}, {"title": "A", "changed": "2026"})
    True
    """
    if one is None or other is None:
        return one is other
    return matter(one) == matter(other)


def matter(value: Plain) -> Plain:
    """Return what a state says of its matter: neither numbers nor uids nor times of writing."""
    content = bare(value)
    return {name: each for name, each in content.items() if name not in UNCOMPARED}


def text_of(value: Any) -> str:
    """Return a value as text that is the same for the same value."""
    return json.dumps(bare(value), ensure_ascii=False, sort_keys=True)


class _Merging:
    """One merge; `renamed` are uids of parts that both sides made alike, and which one stays."""

    def __init__(self, decide: Decide) -> None:
        self._decide = decide
        self._renamed: dict[str, str] = {}

    def item(
        self,
        of: type[Stored],
        base: Plain | None,
        ours: Plain | None,
        theirs: Plain | None,
        path: str,
        table: str = "",
    ) -> Plain | None:
        """Merge a record or a part that is in one, two or all three states."""
        if ours is None or theirs is None:
            return self._take_one_side(base, ours, theirs, path, table)
        merged: Plain = {}
        writings: list[Taken] = []
        for names in field_groups(of):
            merged |= self._fields(of, names, (base or {}, ours, theirs), path, table, writings)
        for name, inner in part_lists(of):
            states = tuple((each or {}).get(name) or [] for each in (base, ours, theirs))
            if parts := self._parts(inner, states, f"{path}{name}"):
                merged[name] = parts
        if topics := _merge_topics(
            *((each or {}).get("topics") or [] for each in (base, ours, theirs))
        ):
            merged["topics"] = topics
        self._rename(merged)
        if writings:
            merged[TAKEN] = writings
        return _in_order(merged, ours, theirs)

    def _take_one_side(
        self, base: Plain | None, ours: Plain | None, theirs: Plain | None, path: str, table: str
    ) -> Plain | None:
        there = theirs if ours is None else ours
        if there is None:
            return None  # deleted on both sides
        if base is not None:
            if says_same(base, there):
                return None
            clash = Clash(path.rstrip("."), ours, theirs, part=(ours, theirs), table=table)
            there = ours if self._decide(clash) == OURS else theirs
        return there and {**there, WHOLE: OURS if there is ours else THEIRS}

    def _fields(
        self,
        of: type[Stored],
        names: tuple[str, ...],
        states: tuple[Plain, Plain, Plain],
        path: str,
        table: str,
        writings: list[Taken],
    ) -> Plain:
        base, ours, theirs = (tuple(bare(each.get(name)) for name in names) for each in states)
        if theirs in (ours, base):
            side = OURS if theirs != ours else ""
        elif ours == base:
            side = THEIRS
        else:
            side = self._choose(of, names, states, path, table)
        if side or ours != base:
            writings.append(Taken(names, side, _rows(states, names)))
        state = states[2 if side == THEIRS else 1]
        return {name: state[name] for name in names if name in state}

    def _choose(
        self,
        of: type[Stored],
        names: tuple[str, ...],
        states: tuple[Plain, Plain, Plain],
        path: str,
        table: str,
    ) -> str:
        _, ours, theirs = states
        name = names[0]
        mine, other = ours.get(name), theirs.get(name)
        sort = meaning_of(of, name).sort
        if sort == "marking":  # nothing is marked lower by a merge of two that raised it
            return OURS if marking_rank(mine) >= marking_rank(other) else THEIRS
        if name == "checked_on":
            return OURS if (mine or "") >= (other or "") else THEIRS
        if len(names) > 1 and mine == other:  # what differs is told, not what does not
            name = next(each for each in names if ours.get(each) != theirs.get(each))
        clash = Clash(
            f"{path}{name}", ours.get(name), theirs.get(name), names,
            (ours, theirs) if table else None, table, of.TABLE, _rows(states, names),
        )  # fmt: skip
        return self._decide(clash)

    def _parts(self, of: type[Stored], states: tuple[list[Plain], ...], path: str) -> list[Plain]:
        base, ours, theirs = (
            {_key(part, at): part for part, at in _with_count(each)} for each in states
        )
        self._fold(base, ours, theirs)
        merged: dict[str, Plain] = {}
        for key in dict.fromkeys((*base, *ours, *theirs)):
            found = self.item(
                of, base.get(key), ours.get(key), theirs.get(key), f"{path}[{key}].", of.TABLE
            )
            if found is not None:
                merged[key] = found
        return [merged[key] for key in _order(list(base), list(ours), list(theirs), merged)]

    def _fold(
        self, base: dict[str, Plain], ours: dict[str, Plain], theirs: dict[str, Plain]
    ) -> None:
        """Take what both sides added alike for one part, under the lesser of two uids."""
        new = {
            text_of(matter(part)): key
            for key, part in reversed(list(ours.items()))
            if key not in base and key not in theirs
        }
        folded: dict[str, Plain] = {}
        for key, part in theirs.items():
            is_new = key not in base and key not in ours
            twin = new.pop(text_of(matter(part)), None) if is_new else None
            if twin is not None and "uid" in part:
                uids = ours[twin]["uid"], part["uid"]
                self._renamed[max(uids)] = min(uids)
                ours[twin] = {**ours[twin], "uid": min(uids)}
            folded[key if twin is None else twin] = part
        theirs.clear()
        theirs.update(folded)

    def _rename(self, merged: Plain) -> None:
        """Let what is said of a part that was folded be said of the one that stays, and of the
        whole record where the part has gone.
        """
        there = {part["uid"] for name in ABOUT_PARTS for part in merged.get(name, ())}
        for name, column in (("citations", "field"), ("identifiers", "about")):
            if name in merged:
                merged[name] = [self._renamed_part(part, column, there) for part in merged[name]]

    def _renamed_part(self, part: Plain, column: str, there: set[str]) -> Plain:
        table, _, uid = str(part.get(column, "")).partition(" ")
        if not uid or table not in ABOUT_PARTS.values():
            return part
        uid = self._renamed.get(uid, uid)
        return {**part, column: f"{table} {uid}" if uid in there else ""}


def _in_order(merged: Plain, ours: Plain, theirs: Plain) -> Plain:
    """Return a merged item with its own numbers, which are ours, and the first uid there is."""
    for name in ("uid", "created", "changed", *NUMBERS):
        for side in (ours, theirs):
            if name in side and name not in merged:
                merged[name] = side[name]
    return merged


def row_of(state: Plain, names: tuple[str, ...]) -> int | None:
    """Return the number of the row where a desk has these fields of a state."""
    found: int | None = state.get(ROWS, {}).get(names[0], state.get(ROW))
    return found


def _rows(
    states: tuple[Plain, Plain, Plain], names: tuple[str, ...]
) -> tuple[int | None, int | None]:
    return row_of(states[1], names), row_of(states[2], names)


@cache
def field_groups(of: type[Stored]) -> tuple[tuple[str, ...], ...]:
    """Return the fields of a declaration, those together that belong together."""
    groups = TOGETHER.get(of.TABLE, ())
    grouped = {name: group for group in groups for name in group}
    found = {
        grouped.get(name, (name,)): None
        for name, meaning in meanings(of)
        if name not in (UNCOMPARED - {"script"}) and meaning.sort not in ("parts", "topics")
    }
    return tuple(found)


@cache
def part_lists(of: type[Stored]) -> tuple[tuple[str, type[Stored]], ...]:
    """Return the lists of parts of a declaration, each with what its parts are."""
    return tuple(
        (name, get_args(of.model_fields[name].annotation)[0])
        for name, meaning in meanings(of)
        if meaning.sort == "parts"
    )


def marking_rank(word: Any) -> int:
    """Return how high something is marked, 0 for a word that is no marking."""
    return MARKINGS.index(word) if word in MARKINGS else 0


def _with_count(parts: Sequence[Plain]) -> Iterator[tuple[Plain, int]]:
    """Yield each part with how many before it say the same."""
    seen: dict[str, int] = {}
    for part in parts:
        text = "" if KEY in part or "uid" in part else text_of(part)
        seen[text] = seen.get(text, -1) + 1
        yield part, seen[text]


def _key(part: Plain, place: int) -> str:
    if KEY in part:
        return str(part[KEY])
    return str(part["uid"]) if "uid" in part else f"{text_of(part)}{place or ''}"


def _order(
    base: list[str], ours: list[str], theirs: list[str], merged: dict[str, Plain]
) -> list[str]:
    """Return the keys of merged parts in the order of the side that changed it.

    Where both did, those that were there come first, and the new ones by what they say.
    """
    if theirs == base and merged.keys() <= set(ours):
        order = ours
    elif ours in (base, theirs) and merged.keys() <= set(theirs):
        order = theirs
    else:
        there = [key for key in base if key in merged]
        orders = [[key for key in side if key in there] for side in (ours, theirs)]
        whole = [side for side in orders if len(side) == len(there) and side != there]
        new = [key for key in merged if key not in there]
        order = [*(min(whole) if whole else there), *_new_order(new, ours, theirs, merged)]
    return [key for key in order if key in merged]


def _new_order(
    new: list[str], ours: list[str], theirs: list[str], merged: dict[str, Plain]
) -> list[str]:
    orders = [[key for key in side if key in new] for side in (ours, theirs)]
    whole = [order for order in orders if len(order) == len(new)]
    if whole and whole[0] == whole[-1]:
        return whole[0]
    return sorted(new, key=lambda key: text_of(matter(merged[key])))


def _merge_topics(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """Return the topics that are left, and those that either side added.

    >>> _merge_topics(["army", "trade"], ["trade"], ["army", "trade", "water"])
    ['trade', 'water']
    """
    dropped = {topic for topic in base if topic not in ours or topic not in theirs}
    merged = [topic for topic in dict.fromkeys((*base, *ours, *theirs)) if topic not in dropped]
    if theirs == base:
        return ours
    if ours in (base, theirs):
        return theirs
    there = [topic for topic in base if topic in merged]
    return [*there, *sorted(topic for topic in merged if topic not in there)]
