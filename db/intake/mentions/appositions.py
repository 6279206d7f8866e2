"""Gives people the offices that stand beside or after their names, and to each of a list of envoys
theirs; `person_names` asks it."""

from __future__ import annotations

from dataclasses import replace

from db.intake.lexicons.word_files import word_set
from db.intake.mentions.marks import MarkedSentence, place_of
from db.intake.mentions.name_runs import name_text
from db.intake.mentions.offices.office_facts import OfficeFacts
from db.intake.mentions.person_groups import add_office
from db.intake.mentions.person_mention import PersonMention


def read_displacement(marked: MarkedSentence, mentions: list[PersonMention]) -> None:
    """Give the object of a verb an office that a translation left before the verb: "the army chief
    chairman Joint Chiefs of Staff met General Dan Caine"."""
    tokens = marked.tokens
    for first, second in zip(marked.offices, marked.offices[1:], strict=False):
        if first.end != second.start or second.end + 1 >= len(tokens):
            continue
        if tokens[second.end].low not in ("met", "meets", "received", "visited"):
            continue
        owner = next((each for each in mentions if each.outer_start == second.end + 1), None)
        if owner is not None and not owner.offices:
            owner.offices.append(second)
            owner.reasons.append("an office out of place")


def state_in_brackets(marked: MarkedSentence, end: int) -> str:
    """Return the state in brackets or after a dash behind a name: "Ann Dismorr (Sweden)"."""
    tokens = marked.tokens
    if end + 1 >= len(tokens) or tokens[end].text not in "(–—-":
        return ""
    step = end + 1 + (tokens[end + 1].low == "the")
    mark = marked.mark_at[step] if step < len(tokens) else None
    place = place_of(mark)
    return place.code if place is not None and place.form == "name" else ""


def speaks_of_many(marked: MarkedSentence) -> bool:
    """Say whether a sentence is a list of envoys or ministers."""
    return any(office.is_plural for office in marked.offices) or any(
        token.low in ("others", "envoys", "diplomats", "credentials") for token in marked.tokens
    )


def counterpart_by_state(
    marked: MarkedSentence, at: int, end: int, before: list[PersonMention]
) -> PersonMention | None:
    """Return whom a state alone tells apart in a row of those who hold one office: "ambassadors,
    among them Thailand's X", "with Estonian Foreign Minister X and Lithuania's Y"."""
    tokens = marked.tokens
    place = place_of(marked.mark_at[at - 2]) if at > 2 and tokens[at - 1].text == "'s" else None
    if place is None or not place.code or end - at < 2 or marked.sentence.is_headline:
        return None
    lead = marked.mark_at[at - 2].start - 1  # type: ignore[union-attr]
    plural = next((each for each in marked.offices if each.is_plural and each.end <= at), None)
    last = before[-1] if before and before[-1].outer_end <= lead else None
    is_row = tokens[lead].low in ("and", ",", "them", "including", "with", "by")
    office = plural or (last.offices[-1] if last is not None and last.offices else None)
    if not is_row or office is None or office.organization or office.former:
        return None
    title = replace(office, country=place.code, countries=(), is_plural=False, is_new=False)
    return PersonMention(
        name_text(tokens, at, end), at, end, at - 2, end, offices=[title], country=place.code,
        reasons=["a state before the name, in a row of one office"],
    )  # fmt: skip


def read_lists(marked: MarkedSentence, mentions: list[PersonMention]) -> None:
    """Give each of a list of envoys the office and the state in brackets behind the name."""
    plural = next(
        (office for office in marked.offices if office.is_plural and office.group == "envoy"), None
    )
    for mention in mentions:
        is_listed = all(
            office.group == "envoy" and not office.country for office in mention.offices
        )
        code = state_in_brackets(marked, mention.end) if is_listed else ""
        if not code or not speaks_of_many(marked):
            continue
        mention.country = code
        if plural is not None:
            mention.offices = [replace(plural, country=code, is_plural=False)]
            mention.reasons.append("one of a list of envoys")


def read_appositions(marked: MarkedSentence, mentions: list[PersonMention]) -> None:
    """Give people the offices that follow their names: "…, the outgoing commander of …,"."""
    tokens = marked.tokens
    owners: dict[int, PersonMention] = {mention.end: mention for mention in mentions}
    assigned = {id(office) for mention in mentions for office in mention.offices}
    for office in marked.offices:
        if id(office) in assigned or office.is_plural:
            continue
        step = office.start - 1
        if step >= 0 and tokens[step].low in ("the", "a", "an", "his", "her"):
            step -= 1
        mention = None
        if step >= 0 and tokens[step].text in (",", "(", "–", "—"):
            mention = owners.get(step)
            if mention is None and step > 0 and tokens[step - 1].text == ")":
                opening = next(
                    (at for at in range(step - 2, max(step - 8, -1), -1) if tokens[at].text == "("),
                    -1,
                )
                mention = owners.get(opening)
        elif step >= 0 and tokens[step].low in ("as", "and", "&"):
            mention = _owner_by_verb(marked, step, owners, mentions, assigned, office)
        elif office.start in owners and _appoints_before(marked, office.start):
            mention = owners[office.start]
        elif (
            step >= 0
            and tokens[step].low in word_set("becoming")
            and not _names_whom(marked, office.end, mentions)
        ):
            office.is_new = True
            mention = _subject_of_verb(step, mentions)
        elif step >= 0 and tokens[step].low in ("is", "was", "became", "remains", "becomes"):
            mention = owners.get(step) or owners.get(step - (tokens[step - 1].text == ","))
        if mention is None or _is_listed(marked, office) or _speaks_next(marked, office):
            continue
        mention.offices.append(office)
        is_joined = step >= 0 and tokens[step].text in (",", "(", "–", "—", "and", "&")
        if is_joined and mention.outer_end >= step - MAX_BETWEEN_OFFICES:
            mention.outer_end = max(mention.outer_end, office.end)
        mention.reasons.append("an office after the name")
        assigned.add(id(office))
        owners[office.end] = mention


