"""What a courier says, looked at before anything of it is believed.

`courier_merge` asks `read_contents`, which reads all but the records; these `CourierContents` reads
in the order in which they are asked for, which is that of their uids.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from db.errors import Damaged, Refused
from db.exchange.courier.courier_file import CourierEntries
from db.exchange.desks.exchanges import ChangeStamp, is_count, stamp_in
from db.exchange.desks.merge_views import ViewState, view_in
from db.exchange.plain.plain_records import Plain, PlainFault, need_known_fields
from db.exchange.plain.three_way import KEY, NUMBERS
from db.exchange.plain.topic_fields import topics_in
from db.lens import known_marking
from db.lists.saved_searches import MAX_NAME_LETTERS
from db.query import LONGEST
from db.record_types import RECORD_TYPES, Source
from db.storage.unpacking import MAX_UNPACKED_BYTES, inflate, json_in
from db.tables.fields import Stored

FORMAT = 1
ABOUT, INDEX, RECORDS, SOURCES, FILES = "about", "index", "records", "sources", "files"
VIEWS, VERDICTS, TOPICS = "views", "verdicts", "topics"
DIGEST_LETTERS = 16
MAX_ENTRY_LETTERS = 8 << 20  # of several documents in one entry
MAX_CACHED = 4  # entries of records that are kept unpacked
CHANGES_TAKEN = "changes"
_DAMAGED = "The courier is damaged inside: {why}; have it made again."


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Up to which change of the receiver its sender had taken in what that sent, and how high."""

    until: ChangeStamp
    ceiling: int


@dataclass(frozen=True, slots=True)
class CourierAbout:
    """Who sends which courier of which exchange to whom, and from which change to which."""

    exchange: str
    side: int
    number: int
    sender: str
    to: str
    author: str
    time: str
    since: ChangeStamp | None
    until: ChangeStamp
    ceiling: int
    receipt: Acknowledged | None
    digests: Mapping[int, str]  # of the sender's changes
    merged: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CarriedRecord:
    """Where a record lies in the courier, and by which change it was touched last."""

    uid: str
    id: int
    kind: str
    change: int
    place: int
    is_cut: bool  # whether the ceiling left something of it out
    marking: int


@dataclass(frozen=True, slots=True)
class CarriedState:
    """A record or source as it is, as it was at `since`, and who wrote what since."""

    now: Plain | None
    base: Plain | None
    stamps: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    stamp: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class CarriedTopic:
    """What is said of a topic, what was said at `since`, and who wrote which field."""

    now: dict[str, str]
    base: dict[str, str]
    stamps: dict[str, tuple[str, str]]


def change_digest(change: ChangeStamp) -> str:
    """Return by what a change is known without telling when it was and whose."""
    text = "\x1f".join(map(str, change))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LETTERS]


def pack_entry(data: object) -> bytes:
    """Return a JSON document packed for an entry."""
    return zlib.compress(json.dumps(data, ensure_ascii=False).encode(), 3)


def add_in_parts(
    entries: CourierEntries, sort: str, documents: Mapping[str, object]
) -> dict[str, int]:
    """Add JSON documents by uid in as many entries as it takes; returns the place of each."""
    places: dict[str, int] = {}
    part: dict[str, str] = {}

    def flush() -> None:
        text = ",".join(f"{json.dumps(uid)}:{each}" for uid, each in part.items())
        data = f"{{{text}}}".encode()
        if len(data) > MAX_UNPACKED_BYTES:
            raise Refused(
                f"A record is too large to go by courier, over {MAX_UNPACKED_BYTES >> 20} MB; send"
                " the desk itself."
            )
        places.update(dict.fromkeys(part, entries.add(sort, zlib.compress(data, 3))))
        part.clear()

    size = 0
    for uid, document in documents.items():
        text = json.dumps(document, ensure_ascii=False)
        if part and size + len(text) > MAX_ENTRY_LETTERS:
            flush()
            size = 0
        part[uid] = text
        size += len(text)
    flush()
    return places


