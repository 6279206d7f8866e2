"""Turns what was read of a text into proposals with their sentence, places, confidence and reasons;
`reading` asks it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from db.intake.facts.agreements.agreement_merge import AgreementDraft
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.events import TextFacts
from db.intake.lexicons.places import country_short_name
from db.intake.mentions.bodies.body_groups import BodyEntity
from db.intake.mentions.document import TextDocument
from db.intake.mentions.person_groups import PersonEntity
from db.intake.proposals import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    PersonFields,
    Proposal,
    Proposals,
    ProposedOffice,
    TextNote,
)
from db.intake.text.other_scripts import ScriptName
from db.vocabulary.countries import country_code

MAX_CONFIDENCE = 0.98


def propose_all(
    document: TextDocument,
    text: str,
    facts: TextFacts,
    notes: tuple[TextNote, ...],
    others: Iterable[ScriptName],
) -> Proposals:
    """Return the proposals of a text; `others` are names of the desk in scripts that are not
    read."""
    others = list(others)
    people = [_propose_name(text, each) for each in others if each.kind == "person"]
    bodies = [_propose_name(text, each) for each in others if each.kind == "organization"]
    return Proposals(
        (*propose_people(document, text), *people),
        (*propose_organizations(document, text), *bodies),
        propose_agreements(document, text, facts),
        propose_events(document, text, facts),
        notes,
    )


#: How sure a name is that the desk has and whose sentence is not read.
_SCRIPT_CONFIDENCE = 0.65


def _propose_name(text: str, found: ScriptName) -> Proposal[Any]:
    """Return a name of the desk in another script with its line."""
    begin, end = found.places[0]
    kind = PersonFields if found.kind == "person" else OrganizationFields
    start = text.rfind("\n", 0, begin) + 1
    stop = text.find("\n", end)
    line = text[max(start, begin - MAX_LINE_LETTERS) : end + MAX_LINE_LETTERS]
    if stop >= 0:
        line = text[max(start, begin - MAX_LINE_LETTERS) : min(stop, end + MAX_LINE_LETTERS)]
    reasons = ("a name of this desk; its sentence is not read",)
    return Proposal(
        kind(text[begin:end]), line.strip(), begin, end, _SCRIPT_CONFIDENCE, reasons,
        spans=found.places,
    )  # fmt: skip


MAX_LINE_LETTERS = 200


def propose_people(document: TextDocument, text: str) -> tuple[Proposal[PersonFields], ...]:
    """Return a proposal for each person."""
    return tuple(_propose_person(document, text, person) for person in document.people.people)


def _propose_person(
    document: TextDocument, text: str, person: PersonEntity
) -> Proposal[PersonFields]:
    offices = tuple(
        ProposedOffice(
            office.title, office.organization, office.country, office.acting, office.former
        )
        for office in person.offices
    )
    aliases = tuple(alias for alias in person.aliases if alias != person.name)
    fields = PersonFields(person.name, aliases, person.rank, person.country, offices)
    spans = []
    for index, mention in person.mentions:
        tokens = document.sentences[index].tokens
        spans.append((tokens[mention.start].start, tokens[mention.end - 1].end))
    index = person.mentions[0][0]
    confidence = 0.55
    reasons = list(person.reasons)
    if person.offices:
        confidence += 0.25
    if person.rank:
        confidence += 0.15
    if not person.is_single():
        confidence += 0.1
    if len(person.mentions) > 1:
        confidence += 0.05
        reasons.append(f"named {len(person.mentions)} times")
    if person.is_single() and not (person.offices or person.rank):
        confidence = 0.5
    return _proposal(document, text, fields, index, spans, confidence, reasons)


def propose_organizations(
    document: TextDocument, text: str
) -> tuple[Proposal[OrganizationFields], ...]:
    """Return a proposal for each body; news agencies are sources and none, and "the foreign
    ministry" speaks for its state."""
    return tuple(
        _propose_body(document, text, body)
        for body in document.bodies.bodies
        if not (body.is_source or body.is_small)
        and body.type != "state"
        and country_code(body.name) in (None, "eu")
    )


