"""What single parts take, in seconds of the processor, beside the limit that each has to keep.

A test on a machine that does other things cannot promise them. `make bench` leaves them out; each
is asked for by its name: `python -m tests.bench --only part.form`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from db import KINDS, HistoricalDate, Lens, Line, Span, day_from_number, day_number, describe_date
from db.names import fold
from db.storage.schema import faults
from tests.bench.figure import Figure, within_limit
from tests.bench.ground import Ground

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from db import Record
    from desktop.forms.record_form import RecordForm

ROUNDS = 9
EVENTS = 4_271  # of a chronology
PAGE_LIMIT, FORM_LIMIT, FRAME, FOLD_LIMIT, DATES_LIMIT = 50.0, 100.0, 16.0, 200.0, 1_000.0  # ms
CHRONOLOGY_SHARE = 0.25  # of what Typst takes for it
HOSTILE_DATES = (
    "a to " * 40, "2019–" * 39, "early " * 33, "jan–" * 49, "XXX1-02-29", "[" * 200,
    "possibly 2019 or " * 11 + "2019", "between " * 24, "1," * 99,
)  # fmt: skip


def form(ground: Ground) -> Figure:
    """Open the form of a full record, kind by kind."""
    from desktop.forms.record_form import RecordForm
    from tests.desktop.small_desk import FULL, copy_small_desk

    _app()
    desk = copy_small_desk(ground.room)
    made: list[RecordForm] = []

    def open_form(kind: str, record: Record) -> None:
        made.append(RecordForm(kind, desk))
        made[-1].load(record)

    records = {kind: FULL[kind](desk) for kind in KINDS}
    jobs = [partial(open_form, *each) for each in records.items() for _ in range(ROUNDS)]
    taken = [*map(_spent, jobs)]
    for each in made:
        each.deleteLater()
    desk.store.close()
    return within_limit(taken, FORM_LIMIT, 50)


def band(_ground: Ground) -> Figure:
    """Move a band of ten thousand items and paint it."""
    from desktop.timeline.timeline_band import BandItem, TimelineBand

    _app()
    start = day_number("1990-01-01")
    days = [day_from_number(start + at) for at in range(10_000)]
    shown = TimelineBand()
    shown.resize(900, 300)
    shown.show_items([BandItem(at, f"event {at}", day, day) for at, day in enumerate(days)])
    shown.set_as_of("2000-01-01")
    shown.show()

    def move() -> None:
        shown.pan(3)
        shown.grab()

    taken = [_spent(move) for _ in range(ROUNDS)]
    shown.close()
    shown.deleteLater()
    return within_limit(taken, FRAME, 50)


def chronology(_ground: Ground) -> Figure:
    """Put a long chronology together, beside a share of what Typst takes to set it."""
    from desktop.paper.sheets.sheet_forms import lines_sheet
    from desktop.paper.typst.typeset import typeset

    lines = [_event(at) for at in range(EVENTS)]
    built = [
        _spent(lambda: lines_sheet("chronology", lines, Lens("2026-11-23", 3), "Desk", "Journeys"))
        for _ in range(3)
    ]
    sheet = lines_sheet("chronology", lines, Lens("2026-11-23", 3), "Desk", "Journeys")
    limit = 1000 * CHRONOLOGY_SHARE * _spent(lambda: typeset(sheet))
    return within_limit(built, limit, 50)


def folding(_ground: Ground) -> Figure:
    """Fold twenty thousand plain names."""
    names = [f"Mohammad Ishaq Dar {at}" for at in range(20_000)]
    return within_limit([_spent(lambda: [*map(fold, names)])], FOLD_LIMIT, 50)


def dates(_ground: Ground) -> Figure:
    """Read ten thousand days as files write them."""
    texts = [f"20{n % 100:02}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(10_000)]
    return within_limit([_spent(lambda: [*map(HistoricalDate.parse, texts)])], DATES_LIMIT, 50)


def hostile_dates(_ground: Ground) -> Figure:
    """Read texts that look like dates for as long as they can; the slowest counts."""
    taken = [_spent(partial(describe_date, text[:200])) for text in HOSTILE_DATES]
    return within_limit(taken, FOLD_LIMIT, 100)


def schema(ground: Ground) -> Figure:
    """Compare the schema of a desk with that of a new one, as each opening does."""
    from sqlcipher3 import dbapi2

    raw = dbapi2.connect(str(ground.desk))
    rows = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    raw.close()
    return within_limit([_spent(lambda: faults(rows)) for _ in range(ROUNDS)], FRAME, 50)


PARTS: dict[str, Callable[[Ground], Figure]] = {
    "part.form": form,
    "part.band": band,
    "part.chronology": chronology,
    "part.folding": folding,
    "part.dates": dates,
    "part.hostile_dates": hostile_dates,
    "part.schema": schema,
}


def _spent(job: Callable[[], object]) -> float:
    """What something takes of the processor: what else the machine does is no fault of it."""
    start = time.process_time()
    job()
    return time.process_time() - start


def _app() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app import make_app

    return make_app()


def _event(number: int) -> Line:
    day = f"{1947 + number // 60}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    cells = (day, f"Call {number}", "Dar, Rubio", "Lahore", "They spoke.")
    span = Span(day, day, day, day)
    return Line(number, f"u{number}", "event", f"Call {number}", "", cells, 0, "pk", None, span)
