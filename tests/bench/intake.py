"""The figures of intake: reading a text into proposals, and matching each mention to a big desk.

How well texts are read is told beside how fast: `tests/db/intake/test_scoring.py` holds it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from random import Random

from db import Agreement, Event, Lens, Person, Reader, open_desk
from db.intake import reading
from db.intake.matching.matcher import Matcher
from db.intake.proposals import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    PersonFields,
    ProposedOffice,
)
from desktop.commands.console.output import say
from tests.bench.figure import Figure, percentile, within_limit
from tests.bench.ground import Ground
from tests.bench.searching import slipped
from tests.db.intake import scoring

MENTIONS = 200  # people that are drawn; each is mentioned in several ways
POOL = 50_000  # records that names are drawn from
MATCH_LIMIT = 20.0  # ms a mention
READ_WORDS, READ_LIMIT = 500, 100.0  # words of an article, and ms
LONG_LETTERS, LONG_LIMIT = 200_000, 2_000.0  # characters of a long text, and ms
ROUNDS, LONG_ROUNDS = 15, 3
SEED = 11
PUBLISHED = date(2025, 9, 15)
Fields = PersonFields | OrganizationFields | AgreementFields | EventFields
Mention = tuple[str, str, Fields]  # kind, in what way, what is said


def read_article(_ground: Ground) -> Figure:
    """Read articles of five hundred words, each another; tell how well the texts are read."""
    for half in scoring.SETS:
        scores = scoring.score_texts(scoring.read_as_json, half)
        for line in scoring.lines_of(scores):
            say(f"{half.replace('_', ' ')}: {line}")
    articles = (" ".join(article(number).split()[:READ_WORDS]) for number in range(ROUNDS))
    return within_limit([*map(_spent_reading, articles)], READ_LIMIT, 50)


def read_long(_ground: Ground) -> Figure:
    """Read a text of two hundred thousand characters."""
    text = "\n\n".join(article(number) for number in range(len(scoring.texts())))
    text = (text * (1 + LONG_LETTERS // len(text)))[:LONG_LETTERS]
    return within_limit([_spent_reading(text) for _ in range(LONG_ROUNDS)], LONG_LIMIT, 50)


def article(number: int) -> str:
    """Return several texts one after the other, beginning with the one of a number."""
    texts = [text["text"] for text in scoring.texts()]
    return "\n".join((texts * 2)[number : number + 8])


def _spent_reading(text: str) -> float:
    """Seconds of the processor."""
    begun = time.process_time()
    reading.read(text, PUBLISHED)
    return time.process_time() - begun


def match(ground: Ground) -> Figure:
    """Match mentions of people and bodies of the desk: whole names, with a slip, by the office
    alone, and of nobody; then agreements and events, by who is in them.
    """
    random, lens = Random(SEED), Lens()
    with ground.copy() as path, open_desk(path, read_only=True) as store:
        mentions = list(mentions_in(store.reader, lens, random))
        Matcher(store.reader, lens).match(*mentions[0][::2])  # the vocabulary is read once
        mentions += dated_in(store.reader, lens, random)
        spent = [(way, _spent(store.reader, lens, kind, said)) for kind, way, said in mentions]
    for way in dict.fromkeys(way for way, _ in spent):
        times = [seconds for other, seconds in spent if other == way]
        p50, p95 = (1000 * percentile(times, share) for share in (50, 95))
        say(f"A mention, {way}: {p50:.2f} ms, 95 of 100 in {p95:.2f}.")
    return within_limit([seconds for _, seconds in spent], MATCH_LIMIT, 95)


def _spent(reader: Reader, lens: Lens, kind: str, said: Fields) -> float:
    """Seconds of the processor for one mention in a text; who is in it was matched before."""
    matcher = Matcher(reader, lens)
    names = said.parties if isinstance(said, AgreementFields) else ()
    for name in said.participants if isinstance(said, EventFields) else names:
        matcher.match_name(name)
    begun = time.process_time()
    matcher.match(kind, said)
    return time.process_time() - begun


def mentions_in(reader: Reader, lens: Lens, random: Random) -> Iterator[Mention]:
    """Yield what a text might say of some records of a desk."""
    ids = list(reader.first_ids("person", lens, "name", limit=POOL))
    drawn = random.sample(ids, min(len(ids), MENTIONS))
    for person in reader.records("person", drawn, lens).values():
        assert isinstance(person, Person)
        offices = tuple(
            ProposedOffice(tenure.office.title, country=person.country)
            for tenure in person.tenures[:1]
            if tenure.office
        )
        words = person.title.split()
        slip = _with_slip(person.title, random)
        yield "person", "by name", PersonFields(person.title, country=person.country)
        yield "person", "with a slip", PersonFields(slip, (words[-1],), offices=offices)
        yield (
            "person",
            "by office",
            PersonFields(words[-1], country=person.country, offices=offices),
        )
        yield "person", "nobody", PersonFields(f"Xq{words[0]} Zw{words[-1]}", offices=offices)
    ids = list(reader.first_ids("organization", lens, "name", limit=POOL))
    for line in reader.lines(random.sample(ids, min(len(ids), MENTIONS)), lens):
        yield "organization", "a body", OrganizationFields(line.title, country=line.country)
        slip = _with_slip(line.title, random)
        yield "organization", "a body with a slip", OrganizationFields(slip, country=line.country)


def _with_slip(name: str, random: Random) -> str:
    """The name with a slip in its longest word."""
    words = name.split()
    longest = max(words, key=len)
    return " ".join(slipped(each, random) if each is longest else each for each in words)


def dated_in(reader: Reader, lens: Lens, random: Random) -> Iterator[Mention]:
    """Yield what a text might say of some agreements and events of a desk."""
    for kind in ("agreement", "event"):
        ids = list(reader.first_ids(kind, lens, "name", limit=POOL))
        for each in reader.records(
            kind, random.sample(ids, min(len(ids), MENTIONS)), lens
        ).values():
            if isinstance(each, Agreement):
                parties = tuple(party.who.title for party in each.parties if party.who)
                day = each.concluded.edtf if each.concluded else None
                yield (
                    "agreement",
                    "an agreement",
                    AgreementFields(each.title, each.kind, parties=parties, date=day),
                )
            elif isinstance(each, Event):
                names = tuple(one.who.title for one in each.participants if one.who)
                day = each.start.edtf if each.start else None
                yield "event", "an event", EventFields(each.kind, day, names)
