"""A text is read with what the desk knows: its names, and who held which office on the day."""

from __future__ import annotations

from datetime import date

import pytest

from db import HistoricalDate, Lens, OfficeRef, Person, Tenure, propose_records
from db.intake import desk_reading
from db.intake.desk_reading import DeskKnowledge
from db.intake.proposals import Known, PersonFields, Proposal, Proposals
from tests.db.conftest import Small
from tests.saved_records import ref

DAY = date(2025, 8, 1)


def knowledge(small: Small, ceiling: int = 3) -> DeskKnowledge:
    return DeskKnowledge(small.store.reader, Lens("2025-09-15", ceiling))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Asim Munir", "person"),
        ("عاصم منیر", "person"),
        ("Pakistan Army", "organization"),
        ("Munir", ""),
        ("Asim Munir Khan", ""),
        ("Telephone call", ""),
        ("", ""),
        ("…", ""),
    ],
)
def test_a_name_is_known_by_its_kind_only_as_a_whole(small: Small, name: str, kind: str) -> None:
    assert knowledge(small).kind_of(name) == kind


@pytest.mark.parametrize(
    ("title", "organization", "country", "holder"),
    [
        ("Chief of Army Staff", "", "pk", "Asim Munir"),
        ("Chief of the Army Staff", "Pakistan Army", "", "Asim Munir"),
        ("Army Chief", "", "pk", "Asim Munir"),
        ("Chief of Army Staff", "", "", ""),
        ("Chief of Army Staff", "", "in", ""),
        ("Army Staff", "", "pk", ""),
    ],
)
def test_the_holder_of_an_office_is_told_where_the_state_or_body_is_known(
    small: Small, title: str, organization: str, country: str, holder: str
) -> None:
    assert knowledge(small).holder_of(title, organization, country, DAY) == holder


def test_the_holder_is_that_of_the_day(small: Small) -> None:
    office = OfficeRef(small.army.offices[0].id, "Chief of Army Staff", ref(small.army))
    bajwa = Tenure(
        office=office,
        since=HistoricalDate.parse("2016-11-29"),
        until=HistoricalDate.parse("2022-11-28"),
        end_state="ended",
    )
    small.store.save(Person(title="Qamar Bajwa", country="pk", tenures=[bajwa]), small.lens)
    asked = knowledge(small)
    assert asked.holder_of("Chief of Army Staff", "", "pk", date(2018, 1, 1)) == "Qamar Bajwa"
    assert asked.holder_of("Chief of Army Staff", "", "pk", DAY) == "Asim Munir"


def test_nobody_above_the_ceiling_is_known(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.marking = 3
    small.store.save(munir, small.lens)
    assert knowledge(small, 1).kind_of("Asim Munir") == ""
    assert knowledge(small, 1).holder_of("Chief of Army Staff", "", "pk", DAY) == ""


def test_a_text_is_read_with_the_desk_and_matched_to_it(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(text: str, published: date | None, known: Known) -> Proposals:
        name = known.holder_of("Chief of Army Staff", "", "pk", published or DAY)
        return Proposals((Proposal(PersonFields(name, country="pk"), text, 0, 4, 0.9),))

    monkeypatch.setattr(desk_reading, "read", read)
    found = propose_records(small.store.reader, "COAS visited.", small.lens, DAY)
    assert found.people[0].match == small.munir.uid


@pytest.mark.parametrize(
    "text",
    [
        "The call.\n\nعاصم منیر نے واشنگٹن میں امریکی حکام سے ملاقات کی اور تعلقات پر بات کی",
        "وزیر خارجہ کے ہمراہ عاصم منیر بھی موجود تھے اور انہوں نے گفتگو کی",
    ],
)
def test_names_of_the_desk_are_matched_in_a_part_that_is_not_read(small: Small, text: str) -> None:
    found = propose_records(small.store.reader, text, Lens("2025-09-15", 3), DAY)
    [person] = found.people
    assert text[person.start : person.end] == person.fields.name == "عاصم منیر"
    assert person.match == small.munir.uid
    assert person.fields.name in person.sentence
