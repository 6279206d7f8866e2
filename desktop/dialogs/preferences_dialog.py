"""The preferences, drawn from their table: those of this computer, and those of the open desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.preferences.preference_table import (
    MAX_TEXT_LETTERS,
    PREFERENCES,
    Preference,
    Scope,
)
from desktop.preferences.preference_values import (
    adopt_desk,
    parse_preference,
    read_preference,
    write_preference,
)
from desktop.style.dialog_layout import accept_and_cancel, scroll_area, stack_in_dialog, widen
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.settings import Settings


_MIN_BOX_LETTERS: Final = 16  # letters of a choice that are seen at least


class PreferencesDialog(QDialog):
    """Nothing is kept before `keep` is called; without a desk only this computer's are shown."""

    def __init__(self, settings: Settings, session: Session | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session = session
        self.setWindowTitle(self.tr("Preferences"))
        self.edits: dict[str, QLineEdit | QComboBox] = {}
        groups = QWidget(self)
        rows = QVBoxLayout(groups)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._group("computer", self.tr("This computer")))
        if session is not None:
            group = self._group("desk", self.tr("This desk, for everyone who opens it"))
            group.setEnabled(not session.is_read_only)
            rows.addWidget(group)
        rows.addStretch(1)
        scroll = scroll_area(self, groups)  # of large text on a small screen not all is in sight
        column = stack_in_dialog(self, scroll, accept_and_cancel(self))
        column.setStretchFactor(scroll, 1)
        widen(self, 120)
        self._groups, self._scroll = groups, scroll

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the text asks for in its size, as far as the screen has it."""
        super().showEvent(event)
        self._scroll.setMinimumWidth(self._groups.minimumSizeHint().width() + space(6))
        room = self.screen().availableGeometry().height() - space(12)
        width = max(self.width(), self.minimumSizeHint().width())
        wanted = self._groups.heightForWidth(width - space(10)) + space(24)
        self.resize(width, min(room, max(wanted, self.sizeHint().height())))

    def _group(self, scope: Scope, title: str) -> QGroupBox:
        group = QGroupBox(title, self)
        form = QFormLayout(group)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for each in PREFERENCES:
            if each.scope == scope:
                self._add(each, form, group)
        return group

    def _add(self, each: Preference, form: QFormLayout, group: QGroupBox) -> None:
        label = QCoreApplication.translate("Preferences", each.label)
        value = read_preference(each, self._settings, self._session)
        edit = _box(each.words, value, group) if each.words else _line(str(value), group)
        note = QCoreApplication.translate("Preferences", each.note) if each.note else ""
        edit.setAccessibleName(label.replace("&", ""))
        edit.setAccessibleDescription(note)
        self.edits[each.name] = edit
        if not note:
            form.addRow(label, edit)
            return
        lines = QVBoxLayout()
        lines.setSpacing(space(1))
        lines.addWidget(edit)
        lines.addWidget(PlainLabel(group, note, role="small", wraps=True))
        heading = PlainLabel(group, label)
        heading.setBuddy(edit)
        form.addRow(heading, lines)

    def keep(self) -> list[tuple[Preference, Any]]:
        """Keep what was chosen otherwise, and go by it at once; raises a `DeskError`.

        Return what takes long and is still to be kept.
        """
        session, changed = self._session, set()
        pending: list[tuple[Preference, Any]] = []
        for each in PREFERENCES:
            edit = self.edits.get(each.name)
            if edit is None or not edit.isEnabled():
                continue
            value = _value_of(each, edit)
            if value != read_preference(each, self._settings, session):
                if each.is_long:
                    pending.append((each, value))
                    continue
                write_preference(each, value, self._settings, session)
                changed.add(each.scope)
        if session is not None and changed:
            adopt_desk(session, self._settings)
            session.show_anew()
        return pending


def _box(words: Mapping[Any, str], value: Any, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_MIN_BOX_LETTERS)
    for each, text in words.items():
        box.addItem(QCoreApplication.translate("Preferences", text), each)
    if value not in words:  # set by the command, which takes more than stands here
        box.addItem(str(value), value)
    box.setCurrentIndex(box.findData(value))
    return box


def _line(text: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(text, parent)
    line.setMaxLength(MAX_TEXT_LETTERS)
    return line


def _value_of(each: Preference, edit: QLineEdit | QComboBox) -> Any:
    if isinstance(edit, QComboBox):
        return edit.currentData()
    return parse_preference(each, edit.text())
