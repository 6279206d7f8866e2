"""Which agreement or event of the desk a proposed one is: by who is in it, its type and its day.

Whoever took part is matched first; `matcher` hands over who they are.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from db.dates import HistoricalDate
from db.intake.matching.match import MAX_OFFERED, NO_MATCH, DeskMatch, LikelyRecord
from db.intake.matching.near_names import ids_called_nearly
from db.intake.proposals import AgreementFields, EventFields
from db.lens import Lens
from db.names import fold
from db.names.likeness.alike import alike
from db.reader import Reader
from db.record_types import Agreement, Event, Record

MAX_HITS = 40  # records of each question that are looked at
MAX_ASKED = 12  # of those that took part
MAX_CALLED_SO = 5  # records of each question by the title that are looked at
SAME_TITLE = 0.95
#: Types that different texts call the one and the same thing.
_ALIKE_TYPES = (
    frozenset(("memorandum of understanding", "agreement", "letter of intent", "arrangement")),
    frozenset(("agreement", "treaty", "trade deal", "contract", "investment", "loan")),
    frozenset(("declaration", "joint statement")),
    frozenset(("meeting", "negotiation", "conference", "summit")),
)


@dataclass(frozen=True, slots=True)
class _JudgedRecord:
    record: Record
    points: int
    is_certain: bool
    why: str

    def candidate(self) -> LikelyRecord:
        return LikelyRecord(self.record.id, self.record.uid, self.record.title, self.why)


def match_agreement(
    reader: Reader, proposed: AgreementFields, parties: Collection[int], lens: Lens
) -> DeskMatch:
    """Say which agreement a proposed one is; `parties` are the records that are its parties."""
    ids = _ids_with(reader, "agreement", parties, proposed.date, lens)
    ids += ids_called_nearly(reader, "agreement", proposed.title, lens, MAX_CALLED_SO)
    found = reader.records("agreement", list(dict.fromkeys(ids)), lens).values()
    judged = [_judge_agreement(proposed, set(parties), each) for each in found]
    return _best([each for each in judged if each is not None])


def match_event(
    reader: Reader, proposed: EventFields, participants: Collection[int], lens: Lens
) -> DeskMatch:
    """Say which event a proposed one is; `participants` are the records that took part."""
    ids = _ids_with(reader, "event", participants, proposed.date, lens)
    found = reader.records("event", list(dict.fromkeys(ids)), lens).values()
    judged = [_judge_event(proposed, set(participants), each) for each in found]
    return _best([each for each in judged if each is not None])


def _best(judged: list[_JudgedRecord]) -> DeskMatch:
    if not judged:
        return NO_MATCH
    judged.sort(key=lambda each: (each.is_certain, each.points), reverse=True)
    rivals = [each for each in judged[1:] if each.is_certain and each.points >= judged[0].points]
    candidates = tuple(each.candidate() for each in judged[:MAX_OFFERED])
    return DeskMatch(candidates, judged[0].is_certain and not rivals)


def _ids_with(
    reader: Reader, kind: str, who: Collection[int], edtf: str | None, lens: Lens
) -> list[int]:
    """Return records of a kind in which these records are and whose day may be the one given."""
    days = _days(HistoricalDate.parse(edtf) if edtf else None)
    return reader.ids_with(kind, list(who)[:MAX_ASKED], days, lens, MAX_HITS)


def _is_same_type(one: str, other: str) -> bool:
    return (
        not one or not other or one == other or any({one, other} <= each for each in _ALIKE_TYPES)
    )


def _days(date: HistoricalDate | None) -> tuple[str, str]:
    if date is None:
        return "", ""
    return date.first or "0001-01-01", date.last or "9999-12-31"


def _meet(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Say whether two dates may be one; one that is not known may be any."""
    if not ours[0] or not theirs[0]:
        return True
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _judge_agreement(
    proposed: AgreementFields, parties: set[int], known: Record
) -> _JudgedRecord | None:
    if not isinstance(known, Agreement):
        return None
    ours = _days(HistoricalDate.parse(proposed.date) if proposed.date else None)
    theirs = _days(known.concluded)
    likeness = alike(proposed.title, known.title, "agreement").score
    shared = parties & {party.who.id for party in known.parties if party.who}
    words = _telling(f"{proposed.subject} {proposed.title}", proposed.parties)
    about = words & _telling(f"{known.title} {known.summary}", proposed.parties)
    if not _meet(ours, theirs) or not _is_same_type(proposed.type, known.kind):
        return None
    if likeness < SAME_TITLE and (not shared or not about):
        return None
    is_all = bool(shared) and len(shared) == len(known.parties) == len(proposed.parties)
    is_dated = bool(ours[0] and theirs[0])
    is_certain = is_dated and (is_all or (likeness >= SAME_TITLE and bool(shared)))
    why = ", ".join(
        filter(None, ("the same parties" if is_all else "", f"about {min(about)}" if about else ""))
    )
    return _JudgedRecord(
        known, len(shared) + len(about), is_certain and bool(about), why or "the title"
    )


def _telling(text: str, names: Collection[str]) -> set[str]:
    """Return the words that tell what an agreement is about."""
    name_words = {word for name in names for word in fold(name).split()}
    plain = {
        "agreement", "memorandum", "understanding", "between", "signed", "cooperation", "treaty",
        "declaration", "joint", "statement", "protocol", "about", "with", "memorandums", "million",
        "billion", "from", "their", "deal", "contract", "loan",
    }  # fmt: skip
    return {word for word in fold(text).split() if len(word) > 3} - name_words - plain


def _judge_event(proposed: EventFields, who: set[int], known: Record) -> _JudgedRecord | None:
    if not isinstance(known, Event):
        return None
    date = HistoricalDate.parse(proposed.date) if proposed.date else None
    ours, theirs = _days(date), _days(known.start)
    if known.start and known.end:
        theirs = theirs[0], _days(known.end)[1]
    if not _meet(ours, theirs) or not _is_same_type(proposed.type, known.kind):
        return None
    present = {each.who.id for each in known.participants if each.who}
    shared = who & present
    if len(shared) < min(2, len(who), len(present)) or not shared:
        return None
    is_same_day = bool(date and known.start) and (
        (ours[0] == ours[1] and ours == theirs)
        or (date.edtf if date else "") == (known.start.edtf if known.start else "-")
    )
    is_everybody = who == present or (len(shared) > 1 and shared in (who, present))
    why = f"{len(shared)} of those who took part{', the same day' if is_same_day else ''}"
    return _JudgedRecord(known, len(shared) + is_same_day, is_same_day and is_everybody, why)
