"""Whether an agreement binds a party on a day, or two parties between them, and why."""

from __future__ import annotations

from db.law.acts import (
    CONSENTS,
    EVER,
    EXITS,
    NEVER,
    NOTICE,
    NOTICE_TAKEN_BACK,
    SIGNATURES,
    SUSPENDED,
    PartyAct,
    PartyFacts,
    edtf_between,
)
from db.law.answers import (
    IN_FORCE,
    NOT_A_PARTY,
    NOT_IN_FORCE,
    NOT_RECORDED,
    UNCERTAIN,
    AgreementClock,
    Answer,
)
from db.law.day_words import act_words, days_words, range_words
from db.law.rules.conditions import party_key
from db.law.rules.periods import show_day
from db.law.spells import BoundSpell


def answer_party(clock: AgreementClock, party: PartyFacts) -> Answer:
    """Return whether the agreement binds a party on the clock's day, and why."""
    return _PartyClock(clock, party).answer()


def answer_between(clock: AgreementClock, one: PartyFacts, other: PartyFacts) -> Answer:
    """Return whether the agreement is in force between two parties, and why.

    Where accessions are accepted state by state, one binds those only that accepted it.
    """
    answers = [answer_party(clock, party) for party in (one, other)]
    for party, answer in zip((one, other), answers, strict=True):
        if answer.status != IN_FORCE:
            return Answer(answer.status, f"{party.name}: {answer.reason}")
    for party, partner in ((one, other), (other, one)):
        if suspended := _suspension(clock, party, partner):
            return Answer(NOT_IN_FORCE, suspended)
        if refused := _refusal(clock, party, partner):
            return Answer(NOT_IN_FORCE, refused)
    since = max((answer.since or "" for answer in answers), default="")
    reason = f"In force for both, between them since {since}."
    return Answer(IN_FORCE, reason, since or None, None, IN_FORCE)


def _suspension(clock: AgreementClock, party: PartyFacts, partner: PartyFacts) -> str:
    acts = [
        act for act in _towards(party, partner, clock.day) if act.kind in (SUSPENDED, "resumed")
    ]
    if acts and acts[-1].kind == SUSPENDED:
        return f"{party.name}: {act_words(acts[-1])} towards {partner.name}."
    return ""


def _refusal(clock: AgreementClock, party: PartyFacts, partner: PartyFacts) -> str:
    """Say that an accession is not accepted, in an agreement where any is accepted by states."""
    acceded = any(act.kind == "acceded" for act in party.own_acts())
    pairwise = any(
        act.kind == "accepted" and act.towards for each in clock.facts.parties for act in each.acts
    )
    if not acceded or not pairwise:
        return ""
    if any(act.kind == "accepted" for act in _towards(partner, party, clock.day)):
        return ""
    return f"{partner.name} has not accepted the accession of {party.name}."


def _towards(party: PartyFacts, partner: PartyFacts, day: int) -> list[PartyAct]:
    acts = [
        act
        for act in party.acts
        if act.towards and party_key(act.towards) == partner.key and _effect_begins(act) <= day
    ]
    return sorted(acts, key=_effect_begins)


def _effect_begins(act: PartyAct) -> int:
    stated = act.effect_days()
    return (act.days if stated is None else stated).begins()


