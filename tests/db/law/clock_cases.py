"""Real agreements with their rules as objects, put into the words of rules: for `test_clock_cases`.

The file names no more than who triggered an entry into force: those before are made up.
"""

from __future__ import annotations

from typing import Any

from db.law.acts import DEPOSITS, AgreementFacts, PartyAct, PartyFacts
from db.law.rules.conditions import party_key
from tests.db.law.agreements import days, fillers

CONSENT_OF = {
    "accession": "acceded", "adherence": "acceded", "acceptance": "accepted",
    "ratification": "ratified", "succession": "succeeded",
    "declaration of continued application": "succeeded",
}  # fmt: skip


def period_words(rule: dict[str, Any]) -> str:
    """Return a period in words."""
    parts = []
    for unit in ("days", "months", "years"):
        if unit in rule:
            parts.append(f"{rule[unit]} {unit if rule[unit] != 1 else unit[:-1]}")
    if rule.get("plus_one_day"):
        parts.append("from the day after")
    if rule.get("then_first_of_following_month"):
        parts.append("then first of next month")
    if "first_day_of_nth_month" in rule:
        parts.append(f"first of {nth(rule['first_day_of_nth_month'])} month")
    return ", ".join(parts)


def nth(number: int) -> str:
    return f"{number}{ {2: 'nd', 3: 'rd'}.get(number, 'th') }"


def rule_words(rule: dict[str, Any], named: list[str]) -> str:
    """Return a rule of entry into force in words; `named` stand for a list that is only told of."""
    conditions = []
    required = rule.get("required") or []
    names = named if isinstance(required, str) else required
    if "deposits" in rule:
        tail = f" incl. {', '.join(names)}" if names else ""
        conditions.append(f"{rule['deposits']} deposits{tail}")
    elif names:
        conditions.append(f"all of {', '.join(names)}")
    for each in rule.get("conditions", ()):
        conditions.append(f"{each['at_least']} deposits of {each['of']}")
    if "fraction" in rule:
        conditions.append(f"{rule['fraction']} of {rule['of']}")
    if "share" in rule:
        conditions.append(f"{rule['share']['percent']}% of {rule['share']['of']}")
    if rule.get("all_signatories"):
        conditions.append("all signatories")
    for occasion in ("signature", "exchange_of_notes", "exchange_of_instruments"):
        if rule.get(occasion):
            conditions.append(occasion.replace("_", " "))
    words = " and ".join(conditions)
    if "fixed_date" in rule:
        words = f"{rule['fixed_date']} if {words}, else {period_words(rule['else'])}"
    elif period := period_words(rule):
        words += f", {period}" if period.startswith("first") else f" + {period}"
    if "requires_in_force" in rule:
        words += f", and in force: {'; '.join(rule['requires_in_force'])}"
    return words + (f", not before {rule['not_before']}" if "not_before" in rule else "")


def withdrawal_words(rule: dict[str, Any], sunset: dict[str, Any] | None) -> str:
    """Return a rule of withdrawal in words."""
    if not rule:
        return ""
    words = period_words(rule)
    if "on" in rule:
        words = f"{_year_day(rule['on'])}, notice by {_year_day(rule['notice_by'])}"
    if before := rule.get("not_before"):
        words += f", not before {before.partition(' from ')[0]}"
    return words + (f", sunset {period_words(sunset)}" if sunset else "")


def _year_day(text: str) -> str:
    return days(f"2001-{text}") and {"06-30": "30 June", "01-01": "1 January"}[text]


def later_words(rule: dict[str, Any] | None) -> str:
    """Return the rule for later parties in words."""
    if not rule:
        return ""
    words = period_words(rule) or "on deposit"
    if "accession" in rule:
        words += f"; acceded: {period_words(rule['accession'])}"
    return words


