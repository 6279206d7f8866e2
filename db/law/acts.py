"""What parties do to an agreement, and what each act means; the days are ordinals.

An agreement as the clock sees it is `AgreementFacts`: whoever asks fills it from records or rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from db.dates import day_from_number, day_number

SIGNATURES = frozenset({"signed", "signed subject to ratification", "definitively signed"})
DEPOSITS = frozenset({
    "ratified", "accepted", "approved", "acceded", "formally confirmed", "definitively signed",
})  # fmt: skip
CONSENTS = DEPOSITS | {"succeeded", "notified"}
EXITS = frozenset({"withdrew", "denounced", "ceased"})
NOTICE, NOTICE_TAKEN_BACK = "notice of withdrawal", "notice taken back"
SUSPENDED, RESUMED, CEASED = "suspended", "resumed", "ceased"
ENTRY, PROVISIONAL = "entry into force", "provisional application"
#: An act in the words of a "what if": "Philippines deposits 2027-03-01".
ACT_FORMS = {
    "deposits": "ratified", "ratifies": "ratified", "ratification": "ratified",
    "accepts": "accepted", "acceptance": "accepted", "approves": "approved",
    "approval": "approved", "accedes": "acceded", "accession": "acceded", "signs": "signed",
    "signature": "signed", "succeeds": "succeeded", "succession": "succeeded",
    "notifies": "notified", "notification": "notified", "withdraws": NOTICE,
    "withdrawal": NOTICE, "gives notice of withdrawal": NOTICE, "gives notice": NOTICE,
    "denounces": NOTICE, "denunciation": NOTICE, "takes notice back": NOTICE_TAKEN_BACK,
    "suspends": SUSPENDED, "resumes": RESUMED, "ceases": CEASED,
}  # fmt: skip
#: Letters that depositaries print for acts.
LETTERS = {
    "acceded": "a", "accepted": "A", "approved": "AA", "succeeded": "d", "definitively signed": "s",
    "formally confirmed": "c",
}  # fmt: skip

NEVER = 10**8  # an ordinal after every day that can be written
EVER = -NEVER


class Days(NamedTuple):
    """The first and last possible day of a date, None where open; its EDTF where one is written."""

    first: int | None
    last: int | None
    edtf: str = ""

    def pick(self, is_late: bool) -> int:
        """Return the day in the early world or in the late one."""
        if is_late:
            return NEVER if self.last is None else self.last
        return EVER if self.first is None else self.first

    def is_exact(self) -> bool:
        """Say whether it is one day."""
        return self.first is not None and self.first == self.last

    def is_open(self) -> bool:
        """Say whether nothing is known of it."""
        return self.first is None and self.last is None

    def begins(self) -> int:
        """Return the day from which it may be: where open, the last known."""
        if self.first is not None:
            return self.first
        return EVER if self.last is None else self.last


@lru_cache(maxsize=1 << 16)
def days_between(first: str | None, last: str | None, edtf: str = "") -> Days:
    """Return the days of a stored date.

    >>> days_between("0001-01-01", "0001-01-02")
    Days(first=1, last=2, edtf='')
    """
    start = None if first is None else day_number(first)
    return Days(start, start if first == last else _number(last), edtf)


def _number(iso: str | None) -> int | None:
    return None if iso is None else day_number(iso)


def edtf_between(early: int, late: int) -> str | None:
    """Return what was worked out in two worlds as a date; None where it is never, or not known.

    >>> edtf_between(1, 1), edtf_between(1, 3), edtf_between(NEVER, NEVER)
    ('0001-01-01', '[0001-01-01..0001-01-03]', None)
    >>> edtf_between(1, 365), edtf_between(1, 31)
    ('0001', '0001-01')
    """
    if early >= NEVER or (early <= EVER and late >= NEVER) or late <= EVER:
        return None
    if early == late:
        return day_from_number(early)
    low = "" if early <= EVER else day_from_number(early)
    high = "" if late >= NEVER else day_from_number(late)
    if low.endswith("-01-01") and high == f"{low[:-6]}-12-31":
        return low[:-6]
    if low.endswith("-01") and high[:-3] == low[:-3] and day_from_number(late + 1)[-2:] == "01":
        return low[:-3]
    return f"[{low}..{high}]"


class PartyAct(NamedTuple):
    """What a party did; `effect` is a stated date of effect, `date_of` what the date is of."""

    kind: str
    days: Days
    date_of: str = ""
    effect: Days | None = None
    territory: str = ""
    towards: str = ""
    text: str = ""

    def effect_days(self) -> Days | None:
        """Return the day on which it takes effect, if one is stated."""
        return self.days if self.effect is None and self.date_of == "effect" else self.effect

    def begins(self) -> int:
        """Return the day from which the act may be known: of the effect where that is all."""
        if self.days.is_open() and self.effect is not None:
            return self.effect.begins()
        return self.days.begins()


@dataclass(slots=True)
class PartyFacts:
    """A party with its acts; `capacity` as a witness, a depositary, makes it none of the bound."""

    name: str
    acts: tuple[PartyAct, ...] = ()
    key: str = ""
    is_bystander: bool = False
    id: int = 0
    is_later: bool = False  # all that it did was done after the day looked at

    @property
    def identity(self) -> int | str:
        """What tells it from the other parties: two may go by one name."""
        return self.id or self.key

    def known_on(self, day: int, now: int = NEVER) -> PartyFacts:
        """Return what was known of it on a day: nothing that has happened since."""
        acts = tuple(act for act in self.acts if not day < act.begins() <= now)
        if len(acts) == len(self.acts):
            return self
        return replace(self, acts=acts, is_later=not acts)

    def own_acts(self) -> list[PartyAct]:
        """Return the acts for the party itself towards all, not for a territory or a pair."""
        return [act for act in self.acts if not (act.territory or act.towards)]


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """An agreement as far as its clock asks; `needs` are the days of others by their titles."""

    concluded: Days | None = None
    in_force: Days | None = None
    terminated: Days | None = None
    provisional_from: Days | None = None
    provisional_until: Days | None = None
    provisional_who: str = ""
    stage: str = ""
    is_multilateral: bool = False
    in_force_rule: str = ""
    later_rule: str = ""
    withdrawal_rule: str = ""
    duration: str = ""
    renewal: str = ""
    share_met: Days | None = None
    parties_complete: str = ""
    parties: tuple[PartyFacts, ...] = ()
    needs: dict[str, Days | None] = field(default_factory=dict)
    has_exact_acts: bool = False  # whether each act is known to be of one day

    def bound_parties(self) -> list[PartyFacts]:
        """Return the parties that may be bound: a witness counts only where it acted."""
        return [party for party in self.parties if party.acts or not party.is_bystander]

    def known_on(self, day: int, now: int = NEVER) -> AgreementFacts:
        """Return what was known on a day: nothing that has happened since. What is still to come
        `now` was agreed before.
        """
        if day >= now:
            return self

        def if_by_then(days: Days | None) -> Days | None:
            return None if days is None or day < days.begins() <= now else days

        return replace(
            self,
            concluded=if_by_then(self.concluded),
            in_force=if_by_then(self.in_force),
            terminated=if_by_then(self.terminated),
            provisional_from=if_by_then(self.provisional_from),
            provisional_until=if_by_then(self.provisional_until),
            share_met=if_by_then(self.share_met),
            parties=tuple(party.known_on(day, now) for party in self.parties),
            needs={title: if_by_then(days) for title, days in self.needs.items()},
        )

    def is_exact(self) -> bool:
        """Say whether every date is one day, so that one world is enough."""
        for days in (
            self.concluded, self.in_force, self.terminated, self.provisional_from,
            self.provisional_until, self.share_met, *self.needs.values(),
        ):  # fmt: skip
            if days is not None and not days.is_exact():
                return False
        for party in () if self.has_exact_acts else self.parties:
            for act in party.acts:
                first, last, _ = act[1]
                if first is None or first != last:
                    return False
                if act[3] is not None and not act[3].is_exact():
                    return False
        return True


def with_act(facts: AgreementFacts, name: str, key: str, act: PartyAct) -> AgreementFacts:
    """Return an agreement on which a party does one thing more; it may be a new party."""
    parties: Iterable[PartyFacts] = (
        replace(party, acts=(*party.acts, act)) if party.key == key else party
        for party in facts.parties
    )
    if all(party.key != key for party in facts.parties):
        parties = (*facts.parties, PartyFacts(name, (act,), key))
    return replace(facts, parties=tuple(parties), has_exact_acts=False)
