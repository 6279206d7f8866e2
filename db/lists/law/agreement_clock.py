"""What the law says of agreements on a day: their clocks, read from records or for many at once.

Lists, filters, pages, paper and the command ask it; the answers are worked out in `db.law`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from db.dates import HistoricalDate, day_number
from db.errors import Refused
from db.law.acts import EVER, NEVER, AgreementFacts, Days, PartyAct, PartyFacts, days_between
from db.law.answers import AgreementClock, Answer
from db.law.falling_due import list_due
from db.law.party_answers import answer_party
from db.law.rules.conditions import party_key
from db.law.rules.in_force_rules import read_in_force_rule
from db.law.rules.periods import iso_day
from db.law.what_if import read_what_if, suppose
from db.lens import Lens, shows, today
from db.lists.titles.names_then import read_names_then
from db.names import fold
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

if TYPE_CHECKING:
    from db.record_types import Agreement, Party, PartyAction

WITNESSES = frozenset({"witness", "observer", "depositary", "guarantor", "mediator", "facilitator"})
_TEXTS = (
    "stage", "provisional_who", "in_force_rule", "later_rule", "withdrawal_rule", "duration",
    "renewal", "parties_complete",
)  # fmt: skip
_DATES = {
    "concluded": "concluded", "in_force": "in_force", "terminated": "terminated",
    "provisional": "provisional_from", "provisional_until": "provisional_until",
    "share_met": "share_met",
}  # fmt: skip
# Written out: `columns_in_sql` reads them. First the texts, then three columns of each date.
_AGREEMENTS = (
    "SELECT id, laterality, stage, provisional_who, in_force_rule, later_rule, withdrawal_rule,"
    " duration, renewal, parties_complete, concluded_edtf, concluded_first, concluded_last,"
    " in_force_edtf, in_force_first, in_force_last, terminated_edtf, terminated_first,"
    " terminated_last, provisional_edtf, provisional_first, provisional_last,"
    " provisional_until_edtf, provisional_until_first, provisional_until_last, share_met_edtf,"
    f" share_met_first, share_met_last FROM agreement WHERE id IN ({LISTED})"
)
#: How far an agreement goes for one party, of what a list can be asked for.
PARTY_STAGES = frozenset({"in force", "signed", "uncertain", "not recorded"})
_NEEDS_OTHERS = "in force:"  # what a rule says that hangs on another agreement


def clock_of(facts: AgreementFacts, day: str) -> AgreementClock:
    """Return the clock of an agreement on an ISO day; of one that is past nothing later is told."""
    return AgreementClock(facts, _day_number(day), _day_number(today()))


@lru_cache(maxsize=16)
def _day_number(day: str) -> int:
    """Return the ordinal of a day that ten thousand agreements are asked about."""
    return day_number(day)


def clock_answer(agreement: Agreement, day: str) -> Answer:
    """Return the answer of an agreement that was read whole."""
    return clock_of(facts_of(agreement), day).answer()


def facts_of(agreement: Agreement) -> AgreementFacts:
    """Return a record as the clock sees it; what hangs on other agreements is not known to it."""
    values: dict[str, Any] = {name: getattr(agreement, name) for name in _TEXTS}
    values |= {into: _days(getattr(agreement, name)) for name, into in _DATES.items()}
    return AgreementFacts(
        **values,
        is_multilateral=_is_multilateral(agreement.laterality),
        parties=tuple(_party_of(party) for party in agreement.parties),
    )


def _is_multilateral(laterality: str) -> bool:
    return laterality.casefold() in ("multilateral", "plurilateral")


def _days(date: HistoricalDate | None) -> Days | None:
    if date is None:
        return None
    return days_between(date.first, date.last, date.edtf)


def _party_of(party: Party) -> PartyFacts:
    name = party.who.title if party.who else ""
    acts = tuple(_act_of(action) for action in party.actions)
    identity = party.who.id if party.who else 0
    bystander = party.capacity.casefold() in WITNESSES
    return PartyFacts(name, acts, party_key(name), bystander, identity)


def _act_of(action: PartyAction) -> PartyAct:
    return PartyAct(
        action.action,
        _days(action.date) or Days(None, None),
        action.date_of,
        _days(action.effect),
        action.territory,
        action.towards.title if action.towards else "",
        action.text,
    )


def read_facts(sql: Sql, agreements: Sequence[int], lens: Lens) -> dict[int, AgreementFacts]:
    """Return many agreements as the clock sees them through a lens: two statements for 500."""
    wanted = listed(agreements)
    parties, inexact = _read_parties(sql, wanted, lens)
    found = sql.rows(_AGREEMENTS, (wanted,))
    facts = {}
    for key, laterality, *values in found:
        texts, dates = values[: len(_TEXTS)], values[len(_TEXTS) :]
        fields: dict[str, Any] = dict(zip(_TEXTS, texts, strict=True))
        for place, into in enumerate(_DATES.values()):
            fields[into] = _stored_days(*dates[3 * place : 3 * place + 3])
        facts[key] = AgreementFacts(
            **fields,
            is_multilateral=_is_multilateral(laterality),
            parties=tuple(parties.get(key, ())),
            has_exact_acts=key not in inexact,
        )
        if _NEEDS_OTHERS in texts[2]:
            facts[key] = replace(facts[key], needs=_read_needs(sql, key, texts[2], lens))
    return facts


def _read_parties(
    sql: Sql, wanted: Any, lens: Lens
) -> tuple[dict[int, list[PartyFacts]], set[int]]:
    """Return the parties of each agreement that the lens shows, and the agreements of whose acts
    more is told than a day. The same few states stand in thousands of them, so their names are
    asked for once.
    """
    rows = sql.rows(
        "SELECT record_id, id, who_id, capacity FROM party"
        f" WHERE record_id IN ({LISTED}) ORDER BY record_id, position, id",
        (wanted,),
    )
    names = _read_names(sql, {row[2] for row in rows}, lens)
    others, inexact = _read_other_acts(sql, wanted, lens) if rows else ({}, set())
    acts = _read_acts(sql, wanted, others) if rows else {}
    found: dict[int, list[PartyFacts]] = {}
    nothing: tuple[PartyAct, ...] = ()
    for key, party, who, capacity in rows:
        name_and_key = names.get(who)
        if name_and_key is None:
            continue
        name, rule_key = name_and_key
        bystander = bool(capacity) and capacity.casefold() in WITNESSES
        facts = PartyFacts(name, acts.get(party, nothing), rule_key, bystander, who)
        if key in found:
            found[key].append(facts)
        else:
            found[key] = [facts]
    return found, inexact


def _read_names(sql: Sql, ids: Collection[int], lens: Lens) -> dict[int | None, tuple[str, str]]:
    """Return what each of these is called on the day and the key it is named by in rules; one that
    is gone has none, and what the lens hides is left out.
    """
    rows = sql.rows(
        f"SELECT id, title, {shows('marking')} FROM record WHERE id IN ({LISTED})",
        (lens.ceiling, listed(ids)),
    )
    names = read_names_then(sql, ids, lens)
    found: dict[int | None, tuple[str, str]] = dict.fromkeys(ids, ("", ""))
    for key, title, is_shown in rows:
        if is_shown:
            found[key] = names.get(key, title), party_key(title)
        else:
            del found[key]
    return found


# An act of one known day and nothing else: most are. The others are told apart, whole.
# With a plus, for SQLite would else go through all acts that name nobody to those of one agreement.
PLAIN_ACT: Final = (
    "date_edtf IS date_first AND date_last IS date_first AND date_first IS NOT NULL"
    " AND date_of = '' AND effect_edtf IS NULL AND territory = ''"
    " AND +signatory_id IS NULL AND +towards_id IS NULL"
)


def _read_acts(
    sql: Sql, wanted: Any, others: dict[int, list[tuple[int, PartyAct]]]
) -> dict[int, tuple[PartyAct, ...]]:
    """Return what parties did, by the line of each, among it what was read of `others`."""
    rows = sql.rows(
        "SELECT party_id, position, action, date_first FROM party_action"
        f" WHERE record_id IN ({LISTED}) AND {PLAIN_ACT} ORDER BY party_id, position",
        (wanted,),
    )
    acts: dict[int, tuple[PartyAct, ...]] = {}
    own: list[PartyAct] = []
    last = None
    for party, position, action, day in rows:
        act = _plain_act(action, day)
        if party in others:
            others[party].append((position, act))
        elif party == last:
            own.append(act)
        else:
            if last is not None:
                acts[last] = tuple(own)
            own, last = [act], party
    if last is not None:
        acts[last] = tuple(own)
    for party, pairs in others.items():
        pairs.sort(key=itemgetter(0))
        acts[party] = tuple([act for _, act in pairs])
    return acts


def _read_other_acts(
    sql: Sql, wanted: Any, lens: Lens
) -> tuple[dict[int, list[tuple[int, PartyAct]]], set[int]]:
    """Return the acts of which more is said than one day, each with its place, by party; and the
    agreements that they are of.
    """
    rows = sql.rows(
        "SELECT a.record_id, a.party_id, a.position, a.action, a.date_edtf, a.date_first,"
        " a.date_last, a.date_of, a.effect_edtf, a.effect_first, a.effect_last, a.territory,"
        " t.id, t.title"
        " FROM party_action a LEFT JOIN record t ON t.id = a.towards_id"
        f" WHERE a.record_id IN ({LISTED}) AND NOT ({PLAIN_ACT})"
        " AND (coalesce(a.signatory_id, a.towards_id) IS NULL OR NOT EXISTS"
        " (SELECT 1 FROM record h WHERE h.id IN (a.signatory_id, a.towards_id)"
        f" AND NOT ({shows('h.marking')})))",
        (wanted, lens.ceiling),
    )
    found: dict[int, list[tuple[int, PartyAct]]] = {}
    of: set[int] = set()
    undated = Days(None, None)
    names = read_names_then(sql, {row[-2] for row in rows if row[-2] is not None}, lens)
    for (
        key, party, position, action, edtf, first, last, date_of, effect_edtf, effect_first,
        effect_last, territory, towards, title,
    ) in rows:  # fmt: skip
        days = _stored_days(edtf, first, last) or undated
        effect = None
        if effect_edtf is not None:
            effect = _stored_days(effect_edtf, effect_first, effect_last)
        act = PartyAct(action, days, date_of, effect, territory, names.get(towards, title) or "")
        found.setdefault(party, []).append((position, act))
        of.add(key)
    return found, of


@lru_cache(maxsize=1 << 16)
def _plain_act(action: str, day: Any) -> PartyAct:
    """Return an act of one day: of a hundred thousand many are the same."""
    return PartyAct(action, _stored_days(day, day, day) or Days(None, None))


@lru_cache(maxsize=1 << 16)
def _stored_days(edtf: Any, first: Any, last: Any) -> Days | None:
    """Return the days of a date's columns; a damaged desk may hold anything there."""
    if edtf is None and first is None and last is None:
        return None
    try:
        return days_between(first, last, edtf or "")
    except (ValueError, TypeError, AttributeError):
        return Days(None, None)


