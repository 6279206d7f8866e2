"""The command `printed`: what was printed from the window, and what has changed since."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db import MARKINGS, Changed, Lens, PrintedDocument, Reader, iso_day, local_time
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result, WrongUsage, say
from desktop.commands.console.text_table import align_rows
from desktop.paper.outputs import OUTPUTS, unknown_ending, write
from desktop.paper.plain_text import plain_text
from desktop.printing.changes_sheet import changed_in, changes_sheet
from desktop.printing.differences import differences
from desktop.settings import PAPER, Settings

DEFAULT_LIMIT = 50


def print_history(arguments: argparse.Namespace) -> Result:
    """Return the printed documents, newest first; of one that is named, what has changed since."""
    if arguments.number is None:
        if arguments.out:
            raise WrongUsage("Say which document's changes to write: its number in `printed`.")
        return _list_documents(arguments)
    return _changes(arguments)


def _list_documents(arguments: argparse.Namespace) -> Result:
    limit = DEFAULT_LIMIT if arguments.limit is None else arguments.limit
    with open_store(arguments) as store:
        documents = store.reader.printed_documents(lens_of(arguments), limit)
    return Result(
        [_json(each) for each in documents], align_rows([_row(each) for each in documents])
    )


def _json(document: PrintedDocument) -> dict[str, Any]:
    return {
        "number": document.id,
        "time": document.time,
        "author": document.author,
        "title": document.title,
        "form": document.form,
        "as_of": iso_day(document.lens.as_of),
        "ceiling": MARKINGS[document.lens.ceiling],
    }


def _row(document: PrintedDocument) -> list[str]:
    return [str(document.id), local_time(document.time), document.form, document.title]


def _changes(arguments: argparse.Namespace) -> Result:
    out = Path(arguments.out) if arguments.out else None
    if out is not None and out.suffix.lower() not in OUTPUTS:
        raise WrongUsage(unknown_ending(out))
    lens, number = lens_of(arguments), arguments.number
    with open_store(arguments) as store:
        sheet = changes_sheet(number, store.reader, lens, f"Aide-Mémoire · {store.name}")
        data = _document_values(store.reader, number, lens)
    data["file"] = None
    if out is None:
        return Result(data, plain_text([sheet]).rstrip().split("\n"))
    path, written = write([sheet], out, arguments.paper or Settings().get(PAPER))
    if written.says:
        say(written.says)
    data["file"] = str(path)
    return Result(data, [str(path)])


def _document_values(reader: Reader, number: int, lens: Lens) -> dict[str, Any]:
    document, found, withheld = changed_in(number, reader, lens)
    return {**_json(document), "changes": [*map(_change, found)], "withheld": withheld}


def _change(one: Changed) -> dict[str, Any]:
    record = one.now or one.then
    assert record is not None
    return {
        "uid": record.uid,
        "kind": record.KIND,
        "title": record.title,
        "named": not one.is_about,
        "state": _state(one),
        "fields": list(_fields(one)),
    }


def _state(one: Changed) -> str:
    if one.now is None:
        return "gone"
    return "changed" if one.then is not None else "shown only now"


def _fields(one: Changed) -> Iterator[dict[str, str]]:
    if one.then is not None and one.now is not None:
        for each in differences(one.then, one.now):
            yield {"field": each.what, "then": each.then, "now": each.now}
