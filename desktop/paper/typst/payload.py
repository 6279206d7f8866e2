"""Sheets as plain JSON values, the only form in which their texts reach Typst.

`typeset` asks for it; `resources/typst` reads it. Text stays text: the templates never evaluate it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from desktop.paper.content.addresses import address_parts, is_address_in
from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Chronology,
    Contents,
    Endnotes,
    Entry,
    Fields,
    Heading,
    Line,
    Paragraph,
    Quotation,
    Run,
    Sheet,
    TableBlock,
    Tree,
    direction_of,
    line_direction,
    plain,
    runs,
)
from desktop.paper.content.isolates import direction_mark, has_direction
from desktop.paper.content.printable_text import one_line, printable

Json = dict[str, Any]

link_limit = 300
"""Numbers of endnotes on one sheet that are links; those after them are printed alike."""

column_limit = 120
"""Letters of a column's head; it stands on every page of its table."""

right_to_left = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ks", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages (ISO 639-1) whose sheets run from the right."""

unbroken = 600
"""Letters of an entry of a chronology that is not broken over two pages."""

head_limit = 70
"""Letters of the desk's name that fit the head of a page."""


def language(tag: str) -> tuple[str, str]:
    """Return a BCP 47 tag as the language and region codes Typst takes; English where it is no tag.

    Traditional characters, of no place that is named, are drawn as Taiwan draws them.

    >>> language("en-GB"), language("ur"), language("zh-Hant"), language("?")
    (('en', 'GB'), ('ur', ''), ('zh', 'TW'), ('en', ''))
    """
    first, *rest = tag.split("-")
    if not (first.isascii() and first.isalpha() and 2 <= len(first) <= 3):
        return "en", ""
    region = next((part for part in rest if len(part) == 2 and part.isalpha()), "")
    is_traditional = not region and "hant" in (part.casefold() for part in rest)
    return first.lower(), "TW" if is_traditional else region.upper()


def sheet_direction(sheet: Sheet) -> str:
    """Return the direction in which the whole sheet runs.

    >>> sheet_direction(Sheet("وزیر", language="ur")), sheet_direction(Sheet("Dar"))
    ('rtl', 'ltr')
    """
    return "rtl" if language(sheet.language)[0] in right_to_left else "ltr"


def _is_visible(line: Line) -> bool:
    """Say whether anything of a line can be seen."""
    return bool(printable(plain(line)).strip())


def _short(line: Line) -> Line:
    """Return a column's head, cut where it would fill the page that it has to stand on top of."""
    return line if len(plain(line)) <= column_limit else one_line(plain(line), column_limit)


def _ends_apart(run: Json, after: Sequence[str | Json]) -> bool:
    """Say whether a note, a number or a separator stands right after a run."""
    if "n" in run:
        return True
    follows = next((text for each in after if (text := _text_of(each)) or "n" in each), None)
    return follows is not None and not has_direction(follows[:1])


def _text_of(run: str | Json) -> str:
    return run if isinstance(run, str) else str(run["t"])


def _is_short(row: Entry) -> bool:
    """Say whether an entry stays on one page."""
    return len(plain(row.what)) + len(plain(row.aside)) <= unbroken


def _stands(block: Block) -> bool:
    """Say whether a block is set at all: a heading without words is none (ISO 14289-1, 7.4.2)."""
    return _is_visible(block.text) if isinstance(block, Heading) else True


