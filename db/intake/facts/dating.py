"""Dates events and agreements that have no date of their own by what the text tells before, and
says on which day the text was written; `events` asks it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from db.intake.facts.agreements.agreement_merge import AgreementDraft
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.moods import future_date
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.lexicons.event_words import mood_words
from db.intake.mentions.document import TextDocument
from db.intake.text.date_words import DateMention, find_dates

#: How many sentences back a date is taken from that a sentence points at: "also met", "separately".
DATE_SENTENCES = 4
MAX_WRITING_DAYS = 14


def day_of_writing(document: TextDocument, published: date | None) -> date | None:
    """Return the day that a dateline or a line of its own gives; the day of publication if none
    does, or if it lies far off."""
    for marked in document.sentences[:6]:
        tokens = list(marked.sentence.dateline)
        if marked.sentence.is_headline and len(marked.tokens) <= 16:
            tokens += marked.tokens
        if not tokens:
            continue
        for found in find_dates(document.plain, tokens[0].start, tokens[-1].end, published):
            if found.first != found.last or len(found.words) < 5:
                continue
            day = date.fromisoformat(found.first)
            if published is None and any(map(str.isdigit, found.words)):
                return day
            if published is not None and 0 <= (published - day).days <= MAX_WRITING_DAYS:
                return day
    return published


class DaysBefore:
    """The days that the sentences before spoke of."""

    def __init__(self) -> None:
        self._last: tuple[int, DateMention] | None = None

    def take(self, sentence: int, dates: list[DateMention]) -> None:
        """Remember the last single day of a sentence."""
        days = [each for each in dates if each.first == each.last and not each.is_bound]
        if days:
            self._last = sentence, days[-1]

    def last_day(self) -> date | None:
        """Return the day told of last."""
        return date.fromisoformat(self._last[1].first) if self._last else None

    def near(self, sentence: int) -> DateMention | None:
        """Return the day told of last, unless that was long before a sentence."""
        is_near = self._last is not None and sentence - self._last[0] <= NEAR_SENTENCES
        return self._last[1] if self._last is not None and is_near else None


NEAR_SENTENCES = 2


def settle_future(draft: EventDraft | AgreementDraft, published: date | None) -> None:
    """Read again as one to come the date of what is planned, and make planned what is dated after
    the text; "in two months" is how long something took."""
    if draft.date is None or published is None:
        return
    if draft.status == "planned":
        draft.date = future_date(draft.date, published)
        return
    if isinstance(draft, AgreementDraft) or draft.date.first <= published.isoformat():
        return
    if draft.date.words.lower().startswith("in ") and draft.date.words[-1:] == "s":
        draft.date = None
    elif draft.status == "held":
        draft.status = "planned"
        draft.reasons.append("dated after the text")


def share_dates(
    read: ReadSentence,
    found: list[EventDraft],
    pacts: list[AgreementDraft],
    events: list[EventDraft],
    agreements: list[AgreementDraft],
    days: DaysBefore,
) -> None:
    """Give what has no date of its own the date that its sentence points at."""
    index = read.marked.sentence.index
    points = _points_back(read)
    date_of_reference = _referred_date(found, events, read.published) if points else None
    before = date_of_reference or _last_date(events, agreements, index) or days.near(index)
    if date_of_reference is None and is_background(before, read.published):
        before = None
    own = next((each.date for each in found if each.date and not each.is_reference), None)
    if is_background(own, read.published) and pacts and all(each.date is None for each in pacts):
        own = None  # of what the sentence only looks back at
    for draft in found:
        journey = _journey_of(draft, [*events, *(each for each in found if each is not draft)])
        if draft.date is None and journey is not None:
            draft.date = journey.date
            draft.reasons.append("dated by the journey that the text tells before")
        if _stands_behind_heels(read, draft):
            continue
        is_elsewhere = draft.type == "visit" and not _is_of_that_place(draft, events, before)
        if is_elsewhere and date_of_reference is None:
            continue
        if draft.date is None and draft.status != "planned" and points and before is not None:
            draft.date = before
            draft.reasons.append("dated by what the text tells before")
    for pact in pacts:
        if pact.type == "document" and own is None:
            continue  # what was signed has its day
        is_news = own is not None or not _looks_back(read)
        if pact.date is None and is_news and pact.status in ("signed", "announced"):
            pact.date = own or before
            if pact.date is not None:
                pact.reasons.append("dated by what the text tells before")


def _stands_behind_heels(read: ReadSentence, draft: EventDraft) -> bool:
    """Say whether an event was before the one told of: "came on the heels of a meeting"."""
    tokens = read.marked.tokens
    return any(
        token.low == "heels" and 0 < draft.start - token.end < HEELS_LETTERS for token in tokens
    )


HEELS_LETTERS = 20


def _is_of_that_place(
    draft: EventDraft, events: Sequence[EventDraft], day: DateMention | None
) -> bool:
    """Say whether a visit is to where something was on the day that the text tells before."""
    states = {draft.place_country, *draft.participants.countries}
    return any(
        each.date is day and states & {each.place_country, *each.countries()} for each in events
    )


#: From which sentence on "The two have signed agreements" only tells what there is.
BACKGROUND_SENTENCE = 3


def _looks_back(read: ReadSentence) -> bool:
    """Say whether a sentence deep in a text says of two states what they have signed at some
    time."""
    lows = [token.low for token in read.marked.tokens]
    is_perfect = any(
        low in ("have", "has") and lows[at + 1] in ("signed", "concluded", "inked")
        for at, low in enumerate(lows[:-1])
    )
    is_deep = read.marked.sentence.index >= BACKGROUND_SENTENCE
    return is_deep and is_perfect and lows[:2] in (["the", "two"], ["both", "countries"])


#: How many sentences after a journey those are met on it.
JOURNEY_SENTENCES = 3


def _journey_of(draft: EventDraft, events: Sequence[EventDraft]) -> EventDraft | None:
    """Return the journey told shortly before on which somebody meets whom he meets: "There she is
    due to meet X"."""
    if draft.type not in ("meeting", "signing", "visit") or draft.is_reference:
        return None
    people = draft.participants.people
    for old in reversed(events):
        gap = draft.sentence - old.sentence
        if gap > JOURNEY_SENTENCES:
            break
        is_journey = old.type == "visit" and old.date is not None and not old.is_headline
        if not is_journey or gap < 0 or old.status != draft.status or old is draft:
            continue
        if draft.status != "planned" and (gap > 1 or draft.place_country != old.place_country):
            continue
        if not any(person is each for person in people for each in old.participants.people):
            continue
        visited = {old.place_country, *old.participants.countries}
        hosts = {person.country for person in people} | set(draft.participants.unnamed)
        if draft.type == "visit" or not visited & ({draft.place_country} | hosts):
            continue
        return old
    return None


