"""What is accepted becomes records in one change that cites the text; nothing is overwritten."""

from __future__ import annotations

import pytest

from db import (
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Person,
    Rank,
    Record,
    Source,
    parse_query,
)
from db.intake.accepting import AcceptedProposal, accept_proposals
from db.intake.drafting import draft_record
from db.intake.proposals import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    PersonFields,
    ProposedOffice,
    ProposedValue,
)
from tests.db.conftest import Small

TEXT = "Ishaq Dar met Marco Rubio. DPM Dar thanked him.\nFWO and USSM signed."


def source(marking: int = 0) -> Source:
    return Source(
        title="Dar meets Rubio",
        publisher="An agency",
        published=HistoricalDate.parse("2025-09-15"),
        text=TEXT,
        marking=marking,
    )


def accepted(fields: object, match: Record | None = None, sentence: str = "") -> AcceptedProposal:
    match_id = match.id if match else None
    return AcceptedProposal(
        draft_record(fields), sentence or "Ishaq Dar met Marco Rubio.", match_id
    )


def found(small: Small, kind: str, name: str, lens: Lens | None = None) -> list[Record]:
    seen = lens or small.lens
    ids = small.store.reader.page(kind, parse_query(f'"{name}"'), seen).ids
    records = small.store.reader.records(kind, ids, seen).values()
    return [each for each in records if each.title == name]


DAR = PersonFields(
    "Ishaq Dar", ("DPM Dar",), country="pk", offices=(ProposedOffice("Foreign Minister"),)
)
RUBIO = PersonFields("Marco Rubio", ("Rubio",), country="us")
MEETING = EventFields("meeting", "2025-07", ("DPM Dar", "Rubio"), ("pk", "us"), "Washington")
SIGNED = AgreementFields(
    "MoU on minerals",
    "memorandum of understanding",
    "signed",
    ("FWO", "United States Strategic Metals"),
    "critical minerals",
    ProposedValue("500000000", "USD", "about"),
    "2025-09",
)
FWO = OrganizationFields("Frontier Works Organization", "FWO", type="state company", country="pk")


def test_everything_accepted_is_one_change_and_one_undo(small: Small) -> None:
    before = small.store.reader.counts(small.lens)
    every = [accepted(each) for each in (MEETING, SIGNED, DAR, RUBIO, FWO)]
    change = accept_proposals(small.store, every, source(), small.lens)
    assert change is not None
    assert change.label == "Intake of Dar meets Rubio"
    assert small.store.reader.changes(limit=1)[0].id == change.id
    (meeting,) = found(small, "event", "Meeting of DPM Dar with Rubio")
    assert isinstance(meeting, Event)
    (dar,), (rubio,) = found(small, "person", "Ishaq Dar"), found(small, "person", "Marco Rubio")
    (states,) = [found(small, "organization", "United States")]
    assert [each.who.id for each in meeting.participants if each.who] == [
        dar.id, rubio.id, small.state.id, states[0].id,
    ]  # fmt: skip
    (pact,), (fwo,) = (
        found(small, "agreement", "MoU on minerals"),
        found(small, "organization", "Frontier Works Organization"),
    )
    assert isinstance(pact, Agreement)
    assert pact.parties[0].who is not None
    assert pact.parties[0].who.id == fwo.id
    assert found(small, "organization", "FWO") == []
    small.store.revert(change.id, small.lens)
    assert small.store.reader.counts(small.lens) == before
    assert small.store.verify() == []


def test_all_of_it_cites_the_text_kept_whole_with_its_passage(small: Small) -> None:
    sentence = "FWO and USSM signed."
    accept_proposals(
        small.store, [accepted(SIGNED, sentence=sentence), accepted(DAR)], source(), small.lens
    )
    (pact,), (dar,) = found(small, "agreement", "MoU on minerals"), found(small, "person", DAR.name)
    assert [each.passage for each in pact.citations] == [sentence]
    texts = {each.source.id for each in (*pact.citations, *dar.citations)}
    assert len(texts) == 1
    kept = small.store.reader.source(texts.pop(), small.lens)
    assert kept is not None
    assert (kept.title, kept.publisher, kept.text) == ("Dar meets Rubio", "An agency", TEXT)
    assert kept.published == HistoricalDate.parse("2025-09-15")


def test_a_match_gets_what_is_new_and_keeps_what_it_has(small: Small) -> None:
    fields = PersonFields(
        "Syed Asim Munir",
        ("COAS", "عاصم منیر"),
        "General",
        "in",
        (
            ProposedOffice("Chief of Army Staff", country="pk"),
            ProposedOffice("Chief of Defence Forces", country="pk"),
        ),
    )
    before = small.fresh(small.munir)
    accept_proposals(small.store, [accepted(fields, small.munir)], source(), small.lens)
    after = small.fresh(small.munir)
    assert isinstance(after, Person)
    assert isinstance(before, Person)
    assert (after.title, after.country) == ("Asim Munir", "pk")
    assert [name.text for name in after.names] == ["عاصم منیر", "COAS", "Syed Asim Munir"]
    assert [rank.title for rank in after.ranks] == ["Field Marshal", "General"]
    assert after.tenures[0] == before.tenures[0]
    assert [each.office.title for each in after.tenures if each.office] == [
        "Chief of Army Staff",
        "Chief of Defence Forces",
    ]
    assert [each.passage for each in after.citations][-1] == "Ishaq Dar met Marco Rubio."


