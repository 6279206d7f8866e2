"""The day on which the conditions of a rule are met, by whom, and what is missing until then.

Counted in one world: with each uncertain date at its first possible day, or at its last.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from db.law.acts import (
    CONSENTS,
    DEPOSITS,
    EVER,
    EXITS,
    NEVER,
    NOTICE,
    SIGNATURES,
    AgreementFacts,
    PartyFacts,
)
from db.law.rules.conditions import (
    Condition,
    Deposits,
    Occasion,
    Proportion,
    Share,
    is_state,
    party_key,
)
from db.law.rules.in_force_rules import InForceRule
from db.law.rules.periods import count_of

_GOING = EXITS | {NOTICE}
_OF_ALL = frozenset({"exchange of instruments", "last notification"})  # each party does it


class Trigger(NamedTuple):
    """The day all conditions are met, NEVER if they are not; by whose acts; what is missing."""

    day: int
    who: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class _Move(NamedTuple):
    """A party comes into the count on a day, or goes out of it; without a party a day to look."""

    day: int
    is_in: bool = True
    party: PartyFacts | None = None


def find_trigger(rule: InForceRule, facts: AgreementFacts, is_late: bool) -> Trigger:
    """Return when a rule's conditions are met, going through the deposits day by day."""
    quick = _nth_deposit(rule, facts, is_late) or _deposit_of_all(rule, facts, is_late)
    if quick is not None:
        return quick
    count = _Tally(rule, facts, is_late)
    for day, moves in groupby(count.moves(), key=lambda move: move.day):
        came = []
        for move in moves:
            if move.party is not None:
                if move.is_in:
                    count.present[move.party.identity] = move.party.key
                    came.append(move.party.name)
                else:
                    count.present.pop(move.party.identity, None)
        count.day = day
        if all(map(count.is_met, rule.conditions)):
            return Trigger(day, tuple(dict.fromkeys(came)))
    return Trigger(NEVER, (), tuple(filter(None, map(count.missing, rule.conditions))))


def _nth_deposit(rule: InForceRule, facts: AgreementFacts, is_late: bool) -> Trigger | None:
    """Return the nth deposit, of rules that ask for no more where nobody took one back by then:
    most.
    """
    wanted = rule.conditions[0]
    is_plain = isinstance(wanted, Deposits) and not wanted.names and not wanted.of
    if not is_plain or len(rule.conditions) > 1:
        return None
    assert isinstance(wanted, Deposits)
    found, first_exit = _first_days(facts.parties, DEPOSITS, is_late)
    if len(found) < wanted.count:
        if first_exit < NEVER:
            return None
        missing = count_of(wanted.count - len(found), "more ratification")
        return Trigger(NEVER, (), (missing,))
    days = sorted([day for day, _ in found])
    day = days[wanted.count - 1]
    return _trigger_on(day, found) if day < first_exit else None


def _deposit_of_all(rule: InForceRule, facts: AgreementFacts, is_late: bool) -> Trigger | None:
    """Return the day on which both sides, or all, had exchanged instruments."""
    if len(rule.conditions) > 1:
        return None
    wanted, parties = rule.conditions[0], facts.bound_parties()
    if not isinstance(wanted, Occasion) or wanted.what not in _OF_ALL or len(parties) < 2:
        return None
    found, first_exit = _first_days(parties, CONSENTS, is_late)
    if len({party.identity for party in parties}) < len(parties):
        return None  # a party that stands there twice counts once
    if len(found) == len(parties):
        day = max([day for day, _ in found])
        return _trigger_on(day, found) if day < first_exit else None
    if first_exit < NEVER:
        return None
    count = _Tally(rule, facts, is_late)
    count.present = {party.identity: party.key for _, party in found}
    return Trigger(NEVER, (), (count.missing(wanted),))


def _first_days(
    parties: Iterable[PartyFacts], kinds: frozenset[str], is_late: bool
) -> tuple[list[tuple[int, PartyFacts]], int]:
    """Return when each party first did one of these things for itself, of those that did; and the
    day on which the first of them went out again, NEVER where none did.
    """
    found = []
    first_exit = NEVER
    for party in parties:
        first = NEVER
        for act in party.acts:
            kind = act[0]
            if kind in kinds:
                if act.territory or act.towards or act.date_of == "effect":
                    continue
                if (day := act[1].pick(is_late)) < first:
                    first = day
            elif kind in _GOING:
                first_exit = min(first_exit, act.days.pick(is_late))
        if EVER < first < NEVER:
            found.append((first, party))
    return found, first_exit


def _trigger_on(day: int, found: list[tuple[int, PartyFacts]]) -> Trigger:
    return Trigger(day, tuple(dict.fromkeys([each.name for at, each in found if at == day])))