def case_facts(case: dict[str, Any]) -> AgreementFacts:
    """Return the agreement of a case, with as many parties as its rule counts."""
    rule, trigger = case["rule"], case["trigger"]
    parties: dict[str, list[PartyAct]] = {}
    named = [each.partition(" (")[0] for each in trigger.get("missing", ())]
    date = trigger["date"]
    if date is not None:
        _deposit_by(case, date, parties)
    elif "deposited_so_far" in trigger:
        for each in fillers(trigger["deposited_so_far"] - 1, "1980-01-01"):
            parties[each.name] = list(each.acts)
        parties["Argentina"] = [_act("ratified", "1981-03-06")]
    for each in case.get("later_parties", ()):
        kind = CONSENT_OF[each["act"].partition(" (")[0]]
        effect = days(each["in_force"]) if kind == "succeeded" else None
        acts = parties.setdefault(each["party"], [])
        acts.append(PartyAct(kind, days(each["deposit"]), effect=effect))
    for each in case.get("withdrawals", ()):
        parties.setdefault(each["party"], []).append(_act("notice of withdrawal", each["notice"]))
    _add_what_notes_say(case, parties)
    return AgreementFacts(
        concluded=days(case["signed"]),
        is_multilateral=case["kind"] == "multilateral",
        in_force_rule=rule_words(rule, named),
        later_rule=later_words(case.get("later_rule")),
        withdrawal_rule=withdrawal_words(case.get("withdrawal_rule", {}), case.get("sunset")),
        share_met=days(date) if date and _is_told_by_hand(rule) else None,
        provisional_from=days(case["provisional"][0]["since"]) if "provisional" in case else None,
        provisional_until=days(case["provisional"][0]["until"]) if "provisional" in case else None,
        needs={title: days("1988-09-22") for title in rule.get("requires_in_force", ())},
        parties=tuple(
            PartyFacts(name, tuple(acts), party_key(name)) for name, acts in parties.items()
        ),
    )


def _is_told_by_hand(rule: dict[str, Any]) -> bool:
    """Say whether a rule has a share, or a group whose members it does not name."""
    return "share" in rule or "conditions" in rule


def _deposit_by(case: dict[str, Any], date: str, parties: dict[str, list[PartyAct]]) -> None:
    """Add who deposited up to the trigger: the named ones, and as many more as are counted."""
    rule = case["rule"]
    if case["kind"] == "bilateral":
        for name in ("United States", "Other Side"):
            parties[name] = [_act("ratified", date)]
        return
    required = rule.get("required") or []
    for name in required:
        parties[name] = [_act("ratified", date)]
    told = [_act(*words.rsplit(" ", 1)) for words in _told_of(case) if words[:6] != "signed"]
    first = sum(act.kind in DEPOSITS and act.days < days(date) for act in told)
    count = rule.get("deposits", 0) - len(required) - first
    if "fraction" in rule:
        for each in [*fillers(44, "1945-06-26", "signed")]:
            parties[each.name] = list(each.acts)
        for number in range(1, 24):  # 23 of 45: India signed, too
            parties[f"Filler {number}"].append(_act("ratified", date))
        parties["India"] = [_act("signed", "1945-06-26")]
    elif count > 0:
        last = case["trigger"].get("party") if case["trigger"].get("act") else None
        parties[last or "Last"] = [_act("ratified", date)]
        for each in fillers(count - 1, case["signed"]):
            parties[each.name] = list(each.acts)
    elif not required:
        parties["Last"] = [_act("ratified", date)]


#: What cases tell in words only: first acts of those that left, notices taken back.
TOLD: dict[str, dict[str, list[str]]] = {
    "paris-2015": {"United States": ["accepted 2016-09-03"]},
    "rome-statute-1998": {
        "Burundi": ["ratified 2004-09-21"],
        "Gambia": ["ratified 2002-06-28", "notice taken back 2017-02-10"],
        "South Africa": ["ratified 2000-11-27", "notice taken back 2017-03-07"],
        "Hungary": ["ratified 2001-11-30"],
    },
    "ctbt-1996": {"Russian Federation": ["signed 1996-09-24", "ratified 2000-06-30"]},
    "cluster-2008": {"Lithuania": ["ratified 2011-03-24"]},
    "cites-1973": {"United Arab Emirates": ["acceded 1974-11-21"]},
    "istanbul-2011": {"Türkiye": ["ratified 2012-03-14"]},
    "icrw-1946": {"Iceland": ["acceded 1947-03-10"]},
    "peerea-1994": {
        name: ["ratified 1997-12-01"] for name in ("Italy", "France", "Germany", "Luxembourg")
    },
    "marrakesh-2013": {"Austria": ["signed 2014-06-24"]},
    "versailles-1919": {"United States": ["signed 1919-06-28"]},
}


def _told_of(case: dict[str, Any]) -> list[str]:
    return [words for acts in TOLD.get(case["id"], {}).values() for words in acts]


def _add_what_notes_say(case: dict[str, Any], parties: dict[str, list[PartyAct]]) -> None:
    for name, acts in TOLD.get(case["id"], {}).items():
        for words in acts:
            parties.setdefault(name, []).append(_act(*words.rsplit(" ", 1)))


def _act(kind: str, date: str) -> PartyAct:
    return PartyAct(kind, days(date))
