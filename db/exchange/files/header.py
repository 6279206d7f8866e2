"""Which row of a table holds the headings, and what its columns are called; `files` asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

MAX_HEADER_ROWS = 60
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?%?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DATE = re.compile(
    r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*"
    r"|\d{1,2}(?:\.|st|nd|rd|th)? (?:de )?[^\W\d_]{3,}\.?,? (?:de )?\d{4}\.?(?: \w{1,2}\.?)?"
    r"|[^\W\d_]{3,} \d{1,2}, \d{4}|\d{4} ?[年년] ?\d{1,2} ?[月월].*"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+|\+\d[\d ()/.-]{5,}")
_MIN_FIGURE_PLACES = 2  # columns of figures under texts show that these are headings


def find_header(rows: Sequence[Sequence[str]]) -> int | None:
    """Index of the heading row among the first rows; None when the table begins with data.

    Titles, comments and blank rows above it are passed over.

    >>> find_header([["List of visits", ""], [], ["name", "date"], ["A", "2020-01-01"]])
    2
    >>> find_header([["1", "english"], ["2", "german"]]) is None
    True
    """
    widths = Counter(
        filled for filled in map(_count_filled_cells, rows[:MAX_HEADER_ROWS]) if filled
    )
    if not widths:
        return 0
    usual = max(widths.items(), key=lambda pair: (pair[1], pair[0]))[0]
    needed = max(2, round(usual * 0.6)) if usual > 1 else 1
    for index, row in enumerate(rows[:MAX_HEADER_ROWS]):
        if _count_filled_cells(row) >= needed and not is_comment(row):
            return None if _is_data(row, rows[index + 1 : MAX_HEADER_ROWS]) else index
    return next(index for index, row in enumerate(rows) if _count_filled_cells(row))


def join_headings(rows: Sequence[Sequence[str]], head: int) -> list[str]:
    """Return the headings of two rows, of which the upper heads groups of columns; none where the
    row below the heading is data.

    >>> join_headings([["Title", "Dates", ""], ["Title", "Signed", "Ended"], ["A", "2020", ""]], 0)
    ['Title', 'Signed', 'Ended']
    >>> join_headings([["Name", "Born", ""], ["Ana", "1961", "x"]], 0)
    []
    """
    upper, lower = ([cell.strip() for cell in row] for row in (*rows[head : head + 2], [])[:2])
    width = max(len(upper), len(lower))
    upper, lower = (side + [""] * (width - len(side)) for side in (upper, lower))
    below = [row for row in rows[head + 2 : MAX_HEADER_ROWS] if _count_filled_cells(row)]
    if not below or not _is_second_heading(upper, lower, below):
        return []
    groups, names = "", []
    for above, own in zip(upper, lower, strict=True):
        groups = above or groups
        names.append((groups if above or own else "", own))
    own_names = [own or above for above, own in names]
    return [
        f"{above} {own}" if own and above != own and own_names.count(own) > 1 else name
        for (above, own), name in zip(names, own_names, strict=True)
    ]


def _is_second_heading(
    upper: Sequence[str], lower: Sequence[str], below: Sequence[Sequence[str]]
) -> bool:
    """Say whether a row below a heading goes on with it: it has texts alone, stands where the
    heading has none or says the same, and heads columns of dates or figures.
    """
    if any(_shape(cell) not in ("", "text") or _YEAR.fullmatch(cell) for cell in lower):
        return False
    open_places = [at for at, cell in enumerate(upper) if not cell and lower[at]]
    groups = {at - 1 for at in open_places}
    same_places = [at for at, cell in enumerate(upper) if cell and cell == lower[at]]
    others = [
        at
        for at, cell in enumerate(lower)
        if cell and at not in open_places and at not in groups and at not in same_places
    ]
    if not open_places:
        return False
    figure_places = [
        at
        for at in range(len(lower))
        if lower[at] and at not in same_places
        and any(at < len(row) and _is_figure(row[at]) for row in below)
    ]  # fmt: skip
    if others:
        texts = [cell for cell in lower if cell]
        return len(figure_places) >= _MIN_FIGURE_PLACES and len(set(texts)) == len(texts)
    return bool(figure_places or same_places)


def _is_figure(cell: str) -> bool:
    return _shape(cell) in ("date", "number") or bool(_YEAR.fullmatch(cell.strip()))


def first_data(rows: Sequence[Sequence[str]]) -> int:
    """Index of the first filled row that is no comment, for a table without headings."""
    return next(
        (i for i, row in enumerate(rows) if _count_filled_cells(row) and not is_comment(row)), 0
    )


def is_comment(row: Sequence[str]) -> bool:
    """Say whether a row is a remark: it starts with # and fills only the first cell."""
    return bool(row) and row[0].lstrip().startswith("#") and _count_filled_cells(row) == 1


def name_columns(cells: Sequence[str], width: int) -> tuple[str, ...]:
    r"""Return a name for every column: blanks are numbered, same_places names told apart.

    >>> name_columns(["id", "", "name", "name", " two\nlines "], 6)
    ('id', 'column 2', 'name', 'name (2)', 'two lines', 'column 6')
    """
    names: list[str] = []
    used: set[str] = set()
    counts: dict[str, int] = {}  # the last number that a same_places name was given
    for index in range(width):
        text = " ".join(cells[index].split()) if index < len(cells) else ""
        base = name = text or f"column {index + 1}"
        while name in used:
            counts[base] = counts.get(base, 1) + 1
            name = f"{base} ({counts[base]})"
        used.add(name)
        names.append(name)
    return tuple(names)


def _count_filled_cells(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell and not cell.isspace())


def _shape(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    if _NUMBER.fullmatch(text) and not _YEAR.fullmatch(text):
        return "number"
    if _DATE.fullmatch(text):
        return "date"
    return "address" if _ADDRESS.fullmatch(text) else "text"


def _is_data(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Say whether every cell has the shape of its column, and one is a number or a date.

    A year may head a column of figures, so years tell nothing here.
    """
    if len(below) < 1:
        return False
    context = False
    for index, cell in enumerate(row):
        column = [_shape(other[index]) for other in below if index < len(other)]
        shapes = {shape for shape in column if shape}
        own = _shape(cell)
        if not own or own not in shapes or (own != "text" and shapes != {own}):
            return False
        context = context or own != "text"
    return context
