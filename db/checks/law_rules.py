"""What the law of an agreement and what is stated of it say differently: days, notices, terms.

The stated day counts; these rules only ask which of the two is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.checks.finding import Around, Rule, Says
from db.checks.party_rules import LEFT, SIGNATURES, party_name
from db.checks.sure_order import is_before, phrase
from db.dates import day_number
from db.errors import Refused
from db.law.acts import EVER, EXITS, NEVER, NOTICE, NOTICE_TAKEN_BACK, AgreementFacts, Days
from db.law.answers import AgreementClock
from db.law.rules.durations import Term, read_term
from db.law.rules.periods import period_or_none, show_day
from db.law.rules.withdrawal_rules import WithdrawalRule
from db.lists.law.agreement_clock import facts_of
from db.record_types import Agreement, Party, PartyAction

_NOTICES: Final = frozenset((NOTICE, "denounced"))


def _clock(agreement: Agreement, around: Around) -> AgreementClock:
    return AgreementClock(facts_of(agreement), day_number(around.day))


def _find_other_days(agreement: Agreement, around: Around) -> Iterator[Says]:
    """Yield stated days of entry into force that the rule does not give."""
    if not (agreement.in_force_rule or agreement.later_rule):
        return
    if (day := day_of_rule(agreement, around)) is not None:
        yield Says(
            f"In force {phrase(agreement.in_force)}; the rule gives {show_day(day)}.",
            "",
            "in_force",
        )
        return
    yield from _of_parties(agreement, _clock(agreement, around))


def day_of_rule(agreement: Agreement, around: Around) -> int | None:
    """Return the day that the rule surely gives where another is stated."""
    clock = _clock(agreement, around)
    entry, stated, computed = clock.rules.entry, clock.facts.in_force, clock.late.computed
    if entry is None or stated is None or not _is_exact(stated):
        return None
    if entry.needs:  # hangs on another agreement
        return None
    if not EVER < computed < NEVER or computed != clock.early.computed:
        return None
    # Who is not listed may have deposited before: then the rule gives an earlier day.
    is_complete = agreement.parties_complete == "yes" or not entry.counts_deposits()
    is_other = computed != stated.first if is_complete else computed < (stated.first or 0)
    return computed if is_other else None


def _is_exact(days: Days) -> bool:
    return days.is_exact() and days.edtf[-1:] not in ("?", "~", "%")


def _of_parties(agreement: Agreement, clock: AgreementClock) -> Iterator[Says]:
    if agreement.in_force is None or clock.early is not clock.late:
        return
    if clock.rules.entry is not None and clock.rules.entry.needs:
        return
    for place, party in enumerate(agreement.parties):
        spells = clock.late.spells.get(party.who.id if party.who else 0, [])
        spell = spells[0] if len(spells) == 1 else None
        if spell is None or not spell.is_stated or spell.computed is None:
            continue
        if abs(spell.computed) < NEVER and spell.computed != spell.since:
            yield Says(
                f"In force for it {show_day(spell.since)}; the rule gives"
                f" {show_day(spell.computed)}.",
                party_name(party),
                f"parties[{place}]",
            )


def _find_short_notices(agreement: Agreement, around: Around) -> Iterator[Says]:
    """Yield who was out sooner after a notice than the rule lets it."""
    rule = _withdrawal_rule(agreement, around)
    if rule is None:
        return
    facts = facts_of(agreement)
    for place, party in enumerate(agreement.parties):
        for notice, out, at in _exits(party):
            if says := _short_notice(rule, facts, notice, out):
                yield Says(says, party_name(party), f"parties[{place}].actions[{at}]")


def _withdrawal_rule(agreement: Agreement, around: Around) -> WithdrawalRule | None:
    rule = _clock(agreement, around).rules.withdrawal if agreement.withdrawal_rule else None
    if rule is None and agreement.notice_period:
        period = period_or_none(agreement.notice_period.removeprefix("notice of ").strip())
        rule = WithdrawalRule(period=period) if period is not None else None
    return rule


def _exits(party: Party) -> Iterator[tuple[Days, Days, int]]:
    """Yield each notice with the day on which the party was out, as stated, and its place."""
    acts = [*enumerate(party.actions)]
    for at, act in acts:
        if act.action not in _NOTICES or act.date_of == "effect":
            continue
        later = [each for _, each in acts[at + 1 :]]
        if any(each.action == NOTICE_TAKEN_BACK for each in later):
            continue
        out = act.effect or next((each.date for each in later if _is_exit(each)), None)
        if act.date is not None and out is not None:
            yield _days(act), Days(*_ends(out)), at


def _is_exit(act: PartyAction) -> bool:
    return act.action in LEFT or (act.action in EXITS and act.date_of == "effect")


def _days(act: PartyAction) -> Days:
    return Days(*_ends(act.date))


def _ends(date: object) -> tuple[int | None, int | None]:
    first, last = getattr(date, "first", None), getattr(date, "last", None)
    return (
        None if first is None else day_number(first),
        None if last is None else day_number(last),
    )


def _short_notice(rule: WithdrawalRule, facts: AgreementFacts, notice: Days, out: Days) -> str:
    if notice.first is None or out.last is None:
        return ""
    in_force = None if facts.in_force is None else facts.in_force.first
    found = rule.exit_day(notice.first, None, in_force)
    given = f"Notice {show_day(notice.first)}, out {show_day(out.last)}"
    if found.day is None:
        return f"{given}; {found.why}."
    if out.last < found.day:
        return f"{given}; by the rule ({rule.words()}) not before {show_day(found.day)}."
    return ""


def _find_ended_terms(agreement: Agreement, around: Around) -> Iterator[Says]:
    """Yield terms that ran out of which nobody says that they were renewed."""
    if agreement.terminated is not None or agreement.id in around.prolonged:
        return
    end, term = end_of_term(agreement), _term(agreement)
    if term is not None and end is not None and end <= day_number(around.day):
        asks = "renewed, or ended then?" if term.renewal == "by agreement" else "ended then?"
        yield Says(
            f"Its term of {term.first.words() if term.first else term.words()} ran out"
            f" {show_day(end)}; {asks}",
            "",
            "terminated",
        )


def end_of_term(agreement: Agreement) -> int | None:
    """Return the first day after the term that is stated; None where it goes on, or says none."""
    facts, term = facts_of(agreement), _term(agreement)
    if term is None or facts.in_force is None or facts.in_force.last is None:
        return None
    if term.renewal == "by agreement":
        return None if term.first is None else term.first.after(facts.in_force.last)
    return term.last_end(facts.in_force.last)


def _term(agreement: Agreement) -> Term | None:
    if not agreement.duration:
        return None
    try:
        return read_term(agreement.duration, agreement.renewal)
    except Refused:  # words that nothing is computed of
        return None


def _find_late_signatures(agreement: Agreement, _around: Around) -> Iterator[Says]:
    closing = agreement.signature_until
    for place, party in enumerate(agreement.parties):
        for at, act in enumerate(party.actions):
            if act.action in SIGNATURES and is_before(closing, act.date):
                yield Says(
                    f"Signed {phrase(act.date)}; open for signature until {phrase(closing)}.",
                    party_name(party),
                    f"parties[{place}].actions[{at}].date",
                )


LAW_RULES: Final = (
    Rule("signed-after-closing", "warn", _find_late_signatures),
    Rule("notice-too-short", "warn", _find_short_notices),
    Rule("term-over", "ask", _find_ended_terms),
    Rule("rule-and-date-differ", "note", _find_other_days),
)
