"""The small timeline shows what is dated, as long as it is uncertain."""

from db import Agreement, HistoricalDate, Party, PartyAction, Person, Ref, Store
from desktop.page.strip_items import strip_items
from desktop.timeline.timeline_lanes import BandItem

from .conftest import LENS


def items(store: Store, record_id: int) -> dict[str, BandItem]:
    return {item.title: item for item in strip_items(store.reader.read(record_id, LENS), LENS)}


def test_a_held_office_is_certain_up_to_the_day(store: Store, person: Person) -> None:
    office = items(store, person.id)["Chief of Army Staff, Pakistan Army"]
    assert (office.first, office.last, office.end_first) == ("2022-11-29", None, LENS.as_of)


def test_a_call_leads_to_its_record(store: Store, person: Person) -> None:
    call = store.reader.read(person.id, LENS).related.events[0]
    shown = items(store, person.id)[call.title]
    assert (shown.id, shown.first, shown.last) == (call.id, "2025-07-01", "2025-07-01")


def test_what_has_no_date_is_left_to_the_text(store: Store) -> None:
    made = Person(title="Undated")
    store.save(made, LENS)
    assert items(store, made.id) == {}


def test_an_agreement_shows_its_clock_and_what_its_parties_did(
    store: Store, agreement: Agreement, person: Person
) -> None:
    saved = store.reader.get(agreement.id, LENS)
    assert isinstance(saved, Agreement)
    ratified = PartyAction(action="ratified", date=HistoricalDate.parse("November 2025"))
    saved.parties.append(Party(who=Ref(person.id), actions=[ratified]))
    store.save(saved, LENS)
    found = items(store, agreement.id)
    assert found["Concluded"].first == "2025-09-08"
    assert (found["Asim Munir: ratified"].first, found["Asim Munir: ratified"].last) == (
        "2025-11-01",
        "2025-11-30",
    )
