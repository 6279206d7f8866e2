"""The timeline: a painted band of the events above their chronology, with one selection."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from db import DeskError, LaneRequest, iso_day, logger_for, parse_query, today
from desktop.background.delay import (
    AS_OF_DRAG_PAUSE_MS,
    BAND_MOVED_PAUSE_MS,
    SUMMARY_PAUSE_MS,
    TIMELINE_PAUSE_MS,
    Delay,
    defer,
)
from desktop.dialogs.ask import Ask
from desktop.models.menu_request import MenuRequest
from desktop.settings import CHOSEN_LANES, PAPER, SPLITTER, part_of_desk
from desktop.style.theme import space
from desktop.tabs.cell_editor import CellEditor
from desktop.tabs.record_tab import RecordTab
from desktop.timeline.band_items import LANES, found_in, read_bars, read_lanes, read_summary
from desktop.timeline.lanes.lane_button import LaneButton
from desktop.timeline.lanes.lane_chooser import LaneChooser
from desktop.timeline.lanes.lane_table import LaneTable
from desktop.timeline.period_header import PeriodHeader, period_text
from desktop.timeline.timeline_band import TimelineBand
from desktop.today.today_panel import TodayPanel
from desktop.widgets.message import Notice
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from array import array

    from db import Change, Lens, Line, Query, Reader
    from desktop.models.tab_kinds import TabKind
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.timeline.band_items import Drawn
    from desktop.timeline.timeline_lanes import BandItem

_log = logger_for("window")
_MIN_ROWS: Final = 4  # of the table beside the band, which is folded away before them
_BAND_PART: Final = "timeline band"  # whose splitter it is, in the settings


class TimelineTab(RecordTab):
    """Shows events. The page stands beside them once one is chosen."""

    widths = (780, 500)

    def __init__(
        self, kind: TabKind, session: Session, settings: Settings, parent: QWidget
    ) -> None:
        self.ask = Ask(settings)
        self._is_drawn = False
        super().__init__(kind, session, settings, parent)
        self.pane.showed.connect(self._follow_page)
        self.pane.edited.connect(self._follow_page)
        self.list.left.disconnect()
        self.list.left.connect(self._step_out)
        self._later = Delay(self, TIMELINE_PAUSE_MS, self.draw)
        self._as_of_later = Delay(self, AS_OF_DRAG_PAUSE_MS, self._stand_on_day)
        self._as_of_wanted = ""
        self._narrow_later = Delay(self, BAND_MOVED_PAUSE_MS, self._narrow_table)
        self._summary_later = Delay(self, SUMMARY_PAUSE_MS, self._keep_summary)
        self._summarized: Drawn | None = None
        self._span_wanted: tuple[str, str] | None = None
        self.list.refilled.connect(self._draw_later)
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
        self.band.bars_wanted.connect(self._read_bars)
        self.band.as_of_moved.connect(self._follow_as_of_line)
        self.band.moved.connect(self._follow_band)
        self.left_out = PlainLabel(self, role="small", wraps=True)
        self.left_out.setContentsMargins(space(3), space(1), space(3), space(1))
        self.left_out.hide()
        self.lanes = LaneButton(self._settings, self)
        self.lanes.changed.connect(self.draw)
        self.lanes.lanes_asked.connect(self.choose_lanes)
        self.lanes.follow_changed.connect(self._follow_or_not)
        self.lanes.picture_asked.connect(self.save_picture)
        self.lanes.print_asked.connect(self.print_band)
        self.lanes.as_table_changed.connect(self._show_lanes_as_table)
        self.lane_table = LaneTable(self.band.stage, self)
        self.lane_table.hide()  # until it is put in the place of the list
        self.lane_table.chosen.connect(self._choose_lane_row)
        self.lane_table.opened.connect(self._open_item)
        self.lane_table.left.connect(self._step_out)
        self.lane_table.menu_asked.connect(self._ask_lane_row_menu)
        self.lane_table.rows.names_wanted.connect(self._read_names)
        self._undated: list[int] = []
        self._show_lanes_as_table(self.lanes.shows_lanes_as_table)
        self.list.add_to_strip(self.lanes)
        self.today = TodayPanel(self.session, self._settings, self)
        self.today.opened.connect(self.link_clicked)
        self.today.print_asked.connect(self.print_today_asked)
        self.list.add_to_strip(self.today.print_button)
        self.list.add_to_strip(self.today.button)
        self.list.put_above_table(self.today)
        self.list.put_above_table(self.left_out)
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

    # the lanes

    def show_lanes(self, name: str) -> None:
        """Put the items in lanes by a name of `LANES`, and remember it."""
        self.lanes.form_lanes(name)

    @property
    def _lanes_part(self) -> str:
        """Whose lanes were chosen: numbers of records mean nothing on another desk."""
        return f"{part_of_desk(self.session.path)}/{self.lanes.scheme}"

    def choose_lanes(self) -> None:
        """Ask which lanes are shown and in which order; every lane there is can be chosen."""
        request = self._request(None)
        chosen = self._settings.get(CHOSEN_LANES, self._lanes_part)
        try:
            found = self.session.reader.timeline_lanes(request, self.session.lens)
        except DeskError as refusal:
            self.noticed.emit(Notice("error", str(refusal)))
            return
        name = LANES[self.lanes.scheme]
        dialog = LaneChooser(
            [(lane.key, lane.title or name(lane.key)) for lane in found.lanes], chosen, self
        )
        if self.ask.run(dialog):
            self._settings.put(CHOSEN_LANES, dialog.keys(), self._lanes_part)
            self.draw()
        dialog.deleteLater()

    def _request(self, wanted: list[str] | None) -> LaneRequest:
        return LaneRequest(self.lanes.scheme, frozenset(self.lanes.items), wanted)

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

    def _draw_later(self) -> None:
        """Let the band follow when nobody types; at first it is drawn at once."""
        self._later.start(TIMELINE_PAUSE_MS if self._is_drawn else 0)

    def draw(self) -> None:
        """Have what the list shows read for the band; a newer list replaces the question."""
        model, lens = self.list.model, self.session.lens
        chosen = self._settings.get(CHOSEN_LANES, self._lanes_part)
        request = self._request(chosen or None)
        query = model.query
        ids: array[int] | None = model.ids
        if self.lanes.table_follows and (band_query := _without_span(query)) != query:
            query, ids = band_query, None  # the table is narrower than the band
        other = self.tr("Elsewhere") if request.scheme == "country" else self.tr("Other")
        known = self.band.stage.known
        if not self._is_drawn and query.is_empty:  # all that a large desk shows for seconds
            self._ask_summary(request, lens, other)

        def job(reader: Reader) -> Drawn:
            return read_lanes(
                reader, found_in(reader, request, query, ids, lens), lens, other, known
            )

        self.session.background_reader.ask("band", job, self.take_drawing, self._undrawn)

    def _ask_summary(self, request: LaneRequest, lens: Lens, other: str) -> None:
        """Have the band show how full its lanes were last, until they are read."""

        def job(reader: Reader) -> Drawn | None:
            return read_summary(reader, request, lens, other)

        def take(drawn: Drawn | None) -> None:
            if drawn is not None and not self._is_drawn:
                self.band.show_lanes(drawn.lanes, [])

        self.session.background_reader.ask("band summary", job, take, self._undrawn)

    def _keep_summary(self) -> None:
        """Keep how full the lanes are, so that they are drawn at once when the desk is opened."""
        drawn, self._summarized = self._summarized, None
        if drawn is None or self.session.is_read_only or self.session.job is not None:
            return
        try:
            self.session.keep_setting(drawn.summary_key, drawn.summary)
        except DeskError as refusal:
            _log.warning("the timeline's summary was not kept: %s", refusal)

    def take_drawing(self, drawn: Drawn) -> None:
        """Show lanes that were read."""
        self._is_drawn = True
        if drawn.summary:
            self._summarized = drawn
            self._summary_later.start()
        self.band.show_lanes(drawn.lanes, drawn.undated)
        self._undated = drawn.undated
        if self._span_wanted is not None:
            self.band.show_span(*self._span_wanted)
            self._span_wanted = None
        self.band.select(self.current_id)
        self._fill_lane_table()
        text = self.tr("{n} lanes more are not drawn; filter, or choose lanes, to see them.")
        self.left_out.setText(text.format(n=QLocale().toString(drawn.lanes_left_out)))
        self.left_out.setVisible(drawn.lanes_left_out > 0)

    def _undrawn(self, refusal: DeskError) -> None:
        self.band.show_items([])
        self.left_out.setText(str(refusal))
        self.left_out.show()

    def _read_bars(self, ids: list[int]) -> None:
        """Read what stands on bars that came into sight."""
        lens = self.session.lens

        def job(reader: Reader) -> list[BandItem]:
            return read_bars(reader, ids, lens)

        def learn(items: list[BandItem]) -> None:
            self.band.learn(items, ids)

        # Before the lanes of a large desk are read once more, which takes seconds.
        self.session.background_reader.ask("bars", job, learn, self._undrawn, urgent=True)

    def take(self, change: Change) -> None:
        super().take(change)
        self.band.forget_names()
        if not change.many and "event" not in change.kinds:
            self._draw_later()  # the list stays as it is, but lanes and bars may not

    def reload(self) -> None:
        super().reload()
        self.band.forget_names()

    def save_picture(self) -> None:
        """Save the band with all its lanes as SVG, PNG or PDF, as the officer names the file."""
        from desktop.paper.save import save
        from desktop.timeline.band_picture import ending_of, is_cut, picture_bytes

        kinds = self.tr("SVG picture (*.svg);;PNG picture (*.png);;PDF pages (*.pdf)")
        title = self.tr("Save timeline as picture")
        path = self.ask.save_path(self, title, self.tr("timeline.svg"), kinds)
        if path is None:
            return
        self._read_all_bars()
        ending = ending_of(path)
        try:
            paper = self._settings.get(PAPER)
            save(picture_bytes(self.band, ending, paper, self.session.name), path)
        except DeskError as refusal:
            self.noticed.emit(Notice("error", str(refusal)))
            return
        says = self.tr("The timeline was saved as {file}.")
        if ending != ".pdf" and is_cut(self.band):
            says = self.tr("The timeline was saved as {file}, without its last lanes.")
        self.noticed.emit(Notice("info", says.format(file=path.name)))

    def print_band(self) -> None:
        """Print the band with all its lanes across pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from desktop.timeline.band_picture import paint_pages, set_pages

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_pages(printer, self._settings.get(PAPER))
        dialog = QPrintDialog(printer, self)
        if self.ask.run(dialog):
            self._read_all_bars()
            pages = paint_pages(self.band, printer)
            says = self.tr("{n} pages of the timeline were sent to the printer.")
            self.noticed.emit(Notice("info", says.format(n=QLocale().toString(pages))))
        dialog.deleteLater()

    def _read_all_bars(self) -> None:
        """Read what stands on the bars of all lanes, for a picture: those in sight know theirs."""
        for _ in range(2):  # once names are known, fewer bars may fit
            ids = [bar.span.item.id for box in self.band.stage.boxes for bar in box.bars]
            unread = [key for key in dict.fromkeys(ids) if key not in self.band.stage.known]
            if unread:
                items = read_bars(self.session.reader, unread, self.session.lens)
                self.band.learn(items, unread)

    # the lanes as a table

    def _show_lanes_as_table(self, shows: bool) -> None:
        self.list.put_in_front(self.lane_table if shows else None)
        self._fill_lane_table()

    def _fill_lane_table(self) -> None:
        """Let the table have the lanes as they are in the band, as many of their days as it is to
        show.
        """
        if not self.lanes.shows_lanes_as_table:
            return
        days = self.band.visible_days() if self.lanes.table_follows else (-inf, inf)
        self.lane_table.rows.show_lanes(self._undated, days)
        self.lane_table.select(self.band.chosen_id)

    def _read_names(self, ids: list[int]) -> None:
        """Read what stands in rows that came into sight; the band learns it too."""
        lens = self.session.lens

        def job(reader: Reader) -> list[BandItem]:
            return read_bars(reader, ids, lens)

        def learn(items: list[BandItem]) -> None:
            self.band.learn(items, ids)
            self.lane_table.rows.learn(ids)

        self.session.background_reader.ask("lane rows", job, learn, self._undrawn, urgent=True)

    def _ask_lane_row_menu(self, place: QPoint) -> None:
        if self.list.target_id is not None:
            self.menu_asked.emit(MenuRequest(place))

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
        wanted = parse_query(f"held:{iso_day(first)}..{iso_day(last)}").filters[0]
        query = _without_span(self.list.model.query)
        self.query_wanted.emit(query.with_filter(wanted).text_of())

    def _follow_band(self) -> None:
        if self.lanes.table_follows:
            self._narrow_later.start()

    def _narrow_table(self) -> None:
        """Let the table show what the band shows."""
        self._fill_lane_table()
        if self.lanes.table_follows and not self.pane.is_editing:
            self._search_span(*self.band.stage.iso_days(0, self.band.stage.width))

    def _follow_or_not(self, follows: bool) -> None:
        self._fill_lane_table()
        if follows:
            self._narrow_table()
        else:
            self.query_wanted.emit(_without_span(self.list.model.query).text_of())

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

    def end(self) -> None:
        for delay in (
            self._later,
            self._as_of_later,
            self._narrow_later,
            self._summary_later,
        ):
            delay.stop()
        self.today.end()
        super().end()

    # the page

    def _follow_page(self) -> None:
        self.band.select(self.current_id)
        if self.current_id is not None:  # else the row of an agreement or an office stays
            self.lane_table.select(self.current_id)
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


def _without_span(query: Query) -> Query:
    """Return a query without the days that it asks for."""
    for old in query.filters:
        if old.name == "held":
            query = query.without(old)
    return query
