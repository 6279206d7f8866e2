"""The command `subject`: all that the desk holds on a record, as text, JSON, or a sheet."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db import MARKINGS, HeldItem, SubjectReport, TracePlace, local_time
from desktop.commands.console import terminal_progress
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import named_record, open_store
from desktop.commands.console.output import Result, WrongUsage, say
from desktop.commands.console.text_table import align_rows
from desktop.commands.show_command import record_json
from desktop.paper.outputs import OUTPUTS, unknown_ending, write
from desktop.printing.subject_sheet import (
    PLACE_NAMES,
    change_rows,
    lists_of,
    own_facts,
    part_text,
    sheet_of_report,
)
from desktop.settings import PAPER, Settings


def subject(arguments: argparse.Namespace) -> Result:
    """Return all that is held on a record; with --out write it as .pdf, .docx or .html as well."""
    out = Path(arguments.out) if arguments.out else None
    if out is not None and out.suffix.lower() not in OUTPUTS:
        raise WrongUsage(unknown_ending(out))
    lens = lens_of(arguments)
    with open_store(arguments) as store:
        key = named_record(store.reader, " ".join(arguments.what), lens)
        report = store.reader.subject(key, lens, terminal_progress.on_terminal())
        data = {"record": record_json(store.reader, key, lens), **_data(report)}
        desk = f"Aide-Mémoire · {store.name}"
    if out is not None:
        sheet = sheet_of_report(report, lens, desk)
        path, written = write([sheet], out, arguments.paper or Settings().get(PAPER))
        if written.says:
            say(written.says)
        data |= {"file": str(path), "pages": written.pages}
    return Result(data, list(_lines(report)))


def _data(report: SubjectReport) -> dict[str, Any]:
    found = {
        place.value: [_item(item, report) for item in report.at(place)] for place in TracePlace
    }
    states = {step.change.id: step for step in report.changes}
    for item, entry in zip(report.at(TracePlace.HISTORY), found[TracePlace.HISTORY], strict=True):
        rows = change_rows(states[item.change]) if item.change else []
        entry["changed"] = [{"field": w, "before": b, "after": a} for w, b, a in rows]
    return {"held": found, "withheld": report.withheld}


def _item(item: HeldItem, report: SubjectReport) -> dict[str, Any]:
    other = report.others.get(item.record_id)
    return {
        "what": item.what,
        "says": item.says or None,
        "when": item.when or None,
        "by": item.who or None,
        "marking": MARKINGS[item.marking],
        "uid": other.uid if other is not None else None,
        "title": other.title if other is not None else None,
    }


def _lines(report: SubjectReport) -> Iterator[str]:
    yield f"All we hold on {report.record.title}"
    rows = [["", label, text] for label, text in own_facts(report.record)]
    for label, parts in lists_of(report.record):
        rows += [["", label, part_text(part)] for part in parts]
    yield from align_rows(rows)
    for place, name in PLACE_NAMES.items():
        items = report.at(place)
        if not items:
            continue
        yield ""
        yield f"{name} ({len(items):,})"
        rows = []
        for item in items:
            other = report.others.get(item.record_id)
            when = local_time(item.when) if item.when else ""
            where = other.title if other is not None else ", ".join(filter(None, (when, item.who)))
            rows.append(["", where, item.what, item.says])
        yield from align_rows(rows)
    if report.withheld:
        yield ""
        yield f"Withheld above the ceiling: {report.withheld:,}."
