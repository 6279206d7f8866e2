"""The command `today`: what an officer should see in the morning, printed or written as a sheet."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db import TodaySection, iso_day
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result, WrongUsage, say
from desktop.commands.console.text_table import align_rows
from desktop.paper.outputs import OUTPUTS, unknown_ending, write
from desktop.printing.today_names import SECTION_NAMES, more_text
from desktop.printing.today_sheet import NOTHING, today_sheet, when_words
from desktop.settings import PAPER, Settings


def today(arguments: argparse.Namespace) -> Result:
    """Return what is due, coming or stale; with --out write it as .pdf, .docx or .html as well."""
    out = Path(arguments.out) if arguments.out else None
    if out is not None and out.suffix.lower() not in OUTPUTS:
        raise WrongUsage(unknown_ending(out))
    lens = lens_of(arguments)
    with open_store(arguments) as store:
        found = store.reader.today_sections(lens)
        ids = [line.record_id for section in found for line in section.lines if line.record_id]
        uids = store.reader.uids(ids)
        sheet = None
        if out is not None:
            sheet = today_sheet(store.reader, lens, f"Aide-Mémoire · {store.name}")
    data: dict[str, Any] = {
        "as_of": lens.as_of,
        "items": [item for section in found for item in section_items(section, uids)],
        "counts": {section.name: section.total for section in found},  # some say more than items
    }
    if sheet is not None and out is not None:
        path, written = write([sheet], out, arguments.paper or Settings().get(PAPER))
        if written.says:
            say(written.says)
        data |= {"file": str(path), "pages": written.pages}
    return Result(data, list(_lines(found)) or [NOTHING])


def section_items(section: TodaySection, uids: dict[int, str]) -> Iterator[dict[str, Any]]:
    """Yield the lines of a section as JSON."""
    for line in section.lines:
        yield {
            "rule": section.name,
            "day": iso_day(line.day) if line.day else None,
            "uid": uids.get(line.record_id),
            "kind": line.kind,
            "title": line.title,
            "says": line.says,
        }


def _lines(found: list[TodaySection]) -> Iterator[str]:
    for section in found:
        if section.total:
            yield f"{SECTION_NAMES[section.name]} ({section.total:,})"
            rows = [[f"  {when_words(line)}", line.title, line.says] for line in section.lines]
            yield from align_rows(rows)
            if more := more_text(section):
                yield f"  {more}"
            yield ""
