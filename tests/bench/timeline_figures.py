"""The timeline of a desk full of events: how soon its band is there, and how fluid it moves.

Times are of the processor: what else the machine does is no fault of the band.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db import LaneRequest, Lens, open_desk, summarize_lanes, summary_key
from desktop.commands.console.output import say
from tests.bench.figure import Figure, within_limit
from tests.bench.ground import Ground, kept_folder
from tests.bench.timeline_desk import fill_events

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from db import Reader
    from desktop.timeline.timeline_band import TimelineBand

OPEN_LIMIT = 150.0  # ms
FRAME_LIMIT, LONGEST_LIMIT = 16.0, 33.0  # ms
BARE_LIMIT = 2.0  # times the same rectangles painted bare
MEMORY_LIMIT = 120.0  # MB
OPENINGS = 7
STEPS, PANS = 90, 120  # of zooming each way, and of going on in time
ZOOM, PAN_PX = 1.13, 23
WIDTH, HEIGHT = 1200, 420  # px
LENS = Lens("2026-06-01")
REQUEST = LaneRequest("organization")


def open_band(ground: Ground) -> Figure:
    """From asking the desk, which is open already, to the painted band of the tab; beside it is
    told how long it takes to read every event, which goes on behind it.
    """
    from desktop.timeline.band_items import read_summary

    with _events_desk(ground) as path, open_desk(path) as store:
        start = time.process_time()
        found = store.reader.timeline_lanes(REQUEST, LENS)
        say(f"All events are read in {time.process_time() - start:.1f} s behind the window.")
        store.keep_setting(summary_key(REQUEST, LENS), summarize_lanes(found))
        del found

        def first_paint(reader: Reader, band: TimelineBand) -> None:
            drawn = read_summary(reader, REQUEST, LENS, "Other")
            assert drawn is not None or ground.size < MIN_SUMMARY
            if drawn is not None:
                band.show_lanes(drawn.lanes, drawn.undated)
            _paint(band, image)

        image, taken = _image(), []
        for _ in range(OPENINGS):
            band = _band()
            taken.append(_spent(partial(first_paint, store.new_reader(), band)))
            band.deleteLater()
        return within_limit(taken, OPEN_LIMIT, 95)


MIN_SUMMARY = 20_000  # events; fewer are read at once


def frames(ground: Ground) -> Figure:
    """Each frame from all of time to a week and back, with names read as their bars come into
    sight; the longest, the memory and the same rectangles painted bare are told beside it.
    """
    from desktop.timeline.band_items import read_bars, read_lanes

    with _events_desk(ground) as path, open_desk(path, read_only=True) as store:
        reader, before = store.new_reader(), _megabytes()
        band, image = _band(), _image()
        drawn = read_lanes(reader, REQUEST, LENS, "Other", band.stage.known)
        band.show_lanes(drawn.lanes, drawn.undated)
        band.bars_wanted.connect(lambda ids: band.learn(read_bars(reader, ids, LENS), ids))
        taken, bare = [], []
        for move in _script(band):
            taken.append(_spent(partial(_move_and_paint, move, band, image)))
            bare.append(_spent(partial(_paint_bare, image, _rectangles(band))))
        grown = _megabytes() - before
        band.deleteLater()
    longest, ratio = 1000 * max(taken), sum(taken) / sum(bare)
    say(f"The longest frame {longest:.1f} ms (limit {LONGEST_LIMIT:.0f}).")
    say(f"{ratio:.2f} times the same rectangles painted bare (limit {BARE_LIMIT:.0f}).")
    say(f"{grown:.0f} MB more than before (limit {MEMORY_LIMIT:.0f}).")
    return within_limit(taken, FRAME_LIMIT, 95)


def _script(band: TimelineBand) -> Iterator[Callable[[], object]]:
    """Yield one move after the other: nearer, on in time, and back."""
    for _ in range(STEPS):
        yield lambda: band.zoom(ZOOM, WIDTH * 0.6)
    for _ in range(PANS):
        yield lambda: band.pan(PAN_PX)
    for _ in range(STEPS):
        yield lambda: band.zoom(1 / ZOOM, WIDTH * 0.4)


def _band() -> TimelineBand:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app import make_app
    from desktop.timeline.timeline_band import TimelineBand

    make_app()
    band = TimelineBand()
    band.resize(WIDTH, HEIGHT)
    band.set_as_of(LENS.as_of)
    band.show()
    return band


def _image() -> QImage:
    from PySide6.QtGui import QImage

    return QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)


def _paint(band: TimelineBand, image: QImage) -> None:
    band.viewport().render(image)


def _move_and_paint(move: Callable[[], object], band: TimelineBand, image: QImage) -> None:
    move()
    _paint(band, image)


def _rectangles(band: TimelineBand) -> int:
    """Count the bars and columns in sight."""
    from desktop.timeline.timeline_layout import columns, edges_of

    shift = band.verticalScrollBar().value()
    count = 0
    for box in band.stage.boxes_between(shift, shift + HEIGHT):
        if box.dense:
            counts = columns(box, band.stage.scale, band.stage.width)[1]
            count += sum(1 for each in counts if each)
        moved = box.shift(band.stage.scale)
        places = (edges_of(bar, moved, band.stage.width) for bar in box.bars)
        count += sum(1 for x, end in places if end >= 0 and x <= band.stage.width)
    return count


def _paint_bare(image: QImage, count: int) -> None:
    """Paint as many rounded rectangles of the usual size, and nothing else."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

    tone = QColor("#1f5fc4")
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(image.rect(), QColor("white"))
        painter.setBrush(tone)
        for at in range(count):
            place = QRectF(at * 37 % WIDTH, at * 23 % HEIGHT, 40, 18)
            painter.drawRoundedRect(place, 3, 3)


@contextmanager
def _events_desk(ground: Ground) -> Iterator[Path]:
    """A copy of a desk of as many events, which is kept from one run to the next."""
    path = kept_folder() / f"events-{ground.size}-{_form()}.desk"
    if not path.exists():
        aside = path.with_suffix(f".{os.getpid()}")
        fill_events(aside, ground.size)
        aside.replace(path)
    with ground.copy_of(path) as copy:
        yield copy


def _form() -> int:
    from db.storage.engine import SCHEMA_VERSION

    return SCHEMA_VERSION


def _spent(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def _megabytes() -> float:
    """Return what the process holds in memory now."""
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        pages = int(file.read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