def test_an_office_that_a_body_of_the_state_has_is_not_made_again(small: Small) -> None:
    fields = PersonFields(
        "Wajid Khan", country="pk", offices=(ProposedOffice("Chief of the Army Staff"),)
    )
    accept_proposals(small.store, [accepted(fields)], source(), small.lens)
    (person,) = found(small, "person", "Wajid Khan")
    assert isinstance(person, Person)
    assert [each.office.id for each in person.tenures if each.office] == [small.army.offices[0].id]


def test_the_same_accepted_twice_changes_nothing_the_second_time(small: Small) -> None:
    accept_proposals(small.store, [accepted(FWO), accepted(DAR)], source(), small.lens)
    (fwo,), (dar,) = (
        found(small, "organization", FWO.name),
        found(small, "person", DAR.name),
    )
    again = [accepted(FWO, fwo), accepted(DAR, dar)]
    assert accept_proposals(small.store, again, source(), small.lens) is None
    assert small.fresh(dar).version == dar.version


def test_two_proposals_may_add_to_one_record(small: Small) -> None:
    one = accepted(PersonFields("A. Munir", country="pk"), small.munir)
    other = accepted(PersonFields("General Munir", country="pk"), small.munir, "Another.")
    accept_proposals(small.store, [one, other], source(), small.lens)
    names = [name.text for name in small.fresh(small.munir).names]
    assert names == ["عاصم منیر", "A. Munir", "General Munir"]


def test_new_records_bear_the_marking_of_the_text(small: Small) -> None:
    accept_proposals(
        small.store, [accepted(MEETING), accepted(DAR), accepted(RUBIO)], source(2), small.lens
    )
    low = Lens("2025-09-15", 1)
    for kind, name in (("person", "Ishaq Dar"), ("organization", "United States")):
        assert found(small, kind, name)[0].marking == 2
        assert found(small, kind, name, low) == []
    assert small.store.reader.sources("Dar meets", low) == []


def test_nothing_above_the_ceiling_is_added_to_or_named(small: Small) -> None:
    hidden = small.fresh(small.state)
    hidden.marking = 3
    small.store.save(hidden, small.lens)
    low = Lens("2025-09-15", 1)
    accept_proposals(
        small.store, [accepted(EventFields("summit", "2025-09", ("Pakistan",)))], source(), low
    )
    (summit,) = found(small, "event", "Summit: Pakistan", low)
    assert isinstance(summit, Event)
    assert [each.who.id for each in summit.participants if each.who] != [small.state.id]


def test_what_the_officer_edited_is_written_as_it_is(small: Small) -> None:
    person = Person(title="Ishaq Dar", country="pk", ranks=[Rank(title="Captain")])
    accept_proposals(small.store, [AcceptedProposal(person, "…")], source(), small.lens)
    (dar,) = found(small, "person", "Ishaq Dar")
    assert isinstance(dar, Person)
    assert [rank.title for rank in dar.ranks] == ["Captain"]


@pytest.mark.parametrize("names", [("Dar", "Ishaq Dar"), ("Ishaq Dar", "Ishaq Dar")])
def test_somebody_named_in_two_ways_takes_part_once(small: Small, names: tuple[str, ...]) -> None:
    dar = PersonFields("Ishaq Dar", ("Dar",), country="pk")
    call = EventFields("call", "2025-09-15", names)
    accept_proposals(small.store, [accepted(dar), accepted(call)], source(), small.lens)
    (event,) = [
        each
        for each in found(small, "event", f"Telephone call of {' with '.join(names)}")
        if isinstance(each, Event)
    ]
    assert len(event.participants) == 1


def test_no_record_is_made_of_who_was_dropped_and_a_note_tells_of_them(small: Small) -> None:
    call = EventFields("call", "2025-09-15", ("Ishaq Dar", "Rubio"))
    every = [accepted(DAR), accepted(call)]
    accept_proposals(small.store, every, source(), small.lens, [draft_record(RUBIO)])
    for kind in ("person", "organization"):
        assert found(small, kind, "Rubio") == found(small, kind, "Marco Rubio") == []
    (event,) = found(small, "event", "Telephone call of Ishaq Dar with Rubio")
    assert isinstance(event, Event)
    assert [each.who.title for each in event.participants if each.who] == ["Ishaq Dar"]
    assert [note.text for note in event.notes] == ["The text also names: Rubio."]


def test_who_was_dropped_and_is_on_the_desk_takes_part_all_the_same(small: Small) -> None:
    army = OrganizationFields("Pakistan Army", country="pk")
    visit = EventFields("visit", "2025-09-15", ("Pakistan Army",))
    accept_proposals(small.store, [accepted(visit)], source(), small.lens, [draft_record(army)])
    (event,) = found(small, "event", "Visit: Pakistan Army")
    assert isinstance(event, Event)
    assert [each.who.id for each in event.participants if each.who] == [small.army.id]
    assert event.notes == []


def test_nothing_accepted_writes_nothing(small: Small) -> None:
    assert accept_proposals(small.store, [], source(), small.lens) is None
    assert small.store.reader.sources("Dar meets", small.lens) == []


def test_a_tenure_of_another_time_is_not_doubled(small: Small) -> None:
    former = PersonFields("Asim Munir", offices=(ProposedOffice("Chief of Army Staff"),))
    accept_proposals(small.store, [accepted(former, small.munir)], source(), small.lens)
    after = small.fresh(small.munir)
    assert isinstance(after, Person)
    assert len(after.tenures) == 1
