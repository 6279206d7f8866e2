"""The button of the timeline's strip: which lanes, of what, and what is done with the band.

The timeline tab puts it into its strip and follows its signals.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.settings import LANES, LANES_AS_TABLE, TABLE_FOLLOWS, TIMELINE_ITEMS, Settings
from desktop.style.icons import icon
from desktop.style.translated import QT_TRANSLATE_NOOP

SCHEMES: Final = {
    "country": QT_TRANSLATE_NOOP("Timeline", "Lanes by &country"),
    "kind": QT_TRANSLATE_NOOP("Timeline", "Lanes by &kind"),
    "person": QT_TRANSLATE_NOOP("Timeline", "Lanes by &person"),
    "organization": QT_TRANSLATE_NOOP("Timeline", "Lanes by &organization"),
    "agreement": QT_TRANSLATE_NOOP("Timeline", "Lanes by &agreement"),
    "topic": QT_TRANSLATE_NOOP("Timeline", "Lanes by &topic"),
    "none": QT_TRANSLATE_NOOP("Timeline", "O&ne lane"),
}
_ITEMS: Final = {
    "event": QT_TRANSLATE_NOOP("Timeline", "Show &events"),
    "agreement": QT_TRANSLATE_NOOP("Timeline", "Show ag&reements"),
    "tenure": QT_TRANSLATE_NOOP("Timeline", "Show offices &held"),
}


class LaneButton(QToolButton):
    """Keeps what is chosen in the settings. `changed` says that the band is to be drawn anew."""

    changed = Signal()
    lanes_asked = Signal()  # which, and in which order
    picture_asked = Signal()
    print_asked = Signal()
    follow_changed = Signal(bool)
    as_table_changed = Signal(bool)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setIcon(icon("lanes", "quiet"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self)
        self._add_schemes()
        self._choose = self._add(self.tr("Choose &lanes…"), self.lanes_asked.emit)
        self._menu.addSeparator()
        self._add_items()
        self._menu.addSeparator()
        follow = self._add(self.tr("Table shows only what the band &shows"), None)
        follow.setCheckable(True)
        follow.setChecked(settings.get(TABLE_FOLLOWS))
        follow.toggled.connect(self._follow)
        as_table = self._add(self.tr("Table of the lanes, &with agreements and offices"), None)
        as_table.setCheckable(True)
        as_table.setChecked(self.shows_lanes_as_table)
        as_table.toggled.connect(self._show_as_table)
        self._menu.addSeparator()
        self._add(self.tr("Save as p&icture…"), self.picture_asked.emit)
        self._add(self.tr("Print &band…"), self.print_asked.emit)
        self.setMenu(self._menu)
        self._name()

    @property
    def scheme(self) -> str:
        """How lanes are formed."""
        chosen = self._settings.get(LANES)
        return chosen if chosen in SCHEMES else "country"

    @property
    def items(self) -> list[str]:
        """What is drawn: events, agreements, tenures."""
        return [each for each in self._settings.get(TIMELINE_ITEMS) if each in _ITEMS]

    @property
    def table_follows(self) -> bool:
        """Whether the table shows only what the band shows."""
        return self._settings.get(TABLE_FOLLOWS)

    @property
    def shows_lanes_as_table(self) -> bool:
        """Whether the table has the lanes with all that stands in them, not events alone."""
        return self._settings.get(LANES_AS_TABLE)

    def form_lanes(self, scheme: str) -> None:
        """Put items in lanes by a name of `SCHEMES`, and remember it."""
        self._settings.put(LANES, scheme)
        for name, action in self._schemes.items():
            action.setChecked(name == scheme)
        self._name()
        self.changed.emit()

    def _add(self, text: str, act: object) -> QAction:
        action = self._menu.addAction(text)
        if act is not None:
            action.triggered.connect(act)
        return action

    def _add_schemes(self) -> None:
        group = QActionGroup(self._menu)
        self._schemes: dict[str, QAction] = {}
        for name, text in SCHEMES.items():
            action = self._menu.addAction(QCoreApplication.translate("Timeline", text))
            action.setCheckable(True)
            action.setChecked(name == self.scheme)
            action.triggered.connect(lambda _=False, name=name: self.form_lanes(name))
            group.addAction(action)
            self._schemes[name] = action

    def _add_items(self) -> None:
        self._item_actions: dict[str, QAction] = {}
        for name, text in _ITEMS.items():
            action = self._menu.addAction(QCoreApplication.translate("Timeline", text))
            action.setCheckable(True)
            action.setChecked(name in self.items)
            action.toggled.connect(self._keep_items)
            self._item_actions[name] = action

    def _keep_items(self) -> None:
        names = [name for name, action in self._item_actions.items() if action.isChecked()]
        self._settings.put(TIMELINE_ITEMS, names)
        self.changed.emit()

    def _follow(self, follows: bool) -> None:
        self._settings.put(TABLE_FOLLOWS, follows)
        self.follow_changed.emit(follows)

    def _show_as_table(self, shows: bool) -> None:
        self._settings.put(LANES_AS_TABLE, shows)
        self.as_table_changed.emit(shows)

    def _name(self) -> None:
        text = QCoreApplication.translate("Timeline", SCHEMES[self.scheme]).replace("&", "")
        self._choose.setEnabled(self.scheme != "none")
        self.setText(text)
        self.setAccessibleName(text)
