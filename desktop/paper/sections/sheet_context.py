"""What the sections of a sheet are told from: a reading, its lens, its sources and titles.

`forms` makes one for each sheet; the sections take it and give blocks. Nothing here reads a desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db import (
    HELD,
    Citation,
    Lens,
    Line,
    Part,
    Reading,
    Record,
    Ref,
    TitleThen,
    day_from_number,
    day_number,
    office_text,
    tenure_certainty,
    today,
)
from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Chronology,
    Endnotes,
    Fields,
    Heading,
    Paragraph,
    Portrait,
    Run,
    TableBlock,
    plain,
    runs,
)
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.isolates import PDI, isolate_each
from desktop.paper.sections.citing import Citing

Titles = Mapping[tuple[int, str], TitleThen]
"""The title of a person, by id and ISO day, for everyone who is named with one."""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the desk knows beside a reading: titles of those it names, the highest marking there.

    For paper also, by the ids of events and agreements, who took part in them (`participants`) and
    what backs them (`cited`); `withheld` counts what the ceiling takes of these.
    """

    titles: Titles = field(default_factory=dict)
    marking: int = 0
    portrait: Portrait | None = None
    unread: str = ""  # why a portrait that is there does not stand on the sheet
    participants: Mapping[int, Sequence[Ref]] = field(default_factory=dict)
    cited: Mapping[int, Sequence[Citation]] = field(default_factory=dict)
    withheld: int = 0
    names: Mapping[int, str] = field(default_factory=dict)  # of those called otherwise that day
    topics: Mapping[int, Sequence[str]] = field(default_factory=dict)  # of the lines of a list


@dataclass(frozen=True, slots=True)
class SheetContext:
    """One record as it is told through a lens on the day `now`.

    `newest_first` turns contacts and agreements round: a page is read from the top, paper from
    the beginning.
    """

    reading: Reading
    lens: Lens
    citing: Citing
    known: SheetFacts = field(default_factory=SheetFacts)
    newest_first: bool = False
    now: str = field(default_factory=today)
    _paths: dict[int, str] = field(default_factory=dict)  # of parts, by their identity

    @property
    def record(self) -> Any:
        """The record; each form knows its kind."""
        return self.reading.record

    @property
    def is_page(self) -> bool:
        """Whether it is told on a screen, where what is folded away can be opened."""
        return self.newest_first

    def path_of(self, name: str, part: Part, field_name: str) -> str:
        """Return the path of a part's field, as `Invalid.problems` has it: `tenures[0].since`."""
        if id(part) not in self._paths:
            parts = enumerate(getattr(self.record, name))
            self._paths.update((id(each), f"{name}[{at}]") for at, each in parts)
        return f"{self._paths[id(part)]}.{field_name}"

    def who(self, ref: Ref, day: str | None) -> Words:
        """Return a record's name with the title it had on a day: "Brad Cooper, then Commander"."""
        title = title_on(self.known.titles, ref, day, self.lens.as_of)
        return (name_run(ref), Run(f", {isolate_each(title)}")) if title else (name_run(ref),)

    def own_title(self, day: str | None) -> str:
        """Return the record's own offices on a day, where they were others than on the lens's day.

        Only what is certain of that day is said: `then Army Chief`.
        """
        tenures = getattr(self.record, "tenures", ())
        if not (day and tenures):
            return ""
        then, now = offices_on(self.record, day), offices_on(self.record, self.lens.as_of)
        return f"then {isolate_each(then)}" if then and then != now else ""


def title_on(titles: Titles, ref: Ref, day: str | None, now: str) -> str:
    """Return the title somebody had on a day, called "then" where it is another on the day
    `now`.
    """
    title = titles.get((ref.id, day)) if day else None
    if title is None or not title.text:
        return ""
    present = titles.get((ref.id, now), title)
    return title.with_doubt if title.text == present.text else f"then {title.with_doubt}"


def offices_on(record: Record, day: str) -> str:
    """Return the offices that a person certainly held on a day."""
    tenures = getattr(record, "tenures", ())
    return "; ".join(office_text(each) for each in tenures if tenure_certainty(each, day) == HELD)


def name_run(ref: Ref) -> Run:
    """Return the name of a record, which the screen lets be followed."""
    return Run(ref.title, link=ref.id)


def named_line(line: Line) -> Run:
    """Return the name of a record in a list, which the screen lets be followed."""
    return Run(line.title, link=line.id)


def name_list(refs: Sequence[Ref]) -> Words:
    """Return names side by side, each to be followed."""
    return tuple(_with_commas([name_run(ref) for ref in refs]))


def _with_commas(names: Sequence[Run]) -> Iterator[Run]:
    for at, name in enumerate(names):
        if at:
            yield Run(", ")
        yield name


def sentences(texts: Iterable[Words]) -> tuple[Run, ...]:
    """Return sentences side by side, runs of their own: one in another script turns no other
    round.

    >>> [run.text for run in sentences(["Pact", "", "Signed in 2021."])]
    ['Pact', '. ', 'Signed in 2021.']
    """
    line: list[Run] = []
    for each in filter(plain, texts):
        if line:
            line.append(Run(" " if is_closed(line[-1].text) else ". "))
        line += runs(each)
    if line and not is_closed(line[-1].text):
        line.append(Run("."))
    return tuple(line)


def is_closed(sentence: str) -> bool:
    """Say whether a sentence has its full stop, of whatever script, within quotes or not.

    >>> is_closed("Both agreed."), is_closed("کیا؟"), is_closed("Call")
    (True, True, False)
    """
    return sentence.rstrip(f'{PDI}”’"»)').endswith((".", "!", "?", "…", "؟", "۔", "。", "।", "।।"))


def first_day(line: Line) -> str | None:
    """Return the first day that the thing on a line may have been, or its last where that alone is
    known.

    None for what has no date.
    """
    return (line.span.first or line.span.last) if line.span else None


def last_day(line: Line) -> str | None:
    """Return the day whose titles a line is told with: the last on which it may have begun."""
    return (line.span.start_last or line.span.first or line.span.last) if line.span else None


def told_day(line: Line) -> str:
    """Return the day by which a line takes its place: the middle of the days on which it may have
    begun.

    "About July 2025" may have been in June, and is told in July. Empty for what has no date.
    """
    span = line.span
    if span is None or span.first is None or span.start_last in (None, span.first):
        return first_day(line) or ""
    assert span.start_last is not None
    middle = (day_number(span.first) + day_number(span.start_last)) // 2
    return day_from_number(middle)


def says(block: Block) -> bool:
    """Say whether there is anything in a block."""
    if isinstance(block, Fields | TableBlock | Chronology | Bullets | Endnotes):
        return bool(block.rows)
    if isinstance(block, Paragraph | Heading):
        return bool(plain(block.text).strip())
    return True


def section(title: str, *blocks: Block) -> list[Block]:
    """Return a heading with what stands under it; nothing where nothing does.

    >>> section("Ranks", Chronology([]))
    []
    """
    filled = [block for block in blocks if says(block)]
    if all(isinstance(block, Heading) for block in filled):
        return []
    return [Heading(title), *filled]


def fields_with_text(rows: Sequence[tuple[Words, Words]]) -> Fields:
    """Return the fields that hold something.

    >>> fields_with_text([("Spoken", "Mr Dar"), ("Born", "")]).rows
    [('Spoken', 'Mr Dar')]
    """
    return Fields([(label, value) for label, value in rows if plain(value).strip()])
