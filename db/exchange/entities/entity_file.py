"""A file of FollowTheMoney entities, one JSON object a line, as lists of Popolo's objects.

https://followthemoney.tech. A Position becomes a post, an Occupancy, a Membership and a
Directorship a membership; they are then placed as those of Popolo are. Entities of other schemas
are counted and told.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

from db.errors import Refused, Unavailable
from db.exchange.entities.entity_fields import (
    HOUSEKEEPING,
    LIST_OF_SCHEMA,
    SCHEMAS,
    fields_of,
    mapping_of,
)
from db.exchange.entities.entity_things import Entity
from db.exchange.files import encoding
from db.exchange.files.odd_cells import clean_json, may_be_odd, odd_lines
from db.exchange.popolo.popolo_file import LISTS, PopoloFile
from db.exchange.popolo.popolo_values import shorten_value
from db.storage.files import disk

MAX_ENTITY_BYTES = 32 << 20  # bytes; read whole, it takes some eight times as much memory
MAX_REFUSED_LINES = 10_000
MAX_LINE_LETTERS = 4 << 20  # characters of one entity
SCHEME = "followthemoney"  # whose ids are that are no UUIDs
MAX_NESTING = 4  # levels of entities within entities
Properties = dict[str, list[Any]]


def is_entities(head: bytes) -> bool:
    """Say whether a file begins with an entity.

    >>> is_entities(b'{"id": "a", "schema": "Person", "properties": {'), is_entities(b'{"id": 1}')
    (True, False)
    """
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start.startswith(b"{"):
        return False
    line = start.split(b"\n")[0]
    return b'"schema"' in line and (b'"properties"' in line or len(line) > 1000)


def read_entities(path: Path) -> PopoloFile:
    """Return what a file of entities says. Raises Unavailable when it cannot be read, Refused when
    it is too large or holds none that is taken.
    """
    try:
        if disk.need_file(path).st_size > MAX_ENTITY_BYTES:
            raise Refused(
                f"{path.name} is larger than {MAX_ENTITY_BYTES >> 20} MB; split it into several"
                " files."
            )
        found = encoding.detect(path)
        text = disk.read_file(path).decode(found.codec, found.errors)
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except UnicodeError as error:
        raise Refused(f"{path.name} is damaged: its text breaks off; save it as UTF-8.") from error
    file = PopoloFile(path, found.codec, SCHEME, {name: [] for name in LISTS})
    file.format = "FollowTheMoney"
    file.notes += odd_lines(text)
    EntityReading(file, is_odd=may_be_odd(text)).take(text.lstrip("\ufeff"))
    return file


class EntityReading:
    """The entities of one file, read into its lists."""

    def __init__(self, file: PopoloFile, *, is_odd: bool = False) -> None:
        self.file = file
        self.is_odd = is_odd  # whether texts must be looked at for what cannot be kept
        self.others: Counter[str] = Counter()
        self.addresses: dict[str, str] = {}
        self.unused: dict[str, None] = {}
        self.schemas: dict[str, str] = {}
        self.entities: list[tuple[int, str, str, Properties, Any]] = []

    def take(self, text: str) -> None:
        """Read all lines, then what each says, since entities name others that come later."""
        for number, line in enumerate(io.StringIO(text), 1):
            if line.strip():
                self._line(number, line)
        for number, own, schema, properties, marking in self.entities:
            self._entity(number, own, schema, properties, marking)
        file = self.file
        if not (any(file.lists.values()) or file.refused):
            kinds = ", ".join(self.others) or "none"
            raise Refused(
                f"{file.path.name} holds no entity that is taken; there are {kinds}, and taken are"
                f" {', '.join(SCHEMAS)}."
            )
        self._name_posts()
        self._note_positions()
        for schema, count in self.others.items():
            entities = "1 entity" if count == 1 else f"{count:,} entities"
            verb = "was" if count == 1 else "were"
            file.notes.append(
                f"{entities} of the schema {shorten_value(schema)} {verb} left out; it has no place"
                " on the desk."
            )
            file.left_out.append(shorten_value(schema))
        file.left_out += [shorten_value(name) for name in self.unused]
        file.mapping = mapping_of(file.samples)

    def _name_posts(self) -> None:
        """Take the body's name off the name of a post, which has it behind a comma."""
        lists = self.file.lists
        bodies = {thing.id: thing.text("name") for thing in lists["organizations"] if thing.id}
        for post in lists["posts"]:
            label, body = post.text("label"), bodies.get(post.text("organization_id"), "")
            if body and label.endswith(f", {body}"):
                post.fields["label"] = label.removesuffix(f", {body}")

    def _note_positions(self) -> None:
        """Keep what a person is said to be and no stay in office says, as a remark."""
        lists = self.file.lists
        labels = {post.id: post.text("label") for post in lists["posts"]}
        offices: dict[str, set[str]] = {}
        for stay in lists["memberships"]:
            label = labels.get(stay.text("post_id")) or stay.text("role")
            offices.setdefault(stay.text("person_id"), set()).add(label)
        for person in lists["persons"]:
            known = offices.get(person.id, set())
            person.fields["notes"] += [
                f"Position: {text}" for text in person.fields.pop("positions") if text not in known
            ]

    def _line(self, number: int, line: str) -> None:
        where = f"line {number}"
        if len(line) > MAX_LINE_LETTERS:
            self._refuse(where, line, f"The line is longer than {MAX_LINE_LETTERS >> 20} million"
                         " characters.")  # fmt: skip
            return
        try:
            document = json.loads(line.replace("\0", ""), strict=False)
        except (ValueError, RecursionError):
            self._refuse(where, line, f"{where} is not JSON; mend it or export the file again.")
            return
        if not self._collect(number, document, 0):
            self._refuse(where, line, f"{where} is no entity: it gives no schema or no properties.")

    def _refuse(self, where: str, line: str, why: str) -> None:
        if len(self.file.refused) == MAX_REFUSED_LINES:
            raise Refused(
                f"{self.file.path.name} is damaged: more than {MAX_REFUSED_LINES:,} lines are no"
                " entities."
            )
        self.file.refused.append((where, shorten_value(line[:200]), why))

    def _collect(self, number: int, document: Any, depth: int) -> str:
        """Keep an entity and those within it; return its id, "" where it is none."""
        if not isinstance(document, dict) or depth > MAX_NESTING:
            return ""
        schema, given = document.get("schema"), document.get("properties")
        if not isinstance(schema, str) or not isinstance(given, dict):
            return ""
        own = document.get("id")
        own = (
            str(own).strip() if isinstance(own, (str, int)) and own != "" else f"\0{number}.{depth}"
        )
        properties: Properties = {}
        for name, value in given.items():
            values = value if isinstance(value, list) else [value]
            inner = [
                self._collect(number, each, depth + 1) if isinstance(each, dict) else each
                for each in values
            ]
            properties[str(name)] = [each for each in inner if each not in ("", None)]
        if schema == "Address":
            full = [str(each) for each in properties.get("full", ())]
            self.addresses[own] = full[0] if full else ""
        self.schemas.setdefault(own, schema)
        self.entities.append((number, own, schema, properties, document.get("marking")))
        return own

    def _entity(
        self, number: int, own: str, schema: str, properties: Properties, marking: Any
    ) -> None:
        if schema == "Address" and any(self.addresses.values()):
            return  # stands with whoever has it
        name = LIST_OF_SCHEMA.get(schema)
        if name is None:
            self.others[schema] += 1
            return
        for each, values in properties.items():
            if values:
                self.file.samples.setdefault(f"{schema}.{each}", shorten_value(values[0]))
        things = self.file.lists[name]
        odd: list[tuple[str, str, str]] = []
        if self.is_odd:
            properties = clean_json(properties, "", odd)
        fields, left = fields_of(schema, properties, self.addresses, self.schemas)
        if not own.startswith("\0"):
            fields["id"] = own
        if isinstance(marking, str) and marking:
            fields["marking"] = marking
        thing = Entity(f"line {number}", fields, len(things) + 1, schema)
        things.append(thing)
        for at, value, why in odd:
            thing.remark(f"“{value}” in {at} {why}.", thing.at(at), value)
        for property_name, value in left:
            full_name = f"{schema}.{property_name}"
            if property_name in HOUSEKEEPING:
                self.unused.setdefault(full_name)
                continue
            text = shorten_value(value)
            says = f"“{text}” in {property_name} has no place on a record; it was left out."
            thing.remark(says, thing.at(property_name), text)
            self.unused.setdefault(full_name)
