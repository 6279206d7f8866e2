"""Records that a side made one, seen as one record on both sides and before, so that it makes no
difference which desk is merged into which, and which of the records each of them kept.

`merge_plan` asks for every record that others were merged into.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from db.exchange.plain.plain_records import Plain
from db.exchange.plain.three_way import (
    DOUBLES,
    KEY,
    ROW,
    ROWS,
    Decide,
    bare,
    field_groups,
    marking_rank,
    matter,
    merge_states,
    part_lists,
    text_of,
)
from db.tables.fields import Stored

States = Sequence[Plain | None]
Parts = dict[str, Plain]


class Writing(NamedTuple):
    """When fields were written last, and whether a merge took them from another desk."""

    time: str = ""
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class SideLore:
    """What a side's history says beside its states: who wrote the fields of a row when, and of a
    part that is gone by its key whether it was dropped, and not just one with its double.
    """

    writing: Callable[[int | None, tuple[str, ...]], Writing] = lambda _row, _names: Writing()
    is_dropped: Callable[[str], bool] = lambda _key: False


@dataclass(frozen=True, slots=True)
class GroupStates:
    """The states of the records before, here and there, the one that stays first."""

    of: type[Stored]
    base: States
    ours: States
    theirs: States
    ours_lore: SideLore = field(default_factory=SideLore)
    theirs_lore: SideLore = field(default_factory=SideLore)

    def merge(self, decide: Decide) -> Plain | None:
        """Return the one record that they become. Parts that said the same before and that nobody
        changed are one in it, unless all were dropped.
        """
        base, ours, theirs = self.as_one()
        merged = merge_states(self.of, base, ours, theirs and _without(theirs, ("id",)), decide)
        if merged is None or base is None:
            return merged
        fates: dict[str, bool] = {}
        for name, _ in part_lists(self.of):
            before = {str(part.get(KEY)): part for part in base.get(name, ())}
            parts = {str(part.get(KEY)): part for part in merged.get(name, ())}
            for keys in _doubles(before):
                fates |= _fold(parts, before, keys)
            if fates and name in merged:
                merged[name] = [p for p in merged[name] if str(p.get(KEY)) in parts]
        return {**merged, DOUBLES: fates} if fates else merged

    def as_one(self) -> tuple[Plain | None, Plain | None, Plain | None]:
        """Return the three states of the one record that they are."""
        lores = (SideLore(), self.ours_lore, self.theirs_lore)
        sides = (self.base, self.ours, self.theirs)
        found = [self._one_record(*each) for each in zip(sides, lores, strict=True)]
        for name, _ in part_lists(self.of):
            parts = [_parts_of(states, name) for states in sides]
            for side, states, lore in zip(parts[1:], sides[1:], lores[1:], strict=True):
                if 0 < _count(states) < _count(self.base):  # it made some one
                    _part_doubles(side, parts[0], lore)
            for state, some in zip(found, parts, strict=True):
                if state is not None and some:
                    state[name] = list(some.values())
        return found[0], found[1], found[2]

    def _one_record(self, states: States, lore: SideLore) -> Plain | None:
        there = [each for each in states if each is not None]
        if not there:
            return None
        found: Plain = {}
        rows = found[ROWS] = {}
        for names in field_groups(self.of):
            source = self._source(states, names, lore)
            found |= {name: source[name] for name in names if name in source}
            rows[names[0]] = source.get(ROW)
        if topics := list(dict.fromkeys(text for each in there for text in each.get("topics", ()))):
            found["topics"] = topics
        found["marking"] = max((each.get("marking", "") for each in there), key=marking_rank)
        found |= {
            name: there[0][name] for name in ("uid", "created", "changed") if name in there[0]
        }
        if states[0] is not None and "id" in states[0]:
            found["id"] = states[0]["id"]
        return found

    def _source(self, states: States, names: tuple[str, ...], lore: SideLore) -> Plain:
        """Return the state whose fields count: of those that were changed the one written last,
        else what stood before. Which of the records a side kept is no change of what it says.
        """
        both = zip(states, self.base, strict=True)
        pairs = [(state, base) for state, base in both if state is not None]
        changed = []
        for state, base in pairs:
            writing = lore.writing(state.get(ROW), names)
            if writing.is_taken or _values(state, names) != _values(base, names):
                changed.append((writing.time, text_of([*_values(state, names)]), state))
        if changed:  # in several, by time and then what they say, whichever record stays
            return max(changed, key=lambda each: each[:2])[2]
        rest = [each for each in self.base if each is not None] or [state for state, _ in pairs]
        return next((each for each in rest if any(name in each for name in names)), rest[0])


def _parts_of(states: States, name: str) -> Parts:
    """Return the parts of a list by their keys; only those of the record that stays keep their
    numbers.
    """
    found: Parts = {}
    for place, state in enumerate(states):
        for part in (state or {}).get(name, ()):
            key = str(part.get(KEY) or part.get("uid") or text_of(part))
            found.setdefault(key, _without(part, ("id",)) if place else part)
    return found


def _part_doubles(side: Parts, before: Parts, lore: SideLore) -> None:
    """Let a side that made the records one have each of the parts that became one with a double,
    as long as that one is there and says what it did.
    """
    for keys in _doubles(before):
        if any(key in side and _is_same(side[key], before[key]) for key in keys):
            for key in keys:
                if key not in side and not lore.is_dropped(key):
                    side[key] = _without(before[key], ("id", ROW))


def _fold(
    parts: MutableMapping[str, Plain], before: Mapping[str, Plain], keys: Sequence[str]
) -> dict[str, bool]:
    """Leave one of the doubles that nobody changed; returns of those that are not there whether
    they were dropped.
    """
    fates = {key: True for key in keys if key not in parts}
    same = [key for key in keys if key in parts and _is_same(parts[key], before[key])]
    same.sort(key=lambda key: ("id" not in parts[key], key))
    for key in same[1:]:
        del parts[key]
        fates[key] = False
    return fates


def _is_same(one: Plain, other: Plain) -> bool:
    return matter(one) == matter(other)


def _doubles(parts: Mapping[str, Plain]) -> list[list[str]]:
    """Return the keys of parts that say the same, of two and more."""
    found: dict[str, list[str]] = {}
    for key in sorted(parts):
        if KEY in parts[key]:
            found.setdefault(text_of(matter(parts[key])), []).append(key)
    return [keys for keys in found.values() if len(keys) > 1]


def _count(states: States) -> int:
    return sum(each is not None for each in states)


def _values(state: Plain | None, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(bare((state or {}).get(name)) for name in names)


def _without(plain: Plain, names: Sequence[str]) -> Plain:
    return {
        name: [_without(each, names) if isinstance(each, dict) else each for each in value]
        if isinstance(value, list)
        else value
        for name, value in plain.items()
        if name not in names
    }
