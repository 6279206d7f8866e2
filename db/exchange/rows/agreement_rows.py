"""A row of a list of agreements: the agreement, its parties, and what each of them did."""

from __future__ import annotations

from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.drafts import RowDraft, own_words
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.placing.target_fields import fill, read_country, read_word
from db.exchange.rows.party_acts import actions_of
from db.names import fold
from db.record_types import Agreement, AgreementLink, Party, PartyAction, Ref

# What stands in a column of parties for several.
_NO_PARTY = frozenset(
    map(fold, (
        "multilateral", "bilateral", "plurilateral", "trilateral", "various", "several", "others",
        "other", "multiple", "many", "multilatéral", "divers", "plusieurs", "mehrere",
        "verschiedene", "multilateral (m)", "varios", "vários", "multilaterale", "diversi",
        "meerdere", "wielostronna", "wielostronny", "vícestranná", "çok taraflı", "многосторонний",
        "многосторонняя", "многостороннее", "багатосторонній", "متعددة الأطراف", "متعدد الأطراف",
        "چندجانبه", "多边", "多國", "多国間", "다자", "monenkeskinen", "többoldalú",
    ))
)  # fmt: skip


def build(row: RowValues, at: RowContext) -> RowDraft:
    """Return the agreement of a row."""
    agreement = Agreement(title=row.text("title").strip())
    if not agreement.title:
        raise RowFault(at.column("title"), "", "The row names no agreement.")
    draft = RowDraft(agreement, ["title"])
    fill(draft, "agreements", row, at.dates, at.tally)
    begin = agreement.concluded or agreement.in_force
    agreement.terminated = at.dates.end(row, "terminated", begin)
    if country := row.values.get("country"):
        agreement.country = read_country(country[0], at.tally)
        draft.row_fields.append("country")
    agreement.amounts, faults = at.sums.read(row)
    for value, why in faults:
        at.tally.leave_out(value.column, value.text, why)
    if not agreement.amounts and (alone := row.values.get("currency")):
        at.tally.leave_out(alone[0].column, alone[0].text, "is the currency of no sum.")
    actions = actions_of(row, at)
    by_id: dict[int, Party] = {}
    for value in row.values.get("parties", ()):
        _party(by_id, at, value, [])
    if party := row.values.get("party"):
        _party(by_id, at, party[0], actions)
    agreement.parties = list(by_id.values())
    agreement.agreement_links = _links(row, at)
    if row.id:
        draft.keys = [(at.scheme, row.id)]
    elif at.mapping.one_per_party:
        draft.keys = [(at.row_scheme, own_words([agreement.title, *_constants(at)]))]
    else:
        draft.keys = [(at.row_scheme, at.own_key(row, _words(row)))]
    return draft


def _links(row: RowValues, at: RowContext) -> list[AgreementLink]:
    """Return how the agreement of a row bears on others, which it names by title or identifier."""
    nature = ""
    if cells := row.values.get("link_nature"):
        nature = read_word("agreement_link.nature", cells[0], at.tally)
    found = []
    for value in row.values.get("link_to", ()):
        other = at.desk.agreement_at(value, at.scheme)
        if other is None:
            at.tally.leave_out(
                value.column, value.text, "is no agreement on the desk; import it first."
            )
            continue
        link = AgreementLink(other=Ref(other), scope=row.text("link_scope").strip())
        found.append(link.model_copy(update={"nature": nature}) if nature else link)
    if not found and (alone := row.values.get("link_nature") or row.values.get("link_scope")):
        at.tally.leave_out(alone[0].column, alone[0].text, "is of no other agreement.")
    return found


def _constants(at: RowContext) -> list[str]:
    """Return what is the same in every row: it keeps files of one list apart."""
    return [
        f"{target}={each.constant}"
        for target, maps in sorted(at.mapping.fields.items())
        for each in maps
        if each.constant is not None
    ]


def _words(row: RowValues) -> str:
    parties = sorted(value.text for value in row.values.get("parties", ()))
    return own_words([row.text("title"), row.text("signed"), row.text("reference"), *parties])


def _party(
    by_id: dict[int, Party], at: RowContext, value: Value, actions: list[PartyAction]
) -> None:
    who = at.desk.state_ref(value)
    if who is None:
        if fold(value.text) in _NO_PARTY:
            why = "says how many parties there are, not which."
            at.tally.leave_out(value.column, value.text, why)
            return
        who = Ref(at.desk.country(value))
    if (party := by_id.get(who.id)) is not None:
        party.actions += actions
        return
    # a list of treaties has ten of them in a row, and nothing in one needs a look
    by_id[who.id] = Party.of_values({"who": who, "actions": actions})
