"""A Popolo file as lists of objects: persons, organizations, posts, memberships, events, areas.

The import asks. A file is Popolo by its content: lists under these names, a bare list of one of
them, or one single object.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.errors import Refused, Unavailable
from db.exchange.files import encoding
from db.exchange.files.odd_cells import may_be_odd, odd_lines
from db.exchange.mapping.global_ids import identity
from db.exchange.popolo.popolo_nesting import hoist
from db.exchange.popolo.popolo_values import Thing, shorten_value, sort_of
from db.storage.files import disk

# the lists of a file in the order in which they are taken, and what else they may be called
LISTS = ("areas", "organizations", "posts", "persons", "events", "memberships")
ALSO = {"people": "persons", "organisations": "organizations", "bodies": "organizations"}
# fields that only, or mostly, objects of one list have: how bare objects are told apart
TELLING = {
    "persons": (
        "given_name", "family_name", "additional_name", "patronymic_name", "sort_name",
        "honorific_prefix", "honorific_suffix", "birth_date", "death_date", "gender", "biography",
        "national_identity", "nationality", "citizenship", "other_names", "contact_details",
        "email", "identifiers", "images",
    ),
    "organizations": (
        "founding_date", "dissolution_date", "classification", "abstract", "posts", "other_names",
        "contact_details", "identifiers",
    ),
    "memberships": (
        "person_id", "person", "on_behalf_of_id", "on_behalf_of", "post_id", "member_id", "member",
        "organization_id", "legislative_period_id", "role",
    ),
    "posts": ("organization_id", "organization", "label", "role", "maximum_memberships"),
    "events": (
        "start_date", "end_date", "location", "attendees", "organization_id", "classification",
        "start_time", "end_time",
    ),
    "areas": ("geometry", "type", "parent_id", "identifier"),
}  # fmt: skip
KIND_LISTS = {
    "people": "persons",
    "organizations": "organizations",
    "offices": "posts",
    "tenures": "memberships",
    "events": "events",
}
NAMES = ("name", "label", "given_name", "family_name", "sort_name")
ENVELOPES = ("result", "results", "items", "data", "objects")
_OPENING = re.compile(r"\s*(?:\{\s*(?:\"|\}|$)|\[\s*(?:[\[{\]\"]|$))")
_IDLE = re.compile(
    r"\b(?:ep|popolo|json|v|export|data|dump|copy|final|latest|new|updated?|clean(?:ed)?|fixed"
    r"|\w?\d\w*)\b"
)
GENERIC = frozenset((
    *LISTS, *ALSO, "members", "politicians", "parliament", "legislature", "all", "list", "file",
    "downloads", "documents", "desktop", "tmp", "temp",
))  # fmt: skip
MAX_JSON_BYTES = 128 << 20  # bytes; read whole, it takes some ten times as much memory
HEAD_BYTES = 4096


@dataclass(slots=True)
class PopoloFile:
    """What one file holds; `scheme` is whose its plain ids are, `notes` concern the whole file.

    `refused` are parts of the file that are no objects: (where, value, why).
    """

    path: Path
    encoding: str
    scheme: str
    lists: dict[str, list[Thing]]
    notes: list[str] = field(default_factory=list)
    refused: list[tuple[str, str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    format: str = "Popolo"  # another whose objects were read as those of Popolo
    mapping: dict[str, str] = field(default_factory=dict)  # of such a format
    samples: dict[str, str] = field(default_factory=dict)  # likewise: heading → first value

    @property
    def count(self) -> int:
        """How many objects there are."""
        return sum(map(len, self.lists.values())) + len(self.refused)

    def key(self, own: str) -> tuple[str, str]:
        """Return the identifier that an id of the file is."""
        return identity(own, self.scheme)


def is_json(path: Path) -> bool:
    """Say whether a file's text begins as JSON does; not when it cannot be read."""
    try:
        with disk.open_file(path) as file:
            head = file.read(HEAD_BYTES)
    except (OSError, disk.NotAFile):  # told by whoever reads it
        return False
    if not head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith((b"{", b"[")):
        return False
    found = encoding.detect(path)
    text = head.decode(found.codec, "ignore").replace("\0", "")
    return _OPENING.match(text.lstrip("\ufeff")) is not None


def read_popolo(path: Path, kind: str | None = None) -> PopoloFile:
    """Return the objects of a file; `kind` settles what a bare list holds.

    Raises Unavailable when it cannot be read, Refused when it is not JSON or not Popolo.
    """
    document, codec, notes, is_odd = _read_json(path)
    read = PopoloFile(path, codec, file_scheme(path), {name: [] for name in LISTS}, notes)
    document = _unwrap(document)
    if isinstance(document, list):
        name = _list_name(document, kind) or _refuse(path)
        _take(read, name, document, "")
    elif isinstance(document, dict):
        _take_lists(read, document, kind)
    else:
        _refuse(path)
    if is_odd:
        for thing in (each for things in read.lists.values() for each in things):
            thing.clean()
    hoist(read.lists)
    return read