def _propose_body(
    document: TextDocument, text: str, body: BodyEntity
) -> Proposal[OrganizationFields]:
    names = tuple(
        alias for alias in body.aliases if alias not in (body.name, body.acronym)
    )  # fmt: skip
    fields = OrganizationFields(body.name, body.acronym, names, body.type, body.country)
    spans = []
    for index, start, end in body.places:
        tokens = document.sentences[index].tokens
        spans.append((tokens[start].start, tokens[end - 1].end))
    confidence, reasons = (0.85, ["a known body"]) if body.is_known else (0.7, ["by its words"])
    if body.acronym and not body.is_known:
        confidence += 0.1
        reasons.append(f"the text gives its acronym {body.acronym}")
    if len(body.places) > 1:
        confidence += 0.05
    return _proposal(document, text, fields, body.places[0][0], spans, confidence, reasons)


def propose_agreements(
    document: TextDocument, text: str, facts: TextFacts
) -> tuple[Proposal[AgreementFields], ...]:
    """Return a proposal for each agreement."""
    return tuple(_propose_agreement(document, text, each) for each in facts.agreements)


def _propose_agreement(
    document: TextDocument, text: str, draft: AgreementDraft
) -> Proposal[AgreementFields]:
    fields = AgreementFields(
        _agreement_title(draft), draft.type, draft.status, tuple(draft.parties), draft.subject,
        draft.value, draft.date.edtf if draft.date else None,
    )  # fmt: skip
    spans = list(draft.spans)
    if draft.date is not None:
        spans.append((draft.date.start, draft.date.end))
    return _proposal(document, text, fields, draft.sentence, spans, draft.confidence, draft.reasons)


def _agreement_title(draft: AgreementDraft) -> str:
    """Return the agreement's own name, else its kind with parties and subject."""
    if draft.is_proper:
        return draft.title
    kind = draft.title[:1].upper() + draft.title[1:]
    kind = {"mou": "MoU", "mous": "MoUs"}.get(kind.lower(), kind)
    title = f"{kind} between {_listing(draft.parties)}" if len(draft.parties) > 1 else kind
    if draft.subject and draft.subject.lower() not in kind.lower():
        title += f": {draft.subject}"
    return title


def _listing(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def propose_events(
    document: TextDocument, text: str, facts: TextFacts
) -> tuple[Proposal[EventFields], ...]:
    """Return a proposal for each event."""
    return tuple(_propose_event(document, text, each) for each in facts.events)


def _propose_event(document: TextDocument, text: str, draft: EventDraft) -> Proposal[EventFields]:
    people = [person.name for person in draft.participants.people]
    bodies = [body.name for body in draft.participants.bodies if not body.is_source]
    sides = draft.participants.unnamed
    if not people:
        sides = [*draft.participants.countries, *sides]
    states = [country_short_name(each) for each in dict.fromkeys(sides)]
    fields = EventFields(
        draft.type,
        draft.date.edtf if draft.date else None,
        (*people, *bodies, *states),
        tuple(draft.countries()),
        draft.place,
        draft.status,
        tuple(draft.outcome),
        tuple(draft.own_states()),
    )
    spans = list(draft.spans)
    if draft.date is not None:
        spans.append((draft.date.start, draft.date.end))
    confidence = draft.confidence + (0.05 if draft.date is not None else 0)
    if draft.status == "reported":
        confidence = min(confidence, 0.55)
    return _proposal(document, text, fields, draft.sentence, spans, confidence, draft.reasons)


def _proposal(
    document: TextDocument,
    text: str,
    fields: object,
    index: int,
    spans: Iterable[tuple[int, int]],
    confidence: float,
    reasons: Iterable[str],
) -> Proposal:  # type: ignore[type-arg]
    sentence = document.sentences[index].sentence
    places = tuple(sorted(set(spans)))
    inside = [each for each in places if sentence.start <= each[0] < sentence.end]
    start, end = inside[0] if inside else (sentence.start, sentence.end)
    return Proposal(
        fields, text[sentence.start : sentence.end], start, end,
        round(min(confidence, MAX_CONFIDENCE), 2), tuple(dict.fromkeys(reasons)), spans=places,
    )  # fmt: skip
