"""The timeline: a painted band of the events above their chronology, with one selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QToolButton, QWidget

from db import iso_day, parse_query
from desktop.background.delay import TIMELINE_PAUSE_MS, Delay, defer
from desktop.models.menu_request import MenuRequest
from desktop.settings import LANES as LANES_KEY
from desktop.settings import SPLITTER
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP
from desktop.tabs.record_tab import RecordTab
from desktop.timeline.band_items import LANES, read_items
from desktop.timeline.timeline_band import TimelineBand
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import DeskError, Reader
    from desktop.models.tab_kinds import TabKind
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.timeline.band_items import Drawn

_LANE_NAMES: Final = {
    "country": QT_TRANSLATE_NOOP("Timeline", "Lanes by &country"),
    "kind": QT_TRANSLATE_NOOP("Timeline", "Lanes by &kind"),
    "none": QT_TRANSLATE_NOOP("Timeline", "&One lane"),
}
_MIN_ROWS: Final = 4  # of the table beside the band, which is folded away before them
_BAND_PART: Final = "timeline band"  # whose splitter it is, in the settings


class TimelineTab(RecordTab):
    """Shows events. The page stands beside them once one is chosen."""

    widths = (780, 500)

    def __init__(
        self, kind: TabKind, session: Session, settings: Settings, parent: QWidget
    ) -> None:
        self._lanes = settings.get(LANES_KEY)
        if self._lanes not in LANES:
            self._lanes = "country"
        self._is_drawn = False
        super().__init__(kind, session, settings, parent)
        self.pane.showed.connect(self._follow_page)
        self.pane.edited.connect(self._follow_page)
        self.list.left.disconnect()
        self.list.left.connect(self._step_out)
        self._later = Delay(self, TIMELINE_PAUSE_MS, self.draw)
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
        self.left_out = PlainLabel(self, role="small", wraps=True)
        self.left_out.setContentsMargins(space(3), space(1), space(3), space(1))
        self.left_out.hide()
        self.list.add_to_strip(self._lane_button())
        self.list.put_above_table(self.left_out)
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

    # the lanes

    def _lane_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("lanes", "quiet"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for name, text in _LANE_NAMES.items():
            action = menu.addAction(QCoreApplication.translate("Timeline", text))
            action.setCheckable(True)
            action.setChecked(name == self._lanes)
            action.triggered.connect(lambda _=False, name=name: self.show_lanes(name))
            group.addAction(action)
        button.setMenu(menu)
        self._lanes_button = button
        self._name_lanes()
        return button

    def _name_lanes(self) -> None:
        text = QCoreApplication.translate("Timeline", _LANE_NAMES[self._lanes]).replace("&", "")
        self._lanes_button.setText(text)
        self._lanes_button.setAccessibleName(text)

    def show_lanes(self, name: str) -> None:
        """Put the events in lanes by a name of `LANES`, and remember it."""
        self._lanes = name
        self._settings.put(LANES_KEY, name)
        self._name_lanes()
        self.draw()

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
        """Have the events of the list read for the band; a newer list replaces the question."""
        ids, lens, lanes = self.list.model.ids, self.session.lens, self._lanes
        other = self.tr("Elsewhere") if lanes == "country" else self.tr("Other")

        def job(reader: Reader) -> Drawn:
            return read_items(reader, ids, lens, lanes, other)

        self.session.background_reader.ask("band", job, self._take_drawing, self._undrawn)

    def _take_drawing(self, drawn: Drawn) -> None:
        self._is_drawn = True
        self.band.show_lanes(drawn.lanes, drawn.undated)
        self.band.select(self.current_id)
        text = self.tr("{n} earlier events are not drawn above; filter to see them.")
        self.left_out.setText(text.format(n=QLocale().toString(drawn.left_out)))
        self.left_out.setVisible(drawn.left_out > 0)

    def _undrawn(self, refusal: DeskError) -> None:
        self.band.show_items([])
        self.left_out.setText(str(refusal))
        self.left_out.show()

    def _choose_in_band(self, record_id: int) -> None:
        if self.show_record(record_id):
            self._note_visit()

    def _filter_span(self, first: str, last: str) -> None:
        query = self.list.model.query
        for old in query.filters:
            if old.name == "held":
                query = query.without(old)
        wanted = parse_query(f"held:{iso_day(first)}..{iso_day(last)}").filters[0]
        self.query_wanted.emit(query.with_filter(wanted).text_of())

    def _show_events_without_date(self) -> None:
        """Go to the events without a date, which stand first in the order of time."""
        columns = [column.key for column in self.list.model.columns]
        self.list.model.sort(columns.index("when"), Qt.SortOrder.AscendingOrder)
        self.list.table.scrollToTop()
        self.list.choose_first()

    def end(self) -> None:
        self._later.stop()
        super().end()

    # the page

    def _follow_page(self) -> None:
        self.band.select(self.current_id)
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
