"""What can be changed of many records at once: every field of their form, and what can be done to
it. The dialog that changes many asks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from db import RECORD_TYPES, ChangeAction, FieldChange, Part
from desktop.fields import RECORD_FORMS
from desktop.fields.field_contents import Content, show
from desktop.fields.field_types import FormField, PartsTableSpec

_LIST_ACTIONS: Final = (ChangeAction.ADD, ChangeAction.REMOVE, ChangeAction.SET)
_TEXT_ACTIONS: Final = (ChangeAction.SET, ChangeAction.REPLACE)
_ACTIONS: Final = {"topics": _LIST_ACTIONS, "line": _TEXT_ACTIONS, "text": _TEXT_ACTIONS}
_TITLE_ACTIONS: Final = (ChangeAction.REPLACE,)  # no two records are called the same
MAX_SHOWN_LETTERS: Final = 60  # of a text in the preview
_LETTERS_BEFORE: Final = 12  # that are shown before the first letter that differs


class ManyField(NamedTuple):
    """A field with what can be done to it; with a `part` it is a list of these, and `field` is the
    one reference that each of them is.
    """

    field: FormField
    actions: tuple[ChangeAction, ...]
    part: type[Part] | None = None
    reference: str = ""  # the part's field

    def change(self, action: ChangeAction, content: Content, replaced: str = "") -> FieldChange:
        """Return the change that gives this content."""
        if self.part is not None:
            items = [] if content is None else [self.part(**{self.reference: content})]
            return FieldChange(self.field.name, items, action)
        return FieldChange(self.field.name, content, action, replaced)

    def blank(self, kind: str) -> Content:
        """Return what a field of a kind holds before anything is typed."""
        return None if self.part is not None else getattr(RECORD_TYPES[kind](), self.field.name)

    def text_of(self, value: Any) -> str:
        """Return in words what a record says here."""
        if self.part is None:
            return show(self.field, value)
        return ", ".join(show(self.field, getattr(item, self.reference)) for item in value)


def fields_of_many(kind: str) -> list[ManyField]:
    """Return what can be changed of many records of a kind, in the order of their form; the title
    comes last.

    >>> [each.field.label for each in fields_of_many("organization")][-4:]
    ['Purpose', 'Part of', 'Topics', 'Name']
    """
    return sorted(_fields(kind), key=lambda each: each.field.is_title)


def _fields(kind: str) -> Iterator[ManyField]:
    for section in RECORD_FORMS[kind].sections:
        for item in section.items:
            if isinstance(item, FormField):
                actions = _ACTIONS.get(item.sort, (ChangeAction.SET,))
                yield ManyField(item, _TITLE_ACTIONS if item.is_title else actions)
            elif isinstance(item, PartsTableSpec) and (reference := _only_reference(item)):
                field = FormField(item.name, item.label, "ref", kinds=reference.kinds)
                yield ManyField(field, _LIST_ACTIONS, item.of, reference.name)


def _only_reference(table: PartsTableSpec) -> FormField | None:
    """Return the one field that a line of a table is: another record, beside which only dates
    stand.
    """
    first, *others = table.columns
    is_alone = first.sort == "ref" and all(field.sort == "date" for field in others)
    return first if is_alone and not table.inner else None


def shown_difference(before: str, after: str) -> tuple[str, str]:
    """Return both texts in one line each, cut to where they begin to differ.

    >>> shown_difference("Pakistan", "India")
    ('Pakistan', 'India')
    >>> old, new = shown_difference("x" * 90 + " FWO", "x" * 90 + " F.W.O.")
    >>> old, new
    ('…xxxxxxxxxx FWO', '…xxxxxxxxxx F.W.O.')
    """
    old, new = " ".join(before.split()), " ".join(after.split())
    same = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    start = max(0, same - _LETTERS_BEFORE) if max(len(old), len(new)) > MAX_SHOWN_LETTERS else 0
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    end = start + MAX_SHOWN_LETTERS
    return "…" * bool(start) + text[start:end] + "…" * (len(text) > end)
