"""When an agreement and each of its parties are in force: spells of days, worked out of acts.

In one world each uncertain date is at its first possible day, in the other at its last; where
both give the same answer it is certain. `answers` puts the two together and gives the reasons.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from db.errors import Refused
from db.law.acts import (
    CEASED,
    CONSENTS,
    ENTRY,
    EVER,
    EXITS,
    NEVER,
    NOTICE,
    NOTICE_TAKEN_BACK,
    RESUMED,
    SUSPENDED,
    AgreementFacts,
    PartyAct,
    PartyFacts,
)
from db.law.rules.durations import Term, read_term
from db.law.rules.in_force_rules import InForceRule, read_in_force_rule
from db.law.rules.later_rules import LaterRule, read_later_rule
from db.law.rules.periods import ON_THE_DAY
from db.law.rules.withdrawal_rules import WithdrawalRule, read_withdrawal_rule
from db.law.thresholds import Trigger, find_trigger

Rule = TypeVar("Rule")
EPOCH = -2_000_000  # no agreement is older: what lies before stands for an open beginning


@dataclass(slots=True)
class BoundSpell:
    """A time for which a party is bound, from `since` to the day before `until`."""

    since: int
    consent: PartyAct | None = None
    is_stated: bool = False
    computed: int | None = None  # where a stated day was given beside
    until: int = NEVER
    notice: PartyAct | None = None
    exit_why: str = ""
    is_exit_unknown: bool = False
    suspensions: list[tuple[int, int]] = field(default_factory=list)

    def is_on(self, day: int) -> bool:
        """Say whether it runs on a day."""
        return self.since <= day < self.until

    def is_suspended(self, day: int) -> bool:
        """Say whether it is suspended on a day."""
        return any(first <= day < last for first, last in self.suspensions)


@dataclass(slots=True)
class World:
    """An agreement's days in one world, and the spells of its parties by identity."""

    in_force: int
    computed: int
    trigger: Trigger
    until: int
    builder: _Builder
    why_until: str = ""
    _spells: dict[int | str, list[BoundSpell]] | None = None

    @property
    def spells(self) -> dict[int | str, list[BoundSpell]]:
        """The spells of each party; worked out when first asked for: a list asks for none."""
        if self._spells is None:
            self._spells = self.builder.spells_by_party(self)
        return self._spells


@dataclass(frozen=True, slots=True)
class Rules:
    """An agreement's rules as read; None where there is none, `faults` where words say none."""

    entry: InForceRule | None
    later: LaterRule | None
    withdrawal: WithdrawalRule | None
    term: Term | None
    faults: tuple[str, ...]


def read_rules(facts: AgreementFacts) -> Rules:
    """Read the rules of an agreement; what the words cannot say computes nothing."""
    faults: list[str] = []

    def read(text: str, reader: Callable[[str], Rule]) -> Rule | None:
        if not text.strip():
            return None
        try:
            return reader(text)
        except Refused as refusal:
            faults.append(str(refusal))
            return None

    term = None
    if facts.duration or facts.renewal:
        term = read(
            facts.duration or facts.renewal, lambda _: read_term(facts.duration, facts.renewal)
        )
    return Rules(
        read(facts.in_force_rule, read_in_force_rule),
        read(facts.later_rule, read_later_rule),
        read(facts.withdrawal_rule, read_withdrawal_rule),
        term,
        tuple(faults),
    )


def build_world(facts: AgreementFacts, rules: Rules, is_late: bool) -> World:
    """Return when an agreement is in force, and for whom, in the early or the late world."""
    return _Builder(facts, rules, is_late).build()