BACKGROUND_DAYS = 45


def is_background(day: DateMention | None, published: date | None) -> bool:
    """Say whether a date is of long before the text, which what it tells as news is not of."""
    if day is None or published is None:
        return False
    return day.last < (published - timedelta(days=BACKGROUND_DAYS)).isoformat()


def _points_back(read: ReadSentence) -> bool:
    tokens = read.marked.tokens
    trie = mood_words("same_day")
    return any(trie.longest(tokens, at) is not None for at in range(len(tokens)))


def _referred_date(
    found: list[EventDraft], events: list[EventDraft], published: date | None
) -> DateMention | None:
    """Return the date of the event that a sentence refers to: "during the visit"; news before what
    was long ago."""
    old_date: DateMention | None = None
    for draft in found:
        if not draft.is_reference:
            continue
        for old in reversed(events):
            if old.type != draft.type or old.date is None:
                continue
            if not is_background(old.date, published):
                return old.date
            old_date = old_date or old.date
    return old_date


def _last_date(
    events: list[EventDraft], agreements: list[AgreementDraft], index: int
) -> DateMention | None:
    best: tuple[int, int, DateMention] | None = None
    series: tuple[Sequence[EventDraft | AgreementDraft], ...] = (events, agreements)
    for drafts in series:
        for each in reversed(drafts):
            if index - each.sentence > DATE_SENTENCES:
                break
            if each.date is None or len(each.date.edtf) <= 4 or each.status == "planned":
                continue
            if isinstance(each, EventDraft) and each.is_reference:
                continue
            if best is None or (each.sentence, each.start) > best[:2]:
                best = each.sentence, each.start, each.date
    return best[2] if best else None