class _PartyClock:
    """One party in both worlds."""

    def __init__(self, clock: AgreementClock, party: PartyFacts) -> None:
        self.clock, self.party, self.day = clock, party, clock.day
        self.early = clock.early.spells.get(party.identity, [])
        self.late = clock.late.spells.get(party.identity, [])

    def answer(self) -> Answer:
        early, late = self._state(self.early), self._state(self.late)
        if early != late:
            return self._answer(UNCERTAIN, self._uncertainty(), UNCERTAIN)
        if late == "none":
            return self._without_consent()
        return {
            "bound": self._bound,
            "suspended": self._suspension_answer,
            "unknown": self._exit_unknown,
            "left": self._exit_answer,
            "coming": self._coming,
        }[late]()

    def _state(self, spells: list[BoundSpell]) -> str:
        started = [spell for spell in spells if spell.since <= self.day]
        if not started:
            return "coming" if spells else "none"
        spell = started[-1]
        if spell.until <= self.day:
            return "left"
        if spell.is_exit_unknown and spell.notice and spell.notice.days.begins() <= self.day:
            return "unknown"
        return "suspended" if spell.is_suspended(self.day) else "bound"

    def _spell(self) -> BoundSpell:
        """Return the spell that the answer is of: the last started, else the first to come."""
        started = [spell for spell in self.late if spell.since <= self.day]
        return started[-1] if started else self.late[0]

    def _answer(self, status: str, reason: str, stage: str) -> Answer:
        since, until = self._range("since"), self._range("until")
        return Answer(status, reason, edtf_between(*since), edtf_between(*until), stage)

    def _range(self, name: str) -> tuple[int, int]:
        """Return an end of the spell that the answer is of, in both worlds."""
        if not self.late and not self.early:
            return NEVER, NEVER
        if not self.late or not self.early:
            spells = self.late or self.early
            end = getattr(spells[-1], name)
            return (EVER, end) if name == "since" else (end, NEVER)
        index = self.late.index(self._spell())
        early = self.early[min(index, len(self.early) - 1)]
        return getattr(early, name), getattr(self.late[index], name)

    def _consent_words(self, spell: BoundSpell) -> str:
        if spell.consent is None:
            return "Party to it"
        acts = [spell.consent]
        if spell.consent.kind not in CONSENTS:  # bound with it: what it signed is told
            acts = [act for act in self.party.own_acts() if act.kind in SIGNATURES][:1]
        return act_words(acts[0]) if acts else "Party to it"

    def _bound(self) -> Answer:
        spell = self._spell()
        since = range_words(*self._range("since"))
        reason = f"{self._consent_words(spell)}; in force for it since {since}"
        return self._answer(IN_FORCE, f"{reason}{self._notes(spell)}.", IN_FORCE)

    def _notes(self, spell: BoundSpell) -> str:
        notes = ""
        computed = spell.since if spell.computed is None else spell.computed
        rules = self.clock.rules
        has_rule = rules.entry is not None or rules.later is not None
        is_exact = self.clock.early is self.clock.late and has_rule
        if spell.is_stated and EVER < computed < NEVER and computed != spell.since and is_exact:
            notes += f" (stated; by the rule it would be {show_day(computed)})"
        if spell.notice is not None and spell.until < NEVER:
            out = range_words(*self._range("until"))
            notes += f"; {_lower(act_words(spell.notice))}, out from {out}"
        elif spell.exit_why:
            notes += f"; not out by its notice: {spell.exit_why}"
        for act in self.party.own_acts():
            if act.kind == NOTICE_TAKEN_BACK and act.days.begins() <= self.day:
                notes += f"; notice of withdrawal taken back {days_words(act.days)}"
        territories = [
            f"{act.territory} {_lower(act_words(act))}" for act in self.party.acts if act.territory
        ]
        return notes + "".join(f"; {each}" for each in territories)

    def _suspension_answer(self) -> Answer:
        spell = self._spell()
        first = next(first for first, last in spell.suspensions if first <= self.day < last)
        reason = f"{self._consent_words(spell)}; suspended since {show_day(first)}."
        return self._answer(NOT_IN_FORCE, reason, SUSPENDED)

    def _exit_unknown(self) -> Answer:
        notice = self._spell().notice
        when = "" if notice is None else f" {days_words(notice.days)}"
        reason = f"Notice of withdrawal{when}; when it takes effect is not recorded."
        return self._answer(UNCERTAIN, reason, UNCERTAIN)

    def _exit_answer(self) -> Answer:
        spell = self._spell()
        out = range_words(*self._range("until"))
        why = "the agreement ended" if spell.notice is None else _lower(act_words(spell.notice))
        reason = f"No longer a party since {out}: {why}"
        sunset = self.clock.rules.withdrawal and self.clock.rules.withdrawal.sunset
        if sunset and spell.notice is not None:
            reason += f"; its effects last until {show_day(sunset.after(spell.until))}"
        status = NOT_IN_FORCE if spell.notice is None else NOT_A_PARTY
        return self._answer(status, f"{reason}.", "left")

    def _coming(self) -> Answer:
        spell = self._spell()
        words = self._consent_words(spell)
        if self.clock.late.in_force >= NEVER or spell.since >= NEVER:
            reason = f"{words}; not in force for it because the agreement is not"
        else:
            since = range_words(*self._range("since"))
            reason = f"{words}, not yet in force for it: from {since}"
        return self._answer(NOT_IN_FORCE, f"{reason}.", "ratified")

    def _uncertainty(self) -> str:
        since, until = self._range("since"), self._range("until")
        spell = (self.late or self.early)[-1]
        if since[0] != since[1] and not (since[0] <= self.day and since[1] <= self.day):
            when = range_words(*since)
            return (
                f"{self._consent_words(spell)}; in force for it from {when}, which may be before"
                " this day or after it."
            )
        when = range_words(*until)
        return f"The end is given as {when}, which may be before this day or after it."

    def _without_consent(self) -> Answer:
        """Answer of a party that is not bound: it consented in vain, signed, or is only listed."""
        acts = self.party.own_acts()
        consents = [act for act in acts if act.kind in CONSENTS]
        exits = [act for act in acts if act.kind == NOTICE or act.kind in EXITS]
        signed = [act for act in acts if act.kind in SIGNATURES]
        if consents and not exits:
            return self._in_vain(consents[-1])
        if exits and not signed:
            return self._answer(
                NOT_A_PARTY, f"Not a party: {_lower(act_words(exits[-1]))}.", "left"
            )
        if signed:
            reason = f"Signatory only: {_lower(act_words(signed[-1]))}"
            reason += f", consent withdrawn {days_words(exits[-1].days)}" if exits else ""
            return self._answer(NOT_A_PARTY, f"{reason}.", "signed")
        if acts:
            return self._answer(NOT_A_PARTY, f"Not bound: {_lower(act_words(acts[-1]))}.", "")
        if self.party.is_later:
            return self._answer(NOT_A_PARTY, "No act of it by this day is recorded.", "")
        reason = "Listed as a party; no act and no day of entry into force for it is recorded."
        return self._answer(NOT_RECORDED, reason, NOT_RECORDED)

    def _in_vain(self, consent: PartyAct) -> Answer:
        if consent.days.is_open():
            reason = f"{act_words(consent)}: since when it is bound is not recorded."
            return self._answer(NOT_RECORDED, reason, "ratified")
        reason = f"{act_words(consent)}; not in force for it because the agreement is not"
        if self.clock.rules.entry is None:
            reason = f"{act_words(consent)}; no entry into force of the agreement is recorded"
            return self._answer(NOT_RECORDED, f"{reason}.", "ratified")
        return self._answer(NOT_IN_FORCE, f"{reason}.", "ratified")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
