"""Accepted proposals become records in one change; all of it cites the text, which is kept whole.

The screen and the `intake` command ask it. A proposal that is a record of the desk adds to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from db.changes.saving import short
from db.changes.unit_of_work import Change
from db.intake.additions import add_proposal, without_doubles
from db.intake.matching.matcher import Matcher
from db.lens import Lens
from db.lists.office_keys import office_key
from db.names import fold
from db.reader import Reader
from db.record_types import (
    Citation,
    Note,
    OfficeRef,
    Organization,
    Record,
    Ref,
    Source,
    copy_with,
    field_names,
)
from db.store import Store
from db.vocabulary.countries import country_code, country_name

_ORDER: Final = ("organization", "person", "agreement", "event")  # who is named comes first
_MAX_OFFICES: Final = 50  # of those so called that are looked at


@dataclass(frozen=True, slots=True)
class AcceptedProposal:
    """A proposal that is taken, as drafted or edited; `match_id` is the record that it is."""

    record: Record
    sentence: str
    match_id: int | None = None


def accept_proposals(
    store: Store,
    accepted: Sequence[AcceptedProposal],
    source: Source,
    lens: Lens,
    dropped: Sequence[Record] = (),
) -> Change | None:
    """Write what was accepted as one change; None where the desk knows it all.

    New records are marked as the source is. `dropped` are drafts of what was not accepted: where
    others name them, no record is made of them, and a note says whom the text names as well.
    """
    records = records_of(store.reader, accepted, source, lens, dropped)
    if not records:
        return None
    return store.save(records[0], lens, f"Intake of {short(source.title)}", also=records[1:])


def records_of(
    reader: Reader,
    accepted: Sequence[AcceptedProposal],
    source: Source,
    lens: Lens,
    dropped: Sequence[Record] = (),
) -> list[Record]:
    """Return the records that accepting writes, new and added to, in the order of writing."""
    source = copy_with(source)  # which is given an id when it is written
    names = _NamesOfText(reader, lens, source, accepted)
    names.drop(dropped)
    known: dict[int, Record] = {}
    added: dict[int, Record] = {}  # several proposals may add to one record
    fresh: list[Record] = []
    for each in sorted(accepted, key=lambda one: _ORDER.index(one.record.KIND)):
        draft = without_doubles(names.resolve(names.leave_out_names(each.record)))
        citation = Citation(source=source, passage=each.sentence)
        if each.match_id is None:
            draft.marking = max(draft.marking, source.marking)
            draft.citations.append(citation)
            fresh.append(draft)
            continue
        record = known.setdefault(each.match_id, reader.get(each.match_id, lens))
        if more := add_proposal(record, draft, citation):
            known[each.match_id] = added[each.match_id] = more
    bodies = [each for each in fresh if each.KIND == "organization"]
    others = [each for each in fresh if each.KIND != "organization"]
    return [*names.new_states(bodies), *bodies, *added.values(), *others]


def _names_of(draft: Record) -> list[str]:
    names = (draft.title, *(each.text for each in draft.names), getattr(draft, "acronym", ""))
    return [name for name in names if fold(name)]


class _NamesOfText:
    """Who the names in a text are: accepted with it, known to the desk, or new."""

    def __init__(
        self, reader: Reader, lens: Lens, source: Source, accepted: Iterable[AcceptedProposal]
    ) -> None:
        self._reader = reader
        self._lens = lens
        self._source = source
        day = source.published.first if source.published else None
        self._matcher = Matcher(reader, lens, date.fromisoformat(day) if day else None)
        self._refs: dict[str, Ref] = {}
        self._offices: dict[tuple[str, str], OfficeRef] = {}
        self._states: dict[str, Organization] = {}  # that are named and not on the desk
        self._dropped: set[str] = set()
        for each in accepted:
            if each.record.KIND in ("person", "organization"):
                self._note(each)

    def _note(self, accepted: AcceptedProposal) -> None:
        draft, key = accepted.record, accepted.match_id
        title = self._reader.get(key, self._lens).title if key else draft.title
        ref = Ref(key or 0, title, draft.KIND)
        for name in (*_names_of(draft), title):
            self._refs.setdefault(fold(name), ref)

    def drop(self, drafts: Iterable[Record]) -> None:
        """Let no record be made of what these drafts are called, unless the desk has it."""
        for draft in drafts:
            if draft.KIND not in ("person", "organization"):
                continue
            for name in _names_of(draft):
                known = self._refs.get(fold(name)) or self._matcher.match_name(name).candidate
                if known is None and country_code(name) is None:
                    self._dropped.add(fold(name))

    def leave_out_names(self, record: Record) -> Record:
        """Return a record that names nobody who was dropped, with a note of who that is."""
        left_out: list[str] = []
        changed: dict[str, Any] = {}
        for name in ("participants", "parties"):
            lines = getattr(record, name, [])
            lost = [each for each in lines if each.who and self._is_dropped(each.who)]
            if lost:
                changed[name] = [each for each in lines if each not in lost]
                left_out += [each.who.title for each in lost]
        if not left_out:
            return record
        note = Note(text=f"The text also names: {', '.join(left_out)}.")
        return copy_with(record, **changed, notes=[*record.notes, note])

    def _is_dropped(self, reference: Ref) -> bool:
        return reference.is_new and fold(reference.title) in self._dropped

    def new_states(self, bodies: Sequence[Record]) -> list[Record]:
        """Return the states that are named, not on the desk and not accepted themselves."""
        titles = {fold(each.title) for each in bodies}
        return [each for each in self._states.values() if fold(each.title) not in titles]

    def resolve(self, item: Any) -> Any:
        """Return a record or part whose new references are those that the names stand for."""
        changed: dict[str, Any] = {}
        for name in field_names(item):
            value = getattr(item, name)
            if isinstance(value, Ref) and value.is_new:
                changed[name] = self._record(value)
            elif isinstance(value, OfficeRef) and value.is_new:
                changed[name] = self._office(value)
            elif isinstance(value, list) and value and field_names(value[0]):
                changed[name] = [self.resolve(each) for each in value]
        return copy_with(item, **changed)

    def _record(self, reference: Ref) -> Ref:
        key = fold(reference.title)
        if key not in self._refs:
            match = self._matcher.match_name(reference.title).candidate
            code = country_code(reference.title)
            if match is not None:
                self._refs[key] = Ref(match.id, match.title, "organization")
            elif code:
                self._refs[key] = self._state(code)
            else:
                self._refs[key] = reference
        return self._refs[key]

    def _state(self, code: str) -> Ref:
        title = country_name(code)
        state = Organization(title=title, kind="state", country=code, marking=self._source.marking)
        self._states.setdefault(code, state)
        return Ref(0, title, "organization")

    def _office(self, reference: OfficeRef) -> OfficeRef:
        """Return the office that the body has under this title or another order of its words.

        Where the text names no body but the state, it is an office of any body of the state.
        """
        assert reference.organization is not None, "an office is made in a body"
        body = reference.organization.title
        key = (fold(reference.title), fold(body))
        if key not in self._offices:
            organization = self._record(reference.organization)
            self._offices[key] = self._find_office(
                reference.title, organization, is_of_state=country_code(body) is not None
            ) or OfficeRef(0, reference.title, organization)
        return self._offices[key]

    def _find_office(self, title: str, body: Ref, *, is_of_state: bool) -> OfficeRef | None:
        wanted = office_key(title, body.title)
        found = {
            each.id: each
            for each in self._reader.find_offices(
                f"{wanted} {body.title}", self._lens, _MAX_OFFICES
            )
            if office_key(each.title, body.title) == wanted
            and each.organization
            and (is_of_state or each.organization.id == body.id)
        }
        return next(iter(found.values())) if len(found) == 1 else None
