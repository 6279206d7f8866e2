"""The timeline's band as a picture and on paper: saved as the officer names it, printed over pages.

The tab of the timeline asks it.
"""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from db import DeskError
from desktop.paper.sections.print_phrases import day_text
from desktop.paper.sections.sheet_frame import sheet_frame
from desktop.settings import PAPER
from desktop.timeline.band_items import read_bars
from desktop.timeline.picture_head import PictureHead
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.timeline.lanes.lane_button import LaneButton
    from desktop.timeline.timeline_band import TimelineBand


class BandOutput(QObject):
    """Saves and prints a band with all its lanes; `noticed` gives what became of it."""

    noticed = Signal(object)  # a `Notice`

    def __init__(
        self,
        band: TimelineBand,
        lanes: LaneButton,
        session: Session,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._band = band
        self._lanes = lanes
        self._session = session
        self._settings = settings

    def save_picture(self, ask: Ask) -> None:
        """Save the band as SVG, PNG or PDF, as the officer names the file."""
        from desktop.paper.save import save
        from desktop.timeline.band_picture import ending_of, is_cut, picture_bytes

        kinds = self.tr("SVG picture (*.svg);;PNG picture (*.png);;PDF pages (*.pdf)")
        title = self.tr("Save timeline as picture")
        path = ask.save_path(self._parent, title, self.tr("timeline.svg"), kinds)
        if path is None:
            return
        self._read_all_bars()
        ending = ending_of(path)
        try:
            paper = self._settings.get(PAPER)
            save(picture_bytes(self._band, ending, paper, self._head()), path)
        except DeskError as refusal:
            self.noticed.emit(Notice("error", str(refusal)))
            return
        says = self.tr("The timeline was saved as {file}.")
        if ending != ".pdf" and is_cut(self._band):
            says = self.tr("The timeline was saved as {file}, without its last lanes.")
        self.noticed.emit(Notice("info", says.format(file=path.name)))

    def print_band(self, ask: Ask) -> None:
        """Print the band across pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from desktop.timeline.band_picture import paint_pages, set_pages

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_pages(printer, self._settings.get(PAPER))
        dialog = QPrintDialog(printer, self._parent)
        if ask.run(dialog):
            self._read_all_bars()
            pages = paint_pages(self._band, printer, self._head())
            says = self.tr("{n} pages of the timeline were sent to the printer.")
            self.noticed.emit(Notice("info", says.format(n=QLocale().toString(pages))))
        dialog.deleteLater()

    def _head(self) -> PictureHead:
        """Return what stands above it: the marking of all in its lanes, their days, this day."""
        lens, lanes = self._session.lens, self._band.stage.lanes
        keys = (int(lane.key) for lane in lanes if lane.key.isdecimal())  # of lanes of records
        marking = self._session.reader.bars_marking(
            chain(keys, chain.from_iterable(lane.ids for lane in lanes))
        )
        now = datetime.now().astimezone()
        frame = sheet_frame(lens, self._session.name, now, marking, 0)
        first, last = self._band.stage.iso_days(0, self._band.stage.width)
        days = self.tr("{first} to {last}").format(first=day_text(first), last=day_text(last))
        detail = " · ".join((self._lanes.text().strip(), days, frame["as_of"], frame["printed"]))
        return PictureHead(frame["marking"], self._session.name, detail)

    def _read_all_bars(self) -> None:
        """Read what stands on the bars of all lanes: those in sight know theirs."""
        for _ in range(2):  # once names are known, fewer bars may fit
            ids = [bar.span.item.id for box in self._band.stage.boxes for bar in box.bars]
            unread = [key for key in dict.fromkeys(ids) if key not in self._band.stage.known]
            if unread:
                items = read_bars(self._session.reader, unread, self._session.lens)
                self._band.learn(items, unread)
