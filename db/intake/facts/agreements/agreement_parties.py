"""Says whose an agreement is where its verb does not: the sides of the talks before, the two states
of the text, who receives a loan. `agreement_reading` asks it."""

from __future__ import annotations

from db.intake.facts.agreements.agreement_acts import (
    STATE_ORGANS,
    party_names,
    states_of,
)
from db.intake.facts.agreements.agreement_forms import (
    sides_of_text,
)
from db.intake.facts.agreements.agreement_merge import MONEY, AgreementDraft
from db.intake.facts.grammar.noun_sides import NounSides
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import (
    Participants,
    no_participants,
)
from db.intake.lexicons.tokens import find_token


def take_sides_before(read: ReadSentence, draft: AgreementDraft) -> None:
    """Take the sides of the talks before: "Three agreements were signed"."""
    sides = states_of(read.sides)
    if len(sides.countries) > 2 and not sides.bodies:
        return  # of more than two it is not known who signed
    if draft.type == "joint statement" and len(sides.countries) < 2:
        sides = read.pair
    if len(sides.countries) + len(sides.bodies) > 1:
        draft.doers.add(sides)
        draft.reasons.append("the sides of the talks before")


def _take_home(read: ReadSentence, draft: AgreementDraft) -> None:
    """Let the state that a text is written from receive what a body lends or gives to nobody else
    that is named."""
    giver_body = draft.doers.bodies[0]
    is_abroad = giver_body.country != read.home and giver_body.type in _LENDERS
    if read.home and is_abroad:
        draft.doers.countries.append(read.home)
        draft.reasons.append("given to the state that the text is written from")


def _take_other_state(read: ReadSentence, draft: AgreementDraft) -> None:
    """Let the other of the two states that a text is about receive what one lends or gives."""
    sides = sides_of_text(read).countries
    if draft.doers.countries[0] in sides and len(sides) == MIN_STATES:
        draft.doers.countries += [code for code in sides if code not in draft.doers.countries]
        draft.reasons.append("given to the other state of the text")


MIN_STATES = 2
_LENDERS = frozenset(("bank", "international body", ""))


def _complete_parties(read: ReadSentence, draft: AgreementDraft) -> None:
    """Let a treaty that nobody is said to have made be one of the two states of the text."""
    is_made = draft.status in ("signed", "in force", "ratified")
    is_of_organ = len(draft.parties) == 1 and bool(STATE_ORGANS.search(draft.parties[0]))
    if (
        (draft.parties and not is_of_organ)
        or not is_made
        or not (draft.is_proper or draft.type in _OF_STATES)
    ):
        return
    before = read.marked.tokens[: find_token(read.marked.tokens, draft.start)][-DEFINITE_TOKENS:]
    if not draft.is_proper and any(token.low in ("the", "this") for token in before):
        return  # "The original agreement was signed in 2021" is that of others
    sides = sides_of_text(read)
    if len(sides.countries) > 1:
        draft.doers.add(sides)
        draft.parties = party_names(draft.doers)
        draft.reasons.append("the two states of the text")


DEFINITE_TOKENS = 3
_OF_STATES = frozenset(("treaty", "protocol", "convention", "agreement", "trade deal"))


def _is_agreed(read: ReadSentence, act: tuple[int, int, str]) -> bool:
    return act[0] >= 0 and read.units[act[0]].low in ("agreed", "agree", "agrees")


def _ceasefire_sides(between: Participants, doers: Participants, is_agreed: bool) -> Participants:
    """Return between whom a ceasefire is: two states that agree, never who announces it."""
    if len(between) > 1:
        return between
    states = [] if not is_agreed else states_of(doers).countries
    return Participants([], [], list(states), []) if len(states) > 1 else no_participants()


def is_between_bodies(sides: NounSides) -> bool:
    """Say whether "between" names all the parties, so that who signs only signs."""
    return len(sides.between) > 1 and not sides.between.people


def take_parties(
    read: ReadSentence, draft: AgreementDraft, sides: NounSides, act: tuple[int, int, str]
) -> None:
    """Give a draft its parties by name, from who does it, else from what the text tells before."""
    parties = draft.doers if not is_between_bodies(sides) else sides.between
    if draft.type == "ceasefire" and draft.status != "signed":
        parties = _ceasefire_sides(sides.between, draft.doers, _is_agreed(read, act))
    is_money = draft.type in MONEY
    if is_money and draft.is_act and len(draft.doers.bodies) == len(draft.doers) == 1:
        _take_home(read, draft)
    is_of_one = len(draft.doers.countries) == len(draft.doers) == 1
    if is_money and draft.is_act and is_of_one and not read.marked.sentence.is_headline:
        _take_other_state(read, draft)
    draft.parties = party_names(parties)
    if draft.is_act and len(draft.parties) < 2 and not (is_money or draft.is_told_before):
        _complete_parties(read, draft)
