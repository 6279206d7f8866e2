"""The sheets of what is asked to be printed: records, or what a list shows, through a lens.

The preview asks it beside the window, with the reader of that thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from db import (
    DEFAULT_ORDER,
    PLURALS,
    BoardScope,
    Lens,
    Line,
    Progress,
    Reader,
    Refused,
    parse_range,
)
from desktop.models.list_request import ListRequest
from desktop.paper.content.filter_words import range_words
from desktop.paper.offices.office_forms import OfficeRequest, office_sheet
from desktop.paper.sheets import several
from desktop.paper.sheets.around import withheld_of
from desktop.paper.sheets.chronology_sheet import DATED
from desktop.paper.sheets.several import lines_sheet_of
from desktop.paper.sheets.sheet_forms import SHEET_FORMS, bind_sheets
from desktop.printing.print_request import MAX_RECORD_SHEETS, PrintRequest

if TYPE_CHECKING:
    from desktop.paper.content.blocks import Sheet


MAX_LINES: Final = 20_000  # lines in one document: some four hundred pages
_LINES_A_PROGRESS: Final = 500  # lines read between two tidings of how far it is


def sheets_of(
    request: PrintRequest, reader: Reader, lens: Lens, desk: str, progress: Progress | None = None
) -> list[Sheet]:
    """Make one document through a lens; raise Refused where it is too long or nothing is shown.

    `progress` is told how many records of how many are read, and may raise `Stopped`.
    """
    notify = progress or _quietly
    if request.state:
        return [_of_state(request, reader, lens, desk)]
    if SHEET_FORMS[request.form].blocks is None:
        return _of_records(request, reader, lens, desk, notify)
    if request.question is not None:
        return [_of_question(request, request.question, reader, lens, desk, notify)]
    return _sheets_of_records(request, reader, lens, desk, notify)


def _of_state(request: PrintRequest, reader: Reader, lens: Lens, desk: str) -> Sheet:
    """Return what is made of the missions to a state."""
    scope = BoardScope(request.title, country=request.state)
    try:
        return office_sheet(request.form, OfficeRequest(scope, lens, desk, datetime.now()), reader)
    except Refused:
        if request.is_nameless:  # the refusal would name what was asked under a higher ceiling
            raise Refused("There is nothing to print under this ceiling.") from None
        raise


def _quietly(_done: int, _total: int) -> None:
    """Tell nobody."""


def _of_records(
    request: PrintRequest, reader: Reader, lens: Lens, desk: str, progress: Progress
) -> list[Sheet]:
    """Return a sheet of each, or of all together; several have their contents before them."""
    every = list(request.ids)
    hidden = 0
    if request.question is not None:
        every, hidden = _hits(request.question, reader, lens, MAX_RECORD_SHEETS)
    visible = [line.id for line in reader.lines(every, lens)]
    hidden += _count_above_ceiling(every, len(visible), reader, lens)
    _need_some(len(visible), len(every), hidden)
    _need_few(len(visible), request.kind, MAX_RECORD_SHEETS)
    lens, other_day = _days_of(request, lens)
    sheets = several.sheets_of(
        request.form,
        visible,
        reader,
        lens,
        desk,
        progress=progress,
        title=request.title,
        other_day=other_day,
    )
    return _withholding(bind_sheets(sheets), hidden)


def _days_of(request: PrintRequest, lens: Lens) -> tuple[Lens, str]:
    """Return the lens and the other day of what is asked of two days: its span has both."""
    if not (SHEET_FORMS[request.form].between and request.span):
        return lens, ""
    first, last = parse_range(request.span)
    return replace(lens, as_of=last or lens.as_of), first or ""


def _sheets_of_records(
    request: PrintRequest, reader: Reader, lens: Lens, desk: str, progress: Progress
) -> list[Sheet]:
    """Return records as one list; as a chronology what is dated, or the dated things that each is
    in.
    """
    lines = reader.lines(request.ids, lens)
    hidden = _count_above_ceiling(request.ids, len(lines), reader, lens)
    _need_some(len(lines), len(request.ids), hidden)
    if len(lines) == 1 or (request.form == "chronology" and request.kind not in DATED):
        sheets = []
        for done, line in enumerate(lines):
            progress(done, len(lines))
            sheets.append(_around(request, line.id, reader, lens, desk))
        return _withholding(bind_sheets(sheets), hidden)
    subtitle = _entries_phrase(len(lines))
    return [
        lines_sheet_of(
            request.form,
            lines,
            reader,
            lens,
            desk,
            request.title,
            subtitle=subtitle,
            withheld=hidden,
        )
    ]


def _around(request: PrintRequest, record: int, reader: Reader, lens: Lens, desk: str) -> Sheet:
    """Return the events and agreements that a record is in, itself among them where it has a
    day; of a span those that may fall in it.
    """
    (own,) = reader.lines([record], lens)
    first = [record] if own.kind in DATED else []
    over = Lens(lens.as_of)
    lines = _within(request.span, reader.lines([*first, *reader.dated_ids(record, lens)], lens))
    every = _within(request.span, reader.lines([*first, *reader.dated_ids(record, over)], over))
    return lines_sheet_of(
        request.form,
        lines,
        reader,
        lens,
        desk,
        f"{own.title}, {range_words(request.span)}" if request.span else own.title,
        subtitle=_entries_phrase(len(lines)),
        withheld=len(every) - len(lines),
        marking=own.marking,
    )


def _within(span: str, lines: list[Line]) -> list[Line]:
    """Return the lines that may fall in a RANGE; all of them where there is none."""
    if not span:
        return lines
    first, last = parse_range(span)
    return [
        line
        for line in lines
        if line.span is not None
        and not (is_before(line.span.last, first) or is_before(last, line.span.first))
    ]


def is_before(last: str | None, first: str | None) -> bool:
    """Say whether one span of days ends before another begins; None is open on that side.

    >>> is_before("2019-12-31", "2020-01-01"), is_before(None, "2020-01-01")
    (True, False)
    """
    return last is not None and first is not None and last < first


def _of_question(
    request: PrintRequest,
    question: ListRequest,
    reader: Reader,
    lens: Lens,
    desk: str,
    progress: Progress,
) -> Sheet:
    ids: list[int] = []
    hidden = 0
    for kind in request.kinds or (question.kind,):
        found, above = _hits(_of_kind(question, kind), reader, lens, MAX_LINES)
        ids, hidden = [*ids, *found], hidden + above
    lines = [line for part in _parts(ids, progress) for line in reader.lines(part, lens)]
    subtitle = " · ".join(filter(None, (_entries_phrase(len(lines)), request.unsaid_filters)))
    return lines_sheet_of(
        request.form, lines, reader, lens, desk, request.title, subtitle=subtitle, withheld=hidden
    )


def _of_kind(question: ListRequest, kind: str) -> ListRequest:
    if kind == question.kind:
        return question
    return replace(question, kind=kind, order=DEFAULT_ORDER[kind], descending=False)


def _hits(question: ListRequest, reader: Reader, lens: Lens, most: int) -> tuple[list[int], int]:
    """Return what a question finds through a lens, and how much the ceiling alone keeps out of
    it.
    """
    seen = replace(question, lens=lens)
    if seen.query.is_empty:
        _need_few(reader.count(seen.kind, lens), seen.kind, most)
        ids = seen.all_ids(reader)
    else:
        ids = seen.shown_ids(reader)
        _need_few(len(ids), seen.kind, most)
    return list(ids), withheld_of(reader, seen.kind, seen.query, lens, ids)


def _parts(ids: Sequence[int], progress: Progress) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), _LINES_A_PROGRESS):
        progress(at, len(ids))
        yield ids[at : at + _LINES_A_PROGRESS]


def _entries_phrase(count: int) -> str:
    return f"{count:,} {'entry' if count == 1 else 'entries'}"


def _withholding(sheets: list[Sheet], hidden: int) -> list[Sheet]:
    """Return the sheets, the first of which says how many records are withheld whole."""
    if not hidden:
        return sheets
    first, *rest = sheets
    return [replace(first, withheld=first.withheld + hidden), *rest]


def _count_above_ceiling(ids: Sequence[int], shown_count: int, reader: Reader, lens: Lens) -> int:
    """Say how many of the chosen records the ceiling takes; what was removed is not among them."""
    there = shown_count if shown_count == len(ids) else len(reader.lines(ids, Lens(lens.as_of)))
    return there - shown_count


def _need_some(shown_count: int, chosen: int, hidden: int) -> None:
    if hidden and not shown_count:
        raise Refused("The selected records are above the ceiling; raise it to print them.")
    if chosen and not shown_count:
        raise Refused("The selected records are no longer on this desk.")
    if not shown_count:
        raise Refused("There is nothing to print: choose at least one record.")


def _need_few(count: int, kind: str, most: int) -> None:
    if count > most:
        raise Refused(
            f"{count:,} {PLURALS[kind]} are too many for one document; "
            f"filter the list to {most:,} at most."
        )
