"""The status of an agreement as depositaries print it: who signed, who is bound, since when.

One row for each party, and one for each territory that a party extended it to. Pages, the window's
table and paper ask it; with a what-if it is worked out as if that had been done as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from db.dates import HistoricalDate, day_number
from db.law.acts import CONSENTS, LETTERS, SIGNATURES, PartyFacts
from db.law.answers import IN_FORCE, AgreementClock, Answer
from db.law.party_answers import answer_party
from db.law.rules.conditions import party_key
from db.law.what_if import read_what_if, suppose
from db.lens import today
from db.lists.law.agreement_clock import facts_of

if TYPE_CHECKING:
    from db.record_types import Agreement, Party, PartyAction


class StatusRow(NamedTuple):
    """A party or one of its territories; days are in words, `letter` as depositaries print it.

    `consent` is what it did to be bound, "" where nothing; with `is_former` it has left.
    """

    party: str
    territory: str
    signed: str
    act: str
    consent: str
    letter: str
    status: str
    since: str
    reason: str
    is_former: bool = False
    signed_day: str = ""  # what the columns of days are sorted by
    consent_day: str = ""
    since_words: str = ""


@dataclass(frozen=True, slots=True)
class StatusTable:
    """The rows in the order of the parties, the answer for the whole, and what is missing."""

    rows: tuple[StatusRow, ...]
    signatories: int
    parties: int
    answer: Answer
    missing: str
    supposed: StatusRow | None = None  # the party of a what-if


def status_table(agreement: Agreement, day: str, what_if: str = "") -> StatusTable:
    """Return the status of an agreement on a day; raise Refused for a what-if that says nothing."""
    facts, number = facts_of(agreement), day_number(day)
    if what_if.strip():  # what might be done is looked at from its own day
        facts = suppose(facts.known_on(number, day_number(today())), read_what_if(what_if))
        clock = AgreementClock(facts, number)
    else:
        clock = AgreementClock(facts, number, day_number(today()))
    answers = {party.identity: answer_party(clock, party) for party in clock.facts.bound_parties()}
    rows = [
        row
        for party in agreement.parties
        for row in _rows(party, answers.get(party.who.id if party.who else 0), day)
    ]
    known = {party.who.id for party in agreement.parties if party.who}
    rows += [
        _supposed_row(party, answers[party.identity])
        for party in clock.facts.bound_parties()
        if party.identity not in known
    ]
    whole = [row for row in rows if not row.territory]
    return StatusTable(
        tuple(rows),
        sum(bool(row.signed) for row in whole),
        sum(bool(row.act) and not row.is_former for row in whole),
        clock.answer(),
        clock.missing() or "",
        _row_of(what_if, whole),
    )


def _row_of(what_if: str, rows: list[StatusRow]) -> StatusRow | None:
    """Return the row of the party that a what-if is of."""
    if not what_if.strip():
        return None
    wanted = party_key(read_what_if(what_if).party)
    return next((row for row in rows if party_key(row.party) == wanted), None)


def _rows(party: Party, answer: Answer | None, day: str) -> Iterator[StatusRow]:
    done = [act for act in party.actions if not _is_later(act.date, day)]
    territories = list(dict.fromkeys(act.territory for act in done if act.territory))
    for territory in ("", *territories):
        yield _row(party, territory, [act for act in done if act.territory == territory], answer)


def _is_later(date: HistoricalDate | None, day: str) -> bool:
    return date is not None and date.first is not None and date.first > day


def _row(party: Party, territory: str, done: list[PartyAction], answer: Answer | None) -> StatusRow:
    signed = next((act for act in done if act.action in SIGNATURES), None)
    consent = next((act for act in reversed(done) if act.action in CONSENTS), None)
    own = answer if answer is not None and not territory else None
    return StatusRow(
        party.who.title if party.who else "",
        territory,
        _day_words(signed) if signed else "",
        consent.action if consent else "",
        _day_words(consent) if consent else "",
        LETTERS.get(consent.action, "") if consent else "",
        own.status if own else "",
        (own.since or "") if own else "",
        own.reason if own else "",
        own is not None and bool(own.since and own.until) and own.status != IN_FORCE,
        _first_day(signed),
        _first_day(consent),
        _since_words(own.since) if own else "",
    )


def _supposed_row(party: PartyFacts, answer: Answer) -> StatusRow:
    """Return the row of a party that the what-if adds."""
    act = party.acts[-1].kind if party.acts else ""
    return StatusRow(
        party.name, "", "", act, "", LETTERS.get(act, ""), answer.status, answer.since or "",
        answer.reason, since_words=_since_words(answer.since),
    )  # fmt: skip


def _first_day(act: PartyAction | None) -> str:
    return (act.date.first or "") if act is not None and act.date is not None else ""


def _since_words(since: str | None) -> str:
    return HistoricalDate.parse(since).phrase() if since else ""


def _day_words(act: PartyAction) -> str:
    return act.date.phrase() if act.date is not None else "not dated"
