"""What clauses say of agreements, and one draft of all that tell of the same one; `agreements`
makes them."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.intake.facts.grammar.units import Participants, no_participants
from db.intake.proposals import ProposedValue
from db.intake.text.date_words import DateMention

#: How many agreements back the same agreement is looked for.
MAX_AGREEMENTS_BACK = 40
#: How many sentences back "the agreement" was told.
MAX_SENTENCES_BACK = 3


_STATUS_ORDER = ("", "planned", "announced", "signed", "ratified", "in force")


#: Kinds that are agreements only once somebody signs or adopts them.
STATEMENTS = frozenset(("joint statement", "declaration", "charter", "arrangement", "convention"))


#: Kinds that are nothing without a sum.
MONEY = frozenset(("loan", "grant"))


@dataclass(slots=True)
class AgreementDraft:
    """What one clause says of an agreement."""

    type: str
    sentence: int
    start: int
    end: int
    title: str
    status: str
    parties: list[str] = field(default_factory=list)
    doers: Participants = field(default_factory=no_participants)
    subject: str = ""
    value: ProposedValue | None = None
    date: DateMention | None = None
    confidence: float = 0.7
    reasons: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    is_reference: bool = False
    is_act: bool = False
    is_plural: bool = False
    is_proper: bool = False
    is_negotiated: bool = False  # nobody signs yet
    is_list: bool = False  # several, each of which is told by itself
    is_item: bool = False  # one of several
    is_told_before: bool = False  # "The agreement was signed by X": no other than the one before
    was_signed: bool = False  # whatever came of it since
    is_headline: bool = False
    act_at: int = -1  # where in the text its verb stands
    sides_end: int = -1  # the unit behind those who stand at its noun
    signed_on: DateMention | None = None


def merge_agreements(drafts: list[AgreementDraft]) -> list[AgreementDraft]:
    """Return one draft per agreement; references bring what they say to the one before."""
    merged: list[AgreementDraft] = []
    for draft in drafts:
        same = _same_agreement(draft, merged)
        if same is not None:
            _merge(same, draft)
        elif (
            not draft.is_reference
            or (draft.parties and draft.value is not None)
            or (draft.parties and draft.status == "signed")
        ):
            merged.append(draft)
    return [
        each for each in merged
        if each.parties and not each.is_reference and not each.is_list
        and not (each.is_plural and (len(each.parties) < 2 or _is_told_singly(each, merged)))
        and not (each.type == "exchange of notes" and len(each.parties) < 2)
    ]  # fmt: skip


def _is_told_singly(several: AgreementDraft, merged: list[AgreementDraft]) -> bool:
    """Say whether the text tells one by one of what a headline calls agreements."""
    if several.subject or several.value is not None:
        return False
    single = [
        each for each in merged
        if not each.is_plural and not each.is_reference and each.status == several.status
        and set(each.parties) == set(several.parties)
    ]  # fmt: skip
    return len(single) > 1


def _same_agreement(draft: AgreementDraft, merged: list[AgreementDraft]) -> AgreementDraft | None:
    """Return the agreement found before that a clause tells of again."""
    if draft.is_item:
        return None
    for old in reversed(merged[-MAX_AGREEMENTS_BACK:]):
        gap = draft.sentence - old.sentence
        if draft.type == "document":
            if gap <= 4:
                return old
        elif draft.is_told_before and not old.is_plural:
            is_near = gap <= MAX_SENTENCES_BACK and _is_compatible(draft.type, old.type)
            is_near = is_near or (gap <= 2 and draft.title.lower() in _PLAIN_TITLES)
            if is_near and not _is_of_other_states(draft, old):
                return old
        elif draft.is_reference and not draft.parties:
            if gap <= MAX_SENTENCES_BACK and _is_compatible(draft.type, old.type):
                return _of_very_kind(draft, merged) or old
        elif _is_of_headline(draft, old, gap) or (
            _is_compatible(draft.type, old.type) and _is_told_again(old, draft, gap)
        ):
            return old
    return None


def _is_same(draft: AgreementDraft, old: AgreementDraft, gap: int) -> bool:
    if _is_of_headline(draft, old, gap):
        return True
    return _is_compatible(draft.type, old.type) and _is_told_again(old, draft, gap)


#: What an agreement of any kind is called when it is spoken of again.
_PLAIN_TITLES = frozenset(("deal", "agreement", "accord", "pact", "document", "agreements"))
HEADLINE_SENTENCES = 4


def _is_of_headline(draft: AgreementDraft, old: AgreementDraft, gap: int) -> bool:
    """Say whether a text tells what its headline told: the same sum, or all of the same parties
    with nothing else said of it there."""
    if not old.is_headline or draft.is_headline or gap > HEADLINE_SENTENCES:
        return False
    if old.type == "document":
        return False
    if old.type == draft.type and len(old.parties) < 2 and gap <= 2:
        return True  # "Bhutan secures $50 million loan"
    if old.value is not None and draft.value is not None:
        return old.value.amount == draft.value.amount and old.value.currency == draft.value.currency
    is_same = bool(set(old.parties) & set(draft.parties))
    is_bare = not old.subject or old.subject in old.title.lower()
    return is_same and is_bare and old.value is None


def _of_very_kind(draft: AgreementDraft, merged: list[AgreementDraft]) -> AgreementDraft | None:
    """Return the last agreement near a reference that is called just as it: "The agreement is on
    visas", where "one agreement and five memoranda" were signed."""
    for old in reversed(merged):
        if draft.sentence - old.sentence > MAX_SENTENCES_BACK:
            break
        if old.type == draft.type and old.is_plural == draft.is_plural:
            return old
    return None


