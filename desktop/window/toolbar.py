"""The toolbar: the way back and forward, New, the search box, the lens, Print and Lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QStyle, QToolBar, QToolButton, QWidget

from desktop.background.delay import defer
from desktop.models.tab_kinds import TAB_KINDS
from desktop.search.search_box import SearchBox
from desktop.style.icon_gap import fit_icon
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.window.lens_buttons import AsOfButton, CeilingButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.window.action_menus import ActionMenus

_MIN_SEARCH_LETTERS = 24  # letters that the search box shows before buttons give up their words


class Toolbar(QToolBar):
    """Made of the window's actions; `search` is the one search box. `new_wanted` gives the place of
    the tab whose kind of record is to be made.
    """

    new_wanted = Signal(int)

    def __init__(self, menus: ActionMenus, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._menus = menus
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.search = SearchBox(self)
        self.search.setMaximumWidth(space(120))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.as_of = AsOfButton(menus.action("as_of"), menus.action("today"), settings, self)
        self.ceiling = CeilingButton(self)
        self._add_button("back")
        self._add_button("forward")
        new = self._new_button()
        self.addWidget(new)
        self.addWidget(self._gap())
        self.addWidget(self.search)
        by_filter = self._add_button("filter")
        exact = self._add_button("exact")
        style = Qt.ToolButtonStyle
        # What gives up its words where room is little, the most easily missed last.
        self._shorten: tuple[Callable[[bool], object], ...] = (
            lambda is_short: exact.setToolButtonStyle(
                style.ToolButtonIconOnly if is_short else style.ToolButtonTextOnly
            ),
            lambda is_short: by_filter.setToolButtonStyle(
                style.ToolButtonIconOnly if is_short else style.ToolButtonTextBesideIcon
            ),
            lambda is_short: new.setToolButtonStyle(
                style.ToolButtonIconOnly if is_short else style.ToolButtonTextBesideIcon
            ),
            self.ceiling.shorten,
            self.as_of.shorten,
        )
        self.addWidget(self._gap())
        self.addWidget(self.as_of)
        self.addWidget(self.ceiling)
        self._add_button("print")
        self._add_button("lock")
        self.show_session(None)

    def show_session(self, session: Session | None) -> None:
        """Follow the open desk; None greys what needs one."""
        self.search.setEnabled(session is not None)
        self.as_of.show_session(session)
        self.ceiling.show_session(session)
        self._fit_search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_search()

    def _size_icons(self) -> None:
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_ToolBarIconSize, None, self)
        self.setIconSize(QSize(side, side))
        self._fit_icons()

    def _fit_icons(self) -> None:
        for action in self.actions():
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                fit_icon(button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_icons()  # the style sheet is known from here on

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_icons()
            # Afterwards: the buttons are told of other letters after the bar that holds them.
            defer(self._fit_search, self)

    def _fit_search(self) -> None:
        """Give the search box what the buttons leave of the width, so that none falls off.

        Where that is little, buttons give up words, one after the other.
        """
        for shorten in self._shorten:
            shorten(False)
        self._fit_icons()
        room = self._room()
        for shorten in self._shorten:
            if room < _MIN_SEARCH_LETTERS * self.fontMetrics().averageCharWidth():
                shorten(True)
                room = self._room()
        self._fit_icons()  # of those that gave up their words
        width = max(space(30), min(space(112), room))
        if width != self.search.minimumWidth():
            self.search.setMinimumWidth(width)

    def _room(self) -> int:
        """Return what the buttons leave."""
        widgets = [self.widgetForAction(action) for action in self.actions()]
        buttons = [each for each in widgets if isinstance(each, QToolButton)]
        used = sum(button.sizeHint().width() for button in buttons)
        gaps = space(1) * (len(widgets) - 1) + 2 * space(2)  # as the style sheet has them
        return self.width() - used - gaps

    def _add_button(self, name: str) -> QToolButton:
        action = self._menus.action(name)
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        return button

    def _new_button(self) -> QToolButton:
        """Return the button New, which makes what the tab in front shows; its arrow offers the
        other kinds.
        """
        button = QToolButton(self)
        button.setDefaultAction(self._menus.action("new"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        for at, kind in enumerate(TAB_KINDS):
            text = QCoreApplication.translate("Tabs", kind.one)
            menu.addAction(icon(kind.one_icon), text, lambda at=at: self.new_wanted.emit(at))
        button.setMenu(menu)
        button.setAccessibleName(self.tr("New record"))
        return button

    def _gap(self) -> QWidget:
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return gap
