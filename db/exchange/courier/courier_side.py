"""A courier as the other side of a merge: what it carries by uid, all else as this desk has it.

`courier_merge` makes one; `merge_plan` and what follows ask it as they ask another desk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from typing import Any

from db.exchange.courier.courier_contents import (
    CarriedState,
    CourierContents,
    local_states,
)
from db.exchange.courier.part_keys import local_key
from db.exchange.desks.desk_side import DeskSide, Ids
from db.exchange.desks.merge_base import Touched, read_before
from db.exchange.desks.merge_views import Views, ViewState
from db.exchange.desks.side_history import Stamp
from db.exchange.plain.hidden_values import visible_values
from db.exchange.plain.plain_records import Plain, marking_of
from db.exchange.plain.three_way import KEY
from db.exchange.plain.topic_fields import past_topics
from db.lens import HIGHEST, Lens
from db.lists.today.topic_retention import Topics


class CourierSide:
    """The other desk as a courier tells of it, to a desk that parted from it at `fork`."""

    def __init__(self, contents: CourierContents, ours: DeskSide, fork: int) -> None:
        self.contents = contents
        self.lens = ours.lens
        self.fork = fork
        self.merged = dict(contents.about.merged)
        self._ours = ours
        self._uid_of = {each.id: each.uid for each in contents.records.values()}
        self._stamps: dict[str, dict[str, Stamp]] = {}
        self._changes: dict[int, str] = {}
        self._hidden = {
            each.uid for each in contents.records.values() if not self.lens.shows(each.marking)
        }

    @property
    def kinds(self) -> dict[str, str]:
        """The kinds of the records that were read, by uid."""
        carried = {uid: each.kind for uid, each in self.contents.records.items()}
        return self._ours.kinds | carried

    def uids_of(self, ids: Collection[int]) -> Ids:
        """Return the uids of carried records, with their numbers on the other desk."""
        return {self._uid_of[key]: {key} for key in ids if key in self._uid_of}

    def hidden_ids(self, ids: Collection[int]) -> set[int]:
        """Return which of these lie above this reader's ceiling."""
        return {key for key in ids if self._uid_of.get(key) in self._hidden}

    def state(self, uid: str) -> CarriedState:
        """Return a carried record as it is and was there, as far as the lens shows it."""
        state = local_states(self.contents.state(uid), self._local_key)
        for row, columns in state.stamps.items():
            self._stamps[row] = {name: Stamp(*each) for name, each in columns.items()}
        if self.lens.ceiling >= self.contents.about.ceiling:
            return state
        now, base = (
            visible_values(each, self._hidden, self.lens)[0] if each is not None else None
            for each in (state.now, state.base)
        )
        return CarriedState(now, base, state.stamps, state.stamp)

    def is_cut(self, uid: str) -> bool:
        """Say whether a ceiling left something of a record out, the sender's or the reader's."""
        is_lower = self.lens.ceiling < self.contents.about.ceiling
        return is_lower or self.contents.records[uid].is_cut

    def read(self, uids: Iterable[str]) -> dict[str, Plain]:
        """Return records as they are there: what is not carried is as it is here."""
        wanted = list(uids)
        carried = [uid for uid in wanted if uid in self.contents.records]
        found = self._ours.read([uid for uid in wanted if uid not in self.contents.records])
        for uid in carried:
            if uid not in self._hidden and (plain := self.state(uid).now) is not None:
                found[uid] = plain
        return found

    def read_references(self, uids: Collection[str]) -> dict[str, Plain]:
        """Return records that it names, as it carries them; else as this desk had them when the
        sender last took in what this desk sent: nothing was done to them there since.
        """
        receipt = self.contents.about.receipt
        change = receipt.until[0] if receipt is not None else self.fork
        past = {uid: ids for uid in uids if (ids := self._ours.numbers_of(uid))}
        return self._ours.read_past(past, change) | self.read(uids)

    def source_uids(self, ids: Collection[int]) -> dict[str, int]:
        """Return the uids of carried sources, with their numbers on the other desk."""
        return {uid: each[0] for uid, each in self.contents.sources.items() if each[0] in ids}

    def read_sources(self, uids: Iterable[str]) -> dict[str, Plain]:
        """Return the carried sources with these uids as they are there."""
        return self._source_states(uids, "now")

    def read_base_sources(self, uids: Iterable[str]) -> dict[str, Plain]:
        """Return the carried sources with these uids as they were there."""
        return self._source_states(uids, "base")

    def _source_states(self, uids: Iterable[str], which: str) -> dict[str, Plain]:
        found = {}
        for uid in uids:
            each = self.contents.sources.get(uid)
            plain: Any = getattr(each[2], which) if each is not None else None
            if plain is not None and self.lens.shows(marking_of(plain)):
                found[uid] = plain
        return found

    def attached_file(self, sha256: str) -> bytes | None:
        """Return the bytes of an attached file, None where the courier brings none such."""
        return self.contents.file(sha256)

    def place_of(self, uid: str) -> tuple[str, int | None]:
        """Return the table of a record's kind, or of sources, and the number of the row there."""
        if uid in self.contents.records:
            each = self.contents.records[uid]
            return each.kind, each.id
        source = self.contents.sources.get(uid)
        return "source", None if source is None else source[0]

    def row_stamps(self, table: str, row: int) -> dict[str, Stamp]:
        """Return who wrote each column of a row last, since the last courier; "" is who made it."""
        return self._stamps.get(f"{table} {row}", {})

    def taken_columns(self, table: str, row: int) -> Set[str]:
        """Return nothing: a courier does not tell what its sender took from others."""
        return frozenset()

    def is_dropped(self, key: str) -> bool:
        """Say no: a courier does not tell it."""
        return False

    def record_stamp(self, uid: str) -> Stamp:
        """Return who touched a record last."""
        if uid not in self.contents.records:
            return Stamp()
        return Stamp(*self.contents.state(uid).stamp)

    def last_change(self) -> tuple[int, str, str] | None:
        """Return the last change of the other desk, where all of that was carried."""
        return self.contents.about.until if self.contents.about.ceiling >= HIGHEST else None

    def verdicts(self) -> set[tuple[str, str]]:
        """Return the pairs that are not the same, of the records that are carried."""
        return {pair for pair in self.contents.verdicts if not self._hidden & set(pair)}

    def views(self) -> Views:
        """Return the saved searches as they are there: what is not carried is as it is here."""
        return self.views_with(self._ours.views(), {key: now for key, (now, _) in self._views()})

    def base_views(self, ours: Views, past: Views | None) -> Views:
        """Return the saved searches as they were: those carried as they were here in the past that
        is given, or as the courier says.
        """
        carried = {
            key: past.get(key) if past is not None else base for key, (_, base) in self._views()
        }
        return self.views_with(ours, carried)

    def views_with(self, ours: Views, carried: Mapping[str, ViewState | None]) -> Views:
        """Return saved searches with what is carried of them, as far as the lens shows it."""
        rest = {key: view for key, view in ours.items() if key not in carried}
        visible = {k: v for k, v in carried.items() if v is not None and self.lens.shows(v.marking)}
        return rest | visible

    def _views(self) -> list[tuple[str, tuple[ViewState | None, ViewState | None]]]:
        return [(self._local_key(key), pair) for key, pair in self.contents.views.items()]

    def topics(self) -> Topics:
        """Return what it says of topics."""
        return {topic: each.now for topic, each in self.contents.topics.items()}

    def topic_stamp(self, topic: str, name: str) -> Stamp:
        """Return who wrote a field of a topic last."""
        return Stamp(*self.contents.topics[topic].stamps.get(name, ("", "")))

    def settings(self) -> dict[str, str]:
        """Return nothing: settings have no history, so that none can have changed since."""
        return {}

    def _local_key(self, key: str) -> str:
        return local_key(key, self.fork, self._stamp_of)

    def _stamp_of(self, change: int) -> str:
        """Return when and by whom a change of this desk was made, as keys say it."""
        if change not in self._changes:
            row = self._ours.sql.one("SELECT time, author FROM change WHERE id=?", (change,))
            self._changes[change] = f"{row[0]} {row[1]}" if row else ""
        return self._changes[change]


