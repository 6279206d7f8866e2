"""Of a text that was taken in before, only what is new is proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from db import (
    PLURALS,
    AcceptedProposal,
    Lens,
    Proposal,
    Proposals,
    Source,
    accept_proposals,
    draft_record,
    new_proposals,
)
from db.intake.matching.matcher import match_proposals
from db.intake.proposals import AgreementFields, EventFields, OrganizationFields, PersonFields
from tests.db.conftest import Small

TEXT = "Dar telephoned Rubio. FWO signed a MoU."
SOURCE = Source(title="A text", text=TEXT)


def proposed(fields: Any, sentence: str) -> Proposal[Any]:
    return Proposal(fields, sentence, 0, len(sentence), 0.9)


def proposals() -> Proposals:
    return Proposals(
        (
            proposed(PersonFields("Ishaq Dar", ("Dar",), country="pk"), "Dar telephoned Rubio."),
            proposed(PersonFields("Marco Rubio", ("Rubio",)), "Dar telephoned Rubio."),
        ),
        (proposed(OrganizationFields("Frontier Works Organization", "FWO"), "FWO signed a MoU."),),
        (proposed(AgreementFields("MoU of FWO", parties=("FWO",)), "FWO signed a MoU."),),
        (proposed(EventFields("call", None, ("Dar", "Rubio")), "Dar telephoned Rubio."),),
    )


def matched(small: Small, what: Proposals, source: Source = SOURCE) -> Proposals:
    found = match_proposals(small.store.reader, what, small.lens)
    return new_proposals(small.store.reader, found, source, small.lens)


def count(found: Proposals) -> dict[str, int]:
    return {name: len(getattr(found, name)) for name in PLURALS.values()}


def take(small: Small, found: Proposals) -> None:
    every = [each for name in PLURALS.values() for each in getattr(found, name)]
    accepted = [
        AcceptedProposal(
            draft_record(each.fields),
            each.sentence,
            small.store.reader.find(each.match, small.lens) if each.match else None,
        )
        for each in every
    ]
    accept_proposals(small.store, accepted, SOURCE, small.lens)


def test_a_text_that_was_never_accepted_is_new_altogether(small: Small) -> None:
    assert count(matched(small, proposals())) == count(proposals())


def test_the_same_text_again_proposes_nothing(small: Small) -> None:
    take(small, matched(small, proposals()))
    assert set(count(matched(small, proposals())).values()) == {0}


def test_what_was_dropped_before_is_proposed_again(small: Small) -> None:
    every = matched(small, proposals())
    take(small, replace(every, people=every.people[:1], events=()))
    again = matched(small, proposals())
    assert count(again) == {"people": 1, "organizations": 0, "agreements": 0, "events": 1}
    assert again.people[0].fields.name == "Marco Rubio"


def test_a_new_alias_of_somebody_known_is_proposed(small: Small) -> None:
    take(small, matched(small, proposals()))
    dar = proposed(PersonFields("Ishaq Dar", ("Dar", "DPM"), country="pk"), "Dar telephoned Rubio.")
    again = matched(small, replace(proposals(), people=(dar,)))
    assert [each.fields.aliases for each in again.people] == [("Dar", "DPM")]
    assert again.people[0].match is not None


def test_another_text_that_says_the_same_is_proposed_to_be_cited(small: Small) -> None:
    take(small, matched(small, proposals()))
    other = Source(title="Another", text="Another text.")
    assert count(matched(small, proposals(), other)) == count(proposals())


def test_a_text_above_the_ceiling_is_as_one_that_was_never_read(small: Small) -> None:
    every = matched(small, proposals())
    secret = replace_marking(SOURCE, 3)
    accepted = [AcceptedProposal(draft_record(each.fields), each.sentence) for each in every.people]
    accept_proposals(small.store, accepted, secret, small.lens)
    low = Lens("2025-09-15", 1)
    found = match_proposals(small.store.reader, proposals(), low)
    assert new_proposals(small.store.reader, found, SOURCE, low) == found


def replace_marking(source: Source, marking: int) -> Source:
    return Source(title=source.title, text=source.text, marking=marking)
