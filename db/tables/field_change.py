"""One change of one field that many records take alike: a value set, added, removed, or a text
replaced. `Store.change_field` writes it and the window shows beforehand what it makes of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.tables.fields import meanings
from db.tables.parts import Part


class ChangeAction(StrEnum):
    """What is done to the field; `ADD` and `REMOVE` are for lists, `REPLACE` is for texts."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`field` is the name of a record's field, `value` what it is given: for a list, its items.

    `REPLACE` puts `value` wherever the field says `replaced`, letter for letter.
    """

    field: str
    value: Any
    action: ChangeAction = ChangeAction.SET
    replaced: str = ""

    def new_value(self, old: Any) -> Any:
        """Return what a field that says `old` says afterwards; `old` where nothing is to be done.

        >>> FieldChange("country", "pk").new_value("")
        'pk'
        >>> FieldChange("topics", ["trade"], ChangeAction.ADD).new_value(["minerals", "trade"])
        ['minerals', 'trade']
        >>> FieldChange("topics", ["trade"], ChangeAction.REMOVE).new_value(["minerals", "trade"])
        ['minerals']
        >>> FieldChange("title", "MoU", ChangeAction.REPLACE, "MOU").new_value("MOU on trade")
        'MoU on trade'
        """
        if self.action == ChangeAction.REPLACE:
            return old.replace(self.replaced, self.value) if self.replaced and old else old
        if not isinstance(old, list):
            return self.value
        return _changed_list(old, self.value, self.action)


def _changed_list(old: list[Any], given: Sequence[Any], action: ChangeAction) -> list[Any]:
    """Return a list as it is after the action. An item that stays is the record's own, with all
    that it says; one that is added is a copy, since each record makes it a line of its own.
    """
    wanted = {_identity(item) for item in given}
    if action == ChangeAction.REMOVE:
        return [item for item in old if _identity(item) not in wanted]
    there = {_identity(item) for item in old}
    remaining = [item for item in old if action == ChangeAction.ADD or _identity(item) in wanted]
    new = [item for item in given if _identity(item) not in there]
    return [*remaining, *(item.model_copy() if isinstance(item, Part) else item for item in new)]


def _identity(item: Any) -> object:
    """Return what an item of a list is known by: a topic by its words, a part by what it names."""
    if not isinstance(item, Part):
        return item
    return tuple(
        getattr(getattr(item, name), "id", None)
        for name, meaning in meanings(type(item))
        if meaning.sort == "reference"
    )
