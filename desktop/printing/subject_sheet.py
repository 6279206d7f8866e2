"""“All we hold on …” as a sheet: every field, line, trace and change of one record.

The preview shows it, and the command `subject` writes it into a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from db import (
    MARKINGS,
    HeldChange,
    HeldItem,
    Lens,
    Part,
    Progress,
    Reader,
    Record,
    SubjectReport,
    TracePlace,
    field_names,
    local_time,
    parts_of,
)
from desktop.fields.field_types import label_of
from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Fields,
    Heading,
    Paragraph,
    Sheet,
    TableBlock,
)
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.print_phrases import day_text
from desktop.printing.differences import UNSAID, differences, value_phrase, whole

NOTHING: Final = "—"
PLACE_NAMES: Final[dict[TracePlace, str]] = {
    TracePlace.OTHERS: "Other records that name it",
    TracePlace.FILES: "Attached files",
    TracePlace.SOURCES: "Sources",
    TracePlace.TOPICS: "Topics",
    TracePlace.HISTORY: "History",
    TracePlace.MERGERS: "Records merged into it",
    TracePlace.VERDICTS: "Judged not to be the same",
    TracePlace.DRAFTS: "Unsaved drafts",
    TracePlace.DOCUMENTS: "Printed documents",
    TracePlace.SEARCHES: "Saved searches",
    TracePlace.WORDS: "Search index",
    TracePlace.SUMMARIES: "Timeline",
}
_TIMES: Final = frozenset({"created", "changed"})
_BOOKKEEPING: Final = _TIMES | {"uid"}  # of a record, beside what it says


def subject_sheet(
    key: int, reader: Reader, lens: Lens, desk: str, progress: Progress | None = None
) -> Sheet:
    """Return all that is held on a record, marked as high as anything on it."""
    return sheet_of_report(reader.subject(key, lens, progress), lens, desk)


def sheet_of_report(
    report: SubjectReport, lens: Lens, desk: str, now: datetime | None = None
) -> Sheet:
    """Return a report as a sheet."""
    marking = _highest(report)
    return Sheet(
        f"All we hold on {isolate(report.record.title)}",
        list(_blocks(report)),
        f"{report.record.KIND.capitalize()} on this desk, read from every place that it keeps",
        marking=MARKINGS[marking].upper(),
        is_open=not marking,
        as_of=f"as of {day_text(lens.as_of)}",
        printed=f"printed {local_time(now or datetime.now())}",
        desk=desk,
        withheld=report.withheld,
    )


def _blocks(report: SubjectReport) -> Iterator[Block]:
    record = report.record
    yield Heading("The record")
    yield Fields(list(_own_rows(record)))
    for label, parts in lists_of(record):
        yield Heading(label, 2)
        yield Bullets([part_text(part) for part in parts])
    for place, name in PLACE_NAMES.items():
        items = report.at(place)
        if not items:
            continue
        yield Heading(f"{name} ({len(items):,})")
        yield _table(place, items, report)
    if report.changes:
        yield Heading("What each change did")
        for step in report.changes:
            yield from _of_change(step)
    yield Paragraph(
        "Copies of this desk, exported files and printed paper are not looked at. Texts of other"
        " records are found by the names of the record.",
        quiet=True,
    )


def _own_rows(record: Record) -> Iterator[tuple[str, str]]:
    for name, text in own_facts(record):
        yield name, isolate(text)


def own_facts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield label and text of every field of the record itself that says something."""
    for name in field_names(record):
        value = getattr(record, name)
        if (name in UNSAID and name not in _BOOKKEEPING) or _is_list_of_parts(value):
            continue
        text = MARKINGS[value] if name == "marking" else value_phrase(name, value)
        if text:
            label = label_of(type(record), name)
            yield label, local_time(text) if name in _TIMES else text


def _is_list_of_parts(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, Part) for item in value)


def lists_of(record: Record) -> Iterator[tuple[str, Sequence[Part]]]:
    """Yield the lists of lines that a record has, each by its label."""
    for name in field_names(record):
        value = getattr(record, name)
        if _is_list_of_parts(value):
            yield label_of(type(record), name), value


def part_text(part: Part) -> str:
    """Return all that a line says, with its marking where it has one of its own."""
    level = getattr(part, "marking", 0)
    text = isolate(whole(part))
    return f"{text} [{MARKINGS[level]}]" if level else text


def _table(place: TracePlace, items: Sequence[HeldItem], report: SubjectReport) -> TableBlock:
    if place is TracePlace.HISTORY:
        rows = [
            (local_time(i.when), isolate(i.who), isolate(i.what), _marking_word(i)) for i in items
        ]
        return TableBlock(("When", "Who", "What", "Marking"), rows, (1.2, 1, 2.4, 0.8))
    rows = [
        (
            _where(item, report),
            isolate(item.what),
            isolate(item.says) or NOTHING,
            _marking_word(item),
        )
        for item in items
    ]
    if all(where == NOTHING for where, *_ in rows):
        plain = [tuple(rest) for _, *rest in rows]
        return TableBlock(("What", "Says", "Marking"), plain, (1.6, 3, 0.8))
    return TableBlock(("Where", "What", "Says", "Marking"), rows, (1.2, 1, 2.4, 0.8))


def _where(item: HeldItem, report: SubjectReport) -> str:
    if item.record_id:
        return isolate(report.others[item.record_id].title)
    moment = local_time(item.when) if item.when else ""
    return ", ".join(filter(None, (moment, isolate(item.who) if item.who else ""))) or NOTHING


def _marking_word(item: HeldItem) -> str:
    return MARKINGS[item.marking]


def _of_change(step: HeldChange) -> Iterator[Block]:
    change = step.change
    yield Heading(
        f"{local_time(change.time)}, {isolate(change.author)}: {isolate(change.label)}", 2
    )
    rows = [(what, then or NOTHING, now or NOTHING) for what, then, now in change_rows(step)]
    if rows:
        yield TableBlock(("What", "Before", "After"), rows, (1.1, 2, 2))
    else:
        yield Paragraph("It changed nothing that is shown of this record.", quiet=True)


def change_rows(step: HeldChange) -> list[tuple[str, str, str]]:
    """Return what a change did to the record: the field, before and after."""
    if step.then is not None and step.now is not None:
        return [(each.what, each.then, each.now) for each in differences(step.then, step.now)]
    before, after = (
        [] if state is None else [*own_facts(state), *_part_lines(state)]
        for state in (step.then, step.now)
    )
    return [(what, text, "") for what, text in before] + [(what, "", text) for what, text in after]


def _part_lines(record: Record) -> Iterator[tuple[str, str]]:
    for label, parts in lists_of(record):
        yield from ((label, part_text(part)) for part in parts)


def _highest(report: SubjectReport) -> int:
    """Return the highest marking of all that is told."""
    levels = [item.marking for item in report.items]
    levels += [line.marking for line in report.others.values()]
    for state in (report.record, *(s for c in report.changes for s in (c.then, c.now))):
        if state is not None:
            levels.append(state.marking)
            levels += [getattr(part, "marking", 0) for _, part in parts_of(state)]
            levels += [citation.source.marking for citation in state.citations]
    return max(levels, default=0)
