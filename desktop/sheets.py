"""The sheets of what is on show: records one after the other, or the lines of a list.

`Printing` asks it in the lane, with the reader of that thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from db import PLURALS, Lens, Reader, Refused

if TYPE_CHECKING:
    from desktop.models.list_question import ListQuestion
    from desktop.paper.blocks import Sheet

Job = Callable[[Reader, Lens, str], "list[Sheet]"]  # the reader, the lens, the desk's name

MOST_RECORDS: Final = 200  # sheets of records in one document
MOST_LINES: Final = 20_000  # lines in one document: some four hundred pages


def sheets_of_records(ids: Sequence[int], reader: Reader, lens: Lens, desk: str) -> list[Sheet]:
    """One document of the sheets of records."""
    from desktop.paper.forms import FORMS, bound, known_around, sheet_for

    sheets = []
    for key in ids:
        reading = reader.read(key, lens)
        form = next(name for name, form in FORMS.items() if reading.record.KIND in form.kinds)
        known = known_around(reader, reading, lens)
        sheets.append(sheet_for(form, reading, lens, desk, known))
    return bound(sheets)


def sheet_of_lines(
    form: str, title: str, question: ListQuestion, reader: Reader, lens: Lens, desk: str
) -> list[Sheet]:
    """What a list asks for as a chronology or a table; raises Refused where it is too long."""
    from desktop.paper.forms import lines_sheet
    from desktop.paper.forms.around import EVERYTHING, withheld_of

    query, kind = question.query, question.kind
    if query.is_empty:
        _check(reader.count(kind, lens), kind)
        ids = question.all_ids(reader)
    else:
        ids = question.hits(reader, EVERYTHING).ids
        _check(len(ids), kind)
    lines = reader.lines(ids, lens)
    hidden = withheld_of(reader, kind, query, lens, [line.id for line in lines])
    counted = f"{len(lines):,} {'entry' if len(lines) == 1 else 'entries'}"
    said = counted if query.is_empty else f"{counted} · only {query.text_of()}"
    return [lines_sheet(form, lines, lens, desk, title, subtitle=said, withheld=hidden)]


def _check(count: int, kind: str) -> None:
    if count > MOST_LINES:
        raise Refused(
            f"{count:,} {PLURALS[kind]} are too many for one document; "
            f"filter the list to {MOST_LINES:,} at most."
        )
