"""A row of a list of events: what happened, who took part, and in which countries."""

from __future__ import annotations

from db.exchange.mapping.guess.value_words import is_body
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.drafts import RowDraft, own_words, parts_of_span
from db.exchange.placing.resolve import AGREEMENTS, ORGANIZATIONS, PEOPLE
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.placing.target_fields import fill
from db.record_types import Event, Link, Participant, Ref
from db.vocabulary.countries import country_code


def build(row: RowValues, at: RowContext) -> RowDraft:
    """Return the event of a row."""
    event = Event(title=row.text("title").strip())
    if not event.title:
        raise RowFault(at.column("title"), "", "The row says nothing that could be its title.")
    draft = RowDraft(event, ["title"])
    fill(draft, "events", row, at.dates, at.tally)
    event.end = at.dates.end(row, "end", event.start)
    if event.end is None and "end" not in row.values:
        first, event.end, _ = parts_of_span(event.start)
        event.start = first if event.end else event.start
    countries = tuple(_without_city(event, row, each) for each in row.values.get("countries", ()))
    if len(countries) == 1 and (code := country_code(countries[0].text)):
        event.country = code
        draft.row_fields.append("country")
    for value in row.values.get("participants", ()):
        _take_part(event, at, value)
    for value in row.values.get("organizations", ()):
        _join(event, at, ORGANIZATIONS, value)
    for value in countries:
        event.participants.append(Participant(who=Ref(at.desk.country(value)), role="country"))
    for value in row.values.get("agreements", ()):
        other = at.desk.reference(AGREEMENTS, value)
        event.links.append(Link(other=Ref(other), nature="concerns"))
    if row.id:
        draft.keys = [(at.scheme, row.id)]
    else:
        draft.keys = [(at.row_scheme, at.own_key(row, _words(row)))]
    return draft


def _take_part(event: Event, at: RowContext, value: Value) -> None:
    """Let a participant take part, who may be a state or a body that is called so."""
    desk, text = at.desk, value.text.strip()
    is_name = value.by != "id" and not value.identifier
    if not is_name or desk.find_by_name("person", text):
        _join(event, at, PEOPLE, value)
    elif country_code(text):
        event.participants.append(Participant(who=Ref(desk.country(value)), role=value.role or ""))
    else:
        is_other = bool(desk.find_by_name("organization", text)) or is_body(text)
        _join(event, at, ORGANIZATIONS if is_other else PEOPLE, value)


def _without_city(event: Event, row: RowValues, value: Value) -> Value:
    """Return the country of “Tokyo, Japan”; the city is where it happened, if nothing else says."""
    city, _, state = value.text.rpartition(",")
    if not city or country_code(value.text) or not country_code(state):
        return value
    if "place" not in row.values:
        event.place = "; ".join(filter(None, (event.place, city.strip())))
    return value._replace(text=state.strip())


def _join(event: Event, at: RowContext, kind: str, value: Value) -> None:
    who = at.desk.reference(kind, value)
    event.participants.append(Participant(who=Ref(who), role=value.role or ""))


def _words(row: RowValues) -> str:
    texts = [row.text(name) for name in ("title", "start", "end", "place")]
    return own_words([*texts, *(each.text for each in row.values.get("participants", ()))])
