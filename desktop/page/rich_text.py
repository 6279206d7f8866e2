"""Blocks as the rich text that Qt can set: what paper prints, on the screen; the page asks it.

Every text is escaped; the only addresses are the page's own: `record:7`, `all:3`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.page.look import Look
from desktop.paper.content.blocks import (
    Block,
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
    TableBlock,
    Tree,
    field_of_line,
    line_direction,
    plain,
    runs,
)
from desktop.paper.content.printable_text import printable

FIRST_ROWS: Final = 40  # of a section, until all of them are asked for
_ROWS_A_TABLE: Final = 20  # rows in one table: Qt lays a table out whole, and several as they come
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
_BLANK: Final = "&nbsp;"  # after an empty last cell Qt forgets the room above what follows
_MAX_TEXT_LETTERS: Final = 100_000  # of a text on a page; Qt sets a paragraph in one piece
_MIN_PROSE_LETTERS: Final = 60  # letters from which a right-to-left text is set from the right


class TextRow(NamedTuple):
    """A label, what it names as rich text, and the marks of the endnotes at its end; `field` is
    what all of it shows that does not show another.
    """

    label: str
    text: str
    notes: str = ""
    direction: str = "ltr"
    field: str = ""


def text_of(text: str) -> str:
    """Return a text without markup; a run that is not plain ASCII keeps its direction to itself.

    >>> text_of("<b>&"), text_of("Dar\\nRubio")
    ('&lt;b&gt;&amp;', 'Dar<br>Rubio')
    >>> text_of("عاصم") == "\\u2068عاصم\\u2069"
    True
    """
    if len(text) > _MAX_TEXT_LETTERS:
        says = QCoreApplication.translate("Page", "… {count} more letters are in the form.")
        more = escape(says.format(count=f"{len(text) - _MAX_TEXT_LETTERS:,}"))
        return f"{text_of(text[:_MAX_TEXT_LETTERS])}<br><i>{more}</i>"
    # The page breaks an endless word by itself: no spaces are put in that would be copied.
    safe = escape(printable(text).replace("\u200b", "")).replace("\n", "<br>")
    return safe if text.isascii() else f"{_ISOLATE}{safe}{_END}"


def run_of(run: Run) -> str:
    """Return a run in its manner, a link where it names a record."""
    out = text_of(run.text)
    if run.bold:
        out = f"<b>{out}</b>"
    if run.italic:
        out = f"<i>{out}</i>"
    if run.link and run.text:
        out = f'<a href="record:{run.link}">{out}</a>'
    return f"<span{shows(run.field)}>{out}</span>" if run.field and run.text else out


def shows(field: str) -> str:
    """Return the attribute that tells of a stretch of text, and all within it, which field of the
    record it shows.

    It is the one attribute that Qt keeps with every letter; `PageText` reads it back.

    >>> shows("tenures[0].since"), shows("")
    (' title="tenures[0].since"', '')
    """
    return f' title="{escape(field)}"' if field else ""


def line_of(line: Line) -> str:
    """Return the runs of a line, without the marks of their endnotes."""
    return "".join(run_of(run) for run in runs(line))


def notes_of(line: Line) -> str:
    """Return the marks of a line's endnotes, each once.

    >>> notes_of([Run("Met Dar", note=2), Run("", note=1), Run("again", note=2)])
    '[2] [1]'
    """
    found = dict.fromkeys(run.note for run in runs(line) if run.note is not None)
    return " ".join(f"[{number}]" for number in found)


def direction(line: Line) -> str:
    """Say from which side a line is set: a name on a line of its own stays where names are.

    >>> direction("عاصم منیر"), direction("عاصم منیر " * 10)
    ('ltr', 'rtl')
    """
    text = plain(line)
    return line_direction(line) if len(text) > _MIN_PROSE_LETTERS else "ltr"


def document(blocks: Sequence[Block], look: Look, opened: frozenset[int] = frozenset()) -> str:
    """Return the text of a page; `opened` numbers the blocks whose rows are all shown."""
    return "".join(_Setter(look, opened).set(at, block) for at, block in enumerate(blocks))


def longest_label(blocks: Sequence[Block]) -> int:
    """Return the letters of the longest label that stands beside what it names.

    >>> longest_label([Fields([("Nationality", "Pakistan"), ("Born", "1950")])])
    11
    """
    labels: list[Line] = []
    for block in blocks:
        if isinstance(block, Fields):
            labels += [label for label, _ in block.rows]
        elif isinstance(block, Chronology):
            labels += [entry.when for entry in block.rows]
    return max((len(plain(label)) for label in labels), default=0)


def rows_of(rows: Iterable[TextRow], look: Look) -> str:
    """Return rows as on the drawing: the label in a column of its own, marks at the right. What has
    no label stands in the same column as all that has one.
    """
    listed_rows = list(rows)
    if look.is_stacked:
        return "".join(_stack_html(row) for row in listed_rows)
    return "".join(_table(part, look) for part in _portions(listed_rows))


def section_of(title: str) -> str:
    """Return the name of a section."""
    return f'<h4 class="section" style="margin: 16px 0 4px 0">{text_of(title)}</h4>'


def _portions(rows: list[TextRow]) -> Iterator[list[TextRow]]:
    for at in range(0, len(rows), _ROWS_A_TABLE):
        yield rows[at : at + _ROWS_A_TABLE]


def _table(rows: Sequence[TextRow], look: Look) -> str:
    # Marks take no room where a whole portion has none.
    marks = any(row.notes for row in rows)
    out = ['<table width="100%" cellspacing="0" cellpadding="0">']
    for row in rows:
        note = f'<td class="note" align="right" width="{look.note}">{row.notes or _BLANK}</td>'
        out.append(
            f"<tr{shows(row.field)}>"
            f'<td width="{look.label}" class="label" style="padding: 2px 12px 2px 0">'
            f'{row.label}</td><td dir="{row.direction}" style="padding: 2px 0">{row.text}</td>'
            f"{note if marks else ''}</tr>"
        )
    return "".join([*out, "</table>"])


def _stack_html(row: TextRow) -> str:
    field = shows(row.field)
    label = f'<p class="label"{field} style="margin: 6px 0 0 0">{row.label}</p>'
    label = label if row.label else ""
    notes = f' <span class="note">{row.notes}</span>' if row.notes else ""
    return f'{label}<p dir="{row.direction}"{field} style="margin: 0 0 4px 0">{row.text}{notes}</p>'


class _Setter:
    """Sets one block after the other."""

    def __init__(self, look: Look, opened: frozenset[int]) -> None:
        self.look, self.opened = look, opened

    def set(self, at: int, block: Block) -> str:
        """Return one block; a long one shows its first rows and a way to the others."""
        visible, rows_left = self._cut(at, block)
        out = _SETTINGS[type(block)](self, visible)
        if rows_left:
            words = QCoreApplication.translate("Page", "Show {count} more")
            if isinstance(block, Fields) and block.is_folded:
                words = QCoreApplication.translate("Page", "Identifiers in files ({count})")
            words = words.format(count=rows_left)
            out += rows_of([TextRow("", f'<a href="all:{at}">{words}</a>')], self.look)
        return out

    def _cut(self, at: int, block: Any) -> tuple[Any, int]:
        if at in self.opened:
            return block, 0
        if isinstance(block, Fields) and block.is_folded:
            return Fields(()), len(block.rows)
        rows_left = len(getattr(block, "rows", ())) - FIRST_ROWS
        if rows_left <= 0:
            return block, 0
        first = block.rows[:FIRST_ROWS]
        if isinstance(block, TableBlock):
            return TableBlock(block.head, first, block.widths, block.figures), rows_left
        if isinstance(block, Endnotes):
            return Endnotes(first, block.title), rows_left
        return type(block)(first), rows_left

    def heading(self, block: Heading) -> str:
        if block.level == 1:
            return section_of(block.text)
        field = shows(block.field)
        return f'<h4 class="part"{field} style="margin: 8px 0 2px 0">{text_of(block.text)}</h4>'

    def fields(self, block: Fields) -> str:
        text_rows = (
            TextRow(
                line_of(label), line_of(line), notes_of(line), direction(line), field_of_line(line)
            )
            for label, line in block.rows
        )
        return rows_of(text_rows, self.look)

    def paragraph(self, block: Paragraph) -> str:
        notes = notes_of(block.text)
        mark = f' <span class="note">{notes}</span>' if notes else ""
        kind = ' class="aside"' if block.quiet else ""
        way = direction(block.text)
        kind += shows(field_of_line(block.text))
        return f'<p dir="{way}"{kind} style="margin: 4px 0">{line_of(block.text)}{mark}</p>'

    def chronology(self, block: Chronology) -> str:
        text_rows = (
            TextRow(
                line_of(entry.when),
                line_of(entry.what) + _aside(entry.aside),
                notes_of([*runs(entry.what), *runs(entry.aside)]),
                direction(entry.what),
                field_of_line(entry.what),
            )
            for entry in block.rows
        )
        return rows_of(text_rows, self.look)

    def quotation(self, block: Quotation) -> str:
        notes = f' <span class="note">[{block.source}]</span>' if block.source else ""
        who = _aside(block.who)
        return (
            '<table cellspacing="0" cellpadding="0" style="margin: 4px 0"><tr>'
            '<td class="bar" width="3"></td>'
            f'<td dir="{direction(block.text)}" style="padding: 0 12px">'
            f"{line_of(block.text)}{notes}{who}</td></tr></table>"
        )

    def bullets(self, block: Bullets) -> str:
        points = "".join(
            f"<li{shows(field_of_line(row))}>{line_of(row)}{_marked_html(row)}</li>"
            for row in block.rows
        )
        return f'<ul style="margin: 0; -qt-list-indent: 1">{points}</ul>'

    def endnotes(self, block: Endnotes) -> str:
        if not block.rows:
            return ""
        text_rows = (
            TextRow(f"[{number}]", line_of(line), "", direction(line), field_of_line(line))
            for number, line in block.rows
        )
        return section_of(block.title) + rows_of(text_rows, self.look)

    def table(self, block: TableBlock) -> str:
        return self._cards(block) if self.look.is_stacked else self._grid(block)

    def _grid(self, block: TableBlock) -> str:
        total = sum(block.widths) or len(block.head)
        shares = [round(100 * width / total) for width in block.widths or [1] * len(block.head)]
        out = ['<table width="100%" cellspacing="0" cellpadding="0">', "<tr>"]
        out += [
            f'<td dir="ltr" class="head" width="{share}%" style="padding: 3px 12px 3px 0"'
            f"{_end(at in block.figures)}>{line_of(cell)}</td>"
            for at, (share, cell) in enumerate(zip(shares, block.head, strict=True))
        ]
        out.append("</tr>")
        for row in block.rows:
            cells = "".join(
                f'<td dir="{direction(cell)}"{shows(field_of_line(cell))}'
                f' style="padding: 3px 12px 3px 0"'
                f"{_end(at in block.figures)}>{line_of(cell) or _BLANK}{_marked_html(cell)}</td>"
                for at, cell in enumerate(row)
            )
            out.append(f"<tr>{cells}</tr>")
        return "".join([*out, "</table>"])

    def _cards(self, block: TableBlock) -> str:
        """Say where there is no room for columns: each row as its first cell with the others
        below.
        """
        out = []
        for row in block.rows:
            more = [
                f"<span{shows(field_of_line(cell))}>"
                f'<span class="label">{line_of(head)}</span> {line_of(cell)}{_marked_html(cell)}'
                "</span>"
                for head, cell in list(zip(block.head, row, strict=False))[1:]
                if plain(cell)
            ]
            first = f"{line_of(row[0])}{_marked_html(row[0])}" if row else ""
            out.append(
                f'<p style="margin: 6px 0 2px 0">{"<br>".join(filter(None, [first, *more]))}</p>'
            )
        return "".join(out)

    def contents(self, _: Contents) -> str:
        return ""

    def tree(self, block: Tree) -> str:
        """Return the boxes one below the other, each set in as deep as it hangs."""
        return "".join(
            f'<p style="margin: 4px 0 4px {16 * node.depth}px"><b>{line_of(node.title)}</b>'
            f"{''.join(f'<br>{line_of(row)}' for row in node.rows)}</p>"
            for node in block.nodes
        )


def _marked_html(line: Line) -> str:
    notes = notes_of(line)
    return f' <span class="note">{notes}</span>' if notes else ""


def _aside(line: Line) -> str:
    below = line_of(line)
    return f'<br><span class="aside">{below}</span>' if below else ""


def _end(figure: bool) -> str:
    return ' align="right"' if figure else ""


_SETTINGS: Final[dict[type[Any], Callable[[_Setter, Any], str]]] = {
    Heading: _Setter.heading,
    Fields: _Setter.fields,
    Paragraph: _Setter.paragraph,
    TableBlock: _Setter.table,
    Chronology: _Setter.chronology,
    Quotation: _Setter.quotation,
    Bullets: _Setter.bullets,
    Endnotes: _Setter.endnotes,
    Contents: _Setter.contents,
    Tree: _Setter.tree,
}
