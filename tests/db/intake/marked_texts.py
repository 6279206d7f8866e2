"""Short texts read as far as a test asks: sentences, the document, the facts, the proposals."""

from __future__ import annotations

from datetime import date

from db.intake.facts.events import TextFacts, read_facts
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import units_of
from db.intake.mentions.document import TextDocument, read_document
from db.intake.proposals import NothingKnown, Proposals
from db.intake.reading import read
from db.intake.text.date_words import find_dates
from db.intake.text.plain_characters import plain_text
from db.intake.text.sentences import cut_sentences

PUBLISHED = date(2025, 9, 15)


def document(text: str) -> TextDocument:
    plain = plain_text(text)
    return read_document(plain, cut_sentences(plain), NothingKnown())


def facts(text: str, published: date = PUBLISHED) -> TextFacts:
    return read_facts(document(text), published)


def proposals(text: str, published: date = PUBLISHED) -> Proposals:
    return read(text, published)


def sentence(text: str, published: date = PUBLISHED) -> ReadSentence:
    """The first sentence of a text with its units."""
    whole = document(text)
    marked = whole.sentences[0]
    dates = find_dates(whole.plain, marked.sentence.start, marked.sentence.end, published)
    return ReadSentence(marked, units_of(marked, dates), dates, text)


def people(text: str) -> dict[str, list[str]]:
    """Each person's name with the titles of their offices."""
    found = document(text).people.people
    return {person.name: [office.title for office in person.offices] for person in found}


def bodies(text: str) -> list[str]:
    return [body.name for body in document(text).bodies.bodies if not body.is_source]


def events(text: str, published: date = PUBLISHED) -> list[tuple[str, str | None, str, set[str]]]:
    """Each event as its type, date, status and who took part."""
    return [
        (
            each.fields.type,
            each.fields.date,
            each.fields.status,
            set(each.fields.participants),
        )
        for each in proposals(text, published).events
    ]
