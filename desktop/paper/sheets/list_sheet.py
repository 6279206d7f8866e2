"""The list: what a search or a tab shows, a table for each kind with the columns of the screen.

The `print` command and the preview ask it.
"""

from __future__ import annotations

from collections.abc import Iterable

from db import COLUMNS, KINDS, PLURALS, Line
from desktop.paper.content.blocks import Block, Heading, Run, TableBlock
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.isolates import isolate_each
from desktop.paper.sections.entries import Entries, cut_names
from desktop.paper.sections.print_phrases import capital, span

_WIDTHS = {
    "person": (2, 3, 1.2),
    "organization": (3, 1.4, 1.4, 1),
    "agreement": (2.7, 1.4, 2, 1.2, 1.6),  # the last holds “understanding” whole
    "event": (1.4, 2.6, 2, 1.1, 2.4),
}
_NAMED = {"name", "title", "what"}  # the column that holds the record's name
_COUNTED = {"parties", "who"}  # columns of which a long one names some and counts the others
_BESIDE = " · "  # between a name and the same in its own script


BY_SUBJECT = "list-by-subject"  # the form of `subject_blocks`
LISTS = ("list", BY_SUBJECT)
_NO_SUBJECT = "Without a subject"


def list_blocks(lines: Iterable[Line], entries: Entries) -> list[Block]:
    """Return a table for each kind that is there; a heading with its count where there are
    several.
    """
    kinds: dict[str, list[Line]] = {kind: [] for kind in KINDS}
    for line in lines:
        kinds[line.kind].append(line)
    there = {kind: found for kind, found in kinds.items() if found}
    blocks: list[Block] = []
    for kind, found in there.items():
        if len(there) > 1:
            blocks.append(Heading(f"{capital(PLURALS[kind])} ({len(found):,})"))
        blocks.append(_table(kind, found, entries))
    return blocks


def subject_blocks(lines: Iterable[Line], entries: Entries) -> list[Block]:
    """Return the same by the first topic of each record, those without one last; within a subject
    the order of the list stays.
    """
    subjects: dict[str, list[Line]] = {}
    for line in lines:
        topics = entries.known.topics.get(line.id) or ("",)
        subjects.setdefault(topics[0], []).append(line)
    blocks: list[Block] = []
    for subject in sorted(subjects, key=lambda each: (not each, each.casefold())):
        found = subjects[subject]
        blocks.append(Heading(capital(subject) if subject else _NO_SUBJECT))
        blocks += list_blocks(found, entries)
    return blocks


def _table(kind: str, lines: list[Line], entries: Entries) -> TableBlock:
    """Return the columns of the screen in which anything stands; the others have the room of
    these.
    """
    every = COLUMNS[kind]
    columns = [
        at
        for at, column in enumerate(every)
        if column.key in _NAMED or any(line.cells[at] for line in lines)
    ]
    rows = [
        [_cell(every[at].key, line.cells[at], line, entries) for at in columns] for line in lines
    ]
    widths = tuple(_WIDTHS[kind][at] for at in columns)
    return TableBlock([every[at].label for at in columns], rows, widths)


def _cell(key: str, cell: str, line: Line, entries: Entries) -> Words:
    if key in _COUNTED:
        some, others = cut_names(entries.known.participants.get(line.id, ()))
        if others:
            return f"{isolate_each(', '.join(ref.title for ref in some))}{others}"
    if key not in _NAMED:
        return span(cell) if key == "when" else isolate_each(cell)
    name = Run(line.title, link=line.id)
    runs = (name, Run(_BESIDE), Run(line.native)) if line.native else (name,)
    return entries.mark(line, runs)
