"""All proposals of a text are matched; nothing above the ceiling is matched, offered or named."""

from __future__ import annotations

from datetime import date

import pytest

from db import PLURALS, Lens, Organization, Person
from db.intake.matching.matcher import Matcher, match_proposals
from db.intake.proposals import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    PersonFields,
    Proposal,
    Proposals,
    ProposedOffice,
)
from tests.db.conftest import Small

DAY = date(2025, 9, 15)


def proposals() -> Proposals:
    munir = PersonFields(
        "Asim Munir", ("COAS",), country="pk", offices=(ProposedOffice("Chief of Army Staff"),)
    )
    army = OrganizationFields("Pakistan Army", country="pk")
    pact = AgreementFields(
        "Memorandum on minerals", "memorandum of understanding", "signed", ("Pakistan",),
        "minerals", date="2025-09",
    )  # fmt: skip
    call = EventFields("call", "2025-09-15", ("COAS",))
    return Proposals(
        (Proposal(munir, "…", 0, 1, 0.9),),
        (Proposal(army, "…", 0, 1, 0.9),),
        (Proposal(pact, "…", 0, 1, 0.9),),
        (Proposal(call, "…", 0, 1, 0.9),),
    )


def test_everything_the_desk_has_is_found_with_those_who_took_part_by_their_other_names(
    small: Small,
) -> None:
    matched = match_proposals(small.store.reader, proposals(), small.lens, DAY)
    found = [each for kind in PLURALS.values() for each in getattr(matched, kind)]
    records = [small.munir, small.army, small.pact, small.call]
    assert [each.match for each in found] == [record.uid for record in records]
    assert [each.candidates[0] for each in found] == [record.id for record in records]


def told(matched: Proposals) -> set[int]:
    """The ids of all records that are named."""
    found = [each for kind in PLURALS.values() for each in getattr(matched, kind)]
    return {key for each in found for key in each.candidates}


@pytest.mark.parametrize("hidden", ["munir", "army", "state", "pact", "call"])
def test_nothing_above_the_ceiling_is_matched_or_named(small: Small, hidden: str) -> None:
    record = small.fresh(getattr(small, hidden))
    record.marking = 3
    small.store.save(record, small.lens)
    low = Lens("2025-09-15", 1)
    assert record.id not in told(match_proposals(small.store.reader, proposals(), low, DAY))
    everything = match_proposals(small.store.reader, proposals(), small.lens, DAY)
    assert record.id in told(everything) or hidden == "state"


def test_a_hidden_namesake_does_not_make_a_match_uncertain(small: Small) -> None:
    small.store.save(Person(title="Asim Munir", country="pk", marking=3), small.lens)
    low = Lens("2025-09-15", 1)
    said = PersonFields("Asim Munir", country="pk")
    assert Matcher(small.store.reader, low, DAY).match("person", said).answer == "is"
    assert Matcher(small.store.reader, small.lens, DAY).match("person", said).answer == "may be"


def test_a_state_is_known_by_any_of_its_names_and_no_other_body_for_it(small: Small) -> None:
    matcher = Matcher(small.store.reader, small.lens, DAY)
    small.store.save(Organization(title="Pakistan Steel", country="pk"), small.lens)
    for name in ("Pakistan", "Islamic Republic of Pakistan"):
        assert matcher.match_name(name).uid == small.state.uid
    assert matcher.match_name("Bhutan").answer == "new"


def test_matching_ends_when_nobody_wants_it_any_more(small: Small) -> None:
    untouched = match_proposals(small.store.reader, proposals(), small.lens, DAY, lambda: True)
    assert untouched == proposals()
