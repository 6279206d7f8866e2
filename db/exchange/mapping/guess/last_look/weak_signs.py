"""Columns taken for a target by a part of their heading alone: the import asks for a look.

`mapping_guess` asks. What the values show by themselves is no weak sign.
"""

from __future__ import annotations

from db.exchange.mapping.guess.headings import HEADINGS, fold, is_phrase
from db.exchange.mapping.guess.shapes import FileColumn
from db.exchange.mapping.targets import TARGETS

Found = dict[str, list[FileColumn]]

_MIN_SHARE = 0.6  # of the values that show what they are
_LOOK_OF = {
    "name": "person", "person": "person", "participants": "person", "organization": "body",
    "organizations": "body", "office": "office", "title": "agreement",
}  # fmt: skip
_BODIES = {"name": "body", "title": "event"}
_SHAPES = ("date", "end")
_CALLED = {
    "signed": "the day of signature", "in_force": "the day of entry into force",
    "terminated": "the day of its end", "from": "the first day in office",
    "to": "the last day in office", "born": "the day of birth", "died": "the day of death",
    "start": "the first day", "end": "the last day", "founded": "the day of foundation",
    "dissolved": "the day of dissolution", "name": "the name", "person": "the person",
    "title": "the title", "office": "the office", "organization": "the body",
    "participants": "those who took part", "organizations": "the bodies that took part",
}  # fmt: skip


def remarks_on_weak_signs(kind: str, found: Found) -> list[str]:
    """Tell of the days, names, offices and bodies that only a part of a heading speaks for.

    >>> days = FileColumn("Signed for us", 1, values={"12 March 2019": None})
    >>> remarks_on_weak_signs("agreements", {"signed": [days]})[0][:58]
    '“Signed for us” was taken for the day of signature by a pa'
    """
    return [
        f"“{column.heading}” was taken for {_CALLED[target]} by a part of its heading; check that"
        " it is so."
        for target, columns in found.items()
        if target in _CALLED and target in TARGETS[kind]
        for column in columns[:1]
        if _is_weak(kind, target, column)
    ]


def _is_weak(kind: str, target: str, column: FileColumn) -> bool:
    if column.template or is_phrase(fold(column.heading), HEADINGS[kind].get(target, ())):
        return False
    if fold(column.heading) == fold(target):
        return False
    if TARGETS[kind][target].shape in _SHAPES:
        return True
    looks = {_LOOK_OF.get(target), _BODIES.get(target) if kind != "people" else None} - {None}
    return all(column.share(look) < _MIN_SHARE for look in looks if look)
