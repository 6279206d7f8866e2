"""Says which state a text is written from, by its dateline, agency, headlines and titles; whose
people are whose hangs on it. `document` asks it."""

from __future__ import annotations

from collections import Counter, defaultdict

from db.intake.lexicons.name_words import states_of_statesmen
from db.intake.lexicons.places import capital_of, place_trie
from db.intake.lexicons.word_files import lexicon, word_set
from db.intake.mentions.marks import MarkedSentence, place_of
from db.intake.mentions.offices.office_facts import OfficeFacts
from db.intake.mentions.person_groups import PersonGroups, name_keys
from db.intake.mentions.person_states import state_of_statesman

#: How much each sign counts that a text is written from a state.
_DATELINE, _LONE_DATELINE, _AGENCY, _HEADLINE, _TITLE, _MENTION = 3.0, 1.0, 4.0, 1.0, 2.0, 0.25
_STATESMAN = 1.0
_BARE_DATELINE = 2.5  # of a state that is not named again, as its ministers need no naming
_EXPLICIT = -0.4  # an office with its state is oftener a guest's
MAX_MENTIONS = 6
MIN_VOTES, MIN_LEAD = 0.5, 0.25


def home_country(sentences: list[MarkedSentence], people: PersonGroups) -> str:
    """Return the state that a text is written from; "" where none is plain.

    The dateline, the agency, the headlines and the titles speak for a state, and how often it is
    named; that its offices are named with it speaks against, as they are a guest's.
    """
    votes: dict[str, float] = defaultdict(float)
    mentions = state_mentions(sentences)
    has_bare = any(_is_bare(office) for each in sentences for office in each.offices)
    for marked in sentences[:12]:
        code, is_seat = _dateline_state(marked)
        if is_seat or _is_heading(marked):
            votes[code] += _LONE_DATELINE
        elif mentions[code]:
            votes[code] += _DATELINE
        else:
            is_home = has_bare and _is_of_capital(marked, code)
            votes[code] += _BARE_DATELINE if is_home else _LONE_DATELINE
        for agency in _agencies(marked):
            votes[agency] += _AGENCY
    for marked in sentences[:2]:
        if marked.sentence.index and not marked.sentence.is_headline:
            continue
        guest, host = _guest_and_host(marked)
        votes[host] += _HEADLINE
        for code in set(_states_in(marked)) - {guest}:
            votes[code] += _HEADLINE
    _count_offices(votes, sentences, people)
    for code, count in mentions.items():
        votes[code] += _MENTION * min(count, MAX_MENTIONS)
    votes.pop("", None)
    return _winner(votes)


def _count_offices(
    votes: dict[str, float], sentences: list[MarkedSentence], people: PersonGroups
) -> None:
    """Count what offices with their states, titles of one state alone, and statesmen speak for."""
    titles = lexicon("offices")["title_countries"]
    for marked in sentences:
        for office in marked.offices:
            votes[office.country] += _EXPLICIT
            if not office.country and titles.get(office.key()):
                votes[titles[office.key()]] += _TITLE
    known = {tuple(name_keys(name)): code for name, code in states_of_statesmen().items()}
    for person in people.people:
        code = state_of_statesman(person, known, {})
        if code and not any(office.country for office in person.offices):
            votes[code] += _STATESMAN


def _winner(votes: dict[str, float]) -> str:
    """Return the state that most speaks for; "" where another is as near."""
    best = sorted(votes.items(), key=lambda each: -each[1])[:2]
    if len(best) == 1:
        return best[0][0]  # no other state is named
    is_plain = len(best) > 1 and best[0][1] >= MIN_VOTES
    return best[0][0] if is_plain and best[0][1] - best[1][1] >= MIN_LEAD else ""


def state_mentions(sentences: list[MarkedSentence]) -> Counter[str]:
    """Return how often each state is named in the sentences themselves."""
    return Counter(code for marked in sentences for code in _states_in(marked))


