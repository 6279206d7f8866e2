"""What falls due under an agreement after a day: notices, ends of terms, entries and exits to come.

The clock's command prints it; the list of what an officer should see in the morning asks it too.
"""

from __future__ import annotations

from typing import NamedTuple

from db.law.acts import EVER, NEVER
from db.law.answers import IN_FORCE, AgreementClock
from db.law.day_words import act_words
from db.law.spells import BoundSpell


class Due(NamedTuple):
    """A day on which something falls due, and what."""

    day: int
    what: str


def list_due(clock: AgreementClock) -> list[Due]:
    """Return what falls due on the clock's day or later, by day."""
    found = [*_entries(clock), *_provisional(clock)]
    if clock.answer().status == IN_FORCE:
        found += [*_term_ends(clock), *_windows(clock)]
    return sorted(each for each in found if clock.day <= each.day < NEVER)


def _entries(clock: AgreementClock) -> list[Due]:
    found = []
    if clock.day < clock.late.in_force:
        found.append(Due(clock.late.in_force, "Entry into force"))
    names = {party.identity: party.name for party in clock.facts.parties}
    for key, spells in clock.late.spells.items():
        for spell in spells:
            found += _of_spell(spell, names.get(key, ""), clock)
    return found


def _of_spell(spell: BoundSpell, name: str, clock: AgreementClock) -> list[Due]:
    found = []
    if spell.since != clock.late.in_force:
        found.append(Due(spell.since, f"Entry into force for {name}"))
    if spell.notice is not None and spell.until < NEVER:
        found.append(Due(spell.until, f"Out: {name} ({_lower(act_words(spell.notice))})"))
        withdrawal = clock.rules.withdrawal
        if withdrawal is not None and withdrawal.sunset is not None:
            ends = withdrawal.sunset.after(spell.until)
            found.append(Due(ends, f"End of the effects of its withdrawal for {name}"))
    return found


def _provisional(clock: AgreementClock) -> list[Due]:
    days = clock.facts.provisional_until
    if days is None or clock.facts.provisional_from is None or days.last is None:
        return []
    return [Due(days.last, "Last day of provisional application")]


def _term_ends(clock: AgreementClock) -> list[Due]:
    """Return the end of the term that runs, and the last day for a notice that stops the next."""
    term, since = clock.rules.term, clock.late.in_force
    if term is None or not EVER < since < NEVER:
        return []
    end = term.end_at(since, clock.day)
    if end is None:
        return []
    step = term.next or term.first
    what = {
        "tacit": f"Renewed for {step.words() if step else 'a term'} unless notice was given",
        "indefinite": "First term ends, the agreement goes on",
        "by agreement": "Term ends unless renewed by agreement",
    }.get(term.renewal, "Term ends")
    if term.renewal == "tacit" and end == term.last_end(since):
        what = "Last term ends"
    found = [Due(end, what)]
    last_notice = term.last_notice(end)
    if last_notice is not None and last_notice < clock.day:
        following = term.end_at(since, end)
        last_notice = None if following is None else term.last_notice(following)
    if last_notice is not None:
        found.append(Due(last_notice, "Last day for a notice against renewal"))
    return found


def _windows(clock: AgreementClock) -> list[Due]:
    rule, since = clock.rules.withdrawal, clock.late.in_force
    if rule is None or rule.window is None or rule.is_own_window or not EVER < since < NEVER:
        return []
    if (opened := rule.window_at(clock.day, since)) is not None:
        return [Due(opened[1], "The window for withdrawal closes")]
    return [Due(rule.next_window(clock.day, since), "The window for withdrawal opens")]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
