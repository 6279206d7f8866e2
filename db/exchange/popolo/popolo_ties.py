"""What an object of a Popolo file names by id or by name: another object of it, or a record.

Memberships, posts, events and bodies ask. What is neither in the file nor on the desk is told by
its name and its place.
"""

from __future__ import annotations

from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.popolo.popolo_file import PopoloFile
from db.exchange.popolo.popolo_values import PopoloMark, Thing
from db.names import fold

SINGULAR = {"persons": "person", "organizations": "organization", "events": "event"}
WORDS = {**SINGULAR, "posts": "post", "areas": "area"}


class Ties:
    """The objects of one file by id and by name."""

    def __init__(self, file: PopoloFile) -> None:
        self.file = file
        self._by_key = {
            name: {thing.key: thing for thing in reversed(things)}
            for name, things in file.lists.items()
        }
        self._by_name: dict[str, dict[str, list[Thing]]] = {}
        # Lists that have been taken; others are sought on the desk.
        self.taken_lists: set[str] = set()

    def is_in(self, key: str, name: str) -> bool:
        """Say whether an object of a list of the file has this id."""
        return key in self._by_key[name]

    def thing(self, thing: Thing, field: str, name: str) -> Thing | None:
        """Return the object that a field names by `…_id` or by name; None where none is."""
        key = thing.tie(f"{field}_id")
        if key:
            return self._by_key[name].get(key)
        if isinstance(thing.fields.get(field), str):
            alike = self._find_by_name(name, thing.text(field))
            return alike[0] if len(alike) == 1 else None
        return None

    def _find_by_name(self, name: str, text: str) -> list[Thing]:
        if name not in self._by_name:
            known: dict[str, list[Thing]] = {}
            for each in self.file.lists[name]:
                label = each.fields.get("name") or each.fields.get("label")
                if isinstance(label, str):
                    known.setdefault(fold(label), []).append(each)
            self._by_name[name] = known
        key = fold(text)
        return self._by_name[name].get(key, []) if key else []

    def record_of(self, thing: Thing, field: str, other: Thing) -> int:
        """Return the record of an object. Raises RowFault when that was itself refused."""
        if other.record:
            return other.record
        other_name = other.fields.get("name") or other.fields.get("label")
        text = other_name if isinstance(other_name, str) else other.id
        raise RowFault(thing.at(field), other.id, f"{other.where} (“{text[:80]}”) was refused.")

    def find(self, thing: Thing, field: str, name: str, at: RowContext) -> int:
        """Return the record that a field names, 0 when it names none. Raises RowFault when it is
        unknown.

        Sought in the file, then on the desk by the identifier, then by the name.
        """
        other = self.thing(thing, field, name)
        column = f"{field}_id"
        if other is not None and (other.record or name in self.taken_lists):
            return self.record_of(thing, column if thing.tie(column) else field, other)
        key, word = thing.tie(column), WORDS[name]
        if key and not isinstance(key, PopoloMark):
            found = at.desk.find_by_identifier(SINGULAR[name], *self.file.key(key))
            if found is None and other is not None and other.text("name"):
                return self._on_desk(thing, column, name, other.text("name"), at)
            if found is None:
                raise RowFault(
                    thing.at(column), key,
                    f"No {word} with the id “{key[:80]}” is in the file or on the desk.",
                )  # fmt: skip
            return found.id
        text = thing.text(field)
        if not text:
            return 0
        return self._on_desk(thing, field, name, text, at)

    def _on_desk(self, thing: Thing, field: str, name: str, text: str, at: RowContext) -> int:
        candidates = at.desk.find_by_name(SINGULAR[name], text)
        if len(candidates) != 1:
            how = f"{len(candidates)} are" if candidates else f"No {WORDS[name]} is"
            raise RowFault(
                thing.at(field),
                text[:80],
                f"{how} called “{text[:80]}” in the file or on the desk.",
            )
        return candidates[0].id

    def soft(self, thing: Thing, field: str, name: str, at: RowContext) -> int:
        """Find as `find` does; what is unknown is told and left out."""
        try:
            return self.find(thing, field, name, at)
        except RowFault as fault:
            thing.remark(f"{fault.column}: {fault.why} It was left out.")
            return 0

    def name_of(self, thing: Thing, field: str, name: str) -> str:
        """Return the name of what a field names; its bare id when that is all the file says."""
        other = self.thing(thing, field, name)
        if other is not None:
            return other.text("name", "label") or other.id
        if text := thing.text(field):
            return text
        key = thing.tie(f"{field}_id")
        if key and not isinstance(key, PopoloMark):
            thing.remark(
                f"{thing.at(field)}_id: no {WORDS[name]} with the id “{key[:80]}” is in the file."
            )
            return key
        return ""
