"""What a row says that a party did: the act by its column, by its word, or by its letter.

Status lists name an act beside its date (`Instrument Type`), or put the letters of the United
Nations behind the date: `23 Jun 1993 a` is an accession. Rows of agreements ask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.dates import HistoricalDate
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.row_context import RowContext
from db.names import fold
from db.record_types import PartyAction, Ref
from db.vocabulary.choices import choices

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
    "a": "acceded", "A": "accepted", "AA": "approved", "d": "succeeded",
    "s": "definitively signed", "c": "formally confirmed", "p": "provisional application",
}  # fmt: skip
_ACTS = {fold(act): act for act in choices("party_action.action")}
_SPECIAL = frozenset({"acceded", "accepted", "approved", "succeeded", "formally confirmed"})
# What a row says of its one act.
_OF_THE_ACT = ("party_effect", "party_text", "party_territory", "party_towards")
_DATE_KINDS = (
    ("effect", "effect force entry"),
    ("deposit", "deposit instrument hinterleg depot"),
    ("notification", "notif receipt received"),
    ("act", "act sign date"),
)
_LETTERED = re.compile(r"(.*\d)\s*\(?(AA|[aAdscp])\)?")
# Beginnings of the words for an act, folded, the more telling first.
_WORDS = (
    ("full powers", "full power|plein pouvoir|vollmacht|plenos poderes"),
    ("withdrawn reservation", "withdrawn reserv|withdrawal of reserv|withdrawal of the reserv"),
    ("modified reservation", "modified reserv|modification of reserv|modified"),
    ("notice taken back", "notice taken back|withdrawal of notice|notice withdrawn|taken back"),
    (
        "notice of withdrawal",
        "notice of withdrawal|notice of denunciation|notification of"
        " withdrawal|notification of denunciation",
    ),
    ("territorial extension", "territorial|extension to|extended to"),
    ("reservation", "reserv vorbehalt"),
    ("objection", "objection einspruch objecion"),
    ("declaration", "declar erklar"),
    ("suspended", "suspen ausgesetzt"),
    ("resumed", "resum reprise wiederaufnahme"),
    ("ceased", "ceased|ceasing|cessation"),
    ("definitively signed", "definitive sign|definitively sign|signature definitive"),
    ("withdrew", "withdraw retrait ruckzug retiro retirada recesso выход"),
    ("denounced", "denunc denonc kundig denunz денонс"),
    ("initialled", "initialled|initialed|initialling|paraph"),
    ("signed", "sign unterzeich firm assin подпис"),
    ("ratified", "ratif ратифик"),
    ("accepted", "accept annahm acept aceit accettaz принят"),
    ("approved", "approv approb genehmig aprob aprov утвержд одобр"),
    ("acceded", "acced access adher adhes adhesion beitritt ades присоедин"),
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
    if words in _ACTS:
        return _ACTS[words]
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
        for value in _spells_of(row.values.get(target, ()), at):
            dated, lettered = _without_letter(value)
            if (date := at.dates.read(dated)) is not None:
                found.append(PartyAction(action=lettered or action, date=date, date_of=date_of))
    found = _without_general(found) + _told_acts(row, at)
    party = row.text("party")
    at.dates.put_back([*earlier, *(f"{party}, {words}" for words in at.dates.take_unread())])
    return found


def _spells_of(values: Sequence[Value], at: RowContext) -> list[Value]:
    """Return the dates of one column and of those numbered after it (stateForce2): a party that
    came back. What another source says of the same is left out.
    """
    if not values:
        return []
    base = values[0].column.rstrip("0123456789 _")
    found = [each for each in values if each.column.rstrip("0123456789 _") == base]
    known = {each.text for each in found}
    for value in values:
        if value not in found and value.text not in known:
            why = "stands beside another value where one is taken."
            at.tally.leave_out(value.column, value.text, why)
    return found


def _without_general(acts: list[PartyAction]) -> list[PartyAction]:
    """Leave out a ratification that a row tells as an accession, an acceptance or the like, too:
    registers have a column of ratifications for every consent.
    """
    special = {act.date for act in acts if act.action in _SPECIAL and act.date}
    return [act for act in acts if act.action != "ratified" or act.date not in special]


def _told_acts(row: RowValues, at: RowContext) -> list[PartyAction]:
    """Return the acts that a row names by a word or a letter, with all that it says of them."""
    words_of_acts = row.values.get("party_act", ())
    found = []
    for value, date in zip(words_of_acts, _dates(row, at, words_of_acts), strict=True):
        if (action := act_of(value.text)) == "":
            at.tally.leave_out(value.column, value.text, "is no act of a party; it was left out.")
            continue
        kind = _date_kind(row, at) if date else ""
        found.append(PartyAction(action=action, date=date, date_of=kind))
    more = [name for name in _OF_THE_ACT if name in row.values]
    if more and len(found) != 1:
        for name in more:
            cell = row.values[name][0]
            at.tally.leave_out(
                cell.column, cell.text, "is of one act, and the row names none or several."
            )
    elif more:
        _complete(found[0], row, at)
    return found


def _dates(
    row: RowValues, at: RowContext, words_of_acts: Sequence[Value]
) -> Sequence[HistoricalDate | None]:
    """Return the date of each act: beside its word, or in a column of its own in the same order."""
    given = row.values.get("party_act_date", ())
    if given and len(given) not in (1, len(words_of_acts)):
        cell = given[0]
        words = "; ".join(each.text for each in given)
        at.tally.leave_out(cell.column, words, "are not as many dates as the row has acts.")
        given = ()
    dates = []
    for place, value in enumerate(words_of_acts):
        if value.date:
            dates.append(at.dates.read(Value(value.date, value.column)))
        elif given:
            dates.append(at.dates.read(given[place if len(given) > 1 else 0]))
        else:
            dates.append(None)
    return dates


def _date_kind(row: RowValues, at: RowContext) -> str:
    """Return what the date of an act is the date of."""
    given = row.values.get("party_act_kind")
    if not given:
        return "act"
    words = fold(given[0].text)
    for kind, beginnings in _DATE_KINDS:
        if any(re.search(rf"\b{start}", words) for start in beginnings.split()):
            return kind
    at.tally.leave_out(
        given[0].column, given[0].text, "is not one of act, deposit, notification, effect."
    )
    return "act"


def _complete(act: PartyAction, row: RowValues, at: RowContext) -> None:
    """Give an act its effect, its words, its territory and the other state of a pair."""
    if effect := row.values.get("party_effect"):
        act.effect = at.dates.read(effect[0])
    act.text = "\n\n".join(each.text for each in row.values.get("party_text", ()))
    act.territory = row.text("party_territory").strip()
    if towards := row.values.get("party_towards"):
        act.towards = Ref(at.desk.country(towards[0]))


def _without_letter(value: Value) -> tuple[Value, str]:
    """Return a date without the letter behind it, and the act that the letter says."""
    match = _LETTERED.fullmatch(value.text.strip())
    return (value._replace(text=match[1].strip()), LETTERS[match[2]]) if match else (value, "")
