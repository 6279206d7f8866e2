"""Sheets as one web page that stands alone: the same blocks as on paper, no script, no address.

The `print` command asks for it where the file ends in `.html`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

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
    line_direction,
    runs,
)
from desktop.paper.content.printable_text import one_line, printable
from desktop.paper.typst.payload import language, sheet_direction

style = """
body { font: 11pt/1.45 "Libertinus Serif", "Noto Serif", "Noto Naskh Arabic", Georgia, serif;
  color: #111; max-width: 44em; margin: 2em auto; padding: 0 1em; }
article + article { border-top: 2px solid #b8b8b8; margin-top: 3em; padding-top: 1em; }
header, footer { display: flex; justify-content: space-between; gap: 1em;
  font-size: 80%; color: #595959; }
.marking { color: #b5470f; font-weight: bold; }
.open { color: inherit; font-weight: normal; }
.native { font-size: 150%; }
.portrait { float: inline-end; width: 6.5em; height: 8.2em; object-fit: cover;
  margin: .6em 0 0 1em; }
:lang(ur), :lang(ks) { font-family: "Noto Nastaliq Urdu", "Urdu Typesetting", serif; }
h1 { margin: .6em 0 .1em; }
h2 { font-variant: small-caps; font-size: 105%; color: #595959;
  border-bottom: 1px solid #b8b8b8; margin: 1.4em 0 .5em; }
h3 { font-size: 100%; margin: 1em 0 .4em; }
dl { display: grid; grid-template-columns: 9em 1fr; gap: .4em 1em; margin: 0; }
dl.notes { grid-template-columns: 1.4em 1fr; font-size: 85%; }
dt, small, .quiet { color: #595959; }
dd { margin: 0; overflow-wrap: anywhere; }
dd small { display: block; }
table { border-collapse: collapse; width: 100%; font-size: 90%; }
th, td { text-align: start; vertical-align: top; padding: .3em; border-bottom: 1px solid #b8b8b8; }
.figure { text-align: end; }
blockquote { border-inline-start: 2px solid #b8b8b8; margin: .6em 0; padding-inline-start: 1em; }
ul.tree { list-style: none; padding: 0; }
ul.tree li { border: 1px solid #b8b8b8; border-radius: 2px; padding: .3em .6em; margin: .35em 0; }
sup { line-height: 0; }
sup a { color: inherit; text-decoration: none; }
@media print { article { break-after: page; } }
"""


def _text(text: str) -> str:
    """Return text without markup; a place where an endless word may break is a `wbr`."""
    safe = escape(printable(text))
    return safe.replace("\u200b", "<wbr>").replace("\n", "<br>")


class _HtmlPage:
    """Writes the blocks of one sheet; `number` keeps its endnotes apart from other sheets'."""

    def __init__(self, number: int, sheets: tuple[Sheet, ...], links: bool) -> None:
        self.number, self.sheets, self.links = number, sheets, links
        self.placed: set[int] = set()
        blocks = sheets[number].blocks
        self.notes = {n for block in blocks if isinstance(block, Endnotes) for n, _ in block.rows}

    def run(self, run: Run) -> str:
        out = _text(run.text)
        if run.bold:
            out = f"<strong>{out}</strong>"
        if run.italic:
            out = f"<em>{out}</em>"
        if run.text and (run.language or run.direction != "auto" or not run.text.isascii()):
            lang = f' lang="{escape(run.language)}"' if run.language else ""
            out = f'<bdi dir="{run.direction}"{lang}>{out}</bdi>'
        if self.links and run.link and run.text:
            out = f'<a href="record:{run.link}">{out}</a>'
        if run.note is not None:
            out += f"<sup>{self.mark(run.note)}</sup>"
        return out

    def mark(self, note: int) -> str:
        """Return the number of an endnote; a link where that endnote stands on the same sheet."""
        link = f'<a href="#n{self.number}-{note}">{note}</a>'
        return link if note in self.notes else str(note)

    def line(self, line: Line) -> str:
        return "".join(self.run(run) for run in runs(line))

    def pairs(self, rows: Iterable[tuple[str, str]], opening: str = "<dl>") -> str:
        return (
            f"{opening}{''.join(f'<dt>{term}</dt><dd>{right}</dd>' for term, right in rows)}</dl>"
        )

    def heading(self, block: Heading) -> str:
        return f"<h{block.level + 1}>{self.line(block.text)}</h{block.level + 1}>"

    def fields(self, block: Fields) -> str:
        return self.pairs((self.line(label), self.line(value)) for label, value in block.rows)

    def paragraph(self, block: Paragraph) -> str:
        way = line_direction(block.text)
        return f'<p dir="{way}"{" class=quiet" if block.quiet else ""}>{self.line(block.text)}</p>'

    def table(self, block: TableBlock) -> str:
        def row(tag: str, cells: Iterable[Line]) -> str:
            texts = (self.cell(tag, at in block.figures, cell) for at, cell in enumerate(cells))
            return f"<tr>{''.join(texts)}</tr>"

        body = "".join(row("td", cells) for cells in block.rows)
        head = f"{_columns(block.widths)}<thead>{row('th', block.head)}</thead>"
        return f"<table>{head}<tbody>{body}</tbody></table>"

    def cell(self, tag: str, figure: bool, cell: Line) -> str:
        return f"<{tag}{' class=figure' if figure else ''}>{self.line(cell)}</{tag}>"

    def chronology(self, block: Chronology) -> str:
        def chronology_line(what: Line, aside: Line) -> str:
            below = self.line(aside)
            return self.line(what) + (f" <small>{below}</small>" if below else "")

        return self.pairs(
            (self.line(row.when), chronology_line(row.what, row.aside)) for row in block.rows
        )

    def quotation(self, block: Quotation) -> str:
        text = self.line([*runs(block.text), Run("", note=block.source)])
        who = f"<br><small>{self.line(block.who)}</small>" if block.who else ""
        return f'<blockquote dir="{line_direction(block.text)}">{text}{who}</blockquote>'

    def bullets(self, block: Bullets) -> str:
        return f"<ul>{''.join(f'<li>{self.line(row)}</li>' for row in block.rows)}</ul>"

    def endnotes(self, block: Endnotes) -> str:
        if not block.rows:
            return ""
        rows = ((self.anchor(number), self.line(text)) for number, text in block.rows)
        notes = self.pairs(rows, '<dl class="notes">')
        return f"<h2>{_text(block.title)}</h2>{notes}"

    def anchor(self, number: int) -> str:
        """Return the number of an endnote, to be jumped to where it stands first."""
        if number in self.placed:
            return str(number)
        self.placed.add(number)
        return f'<span id="n{self.number}-{number}">{number}</span>'

    def tree(self, block: Tree) -> str:
        """Return the boxes one below the other, each set in as deep as it hangs."""
        boxes = (
            f'<li style="{_indent(node.depth)}"><strong>{self.line(node.title)}</strong>'
            f"{''.join(f'<br>{self.line(row)}' for row in node.rows)}</li>"
            for node in block.nodes
        )
        return f'<ul class="tree">{"".join(boxes)}</ul>'

    def contents(self, block: Contents) -> str:
        rows = enumerate(self.sheets)
        items = (f'<li><a href="#s{at}">{_text(sheet.title)}</a></li>' for at, sheet in rows)
        return f"<ol>{''.join(item for at, item in enumerate(items) if at != self.number)}</ol>"


def _indent(depth: int) -> str:
    """Return how far a box of a tree is set in."""
    return f"margin-inline-start:{2 * depth}em"


def _columns(widths: Sequence[float]) -> str:
    """Return the shares of the line that the columns of a table take."""
    shares = (f'<col style="width:{100 * share / sum(widths):.0f}%">' for share in widths)
    return f"<colgroup>{''.join(shares)}</colgroup>" if widths else ""


_kinds: dict[type, Callable[[_HtmlPage, Any], str]] = {
    Heading: _HtmlPage.heading,
    Fields: _HtmlPage.fields,
    Paragraph: _HtmlPage.paragraph,
    TableBlock: _HtmlPage.table,
    Chronology: _HtmlPage.chronology,
    Quotation: _HtmlPage.quotation,
    Bullets: _HtmlPage.bullets,
    Endnotes: _HtmlPage.endnotes,
    Contents: _HtmlPage.contents,
    Tree: _HtmlPage.tree,
}


def _article(number: int, sheets: tuple[Sheet, ...], links: bool) -> str:
    """Return one sheet with its head and foot."""
    sheet, page = sheets[number], _HtmlPage(number, sheets, links)
    body = "".join(_kinds[type(block)](page, block) for block in sheet.blocks)
    native_language = escape(sheet.native_language)
    parts = [
        f'<article id="s{number}" lang="{"-".join(filter(None, language(sheet.language)))}" '
        f'dir="{sheet_direction(sheet)}">',
        _edge("header", sheet.desk, sheet, sheet.as_of),
        _picture(sheet),
        f'<h1 dir="auto">{_text(sheet.title or sheet.words.untitled)}</h1>',
        f"<p>{page.line(sheet.subtitle)}</p>" if sheet.subtitle else "",
        f'<p class="native" dir="{sheet.native_direction}" lang="{native_language}">'
        f"{_text(sheet.native)}</p>"
        if sheet.native
        else "",
        f'<p class="quiet">{_text(sheet.checked)}</p>' if sheet.checked else "",
        body or f'<p class="quiet">{_text(sheet.words.empty)}</p>',
        f'<p class="quiet">{_text(sheet.withheld_text)}</p>' if sheet.withheld_text else "",
        _edge("footer", sheet.printed, sheet, ""),
        "</article>",
    ]
    return "\n".join(filter(None, parts))


def _picture(sheet: Sheet) -> str:
    """Return the portrait, within the page itself."""
    if sheet.portrait is None:
        return ""
    data = b64encode(sheet.portrait.data).decode()
    kind, caption = escape(sheet.portrait.media_type), escape(one_line(sheet.portrait.caption, 200))
    return f'<img class="portrait" alt="{caption}" src="data:{kind};base64,{data}">'


def _edge(tag: str, left: str, sheet: Sheet, right: str) -> str:
    manner = "marking open" if sheet.is_open else "marking"
    middle = f'<span class="{manner}">{_text(sheet.marking)}</span>'
    return f"<{tag}><span>{_text(left)}</span> {middle} <span>{_text(right)}</span></{tag}>"


def page_html(sheets: Sheet | Iterable[Sheet], *, links: bool = False) -> str:
    """Return a whole HTML document of all the sheets, to be saved as UTF-8.

    With `links` the names of records lead to `record:ID`, for a reader that can open them; a file
    that is handed on is left without, for there they would lead nowhere.

    >>> "&lt;b&gt;x" in page_html(Sheet("t", [Paragraph("<b>x")]))
    True
    """
    sequence = (sheets,) if isinstance(sheets, Sheet) else tuple(sheets)
    title = escape(one_line(sequence[0].title, 200)) if sequence else ""
    body = "\n".join(_article(at, sequence, links) for at in range(len(sequence)))
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
        f"<title>{title}</title><style>{style}</style></head>\n<body>\n{body}\n</body></html>\n"
    )
