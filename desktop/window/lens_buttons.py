"""The two menus of the toolbar that set the lens: the day one stands on, and the ceiling."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db import MARKINGS, short_months
from desktop.style.icons import icon
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from desktop.session.session import Session


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


class AsOfButton(LensButton):
    """Says on which day the desk is read, and offers today or another."""

    def __init__(self, ask_day: Callable[[], None], parent: QWidget) -> None:
        super().__init__("as-of", "", parent)
        self.setAccessibleName(self.tr("The day the desk is shown as of"))
        self.setToolTip(plain_tip(self.accessibleName()))
        menu = self.menu()
        self.today = menu.addAction(self.tr("&Today"))
        self.today.setCheckable(True)
        menu.addAction(self.tr("A &date…"), ask_day)
        self._session: Session | None = None
        self.today.triggered.connect(self._go_today)

    def show_session(self, session: Session | None) -> None:
        """Follow a session's lens; None shows no day."""
        self._session = session
        self.setEnabled(session is not None)
        is_today = session is None or session.is_today
        self.today.setChecked(is_today)
        self.setProperty("away", not is_today)
        self.style().unpolish(self)
        self.style().polish(self)
        day = self._session.day_text() if self._session is not None else ""
        whole = self.tr("As of {day}").format(day=day or self.tr("today"))
        self.show_words(whole, short_months(day) or self.tr("Today"))

    def _go_today(self) -> None:
        if self._session is not None:
            self._session.stand_on(None)
        self.today.setChecked(True)


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
