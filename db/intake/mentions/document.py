"""Runs the stages that find mentions over a text, in order: places, bodies, acronyms, offices,
people, and which of them are one. `reading` and the facts ask the document that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from db.intake.lexicons.word_files import word_set
from db.intake.mentions.appositions import read_second_offices
from db.intake.mentions.bodies.acronyms import pair_acronyms
from db.intake.mentions.bodies.body_groups import BodyGroups, mark_acronyms
from db.intake.mentions.bodies.body_marks import mark_bodies
from db.intake.mentions.bodies.described_bodies import mark_by_description
from db.intake.mentions.bodies.unknown_bodies import mark_known_names, mark_parties
from db.intake.mentions.home_state import home_country, state_mentions
from db.intake.mentions.marks import MarkedSentence, TextMark, mark_places
from db.intake.mentions.offices.office_facts import OfficeFacts
from db.intake.mentions.offices.office_phrases import find_offices
from db.intake.mentions.person_groups import (
    PersonEntity,
    PersonGroups,
    add_office,
    counterpart_office,
)
from db.intake.mentions.person_marks import mark_government, mark_nationals, mark_surnames
from db.intake.mentions.person_mention import PersonMention
from db.intake.mentions.person_names import find_people
from db.intake.mentions.person_states import (
    settle_company,
    settle_countries,
    settle_delegations,
    settle_rows,
)
from db.intake.proposals import Known, NothingKnown
from db.intake.text.date_words import find_dates
from db.intake.text.sentences import Sentence

REASON = "who held the office by this desk"


@dataclass(slots=True)
class TextDocument:
    """A text with all it names."""

    plain: str
    sentences: list[MarkedSentence]
    people: PersonGroups
    bodies: BodyGroups
    home: str


def read_document(
    plain: str, sentences: list[Sentence], known: Known, published: date | None = None
) -> TextDocument:
    """Return a text with its mentions found and grouped; who held an office that the text names
    alone is asked of what the desk knows, for the day that its sentence tells of.
    """
    marked = [mark_places(sentence) for sentence in sentences]
    mentions: list[tuple[int, PersonMention]] = []
    for each in marked:
        mark_bodies(each)
        pair_acronyms(each)
        mark_by_description(each)
        find_offices(each)
    _add_short_offices(marked)
    for each in marked:
        is_shouted = _is_shouted(each)
        found = find_people(each, known.kind_of, is_all_capitals=is_shouted)
        mentions += [(each.sentence.index, mention) for mention in found]
    people = _group_people(marked, mentions)
    bodies = BodyGroups()
    for each in marked:
        for mark in each.marks():
            if mark.kind == "body":
                mark.entity = bodies.add(each.sentence.index, mark, each.text(mark.start, mark.end))
    home = home_country(marked, people)
    _settle(marked, people, bodies, home)
    _mark_the_rest(marked, people, bodies, known)
    _mark_office_holders(marked, people, HoldersOfDesk(plain, known, home, published))
    for each in marked:
        mark_nationals(each, people)
        if home:
            mark_government(each, home)
    for person in people.people:
        for office in person.offices:
            if office.organization:
                office.organization = bodies.name_of(office.organization)
    return TextDocument(plain, marked, people, bodies, home)


def _settle(
    marked: list[MarkedSentence], people: PersonGroups, bodies: BodyGroups, home: str
) -> None:
    """Give people what the whole text says of them: a counterpart's office, a state."""
    for each in marked:
        mark_surnames(each, people)  # whose counterpart somebody is, and whom he accompanies
    _settle_counterparts(marked, people)
    _settle_predecessors(marked)
    for each in marked:
        settle_company(each)
        settle_delegations(each)
        settle_rows(each)
    for person in people.people:
        person.settle_rank()
    settle_countries(marked, people, bodies, home, state_mentions(marked))


def _mark_the_rest(
    marked: list[MarkedSentence], people: PersonGroups, bodies: BodyGroups, known: Known
) -> None:
    """Mark what only the whole text makes plain: acronyms, surnames, parties to deals; and what the
    desk says."""
    for each in marked:
        mark_acronyms(each, bodies)
        mark_surnames(each, people)
        read_second_offices(each)
        if _is_shouted(each):
            continue
        if type(known) is not NothingKnown:
            mark_known_names(each, known.kind_of)
        mark_parties(each)
        for mark in each.marks():
            if mark.kind == "body" and mark.entity is None:
                text = each.text(mark.start, mark.end)
                mark.entity = bodies.add(each.sentence.index, mark, text)


def _is_short_of(short: str, marked: MarkedSentence, office: OfficeFacts) -> bool:
    """Say whether an acronym is that of an office and not that of the body behind it."""
    initials = "".join(token.low[0] for token in marked.tokens[office.core : office.end])
    letters = short.lower()
    if not (2 <= len(short) <= 8 and short[0].isupper() and letters[0] == initials[0]):
        return False
    words = iter(initials)
    return all(letter in words for letter in letters)


