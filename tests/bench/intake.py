"""The figures of intake: reading a text into proposals, and matching each mention to a big desk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from random import Random

from db import Lens, Person, Reader, open_desk
from db.intake.matching.matcher import Matcher
from db.intake.proposals import OrganizationFields, PersonFields, ProposedOffice
from desktop.commands.console.output import say
from tests.bench.figure import Figure, percentile, within_limit
from tests.bench.ground import Ground
from tests.bench.searching import slipped

MENTIONS = 200  # people that are drawn; each is mentioned in several ways
POOL = 50_000  # records that names are drawn from
MATCH_LIMIT = 20.0  # ms a mention
SEED = 11
Mention = tuple[str, str, PersonFields | OrganizationFields]  # kind, in what way, what is said


def match(ground: Ground) -> Figure:
    """Match mentions of people and bodies of the desk: whole names, with a slip, by the office
    alone, and of nobody.
    """
    random, lens = Random(SEED), Lens()
    with ground.copy() as path, open_desk(path, read_only=True) as store:
        mentions = list(mentions_in(store.reader, lens, random))
        Matcher(store.reader, lens).match(*mentions[0][::2])  # the vocabulary is read once
        spent = [(way, _spent(store.reader, lens, kind, said)) for kind, way, said in mentions]
    for way in dict.fromkeys(way for way, _ in spent):
        times = [seconds for other, seconds in spent if other == way]
        p50, p95 = (1000 * percentile(times, share) for share in (50, 95))
        say(f"A mention, {way}: {p50:.2f} ms, 95 of 100 in {p95:.2f}.")
    return within_limit([seconds for _, seconds in spent], MATCH_LIMIT, 95)


def _spent(reader: Reader, lens: Lens, kind: str, said: PersonFields | OrganizationFields) -> float:
    """Seconds of the processor for one mention in a text that has no other."""
    begun = time.process_time()
    Matcher(reader, lens).match(kind, said)
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
        longest = max(words, key=len)
        slip = " ".join(slipped(each, random) if each is longest else each for each in words)
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
