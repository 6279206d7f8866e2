"""What the timeline's band shows: its lanes and bars, read in the background as lists change.

The tab of the timeline asks it to draw, and hears when lanes were drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from db import DeskError, LaneRequest, logger_for
from desktop.background.delay import SUMMARY_PAUSE_MS, TIMELINE_PAUSE_MS, Delay
from desktop.settings import CHOSEN_LANES, part_of_desk
from desktop.style.theme import space
from desktop.tabs.timeline.span_filter import without_span
from desktop.timeline.band_items import LANES, found_in, read_bars, read_lanes, read_summary
from desktop.timeline.lanes.lane_chooser import LaneChooser
from desktop.widgets.message import Notice
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from array import array

    from db import Lens, Reader
    from desktop.dialogs.ask import Ask
    from desktop.models.record_model import RecordModel
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.timeline.band_items import Drawn
    from desktop.timeline.lanes.lane_button import LaneButton
    from desktop.timeline.timeline_band import TimelineBand
    from desktop.timeline.timeline_lanes import BandItem

_log = logger_for("window")


class BandDrawing(QObject):
    """Reads what a band shows of a list; `left_out` says what it does not show, or a refusal."""

    drawn = Signal(object)  # the `Drawn` that the band shows now
    noticed = Signal(object)  # a `Notice`

    def __init__(
        self,
        band: TimelineBand,
        lanes: LaneButton,
        model: RecordModel,
        session: Session,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._band = band
        self._lanes = lanes
        self._model = model
        self._session = session
        self._settings = settings
        self._is_drawn = False
        self._summarized: Drawn | None = None
        self._later = Delay(self, TIMELINE_PAUSE_MS, self.draw)
        self._summary_later = Delay(self, SUMMARY_PAUSE_MS, self._keep_summary)
        self.left_out = PlainLabel(parent, role="small", wraps=True)
        self.left_out.setContentsMargins(space(3), space(1), space(3), space(1))
        self.left_out.hide()
        band.bars_wanted.connect(self.read_bars)
        lanes.changed.connect(self.draw)

    def draw_later(self) -> None:
        """Let the band follow when nobody types; at first it is drawn at once."""
        self._later.start(TIMELINE_PAUSE_MS if self._is_drawn else 0)

    def draw(self) -> None:
        """Have what the list shows read for the band; a newer list replaces the question."""
        lens = self._session.lens
        chosen = self._settings.get(CHOSEN_LANES, self._lanes_part)
        request = self._request(chosen or None)
        query = self._model.query
        ids: array[int] | None = self._model.ids
        if self._lanes.table_follows and (band_query := without_span(query)) != query:
            query, ids = band_query, None  # the table is narrower than the band
        other = self.tr("Elsewhere") if request.scheme == "country" else self.tr("Other")
        known = self._band.stage.known
        if not self._is_drawn and query.is_empty:  # all that a large desk shows for seconds
            self._ask_summary(request, lens, other)

        def job(reader: Reader) -> Drawn:
            return read_lanes(
                reader, found_in(reader, request, query, ids, lens), lens, other, known
            )

        self._session.background_reader.ask("band", job, self.take_drawing, self.show_refusal)

    def take_drawing(self, drawn: Drawn) -> None:
        """Show lanes that were read."""
        self._is_drawn = True
        if drawn.summary:
            self._summarized = drawn
            self._summary_later.start()
        self._band.show_lanes(drawn.lanes, drawn.undated)
        self.drawn.emit(drawn)
        text = self.tr("{n} lanes more are not drawn; filter, or choose lanes, to see them.")
        self.left_out.setText(text.format(n=QLocale().toString(drawn.lanes_left_out)))
        self.left_out.setVisible(drawn.lanes_left_out > 0)

    def show_refusal(self, refusal: DeskError) -> None:
        """Show an empty band and why."""
        self._band.show_items([])
        self.left_out.setText(str(refusal))
        self.left_out.show()

    def read_bars(self, ids: list[int]) -> None:
        """Read what stands on bars that came into sight."""
        lens = self._session.lens

        def job(reader: Reader) -> list[BandItem]:
            return read_bars(reader, ids, lens)

        def learn(items: list[BandItem]) -> None:
            self._band.learn(items, ids)

        # Before the lanes of a large desk are read once more, which takes seconds.
        self._session.background_reader.ask("bars", job, learn, self.show_refusal, urgent=True)

    def choose_lanes(self, ask: Ask) -> None:
        """Ask which lanes are shown and in which order; every lane there is can be chosen."""
        request = self._request(None)
        chosen = self._settings.get(CHOSEN_LANES, self._lanes_part)
        try:
            found = self._session.reader.timeline_lanes(request, self._session.lens)
        except DeskError as refusal:
            self.noticed.emit(Notice("error", str(refusal)))
            return
        name = LANES[self._lanes.scheme]
        dialog = LaneChooser(
            [(lane.key, lane.title or name(lane.key)) for lane in found.lanes],
            chosen,
            self._parent,
        )
        if ask.run(dialog):
            self._settings.put(CHOSEN_LANES, dialog.keys(), self._lanes_part)
            self.draw()
        dialog.deleteLater()

    def end(self) -> None:
        """Read nothing more, because the session is about to close."""
        self._later.stop()
        self._summary_later.stop()

    @property
    def _lanes_part(self) -> str:
        """Whose lanes were chosen: numbers of records mean nothing on another desk."""
        return f"{part_of_desk(self._session.path)}/{self._lanes.scheme}"

    def _request(self, wanted: list[str] | None) -> LaneRequest:
        return LaneRequest(self._lanes.scheme, frozenset(self._lanes.items), wanted)

    def _ask_summary(self, request: LaneRequest, lens: Lens, other: str) -> None:
        """Have the band show how full its lanes were last, until they are read."""

        def job(reader: Reader) -> Drawn | None:
            return read_summary(reader, request, lens, other)

        def take(drawn: Drawn | None) -> None:
            if drawn is not None and not self._is_drawn:
                self._band.show_lanes(drawn.lanes, [])

        self._session.background_reader.ask("band summary", job, take, self.show_refusal)

    def _keep_summary(self) -> None:
        """Keep how full the lanes are, so that they are drawn at once when the desk is opened."""
        drawn, self._summarized = self._summarized, None
        if drawn is None or self._session.is_read_only or self._session.job is not None:
            return
        try:
            self._session.keep_setting(drawn.summary_key, drawn.summary)
        except DeskError as refusal:
            _log.warning("the timeline's summary was not kept: %s", refusal)