class _Encoder:
    """Encodes the blocks of one sheet; knows its direction and which endnotes it has."""

    def __init__(self, sheet: Sheet) -> None:
        self.direction = sheet_direction(sheet)
        notes = [row for block in sheet.blocks if isinstance(block, Endnotes) for row in block.rows]
        self.notes = {number for number, _ in notes}
        self.placed: set[int] = set()
        self.in_section = False
        self.is_narrow = False  # within the columns of a table
        self.links = 0

    def run(self, run: Run) -> str | Json:
        """Return a run: a bare string where it needs no manner of its own."""
        text = printable(run.text)
        way = self.direction
        if run.direction != "auto" or has_direction(text):
            way = direction_of(text) if run.direction == "auto" else run.direction
        out: Json = {}
        if run.bold:
            out["b"] = True
        if run.italic:
            out["i"] = True
        if run.note is not None:
            out["n"] = run.note
            out["to"] = self.leads(run.note)
        if way != self.direction:
            out["d"] = way
        if way == self.direction == "ltr" and is_address_in(text):
            whole = printable(run.text, endless=True)
            out["p"] = address_parts(whole, is_narrow=self.is_narrow)
        if run.language:
            out["l"], region = language(run.language)
            if region:
                out["r"] = region
        return {"t": text, **out} if out else text

    def leads(self, note: int) -> bool:
        """Say whether the number of a note is a link; each one costs Typst half a millisecond."""
        self.links += note in self.notes
        return note in self.notes and self.links <= link_limit

    def line(self, line: Line) -> list[str | Json]:
        """Return a line as runs; neighbours without a manner of their own are one, for each costs
        time.
        """
        out: list[str | Json] = []
        for run in runs(line):
            encoded = self.run(run)
            if out and isinstance(encoded, str) and isinstance(before := out[-1], str):
                out[-1] = before + encoded
            else:
                out.append(encoded)
        for at, each in enumerate(out):
            if isinstance(each, dict) and "d" in each and _ends_apart(each, out[at + 1 :]):
                # Else a point, a number or a note after it would be taken to its direction.
                each["m"] = direction_mark(self.direction)
        return out

    def heading(self, block: Heading) -> Json:
        """Return a heading; no level is skipped, as PDF/UA-1 asks (ISO 14289-1, 7.4.2)."""
        section = block.level == 1
        level = 3 if self.in_section and not section else 2
        self.in_section = self.in_section or section
        return {"text": self.line(block.text), "level": level, "section": section}

    def fields(self, block: Fields) -> Json:
        return {"rows": [[self.line(label), self.line(value)] for label, value in block.rows]}

    def paragraph(self, block: Paragraph) -> Json:
        text, sheet = block.text, self.direction
        if has_direction(plain(text)):
            self.direction = line_direction(text)  # of the paragraph: what has none follows it
        out = {"text": self.line(text), "direction": self.direction, "quiet": block.quiet}
        self.direction = sheet
        return out

    def table(self, block: TableBlock) -> Json:
        """Return rows are filled or joined to the number of columns, so that none is lost or
        shifted.
        """
        count = max([len(block.head), *(len(row) for row in block.rows)], default=0)
        widths = [max(float(width), 0.01) for width in block.widths[:count]]
        return {
            "columns": count,
            "widths": widths + [1.0] * (count - len(widths)),
            "figures": sorted(block.figures),
            "head": self.cells([_short(cell) for cell in block.head], count),
            "rows": [self.cells(row, count) for row in block.rows],
        }

    def cells(self, row: Sequence[Line], count: int) -> list[list[str | Json]]:
        self.is_narrow = True
        texts = [self.line(cell) for cell in row]
        self.is_narrow = False
        return texts + [[]] * (count - len(row))

    def chronology(self, block: Chronology) -> Json:
        rows = [
            [*map(self.line, (row.when, row.what, row.aside)), _is_short(row)] for row in block.rows
        ]
        return {"rows": rows}

    def quotation(self, block: Quotation) -> Json:
        source = Run("", note=block.source)
        side = "right" if self.direction == "rtl" else "left"
        text = self.line([*runs(block.text), source])
        return {"text": text, "who": self.line(block.who), "side": side}

    def bullets(self, block: Bullets) -> Json:
        return {"rows": [self.line(row) for row in block.rows]}

    def endnotes(self, block: Endnotes) -> Json:
        """Return the endnotes; only the first row of a number can be jumped to: Typst allows one
        place for a name.
        """
        rows = []
        for number, text in block.rows:
            rows.append([number, self.line(text), number not in self.placed])
            self.placed.add(number)
        return {
            "rows": rows,
            "title": self.line(block.title if _is_visible(block.title) else "Sources"),
        }

    def contents(self, block: Contents) -> Json:
        """Return a direction mark keeps the page number on its side after a name in another
        script.
        """
        return {"mark": direction_mark(self.direction), "rows": []}

    def tree(self, block: Tree) -> Json:
        """Return the root's box and, for each box right below it, a column with all below it."""
        columns: list[list[Json]] = []
        root: Json | None = None
        for node in block.nodes:
            box = {
                "depth": max(0, node.depth - 1),
                "title": self.line(node.title),
                "rows": [self.line(row) for row in node.rows],
            }
            if not node.depth and root is None:
                root = box
            elif node.depth <= 1 or not columns:
                columns.append([{**box, "depth": 0}])
            else:
                columns[-1].append(box)
        side = "right" if self.direction == "rtl" else "left"
        return {"root": root, "columns": columns, "across": max(1, block.columns), "side": side}

    def block(self, block: Block) -> Json:
        kind, encode = _kinds[type(block)]
        return {"kind": kind, **encode(self, block)}


