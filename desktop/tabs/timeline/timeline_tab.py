"""The timeline: a painted band of the events above their chronology, with one selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from db import today
from desktop.background.delay import AS_OF_DRAG_PAUSE_MS, BAND_MOVED_PAUSE_MS, Delay, defer
from desktop.dialogs.ask import Ask
from desktop.models.menu_request import MenuRequest
from desktop.settings import SPLITTER
from desktop.style.theme import space
from desktop.tabs.cell_editor import CellEditor
from desktop.tabs.record_tab import RecordTab
from desktop.tabs.timeline.band_drawing import BandDrawing
from desktop.tabs.timeline.band_output import BandOutput
from desktop.tabs.timeline.lanes_below import LanesBelow
from desktop.tabs.timeline.span_filter import within_days, without_span
from desktop.timeline.band_items import read_bars
from desktop.timeline.lanes.lane_button import LaneButton
from desktop.timeline.period_header import PeriodHeader, period_text
from desktop.timeline.timeline_band import TimelineBand
from desktop.today.today_panel import TodayPanel

if TYPE_CHECKING:
    from db import Change, Line, Query
    from desktop.models.tab_kinds import TabKind
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.timeline.band_items import Drawn
    from desktop.timeline.timeline_lanes import BandItem

_MIN_ROWS: Final = 4  # of the table beside the band, which is folded away before them
_BAND_PART: Final = "timeline band"  # whose splitter it is, in the settings


class TimelineTab(RecordTab):
    """Shows events. The page stands beside them once one is chosen."""

    widths = (780, 500)

    def __init__(
        self, kind: TabKind, session: Session, settings: Settings, parent: QWidget
    ) -> None:
        self.ask = Ask(settings)
        super().__init__(kind, session, settings, parent)
        self.pane.showed.connect(self._follow_page)
        self.pane.edited.connect(self._follow_page)
        self.list.left.disconnect()
        self.list.left.connect(self._step_out)
        self._as_of_later = Delay(self, AS_OF_DRAG_PAUSE_MS, self._stand_on_day)
        self._as_of_wanted = ""
        self._narrow_later = Delay(self, BAND_MOVED_PAUSE_MS, self._narrow_table)
        self._span_wanted: tuple[str, str] | None = None
        self.list.refilled.connect(self.drawing.draw_later)
        session.lens_changed.connect(self._follow_lens)
        self._follow_lens()
        self._follow_page()

    def make_list_side(self) -> QWidget:
        self.band = TimelineBand(self)
        self.band.setMinimumHeight(space(30))
        self.band.selected.connect(self._choose_in_band)
        self.band.spanned.connect(self._filter_span)
        self.band.menu_asked.connect(lambda place: self.menu_asked.emit(MenuRequest(place)))
        self.band.undated_asked.connect(self._show_events_without_date)
        self.band.opened.connect(self._open_item)
        self.band.as_of_moved.connect(self._follow_as_of_line)
        self.band.moved.connect(self._follow_band)
        self.lanes = LaneButton(self._settings, self)
        self.lanes.lanes_asked.connect(self.choose_lanes)
        self.lanes.follow_changed.connect(self._follow_or_not)
        self.lanes.picture_asked.connect(self.save_picture)
        self.lanes.print_asked.connect(self.print_band)
        of_desk = self.session, self._settings, self
        self.drawing = BandDrawing(self.band, self.lanes, self.list.model, *of_desk)
        self.drawing.drawn.connect(self._follow_drawing)
        self.drawing.noticed.connect(self.noticed)
        self.output = BandOutput(self.band, self.lanes, *of_desk)
        self.output.noticed.connect(self.noticed)
        self.lanes_below = LanesBelow(
            self.band, self.lanes, self.list, self.session, self.drawing.show_refusal, self
        )
        self.lanes_below.chosen.connect(self._choose_lane_row)
        self.lanes_below.menu_asked.connect(self.menu_asked)
        self.lanes_below.table.opened.connect(self._open_item)
        self.lanes_below.table.left.connect(self._step_out)
        self.list.add_to_strip(self.lanes)
        self.today = TodayPanel(self.session, self._settings, self)
        self.today.opened.connect(self.link_clicked)
        self.today.print_asked.connect(self.print_today_asked)
        self.list.add_to_strip(self.today.print_button)
        self.list.add_to_strip(self.today.button)
        self.list.put_above_table(self.today)
        self.list.put_above_table(self.drawing.left_out)
        self._group_rows()
        self.cells = CellEditor(self.list.table, self.list.model, self.session, self)
        self.cells.noticed.connect(self.noticed)
        self._vertical = QSplitter(Qt.Orientation.Vertical, self)
        self._vertical.setChildrenCollapsible(False)
        self._vertical.setMinimumHeight(space(30))  # else the band, which folds away, adds its own
        self._vertical.addWidget(self.band)
        self._vertical.addWidget(self.list)
        self._vertical.setSizes([300, 380])
        state = self._settings.get(SPLITTER, _BAND_PART)
        if state:
            self._vertical.restoreState(QByteArray(state))
        self._vertical.splitterMoved.connect(self._remember_band)
        return self._vertical

    def start(self) -> None:
        """Choose nothing at first, so that the band has the whole width."""
        self._follow_page()

    def _group_rows(self) -> None:
        """Put months and years beside the rows while these stand in the order of time."""
        table, model = self.list.table, self.list.model
        self._periods = PeriodHeader(lambda row: model.heading_of(row) or "", table)
        self._periods.take_heights(table.verticalHeader())
        table.setVerticalHeader(self._periods)
        model.filled.connect(self._show_periods)
        self._show_periods()

    def _show_periods(self) -> None:
        model = self.list.model
        is_in_time = model.is_sorted and model.order[0] == "when"
        model.row_heading = _period_of if is_in_time else None
        self._periods.setVisible(is_in_time)

    def show_lanes(self, name: str) -> None:
        """Put the items in lanes by a name of `LANES`, and remember it."""
        self.lanes.form_lanes(name)

    def choose_lanes(self) -> None:
        """Ask which lanes are shown and in which order."""
        self.drawing.choose_lanes(self.ask)

    def save_picture(self) -> None:
        """Save the band as a picture."""
        self.output.save_picture(self.ask)

    def print_band(self) -> None:
        """Print the band across pages."""
        self.output.print_band(self.ask)

    # the band

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_band()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold_band()
            defer(self._fold_band, self)  # and when band and table have been told of the letters

    def _fold_band(self) -> None:
        """Leave the height to the table where it is too little for both."""
        table = self.list.table
        least = self.list.minimumSizeHint().height() - table.minimumSizeHint().height()
        rows = _MIN_ROWS * table.verticalHeader().defaultSectionSize()
        needed = self.band.minimumHeight() + least + table.horizontalHeader().height() + rows
        self.band.setVisible(self.height() >= needed)

    def _follow_drawing(self, drawn: Drawn) -> None:
        """Show in the lanes that were drawn what is chosen, or the days dragged over."""
        if self._span_wanted is not None:
            self.band.show_span(*self._span_wanted)
            self._span_wanted = None
        self.band.select(self.current_id)
        self.lanes_below.learn_lanes(drawn.undated)

    def take(self, change: Change) -> None:
        super().take(change)
        self.band.forget_names()
        if not change.many and "event" not in change.kinds:
            self.drawing.draw_later()  # the list stays as it is, but lanes and bars may not

    def reload(self) -> None:
        super().reload()
        self.band.forget_names()

    def _choose_lane_row(self, item_id: int) -> None:
        """Mark an item in the band; an event has its page beside it, of others none is shown."""
        self.band.select(item_id)
        if self._is_event(item_id):
            self._choose_in_band(item_id)
        elif self.pane.show_record(None):
            self.list.select(None)
            self.band.select(item_id)

    def _choose_in_band(self, record_id: int) -> None:
        # Another item is marked and told; opening it leads to another tab.
        if self._is_event(record_id) and self.show_record(record_id):
            self._note_visit()

    def _is_event(self, item_id: int) -> bool:
        """Say whether an item is an event; what is not read yet is read now."""
        if item_id not in self.band.stage.known:
            self.band.learn(read_bars(self.session.reader, [item_id], self.session.lens), [item_id])
        known = self.band.stage.known.get(item_id)
        return known is not None and known.item.kind == "event"

    def _open_item(self, item: BandItem) -> None:
        if item.kind != "event":
            self.link_clicked.emit(item.opens)
        elif self.show_record(item.id):
            self.open_selection()

    def _filter_span(self, first: str, last: str) -> None:
        """Filter to the days dragged over; the band then shows them."""
        self._span_wanted = (first, last)
        self.band.show_span(first, last)
        self._search_span(first, last)

    def _search_span(self, first: str, last: str) -> None:
        self.query_wanted.emit(within_days(self.list.model.query, first, last).text_of())

    def _follow_band(self) -> None:
        self._span_wanted = None  # the officer has gone elsewhere since
        if self.lanes.table_follows:
            self._narrow_later.start()

    def _narrow_table(self) -> None:
        """Let the table show what the band shows; of all that is dated, the undated too."""
        self.lanes_below.fill()
        if not self.lanes.table_follows or self.pane.is_editing:
            return
        if self.band.stage.shows_all:
            self.query_wanted.emit(without_span(self.list.model.query).text_of())
        else:
            self._search_span(*self.band.stage.iso_days(0, self.band.stage.width))

    def _follow_or_not(self, follows: bool) -> None:
        self.lanes_below.fill()
        if follows:
            self._narrow_table()
        else:
            self.query_wanted.emit(without_span(self.list.model.query).text_of())

    def _follow_as_of_line(self, day: str) -> None:
        """Let the desk follow the line in steps: each reads everything anew."""
        self._as_of_wanted = day
        self._as_of_later.start_once()

    def _stand_on_day(self) -> None:
        day = self._as_of_wanted
        self.session.stand_on(None if day == today() else day)

    def _show_events_without_date(self) -> None:
        """Go to the events without a date, which stand first in the order of time."""
        columns = [column.key for column in self.list.model.columns]
        self.list.model.sort(columns.index("when"), Qt.SortOrder.AscendingOrder)
        self.list.table.scrollToTop()
        self.list.choose_first()

    def opens_best_of(self, query: Query) -> bool:
        """Leave the page as it is where only the days differ: a page that opened beside the band
        would take half its width, and choose what the officer did not.
        """
        before, after = self.list.model.query, query
        days_alone = without_span(before).text_of() == without_span(after).text_of()
        return super().opens_best_of(query) and not days_alone

    def end(self) -> None:
        for delay in (self._as_of_later, self._narrow_later):
            delay.stop()
        self.drawing.end()
        self.today.end()
        super().end()

    # the page

    def _follow_page(self) -> None:
        self.band.select(self.current_id)
        if self.current_id is not None:  # else the row of an agreement or an office stays
            self.lanes_below.table.select(self.current_id)
        self.pane.setVisible(self.current_id is not None or self.pane.is_editing)

    def _follow_lens(self) -> None:
        self.band.set_as_of(self.session.lens.as_of)

    def _step_out(self) -> None:
        """Close the page first at Escape in the list, then go to the search box."""
        if self.current_id is None:
            self.search_wanted.emit()
        elif self.pane.show_record(None):
            self.list.select(None)

    def _remember_band(self) -> None:
        self._settings.put(SPLITTER, bytes(self._vertical.saveState().data()), _BAND_PART)


def _period_of(line: Line) -> str:
    return period_text(line.span)