def _bracket_after(marked: MarkedSentence, office: OfficeFacts) -> int:
    """Return where the bracket stands that may hold an office's acronym."""
    at = office.head_end
    return at if at < len(marked.tokens) and marked.tokens[at].text == "(" else office.end


def _add_short_offices(marked: list[MarkedSentence]) -> None:
    """Read the acronyms that a text gives offices in brackets wherever they stand alone: "Coas"."""
    shorts: dict[str, OfficeFacts] = {}
    for each in marked:
        for office in each.offices:
            at = _bracket_after(each, office)
            if at + 2 < len(each.tokens) and each.tokens[at].text == "(":
                short = each.tokens[at + 1]
                if each.tokens[at + 2].text == ")" and _is_short_of(short.text, each, office):
                    shorts[short.text] = office
    if not shorts:
        return
    for each in marked:
        inside = {step for office in each.offices for step in range(office.start, office.end)}
        for at, token in enumerate(each.tokens):
            long = shorts.get(token.text)
            is_bracket = at > 0 and each.tokens[at - 1].text == "("
            if long is None or at in inside or is_bracket:
                continue
            each.offices.append(
                replace(long, start=at, end=at + 1, core=at, head_end=at + 1, is_new=False)
            )
        each.offices.sort(key=lambda office: office.start)


def _is_shouted(marked: MarkedSentence) -> bool:
    """Say whether a sentence is written in capitals, so that they show no names."""
    words = [token for token in marked.tokens if token.is_word and not token.is_number]
    capitals = sum(token.is_cap for token in words)
    uppers = sum(token.is_upper for token in words)
    return uppers > len(words) / 2 or (
        marked.sentence.is_headline and len(words) > 4 and capitals > 0.85 * len(words)
    )


def _group_people(
    marked: list[MarkedSentence], mentions: list[tuple[int, PersonMention]]
) -> PersonGroups:
    """Return the people of a text: full names first, so that headlines' surnames find them."""
    groups = PersonGroups()
    later: list[tuple[int, PersonMention]] = []
    for sentence, mention in mentions:
        if " " in mention.name:
            _attach(marked[sentence], groups, sentence, mention)
        else:
            later.append((sentence, mention))
    for sentence, mention in later:
        _attach(marked[sentence], groups, sentence, mention)
    for person in groups.people:
        person.mentions.sort(key=lambda pair: (pair[0], pair[1].start))
    return groups


def _attach(
    marked: MarkedSentence, groups: PersonGroups, sentence: int, mention: PersonMention
) -> None:
    person = groups.add(sentence, mention)
    mark = marked.mark_at[mention.start]
    if mark is not None and mark.kind == "person":
        if person is None:
            for step in range(mark.start, mark.end):
                marked.mark_at[step] = None
        mark.entity = person


def _settle_counterparts(marked: list[MarkedSentence], people: PersonGroups) -> None:
    """Give each named counterpart the office of whom the text names before."""
    for person in people.people:
        for sentence, mention in person.mentions:
            if not mention.is_counterpart or person.offices:
                continue
            before = _subject_before(marked[sentence], mention.start, people, person)
            before = before or _person_before(marked, sentence, mention.start, person)
            if before is not None and before.offices:
                office = next(
                    (each for each in before.offices if "foreign" in each.key()), before.offices[-1]
                )
                add_office(person, counterpart_office(office, mention.country))


def _settle_predecessors(marked: list[MarkedSentence]) -> None:
    """Give whom somebody succeeds the office that the successor is given: "He succeeds X"."""
    newest: PersonEntity | None = None
    for each in marked:
        marks = [mark for mark in each.marks() if mark.kind == "person" and mark.entity is not None]
        for mark in marks:
            before = each.tokens[max(0, mark.value.outer_start - 2) : mark.value.outer_start]
            follows = any(token.low in word_set("before_predecessors") for token in before)
            is_of_other = newest is not None and _names_other_office(each, mark, newest)
            if follows and newest is not None and newest is not mark.entity and not is_of_other:
                _hand_down(newest, mark.entity)
            elif any(office.is_new for office in mark.value.offices):
                newest = mark.entity


def _names_other_office(marked: MarkedSentence, mark: TextMark, newest: PersonEntity) -> bool:
    """Say whether a sentence tells of the office of another than who came into one last."""
    is_there = any(each.entity is newest for each in marked.marks() if each.kind == "person")
    return not is_there and any(office.start > mark.end for office in marked.offices)


def _hand_down(successor: PersonEntity, person: PersonEntity) -> None:
    office = next((each for each in successor.offices if each.is_new), None)
    if office is not None and not person.offices:
        person.country = person.country or successor.country
        person.offices.append(replace(office, is_new=False, is_outgoing=True))


