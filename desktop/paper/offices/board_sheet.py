"""The office board on paper: every office of a scope on one day, body by body.

`office_forms` asks it. Who may have left is never set as one who serves.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from db import BoardHolder, BoardOffice, OfficeBoard
from desktop.paper.content.blocks import Block, Heading, Paragraph, Run, TableBlock
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.isolates import isolate
from desktop.paper.offices.board_words import doubt_text, time_text, vacancy_text
from desktop.paper.sections.print_phrases import join_parts
from desktop.paper.sections.sheet_context import name_run

HEAD = ("Office", "Holder", "Time")
WIDTHS = (2.2, 2.2, 2)


def board_blocks(board: OfficeBoard, day: str) -> list[Block]:
    """Return the offices of a day, those of each body under its name."""
    blocks: list[Block] = []
    for _, group in groupby(board.on(day), key=lambda each: each.body.ref.id):
        offices = list(group)
        body = offices[0].body
        blocks.append(Heading(isolate(body.ref.title), 1 if not offices[0].depth else 2))
        above = board.parent_on(body, day)
        if offices[0].depth and above is not None:
            blocks.append(Paragraph(["part of ", name_run(above)], quiet=True))
        blocks.append(TableBlock(HEAD, [row for each in offices for row in office_rows(each, day)],
                                 WIDTHS))  # fmt: skip
    return blocks


def board_subtitle(board: OfficeBoard, day: str) -> str:
    """Return how many offices there are, and how many nobody holds."""
    offices = board.on(day)
    vacant = sum(each.state.is_vacant is True for each in offices)
    unknown = sum(each.state.is_vacant is None for each in offices)
    number = f"{len(offices):,} office{'' if len(offices) == 1 else 's'}"
    return join_parts(
        [
            "Office board",
            number,
            f"{vacant:,} without a holder" if vacant else "",
            f"{unknown:,} not known whether held" if unknown else "",
        ],
        " · ",
    )


def office_rows(office: BoardOffice, day: str) -> list[tuple[Words, Words, Words]]:
    """Return an office with each of its holders on a line, and with what seats stand empty."""
    rows: list[tuple[Words, Words, Words]] = [
        ("", holder_line(each), time_text(each, day)) for each in office.state.all_holders
    ]
    if empty := vacancy_text(office.state, office.row.seats):
        rows.append(("", Run(empty, italic=True), ""))
    _, *rest = rows[0] if rows else ("", "", "")
    first: tuple[Words, Words, Words] = (isolate(office.row.title), rest[0], rest[1])
    return [first, *rows[1:]]


def holder_line(holder: BoardHolder) -> Sequence[str | Run]:
    """Return a holder by name, whether acting, and what is not known."""
    doubt = doubt_text(holder)
    acting = " (acting)" if holder.stay.acting else ""
    more = [Run(f" — {doubt}", italic=True)] if doubt else []
    return [name_run(holder.stay.person), f"{acting}", *more]
