"""The command `print`: sheets as PDF, for Word or as a web page, true to the day and ceiling.

A biography, an organization or an agreement is the best hit of each argument; a brief is one sheet
of an event or of people. A chronology or a list takes all hits of each argument, the events and
agreements of a record that is named, a state's or a span's, or everything. The forms of offices
are of a body and all below it, of a country, or of the bodies that filters name.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from db import (
    DEFAULT_ORDER,
    HIGHEST,
    KINDS,
    NO_LIMIT,
    Lens,
    Line,
    Query,
    Reader,
    Refused,
    Store,
    country_code,
    country_name,
    fold,
    parse_query,
    parse_range,
)
from desktop.commands.console.arguments import day_of_option, lens_of
from desktop.commands.console.desk_access import find_record, open_store
from desktop.commands.console.output import Result, WrongUsage, say
from desktop.paper.content.blocks import Sheet
from desktop.paper.content.filter_words import only_words, query_words, range_words
from desktop.paper.content.first_letters import open_sentence
from desktop.paper.offices.board_scope import find_scope
from desktop.paper.offices.office_forms import OfficeRequest, office_sheet
from desktop.paper.outputs import OUTPUTS, unknown_ending, write
from desktop.paper.sections.print_phrases import join_parts
from desktop.paper.sheets.around import withheld_of
from desktop.paper.sheets.chronology_sheet import DATED
from desktop.paper.sheets.list_sheet import LISTS
from desktop.paper.sheets.several import lines_sheet_of, sheets_of
from desktop.paper.sheets.sheet_forms import SHEET_FORMS, bind_sheets
from desktop.settings import PAPER, Settings


@dataclass(frozen=True, slots=True)
class PrintCommand:
    """What is printed: the form, through which lens, from which desk."""

    form: str
    reader: Reader
    lens: Lens
    desk: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of record that the form may hold."""
        if SHEET_FORMS[self.form].kinds:
            return SHEET_FORMS[self.form].kinds
        return tuple(DATED) if self.form == "chronology" else KINDS


@dataclass(frozen=True, slots=True)
class FoundRecords:
    """The lines of a chronology or a list, what they are called, and how many are withheld."""

    title: str
    lines: Sequence[Line]
    withheld: int
    marking: int = 0
    only: str = ""  # the filters, where there are any


def print_sheets(arguments: argparse.Namespace) -> Result:
    """Set the sheets asked for and put them in place of the file."""
    out = Path(arguments.out)
    _check(arguments, out)
    with open_store(arguments) as store:
        sheets = _sheets(store, arguments)
    whole = bind_sheets(sheets)
    path, written = write(whole, out, arguments.paper or Settings().get(PAPER))
    if written.says:
        say(written.says)
    withheld = sum(sheet.withheld for sheet in sheets)
    data = {"pages": written.pages, "withheld": withheld, "file": str(path)}
    return Result(data, list(_report_lines(path, written.pages, sheets)))


def _check(arguments: argparse.Namespace, out: Path) -> None:
    """Refuse what no sheet can be made of, before the desk is opened."""
    form = arguments.form
    if form not in SHEET_FORMS:
        raise WrongUsage(f"“{form}” is no form; the forms are {', '.join(SHEET_FORMS)}.")
    if out.suffix.lower() not in OUTPUTS:
        raise WrongUsage(unknown_ending(out))
    if SHEET_FORMS[form].of_offices and not arguments.what:
        raise WrongUsage("Say whose offices to print: a body or a country.")
    if SHEET_FORMS[form].kinds and not arguments.what:
        raise WrongUsage("Say whose sheet to print: a uid or a query.")
    if getattr(arguments, "and") and not SHEET_FORMS[form].between:
        raise WrongUsage("--and names the other day of a reshuffle; leave it away.")


def _sheets(store: Store, arguments: argparse.Namespace) -> list[Sheet]:
    command = PrintCommand(
        arguments.form, store.reader, lens_of(arguments), f"Aide-Mémoire · {store.name}"
    )
    if SHEET_FORMS[command.form].of_offices:
        scope = find_scope(command.reader, " ".join(arguments.what), command.lens)
        other = day_of_option(getattr(arguments, "and"))
        request = OfficeRequest(scope, command.lens, command.desk, datetime.now(), other)
        return [office_sheet(command.form, request, command.reader)]
    if SHEET_FORMS[command.form].kinds:
        keys = (
            find_record(command.reader, what, command.lens, command.kinds)
            for what in arguments.what
        )
        return sheets_of(
            command.form, [*dict.fromkeys(keys)], command.reader, command.lens, command.desk
        )
    if not arguments.what:
        return [_of_lines(command, _everything(command))]
    return [_of_lines(command, _hits(command, what)) for what in arguments.what]


