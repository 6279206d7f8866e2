"""Says whose people are: of the state of their office or body, of the one that the text is written
from, of the one that they are visited in. `document` asks it once people are grouped."""

from __future__ import annotations

from collections.abc import Collection

from db.intake.lexicons.name_words import states_of_statesmen
from db.intake.lexicons.word_files import lexicon, word_set
from db.intake.mentions.bodies.body_groups import BodyGroups
from db.intake.mentions.marks import MarkedSentence, TextMark, place_of
from db.intake.mentions.person_groups import PersonEntity, PersonGroups, name_keys

_IN_COMPANY = frozenset(("accompanied", "flanked", "entourage", "joined"))
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
    sentences: list[MarkedSentence],
    groups: PersonGroups,
    bodies: BodyGroups,
    home: str,
    states: Collection[str],
) -> None:
    """Give states to people whose offices name none: by what is widely known, by their body, by
    where they are visited, else the state that the text is written from."""
    known = {tuple(name_keys(name)): code for name, code in states_of_statesmen().items()}
    surnames: dict[str, set[str]] = {}
    for keys, code in known.items():
        surnames.setdefault(keys[-1], set()).add(code)
    for body in bodies.bodies:
        if not body.country and home and body.type in _ORGANS:
            body.country = home
    for person in groups.people:
        person.country = state_of_statesman(person, known, surnames) or person.country
        person.country = person.country or _of_body(person, bodies)
        person.country = person.country or _by_title(person, home, states)
        person.country = person.country or _state_behind(sentences, person)
        person.country = person.country or _state_of_its(sentences, person)
        person.country = person.country or _state_of_bearer(sentences, person, home)
        if not person.country:
            person.country = _host_country(sentences, person, home)
        if not person.country and home and _comes_to(sentences, person, home):
            person.country = _sender_before(sentences, person, home)
            continue
        if not person.country and home and _receives_envoy_of(sentences, person, home):
            continue  # whoever takes the credentials of our envoy is of another state
        is_states = _is_of_a_state(person) or _is_sent(person) or _is_officer(person)
        is_states = is_states or (home == "us" and _is_secretary(person))
        if not person.country and home and is_states:
            person.country = home
        for office in person.offices:
            if not office.country and office.group in ("national", "military"):
                if not office.organization and person.country:
                    office.country = person.country
            elif not office.country and office.group == "envoy" and not office.organization:
                office.country = person.country


