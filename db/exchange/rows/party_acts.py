"""What a row says that a party did: the act by its column, by its word, or by its letter.

Status lists name an act beside its date (`Instrument Type`), or put the letters of the United
Nations behind the date: `23 Jun 1993 a` is an accession. Rows of agreements ask.
"""

from __future__ import annotations

import re

from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.row_context import RowContext
from db.names import fold
from db.record_types import PartyAction

# target → (what the party did, what the date is of)
ACTIONS: dict[str, tuple[str, str]] = {
    "party_signed": ("signed", "act"),
    "party_ratified": ("ratified", "act"),
    "party_accepted": ("accepted", "act"),
    "party_acceded": ("acceded", "act"),
    "party_succeeded": ("succeeded", "act"),
    "party_deposited": ("ratified", "deposit"),
    "party_in_force": ("entry into force", "effect"),
    "party_withdrew": ("withdrew", "act"),
}
# The letters of the United Nations' status lists.
LETTERS = {
    "a": "acceded", "A": "accepted", "AA": "approved", "d": "succeeded", "s": "signed",
    "c": "formally confirmed", "p": "provisional application",
}  # fmt: skip
_LETTERED = re.compile(r"(.*\d)\s*\(?(AA|[aAdscp])\)?")
# Beginnings of the words for an act, folded, the more telling first.
_WORDS = (
    ("withdrew", "withdraw retrait ruckzug retiro retirada recesso выход"),
    ("denounced", "denunc denonc kundig denunz денонс"),
    ("signed", "sign unterzeich firm assin подпис"),
    ("ratified", "ratif ратифик"),
    ("accepted", "accept annahm acept aceit accettaz принят"),
    ("approved", "approv approb genehmig aprob aprov утвержд одобр"),
    ("acceded", "acced access adhes adhesion beitritt ades присоедин"),
    ("succeeded", "succe success nachfolg sucesion suces правопреем"),
    ("formally confirmed", "formal confirm"),
    ("provisional application", "provisional vorlaufig временн"),
    ("entry into force", "entry into force|in force|entree en vigueur|inkraft|вступлен"),
    ("notified", "notif уведомл"),
)


def act_of(text: str) -> str:
    """Return the act that a word or a letter says, "" for none.

    >>> [act_of(text) for text in ("Accession", "d", "AA", "Ratificación", "Beitritt", "?")]
    ['acceded', 'succeeded', 'approved', 'ratified', 'acceded', '']
    >>> act_of("Acceptance"), act_of("Instrument of accession")
    ('accepted', 'acceded')
    """
    if (letter := text.strip().strip("()")) in LETTERS:
        return LETTERS[letter]
    words = fold(text)
    for act, beginnings in _WORDS:
        for start in beginnings.split("|" if "|" in beginnings else None):
            if re.search(rf"\b{re.escape(start)}", words):
                return act
    return ""


def actions_of(row: RowValues, at: RowContext) -> list[PartyAction]:
    """Return what the party of a row did; what is no date or no act is told and left out."""
    found = []
    earlier = at.dates.take_unread()
    for target, (action, date_of) in ACTIONS.items():
        for value in row.values.get(target, ()):
            dated, lettered = _without_letter(value)
            if (date := at.dates.read(dated)) is not None:
                found.append(PartyAction(action=lettered or action, date=date, date_of=date_of))
    for value in row.values.get("party_act", ()):
        if (action := act_of(value.text)) == "":
            at.tally.leave_out(value.column, value.text, "is no act of a party; it was left out.")
            continue
        date = at.dates.read(Value(value.date, value.column)) if value.date else None
        found.append(PartyAction(action=action, date=date, date_of="act" if date else ""))
    party = row.text("party")
    at.dates.put_back([*earlier, *(f"{party}, {words}" for words in at.dates.take_unread())])
    return found


def _without_letter(value: Value) -> tuple[Value, str]:
    """Return a date without the letter behind it, and the act that the letter says."""
    match = _LETTERED.fullmatch(value.text.strip())
    return (value._replace(text=match[1].strip()), LETTERS[match[2]]) if match else (value, "")
