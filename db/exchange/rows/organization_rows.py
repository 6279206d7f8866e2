"""A row of a list of organizations: the body, and the one that it stands under."""

from __future__ import annotations

from db.exchange.mapping.row_values import RowValues
from db.exchange.placing.drafts import RowDraft, own_words
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.placing.target_fields import fill, read_country
from db.record_types import Organization, Parent, Ref


def build(row: RowValues, at: RowContext) -> RowDraft:
    """Return the organization of a row."""
    body = Organization(title=row.text("name"))
    draft = RowDraft(body, ["title"])
    if not body.title:
        raise RowFault(at.column("name"), "", "The row names no organization.")
    if country := row.values.get("country"):
        body.country = read_country(country[0], at.tally)
        draft.row_fields.append("country")
    fill(draft, "organizations", row, at.dates, at.tally)
    body.dissolved = at.dates.end(row, "dissolved", body.founded)
    for value in row.values.get("parent", ()):
        if at.is_circle(body.title, value.text, body.country):
            at.tally.leave_out(
                value.column,
                value.text,
                f"stands below “{body.title}” itself, by earlier rows or on the desk.",
            )
            continue
        above = at.desk.reference("organizations", value, body.country)
        body.parents.append(Parent(parent=Ref(above)))
    draft.keys = [("wikidata", value.text) for value in row.values.get("wikidata", ())]
    if row.id and (at.scheme, row.id) not in draft.keys:
        draft.keys.append((at.scheme, row.id))
    if not draft.keys:
        draft.keys.append((at.row_scheme, own_words([body.title, body.country])))
    return draft
