"""Sheets as a document for Word: the same blocks in real styles, so that officers can edit them.

`outputs` asks it where the file ends in `.docx`. Heading levels, table heads and page numbers are
Word's own; a right-to-left text is set as such.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, Final

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.shared import Cm

from db import Progress
from desktop.paper.content.blocks import (
    Bullets,
    Chronology,
    Contents,
    Endnotes,
    Fields,
    Heading,
    Line,
    Paragraph,
    Quotation,
    Run,
    Sheet,
    TableBlock,
    Tree,
    TreeNode,
    italic,
    plain,
    runs,
)
from desktop.paper.content.printable_text import one_line
from desktop.paper.content.unprinted import unprinted_in
from desktop.paper.typst.compiling import UNREAD, Output, Paper
from desktop.paper.typst.payload import column_limit, sheet_direction
from desktop.paper.word.word_look import SIDE, new_document, set_section
from desktop.paper.word.word_text import (
    Element,
    bookmark_elements,
    element,
    field,
    floating,
    paragraph,
)

LABEL_WIDTH: Final = round(Cm(3.4) / 635)  # twips
NOTE_WIDTH: Final = round(Cm(0.9) / 635)
TREE_STEP: Final = round(Cm(0.8) / 635)


class _Writer:
    """Writes the blocks of one sheet; `number` keeps its bookmarks apart from other sheets'."""

    def __init__(self, document: Any, sheets: Sequence[Sheet], number: int, width: int) -> None:
        self.document, self.says = document, ""
        self.sheets, self.number, self.width = sheets, number, width
        self.way = sheet_direction(sheets[number])
        blocks = sheets[number].blocks
        self.notes = {n for block in blocks if isinstance(block, Endnotes) for n, _ in block.rows}
        self.placed: set[int] = set()

    def para(self, line: Line, style: str = "", in_sheet_way: bool = False) -> Element:
        """Return a paragraph whose endnotes lead to those that the sheet has."""
        line_runs = runs(line)
        missing = any(run.note is not None and run.note not in self.notes for run in line_runs)
        name = "" if missing else self.note_name()
        return paragraph(line_runs, style, sheet=self.way, in_sheet_way=in_sheet_way, notes=name)

    def note_name(self) -> str:
        return f"note_{self.number}_"

    def heading(self, block: Heading) -> list[Element]:
        text = plain(block.text).strip()
        return [self.para(text, f"Heading{block.level + 1}")] if text else []

    def fields(self, block: Fields) -> list[Element]:
        rows = [
            (self.label(label), [self.para(value, "Cell", True)]) for label, value in block.rows
        ]
        return self.ledger(rows)

    def label(self, text: Line) -> list[Element]:
        return [self.para(text, "Label", True)]

    def paragraph(self, block: Paragraph) -> list[Element]:
        return [self.para(block.text, "Aside" if block.quiet else "")]

    def chronology(self, block: Chronology) -> list[Element]:
        rows = []
        for row in block.rows:
            paragraphs = [self.para(row.what, "Cell", True)]
            if plain(row.aside).strip():
                paragraphs.append(self.para(row.aside, "Aside", True))
            rows.append((self.label(row.when), paragraphs))
        return self.ledger(rows)

    def ledger(
        self, rows: Sequence[tuple[list[Element], list[Element]]], left_out: int = LABEL_WIDTH
    ) -> list[Element]:
        """Return two columns without rules: fields, chronologies and sources."""
        return self.grid(rows, [left_out, self.width - left_out], heads=0, ruled=False)

    def table(self, block: TableBlock) -> list[Element]:
        count = max([len(block.head), *(len(row) for row in block.rows)], default=0)
        shares = [max(float(share), 0.01) for share in block.widths[:count]]
        shares += [1.0] * (count - len(shares))
        widths = [round(self.width * share / sum(shares)) for share in shares]
        head = [self.cell(_as_head(cell), False) for cell in block.head]
        body = [[self.cell(cell, at in block.figures) for at, cell in enumerate(row)]
                for row in block.rows]  # fmt: skip
        filled = [row + [self.cell("", False)] * (count - len(row)) for row in (head, *body)]
        return self.grid(filled, widths, heads=1, ruled=True) if count else []

    def cell(self, line: Line, figure: bool) -> list[Element]:
        para = self.para(line, "TableCell", True)
        if figure:
            para.pPr.append(element("w:jc", val="end"))
        return [para]

    def grid(
        self,
        rows: Sequence[Sequence[list[Element]]],
        widths: Sequence[int],
        heads: int,
        ruled: bool,
    ) -> list[Element]:
        """Return a table of paragraphs; its first `heads` rows are repeated on every page."""
        if not rows:
            return []
        columns = element("w:tblGrid", *(element("w:gridCol", w=str(each)) for each in widths))
        table = element("w:tbl", self.table_settings(sum(widths), ruled), columns)
        for at, row in enumerate(rows):
            table.append(_row(row, widths, at < heads))
        # Two tables that touch are one in Word; a paragraph also has to close every cell and page.
        return [table, paragraph("", "Gap")]

    def table_settings(self, width: int, ruled: bool) -> Element:
        settings = element("w:tblPr")
        if self.way == "rtl":
            settings.append(element("w:bidiVisual"))
        settings.append(element("w:tblW", w=str(width), type="dxa"))
        if ruled:
            line = {"val": "single", "sz": "4", "space": "0", "color": "B8B8B8"}
            rules = (element(f"w:{side}", **line) for side in ("bottom", "insideH"))
            settings.append(element("w:tblBorders", *rules))
        settings.append(element("w:tblLayout", type="fixed"))
        margins = (element("w:left", w="0", type="dxa"), element("w:right", w="90", type="dxa"))
        settings.append(element("w:tblCellMar", *margins))
        return settings

    def quotation(self, block: Quotation) -> list[Element]:
        source = Run("", note=block.source)
        paragraphs = [self.para([*runs(block.text), source], "Quote")]
        return [*paragraphs, self.para(block.who, "Aside")] if block.who else paragraphs

    def bullets(self, block: Bullets) -> list[Element]:
        return [self.para(row, "ListBullet") for row in block.rows]

    def endnotes(self, block: Endnotes) -> list[Element]:
        if not block.rows:
            return []
        rows = [(self.note(number), [self.para(text, "Source", True)])
                for number, text in block.rows]  # fmt: skip
        title = block.title.strip() or "Sources"
        return [*self.heading(Heading(title)), *self.ledger(rows, NOTE_WIDTH)]

    def note(self, number: int) -> list[Element]:
        """Return the number of a source; a bookmark where it stands first."""
        para = self.para(str(number), "Source", True)
        if number not in self.placed:
            self.placed.add(number)
            inside = para.findall(element("w:r").tag)
            key = self.number * 100_000 + number
            para.extend(bookmark_elements(f"{self.note_name()}{number}", key, *inside))
        return [para]

    def tree(self, block: Tree) -> list[Element]:
        """Return each box as a table of one cell, set in as deep as it hangs."""
        return [each for node in block.nodes for each in self.tree_box(node)]

    def tree_box(self, node: TreeNode) -> list[Element]:
        shift = min(node.depth * TREE_STEP, self.width // 2)
        lines: Sequence[Line] = [_bold(node.title), *node.rows]
        inside = [self.para(line, "TableCell", True) for line in lines]
        table, gap = self.grid([[inside]], [self.width - shift], heads=0, ruled=False)
        settings = table.find(element("w:tblPr").tag)
        line = {"val": "single", "sz": "4", "space": "0", "color": "8A8A8A"}
        sides = (element(f"w:{side}", **line) for side in ("top", "left", "bottom", "right"))
        layout = settings.find(element("w:tblLayout").tag)
        layout.addprevious(element("w:tblInd", w=str(shift), type="dxa"))
        layout.addprevious(element("w:tblBorders", *sides))
        return [table, gap]

    def contents(self, block: Contents) -> list[Element]:
        """Return the other sheets with their pages, which Word works out."""
        return [
            self.entry(number, sheet)
            for number, sheet in enumerate(self.sheets)
            if number != self.number
        ]

    def entry(self, number: int, sheet: Sheet) -> Element:
        para = self.para(sheet.title or sheet.words.untitled, "ContentsEntry", True)
        stop = element("w:tab", val="right", leader="dot", pos=str(self.width))
        para.pPr.insert(1, element("w:tabs", stop))
        words = para.findall(element("w:r").tag)
        link = element(
            "w:hyperlink", *words, element("w:r", element("w:tab")), anchor=_name(number)
        )
        link.extend(field(f"PAGEREF {_name(number)} \\h", " "))
        para.append(link)
        return para

    def title(self) -> list[Element]:
        """Return the name of the sheet with what stands below it."""
        sheet = self.sheets[self.number]
        name = self.para(plain(sheet.title).strip() or sheet.words.untitled, "Heading1")
        inside = name.findall(element("w:r").tag)
        name.extend(bookmark_elements(_name(self.number), 90_000_000 + self.number, *inside))
        self.place_portrait(name)
        paragraphs = [name]
        if sheet.native:
            native = Run(sheet.native, direction=sheet.native_direction,
                         language=sheet.native_language)  # fmt: skip
            paragraphs.append(self.para(native, "NativeName"))
        if plain(sheet.subtitle).strip():
            paragraphs.append(self.para(sheet.subtitle, "Subtitle"))
        if sheet.checked:
            paragraphs.append(self.para(sheet.checked, "Aside"))
        return paragraphs

    def place_portrait(self, name: Element) -> None:
        """Have the picture float at the far side of the title."""
        portrait = self.sheets[self.number].portrait
        if portrait is None:
            return
        aside = self.document.add_paragraph()
        try:
            picture = aside.add_run().add_picture(BytesIO(portrait.data), width=Cm(2.7))
        except (UnrecognizedImageError, UnexpectedEndOfFileError, InvalidImageStreamError):
            self.says = UNREAD
        else:
            picture._inline.docPr.set("descr", one_line(portrait.caption, 200))
            side = "right" if self.way == "ltr" else "left"
            name.insert(1, element("w:r", element("w:drawing", floating(picture._inline, side))))
        aside._p.getparent().remove(aside._p)

    def close(self) -> list[Element]:
        """Return what is said at the end: that there is nothing, and what the ceiling took."""
        sheet = self.sheets[self.number]
        empty = [] if sheet.blocks else [self.para(sheet.words.empty, "Aside")]
        asides = [self.para(italic(sheet.withheld_text), "Aside")] if sheet.withheld_text else []
        return [*empty, *asides]

    def body(self) -> Iterable[Element]:
        """Yield everything on the sheet in order."""
        yield from self.title()
        for block in self.sheets[self.number].blocks:
            yield from _KINDS[type(block)](self, block)
        yield from self.close()


_KINDS: dict[type, Callable[[_Writer, Any], list[Element]]] = {
    Heading: _Writer.heading,
    Fields: _Writer.fields,
    Paragraph: _Writer.paragraph,
    TableBlock: _Writer.table,
    Chronology: _Writer.chronology,
    Quotation: _Writer.quotation,
    Bullets: _Writer.bullets,
    Endnotes: _Writer.endnotes,
    Contents: _Writer.contents,
    Tree: _Writer.tree,
}


def _name(number: int) -> str:
    """Return the bookmark of a sheet."""
    return f"sheet_{number}"


def _bold(line: Line) -> Line:
    """Return a line in bold."""
    return tuple(replace(run, bold=True) for run in runs(line))


def _as_head(cell: Line) -> Line:
    """Return a column's head: bold, and no longer than a page bears on its top."""
    return Run(one_line(plain(cell), column_limit), bold=True)


def _row(cells: Sequence[list[Element]], widths: Sequence[int], head: bool) -> Element:
    settings = element("w:trPr", element("w:cantSplit"))
    if head:
        settings.append(element("w:tblHeader"))
    row = element("w:tr", settings)
    for inside, width in zip(cells, widths, strict=True):
        size = element("w:tcPr", element("w:tcW", w=str(width), type="dxa"))
        row.append(element("w:tc", size, *inside))
    return row


def word_document(
    sheets: Sequence[Sheet], paper: Paper = "a4", *, progress: Progress | None = None
) -> Output:
    """Return all the sheets as one document for Word, each beginning on its own page.

    `progress` is told after each sheet, and may end the work by raising `Stopped`.
    """
    sequence = list(sheets)
    document = new_document(sequence)
    body, says = document.element.body, ""
    for at, sheet in enumerate(sequence):
        if progress is not None:
            progress(at, len(sequence))
        section = set_section(document, sheet, at, paper)
        width = round((section.page_width - 2 * SIDE) / 635)
        last = body.sectPr
        writer = _Writer(document, sequence, at, width)
        for each in writer.body():
            last.addprevious(each)
        says = says or writer.says
    if progress is not None:
        progress(len(sequence), len(sequence))
    out = BytesIO()
    document.save(out)
    _release(document)
    return Output(out.getvalue(), says=f"{says} {unprinted_in(sequence)}".strip())


def _release(document: Any) -> None:
    """Give a written document back piece by piece.

    Its parts hold each other, head and foot of each sheet among them. Left to the interpreter, all
    would go at once, and every thread would stand still for as long as that takes.
    """
    for each in document.element.body:
        for row in each:
            row.clear()
        each.clear()
    package = document.part.package
    for part in [*package.iter_parts(), package]:
        vars(part).clear()
