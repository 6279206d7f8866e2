"""What stands on a sheet: frozen blocks of plain text, the same for PDF, Word, web page and screen.

The forms build them from records; `typeset` and `page_html` set them. Nothing here is markup: a
star, a hash sign or an angle bracket in a text is printed as itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from typing import Literal
from unicodedata import bidirectional

from desktop.paper.content.isolates import FSI, has_direction, pieces

Direction = Literal["auto", "ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner; `note` prints the number of an endnote after it.

    `direction` "auto" takes the direction of the first strong letter. `language` is a BCP 47 tag
    and needed only where the run is not in the sheet's language. `link` is the id of the record
    that the run names, 0 for none, and `field` the path of the record's field that it shows, as in
    `Invalid.problems`: the screen follows the one and opens the form at the other, and paper takes
    no notice.
    """

    text: str
    bold: bool = False
    italic: bool = False
    note: int | None = None
    direction: Direction = "auto"
    language: str = ""
    link: int = 0
    field: str = dataclass_field(default="", compare=False)


Line = str | Run | Sequence[str | Run]
"""What every block takes as text: a string, a run, or several of them side by side."""


def bold(text: str, note: int | None = None) -> Run:
    """Return a bold run.

    >>> bold("about $500 million").bold
    True
    """
    return Run(text, bold=True, note=note)


def italic(text: str, note: int | None = None) -> Run:
    """Return an italic run.

    >>> italic("Syed").italic
    True
    """
    return Run(text, italic=True, note=note)


def split_note_marks(text: str, *notes: int) -> tuple[Run, ...]:
    """Return a text with the numbers of its endnotes after it.

    >>> [run.note for run in split_note_marks("Met the President.", 1, 3)]
    [1, 3]
    >>> split_note_marks("No source.") == (Run("No source."),)
    True
    """
    first = Run(text, note=notes[0] if notes else None)
    # A thin space keeps the notes 1 and 2 from being read as 12.
    return (first, *(Run("\u2009", note=number) for number in notes[1:]))


def runs(line: Line) -> tuple[Run, ...]:
    """Return any line as runs, each text that was enclosed in isolates as a run of its own.

    >>> [run.text for run in runs(["Munir; ", italic("Syed")])]
    ['Munir; ', 'Syed']
    >>> [run.text for run in runs("Dar, \\u2068عاصم\\u2069.")]
    ['Dar, ', 'عاصم', '.']
    >>> runs("")
    ()
    """
    if isinstance(line, str):
        return _cut(Run(line)) if line else ()
    if isinstance(line, Run):
        return _cut(line)
    parts = [Run(part) if isinstance(part, str) else part for part in line]
    if any(FSI in run.text for run in parts):
        return tuple(piece for run in parts for piece in _cut(run))
    return tuple(parts)


def _cut(run: Run) -> tuple[Run, ...]:
    """Return a run cut where `isolated` enclosed a text; its note stands after the last piece."""
    if FSI not in run.text:
        return (run,)
    texts = list(pieces(run.text)) or [""]
    cut = [replace(run, text=text, note=None) for text in texts]
    return (*cut[:-1], replace(cut[-1], note=run.note))


def with_field(line: Line, path: str) -> tuple[Run, ...]:
    """Return a line that shows a field, save where it says already what it shows.

    >>> [run.field for run in with_field([Run("Dar", field="family"), ", Ishaq"], "given")]
    ['family', 'given']
    """
    return tuple(run if run.field else replace(run, field=path) for run in runs(line))


def field_of_line(line: Line) -> str:
    """Return the path of the first field that a line shows; '' where it shows none.

    >>> field_of_line(["born ", Run("1950", field="born")]), field_of_line("1950")
    ('born', '')
    """
    return next((run.field for run in runs(line) if run.field), "")


def plain(line: Line) -> str:
    """Return the words of a line without their manner or notes.

    >>> plain(["Munir; ", italic("Syed")])
    'Munir; Syed'
    """
    return "".join(run.text for run in runs(line))