_kinds: dict[type, tuple[str, Callable[[_Encoder, Any], Json]]] = {
    Heading: ("heading", _Encoder.heading),
    Fields: ("fields", _Encoder.fields),
    Paragraph: ("paragraph", _Encoder.paragraph),
    TableBlock: ("table", _Encoder.table),
    Chronology: ("chronology", _Encoder.chronology),
    Quotation: ("quotation", _Encoder.quotation),
    Bullets: ("bullets", _Encoder.bullets),
    Endnotes: ("endnotes", _Encoder.endnotes),
    Contents: ("contents", _Encoder.contents),
    Tree: ("tree", _Encoder.tree),
}


def _portrait(sheet: Sheet) -> Json | None:
    """Return a picture as numbers, for JSON has no bytes."""
    if sheet.portrait is None:
        return None
    caption = one_line(sheet.portrait.caption, 200)
    return {"data": list(sheet.portrait.data), "said": caption}


def encode_sheet(sheet: Sheet) -> Json:
    """Return one sheet as JSON values.

    >>> encode_sheet(Sheet("Dar", [Bullets(["#x"])]))["blocks"]
    [{'kind': 'bullets', 'rows': [['#x']]}]
    """
    encoder = _Encoder(sheet)
    code, region = language(sheet.language)
    native_way = sheet.native_direction
    native = language(sheet.native_language or sheet.language)
    return {
        "title": encoder.line(sheet.title if _is_visible(sheet.title) else sheet.words.untitled),
        "subtitle": encoder.line(sheet.subtitle),
        "native": printable(sheet.native),
        "native_language": native[0],
        "native_region": native[1],
        "native_direction": direction_of(sheet.native) if native_way == "auto" else native_way,
        "marking": one_line(sheet.marking, head_limit),
        "open": sheet.is_open,
        "as_of": one_line(sheet.as_of, head_limit),
        "printed": one_line(sheet.printed, head_limit),
        "desk": one_line(sheet.desk, head_limit),
        "checked": one_line(sheet.checked, head_limit),
        "withheld": printable(sheet.withheld_text),
        "page": printable(sheet.words.page),
        "of": printable(sheet.words.of),
        "empty": printable(sheet.words.empty),
        "portrait": _portrait(sheet),
        "continued": False,
        "continued_word": printable(sheet.words.continued),
        "language": code,
        "region": region,
        "direction": encoder.direction,
        "size": sheet.size,
        "wide": sheet.is_wide,
        "listed": not any(isinstance(block, Contents) for block in sheet.blocks),
        "blocks": [encoder.block(block) for block in sheet.blocks if _stands(block)],
    }


def encode(sheets: Sequence[Sheet], paper: str) -> Json:
    """Return the whole document as JSON values; its title and keywords come from the sheets."""
    names = [one_line(sheet.title, 200) for sheet in sheets]
    return {
        "paper": paper,
        "numbered": True,
        "title": names[0] or sheets[0].words.untitled,
        "author": one_line(sheets[0].desk, 200),
        "keywords": [*names[1:40], one_line(sheets[0].native, 200)],
        "language": language(sheets[0].language)[0],
        "sheets": [encode_sheet(sheet) for sheet in sheets],
    }