def _states_in(marked: MarkedSentence) -> list[str]:
    """Return the states of places and bodies in a sentence, but those that somebody only goes to or
    speaks of."""
    found: list[str] = []
    in_offices: set[int] = set()
    if any(_is_bare(office) for office in marked.offices):
        in_offices = {at for office in marked.offices for at in range(office.start, office.end)}
    for mark in marked.marks():
        place = place_of(mark)
        if mark.start in in_offices or _is_led_on(marked, mark.start):
            continue  # whose minister is met, "to visit Ukraine and Moldova"
        if place is not None and place.code:
            lead = mark.start - 1 - (mark.start > 1 and marked.tokens[mark.start - 1].low == "the")
            before = marked.tokens[lead].low if lead >= 0 else ""
            leads = "no_home_city_leads" if place.form == "city" else "no_home_leads"
            if before not in word_set(leads):
                found.append(place.code)
        elif mark.kind == "body" and mark.value.country:
            found.append(mark.value.country)
    return found


def _guest_and_host(marked: MarkedSentence) -> tuple[str, str]:
    """Return whose visit to which state a headline tells of: "visit of the Minister of Foreign
    Affairs of Paraguay to Uruguay"."""
    if not any(token.low == "visit" for token in marked.tokens):
        return "", ""
    guest = next((each for each in marked.offices if each.country and not each.is_plural), None)
    at = guest.end if guest is not None else len(marked.tokens)
    while at + 1 < len(marked.tokens):
        place = place_of(marked.mark_at[at + 1])
        is_host = place is not None and place.form == "name" and place.code
        if marked.tokens[at].low == "to" and place is not None and is_host:
            return (guest.country, place.code) if guest is not None else ("", "")
        at += 1
    return "", ""


def _is_of_capital(marked: MarkedSentence, code: str) -> bool:
    found = place_trie().longest(marked.sentence.dateline, 0) if marked.sentence.dateline else None
    return found is not None and found[1].name == capital_of(code)


def _is_heading(marked: MarkedSentence) -> bool:
    """Say whether a dateline is but a state before a dash: "Lebanon – Visit by the envoy"."""
    tokens = marked.sentence.dateline
    found = place_trie().longest(tokens, 0) if tokens else None
    is_state = found is not None and found[1].form == "name" and len(tokens) - found[0] <= 1
    return is_state and marked.sentence.is_headline


def _is_bare(office: OfficeFacts) -> bool:
    """Say whether an office is one of a state that is not named: beside it, "the Minister of
    Poland" is a guest."""
    is_of_state = office.group in ("national", "military") and not office.is_plural
    return is_of_state and not (office.country or office.organization)


def _is_led_on(marked: MarkedSentence, at: int) -> bool:
    """Say whether "and" joins a place to one that somebody goes to: "to visit Kyiv and Oslo"."""
    while at > 1 and marked.tokens[at - 1].low in ("and", ","):
        before = marked.mark_at[at - 2]
        if before is None or place_of(before) is None:
            return False
        at = before.start
        if at > 0 and marked.tokens[at - 1].low in word_set("no_home_leads"):
            return True
    return False


MAX_LINE_TOKENS = 6  # "Madrid, 20 January 2023." before the text


def _dateline_state(marked: MarkedSentence) -> tuple[str, bool]:
    """Return the state of a dateline, and whether it is a seat of many bodies, as Geneva is."""
    tokens = marked.sentence.dateline
    if not tokens and len(marked.tokens) <= 3 and marked.mark_at[0] is not None:
        tokens = marked.tokens  # "Kathmandu."
    elif (
        not tokens
        and (marked.sentence.is_headline or len(marked.tokens) <= MAX_LINE_TOKENS)
        and any(each.is_number for each in marked.tokens)
    ):
        tokens = marked.tokens[:4]  # "Rome, 5 May 2024" on a line of its own
    for at in range(len(tokens)):
        found = place_trie().longest(tokens, at)
        if found is not None and found[1].code and found[1].form in ("city", "name"):
            return found[1].code, found[1].name in word_set("seats_of_bodies")
        if not marked.sentence.dateline:
            break
    return "", False


def _has_number(marked: MarkedSentence) -> bool:
    return any(each.is_number for each in marked.tokens)


def _agencies(marked: MarkedSentence) -> set[str]:
    """Return the states of the agencies that a dateline or a byline names."""
    table: dict[str, str] = lexicon("bodies")["news_states"]
    found = {table[token.text] for token in marked.sentence.dateline if token.text in table}
    for mark in marked.marks():
        if mark.kind == "body" and mark.value.is_source and mark.value.name in table:
            found.add(table[mark.value.name])
    return found
