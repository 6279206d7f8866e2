"""Records as plain values that name each other by uid: what the bundle writes and a merge compares.

Every declared field stands by its own name, empty ones are left out. What cannot be what its
declaration says is refused with the path to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeVar, get_args

from db.dates import HistoricalDate
from db.dates.days import sortable_day
from db.dates.edtf import read_edtf
from db.errors import Refused
from db.lens import HIGHEST
from db.record_types import OfficeRef, Ref, Source
from db.tables.fields import Meaning, Stored, meanings
from db.vocabulary.choices import MARKINGS
from db.vocabulary.kinds import KINDS

Plain = dict[str, Any]
LEFT_OUT = frozenset(("id", "version", "data"))  # a desk's own numbers, and what lies elsewhere
BUNDLE_FORMAT = 1
FORMER = "former"  # the uids of records that were merged into one
MAX_NUMBER = 1 << 62
Item = TypeVar("Item", bound=Stored)
_AS_THEY_ARE = frozenset((str, int, bool, float))  # JSON has them too
_LEFT_OUT_EMPTY = frozenset((type(None), str, list))  # 0 and False say something


class Uids(Protocol):
    """Says by which uid what a record names is known on every desk."""

    def uid(self, ref: Ref) -> str:
        """Return the uid of a record."""
        ...

    def office_uid(self, ref: OfficeRef) -> str:
        """Return the uid of an office."""
        ...


class Numbers(Protocol):
    """Says by which number what plain values name by uid is known on this desk."""

    def record(self, uid: str) -> int:
        """Return the id of a record."""
        ...

    def office(self, uid: str) -> int:
        """Return the id of an office."""
        ...

    def source(self, uid: str) -> Source:
        """Return a source."""
        ...


class PlainFault(Exception):
    """A value that cannot be what its field holds: where, and why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}" if path else why)


def to_plain(value: Any, uids: Uids) -> Any:
    """Return a record, a part or a value as JSON holds it: empty fields are left out."""
    if isinstance(value, HistoricalDate):
        return {"edtf": value.edtf, "words": value.words} if value.words else value.edtf
    if isinstance(value, OfficeRef):
        body = value.organization
        return {
            "uid": uids.office_uid(value),
            "title": value.title,
            "organization": to_plain(body, uids) if body else None,
        }
    if isinstance(value, Ref):
        return {"uid": uids.uid(value), "title": value.title, "kind": value.kind}
    if isinstance(value, list):
        return [to_plain(item, uids) for item in value]
    if isinstance(value, Stored):
        return _plain_fields(value, uids)
    return value


def _plain_fields(stored: Stored, uids: Uids) -> Plain:
    values: Plain = {}
    fields = stored.__dict__  # where a declared class holds its fields
    for name, sort in _written_fields(type(stored)):
        value = fields[name]
        if not value and type(value) in _LEFT_OUT_EMPTY:
            continue
        if sort == "marking":
            values[name] = MARKINGS[value]
        elif sort == "source":
            values[name] = value.uid
        elif type(value) in _AS_THEY_ARE:
            values[name] = value
        else:
            values[name] = to_plain(value, uids)
    return values


@cache
def _written_fields(of: type[Stored]) -> tuple[tuple[str, str], ...]:
    """Return the names of the fields that are written, each with the sort of what it holds."""
    return tuple((name, meaning.sort) for name, meaning in meanings(of) if name not in LEFT_OUT)


def refs_in(stored: Stored) -> Iterator[Ref | OfficeRef]:
    """Yield the records and offices that a record or a part names, those in its parts too."""
    fields = stored.__dict__
    for name, sort in _naming_fields(type(stored)):
        value = fields[name]
        if sort == "parts":
            for part in value:
                yield from refs_in(part)
        elif value:
            yield value
            if isinstance(value, OfficeRef) and value.organization:
                yield value.organization


@cache
def _naming_fields(of: type[Stored]) -> tuple[tuple[str, str], ...]:
    """Return the fields that name another record or office, and those of parts."""
    return tuple(
        pair for pair in _written_fields(of) if pair[1] in ("reference", "office", "parts")
    )


def from_plain(of: type[Item], plain: Plain, numbers: Numbers, path: str = "") -> Item:
    """Return the record or part that plain values are; raises `PlainFault`.

    A field that is left out is empty, whatever its default; `id` of a part is its number here.
    """
    values: dict[str, Any] = {}
    for field in _fields(of):
        raw = plain.get(field.name)
        if raw is None:
            values[field.name] = field.empty()
        else:
            read = READ.get(field.meaning.sort) or _text
            values[field.name] = read(raw, _At(field, numbers, f"{path}{field.name}"))
    values["id"] = plain.get("id", 0)
    return of.of_values(values)


def need_known_fields(of: type[Stored], plain: object, path: str = "") -> None:
    """Refuse what is no object, and a field that the declaration does not know."""
    if not isinstance(plain, dict):
        raise PlainFault(path, "it is no object")
    known = {field.name: field for field in _fields(of) if field.name not in LEFT_OUT}
    for name, value in plain.items():
        if name not in known:
            raise PlainFault(f"{path}{name[:40]}", "no such field is known")
        if (inner := known[name].inner) is not None:
            for place, item in enumerate(value if isinstance(value, list) else ()):
                need_known_fields(inner, item, f"{path}{name}[{place}].")


