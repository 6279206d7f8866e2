"""The numbered sources of one sheet: which note backs which field, and where sources disagree.

Every form makes one for its record, asks it for the marks of each field, and closes with its
endnotes; what to verify first is read from it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from db import Citation, Source, fact_text
from desktop.paper.content.blocks import (
    Endnotes,
    Line,
    Run,
    italic,
    runs,
    split_note_marks,
    with_field,
)
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.field_lines import join_lines
from desktop.paper.sections.print_phrases import date_phrase, proper_date

WHOLE = ""  # the field of a citation that stands for the whole record
MAX_PASSAGE_LETTERS = 600  # letters of a passage that an endnote quotes
DISPUTES = "disputes"
MAX_PASSAGES = 300  # of other records than the sheet's own


Key = tuple[int, str, str]
Passage = tuple[str, str, str, str, str]


@dataclass(slots=True)
class _Entry:
    """One source: its number, what is quoted from it, and what there was no room to quote."""

    number: int
    source: Source
    path: str = ""  # of the citation that names it first, where that is the sheet's own
    citations: dict[Passage, tuple[str, str, Citation]] = field(default_factory=dict)
    left_out: set[Passage] = field(default_factory=set)


class Sources:
    """The sources of one sheet, numbered from 1 in the order in which they are first named.

    Other records than the sheet's own (`about` names them) may bring thousands of passages; those
    beyond the most that a sheet has room for are counted.
    """

    def __init__(self) -> None:
        self._entries: dict[Key, _Entry] = {}
        self._room = MAX_PASSAGES

    def __len__(self) -> int:
        return len(self._entries)

    def take(self, citations: Iterable[Citation], about: str = "") -> None:
        """Number what is cited; the same passage is told once."""
        for at, each in enumerate(citations):
            path = "" if about else f"citations[{at}]"
            key = _key(each.source)
            entry = self._entries.get(key)
            if entry is None:
                entry = self._entries[key] = _Entry(len(self._entries) + 1, each.source, path)
            name = (about, each.field, each.passage, each.stance, each.confidence)
            if name in entry.citations or not _says(each, about):
                continue
            if about and self._room <= 0:
                entry.left_out.add(name)
                continue
            self._room -= bool(about)
            entry.citations[name] = (about, path, each)

    def number(self, citation: Citation) -> int:
        """Return the number of a citation's source."""
        return self._entries[_key(citation.source)].number

    def numbers(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """Return the numbers of the sources of some citations, each once."""
        return tuple(dict.fromkeys(self.number(each) for each in citations))

    def endnotes(self) -> Endnotes:
        """Return the sources with their passages."""
        return Endnotes([(each.number, tuple(_endnote(each))) for each in self._entries.values()])


def _says(citation: Citation, about: str) -> bool:
    """Say whether an endnote has more to tell than the source; of other records what is quoted."""
    disputed = citation.stance == DISPUTES
    return bool(citation.passage or disputed or (citation.confidence and not about))


class Citing:
    """The citations of one record; several records on one sheet are given the same `register`.

    `about` is the record's name where the sheet is not its own.
    """

    def __init__(
        self, citations: Sequence[Citation], register: Sources | None = None, about: str = ""
    ) -> None:
        self.citations = tuple(citations)
        self.register = Sources() if register is None else register
        self.register.take(self.citations, about)

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of the record's own sources."""
        return self.register.numbers(self.citations)

    @property
    def is_alone(self) -> bool:
        """Whether the sheet has no other sources than those of this record."""
        return len(self.register) == len(self.sources)

    def number(self, citation: Citation) -> int:
        """Return the number of a citation's source."""
        return self.register.number(citation)

    def of(self, *fields: str) -> tuple[Citation, ...]:
        """Return the citations of one of these fields."""
        return tuple(each for each in self.citations if each.field in fields)

    def notes(self, *fields: str) -> tuple[int, ...]:
        """Return the numbers of the sources of one of these fields."""
        return self.register.numbers(self.of(*fields))

    def mark(self, line: Line, *fields: str) -> Line:
        """Return a line with the marks of the sources of its fields after it."""
        return add_note_marks(line, self.notes(*fields))

    def disputed_fields(self) -> dict[str, tuple[Citation, ...]]:
        """Return the fields of which a source says otherwise, each with all its citations."""
        names = dict.fromkeys(each.field for each in self.citations if each.stance == DISPUTES)
        return {name: self.of(name) for name in names}


def add_note_marks(line: Line, numbers: Sequence[int]) -> Line:
    """Return a line with the numbers of its sources after it.

    >>> add_note_marks("1950", ()), [run.note for run in add_note_marks("1950", (2,))]
    ('1950', [None, 2])
    """
    return (*runs(line), *_marks(tuple(numbers))) if numbers else line


@lru_cache(maxsize=1024)
def _marks(numbers: tuple[int, ...]) -> tuple[Run, ...]:
    return split_note_marks("", *numbers)


def _key(source: Source) -> tuple[int, str, str]:
    return (source.id, source.uid, "" if source.id or source.uid else source.title)


def _endnote(entry: _Entry) -> Iterator[Run]:
    """Yield a source as it is quoted, then what was taken from it, each with the fact it backs."""
    source, left_out = entry.source, len(entry.left_out)
    path = f"{entry.path}.source" if entry.path else ""
    title = f"“{isolate(source.title)}”" if source.title else "Source without a title"
    details = join_lines(
        [
            _source_text(title, path, "title"),
            _source_text(source.author, path, "author"),
            _source_text(source.publisher, path, "publisher"),
            _source_text(date_phrase(proper_date(source.published)), path, "published"),
        ]
    )
    yield from details
    yield Run(".")
    before = ""
    for about, cited_at, each in entry.citations.values():
        if about != before:  # each record on a line of its own
            yield Run("\n")
            yield italic(f"{isolate(about)}:")
            before = about
        yield from _citation_runs(each, cited_at)
    if left_out:
        yield italic(f"\n{left_out:,} more passages stand on the sheets of their records.")
    if source.url and source.url != source.title:
        yield Run(" ")
        yield Run(source.url, direction="ltr", field=f"{path}.url" if path else "")


def _source_text(text: str, path: str, name: str) -> tuple[Run, ...]:
    return with_field(text, f"{path}.{name}" if path else "")


def _citation_runs(citation: Citation, path: str) -> Iterator[Run]:
    against = f"{DISPUTES} this" if citation.stance == DISPUTES else ""
    confidence = _source_text(citation.confidence, path, "confidence")
    remark = join_lines([confidence, _source_text(against, path, "stance")])
    backs = fact_text(citation.field)
    yield Run(" ")
    if backs:
        yield from with_field(italic(f"{backs}: "), f"{path}.field" if path else "")
    if citation.passage:
        passage = f"“{isolate(shorten_passage(citation.passage.strip()))}”"
        yield from _source_text(passage, path, "passage")
    if remark and citation.passage:
        yield from (Run(" ("), *remark, Run(")."))
    else:
        yield from (*remark, Run("."))


def shorten_passage(passage: str, limit: int = MAX_PASSAGE_LETTERS) -> str:
    """Return a passage cut between words where it is longer than paper has room for.

    >>> shorten_passage("one two three", 9)
    'one two…'
    """
    if len(passage) <= limit:
        return passage
    return f"{passage[:limit].rsplit(maxsplit=1)[0]}…"
