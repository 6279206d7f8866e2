"""The figures of paper: one sheet and a long chronology beside bare Typst, and a thick dossier.

Bare Typst sets the same page: the same words in the same look on the same paper with the same
fonts, tagged and archival as ours, but from markup that is ready. What is left is what our own way
from the desk to the page costs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

import typst

from db import Lens, Reader, open_desk
from desktop.commands.console.output import say
from desktop.paper.content.blocks import (
    Bullets,
    Chronology,
    Endnotes,
    Fields,
    Heading,
    Paragraph,
    Quotation,
    Sheet,
    TableBlock,
    plain,
)
from desktop.paper.outputs import write
from desktop.paper.sheets.several import lines_sheet_of, sheets_of
from desktop.paper.sheets.sheet_forms import bind_sheets
from desktop.paper.typst.compiling import standards, with_fonts
from desktop.paper.typst.typeset import typeset
from tests.bench.figure import Figure, against_floor, seconds
from tests.bench.ground import Ground

SHEETS = 25  # of one record each
SHEET_LIMIT = 250.0  # ms
JOURNEYS = 4_271
CHRONOLOGIES = 3
PAGES = 500
DOSSIER_LIMIT, MEMORY_LIMIT = 60.0, 600.0  # s, MB
SEED = 11


def sheet(ground: Ground) -> Figure:
    """From the record on the desk to the PDF of its sheet, beside bare Typst."""
    lens = Lens()
    with ground.copy() as path, open_desk(path, read_only=True) as store:
        ids = _some(store.reader, lens, SHEETS + 1)
        _print(store.reader, lens, ids[:1])  # fonts are looked for once
        ours, floor = [], []
        for key in ids[1:]:
            made = sheets_of("", [key], store.reader, lens, "Desk")
            floor.append(seconds(partial(bare, made)))
            ours.append(seconds(partial(_print, store.reader, lens, [key])))
        _beside_office(sheets_of("", ids[:1], store.reader, lens, "Desk"), ours)
    figure = against_floor(ours, floor)
    say(f"A sheet took {1000 * figure.ours:.0f} ms; the limit is {SHEET_LIMIT:.0f} ms.")
    return figure


def _some(reader: Reader, lens: Lens, count: int) -> list[int]:
    ids = reader.all_ids("person", lens, "name")
    return Random(SEED).sample(list(ids), min(count, len(ids)))


def _print(reader: Reader, lens: Lens, ids: Sequence[int]) -> int:
    return typeset(bind_sheets(sheets_of("", ids, reader, lens, "Desk"))).pages


def chronology(ground: Ground) -> Figure:
    """From the lines of some thousand events to the PDF of their chronology."""
    lens = Lens()
    ours, floor = [], []
    with ground.copy() as path, open_desk(path, read_only=True) as store:
        every = store.reader.all_ids("event", lens, "when")
        for turn in range(CHRONOLOGIES):
            # Other events each time: what Typst has set once it does not set again.
            ids = list(every[turn : turn + JOURNEYS])
            lines = store.reader.lines(ids, lens)
            made = lines_sheet_of(
                "chronology", lines, store.reader, lens, "Desk", f"Journeys {turn}"
            )
            floor.append(seconds(partial(bare, [made])))
            ours.append(seconds(partial(_chronology, store.reader, lens, ids, turn)))
    return against_floor(ours, floor)


def _chronology(reader: Reader, lens: Lens, ids: Sequence[int], turn: int) -> None:
    lines = reader.lines(ids, lens)
    title = f"The journeys {turn}"
    typeset(lines_sheet_of("chronology", lines, reader, lens, "Desk", title))


def dossier(ground: Ground) -> Figure:
    """Some hundred sheets in one document with contents, in a process of its own."""
    with ground.copy() as path:
        told = ground.process("dossier", str(path), str(PAGES))
    say(
        f"The dossier of {told['pages']} pages took {told['megabytes']:.0f} MB at most;"
        f" the limit is {MEMORY_LIMIT:.0f} MB."
    )
    spent = float(told["seconds"])
    return Figure(spent, DOSSIER_LIMIT, spent / DOSSIER_LIMIT, "s", 1)


def print_dossier(path: Path, pages: int) -> dict[str, Any]:
    """Prints so many pages of a desk; what `dossier` asks in another process."""
    lens = Lens()
    with open_desk(path, read_only=True) as store:
        one = _print(store.reader, lens, _some(store.reader, lens, 20)) / 20
        ids = _some(store.reader, lens, round(1.15 * pages / one))
        begun = time.perf_counter()
        printed = _print(store.reader, lens, ids)
    return {"seconds": time.perf_counter() - begun, "pages": printed}


def _beside_office(sheets: list[Sheet], ours: Sequence[float]) -> None:
    """Tells how long LibreOffice takes for the same sheet, where it is installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return
    with tempfile.TemporaryDirectory() as room:
        path, _ = write(sheets, Path(room) / "sheet.docx")
        home = f"-env:UserInstallation=file://{room}/home"
        order = [office, home, "--headless", "--convert-to", "pdf", "--outdir", room, str(path)]
        run = partial(subprocess.run, order, capture_output=True, check=True)
        run()  # the first makes its folder
        spent = seconds(run)
    times = spent / sorted(ours)[len(ours) // 2]
    say(f"LibreOffice takes {spent:.2f} s for the same sheet, {times:.0f} times as long.")


# the floor

LOOK = """
#let edge(..three) = {
  set text(size: 8pt, fill: rgb("#595959"))
  grid(columns: (1fr, auto, 1fr), align: (start, center, end), ..three)
}
#set page(paper: "a4", margin: (x: 2.4cm, top: 2.5cm, bottom: 2.4cm), header-ascent: 38%,
  footer-descent: 42%, header: edge([Desk], [], [as of today]), footer: edge([printed today], [],
  context [page #counter(page).display() of #counter(page).final().first()]))
#set text(size: 10pt, fill: rgb("#111111"), number-type: "old-style", lang: "en")
#set par(justify: true, leading: 0.58em, spacing: 0.85em)
#show heading.where(level: 1): it => block(text(size: 20pt, number-type: "lining", it.body))
#show heading.where(level: 2): it => block(above: 17pt, below: 9pt, width: 100%, sticky: true, {
  text(size: 10.5pt, fill: rgb("#595959"), tracking: 0.06em, smallcaps(it.body))
  v(5pt, weak: true)
  line(length: 100%, stroke: 0.5pt + rgb("#b8b8b8"))
})
#let label(body) = text(fill: rgb("#595959"), body)
#let aside(body) = block(above: 4pt, text(size: 9pt, fill: rgb("#595959"), body))
#let ledger(..cells) = grid(columns: (3.4cm, 1fr), column-gutter: 12pt, row-gutter: 9.5pt, ..cells)
"""


@cache
def _fonts(system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system)


def bare(sheets: Sequence[Sheet]) -> bytes:
    """The words of sheets set by Typst alone from ready markup."""
    source = "".join(_source(each) for each in sheets)
    whole, system = with_fonts({"text": source})
    listed = ", ".join(json.dumps(name) for name in whole["fonts"])
    head = f"#set document(title: {_quoted(sheets[0].title)})\n#set text(font: ({listed}))\n"
    return typst.compile(
        (head + LOOK + source).encode(),
        font_paths=_fonts(system),
        ignore_system_fonts=True,
        pdf_standards=standards,
    )


def _quoted(text: str) -> str:
    """A text as a string of Typst's.

    >>> _quoted('say "x"')
    '"say \\\\"x\\\\""'
    """
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{safe}"'


def _source(sheet: Sheet) -> str:
    title = f"heading(level: 1, {_quoted(sheet.title)})"
    below = (_quoted(plain(sheet.subtitle)), _quoted(sheet.checked), _quoted(sheet.native))
    cells = f"{title}, {below[2]}, {below[0]}, {below[1]}"
    parts = [f"#grid(columns: (1fr, auto), row-gutter: 10pt, {cells})\n"]
    for block in sheet.blocks:
        parts.extend(_markup(block))
    return "".join(parts)


def _markup(block: object) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"#heading(level: 2, {_quoted(block.text or '-')})\n"
    elif isinstance(block, Paragraph | Quotation):
        yield f"#par({_quoted(plain(block.text))})\n"
    elif isinstance(block, Bullets):
        yield f"#list({_listed(plain(row) for row in block.rows)})\n" if block.rows else ""
    elif isinstance(block, TableBlock):
        cells = [plain(cell) for row in (block.head, *block.rows) for cell in row]
        yield f"#table(columns: {len(block.head) or 1}, {_listed(cells)})\n"
    elif isinstance(block, Fields | Chronology | Endnotes):
        yield f"#ledger({', '.join(_pairs(block))})\n"


def _pairs(block: Fields | Chronology | Endnotes) -> Iterator[str]:
    if isinstance(block, Chronology):
        for row in block.rows:
            below = f"#aside({_quoted(plain(row.aside))})" if plain(row.aside) else ""
            yield f"label({_quoted(plain(row.when))})"
            yield f"[#{_quoted(plain(row.what))}{below}]"
        return
    for left, right in block.rows:
        yield f"label({_quoted(f'{left}' if isinstance(left, int) else plain(left))})"
        yield _quoted(plain(right))


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(map(_quoted, texts))