def _read_needs(sql: Sql, key: int, rule: str, lens: Lens) -> dict[str, Days | None]:
    """Return when the agreements that a rule names are in force: by title, number or reference."""
    try:
        titles = read_in_force_rule(rule).needs
    except Refused:
        return {}
    return {title: _in_force_days(sql, key, title, lens) for title in titles}


def _in_force_days(sql: Sql, key: int, title: str, lens: Lens) -> Days | None:
    rows = sql.rows(
        "SELECT r.id FROM record r JOIN agreement k ON k.id = r.id WHERE r.kind = 'agreement'"
        f" AND r.id <> ? AND {shows('r.marking')} AND (r.sort_title = ? OR k.reference = ?"
        " OR r.id IN (SELECT record_id FROM name WHERE folded = ?)"
        " OR r.id IN (SELECT record_id FROM identifier WHERE value = ? AND about = ''))",
        (key, lens.ceiling, fold(title), title, fold(title), title),
    )
    if len(rows) != 1:
        return None
    facts = read_facts(sql, [rows[0][0]], lens)[rows[0][0]]
    clock = clock_of(facts, lens.as_of)
    early, late = clock.early.in_force, clock.late.in_force
    return Days(early, late) if clock.answer().since else None


def read_clock(sql: Sql, agreement: int, lens: Lens, what_if: str = "") -> dict[str, Any]:
    """Return what the clock says of one agreement, as the command prints it."""
    facts = read_facts(sql, [agreement], lens).get(agreement)
    if facts is None:
        raise Refused("Only an agreement has a clock; name one.")
    number, now = day_number(lens.as_of), day_number(today())
    if what_if:  # what might be done is looked at from its own day, and all before is known
        facts = suppose(facts.known_on(number, now), read_what_if(what_if))
        clock = AgreementClock(facts, number)
    else:
        clock = AgreementClock(facts, number, now)
    answer = clock.answer()
    return {
        "status": answer.status,
        "reason": answer.reason,
        "in_force": answer.since,
        "missing": clock.missing(),
        "parties": [
            {"party": party.name, **_party_json(answer_party(clock, party))}
            for party in clock.facts.bound_parties()
        ],
        "due": [{"day": iso_day(due.day), "what": due.what} for due in list_due(clock)],
    }


def _party_json(answer: Answer) -> dict[str, Any]:
    return {
        "status": answer.status,
        "since": answer.since,
        "until": answer.until,
        "reason": answer.reason,
    }


def party_stages(facts: AgreementFacts, parties: Collection[int], day: str) -> set[str]:
    """Return how far an agreement went for those parties on a day."""
    clock = clock_of(facts, day)
    return {
        answer_party(clock, party).stage
        for party in clock.facts.bound_parties()
        if party.id in parties
    }


def law_days(facts: AgreementFacts, which: str, day: str) -> tuple[str | None, str | None]:
    """Return the first and last possible day of entry into force (`in-force`) or of the end."""
    clock = clock_of(facts, day)
    ends = "in_force" if which == "in-force" else "until"
    early, late = getattr(clock.early, ends), getattr(clock.late, ends)
    if early >= NEVER or late <= EVER:
        return None, None
    return iso_day(max(early, 1)), None if late >= NEVER else iso_day(late)
