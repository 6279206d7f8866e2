"""The numbered sources of one sheet: which note backs which field, and where sources disagree.

Every form makes one for its record, asks it for the marks of each field, and closes with its
endnotes; what to verify first is read from it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db import Citation, Source
from desktop.paper.blocks import Endnotes, Line, Run, italic, noted, runs
from desktop.paper.forms.phrases import capital, joined, spoken

WHOLE = ""  # the field of a citation that stands for the whole record
LONGEST_PASSAGE = 600  # letters of a passage that an endnote quotes
DISPUTES = "disputes"


Numbers = dict[tuple[int, str, str], int]
"""The number of each source of a sheet; records that stand on one sheet share it."""


class Citing:
    """The citations of a record, its sources numbered from 1 in their order.

    Several records on one sheet are given the same `numbers`, and go on counting.
    """

    def __init__(self, citations: Sequence[Citation], numbers: Numbers | None = None) -> None:
        self.citations = tuple(citations)
        self._numbers: Numbers = {} if numbers is None else numbers
        for citation in self.citations:
            self._numbers.setdefault(_key(citation.source), len(self._numbers) + 1)

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of the record's own sources."""
        return tuple(dict.fromkeys(self.number(each) for each in self.citations))

    def number(self, citation: Citation) -> int:
        """The number of a citation's source."""
        return self._numbers[_key(citation.source)]

    def of(self, *fields: str) -> tuple[Citation, ...]:
        """The citations of one of these fields."""
        return tuple(each for each in self.citations if each.field in fields)

    def notes(self, *fields: str) -> tuple[int, ...]:
        """The numbers of the sources of one of these fields."""
        return tuple(dict.fromkeys(self.number(each) for each in self.of(*fields)))

    def mark(self, line: Line, *fields: str) -> Line:
        """A line with the marks of the sources of its fields after it."""
        numbers = self.notes(*fields)
        return (*runs(line), *noted("", *numbers)) if numbers else line

    def disputed(self) -> dict[str, tuple[Citation, ...]]:
        """The fields of which a source says otherwise, each with all its citations."""
        fields = dict.fromkeys(each.field for each in self.citations if each.stance == DISPUTES)
        return {field: self.of(field) for field in fields}

    def endnotes(self) -> Endnotes:
        """The sources with their passages."""
        rows: list[tuple[int, Line]] = []
        for key, number in self._numbers.items():
            cited = [each for each in self.citations if _key(each.source) == key]
            if cited:
                rows.append((number, tuple(_endnote(cited))))
        return Endnotes(rows)


def _key(source: Source) -> tuple[int, str, str]:
    return (source.id, source.uid, "" if source.id or source.uid else source.title)


def _endnote(cited: Sequence[Citation]) -> Iterator[Run]:
    """A source as it is quoted, then what was taken from it, each with the fact it backs."""
    source = cited[0].source
    said = joined([source.author, source.publisher, spoken(source.published)])
    yield Run(f"“{source.title}”" if source.title else "Source without a title")
    yield Run(f", {said}." if said else ".")
    for each in cited:
        yield from _taken(each)
    if source.url:
        yield Run(f" {source.url}", direction="ltr")


def _taken(citation: Citation) -> Iterator[Run]:
    against = f"{DISPUTES} this" if citation.stance == DISPUTES else ""
    remark = joined([citation.confidence, against])
    field = field_name(citation.field)
    if not (citation.passage or remark):
        return
    yield Run(" ")
    if field:
        yield italic(f"{field}: ")
    if citation.passage:
        yield Run(f"“{shortened(citation.passage.strip())}”")
    yield Run(f" ({remark})." if remark and citation.passage else f"{remark}.")


def shortened(passage: str, limit: int = LONGEST_PASSAGE) -> str:
    """A passage cut between words where it is longer than paper has room for.

    >>> shortened("one two three", 9)
    'one two…'
    """
    if len(passage) <= limit:
        return passage
    return f"{passage[:limit].rsplit(maxsplit=1)[0]}…"


_NAMES = {
    "tenures": "Offices",
    "tenure": "Office",
    "start": "Date",
    "in_force": "Entry into force",
    "in_force_clause": "Entry into force",
    "initiated_by": "Who asked",
}


def field_name(field: str) -> str:
    """A field of a record as paper calls it; a part that is named by its uid by its kind.

    >>> field_name("tenures"), field_name("notice_period"), field_name("tenure 7Q"), field_name("")
    ('Offices', 'Notice period', 'Office', '')
    """
    plain = field.split(" ")[0]
    return _NAMES.get(plain) or capital(plain.replace("_", " "))
