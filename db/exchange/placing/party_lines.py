"""The parties of an agreement and what they did, put to those that the desk has; placing asks."""

from __future__ import annotations

from db.exchange.placing.new_rows import insert_line
from db.exchange.placing.row_context import RowContext
from db.record_types import Agreement, Party, PartyAction


def add_parties(
    at: RowContext, record: Agreement, parties: list[Party], *, is_own: bool = False
) -> bool:
    """Give an agreement the parties and acts of a row that it lacks; say whether there were any.

    `is_own`: the row's list alone has given the agreement, so that a party that it names no more is
    told.
    """
    known = {party.who.id: party for party in record.parties if party.who}
    left_out = {key: party.who.title for key, party in known.items() if party.who}
    added = has_new = False
    for party in parties:
        assert party.who is not None
        left_out.pop(party.who.id, None)
        old, actions = known.get(party.who.id), party.actions
        if old is None:
            if actions:
                party.actions = []
            insert_line(at.desk.work, party, len(record.parties), record.id)
            known[party.who.id] = old = party
            record.parties.append(party)
            added = has_new = True
        if actions:
            added |= _add_actions(at, record.id, old, actions)
    if is_own and has_new and left_out and not at.mapping.one_per_party:
        at.tally.flag(
            f"The desk has parties of “{record.title}” that the row does not name:"
            f" {', '.join(left_out.values())}; they were kept.",
            at.column("parties"),
        )
    return added


def _add_actions(at: RowContext, record_id: int, old: Party, new: list[PartyAction]) -> bool:
    known = {_act(action) for action in old.actions}
    added = False
    for action in new:
        if _act(action) in known:
            continue
        place = len(old.actions)
        insert_line(at.desk.work, action, place, record_id, "party_id", old.id)
        old.actions.append(action)
        added = True
    return added


def _act(action: PartyAction) -> tuple[object, ...]:
    """Return what tells an act from others: two reservations of a day differ in their words."""
    days = (each.edtf or each.words if each else "" for each in (action.date, action.effect))
    towards = action.towards.id if action.towards else 0
    return action.action, action.date_of, *days, action.territory, towards, action.text