def _of_lines(command: PrintCommand, found: FoundRecords) -> Sheet:
    counted = f"{len(found.lines):,} {'entry' if len(found.lines) == 1 else 'entries'}"
    return lines_sheet_of(
        command.form,
        found.lines,
        command.reader,
        command.lens,
        command.desk,
        found.title,
        subtitle=join_parts([SHEET_FORMS[command.form].name, counted, found.only], " · "),
        withheld=found.withheld,
        marking=found.marking,
    )


def _everything(command: PrintCommand) -> FoundRecords:
    reader, lens = command.reader, command.lens
    ids = [key for kind in command.kinds for key in reader.all_ids(kind, lens, DEFAULT_ORDER[kind])]
    over = replace(lens, ceiling=HIGHEST)
    hidden = sum(reader.count(kind, over) - reader.count(kind, lens) for kind in command.kinds)
    return FoundRecords("Everything on this desk", reader.lines(ids, lens), hidden)


def _hits(command: PrintCommand, words: str) -> FoundRecords:
    """Return what a uid or a query finds: of one record that is named, its events and
    agreements.
    """
    record = _find_record(command, words)
    if record is None:
        found = _of_query(command, words)
        if found.lines or found.withheld or command.form != "chronology":
            return found
        record = find_record(command.reader, words, command.lens)
    elif command.form == "chronology" and country_code(words):
        # The name of a state asks for all that its people and bodies were in, not for it alone.
        return _with(_of_query(command, words), _of_one(command, record))
    return _of_one(command, record)


def _with(found: FoundRecords, more: FoundRecords) -> FoundRecords:
    """Return what two questions find, each line once; what both withhold is mostly the same."""
    lines = {line.id: line for line in (*found.lines, *more.lines)}
    withheld, marking = max(found.withheld, more.withheld), max(found.marking, more.marking)
    return replace(found, lines=list(lines.values()), withheld=withheld, marking=marking)


def _find_record(command: PrintCommand, words: str) -> int | None:
    """Return the record of a uid, or the only one whose whole title the words are."""
    key = command.reader.find(words.strip(), command.lens)
    if key is not None or command.form in LISTS:
        return key
    namesakes = [
        line.id
        for kind in KINDS
        for line in command.reader.lines(
            command.reader.page(kind, parse_query(words), command.lens, cap=50).ids[:50],
            command.lens,
        )
        if fold(line.title) == fold(words)
    ]
    return namesakes[0] if len(namesakes) == 1 else None


def _of_one(command: PrintCommand, record: int) -> FoundRecords:
    reader, lens = command.reader, command.lens
    every = reader.dated_ids(record, replace(lens, ceiling=HIGHEST))
    dated = reader.dated_ids(record, lens)
    (own,) = reader.lines([record], lens)
    ids = [record, *dated] if own.kind in DATED else dated
    return FoundRecords(own.title, reader.lines(ids, lens), len(every) - len(dated), own.marking)


def _query_and_title(command: PrintCommand, words: str) -> tuple[Query, str]:
    """Return the query of some words, and its title; of a chronology a span or a state may stand
    alone.
    """
    if command.form == "chronology":
        try:
            parse_range(words)
        except Refused:
            pass
        else:
            return parse_query(f'held:"{words}"'), open_sentence(range_words(words))
        if code := country_code(words):
            return parse_query(f'country:"{words}"'), country_name(code)
    return parse_query(words), ""


def _in_order(command: PrintCommand, kind: str, query: Query) -> Sequence[int]:
    """Return the hits of one kind: best first, or as `list` lists them where only filters
    choose.
    """
    found = command.reader.page(kind, query, command.lens, cap=NO_LIMIT).ids
    if query.words:
        return found
    wanted = set(found)
    every = command.reader.all_ids(kind, command.lens, DEFAULT_ORDER[kind])
    return [key for key in every if key in wanted]


def _of_query(command: PrintCommand, words: str) -> FoundRecords:
    query, title = _query_and_title(command, words)
    for hint in query.hints:
        say(hint)
    ids: list[int] = []
    hidden = 0
    for kind in command.kinds:
        found = _in_order(command, kind, query)
        ids += found
        hidden += withheld_of(command.reader, kind, query, command.lens, found)
    if not ids and not hidden and command.form in LISTS:
        raise Refused(f"Nothing on this desk is found by “{words}”.")
    filter_text = only_words(query) if query.filters and not title else ""
    lines = command.reader.lines(ids, command.lens)
    return FoundRecords(title or query_words(query) or words, lines, hidden, only=filter_text)


def _report_lines(path: Path, pages: int | None, sheets: Sequence[Sheet]) -> Iterator[str]:
    page_count = "" if pages is None else f", {pages:,} {'page' if pages == 1 else 'pages'}"
    yield f"{path}{page_count}"
    yield from (f"{sheet.title}: {text}" for sheet in sheets if (text := sheet.withheld_text))
