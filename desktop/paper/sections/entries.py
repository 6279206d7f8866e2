"""Events and agreements as entries of a chronology: when, what, who was there as what, from where.

Every form that tells of other records in order of time asks it: contacts, agreements, chronologies
and briefs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from db import Citation, Lens, Line, Record, Ref
from desktop.paper.content.blocks import Entry, Run, plain
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_label, open_sentence
from desktop.paper.content.isolates import isolate, isolate_each
from desktop.paper.sections.citing import Sources, add_note_marks
from desktop.paper.sections.field_lines import join_lines
from desktop.paper.sections.print_phrases import join_parts, span
from desktop.paper.sections.sheet_context import (
    SheetFacts,
    is_closed,
    last_day,
    name_run,
    named_line,
    title_on,
)

_WHOLE: Final = ("", "title", "names", "country")
SUPPORTED: Final = {
    "person": (*_WHOLE, "tenures", "tenure"),
    "organization": (*_WHOLE, "kind", "acronym"),
    "agreement": (*_WHOLE, "kind", "stage", "concluded", "in_force", "terminated", "provisional",
                  "parties"),
    "event": (*_WHOLE, "kind", "start", "end", "place", "participants", "outcome"),
}  # fmt: skip
"""The fields that a line tells of, by kind: what backs them is named as its source."""
MAX_NAMED: Final = 12  # parties or participants that a line names; of more it names some
NAMED_OF_MANY: Final = 6
MAX_MARKED_LINES: Final = 300  # lines that bear the number of a source that is the same for all


def citations_behind(line: Line, known: SheetFacts) -> list[Citation]:
    """Return the citations that back what a line tells."""
    supported = SUPPORTED[line.kind]
    return [
        each
        for each in known.cited.get(line.id, ())
        if each.field in supported or each.field.partition(" ")[0] in supported
    ]


def has_one_source(lines: Sequence[Line], known: SheetFacts) -> bool:
    """Say whether so many lines rest on one and the same source that it is said once for them
    all.
    """
    if len(lines) <= MAX_MARKED_LINES:
        return False
    sources = {tuple({each.source.id for each in citations_behind(line, known)}) for line in lines}
    return len(sources) == 1 and len(next(iter(sources))) == 1


def cut_names(refs: Sequence[Ref]) -> tuple[Sequence[Ref], str]:
    """Return those whom a line names, and how it counts the others.

    >>> cut_names([Ref(1)]), cut_names([Ref(key) for key in range(49)])[1]
    (([Ref(id=1, title='', kind='')], ''), ' and 43 others')
    """
    if len(refs) <= MAX_NAMED:
        return refs, ""
    return refs[:NAMED_OF_MANY], f" and {len(refs) - NAMED_OF_MANY:,} others"


@dataclass(slots=True)
class Entries:
    """Makes the entries of one sheet; its sources are numbered in `register`.

    A title is said once in a section, and again where it has become another. Without `marks` the
    numbers of the sources are left to the endnotes.
    """

    lens: Lens
    known: SheetFacts
    register: Sources
    marks: bool = True
    titles: dict[int, str] = field(default_factory=dict)
    names: dict[int, Run] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin a section: titles are said anew."""
        self.titles.clear()

    def event(
        self, line: Line, among: Record | None = None, title: str = "", roles: Sequence[str] = ()
    ) -> Entry:
        """Return an event: when, what and how it ended; below, who else was there and where.

        `among` is the record whose sheet it is, `roles` are its own there, and `title` is the one
        that it had then.
        """
        when, _, who, where, outcome = line.cells
        there = self._participants(line, who, among)
        with_whom = (Run("with "), *there) if there and among else there
        own_part = open_label(join_parts(dict.fromkeys(roles)))
        # A place that has just been named as taking part is said as a place.
        names = plain(there).replace("; ", ", ").split(", ")
        place = f"in {where}" if where and where in names else where
        below = join_lines([own_part, with_whom, place, title], " · ")
        what = (named_line(line), Run(_after(line.title, outcome)))
        return Entry(span(when), self.mark(line, what), below)

    def agreement(self, line: Line) -> Entry:
        """Return an agreement: when it was concluded, what it is, its status and its parties."""
        _, when, parties, status, kind = line.cells
        status_text = "status not recorded" if status == "not recorded" else status
        there = self._participants(line, parties, None)
        aside = (Run(f"{status_text} · " if there else status_text), *there)
        what = (named_line(line), Run(_after(line.title, kind)))
        return Entry(when, self.mark(line, what), aside)

    def mark(self, line: Line, what: Words) -> Words:
        """Return a line of a list with the numbers of its sources."""
        cited = citations_behind(line, self.known)
        self.register.take(cited, line.title)
        return add_note_marks(what, self.register.numbers(cited)) if self.marks else what

    def _participants(self, line: Line, names: str, among: Record | None) -> tuple[Run, ...]:
        """Return those who were there, each with the title of that day where it is not said yet."""
        own = among.title if among else ""
        refs = self.known.participants.get(line.id)
        if refs is None:
            others = join_parts(name for name in names.split(", ") if name != own)
            return (Run(others),) if others else ()
        participants = [ref for ref in refs if among is None or ref.id != among.id]
        return tuple(self._each(participants, last_day(line)))

    def _each(self, refs: Sequence[Ref], day: str | None) -> Iterator[Run]:
        refs, others = cut_names(refs)
        titles = [self._title(ref, day) for ref in refs]
        # A title has commas of its own.
        comma = "; " if any(titles) else ", "
        last = len(refs) - 1
        for at, (ref, title) in enumerate(zip(refs, titles, strict=True)):
            yield self.names.get(ref.id) or self.names.setdefault(ref.id, name_run(ref))
            after = f", {isolate_each(title)}" if title else ""
            if at < last or after:
                yield Run(f"{after}{comma if at < last else ''}")
        if others:
            yield Run(others)

    def _title(self, ref: Ref, day: str | None) -> str:
        title = title_on(self.known.titles, ref, day, self.lens.as_of)
        if self.titles.get(ref.id, "") == title:
            return ""
        self.titles[ref.id] = title
        return title


ENTRIES: Final = {"event": Entries.event, "agreement": Entries.agreement}
"""The kinds that happen on a day, with the entry each makes."""


def _after(title: str, more: str) -> str:
    """Return a second sentence after a title; nothing where the title says it already.

    >>> _after("Call", "both sides agreed."), _after("Treaty of peace", "treaty")
    ('. Both sides agreed.', '.')
    >>> _after("Call", "eVisa agreed"), _after("Call", "تم.") == ". \\u2068تم.\\u2069"
    ('. eVisa agreed.', True)
    """
    end = "" if is_closed(title) else "."
    if not more or more.casefold() in title.casefold():
        return end
    stop = "" if is_closed(more) else "."
    return f"{end} {isolate(open_sentence(more))}{stop}"
