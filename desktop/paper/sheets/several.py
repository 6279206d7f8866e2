"""The sheets of records that were chosen, one after the other or together, through one lens.

The `print` command and the preview ask it; what is chosen are ids, and the desk is asked here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from db import Lens, Line, Progress, Reader, Refused
from desktop.paper.content.blocks import Sheet
from desktop.paper.offices.office_forms import OfficeRequest, office_sheet, scope_of_records
from desktop.paper.sheets.around import known_citations, known_on_paper, known_with
from desktop.paper.sheets.list_sheet import BY_SUBJECT
from desktop.paper.sheets.portraits import with_portrait
from desktop.paper.sheets.sheet_forms import (
    SHEET_FORMS,
    SheetFacts,
    brief_sheet,
    lines_sheet,
    sheet_for,
)


def form_of(kind: str) -> str:
    """Return the form of a kind of record's own sheet.

    >>> form_of("person"), form_of("event")
    ('biography', 'event')
    """
    return next(
        name for name, form in SHEET_FORMS.items() if kind in form.kinds and not form.together
    )


def sheets_of(
    form: str,
    ids: Sequence[int],
    reader: Reader,
    lens: Lens,
    desk: str,
    now: datetime | None = None,
    *,
    progress: Progress | None = None,
    title: str = "",
    other_day: str = "",
) -> list[Sheet]:
    """Return a sheet for each record; a form that takes all together makes as few as it can.

    An empty `form` stands for the own form of each record. One event and people chosen with it
    are one brief, several events one each, people alone one. `progress(done, total)` is told after
    each and may raise `Stopped`. Raises Refused for a record that the form is not for. Of offices
    one sheet is made of all, called by the `title` where they are several; `other_day` is the
    second day of a reshuffle.
    """
    moment = now or datetime.now()
    if form and SHEET_FORMS[form].of_offices:
        scope = scope_of_records(reader, ids, lens, title)
        request = OfficeRequest(scope, lens, desk, moment, other_day)
        return [office_sheet(form, request, reader)]
    if form and SHEET_FORMS[form].together:
        return _together(ids, reader, lens, desk, moment)
    sheets = []
    for at, key in enumerate(ids):
        if progress is not None:
            progress(at, len(ids))
        reading = reader.read(key, lens)
        known = with_portrait(reader, reading.record, known_on_paper(reader, reading, lens), lens)
        chosen = form or form_of(reading.record.KIND)
        sheets.append(sheet_for(chosen, reading, lens, desk, known, moment))
    return sheets


def lines_sheet_of(
    form: str,
    lines: Sequence[Line],
    reader: Reader,
    lens: Lens,
    desk: str,
    title: str,
    *,
    subtitle: str = "",
    withheld: int = 0,
    marking: int = 0,
    now: datetime | None = None,
) -> Sheet:
    """Return a chronology or a list with all that stands beside its lines; `marking` is its
    least.
    """
    known_of = known_with if form == "chronology" else known_citations
    known = known_of(reader, SheetFacts(marking=marking), lines, lens)
    if form == BY_SUBJECT:
        topics = reader.topics_by_record([line.id for line in lines], lens)
        known = replace(known, topics=topics)
    return lines_sheet(
        form, lines, lens, desk, title, subtitle=subtitle, withheld=withheld, known=known, now=now
    )


def _together(
    ids: Sequence[int], reader: Reader, lens: Lens, desk: str, moment: datetime
) -> list[Sheet]:
    lines = reader.lines(ids, lens)
    for line in lines:
        if line.kind == "agreement":
            raise Refused(f"“{line.title}” is an agreement; a brief is for an event or for people.")
    events = [line.id for line in lines if line.kind == "event"]
    people = [line.id for line in lines if line.kind != "event"]
    if len(events) == 1:
        return [brief_sheet(reader, events[0], people, lens, desk, moment)]
    briefs = [brief_sheet(reader, key, (), lens, desk, moment) for key in events]
    if people or not events:
        briefs.append(brief_sheet(reader, None, people, lens, desk, moment))
    return briefs