class _Tally:
    """Who has consented by a day, as one rule looks at it."""

    def __init__(self, rule: InForceRule, facts: AgreementFacts, is_late: bool) -> None:
        self.facts = facts
        self.is_late = is_late
        self.present: dict[int | str, str] = {}  # identity → the key that rules name it by
        self.day = EVER
        self._parties = facts.bound_parties()
        self._identities = {party.identity for party in self._parties}
        self._by_hand = NEVER if facts.share_met is None else facts.share_met.pick(is_late)
        self._named_keys = {
            party_key(name)
            for each in rule.conditions
            if isinstance(each, Deposits)
            for name in each.names
        }
        # A deposit of an instrument counts; a notification where that is what sets the clock going.
        occasions = any(isinstance(each, Occasion) for each in rule.conditions)
        self._counted = CONSENTS if occasions else DEPOSITS

    def moves(self) -> list[_Move]:
        """Return what changes the count, by day."""
        moves = []
        for party in self._parties:
            for act in party.own_acts():
                if act.date_of == "effect" and act.kind in CONSENTS:
                    continue  # not the day of the deposit
                if act.kind in self._counted:
                    moves.append(_Move(act.days.pick(self.is_late), True, party))
                elif act.kind == NOTICE or act.kind in EXITS:
                    moves.append(_Move(act.days.pick(self.is_late), False, party))
        for days in (self.facts.share_met, self.facts.concluded):
            if days is not None:
                moves.append(_Move(days.pick(self.is_late)))
        for party in self._parties:
            moves += [
                _Move(act.days.pick(self.is_late))
                for act in party.own_acts()
                if act.kind in SIGNATURES
            ]
        return sorted((each for each in moves if EVER < each.day < NEVER), key=lambda each: each[0])

    def is_met(self, condition: Condition) -> bool:
        """Say whether a condition is met by the day reached."""
        if isinstance(condition, Occasion):
            return self._is_occasion(condition.what)
        if isinstance(condition, Share):
            return self._by_hand <= self.day
        if isinstance(condition, Proportion):
            return self._lacking_part(condition) <= 0
        if condition.of and not self._is_countable(condition.of):
            return self._by_hand <= self.day
        return self._lacking(condition) <= 0 and not self._absent(condition)

    def missing(self, condition: Condition) -> str:
        """Say what a condition lacks, "" where it is met."""
        if self.is_met(condition):
            return ""
        if isinstance(condition, Occasion):
            return self._missing_occasion(condition.what)
        if isinstance(condition, Share):
            return condition.words()
        if isinstance(condition, Proportion):
            return f"{count_of(self._lacking_part(condition), 'more ratification')} of signatories"
        if condition.of and not self._is_countable(condition.of):
            return condition.words()
        lacking, absent = self._lacking(condition), self._absent(condition)
        parts = []
        if lacking > len(absent):
            of = f" of {', '.join(condition.of)}" if condition.of else ""
            parts.append(count_of(lacking, "more ratification") + of)
        if absent:
            parts.append(f"{'that' if parts else 'ratification'} of {_names(absent)}")
        return ", among them ".join(parts)

    def _lacking(self, condition: Deposits) -> int:
        wanted = {party_key(name) for name in condition.of}
        keys = self.present.values()
        return condition.count - sum(not wanted or key in wanted for key in keys)

    def _absent(self, condition: Deposits) -> list[str]:
        keys = set(self.present.values())
        return [name for name in condition.names if party_key(name) not in keys]

    def _lacking_part(self, condition: Proportion) -> int:
        signatories = self._signatories()
        if condition.is_of_others:
            by_name = {each.identity for each in self._parties if each.key in self._named_keys}
            signatories = signatories - by_name
        return condition.least_of(len(signatories)) - len(signatories & self.present.keys())

    def _is_countable(self, names: tuple[str, ...]) -> bool:
        """Say whether names are states or parties: a group's members are told by hand only."""
        keys = {party.key for party in self._parties}
        return all(is_state(name) or party_key(name) in keys for name in names)

    def _signatories(self) -> set[int | str]:
        """Return who signed; where no signature is recorded, who is listed."""
        signed = {
            party.identity
            for party in self._parties
            if any(act.kind in SIGNATURES for act in party.own_acts())
        }
        return signed or self._identities

    def _is_occasion(self, what: str) -> bool:
        if what == "signature":
            return self._signature() <= self.day
        if what == "all signatories":
            signatories = self._signatories()
            return bool(signatories) and signatories <= self.present.keys()
        if what == "exchange of notes" and not self._has_consents():
            return self._signature() <= self.day  # the notes are the agreement
        return len(self._identities) > 1 and self._identities <= self.present.keys()

    def _has_consents(self) -> bool:
        return any(act.kind in CONSENTS for party in self._parties for act in party.own_acts())

    def _signature(self) -> int:
        if self.facts.concluded is not None:
            return self.facts.concluded.pick(self.is_late)
        days = [
            min(
                (act.days.pick(self.is_late) for act in party.own_acts() if act.kind in SIGNATURES),
                default=NEVER,
            )
            for party in self._parties
        ]
        return max(days, default=NEVER)

    def _missing_occasion(self, what: str) -> str:
        if what == "signature":
            return "signature"
        wanted = self._signatories() if what == "all signatories" else None
        absent = [
            party.name
            for party in self._parties
            if party.identity not in self.present and (wanted is None or party.identity in wanted)
        ]
        verb = {"last notification": "notification", "exchange of notes": "note"}
        word = verb.get(what, "ratification")
        return f"{word} of {_names(absent) if absent else what}"


def _names(names: list[str], limit: int = 8) -> str:
    """Join names, and count those beyond a few.

    >>> _names(["Egypt", "Iran", "Israel"])
    'Egypt, Iran and Israel'
    """
    if len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