@dataclass(frozen=True, slots=True)
class _PlainField:
    """A declared field: what it means, what it is while empty, and the class of its parts."""

    name: str
    meaning: Meaning
    empty: Callable[[], Any]
    inner: type[Stored] | None


@dataclass(frozen=True, slots=True)
class _At:
    """Where a value stands, and who knows what it names."""

    field: _PlainField
    numbers: Numbers
    path: str

    def fault(self, why: str) -> PlainFault:
        return PlainFault(self.path, why)


@cache
def _fields(of: type[Stored]) -> tuple[_PlainField, ...]:
    found = []
    for name, meaning in meanings(of):
        declared = of.model_fields[name]
        inner = get_args(declared.annotation)[0] if meaning.sort == "parts" else None
        make = declared.default_factory
        empty: Callable[[], Any] = (
            make if make is not None else _always(_empty(meaning.sort, declared.default))  # type: ignore[assignment]
        )
        found.append(_PlainField(name, meaning, empty, inner))
    return tuple(found)


def _empty(sort: str, default: Any) -> Any:
    return "" if isinstance(default, str) else default


def _always(value: Any) -> Callable[[], Any]:
    return lambda: value


def _text(raw: Any, at: _At) -> str:
    if not isinstance(raw, str):
        raise at.fault("it is no text")
    return raw


def _number(raw: Any, at: _At) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or not -MAX_NUMBER < raw < MAX_NUMBER:
        raise at.fault("it is no whole number")
    return raw


def _flag(raw: Any, at: _At) -> bool:
    if not isinstance(raw, bool):
        raise at.fault("it is neither true nor false")
    return raw


def _marking(raw: Any, at: _At) -> int:
    if raw not in MARKINGS:
        raise at.fault(f"it is none of {', '.join(MARKINGS)}")
    return MARKINGS.index(raw)


def _date(raw: Any, at: _At) -> HistoricalDate:
    words = ""
    if isinstance(raw, dict):
        raw, words = raw.get("edtf"), raw.get("words")
    if not isinstance(raw, str) or not isinstance(words, str):
        raise at.fault("it is no date")
    if not raw:
        return HistoricalDate("", None, None, words)
    try:
        edtf, extent = read_edtf(raw)
    except Refused as refusal:
        raise at.fault("it is no date") from refusal
    first, last = extent.first, extent.last
    return HistoricalDate(edtf, first and sortable_day(first), last and sortable_day(last), words)


def uid_of(raw: Any) -> str:
    """Return the uid that a reference holds, "" where it is none."""
    uid = raw.get("uid") if isinstance(raw, dict) else None
    return uid if isinstance(uid, str) else ""


def marking_of(plain: Plain) -> int:
    """Return how high a line is marked; what is no marking counts as the highest."""
    word = plain.get("marking", MARKINGS[0])
    return MARKINGS.index(word) if word in MARKINGS else HIGHEST


def with_uids(value: Any, uids: Mapping[str, str], *, is_top: bool = True) -> Any:
    """Return plain values that name records by other uids; the outermost keeps its own.

    >>> with_uids({"uid": "a", "part_of": {"uid": "a", "title": "X"}}, {"a": "b"})
    {'uid': 'a', 'part_of': {'uid': 'b', 'title': 'X'}}
    """
    if isinstance(value, list):
        return [with_uids(each, uids, is_top=False) for each in value]
    if not isinstance(value, dict):
        return value
    found = {name: with_uids(each, uids, is_top=False) for name, each in value.items()}
    if not is_top and found.get("uid") in uids:
        found["uid"] = uids[found["uid"]]
    return found


def _reference(raw: Any, at: _At) -> Ref:
    uid = uid_of(raw)
    title, kind = (raw.get("title"), raw.get("kind")) if uid else (None, None)
    if not isinstance(title, str) or kind not in KINDS:
        raise at.fault("it names no record")
    return Ref(at.numbers.record(uid), title, kind)


def _office(raw: Any, at: _At) -> OfficeRef:
    uid = uid_of(raw)
    title, body = (raw.get("title"), raw.get("organization")) if uid else (None, None)
    if not isinstance(title, str) or not isinstance(body, dict) or not uid_of(body):
        raise at.fault("it names no office")
    if not isinstance(body.get("title"), str):
        raise at.fault("its body has no name")
    number = at.numbers.office(uid)
    return OfficeRef(
        number, title, Ref(at.numbers.record(uid_of(body)), body["title"], "organization")
    )


def _source(raw: Any, at: _At) -> Source:
    return at.numbers.source(_text(raw, at))


def _parts(raw: Any, at: _At) -> list[Any]:
    if not isinstance(raw, list):
        raise at.fault("it is no list")
    inner = at.field.inner
    assert inner is not None
    items = []
    for place, item in enumerate(raw):
        if not isinstance(item, dict):
            raise at.fault("it holds what is no object")
        items.append(from_plain(inner, item, at.numbers, f"{at.path}[{place}]."))
    return items


def _topics(raw: Any, at: _At) -> list[str]:
    if not isinstance(raw, list) or not all(isinstance(item, str) and item for item in raw):
        raise at.fault("it is no list of topics")
    return list(raw)


# How a value of each sort is read; every other sort is a text.
READ: Mapping[str, Callable[[Any, _At], Any]] = {
    **dict.fromkeys(("number", "size"), _number),
    "flag": _flag,
    "marking": _marking,
    "date": _date,
    "reference": _reference,
    "office": _office,
    "source": _source,
    "parts": _parts,
    "topics": _topics,
}