class _Builder:
    """One agreement in one world."""

    def __init__(self, facts: AgreementFacts, rules: Rules, is_late: bool) -> None:
        self.facts, self.rules, self.is_late = facts, rules, is_late

    def build(self) -> World:
        facts, rule = self.facts, self.rules.entry
        trigger = Trigger(NEVER)
        computed = NEVER
        if rule is not None:
            trigger = find_trigger(rule, facts, self.is_late)
            computed = self._rule_day(rule, trigger)
        in_force = computed
        if facts.in_force is not None:
            in_force = facts.in_force.pick(self.is_late)
        elif rule is None:
            in_force = self._first_entry()
        world = World(in_force, computed, trigger, NEVER, self)
        self._end(world)
        return world

    def spells_by_party(self, world: World) -> dict[int | str, list[BoundSpell]]:
        """Return the spells of each party, none longer than the agreement."""
        found: dict[int | str, list[BoundSpell]] = {}
        for party in self.facts.bound_parties():
            spells = self._spells(party, world)
            for spell in spells:
                spell.until = min(spell.until, world.until)
            found[party.identity] = [spell for spell in spells if spell.since < spell.until]
        return found

    def _first_entry(self) -> int:
        """Return the first day that is stated for a party: it was in force by then."""
        days = [
            self._effect(act)
            for party in self.facts.bound_parties()
            for act in party.own_acts()
            if act.kind == ENTRY or (act.kind in CONSENTS and act.effect_days() is not None)
        ]
        return min((day for day in days if day > EVER), default=NEVER)

    def _rule_day(self, rule: InForceRule, trigger: Trigger) -> int:
        if self.facts.parties_complete == "no" and not self.is_late and rule.counts_deposits():
            # What is listed is at least what there was: it may have been met before.
            concluded = self.facts.concluded
            return EVER if concluded is None else concluded.pick(False)
        if trigger.day >= NEVER:
            return NEVER
        days = [rule.day_after(trigger.day)]
        for title in rule.needs:
            needed = self.facts.needs.get(title)
            days.append(NEVER if needed is None else needed.pick(self.is_late))
        return max(days)

    def _spells(self, party: PartyFacts, world: World) -> list[BoundSpell]:
        """Go through what a party did by day; a former party may come back."""
        spells: list[BoundSpell] = []
        acts = sorted(party.own_acts(), key=self._order)
        if self._is_bound_with_it(party):
            spells.append(BoundSpell(world.in_force, next(iter(acts), None)))
        for act in acts:
            last = spells[-1] if spells else None
            if act.kind in CONSENTS or act.kind == ENTRY:
                self._enter(act, spells, world)
            elif last is None:
                continue
            elif act.kind == NOTICE or act.kind in EXITS:
                self._leave(act, last, world)
            elif act.kind == NOTICE_TAKEN_BACK:
                last.until, last.exit_why, last.is_exit_unknown = NEVER, "", False
                last.notice = None
            elif act.kind == SUSPENDED:
                last.suspensions.append((self._effect(act), NEVER))
            elif act.kind == RESUMED and last.suspensions:
                last.suspensions[-1] = (last.suspensions[-1][0], self._effect(act))
        return [spell for spell in spells if spell.since < spell.until]

    def _order(self, act: PartyAct) -> int:
        return self._effect(act) if act.days.is_open() else act.days.pick(self.is_late)

    def _effect(self, act: PartyAct) -> int:
        stated = act.effect_days()
        return (act.days if stated is None else stated).pick(self.is_late)

    def _enter(self, act: PartyAct, spells: list[BoundSpell], world: World) -> None:
        last = spells[-1] if spells else None
        day = act.days.pick(self.is_late)
        is_open = last is not None and (last.until >= NEVER or self._order(act) < last.until)
        since, computed, is_stated = self._entry(act, day, world)
        if last is None or not is_open:
            spells.append(BoundSpell(since, act, is_stated, computed))
        elif act.kind == ENTRY:  # the day itself, given beside the consent
            last.computed = last.since if not last.is_stated else last.computed
            last.since, last.is_stated = since, True
        elif last.notice is not None and last.until < NEVER:
            if since <= last.until:  # came back before it was out
                last.until, last.notice = NEVER, None
            else:
                spells.append(BoundSpell(since, act, is_stated, computed))

    def _entry(self, act: PartyAct, day: int, world: World) -> tuple[int, int | None, bool]:
        """Return the day from which a consent binds, what was computed beside, and if stated."""
        computed = self._own_day(act, day, world)
        stated = act.effect_days()
        if act.kind == ENTRY:
            return (day if stated is None else stated.pick(self.is_late)), None, True
        if stated is not None:
            return stated.pick(self.is_late), computed if computed < NEVER else None, True
        return computed, None, False

    def _own_day(self, act: PartyAct, deposit: int, world: World) -> int:
        """Return the day from which a party that deposited on a day is bound by rule."""
        if act.date_of == "effect" or abs(deposit) >= NEVER or world.in_force >= NEVER:
            return NEVER
        if act.kind == "succeeded":  # counts from a day before it; the latest is this one
            return deposit if self.is_late else max(EVER, world.in_force)
        rule, later = self.rules.entry, self.rules.later
        period = later.period_for(act.kind) if later else None
        if self._is_among_first(deposit, world):
            return world.in_force
        if period is None:
            period = rule.later_period() if rule is not None else ON_THE_DAY
        return max(world.in_force, period.after(deposit))

    def _is_among_first(self, deposit: int, world: World) -> bool:
        """Say whether a deposit was in time for the agreement's own day."""
        rule = self.rules.entry
        if rule is None:
            return deposit <= world.in_force and self.rules.later is None
        if rule.fixed_day is not None and world.in_force == rule.fixed_day:
            return deposit <= rule.fixed_day
        if world.trigger.day < NEVER and world.computed == world.in_force:
            return deposit <= world.trigger.day
        return rule.later_period().after(deposit) <= world.in_force

    def _is_bound_with_it(self, party: PartyFacts) -> bool:
        """Say whether a party is bound with the agreement itself: both sides of a bilateral one."""
        if any(act.kind in CONSENTS or act.kind == ENTRY for act in party.own_acts()):
            return False
        rule = self.rules.entry
        if rule is not None and rule.is_by_signature():
            return any(act.kind == "signed" for act in party.own_acts())
        return len(self.facts.bound_parties()) == 2 and not self.facts.is_multilateral

    def _leave(self, act: PartyAct, spell: BoundSpell, world: World) -> None:
        stated = act.effect_days()
        day = act.days.pick(self.is_late)
        if stated is not None:
            spell.until, spell.exit_why = stated.pick(self.is_late), ""
        elif act.kind == CEASED:
            spell.until = day
        else:
            self._leave_by_rule(act, day, spell, world)
            if spell.until >= NEVER and not spell.is_exit_unknown:
                return
        spell.notice = act

    def _leave_by_rule(self, act: PartyAct, day: int, spell: BoundSpell, world: World) -> None:
        if spell.since > day and world.in_force > day:
            spell.until = day  # consent taken back before it took effect
            return
        rule, term = self.rules.withdrawal, self.rules.term
        if abs(day) >= NEVER:
            spell.until = day if act.kind in EXITS or day <= EVER else NEVER
        elif rule is not None:
            found = rule.exit_day(day, _finite(spell.since), _finite(world.in_force))
            if found.day is None:
                spell.exit_why = found.why
            else:
                spell.until, spell.exit_why = found.day, ""
        elif term is not None and (end := self._term_exit(term, day, world)) is not None:
            spell.until = end
        elif act.kind in EXITS:
            spell.until = day
        else:
            spell.is_exit_unknown = True

    def _term_exit(self, term: Term, day: int, world: World) -> int | None:
        since = _finite(world.in_force)
        return None if since is None else term.exit_day(day, since)

    def _end(self, world: World) -> None:
        """End the agreement where it was terminated, its term ran out, or one of two left."""
        ends: list[tuple[int, str]] = []
        if self.facts.terminated is not None:
            ends.append((self.facts.terminated.pick(self.is_late), "terminated"))
        since = _finite(world.in_force)
        if self.rules.term is not None and since is not None:
            end = self.rules.term.last_end(since)
            if end is not None:
                ends.append((end, "its term ran out"))
        if len(self.facts.parties) < 3 or len(self.facts.bound_parties()) == 2:
            ends += self._exits(world)
        if ends:
            world.until, world.why_until = min(ends)

    def _exits(self, world: World) -> list[tuple[int, str]]:
        """Return when a side of a bilateral agreement left it."""
        parties = self.facts.bound_parties()
        if self.facts.is_multilateral or len(parties) != 2:
            return []
        ends = []
        for party in parties:
            if any(act.kind == NOTICE or act.kind in EXITS for act in party.acts):
                spells = self._spells(party, world)
                if spells and spells[-1].until < NEVER:
                    ends.append((spells[-1].until, f"{party.name} left it"))
        return ends


def _finite(day: int) -> int | None:
    return day if EPOCH < day < NEVER else None
