"""Reads all sentences of a document for events and agreements and makes one of each; `proposing`
turns them into proposals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from db.intake.facts.agreements.agreement_forms import parts_of_sum
from db.intake.facts.agreements.agreement_merge import AgreementDraft, merge_agreements
from db.intake.facts.agreements.agreement_reading import read_agreements
from db.intake.facts.agreements.agreement_signers import read_item
from db.intake.facts.agreements.agreement_values import give_later_value
from db.intake.facts.agreements.agreements_in_lists import (
    ListOfAgreements,
    agreement_of_line,
    complete_list,
    open_list,
    split_plural,
)
from db.intake.facts.dating import (
    DaysBefore,
    day_of_writing,
    is_background,
    settle_future,
    share_dates,
)
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.event_merge import merge_events
from db.intake.facts.event_nouns import read_nouns
from db.intake.facts.event_verbs import read_verbs
from db.intake.facts.grammar.clauses import main_subject
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import Participants, SentenceUnit, no_participants, units_of
from db.intake.facts.investments import read_investments
from db.intake.facts.meeting_verbs import TALKING
from db.intake.facts.outcomes import give_outcome, read_outcome
from db.intake.facts.visits.visit_nouns import AT_HOME
from db.intake.lexicons.places import place_trie
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.document import TextDocument
from db.intake.mentions.marks import MarkedSentence
from db.intake.mentions.person_groups import PersonEntity
from db.intake.text.date_words import find_dates
from db.intake.text.money_sums import SumMention, find_sums

MIN_QUOTED_LETTERS = 25
_QUOTE_SIGNS = frozenset('"“”')
MAX_HEADLINES = 3  # lines above a text


@dataclass(slots=True)
class TextFacts:
    """What a text says."""

    events: list[EventDraft]
    agreements: list[AgreementDraft]


def read_facts(document: TextDocument, published: date | None) -> TextFacts:
    """Return the events and agreements of a document."""
    events: list[EventDraft] = []
    agreements: list[AgreementDraft] = []
    subject = no_participants()
    sides = no_participants()
    rivals = no_participants()
    listing: ListOfAgreements | None = None
    people: list[PersonEntity] = []
    here: SentenceUnit | None = None
    codes = _state_codes(document)
    pair = _two_states(document)
    published = day_of_writing(document, published)
    in_quote, paragraph = False, 0
    days = DaysBefore()
    for marked in document.sentences:
        sentence = marked.sentence
        dates = find_dates(
            document.plain, sentence.start, sentence.end, published, anchor=days.last_day()
        )
        units = units_of(marked, dates)
        text = document.plain[sentence.start : sentence.end]
        here = _place_of_dateline(marked) or here
        read = ReadSentence(
            marked,
            units,
            dates,
            text,
            subject,
            sides,
            people,
            here,
            published,
            document.home,
            pair,
            rivals,
        )
        if sentence.paragraph != paragraph and text[:1] not in _QUOTE_SIGNS:
            in_quote = False  # that nobody closed
        paragraph = sentence.paragraph
        quotes, in_quote = _quotes(text, sentence.start, in_quote)
        sums = find_sums(document.plain, sentence.start, sentence.end, codes, document.home)
        found = [each for each in _read_events(read, sums) if not _is_quoted(each.start, quotes)]
        pacts = read_agreements(read, sums)
        pacts = [each for each in pacts if _takes_quoted_name(each, document.plain, quotes)]
        pacts = [each for pact in pacts for each in split_plural(read, pact)]
        for each in pacts:
            each.is_headline = sentence.is_headline and sentence.index < MAX_HEADLINES
        item = agreement_of_line(read, listing.sides, listing.day) if listing else None
        pacts = [item] if item is not None else pacts
        listing = open_list(read, pacts, listing)
        complete_list(read, pacts, agreements)
        drafts: list[EventDraft | AgreementDraft] = [*found, *pacts]
        for draft in drafts:
            settle_future(draft, published)
        pacts = (parts_of_sum(read, sums, agreements) if len(sums) > 1 else []) or pacts
        if sums and not pacts:
            pacts = read_item(read, sums, agreements)
        if sums and not pacts:
            give_later_value(read, sums[0], agreements)
        share_dates(read, found, pacts, events, agreements, days)
        if not any(each.status == "planned" for each in found):
            days.take(sentence.index, dates)
        events += found
        agreements += pacts
        sides = next(
            (
                each.participants for each in found
                if len(each.participants) > 1 and not is_background(each.date, published)
            ),
            sides,
        )  # fmt: skip
        rivals = next((each.participants for each in found if each.type == "conflict"), rivals)
        outcome = read_outcome(read)
        if outcome is not None:
            give_outcome(outcome, sentence.index, dates, events)
        _remember(people, units)
        mine = main_subject(read)
        if len(mine):
            subject = mine
        if len(mine) > 1:
            sides = mine
    merged = merge_agreements(agreements)
    events += [signing for each in merged if (signing := _signing(each)) is not None]
    events.sort(key=lambda draft: draft.sentence)
    _date_by_talks(events)
    drafts_once = merge_events([each for each in events if not _is_its_talk(each, events)])
    for event in drafts_once:
        if event.type == "credentials":
            _gather_envoys(document, event)
    whole = _without_shadows(document, drafts_once)
    return TextFacts(whole, [each for each in merged if _is_told_enough(each)])


def _read_events(read: ReadSentence, sums: list[SumMention]) -> list[EventDraft]:
    """Return the events of a sentence in their order; a verb's own noun tells of no other."""
    found = read_verbs(read)
    verbs = [(each.start, each.end) for each in found]
    for noun in read_nouns(read):
        if not any(start <= noun.start < end for start, end in verbs):
            found.append(noun)
    found += read_investments(read, sums)
    found.sort(key=lambda draft: draft.start)
    sentence = read.marked.sentence
    for each in found:
        each.is_headline = sentence.is_headline and sentence.index < MAX_HEADLINES
    return found