def _is_of_other_states(one: AgreementDraft, other: AgreementDraft) -> bool:
    """Say whether two agreements are between states none of which is a party to both."""
    are_states = not one.doers.bodies and not other.doers.bodies
    is_told = min(len(one.parties), len(other.parties)) > 1
    return are_states and is_told and not set(one.parties) & set(other.parties)


def _is_told_again(old: AgreementDraft, draft: AgreementDraft, gap: int) -> bool:
    if draft.is_proper and old.is_proper:
        return draft.title.lower() == old.title.lower()
    mine, theirs = set(draft.parties), set(old.parties)
    common = mine & theirs
    if not common or _are_of_other_days(old, draft) or _are_of_other_sums(old, draft):
        return False
    if not ((mine <= theirs or theirs <= mine) and gap <= 6):
        # "Pakistan … agreement with X", then "Y inks MoU with X": the body stands for its state
        return old.is_reference and gap <= 4
    is_other_subject = not _is_near(old.subject, draft.subject)
    is_reference = old.is_reference or draft.is_reference
    if is_other_subject and old.title.lower() != draft.title.lower() and not is_reference:
        return False
    return old.is_plural == draft.is_plural or draft.is_reference


def _are_of_other_days(one: AgreementDraft, other: AgreementDraft) -> bool:
    """Say whether two agreements were signed on days of their own."""
    if one.date is None or other.date is None or not (one.is_act and other.is_act):
        return False
    if one.status != "signed" or other.status != "signed":
        return False
    return one.date.last < other.date.first or other.date.last < one.date.first


def _are_of_other_sums(one: AgreementDraft, other: AgreementDraft) -> bool:
    """Say whether two agreements are each worth a sum of its own."""
    if one.value is None or other.value is None or one.value.currency != other.value.currency:
        return False
    return one.value.amount != other.value.amount


def _is_compatible(one: str, other: str) -> bool:
    return one == other or ("agreement" in (one, other) and not {one, other} & STATEMENTS)


def _is_near(one: str, other: str) -> bool:
    first = {word for word in one.lower().split() if len(word) > 3} - _PLAIN_WORDS
    second = {word for word in other.lower().split() if len(word) > 3} - _PLAIN_WORDS
    return not first or not second or bool(first & second)


#: Words of subjects that make no two agreements one; a loan agreement is no other loan.
_PLAIN_WORDS = frozenset((
    "loan", "loans", "grant", "financing", "cooperation", "co-operation", "collaboration",
    "strengthen", "strengthening", "promote", "promotion", "bilateral", "mutual", "joint", "field",
    "fields", "area", "areas", "region", "sector", "sectors", "development", "between",
))  # fmt: skip


def _merge(old: AgreementDraft, new: AgreementDraft) -> None:
    old.spans += new.spans
    if new.type == "document":
        if new.was_signed and len(new.doers):
            _take_signers(old, new)
            old.was_signed = old.is_act = True
            old.signed_on = new.date or old.signed_on
        else:
            old.doers.add(new.doers)
        old.value, old.date = old.value or new.value, old.date or new.date
        return
    if old.is_reference and not new.is_reference:
        old.type, old.title, old.is_act = new.type, new.title, new.is_act
        if not set(new.parties) <= set(old.parties):
            old.parties = new.parties
            old.doers = new.doers
        old.is_reference = False
        old.start, old.end, old.sentence = new.start, new.end, new.sentence
        old.subject = new.subject or old.subject
        old.confidence = max(old.confidence, new.confidence)
        old.is_plural = new.is_plural
    elif new.is_told_before:
        _take_signers(old, new)
        old.signed_on, old.was_signed = new.date or old.signed_on, True
    elif not new.is_reference:
        _take_parties(old, new)
    _take_from_text(old, new)
    if new.type != "agreement" and old.type == "agreement" and not new.is_reference:
        old.type = new.type
        if not old.is_proper:
            old.title = new.title
    if new.is_proper and not old.is_proper:
        old.title, old.is_proper = new.title, True
    is_plain = old.subject in ("loan", "grant", "financing", "credit", "framework")
    old.subject = new.subject if is_plain and new.subject else old.subject or new.subject
    old.value = old.value or new.value
    old.date = old.date or new.date
    if _STATUS_ORDER.index(new.status) > _STATUS_ORDER.index(old.status):
        old.status = new.status
    old.is_act = old.is_act or new.is_act
    old.reasons += [reason for reason in new.reasons if reason not in old.reasons]


def _take_from_text(old: AgreementDraft, new: AgreementDraft) -> None:
    """Let what the text says stand for what its headline said."""
    if not old.is_headline or new.is_headline or new.is_reference:
        return
    old.is_headline, old.value = False, new.value or old.value
    old.sentence, old.start, old.end = new.sentence, new.start, new.end
    old.subject = new.subject or old.subject
    if len(new.parties) > 1:
        old.parties, old.doers = list(new.parties), new.doers


def _take_parties(old: AgreementDraft, new: AgreementDraft) -> None:
    for party in new.parties:
        if party not in old.parties:
            old.parties.append(party)
    old.doers.add(new.doers)


def _take_signers(old: AgreementDraft, new: AgreementDraft) -> None:
    """Let those sign who are named, else those too; between whom it is stays as it was told."""
    old.doers = new.doers if new.doers.people else old.doers
    old.doers.add(new.doers)