def _read_json(path: Path) -> tuple[Any, str, list[str], bool]:
    notes: list[str] = []
    twice: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(found)
        if len(fields) != len(found) and not twice:
            names = [name for name, _ in found]
            twice.append(next(name for name in names if names.count(name) > 1))
        return fields

    try:
        if path.stat().st_size > MAX_JSON_BYTES:
            raise Refused(
                f"{path.name} is larger than {MAX_JSON_BYTES >> 20} MB; split it into several"
                " files."
            )
        found = encoding.detect(path)
        text = disk.read_file(path).decode(found.codec, found.errors)
        notes += odd_lines(text)
        text = text.replace("\0", "")
        document = json.loads(text.lstrip("\ufeff"), strict=False, object_pairs_hook=pairs)
        is_odd = may_be_odd(text)
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except json.JSONDecodeError as error:
        raise Refused(_not_json(path, error)) from error
    except (RecursionError, MemoryError) as error:
        raise Refused(
            f"{path.name} is nested too deep to be read; Popolo needs a few levels only."
        ) from error
    except ValueError as error:  # text that breaks off, or a number of thousands of figures
        raise Refused(f"{path.name} is damaged and cannot be read as JSON.") from error
    notes += [
        f"“{shorten_value(name)}” is given twice in one object; the last was taken."
        for name in twice
    ]
    if found.codec not in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        notes.append(f"The file was read as {found.codec}; check that accents look right.")
    return document, found.codec, notes, is_odd


def _not_json(path: Path, error: json.JSONDecodeError) -> str:
    if error.msg == "Extra data":
        return (
            f"{path.name}, line {error.lineno}, begins a second JSON document; Popolo is one, with"
            " lists of persons, organizations and memberships."
        )
    return (
        f"{path.name}, line {error.lineno}, column {error.colno}, is not JSON"
        f" ({error.msg.rstrip(':').lower()}); mend it there or export the file again."
    )


def _unwrap(document: Any) -> Any:
    """Return what lies in the envelope of an answer from the web, or the document itself."""
    if isinstance(document, dict) and not any(_list_by_name(name) for name in document):
        for name in ENVELOPES:
            if isinstance(document.get(name), (list, dict)):
                return document[name]
    return document


def _list_by_name(name: str) -> str:
    """Return the list that a name of the file stands for, or ""."""
    name = ALSO.get(name, name)
    return name if name in LISTS else ""


def _take_lists(read: PopoloFile, document: dict[str, Any], kind: str | None) -> None:
    lists = {name: value for name, value in document.items() if _list_by_name(name)}
    own = _list_name([document], kind)
    if own and (not lists or "name" in document or "id" in document):
        _take(read, own, [document], "", single=True)  # an organization with its posts, say
        return
    if not lists:
        _refuse(read.path)
    for name, value in lists.items():
        if isinstance(value, list):
            _take(read, _list_by_name(name), value, name)
        elif value is not None:
            why = f"{name} is {sort_of(value)} where a list is expected."
            read.refused.append((name, shorten_value(value), why))
    read.left_out = [shorten_value(name) for name in document if name not in lists]


def _take(
    read: PopoloFile, name: str, items: list[Any], where: str, *, single: bool = False
) -> None:
    for place, item in enumerate(items):
        at = "" if single else f"{where}[{place}]"
        if isinstance(item, dict):
            read.lists[name].append(Thing(at, item, place + 1))
        else:
            why = f"{at} is {sort_of(item)} where an object is expected."
            read.refused.append((at, shorten_value(item), why))


def _list_name(items: list[Any], kind: str | None) -> str:
    """Say which list bare objects belong to, or "" when they are none of Popolo's."""
    objects = [item for item in items[:200] if isinstance(item, dict)]
    if kind in KIND_LISTS:
        return KIND_LISTS[kind] if objects else ""
    marks = {
        name: sum(field in item for item in objects for field in context)
        for name, context in TELLING.items()
    }
    if not all(marks["memberships"] and _is_membership(item) for item in objects):
        marks["memberships"] = 0
    best = max(marks, key=lambda name: marks[name])
    if best == "memberships":
        return best
    names = [
        item
        for item in objects
        if any(isinstance(item.get(name), str) for name in NAMES)
        or isinstance(item.get("other_names"), list)
    ]
    if not names or "schema" in objects[0]:  # FollowTheMoney names the schema of each object
        return ""
    if marks[best]:
        return best
    bare = {"id", "name", "@type", "@context"}
    return "persons" if all(bare >= item.keys() for item in objects) else ""


def _is_membership(item: dict[str, Any]) -> bool:
    who = {"person_id", "person", "member_id", "member"} & item.keys()
    return bool(
        who and {"organization_id", "organization", "post_id", "post", "role"} & item.keys()
    )


def _refuse(path: Path) -> str:
    raise Refused(
        f"{path.name} is JSON but not Popolo: it has no list of persons, organizations, posts,"
        " memberships, events or areas."
    )


def file_scheme(path: Path) -> str:
    """Say whose ids those of a file are: its name without version, date and idle words, or its
    folder's where the name says nothing, so that files of one folder are of one scheme.

    >>> file_scheme(Path("Ireland-2017.json")), file_scheme(Path("/x/Chad/persons.json"))
    ('ireland', 'chad')
    """
    names = [_telling(path.stem), _telling(path.resolve().parent.name)]
    return next((name for name in names if name and name not in GENERIC), names[0] or "file")


def _telling(name: str) -> str:
    words = re.sub(r"[\W_]+", " ", name.casefold())
    return " ".join(_IDLE.sub(" ", words).split())