def _is_told_enough(pact: AgreementDraft) -> bool:
    """Say whether enough is said of an agreement for a record: its sides, its name or its sum."""
    if pact.type == "document":
        return False
    return (
        pact.is_proper
        or len(pact.parties) >= 2
        or pact.value is not None
        or (bool(pact.subject) and pact.subject not in word_set("modifiers"))
    )


#: How many sentences after the credentials the envoys may be listed.
ENVOY_SENTENCES = 6


def _gather_envoys(document: TextDocument, draft: EventDraft) -> None:
    """Add the envoys that a text lists after it tells of their credentials."""
    if any(_is_envoy(person) for person in draft.participants.people):
        return
    for person in document.people.people:
        first = person.mentions[0][0]
        is_listed = draft.sentence <= first <= draft.sentence + ENVOY_SENTENCES
        if is_listed and _is_envoy(person):
            draft.participants.people.append(person)
            draft.reasons.append(f"{person.name} is listed as an envoy")


def _is_envoy(person: PersonEntity) -> bool:
    return any(
        office.key().startswith(("ambassador", "high commissioner")) and not office.former
        for office in person.offices
    )


def _place_of_dateline(marked: MarkedSentence) -> SentenceUnit | None:
    """Return where a dateline says that a text was written, which "here" means."""
    tokens = marked.sentence.dateline
    found = place_trie().longest(tokens, 0) if tokens else None
    if found is None or not found[1].code:
        return None
    return SentenceUnit("place", 0, found[0], "here", found[1], found[1].code, found[1].form)


MAX_PEOPLE_BEFORE = 30


def _remember(people: list[PersonEntity], units: list[SentenceUnit]) -> None:
    """Move the people of a sentence to the end of those named before."""
    for unit in units:
        if unit.kind == "person" and unit.entity is not None:
            if unit.entity in people:
                people.remove(unit.entity)
            people.append(unit.entity)
    del people[:-MAX_PEOPLE_BEFORE]


def _state_codes(document: TextDocument) -> set[str]:
    codes = {document.home} if document.home else set()
    for marked in document.sentences[:40]:
        codes |= {
            mark.value.code for mark in marked.marks() if mark.kind == "place" and mark.value.code
        }
    return codes


#: How often the other state of "the two countries" is named at least.
MIN_PARTNER_MENTIONS = 2


def _two_states(document: TextDocument) -> Participants:
    """Return the two states that a text is about: its own and the one that it names most."""
    counts = Counter(
        mark.value.code for marked in document.sentences for mark in marked.marks()
        if mark.kind == "place" and mark.value.code and mark.value.code != document.home
    )  # fmt: skip
    best = counts.most_common(2)
    if not document.home or not best or best[0][1] < MIN_PARTNER_MENTIONS:
        return no_participants()
    if len(best) > 1 and best[1][1] == best[0][1]:
        return no_participants()
    return Participants([], [], [document.home, best[0][0]], [])


def _quotes(text: str, start: int, in_quote: bool) -> tuple[list[tuple[int, int]], bool]:
    """Return where a sentence quotes somebody at length, and whether the quotation goes on."""
    ranges: list[tuple[int, int]] = []
    begin = 0 if in_quote else -1
    for at, letter in enumerate(text):
        if letter not in _QUOTE_SIGNS:
            continue
        if begin < 0:
            begin = at
        else:
            ranges.append((start + begin, start + at))
            begin = -1
    if begin >= 0:
        ranges.append((start + begin, start + len(text)))
    long = [each for each in ranges if each[1] - each[0] >= MIN_QUOTED_LETTERS]
    return long, begin >= 0 and len(text) - begin < 2_000