#: How many tokens may part two offices of one name; a verb stands between others.
MAX_BETWEEN_OFFICES = 4
_SERVING = frozenset(("serves", "doubles", "acts"))  # as
_BESIDES = frozenset(("also", "concurrently", "currently", "simultaneously"))


def read_second_offices(marked: MarkedSentence) -> None:
    """Give those whom the whole text makes known what they are besides: "Mudavadi, who also serves
    as Cabinet Secretary for Foreign Affairs"."""
    people = {mark.end: mark for mark in marked.marks() if mark.kind == "person" and mark.entity}
    assigned = {id(office) for mark in people.values() for office in mark.value.offices}
    for office in marked.offices:
        mark = people.get(_before_who(marked, office))
        if mark is None or id(office) in assigned or office.is_plural or office.former:
            continue
        person = mark.entity
        if not office.country and not office.organization:
            office.country = person.country
        mark.value.offices.append(office)
        add_office(person, office)
        person.reasons["an office after the name"] = None


def _before_who(marked: MarkedSentence, office: OfficeFacts) -> int:
    """Return where somebody's name ends of whom "who also serves as" tells an office; -1 if none
    is told so."""
    lows = [token.low for token in marked.tokens[: office.start + 1]]
    at = office.start - 1
    while at > 0 and lows[at] in ("the", "a", "an", *_BESIDES):
        at -= 1
    if at > 1 and lows[at] == "as":
        at -= 1
        while at > 0 and lows[at] in _BESIDES:
            at -= 1
        if lows[at] not in _SERVING:
            return -1
    elif at < 1 or lows[at] != "is":
        return -1
    at -= 1
    while at > 0 and lows[at] in _BESIDES:
        at -= 1
    if at < 1 or lows[at] != "who":
        return -1
    return at - (lows[at - 1] == ",")


def _is_listed(marked: MarkedSentence, office: OfficeFacts) -> bool:
    """Say whether a headline lists an office beside a name: "Dar, British minister talk"."""
    if not marked.sentence.is_headline or office.end >= len(marked.tokens):
        return False
    return marked.tokens[office.end].is_word


def _speaks_next(marked: MarkedSentence, office: OfficeFacts) -> bool:
    """Say whether a new clause begins with an office: "Meeting Mr X, the President said"."""
    tokens = marked.tokens
    is_led = office.start > 1 and tokens[office.start].low == "the"
    is_led = is_led or (office.start > 0 and tokens[office.start - 1].low == "the")
    is_alone = not (office.organization or office.country)
    return (
        is_led
        and is_alone
        and office.end < len(tokens)
        and tokens[office.end].low in word_set("saying_verbs")
    )


MAX_VERB_TOKENS = 6


def _subject_of_verb(step: int, mentions: list[PersonMention]) -> PersonMention | None:
    """Return who stands before "was appointed" or "becomes"."""
    before = [each for each in mentions if 0 <= step - each.outer_end <= MAX_VERB_TOKENS]
    return before[-1] if before else None


def _names_whom(marked: MarkedSentence, at: int, mentions: list[PersonMention]) -> bool:
    """Say whether a name follows an office at once, so that it is that one's."""
    return any(each.start == at for each in mentions)


def _appoints_before(marked: MarkedSentence, at: int) -> bool:
    """Say whether somebody is appointed before a token: "appointed Ms. Roche ambassador"."""
    return any(
        token.low
        in ("appointed", "appointing", "appoints", "named", "names", "naming", "nominated")
        for token in marked.tokens[max(0, at - 14) : at]
    )


#: Verbs whose subject comes into the office and whose object leaves it.
_SUCCEEDING = frozenset((
    "succeed", "succeeds", "succeeded", "replace", "replaces", "replaced", "over", "succeeding",
))  # fmt: skip


def _owner_by_verb(
    marked: MarkedSentence,
    step: int,
    owners: dict[int, PersonMention],
    mentions: list[PersonMention],
    assigned: set[int],
    office: OfficeFacts,
) -> PersonMention | None:
    """Return whose office "as" or "and" brings: "appointed X as …", "X, president and chair"."""
    tokens = marked.tokens
    if tokens[step].low in ("and", "&"):
        before = next((each for each in marked.offices if each.end == step), None)
        if before is None or id(before) not in assigned:
            return None
        owner = next(
            (each for each in mentions if any(one is before for one in each.offices)), None
        )
        if owner is None or owner.outer_end != before.end or owner.end > before.start:
            return None
        after = tokens[office.end] if office.end < len(tokens) else None
        follows_name = after is not None and after.is_cap and marked.mark_at[office.end] is not None
        return None if follows_name else owner
    verbs = [at for at in range(max(0, step - 12), step) if tokens[at].low in word_set("as_verbs")]
    if not verbs:
        return None
    office.is_new = office.is_new or tokens[verbs[-1]].low in word_set("beginning")
    if tokens[verbs[-1] + 1].low in ("him", "her"):
        return mentions[0] if mentions[0].end <= verbs[-1] else None  # "accrediting him as"
    inside = [each for each in mentions if verbs[-1] < each.start < step]
    is_active = tokens[verbs[-1] + 1].low not in ("by", "as")
    if inside and not (is_active and tokens[verbs[-1]].low in _SUCCEEDING):
        return inside[-1]
    before_verb = [each for each in mentions if each.end <= verbs[-1] and verbs[-1] - each.end < 8]
    return before_verb[-1] if before_verb else None
