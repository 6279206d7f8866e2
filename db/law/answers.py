"""The five answers of the clock, each with its reason: whether an agreement is in force on a day.

`party_answers` says it of a party and between two. Pages, lists, paper and the command ask both.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.law.acts import NEVER, SIGNATURES, AgreementFacts, edtf_between
from db.law.day_words import days_words, range_words
from db.law.spells import Rules, World, build_world, read_rules

IN_FORCE, NOT_IN_FORCE, NOT_A_PARTY = "in force", "not in force", "not a party"
NOT_RECORDED, UNCERTAIN = "not recorded", "uncertain"


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the five answers with its reason; `since` and `until` are days as EDTF, or None.

    `until` is the first day of the new state; `stage` is what lists call it.
    """

    status: str
    reason: str
    since: str | None = None
    until: str | None = None
    stage: str = ""


class AgreementClock:
    """An agreement on a day, in both worlds; `now` is the day until which what happened after that
    day is left out, NEVER for all of it.
    """

    def __init__(self, facts: AgreementFacts, day: int, now: int | None = None) -> None:
        self.day = day
        self.facts = facts if now is None else facts.known_on(day, now)
        self.rules: Rules = read_rules(self.facts)
        self.late: World = build_world(self.facts, self.rules, True)
        self.early: World = self.late
        if self.facts.parties_complete == "no" or not self.facts.is_exact():
            self.early = build_world(self.facts, self.rules, False)

    def answer(self) -> Answer:
        """Return whether the agreement is in force, and why."""
        early, late = self._state_in(self.early), self._state_in(self.late)
        if early != late:
            return self._answer(UNCERTAIN, self._uncertainty(early, late), UNCERTAIN)
        if late == "in force":
            return self._answer(IN_FORCE, self._in_force_reason(), IN_FORCE)
        if late == "ended":
            ended = range_words(self.early.until, self.late.until)
            reason = f"Not in force since {ended}: {self.late.why_until}."
            return self._answer(NOT_IN_FORCE, reason, "terminated")
        return self._before_force()

    def law_stage(self) -> str:
        """Return what lists call it, without the reasons: "" where it is not in force yet."""
        early, late = self._state_in(self.early), self._state_in(self.late)
        if early != late:
            return UNCERTAIN
        if late == "before":
            return "provisionally applied" if self._provisional_words() else ""
        return IN_FORCE if late == "in force" else "terminated"

    def _answer(self, status: str, reason: str, stage: str) -> Answer:
        stated = "" if self.facts.in_force is None else self.facts.in_force.edtf
        since = stated or edtf_between(self.early.in_force, self.late.in_force)
        until = edtf_between(self.early.until, self.late.until)
        return Answer(status, reason, since, until, stage)

    def _state_in(self, world: World) -> str:
        if self.day >= world.until:
            return "ended"
        return "in force" if world.in_force <= self.day else "before"

    def _uncertainty(self, early: str, late: str) -> str:
        if late != "before":
            end = range_words(self.early.until, self.late.until)
            return f"Its end is given as {end}, which may be before this day or after it."
        when = self.entry_words()
        if self.facts.in_force is None and self.facts.parties_complete == "no":
            if self.late.in_force >= NEVER:
                return f"Missing {self.missing()}, but the list of parties is not complete."
            return f"In force {when}; the list of parties is not complete, it may have been before."
        return f"Entry into force is given as {when}, which may be before this day or after it."

    def entry_words(self) -> str:
        """Return the day of entry into force in words."""
        stated = self.facts.in_force
        return (
            range_words(self.early.in_force, self.late.in_force)
            if stated is None
            else (days_words(stated))
        )

    def _in_force_reason(self) -> str:
        reason = f"In force since {self.entry_words()}"
        if self.facts.in_force is None and self.rules.entry is None:
            reason += " at the latest, as stated for parties"
        if self.late.computed == self.late.in_force and (reading := self.reading()):
            reason += f": {reading}"
        if self.facts.in_force is not None and self.facts.in_force.is_open():
            reason = "In force since a day not recorded"
        return " ".join([f"{reason}.", *self.notes()])

    def reading(self) -> str:
        """Return how the rule reads: "50th deposit 24 October 2020, Honduras → 22 January 2021"."""
        rule, trigger = self.rules.entry, self.late.trigger
        if rule is None or trigger.day >= NEVER or self.late.computed >= NEVER:
            return ""
        who = trigger.who if len(trigger.who) < 4 else (*trigger.who[:3], "others")
        names = f", {', '.join(who)}" if who and rule.counts_deposits() else ""
        trigger_day = range_words(self.early.trigger.day, trigger.day)
        day = range_words(self.early.computed, self.late.computed)
        return f"{rule.trigger_name()} {trigger_day}{names} → {day}"

    def notes(self) -> list[str]:
        """Return what is told beside the answer: a stated day that the rule does not give, words
        that say no rule.
        """
        notes = [f"Not computed: {fault}" for fault in self.rules.faults]
        stated, computed = self.facts.in_force, self.late.computed
        is_other = computed not in (NEVER, self.late.in_force) and computed == self.early.computed
        if stated is not None and stated.is_exact() and is_other:
            rule_day = range_words(computed, computed)
            notes.append(f"The rule gives {rule_day}; the stated day counts.")
        return notes

    def missing(self) -> str | None:
        """Return what must still happen and how long after it; None where nothing is missing."""
        rule, trigger = self.rules.entry, self.late.trigger
        if rule is None or self.facts.in_force is not None or self.late.computed < NEVER:
            return None
        parts = list(trigger.missing)
        parts += [f"{title} in force" for title in rule.needs if self._is_unmet(title)]
        period = rule.later_period().words()
        after = "" if period == "on deposit" else f", then {period}"
        at_most = "at most " if self.facts.parties_complete == "no" else ""
        return f"{at_most}{' and '.join(parts)}{after}" if parts else None

    def _is_unmet(self, title: str) -> bool:
        needed = self.facts.needs.get(title)
        return needed is None or needed.pick(True) >= NEVER

    def _before_force(self) -> Answer:
        signed = self._signature_words()
        stage = "signed" if signed else self.facts.stage or NOT_RECORDED
        beginning = signed or (self.facts.stage or "Not signed").capitalize()
        if provisional := self._provisional_words():
            return self._answer(
                NOT_IN_FORCE, f"{provisional}; not in force.", "provisionally applied"
            )
        if self.late.in_force < NEVER:
            reading = self.reading() if self.facts.in_force is None else ""
            coming = f"{beginning}, not in force: will enter into force on {self.entry_words()}"
            reason = f"{coming}{f' ({reading})' if reading else ''}."
        elif missing := self.missing():
            reason = f"{beginning}, not in force: missing {missing}."
        elif self.facts.stage and not signed:
            reason = f"{beginning} only."
        else:
            return self._without_entry(signed)
        return self._answer(NOT_IN_FORCE, " ".join([reason, *self.notes()]), stage)

    def _without_entry(self, signed: str) -> Answer:
        if signed:
            reason, stage = f"{signed}; no entry into force is recorded.", "signed"
        else:
            reason, stage = "No signature and no entry into force is recorded.", NOT_RECORDED
        return self._answer(NOT_RECORDED, " ".join([reason, *self.notes()]), stage)

    def _signature_words(self) -> str:
        concluded = self.facts.concluded
        if concluded is not None and not concluded.is_open() and concluded.begins() <= self.day:
            return f"Signed {days_words(concluded)}" if self.facts.stage == "" else ""
        days = [
            act.days
            for party in self.facts.parties
            for act in party.own_acts()
            if act.kind in SIGNATURES and (act.days.is_open() or act.days.begins() <= self.day)
        ]
        return f"Signed {days_words(min(days, key=lambda each: each.begins()))}" if days else ""

    def _provisional_words(self) -> str:
        start, end = self.facts.provisional_from, self.facts.provisional_until
        if start is None or start.begins() > self.day:
            return ""
        if end is not None and end.pick(True) < self.day:  # its last day
            return ""
        who = f" by {self.facts.provisional_who}" if self.facts.provisional_who else ""
        return f"Provisionally applied since {days_words(start)}{who}"
