"""The two menus of the toolbar that set the lens: the day one stands on, and the ceiling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QMenu,
    QTableView,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from db import MARKINGS, short_months
from desktop.session.recent_days import RecentDays
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.plain import add_heading, plain_tip

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.settings import Settings


_PREVIOUS: Final = "qt_calendar_prevmonth"  # as Qt calls its own buttons
_NEXT: Final = "qt_calendar_nextmonth"
_LINES: Final = 8  # the month, the names of days, six weeks


class LensButton(QToolButton):
    """A button of the toolbar with a menu; it shows what is set, in fewer words where little room
    is left.
    """

    def __init__(self, glyph: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(icon(glyph))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMenu(QMenu(self))
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self._words = ("", "")  # whole, and short
        self._is_short = False

    def show_words(self, whole: str, short: str) -> None:
        """Say what is set, whole and in fewer words."""
        self._words = (whole, short)
        self.shorten(self._is_short)

    def shorten(self, is_short: bool) -> None:
        """Say it in fewer words and without the glyph, or whole again."""
        self._is_short = is_short
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextOnly if is_short else style.ToolButtonTextBesideIcon
        )
        self.setText(self._words[is_short])


class DayCalendar(QCalendarWidget):
    """`day_chosen` gives the ISO day that was clicked, or that Enter was pressed on."""

    day_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setAccessibleName(self.tr("The day the desk is shown as of"))
        names = {_PREVIOUS: self.tr("Previous month"), _NEXT: self.tr("Next month")}
        arrows = {_PREVIOUS: Qt.ArrowType.LeftArrow, _NEXT: Qt.ArrowType.RightArrow}
        for button in self.findChildren(QToolButton):
            if button.objectName() in names:
                button.setAccessibleName(names[button.objectName()])
                button.setArrowType(arrows[button.objectName()])
        for table in self.findChildren(QTableView):
            table.setAccessibleName(self.accessibleName())
        self._show_all_days_alike()
        self._give_room()
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_day(self, day: str) -> None:
        """Mark an ISO day; one that no calendar has leaves the month of today."""
        date = QDate.fromString(day, Qt.DateFormat.ISODate)
        self.setSelectedDate(date if date.isValid() else QDate.currentDate())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self._show_all_days_alike()
        elif event.type() == event.Type.FontChange:
            self._give_room()

    def _give_room(self) -> None:
        """Have no week cut: Qt does not count the room that the style gives each cell."""
        line = self.fontMetrics().height() + space(2)
        self.setMinimumHeight((_LINES + 1) * line)

    def _show_all_days_alike(self) -> None:
        """Write the days that Qt paints red as all others: they say nothing here."""
        plain = QTextCharFormat()
        plain.setForeground(self.palette().text())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)

    def _choose(self, date: QDate) -> None:
        self.day_chosen.emit(date.toString(Qt.DateFormat.ISODate))


class AsOfButton(LensButton):
    """Says on which day the desk is read, and offers today, the days last used, or another."""

    def __init__(
        self, ask_day: QAction, back_to_today: QAction, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__("as-of", "", parent)
        self.setAccessibleName(self.tr("The day the desk is shown as of"))
        self.setToolTip(plain_tip(self.accessibleName()))
        self._ask_day = ask_day
        key = back_to_today.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._key_of_today = key  # only said here: two actions cannot have it
        self._settings = settings
        self._session: Session | None = None
        self._recent: RecentDays | None = None
        self.menu().aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Put into the menu what can be chosen now."""
        from desktop.paper.sections.print_phrases import day_text

        menu, session = self.menu(), self._session
        menu.clear()
        if session is None or self._recent is None:
            return
        self._add_day(f"{self.tr('&Today')}\t{self._key_of_today}", None)
        days = self._recent.days()
        if days:
            menu.addSeparator()
            add_heading(menu, self.tr("Days last used"))
        for day in days:
            self._add_day(day_text(day), day)
        menu.addSeparator()
        calendar = DayCalendar(menu)
        calendar.show_day(session.lens.as_of)
        calendar.day_chosen.connect(self._go)
        in_menu = QWidgetAction(menu)
        in_menu.setDefaultWidget(calendar)
        in_menu.setText(calendar.accessibleName())
        menu.addAction(in_menu)
        menu.addAction(self._ask_day)

    def _add_day(self, text: str, day: str | None) -> None:
        action = self.menu().addAction(text, lambda: self._go(day))
        action.setCheckable(True)
        session = self._session
        is_seen = session is not None and (
            session.is_today if day is None else not session.is_today and day == session.lens.as_of
        )
        action.setChecked(is_seen)

    def show_session(self, session: Session | None) -> None:
        """Follow a session's lens; None shows no day."""
        if session is not self._session:
            self._recent = None if session is None else RecentDays(session, self._settings)
        self._session = session
        self.setEnabled(session is not None)
        is_today = session is None or session.is_today
        if session is not None and self._recent is not None and not is_today:
            self._recent.add(session.lens.as_of)
        self.setProperty("away", not is_today)
        self.style().unpolish(self)
        self.style().polish(self)
        day = self._session.day_text() if self._session is not None else ""
        whole = self.tr("As of {day}").format(day=day or self.tr("today"))
        self.show_words(whole, short_months(day) or self.tr("Today"))

    def _go(self, day: str | None) -> None:
        self.menu().close()
        if self._session is not None:
            self._session.stand_on(day)


class CeilingButton(LensButton):
    """Says up to which marking is shown, and offers each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("ceiling", "", parent)
        self.setAccessibleName(self.tr("The highest marking that is shown"))
        self.setToolTip(plain_tip(self.accessibleName()))
        self._session: Session | None = None
        group = QActionGroup(self)
        self.choices = []
        for level, word in enumerate(MARKINGS):
            action = self.menu().addAction(word.capitalize())
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, level=level: self._limit(level))
            self.choices.append(action)

    def show_session(self, session: Session | None) -> None:
        """Follow a session's lens; None shows the highest."""
        self._session = session
        self.setEnabled(session is not None)
        level = len(MARKINGS) - 1 if session is None else session.lens.ceiling
        self.choices[level].setChecked(True)
        marking = MARKINGS[level].capitalize()
        self.show_words(self.tr("Up to {marking}").format(marking=marking), marking)

    def _limit(self, level: int) -> None:
        if self._session is not None:
            self._session.limit(level)
