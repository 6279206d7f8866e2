"""The figures of a day that is moved: a long list's rows in sight, and a board of 500 offices."""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import Final

from db import BoardScope, HistoricalDate, Lens, OfficeBoard, Ref, StateRules, open_desk
from db.dates import day_from_number, day_number
from db.lists.board.board_rows import BoardRows, BodyRow, Bounds, OfficeRow, StayRow
from tests.bench.figure import Figure, seconds, within_limit
from tests.bench.ground import Ground

MOVES = 200  # days that are stepped over
LIST_LIMIT: Final = 50.0  # ms for the rows in sight of the longest list
BOARD_LIMIT: Final = 16.0  # ms: a frame
FIRST_IDS: Final = 200
ROWS_A_PAGE: Final = 32
BODIES, OFFICES_A_BODY, STAYS_AN_OFFICE = 25, 20, 5
FIRST_DAY: Final = "2010-01-01"


def people(ground: Ground) -> Figure:
    """The first rows of the longest list read anew, one day on: what the window does at once."""
    first = day_number("2024-01-01")
    with ground.copy() as path, open_desk(path, read_only=True) as store:

        def move(step: int) -> None:
            lens = Lens(day_from_number(first + step))
            ids = store.reader.first_ids("person", lens, "name", limit=FIRST_IDS)
            store.reader.lines(ids[:ROWS_A_PAGE], lens)

        move(-1)  # what is loaded once
        taken = [seconds(partial(move, step)) for step in range(MOVES)]
    return within_limit(taken, LIST_LIMIT, 95)


def board(_ground: Ground) -> Figure:
    """The rows of a board of five hundred offices worked out anew, one day on."""
    from desktop.board.board_model import rows_on

    made, first = made_board(), day_number(FIRST_DAY) + 3_000
    taken = [
        seconds(partial(rows_on, made, day_from_number(first + step))) for step in range(MOVES)
    ]
    return within_limit(taken, BOARD_LIMIT, 95)


def made_board() -> OfficeBoard:
    """A board of five hundred offices in twenty-five bodies, each held by one after another."""
    numbers = count(1)
    bodies = {
        key: BodyRow(
            Ref(key, f"Body {key}", "organization"), "ministry", "pk", f"{key:03}", Bounds(),
            None, None, ((1, Bounds(), None, None),) if key > 1 else (),
        )
        for key in range(1, BODIES + 1)
    }  # fmt: skip
    offices = [
        OfficeRow(
            next(numbers), "u", f"Office {at}", key, 1, at, Bounds(), None, None,
            tuple(_stays(key * 31 + at * 7)),
        )
        for key in bodies
        for at in range(OFFICES_A_BODY)
    ]  # fmt: skip
    rows = BoardRows(BoardScope("Made", country="pk"), bodies, offices, 0)
    return OfficeBoard(rows, StateRules())


def _stays(shift: int) -> list[StayRow]:
    """One after another, each for some years, beginning on a day of its own."""
    begin = day_number(FIRST_DAY) + shift
    stays = []
    for number in range(STAYS_AN_OFFICE):
        first, last = (day_from_number(begin + 900 * each) for each in (number, number + 1))
        since, until = HistoricalDate.of_day(first), HistoricalDate.of_day(last)
        person = Ref(shift * 10 + number, f"Person {shift}.{number}", "person")
        bounds = Bounds(first, first, last, last)
        stays.append(StayRow("u", person, number % 4 == 3, since, until, bounds, "ended"))
    return stays[::-1]