def state_of_statesman(
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


_CREDENCE = frozenset(("credentials", "credence"))


def _receives_envoy_of(sentences: list[MarkedSentence], person: PersonEntity, home: str) -> bool:
    """Say whether somebody is presented the credentials of an envoy of a state."""
    if any(office.group == "envoy" for office in person.offices):
        return False
    for index, mention in person.mentions:
        marked = sentences[index]
        lead = marked.tokens[mention.outer_start - 1].low if mention.outer_start else ""
        is_told = lead in ("to", "the", "by") and _CREDENCE & {each.low for each in marked.tokens}
        if is_told and any(
            each.group == "envoy" and each.country == home for each in marked.offices
        ):
            return True
    return False


#: Bodies of the state that a text is written from, where they are named without one.
_ORGANS = frozenset(("ministry", "armed force", "parliament", "service"))


def _is_officer(person: PersonEntity) -> bool:
    """Say whether somebody has a rank and no office abroad or of many states."""
    return bool(person.rank) and not any(
        office.organization or office.group == "envoy" for office in person.offices
    )


def _is_secretary(person: PersonEntity) -> bool:
    return any(office.key() == "secretary" for office in person.offices)


def _by_title(person: PersonEntity, home: str, states: Collection[str]) -> str:
    """Return the state that alone has an office of that title, unless the text is of another state
    and does not name it."""
    titles = lexicon("offices")["title_countries"]
    for office in person.offices:
        if not office.organization:
            code: str = titles.get(office.key().partition(" for ")[0], "")
            if code and (not home or code == home or code in states):
                return code
    return ""


_MINISTRIES = ("Ministry of", "Ministry for", "Department of", "Foreign Ministry")


def _is_of_a_state(person: PersonEntity) -> bool:
    """Say whether somebody holds an office of a state, not one of a body."""
    return any(
        office.organization.startswith(_MINISTRIES)
        or (
            not office.organization
            and office.group != "envoy"
            and not office.key().startswith(("european ", "eu ", "un ", "nato "))
            and office.key().replace(" ", "-") not in word_set("titles_of_bodies")
        )
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


ITS_TOKENS = 14  # how far before "its president" its state may stand


def _state_of_its(sentences: list[MarkedSentence], person: PersonEntity) -> str:
    """Return the state in "a treaty with Fiji after talks with its prime minister, X"."""
    index, mention = person.mentions[0]
    marked = sentences[index]
    start = mention.outer_start
    lows = [token.low for token in marked.tokens[max(0, start - 2) : start + 1]]
    its = lows.index("its") if "its" in lows else 0
    if its == 0 or lows[its - 1] not in word_set("prepositions") or not _is_of_a_state(person):
        return ""
    for at in range(start - 1, max(start - ITS_TOKENS, -1), -1):
        mark = marked.mark_at[at]
        place = place_of(mark)
        if place is not None and place.code and place.form == "name":
            return place.code
        if mark is not None and mark.kind == "body":
            break  # whose president it is
    return ""


def _state_of_opposite(marked: MarkedSentence, at: int) -> str:
    """Return the state in "X, his Kyrgyz opposite number"."""
    lows = [token.low for token in marked.tokens[at : at + 5]]
    place = place_of(marked.mark_at[at + 2]) if len(lows) > 3 else None
    if place is None or lows[0] != "," or lows[1] not in ("his", "her", "the"):
        return ""
    return str(place.code) if lows[3] in ("opposite", "counterpart", "equivalent") else ""


def _state_behind(sentences: list[MarkedSentence], person: PersonEntity) -> str:
    """Return the state in "Ms. X of Kenya", of those who are named so."""
    for index, mention in person.mentions:
        marked = sentences[index]
        at = mention.end
        if (code := _state_of_opposite(marked, at)) != "":
            return code
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


_CARRIED = frozenset(("letter", "message", "greetings", "invitation", "regards", "condolences"))


def _state_of_bearer(sentences: list[MarkedSentence], person: PersonEntity, home: str) -> str:
    """Return the state of the guest who brings somebody's letter: "… of Bahrain, who conveyed a
    letter from King X"."""
    index, mention = person.mentions[0]
    marked = sentences[index]
    lows = [
        token.low for token in marked.tokens[max(0, mention.outer_start - 4) : mention.outer_start]
    ]
    if not ("from" in lows or "of" in lows) or not _CARRIED & set(lows):
        return ""
    if _CREDENCE & set(lows):
        return ""  # "his letter of credence to President X"
    code = _sender_before(sentences, person, home)
    return code if code != home else ""


#: Words before somebody who is met: "received by President X", "talks with Prime Minister Y".
_BEFORE_HOSTS = frozenset(("by", "with", "met", "meet", "meets", "and", "host", "hosts", "on"))
#: What hosts do in the passive: who is accompanied by somebody or led by him meets no host.
_HOSTING = frozenset(
    ("received", "welcomed", "greeted", "hosted", "met", "audience", "represented")
)
_TALKING = frozenset(("met", "meet", "meets", "meeting", "talks", "call", "discussions", "spoke"))
_MOVING_OR_TALKING = _TALKING | frozenset((
    "flew", "arrived", "travelled", "traveled", "left", "departed", "returned",
))  # fmt: skip
_IN_PLACE = frozenset(("in", "to", "at", "from", "visit", "visits", "visited"))


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
    if before <= 0 or marked.tokens[before].low not in _BEFORE_HOSTS:
        return ""
    if not _leads_to_host(marked, before):
        return ""
    code = _sender_state(marked, before) or _visited_before(marked, mention.outer_start)
    goes_on = marked.tokens[0].low in _GOING_ON
    if not code and goes_on and index > 0 and not marked.sentence.is_headline:
        code = _visited_before(sentences[index - 1], len(sentences[index - 1].tokens))
    return code if code != home else ""


#: First words of a sentence that goes on with the journey of the one before.
_GOING_ON = frozenset(("he", "she", "they", "there", "while", "during", "later"))


def _leads_to_host(marked: MarkedSentence, before: int) -> bool:
    """Say whether the word before somebody leads to a host: "received by", never "led by" or "flew
    there with"."""
    lows = [token.low for token in marked.tokens[:before]]
    low = marked.tokens[before].low
    if low == "by":
        return bool(_HOSTING & set(lows[-4:]))
    if low == "with":
        return next(
            (word in _TALKING for word in reversed(lows) if word in _MOVING_OR_TALKING), True
        )
    return low != "on" or "call" in lows[-3:]


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


#: Two who are met may well be of two states.
MIN_ROW = 3
_IN_ROWS = frozenset((",", "and", "&", "the", "as", "well"))
_BEFORE_ROWS = frozenset(("with", "by", "met", "meet"))


def settle_rows(marked: MarkedSentence) -> None:
    """Give those who are met in one row the state that one of them is named with: "talks with
    President X, Prime Minister Y and the Foreign Minister of Mongolia, Z"."""
    rows: list[list[TextMark]] = []
    for mark in marked.marks():
        if mark.kind != "person" or mark.entity is None:
            continue
        last = rows[-1][-1] if rows else None
        between = marked.tokens[last.value.outer_end : mark.value.outer_start] if last else []
        if last is not None and all(token.low in _IN_ROWS for token in between):
            rows[-1].append(mark)
        else:
            rows.append([mark])
    for row in rows:
        lead = row[0].value.outer_start - 1
        while lead > 0 and marked.tokens[lead].low == "the":
            lead -= 1
        states = {mark.entity.country for mark in row} - {""}
        if len(row) < MIN_ROW or len(states) != 1 or marked.tokens[lead].low not in _BEFORE_ROWS:
            continue
        for mark in row:
            if _is_of_a_state(mark.entity) and not mark.entity.country:
                mark.entity.country = next(iter(states))


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
