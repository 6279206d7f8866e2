"""What becomes of each record when two copies of a desk are brought together; nothing is written.

`merge_desks` asks it. Records are looked at that the other desk touched since the two had all in
common; merged ones stay merged, and none goes that something still names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.merge_base import BaseStates, OtherSide
from db.exchange.desks.side_history import fields_stamp, stamp_columns
from db.exchange.plain.group_states import GroupStates, SideLore, Writing
from db.exchange.plain.hidden_values import visible_values
from db.exchange.plain.plain_records import Plain, uid_of, with_uids
from db.exchange.plain.plain_writing import ids_by_uid, offices_in, references, walk
from db.exchange.plain.three_way import OURS, TAKEN, THEIRS, WHOLE, Clash, Decide, merge_states
from db.progress import PacedProgress
from db.record_types import RECORD_TYPES, Source
from db.storage.id_lists import RECORDS_A_PIECE

DecideFor = Callable[[str, Clash], str]  # by the uid of the record


@dataclass(slots=True)
class MergePlan:
    """`records` are what each touched record becomes by uid, None where it goes; `ours` and
    `theirs` what it is; `former` are uids that lead to another record, `kept_records` those that
    one side deleted and something names.
    """

    records: dict[str, Plain | None] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    ours: dict[str, Plain] = field(default_factory=dict)
    theirs: dict[str, Plain] = field(default_factory=dict)
    sources: dict[str, Plain] = field(default_factory=dict)
    former: dict[str, str] = field(default_factory=dict)
    kept_records: dict[str, str] = field(default_factory=dict)  # uid → who names it
    withheld: int = 0


def canonical_uids(*merged: dict[str, str]) -> dict[str, str]:
    """Return for each uid that was merged into another the one that it is in the end.

    >>> canonical_uids({"a": "b"}, {"b": "c"})
    {'a': 'c', 'b': 'c'}
    >>> canonical_uids({"a": "b"}, {"b": "a"})
    {'b': 'a'}
    """
    links = [link for each in merged for link in each.items()]
    groups: dict[str, set[str]] = {}
    for former, head in links:
        joined = groups.get(former, {former}) | groups.get(head, {head})
        groups |= dict.fromkeys(joined, joined)
    found = {}
    for uid, group in sorted(groups.items()):
        heads = group - {former for former, _ in links}
        head = min(heads or group)
        if uid != head:
            found[uid] = head
    return found


class MergePlanner:
    """Makes one plan; `decide` settles what both sides changed."""

    def __init__(
        self,
        ours: DeskSide,
        theirs: OtherSide,
        base: BaseStates,
        decide: DecideFor,
        pace: PacedProgress,
    ) -> None:
        self._ours = ours
        self._theirs = theirs
        self._decide = decide
        self._pace = pace
        self._base = base
        self._former = canonical_uids(ours.merged, theirs.merged)
        self._members: dict[str, list[str]] = {}
        for former, head in self._former.items():
            self._members.setdefault(head, []).append(former)
        self.plan = MergePlan(former=self._former)
        self._hidden: set[str] = set()

    def make(self) -> MergePlan:
        """Return what becomes of each record and source that the other desk touched."""
        touched, sources = self._base.touched_rows()
        wanted = self._uids_to_merge(touched)
        self._pace.begin(len(wanted))
        uids = sorted(wanted)
        for at in range(0, len(uids), RECORDS_A_PIECE):
            self._merge(uids[at : at + RECORDS_A_PIECE])
        self._keep_named_records()
        self._merge_sources(sources)
        self.plan.withheld = len(self._hidden)
        return self.plan

    # which records

    def _uids_to_merge(self, touched: Collection[int]) -> set[str]:
        """Return the uids of the records to look at, those above the ceiling left out."""
        theirs = self._theirs.uids_of(touched)
        ours = ids_by_uid(self._ours.sql, "record", theirs)
        hidden = self._theirs.hidden_ids(touched)
        here = self._ours.hidden_ids(ours.values())
        self._hidden = {uid for uid, ids in theirs.items() if ids & hidden}
        self._hidden |= {uid for uid, key in ours.items() if key in here}
        wanted = {self._former.get(uid, uid) for uid in theirs if uid not in self._hidden}
        # what of ours names a record that goes into another
        goes = ids_by_uid(self._ours.sql, "record", self._former)
        if goes:
            naming = self._ours.naming(goes.values())
            wanted |= {self._former.get(uid, uid) for uid in self._ours.uids_of(naming)}
            wanted |= {self._former[uid] for uid in goes}
        return wanted - self._hidden

    def _states(self, uids: Collection[str]) -> tuple[dict[str, Plain], ...]:
        """Return base, ours and theirs of records and of those merged into them."""
        ours, theirs = self._ours.read(uids), self._theirs.read(uids)
        base = self._base.read(uids, ours)
        self.plan.ours |= ours
        self.plan.theirs |= theirs
        return tuple(
            {uid: with_uids(plain, self._former) for uid, plain in each.items()}
            for each in (base, ours, theirs)
        )

    # each record

    def _merge(self, uids: Collection[str]) -> None:
        members = {uid: self._members.get(uid, []) for uid in uids}
        everything = {*uids, *(each for group in members.values() for each in group)}
        base, ours, theirs = self._states(everything)
        plan = self.plan
        for uid in uids:
            self._pace.step(1)
            kind = self._kind(uid, members[uid])
            if kind is None:
                continue  # it was made and deleted on the other desk
            group = (uid, *members[uid])
            states = [
                [base.get(each) for each in group],
                [self._member(each, ours, base, self._ours.merged, group) for each in group],
                [self._member(each, theirs, base, self._theirs.merged, group) for each in group],
            ]
            merged = self._merge_group(kind, states, self._decider(uid))
            plan.kinds[uid] = kind
            plan.records[uid] = merged if merged is None else {**merged, "uid": uid}

    @staticmethod
    def _member(
        uid: str,
        side: Mapping[str, Plain],
        base: Mapping[str, Plain],
        merged: Mapping[str, str],
        group: Collection[str],
    ) -> Plain | None:
        """Return a state of one side. Who deleted a record that another made one with a further
        one said nothing of what they say as one: to make them one is an edit, which wins.
        """
        if uid in side or len(group) == 1 or uid in merged or uid not in base:
            return side.get(uid)
        found: Plain = _without_ids(base[uid], ("id", "row"))
        return found

    def _merge_group(
        self, kind: str, states: list[list[Plain | None]], decide: Decide
    ) -> Plain | None:
        """Merge a record, and with it those that either side made one with it: as one record on
        each side and before, so that it makes no difference which of them a side kept.
        """
        of, (base, ours, theirs) = RECORD_TYPES[kind], states
        if len(base) == 1:
            return merge_states(of, base[0], ours[0], _without_ids(theirs[0]), decide)
        lores = (_lore_of(side, kind) for side in (self._ours, self._theirs))
        return GroupStates(of, base, ours, theirs, *lores).merge(decide)

    def _kind(self, uid: str, members: Iterable[str]) -> str | None:
        for each in (uid, *members):
            for side in (self._ours, self._theirs):
                if each in side.kinds:
                    return side.kinds[each]
        return None

    def _decider(self, uid: str) -> Decide:
        return lambda clash: self._decide(uid, clash)

    # what something names

    def _keep_named_records(self) -> None:
        """Keep records and offices that one side deleted where the other names them."""
        plan = self.plan
        while True:
            titles = {
                uid: plain["title"]
                for plain in plan.records.values()
                if plain is not None
                for uid, _ in references(plain)
            }
            titles |= self._named_by_others()
            there = ids_by_uid(self._ours.sql, "record", titles)
            missing = [
                uid
                for uid in titles
                if (plan.records[uid] is None if uid in plan.records else uid not in there)
            ]
            if not missing:
                break
            self._keep(missing, titles)
        self._keep_offices()

    def _named_by_others(self) -> dict[str, str]:
        """Return which records that are to go are named by records that stay as they are."""
        plan = self.plan
        goes = [uid for uid, plain in plan.records.items() if plain is None and uid in plan.ours]
        found: dict[str, str] = {}
        for uid in goes:
            key = plan.ours[uid]["id"]
            for other in self._ours.uids_of(self._ours.naming([key])):
                if other not in plan.records and other not in self._former:
                    found[uid] = other
        return found

    def _keep(self, uids: Collection[str], titles: dict[str, str]) -> None:
        plan = self.plan
        unknown = [uid for uid in uids if uid not in plan.records]
        plan.theirs |= self._theirs.read_references(unknown)
        # a courier brings only what was changed: what is named is known here as it was last
        lacking = [uid for uid in unknown if uid not in plan.theirs]
        removed = self._ours.read_removed_records(lacking)
        plan.theirs |= {uid: {**plain, WHOLE: OURS} for uid, plain in removed.items()}
        plan.former |= self._ours.removed_mergers(unknown)
        kinds = self._ours.kinds | self._theirs.kinds
        plan.kinds |= {uid: kinds[uid] for uid in unknown if uid in plan.theirs}
        for uid in uids:
            state = plan.ours.get(uid)
            if state is None and uid in plan.theirs:
                state = {WHOLE: THEIRS, **_without_ids(plan.theirs[uid])}
            if state is not None:
                plan.records[uid] = with_uids(state, self._former)
                plan.kept_records[uid] = titles[uid]
            else:
                self._drop(uid)

    def _drop(self, uid: str) -> None:
        """Leave out every mention of a record that neither side shows."""
        for key, plain in self.plan.records.items():
            if plain is not None and any(each == uid for each, _ in references(plain)):
                self.plan.records[key] = visible_values(plain, {uid}, self._ours.lens)[0]

    def _keep_offices(self) -> None:
        plan = self.plan
        for plain in list(plan.records.values()):
            for office in offices_in(plain or {}):
                body = uid_of(office["organization"])
                if body not in plan.records:
                    if office["uid"] in ids_by_uid(self._ours.sql, "office", [office["uid"]]):
                        continue
                    ours = self._ours.read([body])
                    plan.ours |= ours
                    plan.records[body] = ours[body]
                    plan.kinds[body] = "organization"
                owner = plan.records[body]
                assert owner is not None, "a body that is named stays"
                offices = owner.get("offices", [])
                if all(each["uid"] != office["uid"] for each in offices):
                    added = self._office_state(body, office)
                    plan.records[body] = {**owner, "offices": [*offices, added]}

    def _office_state(self, body: str, office: Plain) -> Plain:
        for side in (self.plan.ours, self.plan.theirs):
            for each in side.get(body, {}).get("offices", ()):
                if each["uid"] == office["uid"]:
                    return {name: value for name, value in each.items() if name != "id"}
        return {"uid": office["uid"], "title": office["title"]}

    # sources

    def _merge_sources(self, touched: Collection[int]) -> None:
        """Merge the sources that the other desk changed, and bring those that records cite."""
        plan = self.plan
        cited = {
            each["source"]
            for plain in plan.records.values()
            if plain is not None
            for each in plain.get("citations", ())
        }
        changed = self._theirs.source_uids(touched)
        here = ids_by_uid(self._ours.sql, "source", {*cited, *changed})
        new = self._theirs.read_sources(cited - here.keys())
        plan.sources = dict(new)
        wanted = changed.keys() & here.keys()
        ours, theirs = (side.read_sources(wanted) for side in (self._ours, self._theirs))
        base = self._base.read_sources({uid: here[uid] for uid in wanted}, changed, ours)
        for uid in ours.keys() & theirs.keys():
            merged = merge_states(
                Source, base.get(uid), ours[uid], _without_ids(theirs[uid]), self._decider(uid)
            )
            if merged is not None and TAKEN in merged:
                plan.sources[uid] = merged
                plan.ours[uid], plan.theirs[uid] = ours[uid], theirs[uid]


def _lore_of(side: OtherSide, kind: str) -> SideLore:
    """Return what a side's history says beside the states of its records of a kind."""

    def writing(row: int | None, names: tuple[str, ...]) -> Writing:
        return Writing(
            fields_stamp(side.row_stamps, kind, row, names).time,
            row is not None
            and any(
                not side.taken_columns(table, row).isdisjoint(columns)
                for table, columns in stamp_columns(kind, names)
            ),
        )

    return SideLore(writing, side.is_dropped)


def _without_ids(plain: Any, left_out: Collection[str] = ("id",)) -> Any:
    """Return a state of another desk or record without the ids of its rows: none is ours."""
    if isinstance(plain, dict):
        return {
            name: _without_ids(each, left_out)
            for name, each in plain.items()
            if name not in left_out
        }
    return [_without_ids(each, left_out) for each in plain] if isinstance(plain, list) else plain


def cited_files(plain: Plain) -> Iterator[str]:
    """Yield the hashes of the files that are attached to a record."""
    for part in walk(plain):
        if "sha256" in part:
            yield part["sha256"]
