"""Says whose people are: of the state of their office or body, of the one that the text is written
from, of the one that they are visited in. `document` asks it once people are grouped."""

from __future__ import annotations

from collections import Counter, defaultdict

from db.intake.lexicons.name_words import states_of_statesmen
from db.intake.lexicons.places import place_trie
from db.intake.lexicons.word_files import lexicon, word_set
from db.intake.mentions.bodies.body_groups import BodyGroups
from db.intake.mentions.marks import MarkedSentence, place_of
from db.intake.mentions.person_groups import PersonEntity, PersonGroups, name_keys

_IN_COMPANY = frozenset(("accompanied", "flanked", "entourage"))
_MEMBERS = frozenset(("including", "comprising", "comprised", "comprises", "includes", "included"))


def settle_company(marked: MarkedSentence) -> None:
    """Give those who accompany somebody the state of whom they accompany."""
    leader = ""
    in_company = has_delegation = False
    marks = {mark.start: mark for mark in marked.marks() if mark.kind == "person"}
    for at, token in enumerate(marked.tokens):
        has_delegation = has_delegation or token.low == "delegation"
        in_company = in_company or token.low in _IN_COMPANY
        in_company = in_company or (has_delegation and token.low in _MEMBERS)
        mark = marks.get(at)
        person = mark.entity if mark is not None else None
        if person is None:
            continue
        leader = leader or person.country
        if in_company and leader and not person.country:
            person.country = leader


def settle_countries(
    sentences: list[MarkedSentence], groups: PersonGroups, bodies: BodyGroups, home: str
) -> None:
    """Give states to people whose offices name none: by what is widely known, by their body, by
    where they are visited, else the state that the text is written from."""
    known = {tuple(name_keys(name)): code for name, code in states_of_statesmen().items()}
    surnames: dict[str, set[str]] = {}
    for keys, code in known.items():
        surnames.setdefault(keys[-1], set()).add(code)
    for body in bodies.bodies:
        if not body.country and home and body.type == "ministry":
            body.country = home
    for person in groups.people:
        person.country = _state_of_statesman(person, known, surnames) or person.country
        person.country = person.country or _by_title(person) or _of_body(person, bodies)
        person.country = person.country or _state_behind(sentences, person)
        if not person.country:
            person.country = _host_country(sentences, person, home)
        if not person.country and home and _comes_to(sentences, person, home):
            person.country = _sender_before(sentences, person, home)
            continue
        is_states = _is_of_a_state(person) or _is_sent(person)
        if not person.country and home and is_states:
            person.country = home
        for office in person.offices:
            if not office.country and office.group in ("national", "military"):
                if not office.organization and person.country:
                    office.country = person.country
            elif not office.country and office.group == "envoy" and not office.organization:
                office.country = person.country


def _state_of_statesman(
    person: PersonEntity, known: dict[tuple[str, ...], str], surnames: dict[str, set[str]]
) -> str:
    code = known.get(person.keys, "")
    if not code and person.is_single() and person.offices:
        codes = surnames.get(person.keys[0], set())
        code = next(iter(codes)) if len(codes) == 1 else ""
    if not code and len(person.keys) > 2:  # Syed Asim Munir
        codes = {
            theirs for keys, theirs in known.items()
            if len(keys) > 1 and keys[-1] == person.keys[-1] and set(keys) <= set(person.keys)
        }  # fmt: skip
        code = next(iter(codes)) if len(codes) == 1 else ""
    return code


def _by_title(person: PersonEntity) -> str:
    """Return the state that alone has an office of that title, where no other state is named."""
    titles = lexicon("offices")["title_countries"]
    for office in person.offices:
        if not office.organization:
            code: str = titles.get(office.key().partition(" for ")[0], "")
            if code:
                return code
    return ""


def _is_of_a_state(person: PersonEntity) -> bool:
    """Say whether somebody holds an office of a state, not one of a body."""
    return any(
        not office.organization
        and office.group != "envoy"
        and office.key().replace(" ", "-") not in word_set("titles_of_bodies")
        for office in person.offices
    )


def _is_sent(person: PersonEntity) -> bool:
    """Say whether somebody is an envoy to another state of whom the text names no sender."""
    return any(
        office.group == "envoy" and not office.organization and " to " in office.key()
        for office in person.offices
    )