class CourierContents:
    """A courier that is open: what it says of itself, its records by uid, its sources."""

    def __init__(self, entries: CourierEntries) -> None:
        self._entries = entries
        self.about = _about_in(_unpack(entries.one(ABOUT)))
        self.records = self._read_index()
        self.sources = self._read_sources()
        self._files = {
            str(name): place for name, place in _pairs(_unpack(entries.one(FILES))) if place
        }
        self.views = _views_in(_unpack(entries.one(VIEWS)))
        self.verdicts = _verdicts_in(_unpack(entries.one(VERDICTS)))
        self.topics = _topics_in(entries.one(TOPICS))
        self._cached: dict[int, dict[str, CarriedState]] = {}

    def state(self, uid: str) -> CarriedState:
        """Return a record of the index."""
        place = self.records[uid].place
        if place not in self._cached:
            if len(self._cached) >= MAX_CACHED:
                del self._cached[next(iter(self._cached))]
            raw = _unpack(self._entries.at(place))
            _need(isinstance(raw, dict), "an entry holds no records")
            self._cached[place] = {
                key: _state_in(RECORD_TYPES[self.records[key].kind], each, key)
                for key, each in raw.items()
                if key in self.records
            }
        found = self._cached[place].get(uid)
        _need(found is not None, f"the record {uid} is not where it should be")
        assert found is not None
        return found

    def file(self, sha256: str) -> bytes | None:
        """Return the bytes of an attached file that it brings."""
        place = self._files.get(sha256)
        return None if place is None else self._entries.at(place)

    def _read_index(self) -> dict[str, CarriedRecord]:
        found: dict[str, CarriedRecord] = {}
        for data in self._entries.all_of(INDEX):
            for raw in _list_in(_unpack(data)):
                is_right = (
                    isinstance(raw, list)
                    and len(raw) == 7
                    and isinstance(raw[0], str)
                    and raw[2] in RECORD_TYPES
                    and all(map(is_count, (raw[1], raw[3], raw[4])))
                )
                _need(is_right, "its list of records")
                found[raw[0]] = CarriedRecord(
                    raw[0], raw[1], raw[2], raw[3], raw[4], bool(raw[5]), known_marking(raw[6])
                )
        return found

    def _read_sources(self) -> dict[str, tuple[int, int, CarriedState]]:
        """Return the sources by uid, each with its number and the change that touched it last."""
        found = {}
        for data in self._entries.all_of(SOURCES):
            raw = _unpack(data)
            _need(isinstance(raw, dict), "its sources")
            for uid, each in raw.items():
                _need(isinstance(each, dict), "a source")
                numbers = each.get("id"), each.get("change")
                _need(all(map(is_count, numbers)), "the number of a source")
                found[uid] = (*numbers, _state_in(Source, each, uid))
        return found


def local_states(state: CarriedState, key_of: Callable[[str], str]) -> CarriedState:
    """Return a state in which each part has the key that it is known by here."""
    now, base = (_with_keys(each, key_of) for each in (state.now, state.base))
    return CarriedState(now, base, state.stamps, state.stamp)


def _with_keys(plain: Any, key_of: Callable[[str], str]) -> Any:
    if isinstance(plain, dict):
        return {
            name: key_of(each) if name == KEY else _with_keys(each, key_of)
            for name, each in plain.items()
        }
    return [_with_keys(each, key_of) for each in plain] if isinstance(plain, list) else plain


def _need(is_right: bool, why: str) -> None:
    if not is_right:
        raise Refused(_DAMAGED.format(why=why))


def _unpack(data: bytes | None) -> Any:
    try:
        return json_in(inflate(data, MAX_UNPACKED_BYTES, "an entry"), "an entry")
    except Damaged as error:
        raise Refused(_DAMAGED.format(why="an entry cannot be read")) from error


def _list_in(value: Any) -> list[Any]:
    _need(isinstance(value, list), "a list of it")
    return list(value)


def _pairs(value: Any) -> Iterable[tuple[str, int]]:
    _need(isinstance(value, dict), "its list of files")
    _need(all(map(is_count, value.values())), "its list of files")
    return value.items()  # type: ignore[no-any-return]


def _views_in(raw: Any) -> dict[str, tuple[ViewState | None, ViewState | None]]:
    """Return the saved searches that changed, as they are and were, by key."""
    _need(isinstance(raw, dict), "its saved searches")
    found = {}
    for key, pair in raw.items():
        _need(isinstance(pair, list) and len(pair) == 2, "a saved search")
        now, base = (None if each is None else _view_in(each) for each in pair)
        found[str(key)] = now, base
    return found


def _topics_in(data: bytes | None) -> dict[str, CarriedTopic]:
    """Return what is said of topics, as it is and was; couriers of former days say nothing."""
    raw = _unpack(data) if data is not None else {}
    _need(isinstance(raw, dict), "its topics")
    found = {}
    for topic, each in raw.items():
        _need(isinstance(each, list) and len(each) == 3, "a topic")
        states = topics_in({str(n): state for n, state in enumerate(each[:2])})
        _need(states is not None and isinstance(each[2], dict), "a topic")
        stamps = {str(name): _stamp_in(stamp) for name, stamp in each[2].items()}
        found[str(topic)] = CarriedTopic((states or {})["0"], (states or {})["1"], stamps)
    return found


