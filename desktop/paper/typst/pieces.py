"""Sets a long document in pieces: it tells how far it is, can be given up, and needs little memory.

`typeset` asks it. Typst takes four megabytes and more for a page, and half again as long for a page
of a long document as for one of a short; pieces of a few pages keep both within bounds. Each sheet
is in one piece; the numbers of pages and the contents are set when all pages are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from db import Progress
from desktop.paper.content.printable_text import one_line
from desktop.paper.typst.binding import Binder
from desktop.paper.typst.compiling import Printed, forget, set_data, set_numbers
from desktop.paper.typst.sheet_parts import weight

Json = dict[str, Any]

# Letters of JSON from which a document is set in pieces: some fifty pages.
MIN_LONG_LETTERS = 250_000
PIECE_LETTERS = 20_000  # letters of JSON in one piece
MAX_TITLE_LETTERS = 160  # letters of a title that the contents show
MIN_HEAVY_LETTERS = 100_000  # letters of JSON in a piece that Typst shall not remember
UNKNOWN_PAGE = 888  # stands in the contents while the others are set; it is as wide as any number


def is_long(data: Json) -> bool:
    """Say whether a document of several sheets is too long to be set at once."""
    return len(data["sheets"]) > 1 and sum(map(weight, data["sheets"])) > MIN_LONG_LETTERS


def _has_contents(sheet: Json) -> bool:
    return any(block["kind"] == "contents" for block in sheet["blocks"])


def groups_of_sheets(sheets: Sequence[Json]) -> Iterator[list[int]]:
    """Yield the places of sheets that are set together; one with the contents stands alone."""
    group: list[int] = []
    size = 0
    for place, sheet in enumerate(sheets):
        alone = _has_contents(sheet)
        if group and (alone or size > PIECE_LETTERS):
            yield group
            group, size = [], 0
        group.append(place)
        size = PIECE_LETTERS + 1 if alone else size + weight(sheet)
    yield group


def _short(title: list[Any]) -> list[Any]:
    """Return a title as the contents have room for it."""
    text = "".join(run if isinstance(run, str) else run["t"] for run in title)
    return title if len(text) <= MAX_TITLE_LETTERS else [one_line(text, MAX_TITLE_LETTERS)]


def set_in_pieces(data: Json, progress: Progress | None = None) -> Printed:
    """Return the whole document; `progress` is told after each piece how many sheets are set."""
    return _Setting(data, progress).whole()


class _Setting:
    """A document that is being set: what of it is done, and what is missing."""

    def __init__(self, data: Json, progress: Progress | None) -> None:
        self._data, self._progress = data, progress
        self._sheets: list[Json] = data["sheets"]
        self._binder = Binder()
        self._starts: dict[int, int] = {}  # the first page of each sheet by its place
        self._missing: dict[str, str] = {}
        self._archival, self._also = True, ""

    def whole(self) -> Printed:
        total = 0
        contents = []
        for group in groups_of_sheets(self._sheets):
            self._notify(group[0])
            first = total + 1
            if _has_contents(self._sheets[group[0]]):
                contents.append(group[0])
                self._starts[group[0]] = first
                total += self._set(self._with_pages(group[0])).pages
            else:
                starts, count = self._bind(group, [self._sheets[at] for at in group], first)
                self._starts.update(zip(group, starts, strict=True))
                total += count
        for place in contents:
            self._bind([place], self._with_pages(place), self._starts[place])
        self._notify(len(self._sheets))
        pdf = self._binder.close(set_numbers(self._numbers(total)))
        places = tuple(self._missing.values())
        return Printed(pdf, total, tuple(self._missing), self._archival, places, self._also)

    def _notify(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, len(self._sheets))

    def _set(self, sheets: list[Json]) -> Printed:
        printed = set_data({**self._data, "sheets": sheets, "numbered": False})
        if sum(map(weight, sheets)) > MIN_HEAVY_LETTERS:
            forget()
        self._archival = self._archival and printed.archival
        self._also = self._also or printed.also
        for letter, where in zip(printed.missing, printed.where, strict=True):
            self._missing.setdefault(letter, where)
        return printed

    def _bind(self, group: list[int], sheets: list[Json], first: int) -> tuple[list[int], int]:
        """Set sheets and take them in; the first pages of each, and how many there are in all."""
        added = self._binder.add(group[0], self._set(sheets).pdf, first)
        # What stands in no outline, as the contents do not, begins with its piece.
        starts = [first + page for page in added.starts] or [first]
        return starts, added.pages

    def _with_pages(self, place: int) -> list[Json]:
        """Return the sheet with the contents, with the pages of the others as far as they are
        known.
        """
        rows = [
            [_short(sheet["title"]), self._starts.get(at, UNKNOWN_PAGE)]
            for at, sheet in enumerate(self._sheets)
            if sheet["listed"]
        ]
        sheet = self._sheets[place]
        blocks = [
            {**block, "rows": rows} if block["kind"] == "contents" else block
            for block in sheet["blocks"]
        ]
        return [{**sheet, "blocks": blocks}]

    def _numbers(self, total: int) -> Json:
        """Return what stands in the foot of each page: which it is, of how many."""
        numbers = []
        starts = {page: self._sheets[at] for at, page in self._starts.items()}
        sheet = self._sheets[0]
        for page in range(1, total + 1):
            sheet = starts.get(page, sheet)
            numbers.append(
                {
                    "text": f"{sheet['page']} {page} {sheet['of']} {total}",
                    "language": sheet["language"],
                    "direction": sheet["direction"],
                }
            )
        return {"paper": self._data["paper"], "title": self._data["title"], "numbers": numbers}