def _subject_before(
    marked: MarkedSentence, at: int, people: PersonGroups, person: PersonEntity
) -> PersonEntity | None:
    """Return who holds the first office that a sentence names before a counterpart."""
    for office in marked.offices:
        if office.end <= at and not office.is_plural:
            owner = people.holder(office, marked.sentence.index)
            if owner is not None and owner is not person:
                return owner
    return None


def _person_before(
    marked: list[MarkedSentence], sentence: int, at: int, person: PersonEntity
) -> PersonEntity | None:
    for index in range(sentence, max(sentence - 4, -1), -1):
        marks = [mark for mark in marked[index].marks() if mark.kind == "person"]
        for mark in reversed(marks):
            is_before = index < sentence or mark.start < at
            if is_before and mark.entity is not None and mark.entity is not person:
                found: PersonEntity = mark.entity
                if found.offices:
                    return found
    return None


def _mark_office_holders(
    marked: list[MarkedSentence], people: PersonGroups, desk: HoldersOfDesk
) -> None:
    """Mark offices that stand alone with who holds them in the text, else on the desk: "COAS"."""
    for each in marked:
        used = {
            id(office)
            for mark in each.marks()
            if mark.kind == "person" and mark.value is not None
            for office in mark.value.offices
        }
        _mark_first(each)
        for office in each.offices:
            if id(office) in used or office.is_plural:
                continue
            if any(
                each.mark_at[step] is not None
                for step in range(office.head_end - 1, office.head_end)
            ):
                continue
            if office.former:
                continue
            holder = people.holder(office, each.sentence.index)
            if holder is None and not office.is_new:
                holder = desk.add(people, each, office)
            if holder is None:
                continue
            mention = PersonMention(
                each.text(office.start, office.end), office.core, office.end, office.start,
                office.end, is_bare=True,
            )  # fmt: skip
            if _is_first(each, office.start):
                holder.leads.append(each.sentence.index)
            each.put(TextMark("person", office.start, office.end, mention, holder))


_PRONOUNS = frozenset(("he", "she", "they", "it", "both", "we"))


def _mark_first(marked: MarkedSentence) -> None:
    """Note who a sentence begins with, whom "the minister" in the next means."""
    first = next((mark for mark in marked.marks() if mark.kind == "person"), None)
    person = first.entity if first is not None else None
    if first is not None and person is not None and _is_first(marked, first.value.outer_start):
        person.leads.append(marked.sentence.index)


def _is_first(marked: MarkedSentence, at: int) -> bool:
    """Say whether nobody is spoken of before a token and no preposition leads to it."""
    if any(office.is_plural and office.start < at for office in marked.offices):
        return False
    if any(mark.kind == "person" and mark.start < at for mark in marked.marks()):
        return False
    lows = [token.low for token in marked.tokens[:at]]
    while lows and lows[-1] in ("the", "his", "her", "its", "a", "an"):
        lows.pop()
    return not _PRONOUNS & set(lows) and (not lows or lows[-1] not in word_set("prepositions"))


class HoldersOfDesk:
    """Says by what the desk knows who held an office that a text names alone.

    "COAS visited in August" is asked for August, and where a sentence has no date for the day on
    which the text was published.
    """

    def __init__(self, plain: str, known: Known, home: str, published: date | None) -> None:
        self._plain = plain
        self._known = known
        self._home = home
        self._published = published
        self._days: dict[int, date | None] = {}  # of sentences

    def add(
        self, people: PersonGroups, marked: MarkedSentence, office: OfficeFacts
    ) -> PersonEntity | None:
        """Add the holder of an office to the people of the text; None where nobody is known.

        The office is not proposed: the desk has it, perhaps by another title.
        """
        country = office.country or ("" if office.organization else self._home)
        if type(self._known) is NothingKnown:
            return None
        index = marked.sentence.index
        if index not in self._days:
            self._days[index] = self._day_of(marked)
        day = self._days[index]
        if day is None or not (country or office.organization):
            return None
        name = self._known.holder_of(office.title, office.organization, country, day)
        if not name:
            return None
        mention = PersonMention(
            name, office.core, office.end, office.start, office.end,
            country=country, courtesy=office.title, is_bare=True, reasons=[REASON],
        )  # fmt: skip
        return people.add(marked.sentence.index, mention)

    def _day_of(self, marked: MarkedSentence) -> date | None:
        """Return the first day that a sentence tells of, else that of the publication."""
        sentence = marked.sentence
        for each in find_dates(self._plain, sentence.start, sentence.end, self._published):
            try:
                return date.fromisoformat(each.first)
            except ValueError:  # open, or far away
                continue
        return self._published
