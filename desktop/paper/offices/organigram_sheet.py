"""The organigram of a body: its bodies as boxes below it, each with its offices and holders.

`office_forms` asks it, for paper that lies wide: over the pages of the usual size, or on A3.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db import BoardBody, OfficeBoard
from desktop.paper.content.blocks import Block, Run, Tree, TreeNode
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.isolates import isolate
from desktop.paper.offices.board_sheet import holder_line
from desktop.paper.offices.board_words import vacancy_text
from desktop.paper.sections.print_phrases import join_parts
from desktop.paper.sections.sheet_context import name_run

COLUMNS: Final = 4  # boxes in a row on wide A4 or Letter
COLUMNS_OF_A3: Final = 6


def organigram_blocks(board: OfficeBoard, day: str, columns: int = COLUMNS) -> list[Block]:
    """Return the tree of a day: under one body, or under the name of the board where it has
    several.
    """
    bodies = board.bodies_on(day)
    if not bodies:
        return []
    single = sum(not each.depth for each in bodies) == 1
    nodes = [_node(board, each, day, each.depth + (not single)) for each in bodies]
    root = [] if single else [TreeNode(0, isolate(board.title))]
    return [Tree([*root, *nodes], columns)]


def organigram_subtitle(board: OfficeBoard, day: str) -> str:
    """Return how many bodies and offices there are."""
    bodies, offices = len(board.bodies_on(day)), len(board.on(day))
    return join_parts(
        [
            "Organigram",
            f"{bodies:,} bod{'y' if bodies == 1 else 'ies'}",
            f"{offices:,} office{'' if offices == 1 else 's'}",
        ],
        " · ",
    )


def _node(board: OfficeBoard, body: BoardBody, day: str, depth: int) -> TreeNode:
    rows = [_row(board, row.id, row.title, row.seats, day) for row in body.offices]
    return TreeNode(depth, [name_run(body.body.ref)], rows)


def _row(board: OfficeBoard, office: int, title: str, seats: int, day: str) -> Words:
    state = board.state_on(office, day)
    parts: list[Sequence[str | Run]] = [holder_line(each) for each in state.all_holders]
    if empty := vacancy_text(state, seats):
        parts.append([Run(empty, italic=True)])
    line: list[str | Run] = [f"{isolate(title)}: "]
    for at, part in enumerate(parts):
        line += [*([", "] if at else []), *part]
    return line