class CourierBase:
    """The state that both come from: what the sender knew that this desk has.

    Where the sender had taken in a courier of this desk since, that is what this desk sent, if it
    can show all of the record; else what the courier says the record was when the last one went.
    """

    def __init__(self, ours: DeskSide, theirs: CourierSide, acknowledged: int | None) -> None:
        about = theirs.contents.about
        self._theirs = theirs
        self._is_first = about.since is None
        self._change = theirs.fork if self._is_first else acknowledged
        ceiling = min(ours.lens.ceiling, about.ceiling)
        if not self._is_first and about.receipt is not None:
            ceiling = min(ceiling, about.receipt.ceiling)
        lens = Lens(ours.lens.as_of, ceiling)
        self._low = DeskSide(ours.sql, lens, ours.history.fork, history=ours.history)

    def touched_rows(self) -> Touched:
        """Return what is carried and was not common already when the two parted."""
        contents, fork = self._theirs.contents, self._theirs.fork
        records = {each.id for each in contents.records.values() if not 0 < each.change <= fork}
        sources = {number for number, change, _ in contents.sources.values() if change > fork}
        return records, sources

    def read(self, uids: Collection[str], ours: Mapping[str, Plain]) -> dict[str, Plain]:
        """Return records as they were; what is not carried is as it is here."""
        carried = self._theirs.contents.records
        found = {uid: ours[uid] for uid in uids if uid not in carried and uid in ours}
        from_here = [
            uid
            for uid in uids
            if uid in carried and (self._is_first or not self._theirs.is_cut(uid))
        ]
        if self._change is None:
            from_here = []
        elif from_here and self._change:
            now = self._low.read(from_here)
            for uid, plain in read_before(self._low, from_here, now, self._change).items():
                is_cut = self._theirs.is_cut(uid)
                found[uid] = known_to(plain, self._theirs.state(uid).now) if is_cut else plain
        for uid in carried.keys() & set(uids) - set(from_here):
            if (base := self._theirs.state(uid).base) is not None:
                found[uid] = base
        return found

    def read_sources(
        self, here: Mapping[str, int], there: Mapping[str, int], ours: Mapping[str, Plain]
    ) -> dict[str, Plain]:
        """Return sources as they were when the last courier went."""
        return self._theirs.read_base_sources(here)

    def read_views(self, ours: Views) -> Views:
        """Return the saved searches as they were; what is not carried is as it is here."""
        past = self._low.past_views(self._change) if self._change is not None else None
        return self._theirs.base_views(ours, past)

    def read_topics(self) -> Topics:
        """Return what was said of the topics that it tells of."""
        carried = self._theirs.contents.topics
        if self._change is not None:
            past = past_topics(self._low.sql, self._low.lens, self._change) if self._change else {}
            return {topic: past.get(topic, {}) for topic in carried}
        return {topic: each.base for topic, each in carried.items()}


def known_to(base: Plain, theirs: Plain | None) -> Plain:
    """Return a state without the parts and names that another one does not show, since it may only
    hide them.

    >>> known_to({"note": "n", "notes": [{"key": "1"}, {"key": "2"}]}, {"notes": [{"key": "2"}]})
    {'note': 'n', 'notes': [{'key': '2'}]}
    """
    if theirs is None:
        return base
    found: Plain = {}
    for name, value in base.items():
        other = theirs.get(name)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            there = {_key_of(each): each for each in other or ()}
            found[name] = [
                known_to(each, there[_key_of(each)]) for each in value if _key_of(each) in there
            ]
        elif not isinstance(value, dict) or "uid" not in value or other is not None:
            found[name] = value
    return found


def _key_of(part: Plain) -> str:
    return str(part.get(KEY) or part.get("uid") or "")