def direction_of(text: str) -> Literal["ltr", "rtl"]:
    """Return the direction of the first strong letter (Unicode Annex 9, rules P2 and P3).

    >>> direction_of("عاصم منیر"), direction_of("1947 – Karachi"), direction_of("")
    ('rtl', 'ltr', 'ltr')
    """
    if text.isascii():
        return "ltr"
    for letter in text:
        kind = bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def line_direction(line: Line) -> Literal["ltr", "rtl"]:
    """Say from which side a line is read: from the right only where every text in it is.

    >>> line_direction("عاصم منیر."), line_direction(["عاصم", ". ", "Signed at ", "لاہور"])
    ('rtl', 'ltr')
    """
    ways = {direction_of(run.text) for run in runs(line) if has_direction(run.text)}
    return "rtl" if ways == {"rtl"} else "ltr"


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's name; level 1 has a hairline under it, level 2 (a year, a side) has none.

    `field` is that of a run, where the name is something that the record says.
    """

    text: str
    level: Literal[1, 2] = 1
    field: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels on the left, what they hold on the right: `Fields([("Spoken", "Mr Dar")])`.

    What is folded stands behind a link on the screen, and on no paper.
    """

    rows: Sequence[tuple[Line, Line]]
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `quiet` sets it small and grey."""

    text: Line
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A ruled table whose head repeats on every page.

    `widths` are shares of the line, one for each column (empty: all alike); `figures` names the
    columns, counted from 0, that are set to the right.
    """

    head: Sequence[Line]
    rows: Sequence[Sequence[Line]]
    widths: Sequence[float] = ()
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: when, as known ("in July 2025"), what, and a small line below."""

    when: Line
    what: Line
    aside: Line = ""


@dataclass(frozen=True, slots=True)
class Chronology:
    """Dated entries in the order given; an undated entry has an empty `when`."""

    rows: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words as a source has them; `source` is the number of the endnote, `who` says who spoke."""

    text: Line
    source: int | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short points of equal rank."""

    rows: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Endnotes:
    """The numbered sources under their own heading; nothing at all where there are none."""

    rows: Sequence[tuple[int, Line]]
    title: str = "Sources"


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the other sheets of the document with their pages."""


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A box of a tree: its name with lines below it; `depth` counts from 0, the root."""

    depth: int
    title: Line
    rows: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """Boxes that hang below each other, in the order in which they are read: the root first.

    Those right below the root stand side by side, so many in a row, each with its own below it.
    """

    nodes: Sequence[TreeNode]
    columns: int = 4


Block = (
    Heading
    | Fields
    | Paragraph
    | TableBlock
    | Chronology
    | Quotation
    | Bullets
    | Endnotes
    | Contents
    | Tree
)


@dataclass(frozen=True, slots=True)
class Words:
    """The few words the setting itself adds, in the sheet's language."""

    page: str = "page"
    of: str = "of"
    one_withheld: str = "1 item withheld above this sheet’s ceiling."
    withheld: str = "{count} items withheld above this sheet’s ceiling."
    untitled: str = "Untitled"
    continued: str = "continued"
    empty: str = "Nothing is recorded here at this date and ceiling."


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture that stands beside the title: the bytes of a JPEG, PNG, GIF or WebP file."""

    data: bytes
    media_type: str
    caption: str  # for those who cannot see it


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper, of as many pages as it takes.

    `native` is the name in its own script, in the language `native_language`; `marking` stands in
    head and foot, without emphasis where the sheet `is_open` to anyone. `as_of` and `printed` are
    whole phrases ("as of 23 November 2026"), `checked` says how old the knowledge is, `withheld`
    counts what the ceiling took away.
    `language` is a BCP 47 tag and gives the direction of the whole sheet. A sheet may lie on paper
    of a `size` of its own, and be wider than high.
    """

    title: str
    blocks: Sequence[Block] = ()
    subtitle: Line = ""
    native: str = ""
    native_language: str = ""
    native_direction: Direction = "auto"
    marking: str = ""
    is_open: bool = False
    as_of: str = ""
    printed: str = ""
    desk: str = ""
    checked: str = ""
    withheld: int = 0
    language: str = "en"
    size: Literal["", "a3"] = ""
    is_wide: bool = False
    portrait: Portrait | None = None
    words: Words = dataclass_field(default_factory=Words)

    @property
    def withheld_text(self) -> str:
        """The sentence about what the ceiling took, or nothing.

        >>> Sheet("Dar", withheld=2).withheld_text
        '2 items withheld above this sheet’s ceiling.'
        >>> Sheet("Dar").withheld_text
        ''
        """
        if self.withheld <= 0:
            return ""
        if self.withheld == 1:
            return self.words.one_withheld
        return self.words.withheld.format(count=self.withheld)


def cover(title: str, sheets: Iterable[Sheet], marking: str, subtitle: Line = "") -> Sheet:
    """Return the contents sheet to put before several sheets; `marking` is the highest of theirs.

    Desk, dates and language are taken from the first sheet.

    >>> cover("Visit file", [Sheet("Dar", desk="Lahore desk")], "RESTRICTED").desk
    'Lahore desk'
    """
    first = next(iter(sheets), Sheet(title))
    return Sheet(
        title,
        (Contents(),),
        subtitle,
        marking=marking,
        as_of=first.as_of,
        printed=first.printed,
        desk=first.desk,
        language=first.language,
        words=first.words,
    )
