"""What has changed since a document was printed, as a sheet to read and to print.

`sheets` asks it in the background. The lens shows no more than the document did when it was
printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from db import (
    MARKINGS,
    Changed,
    Lens,
    Part,
    PrintedDocument,
    Reader,
    Record,
    Ref,
    Refused,
    field_names,
    local_time,
    parts_of,
)
from desktop.paper.content.blocks import Block, Bullets, Heading, Paragraph, Run, Sheet, TableBlock
from desktop.paper.content.isolates import isolate, isolate_each
from desktop.paper.sections.print_phrases import day_text
from desktop.paper.sheets.sheet_forms import SHEET_FORMS
from desktop.printing.differences import Difference, differences
from desktop.printing.print_request import from_values
from desktop.printing.referenced_records import named_in
from desktop.printing.request_sheets import sheets_of

NOTHING = "—"  # stands where there was or is nothing


def changes_sheet(
    number: int, reader: Reader, lens: Lens, desk: str, now: datetime | None = None
) -> Sheet:
    """Return the differences of one printed document; refuses one that the lens does not show."""
    moment = now or datetime.now()
    document, changes, withheld = changed_in(number, reader, lens)
    seen = _limit_lens(document, lens)
    blocks = [
        *_section("", [one for one in changes if one.is_about]),
        *_section("Named in it", [one for one in changes if not one.is_about]),
        *_named_otherwise(document, reader, seen, desk, withheld),
    ]
    marking = max(document.marking, _highest(changes, reader))
    return Sheet(
        f"What has changed: {isolate(document.title)}",
        blocks or [Paragraph("Nothing on it has changed since.")],
        _printed_text(document),
        marking=MARKINGS[marking].upper(),
        is_open=not marking,
        as_of=f"as of {day_text(document.lens.as_of)}",
        printed=f"printed {local_time(moment)}",
        desk=desk,
        withheld=withheld,
    )


def changed_in(
    number: int, reader: Reader, lens: Lens
) -> tuple[PrintedDocument, list[Changed], int]:
    """Return a printed document, its records that say something else now, and how many are
    withheld.
    """
    document = reader.printed_document(number, lens)
    changed, withheld = reader.changed_since(document, _limit_lens(document, lens))
    return document, [one for one in changed if _differs(one)], withheld


def _limit_lens(document: PrintedDocument, lens: Lens) -> Lens:
    """Return the lens of a document, its ceiling no higher than that of the view."""
    return replace(document.lens, ceiling=min(lens.ceiling, document.lens.ceiling))


def printing_moment(document: PrintedDocument) -> str:
    """Return the moment in the officer's own zone: "3 November 2026, 14:05"."""
    return local_time(document.time)


def _printed_text(document: PrintedDocument) -> str:
    form = SHEET_FORMS[document.form].name if document.form in SHEET_FORMS else document.form
    return f"{form} printed {printing_moment(document)} by {document.author}"


def _differs(one: Changed) -> bool:
    return one.then is None or one.now is None or bool(differences(one.then, one.now))


def _section(name: str, changed: Sequence[Changed]) -> Iterator[Block]:
    if changed and name:
        yield Heading(name)
    for one in changed:
        record = one.now or one.then
        assert record is not None
        yield Heading(record.title, 2 if name else 1)
        yield from _of_record(one)


def _of_record(one: Changed) -> Iterator[Block]:
    if one.then is not None and one.now is not None:
        yield _table(differences(one.then, one.now))
    elif one.now is None:
        yield Paragraph("It is no longer on this desk.")
    else:
        yield Paragraph("It could not be seen when this was printed.")


def _table(found: Sequence[Difference]) -> TableBlock:
    rows = [(each.what, each.then or NOTHING, each.now or NOTHING) for each in found]
    return TableBlock(("What", "When printed", "Now"), rows, (1.1, 2, 2))


def _named_otherwise(
    document: PrintedDocument, reader: Reader, lens: Lens, desk: str, withheld: int
) -> Iterator[Block]:
    """Yield what the same document would name now and did not, and the other way round.

    What it would name no more is told only where nothing was raised above the ceiling since.
    """
    request = from_values(dict(document.asked), lens)
    try:
        sheets = sheets_of(request, reader, lens, desk)
    except Refused:
        return  # Nothing is left of it, as the records themselves tell, or too much to print.
    names = {key for sheet in sheets for key in named_in(sheet.blocks)}
    visible = {line.id for line in reader.lines(request.ids, lens)}
    before = set(document.used)
    yield from _bullets("Named only now", names - before - visible, reader, lens)
    if not withheld:
        yield from _bullets("No longer named", before - names - visible, reader, lens)


def _bullets(title: str, ids: set[int], reader: Reader, lens: Lens) -> Iterator[Block]:
    lines = reader.lines(sorted(ids), lens)
    if lines:
        yield Heading(title)
        yield Bullets([_name_runs(line.title, line.id, line.cells) for line in lines])


def _name_runs(title: str, key: int, cells: Sequence[str]) -> tuple[Run, ...]:
    more = next((cell for cell in cells if cell and cell != title), "")
    return (Run(title, link=key), Run(f", {isolate_each(more)}" if more else ""))


def _highest(changed: Sequence[Changed], reader: Reader) -> int:
    """Return the highest marking of all that is told of records and of whom they name."""
    records = [record for one in changed for record in (one.then, one.now) if record is not None]
    refs = {ref.id for record in records for ref in _refs(record)}
    levels = [level for record in records for level in _levels(record)]
    return max([*levels, reader.highest_marking(sorted(refs))], default=0)


def _levels(record: Record) -> Iterator[int]:
    yield record.marking
    for _, part in parts_of(record):
        yield getattr(part, "marking", 0)
    for citation in record.citations:
        yield citation.source.marking


def _refs(record: Record) -> Iterator[Ref]:
    things: list[Record | Part] = [record, *(part for _, part in parts_of(record))]
    for thing in things:
        for name in field_names(thing):
            value = getattr(thing, name)
            value = getattr(value, "organization", value)  # of an office
            if isinstance(value, Ref):
                yield value
