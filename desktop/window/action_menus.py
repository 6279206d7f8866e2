"""Menus and actions of the window, made of a table: texts, icons, keys, and when each can be done.

What an action does is none of its business: it says which was triggered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.paper.content.printable_text import one_line
from desktop.style.icons import icon
from desktop.widgets.clipboard import copy_to_clipboard
from desktop.widgets.plain import plain_tip

T = TypeVar("T")
MAX_COPY_LETTERS: Final = 40  # letters of a text that a menu offers to copy


class Need(Enum):
    """What there must be before an action can be done."""

    DESK = auto()  # an open desk
    WRITE = auto()  # one that can be written to
    RECORD = auto()  # a record on show that can be changed
    CHOSEN = auto()  # rows that are chosen, or a record on show, that can be changed
    OPEN = auto()  # a record on show or in its form
    EVENT = auto()  # an event on show or in its form
    FORM = auto()  # an open form
    UNDO = auto()  # a change to undo
    REDO = auto()  # a change to do again
    OTHER_DAY = auto()  # another day than today is seen
    BACK = auto()  # a record before this one
    FORWARD = auto()  # a record one came back from


@dataclass(frozen=True, slots=True)
class ActionSpec(Generic[T]):
    """One action; `run` is given what it acts on."""

    name: str
    text: str
    menu: str
    run: Callable[[T], object]
    needs: Need | None = None
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""  # actions of one group are choices, of which one is ticked
    starts_group: bool = False  # a line stands above it in the menu
    short: str = ""  # what its button says
    is_switch: bool = False  # is on or off by itself
    on_row: bool = False  # stands in the menu of a row too
    on_chosen: bool = False  # acts on all rows that are chosen


def native_keys(keys: Sequence[str]) -> str:
    """Return keys as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)


def key_lines(actions: Sequence[ActionSpec[Any]]) -> list[tuple[str, str]]:
    """Return what each key does: (keys as the system writes them, the action's text)."""
    lines = []
    for spec in actions:
        text, _, key_text = QCoreApplication.translate("Actions", spec.text).partition("\t")
        keys = native_keys(spec.keys) or key_text
        if keys:
            lines.append((keys, text.replace("&", "").rstrip("…")))
    return lines


def _add_copies(menu: QMenu, texts: Sequence[str], says: str) -> None:
    """Add a line for each text, which copies it alone."""
    if texts:
        menu.addSeparator()
    for text in texts:
        line = one_line(text, MAX_COPY_LETTERS).replace("&", "&&")
        menu.addAction(icon("copy"), says.replace("{text}", line), partial(copy_to_clipboard, text))


class ActionMenus(QObject):
    """Make the actions of a window and its menus. `triggered` gives the `ActionSpec`."""

    triggered = Signal(object)

    def __init__(
        self,
        bar: QMenuBar,
        menus: dict[str, str],
        actions: Sequence[ActionSpec[Any]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.specs = actions
        self._can_write = False
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._menus = {
            key: bar.addMenu(QCoreApplication.translate("Actions", text))
            for key, text in menus.items()
        }
        for spec in actions:
            if spec.starts_group:
                self._menus[spec.menu].addSeparator()
            action = self._actions[spec.name] = self._make(spec)
            self._menus[spec.menu].addAction(action)

    def action(self, name: str) -> QAction:
        """Return the action of a name in the table."""
        return self._actions[name]

    def menu(self, name: str) -> QMenu:
        """Return the menu of a name in the table."""
        return self._menus[name]

    def _make(self, spec: ActionSpec[Any]) -> QAction:
        text = QCoreApplication.translate("Actions", spec.text)
        action = QAction(text, self)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        plain = text.partition("\t")[0].replace("&", "").rstrip("…")
        keys = native_keys(spec.keys)
        action.setToolTip(plain_tip(f"{plain} ({keys})" if keys else plain))
        action.setCheckable(bool(spec.group) or spec.is_switch)
        if spec.group:
            self._groups.setdefault(spec.group, QActionGroup(self)).addAction(action)
        action.triggered.connect(lambda _=False, spec=spec: self.triggered.emit(spec))
        if spec.short:
            action.setIconText(QCoreApplication.translate("Actions", spec.short))
        return action

    def row_menu(self, parent: QWidget, texts: Sequence[str] = ()) -> QMenu:
        """Make the menu of what is chosen: the actions that are for one record or several.

        `texts` can each be copied alone.
        """
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._actions[spec.name] for spec in self.specs if spec.on_row])
        _add_copies(menu, texts, self.tr("Copy “{text}”"))
        return menu

    def record_menu(
        self,
        parent: QWidget,
        go: Callable[[], bool],
        texts: Sequence[str] = (),
        edit_here: Callable[[], None] | None = None,
        succeed_here: Callable[[], None] | None = None,
    ) -> QMenu:
        """Make the menu of one record, which `go` brings on show before anything is done;
        `edit_here` opens the form of the page at the fact that the menu was asked for, and
        `succeed_here` asks who follows in the office that the fact is about.
        """
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if edit_here is not None:
            here = menu.addAction(icon("edit"), self.tr("Edit &here"), edit_here)
            here.setEnabled(self._can_write)
            if succeed_here is None:
                menu.addSeparator()
        if succeed_here is not None:
            text = self.tr("&New holder of this office…")
            menu.addAction(icon("office"), text, succeed_here).setEnabled(self._can_write)
            menu.addSeparator()
        for spec in (spec for spec in self.specs if spec.on_row):
            own = self._actions[spec.name]
            action = menu.addAction(own.icon(), own.text(), partial(self._go_and_do, go, spec))
            action.setEnabled(spec.needs == Need.DESK or self._can_write)
        _add_copies(menu, texts, self.tr("Copy “{text}”"))
        return menu

    def _go_and_do(self, go: Callable[[], bool], spec: ActionSpec[Any]) -> None:
        if go():
            self.triggered.emit(spec)

    def enable(self, met_needs: Collection[Need]) -> None:
        """Enable what can be done with what there is."""
        self._can_write = Need.WRITE in met_needs
        for spec in self.specs:
            self._actions[spec.name].setEnabled(spec.needs is None or spec.needs in met_needs)

    def show_label(self, name: str, label: str) -> None:
        """Say in the text of an action what it would act on; "" says nothing of it."""
        spec = next(spec for spec in self.specs if spec.name == name)
        text = QCoreApplication.translate("Actions", spec.text)
        self._actions[name].setText(f"{text}: {label.replace('&', '&&')}" if label else text)
