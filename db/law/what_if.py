"""Reads what a party might do, in words: "Philippines ratifies 2027-03-01"."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.dates import HistoricalDate
from db.dates.lexicon import quote
from db.errors import Refused
from db.law.acts import (
    ACT_FORMS,
    CONSENTS,
    EXITS,
    NOTICE,
    NOTICE_TAKEN_BACK,
    RESUMED,
    SIGNATURES,
    SUSPENDED,
    AgreementFacts,
    PartyAct,
    days_between,
    with_act,
)
from db.law.rules.conditions import party_key

ACTS = {
    **ACT_FORMS,
    **{
        act: act
        for act in (*SIGNATURES, *CONSENTS, *EXITS, NOTICE, NOTICE_TAKEN_BACK, SUSPENDED, RESUMED)
    },
}
_WORDS = "|".join(re.escape(act) for act in sorted(ACTS, key=len, reverse=True))
_SENTENCE = re.compile(rf"(?:if )?(.+?)[,:]? ({_WORDS})(?:,| on| of)? (.+)", re.IGNORECASE)


class WhatIf(NamedTuple):
    """A party, and what it might do."""

    party: str
    act: PartyAct


def read_what_if(text: str) -> WhatIf:
    """Read a party, an act and a date; raise Refused where they are not to be found.

    >>> read_what_if("Philippines deposits 2027-03-01").act.kind
    'ratified'
    >>> read_what_if("if Türkiye gives notice of withdrawal on 1 March 2027").party
    'Türkiye'
    """
    found = _SENTENCE.fullmatch(" ".join(text.split()))
    if found is None:
        raise Refused(
            f"{quote(text)} does not say who does what when; write it as Philippines ratified"
            " 2027-03-01."
        )
    date = HistoricalDate.parse(found[3])
    if date.first is None and date.last is None:
        raise Refused(f"{quote(found[3])} is no day; write it as 2027-03-01.")
    days = days_between(date.first, date.last, date.edtf)
    return WhatIf(found[1], PartyAct(ACTS[found[2].casefold()], days))


def suppose(facts: AgreementFacts, what_if: WhatIf) -> AgreementFacts:
    """Return the agreement as if that had been done as well."""
    return with_act(facts, what_if.party, party_key(what_if.party), what_if.act)
