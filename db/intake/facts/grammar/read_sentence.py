"""A sentence as facts are read off it: its units, what the sentences before leave for it, and where
its clauses begin and end. Whatever reads verbs, nouns and agreements is handed one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    no_participants,
)
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.marks import MarkedSentence
from db.intake.mentions.person_groups import PersonEntity
from db.intake.text.date_words import DateMention


@dataclass(slots=True)
class ReadSentence:
    """A sentence as units, with what the sentences before leave for it."""

    marked: MarkedSentence
    units: list[SentenceUnit]
    dates: list[DateMention]
    text: str
    subject: Participants = field(default_factory=no_participants)  # of the sentence before
    sides: Participants = field(default_factory=no_participants)  # of the event before
    people: list[PersonEntity] = field(default_factory=list)  # named before, the last at the end
    here: SentenceUnit | None = None  # the place of the dateline
    published: date | None = None  # the day of writing
    home: str = ""  # the state that the text is written from
    pair: Participants = field(default_factory=no_participants)  # the two states of the text
    rivals: Participants = field(default_factory=no_participants)  # of the conflict before
    segments: list[tuple[int, int]] = field(default_factory=list)  # of each unit, once asked for

    def is_boundary(self, at: int) -> bool:
        """Say whether a clause of its own begins at a unit."""
        return self.units[at].kind == "word" and self.units[at].low in word_set("boundaries")


def segment_of(read: ReadSentence, at: int) -> tuple[int, int]:
    """Return from where to where the clause round a unit goes."""
    if not read.segments:
        read.segments.extend(_segments(read))
    return read.segments[at]


def _segments(read: ReadSentence) -> Iterator[tuple[int, int]]:
    """Yield for each unit from where to where its clause goes."""
    starts = [0, *(at for at in range(1, len(read.units)) if read.is_boundary(at))]
    starts = sorted({*starts, *_ends_of_relatives(read, starts)})
    for start, end in zip(starts, [*starts[1:], len(read.units)], strict=True):
        for _ in range(start, end):
            yield start, end


def _ends_of_relatives(read: ReadSentence, starts: list[int]) -> Iterator[int]:
    """Yield where the main clause goes on behind "X, who arrived on Monday, was received by"."""
    units = read.units
    for begin, end in zip(starts, [*starts[1:], len(units)], strict=True):
        if begin < 2 or units[begin].low not in ("who", "which") or units[begin - 1].low != ",":
            continue
        for at in range(begin + 2, end - 1):
            after = units[at + 1]
            is_verb = after.low in word_set("irregular_past") or after.low in (
                "will",
                "would",
                "is",
            )
            if units[at].low == "," and after.low == "and" and at + 2 < end:
                after = units[at + 2]  # "which is due in 2025, and witnessed the signing"
                if after.low.endswith("ed") or after.low in word_set("irregular_past"):
                    yield at
                    break
                continue
            if units[at].low == "," and after.kind == "word" and is_verb:
                yield at
                break