def _of_body(person: PersonEntity, bodies: BodyGroups) -> str:
    """Return the state of the body in which somebody holds an office."""
    for office in person.offices:
        if office.former or not office.organization or office.group == "envoy":
            continue
        body = bodies.body_of(office.organization)
        if body is not None and body.country and body.type != "international body":
            return body.country
    return ""


def _state_behind(sentences: list[MarkedSentence], person: PersonEntity) -> str:
    """Return the state in "Ms. X of Kenya", of those who are named so."""
    for index, mention in person.mentions:
        marked = sentences[index]
        at = mention.end
        if at + 1 >= len(marked.tokens) or marked.tokens[at].low != "of":
            continue
        place = place_of(marked.mark_at[at + 1 + (marked.tokens[at + 1].low == "the")])
        if place is not None and place.form == "name" and place.code:
            return str(place.code)
    return ""


#: How far behind somebody's name the visit is told.
MAX_VISIT_TOKENS = 12
_VISITING = frozenset(("visit", "visits", "visited", "travel", "travels", "arrive", "arrives"))


def _comes_to(sentences: list[MarkedSentence], person: PersonEntity, home: str) -> bool:
    """Say whether somebody is told to visit the state that the text is written from, which nobody
    does of his own: "President X would visit Slovenia"."""
    index, mention = person.mentions[0]
    marked = sentences[index]
    last = min(mention.outer_end + MAX_VISIT_TOKENS, len(marked.tokens))
    is_visit = False
    for at in range(mention.outer_end, last):
        mark, low = marked.mark_at[at], marked.tokens[at].low
        if low in (",", ";") or (mark is not None and mark.kind == "person"):
            return False
        is_visit = is_visit or low in _VISITING
        place = place_of(mark)
        if is_visit and place is not None and place.form == "name" and place.code == home:
            return True
    return False


def _sender_before(sentences: list[MarkedSentence], person: PersonEntity, home: str) -> str:
    """Return the state of the first guest that a sentence names before somebody."""
    index, mention = person.mentions[0]
    for mark in sentences[index].marks():
        if mark.end > mention.outer_start:
            break
        place = place_of(mark)
        code = place.code if place is not None else ""
        if mark.kind == "person" and mark.entity is not None:
            code = mark.entity.country
        if code and code != home:
            return str(code)
    return ""


#: Words before somebody who is met: "received by President X", "talks with Prime Minister Y".
_BEFORE_HOSTS = frozenset(("by", "with", "met", "meet", "meets", "and", "host", "hosts"))
_IN_PLACE = frozenset(("in", "to", "at", "from"))


def _host_country(sentences: list[MarkedSentence], person: PersonEntity, home: str) -> str:
    """Return the state abroad where somebody of a state is met: "In Riga she will be received by
    President X"."""
    if not home or not _is_of_a_state(person):
        return ""
    index, mention = person.mentions[0]
    marked = sentences[index]
    before = mention.outer_start - 1
    while before >= 0 and marked.tokens[before].low in ("the", "his", "her", "its"):
        before -= 1
    if before < 0 or marked.tokens[before].low not in _BEFORE_HOSTS:
        return ""
    code = _sender_state(marked, before) or _visited_before(marked, mention.outer_start)
    if not code and index > 0 and not marked.sentence.is_headline:
        code = _visited_before(sentences[index - 1], len(sentences[index - 1].tokens))
    return code if code != home else ""


def _sender_state(marked: MarkedSentence, before: int) -> str:
    """Return the state in "Russia was represented by Foreign Minister X"."""
    words = [token.low for token in marked.tokens[max(0, before - 2) : before + 1]]
    if "represented" not in words:
        return ""
    for mark in reversed(marked.marks()):
        place = place_of(mark)
        if place is not None and mark.end <= before and place.form == "name":
            return place.code
    return ""


def settle_delegations(marked: MarkedSentence) -> None:
    """Give who leads a delegation its state: "a UAE delegation led by X"."""
    tokens = marked.tokens
    for mark in marked.marks():
        if mark.kind != "person" or mark.entity is None or mark.entity.country:
            continue
        lead = mark.value.outer_start - 1
        if lead < 2 or tokens[lead].low != "by" or tokens[lead - 1].low not in ("led", "headed"):
            continue
        for at in range(lead - 2, max(lead - MAX_DELEGATION_TOKENS, -1), -1):
            place = place_of(marked.mark_at[at])
            if place is not None and place.code:
                mark.entity.country = place.code
                break


