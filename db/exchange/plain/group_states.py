"""Records that a side made one, seen as one record on both sides and before, so that it makes no
difference which desk is merged into which, and which of the records each of them kept.

`merge_plan` asks for every record that others were merged into.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.exchange.plain.plain_records import Plain
from db.exchange.plain.three_way import (
    KEY,
    bare,
    field_groups,
    marking_rank,
    matter,
    part_lists,
    text_of,
)
from db.tables.fields import Stored

_NUMBERS = ("id", "row")
States = Sequence[Plain | None]
Parts = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class GroupStates:
    """The states of the records before, here and there, the one that stays first."""

    of: type[Stored]
    base: States
    ours: States
    theirs: States

    def as_one(self) -> tuple[Plain | None, Plain | None, Plain | None]:
        """Return the three states of the one record that they are."""
        sides = (self.base, self.ours, self.theirs)
        found = [self._one_record(states) for states in sides]
        for name, _ in part_lists(self.of):
            parts = [_parts_of(states, name) for states in sides]
            _join_doubles(parts, [_count(states) for states in sides])
            for state, some in zip(found, parts, strict=True):
                if state is not None and some:
                    state[name] = list(some.values())
        return found[0], found[1], found[2]

    def _one_record(self, states: States) -> Plain | None:
        there = [each for each in states if each is not None]
        if not there:
            return None
        found: Plain = {}
        for names in field_groups(self.of):
            source = self._source(states, names)
            found |= {name: source[name] for name in names if name in source}
        if topics := list(dict.fromkeys(text for each in there for text in each.get("topics", ()))):
            found["topics"] = topics
        found["marking"] = max((each.get("marking", "") for each in there), key=marking_rank)
        found |= {
            name: there[0][name] for name in ("uid", "created", "changed") if name in there[0]
        }
        if states[0] is not None and "id" in states[0]:
            found["id"] = states[0]["id"]
        return found

    def _source(self, states: States, names: tuple[str, ...]) -> Plain:
        """Return the state whose fields count: one that was changed, else what stood before. Which
        of the records a side kept is no change of what it says.
        """
        both = zip(states, self.base, strict=True)
        pairs = [(state, base) for state, base in both if state is not None]
        changed = [state for state, base in pairs if _values(state, names) != _values(base, names)]
        if changed:  # in both, by what they say: it must not matter which record stays
            return min(changed, key=lambda state: text_of([state.get(name) for name in names]))
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
            found.setdefault(key, _without_numbers(part) if place else part)
    return found


def _join_doubles(parts: Sequence[Parts], counts: Sequence[int]) -> None:
    """Let parts that said the same before be one, unless a side changed one of them: then each is
    its own, and one that went with a merger, as a double, is there still.
    """
    before = dict(parts[0])
    for key, twin in _doubles(before).items():
        pair = (key, twin)
        is_apart = any(
            each in side and text_of(matter(side[each])) != text_of(matter(before[each]))
            for side in parts[1:]
            for each in pair
        )
        for side, count in zip(parts, counts, strict=True):
            there = [each for each in pair if each in side]
            if is_apart and count == 1 and len(there) == 1:
                missing = twin if there[0] == key else key
                side[missing] = _without_numbers(before[missing])
            elif not is_apart and key in side:
                part = side.pop(key)
                side.setdefault(twin, {**part, KEY: twin})


def _doubles(parts: Mapping[str, Plain]) -> dict[str, str]:
    """Return the parts that say the same as another, each with the first by its key."""
    first: dict[str, str] = {}
    found = {}
    for key in sorted(parts):
        text = text_of(matter(parts[key]))
        if KEY in parts[key] and text in first:
            found[key] = first[text]
        first.setdefault(text, key)
    return found


def _count(states: States) -> int:
    return sum(each is not None for each in states)


def _values(state: Plain | None, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(bare((state or {}).get(name)) for name in names)


def _without_numbers(part: Plain) -> Plain:
    return {
        name: [_without_numbers(each) if isinstance(each, dict) else each for each in value]
        if isinstance(value, list)
        else value
        for name, value in part.items()
        if name not in _NUMBERS
    }