def _is_quoted(at: int, quotes: list[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in quotes)


#: How many letters of a quotation may stand before the noun of an agreement that it names.
MAX_LETTERS_BEFORE_NOUN = 2


def _takes_quoted_name(pact: AgreementDraft, plain: str, quotes: list[tuple[int, int]]) -> bool:
    """Say whether an agreement is told by the text itself and not in somebody's words; where it is
    called by a name in quotation marks, take that for its title."""
    quote = next((each for each in quotes if each[0] <= pact.start < each[1]), None)
    if quote is None:
        return True
    if pact.start - quote[0] > MAX_LETTERS_BEFORE_NOUN or not plain[pact.start].isupper():
        return False
    if not pact.is_reference:
        pact.title, pact.is_proper = plain[pact.start : quote[1]].strip('"“” .,'), True
    return True


def _signing(pact: AgreementDraft) -> EventDraft | None:
    """Return the signing of an agreement that is signed or about to be."""
    is_signed = pact.status == "signed" or pact.was_signed
    if not (is_signed or pact.status == "planned") or not pact.is_act:
        return None
    if max(len(pact.doers), len(pact.parties)) < 2 or (
        not is_signed and (pact.is_negotiated or len(pact.parties) < 2)
    ):
        return None
    for body in [each for each in pact.doers.bodies if each.type == "parliament" and each.country]:
        pact.doers.bodies.remove(body)  # that approves what its state has signed
        pact.doers.countries.append(body.country)
    return EventDraft(
        "signing", pact.sentence, pact.start, pact.end, replace(pact.doers),
        pact.signed_on or pact.date,
        status="held" if is_signed else "planned", confidence=pact.confidence,
        reasons=list(pact.reasons), spans=list(pact.spans), noun=pact.title.lower(),
    )  # fmt: skip


def _is_a_call(draft: EventDraft, events: list[EventDraft]) -> bool:
    """Say whether a meeting is but another word for a call of the same people told beside it."""
    if draft.type != "meeting" or (draft.confidence > 0.8 and not draft.is_headline):
        return False
    people = {id(person) for person in draft.participants.people}
    return len(people) > 1 and any(
        other.type == "call"
        and people == {id(person) for person in other.participants.people}
        and (draft.is_headline or abs(other.sentence - draft.sentence) <= 1)
        and (draft.date is None or other.date is None or draft.date.edtf == other.date.edtf)
        for other in events
    )


def _is_told_visit(draft: EventDraft, events: list[EventDraft]) -> bool:
    """Say whether another tells where somebody went of whom "his visit" tells no place."""
    people = {id(person) for person in draft.participants.people}
    return draft.noun == AT_HOME and any(
        other.type == "visit"
        and other.noun != AT_HOME
        and people & {id(person) for person in other.participants.people}
        for other in events
    )


#: What people that meet do besides: they talk of matters.
_TALKED_AT = frozenset(("call", "meeting", "credentials", "visit", "signing"))
_RECEIVED_AT = frozenset(("credentials",))
TALK_SENTENCES = 4


def _date_by_talks(events: list[EventDraft]) -> None:
    """Give a meeting without a day that of "said on Monday that X and Y discussed"."""
    for talk in events:
        if talk.noun != TALKING or talk.date is None:
            continue
        people = {id(person) for person in talk.participants.people}
        for each in events:
            theirs = {id(person) for person in each.participants.people}
            is_near = abs(each.sentence - talk.sentence) <= TALK_SENTENCES
            if each.type == "meeting" and each.date is None and is_near and people <= theirs:
                each.date = talk.date
                each.reasons.append("dated by what the text says of the talks")


def _is_its_talk(draft: EventDraft, events: list[EventDraft]) -> bool:
    """Say whether "X and Y discussed" tells but of the call or the meeting that was told before."""
    if draft.type != "meeting" or not draft.participants.people:
        return False
    people = {id(person) for person in draft.participants.people}
    return any(
        other is not draft
        and other.noun != TALKING
        and other.type in (_TALKED_AT if draft.noun == TALKING else _RECEIVED_AT)
        and abs(draft.sentence - other.sentence) <= TALK_SENTENCES
        and people <= {id(person) for person in other.participants.people}
        for other in events
    )


def _without_shadows(document: TextDocument, events: list[EventDraft]) -> list[EventDraft]:
    """Leave out events that another tells better: a meeting of states beside one of their heads in
    the same sentence."""
    lasting: list[EventDraft] = []
    for draft in events:
        if draft.type == "visit" and (not draft.place_country or _is_told_visit(draft, events)):
            continue  # nowhere, or where the text says elsewhere
        shadow = any(
            other is not draft
            and other.type == draft.type
            and other.participants.people
            and not draft.participants.people
            and not draft.participants.bodies
            and (
                set(draft.countries()) <= set(other.countries())
                or document.sentences[draft.sentence].sentence.is_headline
            )
            and (draft.date is None or other.date is None or draft.date.edtf == other.date.edtf)
            for other in events
        )
        if not shadow and not _is_a_call(draft, events) and not _is_its_talk(draft, events):
            lasting.append(draft)
    return lasting
