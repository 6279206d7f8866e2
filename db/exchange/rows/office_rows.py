"""Rows of lists of offices and of tenures, and the office that a row of people names."""

from __future__ import annotations

from db.dates import HistoricalDate
from db.exchange.mapping import cells
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.drafts import RowDraft, TenureFacts, own_words, parts_of_span
from db.exchange.placing.office_lines import complete_office, keep_words
from db.exchange.placing.resolve import ORGANIZATIONS, PEOPLE
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault, Tally
from db.names import fold
from db.names.titles import split_titles
from db.record_types import Office
from db.vocabulary.choices import CLOSED
from db.vocabulary.countries import country_code

_TIES = ("office", "organization", "country")


def body_of_row(row: RowValues, at: RowContext, title: str) -> int | None:
    """Return the body of a row's office: its organization, its state, or what its title names."""
    if body := row.values.get("organization"):
        return at.desk.reference(ORGANIZATIONS, body[0])
    if country := row.values.get("country"):
        return at.desk.country(country[0])
    return at.posts.body(title)


def _first_office(row: RowValues, at: RowContext) -> Value:
    """Return the office of a row; of several in one cell the first, the others are told."""
    value = row.values["office"][0]
    first, *others = [part.strip() for part in value.text.split(";") if part.strip()] or [""]
    if others and value.by != "id":
        words = "; ".join(others)
        at.tally.leave_out(value.column, words, "is a further office of the row, which takes one.")
        value = value._replace(text=first)
    return value


def _office(row: RowValues, at: RowContext) -> int:
    value = _first_office(row, at)
    body = body_of_row(row, at, value.text)
    if body is None:
        body = at.posts.without_body(value.text)
    return at.posts.find(body, value, at.column("office"))


def span(
    row: RowValues, at: RowContext
) -> tuple[HistoricalDate | None, HistoricalDate | None, bool]:
    """Read from when to when a row says that something lasted, in two cells or in one, and
    whether it says that it lasts to this day.
    """
    since, until, lasts = parts_of_span(at.dates.first(row, "from"))
    if "to" in row.values:
        until = at.dates.end(row, "to", since)
        lasts = row.values["to"][0].open_end
    return since, until, lasts


def tenure_of(row: RowValues, at: RowContext) -> TenureFacts | None:
    """Return the stay in office that a row tells, None when it names no office."""
    if "office" not in row.values:
        return None
    earlier = at.dates.take_unread()
    since, until, lasts = span(row, at)
    facts = TenureFacts(_office(row, at), since, until, note="\n".join(at.dates.take_unread()))
    at.dates.put_back(earlier)
    if until is not None:
        facts.end_state = "ended"
    elif lasts:
        facts.end_state = "ongoing"
    return facts


def build_tenure(row: RowValues, at: RowContext) -> RowDraft | None:
    """Write the tenure of a row; the person and the office are found or made."""
    person = row.values.get("person")
    if person is None:
        if "office" in row.values:
            _office(row, at)
            why = "The row names nobody; its office alone was taken, without a holder."
            raise RowFault(at.column("person"), "", why)
        raise RowFault(at.column("person"), "", "The row names nobody; give the holder's name.")
    facts = tenure_of(row, at)
    if facts is None:
        raise RowFault(at.column("office"), "", "The row names no office.")
    if row.id:
        facts.key = (at.scheme, row.id)
    if acting := row.values.get("acting"):
        facts.acting = cells.read_boolean(acting[0].text)
        if facts.acting is None:
            at.tally.leave_out(acting[0].column, acting[0].text, "is neither yes nor no.")
    state = row.text("end_state").strip().casefold()
    if state in CLOSED["tenure.end_state"] and not (state == "ongoing" and facts.until):
        facts.end_state = state
    elif state:
        column = row.values["end_state"][0].column
        at.tally.leave_out(column, state, "is no state of an end, or not of this one.")
    notes = [each.text for each in row.values.get("note", ())]
    facts.note = "\n".join(filter(None, [*notes, facts.note]))
    if person[0].text == person[0].identifier:
        at.tally.flag(f"The row gives no name for {person[0].text}; it stands under that.")
    country = country_code(row.text("country")) or "" if "country" in row.values else ""
    holder = _identify_holder(person[0], row, at)
    at.tenures.add_or_wait(at.desk.reference(PEOPLE, holder, country, at.column("person")), facts)
    return None


def _identify_holder(holder: Value, row: RowValues, at: RowContext) -> Value:
    """Return a holder who is known by a name alone as the person that the file's other rows tell.

    Rows of one name are one person where they share an office, a body or a state; whom the desk
    knew before this list is that one.
    """
    if holder.by == "id" or holder.identifier:
        return holder
    name = split_titles(holder.text).name
    if any(
        each.id not in at.desk.work.created
        and not at.desk.other_identifier(each.id, at.row_scheme, "")
        for each in at.desk.find_by_name("person", name)
    ):
        return holder
    ties = {fold(each.text) for target in _TIES for each in row.values.get(target, ())} - {""}
    key = at.namesake_key(own_words([name]), ties)
    return holder._replace(identifier=key, scheme=at.row_scheme)


def build_office(row: RowValues, at: RowContext) -> RowDraft | None:
    """Write the office of a row into its body."""
    title = row.values.get("title")
    if title is None:
        raise RowFault(at.column("title"), "", "The row names no office.")
    office = Office(title=title[0].text, seats=_seats(row, at.tally))
    office.founded = at.dates.first(row, "created")
    office.dissolved = at.dates.end(row, "abolished", office.founded)
    body = body_of_row(row, at, office.title)
    if body is None:
        body = at.posts.without_body(office.title)
    scheme = at.scheme if row.id else None
    cell = Value(
        office.title, title[0].column, create=True, scheme=scheme, identifier=row.id or None
    )
    complete_office(at, body, at.posts.find(body, cell), office)
    keep_words(at, body, [f"{office.title}, {words}" for words in at.dates.take_unread()])
    return None


def _seats(row: RowValues, tally: Tally) -> int | None:
    text = row.text("seats").strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > 6:
        column = row.values["seats"][0].column
        tally.leave_out(column, text, "is no number of seats; it was left out.")
        return None
    return int(text)
