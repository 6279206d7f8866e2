"""Agreements in force before their signature that may well be right: what the record itself says.

Its signs were chosen by looking at forty-one such findings in real registers: nineteen fall under
them. Of the twenty-two that are left another register contradicts ten, eight look like slips (the
same day of another year, day and month exchanged), and four cannot be told.
The check of agreements asks it.
"""

from __future__ import annotations

import re
from typing import Final

from db.dates import HistoricalDate, day_number
from db.record_types import Agreement

_SAID: Final = re.compile(r"retroactiv|with effect from", re.I)
#: Titles that say themselves from when on it is to apply, signed before that or after.
FOR_A_PERIOD: Final = re.compile(
    r"\bfor the period\b|\bprovisional application\b|\bfishing opportunities\b"
    r"|\bsubsidiary agreement\b|\bexten(?:sion|ding)\b|\bprolong\w+|\brenew(?:al|ing)\b",
    re.I,
)
#: What joins an agreement that is in force already, or was made by no signature at all.
_UNSIGNED: Final = re.compile(r"\b(?:accession|acceding)\b|^(?:commission|resolution)\b", re.I)
#: What takes no ratification, and is often signed when the work under it has begun.
_SIMPLE: Final = re.compile(
    r"\b(?:memorandum of understanding|exchange of (?:notes|letters)"
    r"|administrative (?:agreement|arrangement))\b|^(?:arrangement|mou)\b",
    re.I,
)
_CHANGE: Final = re.compile(r"^amendment\b", re.I)
MAX_LATER_SIGNATURE_DAYS: Final = 365  # after a day that was agreed on
MAX_LATER_CHANGE_DAYS: Final = 31  # after a term that an amendment goes on from


def applies_earlier(agreement: Agreement, signed: HistoricalDate | None) -> bool:
    """Say whether the record tells why an agreement applies before the day of its signature.

    It says so; it joins another; it is of a simple form; or it is in force from the first of a
    month, as those are who agree on a day. The same day of another year is a slip all the same.
    """
    if _SAID.search(agreement.in_force_clause) or FOR_A_PERIOD.search(agreement.title):
        return True
    words = agreement.kind, agreement.title
    if any(_UNSIGNED.search(text) for text in words):
        return True
    since = agreement.in_force
    if since is None or signed is None or since.last is None or signed.first is None:
        return False
    if since.last[-6:] == signed.first[-6:]:
        return False
    days = day_number(signed.first) - day_number(since.last)
    if days <= MAX_LATER_CHANGE_DAYS and any(_CHANGE.search(text) for text in words):
        return True
    is_agreed_day = since.certain_on() and since.last.endswith("-01")
    is_simple = any(_SIMPLE.search(text) for text in words)
    return days < MAX_LATER_SIGNATURE_DAYS and (is_agreed_day or is_simple)
