"""What must hold of a record: every breach has a path and a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from db import (
    Agreement,
    AgreementLink,
    Amount,
    Attachment,
    Citation,
    Contact,
    Event,
    HistoricalDate,
    Identifier,
    Invalid,
    Lens,
    Link,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Participant,
    Party,
    PartyAction,
    Person,
    Rank,
    Record,
    Ref,
    Source,
    Store,
    Tenure,
)
from db.changes.validate import MAX_TITLE_LETTERS, check_record

DAY = HistoricalDate.parse
OFFICE = OfficeRef(1)
OTHER = Ref(2)

BREACHES: list[tuple[Record, str, str]] = [
    (Person(), "title", "needs a name"),
    (Person(title=" \t"), "title", "needs a name"),
    (Person(title="x" * (MAX_TITLE_LETTERS + 1)), "title", "longer than"),
    (Person(title="x", marking=4), "marking", "must be one of open, restricted"),
    (Person(title="x", marking=-1), "marking", "must be one of"),
    (Person(title="x", country="Pakistan"), "country", "no country code"),
    (Person(title="x", checked_on="2025"), "checked_on", "one day"),
    (Person(title="x", name_order="backwards"), "name_order", "given-first"),
    (Person(title="x", born=DAY("1950"), died=DAY("1940")), "died", "before the start"),
    (Person(title="x", names=[Name(text=" ")]), "names[0].text", "needs its text"),
    (Person(title="x", names=[Name(text="y", kind="primary")]), "names[0].kind", "not one of"),
    (Person(title="x", contacts=[Contact()]), "contacts[0].value", "needs its number"),
    (Person(title="x", identifiers=[Identifier()]), "identifiers[0].value", "needs its value"),
    (Person(title="x", notes=[Note(text="n"), Note()]), "notes[1].text", "needs its text"),
    (Person(title="x", notes=[Note(text="n", marking=9)]), "notes[0].marking", "must be one of"),
    (Person(title="x", attachments=[Attachment()]), "attachments[0].file_name", "needs a file"),
    (Person(title="x", links=[Link()]), "links[0].other", "needs the other record"),
    (Person(title="x", ranks=[Rank()]), "ranks[0].title", "needs its title"),
    (Person(title="x", tenures=[Tenure()]), "tenures[0].office", "needs the office"),
    (
        Person(title="x", tenures=[Tenure(office=OFFICE, end_state="over")]),
        "tenures[0].end_state",
        "not one of ongoing",
    ),
    (
        Person(title="x", tenures=[Tenure(office=OFFICE, until=DAY("2020"), end_state="ongoing")]),
        "tenures[0].end_state",
        "cannot be ongoing",
    ),
    (
        Person(title="x", tenures=[Tenure(office=OFFICE, since=DAY("2021"), until=DAY("2020"))]),
        "tenures[0].until",
        "before the start",
    ),
    (Person(title="x", citations=[Citation()]), "citations[0].source", "needs its title"),
    (
        Person(title="x", citations=[Citation(source=Source(title="s"), stance="maybe")]),
        "citations[0].stance",
        "not one of supports",
    ),
    (Organization(title="x", offices=[Office()]), "offices[0].title", "needs its title"),
    (Organization(title="x", parents=[Parent()]), "parents[0].parent", "Choose the body"),
    (
        Organization(title="x", id=2, parents=[Parent(parent=OTHER)]),
        "parents[0].parent",
        "under itself",
    ),
    (Agreement(title="x", binding="perhaps"), "binding", "yes, no, disputed"),
    (Agreement(title="x", amounts=[Amount()]), "amounts[0].number", "needs its number"),
    (Agreement(title="x", amounts=[Amount(number="5m")]), "amounts[0].number", "not a number"),
    (Agreement(title="x", amounts=[Amount(number="NaN")]), "amounts[0].number", "not a number"),
    (
        Agreement(title="x", amounts=[Amount(number="5", currency="dollars")]),
        "amounts[0].currency",
        "three letters",
    ),
    (Agreement(title="x", parties=[Party()]), "parties[0].who", "needs the state or body"),
    (
        Agreement(title="x", parties=[Party(who=OTHER, actions=[PartyAction(action="")])]),
        "parties[0].actions[0].action",
        "what the party did",
    ),
    (
        Agreement(title="x", agreement_links=[AgreementLink()]),
        "agreement_links[0].other",
        "other agreement",
    ),
    (Event(title="x", status="maybe"), "status", "planned, held"),
    (Event(title="x", local_time="25:00"), "local_time", "hours and minutes"),
    (Event(title="x", id=2, part_of=OTHER), "part_of", "part of itself"),
    (Event(title="x", start=DAY("2025"), end=DAY("2024")), "end", "before the start"),
    (Event(title="x", participants=[Participant()]), "participants[0].who", "person or body"),
]

UNSTORABLE = ("\0", "\ud800", "\udfff")
PLACES = {
    "title": lambda text: Person(title=text),
    "biography": lambda text: Person(title="x", biography=text),
    "topics[1]": lambda text: Person(title="x", topics=["army", text]),
    "names[0].text": lambda text: Person(title="x", names=[Name(text=text)]),
    "notes[0].text": lambda text: Event(title="x", notes=[Note(text=text)]),
    "citations[0].passage": lambda text: Person(
        title="x", citations=[Citation(source=Source(title="s"), passage=text)]
    ),
    "citations[0].source.text": lambda text: Person(
        title="x", citations=[Citation(source=Source(title="s", text=text))]
    ),
    "parties[0].actions[0].note": lambda text: Agreement(
        title="x", parties=[Party(who=OTHER, actions=[PartyAction(note=text)])]
    ),
    "born": lambda text: Person(title="x", born=HistoricalDate("1968", None, None, f"in {text}")),
}


@pytest.mark.parametrize(("record", "path", "says"), BREACHES, ids=lambda item: str(item)[:40])
def test_each_breach_has_its_path_and_a_sentence(record: Record, path: str, says: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_record(record)
    said = refusal.value.problems[path]
    assert says in said and said.endswith(".")


def test_every_breach_is_told_at_once(store: Store) -> None:
    with pytest.raises(Invalid) as refusal:
        store.save(Person(notes=[Note()], contacts=[Contact()]), Lens())
    assert list(refusal.value.problems) == ["title", "contacts[0].value", "notes[0].text"]
    assert refusal.value.field == "title"


@pytest.mark.parametrize("character", UNSTORABLE, ids=ascii)
@pytest.mark.parametrize("place", PLACES)
def test_a_character_that_cannot_be_stored_is_refused_where_it_stands(
    store: Store, place: str, character: str
) -> None:
    record = PLACES[place](f"Mar{character}co")
    with pytest.raises(Invalid) as refusal:
        store.save(record, Lens())
    said = refusal.value.problems[place]
    assert f"U+{ord(character):04X}" in said and said.endswith(".")
    said.encode()


def test_other_strange_characters_are_kept(store: Store) -> None:
    text = "a\tb\nc\r\x07\x1b\x85\u200f\u202e\ufeff\uffff 𝔐 👩‍🚒"
    record = Person(title=text, biography=text, notes=[Note(text=text)])
    store.save(record, Lens())
    assert store.reader.get(record.id, Lens()) == record
    assert store.verify() == []


@pytest.mark.parametrize("number", ["0", "-5", "500000000", "1.5E+8", "0.1"])
def test_a_decimal_is_an_amount(number: str) -> None:
    assert Decimal(number).is_finite()
    check_record(Agreement(title="x", amounts=[Amount(number=number, currency="USD")]))
