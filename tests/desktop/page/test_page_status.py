"""The line under the name and the chips say what holds on the day."""

import pytest

from db import Agreement, Event, HistoricalDate, Lens, Organization, Person, Store, Tenure, today
from desktop.page.page_status import PageStatus, chips, subtitle
from desktop.paper.content.blocks import plain

from .conftest import LENS


def standings(store: Store, record_id: int, lens: Lens = LENS) -> dict[str, str]:
    """The chips of a record: text and tone."""
    return {chip.text: chip.tone for chip in chips(store.reader.read(record_id, lens), lens)}


def test_a_held_office_stands_in_title_and_chips(store: Store, person: Person) -> None:
    reading = store.reader.read(person.id, LENS)
    assert plain(subtitle(reading, LENS)) == "Chief of Army Staff, Pakistan Army"
    assert chips(reading, LENS) == [
        PageStatus("Pakistan", "accent", "country"),
        PageStatus("in office", "good", "tenures[0].end_state"),
        PageStatus("never checked", "warn", "checked_on"),
    ]


def test_before_the_tenure_nobody_is_in_office(store: Store, person: Person) -> None:
    lens = Lens("2020-01-01", 3)
    assert "not in office" in standings(store, person.id, lens)
    assert plain(subtitle(store.reader.read(person.id, lens), lens)) == ""


def test_an_unknown_end_is_said(store: Store, person: Person) -> None:
    saved = store.reader.get(person.id, LENS)
    assert isinstance(saved, Person)
    saved.tenures = [tenure.model_copy(update={"end_state": "unknown"}) for tenure in saved.tenures]
    store.save(saved, LENS)
    assert standings(store, person.id)["end of office not known"] == "warn"


@pytest.mark.parametrize(
    ("since", "day", "says", "tone"),
    [
        (None, None, "in office", "good"),
        (f"{today()[:4]}", None, "in office", "good"),
        ("2024", "2024-06-30", "start of office not certain", "warn"),
    ],
)
def test_an_incumbent_is_no_fault(
    store: Store, person: Person, since: str | None, day: str | None, says: str, tone: str
) -> None:
    saved = store.reader.get(person.id, LENS)
    assert isinstance(saved, Person)
    for tenure in saved.tenures:
        tenure.since = HistoricalDate.parse(since) if since else tenure.since
    saved.checked_on = today()
    store.save(saved, LENS)
    lens = Lens(day, LENS.ceiling) if day else Lens(ceiling=LENS.ceiling)
    tones = standings(store, person.id, lens)
    assert tones[says] == tone
    assert [text for text, each in tones.items() if each == "warn"] == [says] * (tone == "warn")


def test_the_dead_are_in_no_office(store: Store) -> None:
    made = Person(title="Agha Khan", died=HistoricalDate.parse("2019-02-03"), tenures=[Tenure()])
    made.tenures.clear()
    store.save(made, LENS)
    assert standings(store, made.id)["died 3 February 2019"] == "warn"


@pytest.mark.parametrize("day,status", [("2025-09-15", "signed"), ("2025-09-01", "not recorded")])
def test_an_agreement_has_the_status_of_the_day(
    store: Store, agreement: Agreement, day: str, status: str
) -> None:
    lens = Lens(day, 3)
    line = plain(subtitle(store.reader.read(agreement.id, lens), lens))
    assert line == f"Memorandum of understanding · {status} · 8 September 2025"


def test_an_event_says_when_and_where(store: Store) -> None:
    made = Event(
        title="Visit",
        kind="visit",
        start=HistoricalDate.parse("2025-08-01"),
        end=HistoricalDate.parse("2025-08-03"),
        place="Tampa",
        status="held",
    )
    store.save(made, LENS)
    reading = store.reader.read(made.id, LENS)
    assert plain(subtitle(reading, LENS)) == "Visit · 1 August 2025 – 3 August 2025 · Tampa"
    assert standings(store, made.id)["took place"] == "good"


def test_a_dissolved_body_and_a_marking_are_said(store: Store) -> None:
    made = Organization(
        title="SEATO",
        kind="international body",
        dissolved=HistoricalDate.parse("1977-06-30"),
        marking=2,
    )
    store.save(made, LENS)
    found = standings(store, made.id)
    assert found["dissolved 30 June 1977"] == "bad" and found["Confidential"] == "bad"