MAX_DELEGATION_TOKENS = 8


def _visited_before(marked: MarkedSentence, end: int) -> str:
    """Return the state of the last place that "in" or "to" names before a token."""
    found = ""
    for mark in marked.marks():
        place = place_of(mark)
        if place is None or mark.end > end or not place.code or place.form not in ("city", "name"):
            continue
        lead = mark.start - 1
        while lead >= 0 and marked.tokens[lead].low in ("the", "capital"):
            lead -= 1
        if lead >= 0 and marked.tokens[lead].low in _IN_PLACE:
            found = place.code
    return found


#: How much each sign counts that a text is written from a state.
_DATELINE, _LONE_DATELINE, _AGENCY, _HEADLINE, _TITLE, _MENTION = 3.0, 1.0, 4.0, 1.0, 2.0, 0.25
_STATESMAN = 1.0
_EXPLICIT = -0.4  # an office with its state is oftener a guest's
MAX_MENTIONS = 6
MIN_VOTES, MIN_LEAD = 0.5, 0.25


def home_country(sentences: list[MarkedSentence], people: PersonGroups) -> str:
    """Return the state that a text is written from; "" where none is plain.

    The dateline, the agency, the headlines and the titles speak for a state, and how often it is
    named; that its offices are named with it speaks against, as they are a guest's.
    """
    votes: dict[str, float] = defaultdict(float)
    mentions = _mentions(sentences)
    for marked in sentences[:12]:
        code, is_seat = _dateline_state(marked)
        if code:
            is_lone = is_seat or not mentions[code]
            votes[code] += _LONE_DATELINE if is_lone else _DATELINE
        for agency in _agencies(marked):
            votes[agency] += _AGENCY
    for marked in sentences[:2]:
        for code in set(_states_in(marked)):
            votes[code] += _HEADLINE
    titles = lexicon("offices")["title_countries"]
    for marked in sentences:
        for office in marked.offices:
            votes[office.country] += _EXPLICIT
            if not office.country and titles.get(office.key()):
                votes[titles[office.key()]] += _TITLE
    known = {tuple(name_keys(name)): code for name, code in states_of_statesmen().items()}
    for person in people.people:
        code = _state_of_statesman(person, known, {})
        if code and not any(office.country for office in person.offices):
            votes[code] += _STATESMAN
    for code, count in mentions.items():
        votes[code] += _MENTION * min(count, MAX_MENTIONS)
    votes.pop("", None)
    best = sorted(votes.items(), key=lambda each: -each[1])[:2]
    if not best or best[0][1] < MIN_VOTES:
        return ""
    return best[0][0] if len(best) == 1 or best[0][1] - best[1][1] >= MIN_LEAD else ""


def _mentions(sentences: list[MarkedSentence]) -> Counter[str]:
    """Return how often each state is named in the sentences themselves."""
    return Counter(code for marked in sentences for code in _states_in(marked))


def _states_in(marked: MarkedSentence) -> list[str]:
    """Return the states of places and bodies in a sentence, but those that somebody only goes to or
    speaks of."""
    found: list[str] = []
    for mark in marked.marks():
        place = place_of(mark)
        if place is not None and place.code:
            lead = mark.start - 1 - (mark.start > 1 and marked.tokens[mark.start - 1].low == "the")
            before = marked.tokens[lead].low if lead >= 0 else ""
            leads = "no_home_city_leads" if place.form == "city" else "no_home_leads"
            if before not in word_set(leads):
                found.append(place.code)
        elif mark.kind == "body" and mark.value.country:
            found.append(mark.value.country)
    return found


def _dateline_state(marked: MarkedSentence) -> tuple[str, bool]:
    """Return the state of a dateline, and whether it is a seat of many bodies, as Geneva is."""
    tokens = marked.sentence.dateline
    if not tokens and len(marked.tokens) <= 3 and marked.mark_at[0] is not None:
        tokens = marked.tokens  # "Kathmandu."
    elif (
        not tokens and marked.sentence.is_headline and any(each.is_number for each in marked.tokens)
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