def _view_in(raw: Any) -> ViewState:
    _need(isinstance(raw, dict), "a saved search")
    texts = [raw.get(name) for name in ("name", "kind", "query")]
    _need(all(isinstance(each, str) and each for each in texts), "a saved search")
    _need(texts[1] in RECORD_TYPES and len(str(texts[0])) <= MAX_NAME_LETTERS, "a saved search")
    _need(len(str(texts[2])) <= LONGEST, "a saved search")
    _need(raw.get("is_exact") in (0, 1) and is_count(raw.get("marking")), "a saved search")
    return view_in(raw)


def _verdicts_in(raw: Any) -> set[tuple[str, str]]:
    pairs = _list_in(raw)
    _need(all(isinstance(each, list) and len(each) == 2 for each in pairs), "a verdict")
    _need(all(isinstance(uid, str) for each in pairs for uid in each), "a verdict")
    return {(one, other) for one, other in pairs}


def _about_in(raw: Any) -> CourierAbout:
    _need(isinstance(raw, dict), "what it says of itself")
    says = raw.get("format")
    if says != FORMAT:
        raise Refused(f"The courier is of format {str(says)[:20]}, this program knows {FORMAT};"
                      " open it with the program that made it.")  # fmt: skip
    texts = [raw.get(name) for name in ("exchange", "from", "to", "by", "made")]
    _need(all(isinstance(each, str) for each in texts), "who made it for whom")
    numbers = [raw.get(name) for name in ("side", "number", "ceiling")]
    _need(all(map(is_count, numbers)), "its number")
    until, receipt = stamp_in(raw.get("until")), raw.get("receipt")
    _need(until is not None, "its last change")
    assert until is not None
    acknowledged = None
    if isinstance(receipt, dict) and (last := stamp_in(receipt.get("until"))) is not None:
        acknowledged = Acknowledged(last, known_marking(receipt.get("ceiling")))
    digests = raw.get(CHANGES_TAKEN)
    _need(isinstance(digests, list), "its list of changes")
    _need(all(isinstance(e, list) and len(e) == 2 and is_count(e[0]) for e in digests), "a change")
    merged = raw.get("merged")
    _need(isinstance(merged, dict) and all(isinstance(e, str) for e in merged.values()), "mergers")
    exchange, sender, to, author, time = map(str, texts)
    side, number, ceiling = (int(each) for each in numbers if each is not None)
    return CourierAbout(
        exchange, side, number, sender, to, author, time, stamp_in(raw.get("since")), until,
        known_marking(ceiling), acknowledged, {key: str(value) for key, value in digests}, merged,
    )  # fmt: skip


def _state_in(of: type[Stored], raw: Any, uid: str) -> CarriedState:
    _need(isinstance(raw, dict), f"the record {uid}")
    states = raw.get("now"), raw.get("base")
    for plain in states:
        if plain is not None:
            _need(isinstance(plain, dict) and plain.get("uid") == uid, f"the uid of {uid}")
            try:
                need_known_fields(of, _without_numbers(plain, uid))
            except PlainFault as fault:
                raise Refused(_DAMAGED.format(why=f"the record {uid}, {fault}")) from fault
    stamps = raw.get("stamps") or {}
    _need(isinstance(stamps, dict), f"who wrote {uid}")
    return CarriedState(*states, _stamps_in(stamps), _stamp_in(raw.get("stamp")))


def _without_numbers(plain: Plain, uid: str) -> Plain:
    """Return plain values without what numbers their parts; refuse numbers that are none."""
    found: Plain = {}
    for name, value in plain.items():
        if name in NUMBERS:
            is_right = is_count(value) if name in ("id", "row") else isinstance(value, str)
            _need(is_right, f"a number in {uid}")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            _need(all(isinstance(each, dict) for each in value), f"a part of {uid}")
            found[name] = [_without_numbers(each, uid) for each in value]
        else:
            found[name] = value
    return found


def _stamps_in(raw: Mapping[str, Any]) -> dict[str, dict[str, tuple[str, str]]]:
    return {
        str(key): {str(name): _stamp_in(each) for name, each in columns.items()}
        for key, columns in raw.items()
        if isinstance(columns, dict)
    }


def _stamp_in(raw: Any) -> tuple[str, str]:
    is_right = isinstance(raw, list) and len(raw) == 2 and all(isinstance(e, str) for e in raw)
    return (raw[0], raw[1]) if is_right else ("", "")
