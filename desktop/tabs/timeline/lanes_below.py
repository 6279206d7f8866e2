"""The lanes of the band in the place of the list of events: kept in step, walked and opened.

The tab of the timeline asks it.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.menu_request import MenuRequest
from desktop.timeline.band_items import read_bars
from desktop.timeline.lanes.lane_table import LaneTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from db import DeskError, Reader
    from desktop.session.session import Session
    from desktop.tabs.list_pane import ListPane
    from desktop.timeline.lanes.lane_button import LaneButton
    from desktop.timeline.timeline_band import TimelineBand
    from desktop.timeline.timeline_lanes import BandItem


class LanesBelow(QObject):
    """Puts the table of lanes before the list where the officer wants it; `chosen` gives the item
    that they go to.
    """

    chosen = Signal(int)
    menu_asked = Signal(object)  # a `MenuRequest`

    def __init__(
        self,
        band: TimelineBand,
        lanes: LaneButton,
        chronology: ListPane,
        session: Session,
        show_refusal: Callable[[DeskError], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._show_refusal = show_refusal
        self._band = band
        self._lanes = lanes
        self._chronology = chronology
        self._session = session
        self._undated: list[int] = []
        self.table = LaneTable(band.stage, parent)
        self.table.hide()  # until it is put in the place of the list
        self.table.chosen.connect(self.chosen)
        self.table.menu_asked.connect(self._ask_menu)
        self.table.rows.names_wanted.connect(self._read_names)
        lanes.as_table_changed.connect(self.show_table)
        self.show_table(lanes.shows_lanes_as_table)

    def show_table(self, shows: bool) -> None:
        """Put the table in front of the list of events, or that list in front again."""
        self._chronology.put_in_front(self.table if shows else None)
        self.fill()

    def learn_lanes(self, undated: list[int]) -> None:
        """Learn what stands in the lanes without a date."""
        self._undated = undated
        self.fill()

    def fill(self) -> None:
        """Let the table have the lanes as they are in the band, as many of their days as it is to
        show.
        """
        if not self._lanes.shows_lanes_as_table:
            return
        days = self._band.visible_days() if self._lanes.table_follows else (-inf, inf)
        self.table.rows.show_lanes(self._undated, days)
        self.table.select(self._band.chosen_id)

    def _read_names(self, ids: list[int]) -> None:
        """Read what stands in rows that came into sight; the band learns it too."""
        lens = self._session.lens

        def job(reader: Reader) -> list[BandItem]:
            return read_bars(reader, ids, lens)

        def learn(items: list[BandItem]) -> None:
            self._band.learn(items, ids)
            self.table.rows.learn(ids)

        reader = self._session.background_reader
        reader.ask("lane rows", job, learn, self._show_refusal, urgent=True)

    def _ask_menu(self, place: QPoint) -> None:
        if self._chronology.target_id is not None:
            self.menu_asked.emit(MenuRequest(place))
