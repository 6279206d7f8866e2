"""The columns of a file as rows of a table: heading, what each becomes, and an example of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from db import (
    NOT_READ,
    TARGETS,
    FieldMap,
    FileLook,
    Mapping,
    helpers_by_column,
    made_sources,
    read_as,
    targets_by_column,
)
from desktop.importing.import_words import target_text
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

HEADINGS = (_("Import", "Column"), _("Import", "Becomes"), _("Import", "For example"))
COLUMN, BECOMES, EXAMPLE = range(len(HEADINGS))
LEFT_OUT = ""  # what a column becomes from which nothing is taken
MAX_JUDGED_VALUES = 400  # cells of a column that are looked at when it becomes something else

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(slots=True)
class ColumnLine:
    """A column of the file, or a `made` source that no single column gives.

    `target` is what it becomes. `fixed` says what it does where that is no target.
    """

    source: str
    example: str
    target: str = LEFT_OUT
    constant_source: FieldMap | None = None
    fixed: str = ""
    values: tuple[str, ...] = field(default=(), repr=False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)


class ColumnModel(QAbstractTableModel):
    """`chosen` gives a `ColumnLine` and the target that it is to become."""

    chosen = Signal(object, str)

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.lines: list[ColumnLine] = []
        self.mapping: Mapping | None = None
        self.awaited: tuple[int, str] | None = None  # a row, and what it is about to become

    def await_target(self, row: int, target: str) -> None:
        """Show already what a row is about to become; -1: none is."""
        before, self.awaited = self.awaited, (row, target) if row >= 0 else None
        for at, _target in filter(None, (before, self.awaited)):
            if at < len(self.lines):
                self.dataChanged.emit(self.index(at, BECOMES), self.index(at, BECOMES))

    def show_map(self, look: FileLook | None, mapping: Mapping | None) -> None:
        """Show the columns of a table and what its map makes of them."""
        lines = list(_lines(look, mapping)) if look is not None else []
        self._show(lines, mapping)

    def show_fields(self, lines: list[ColumnLine]) -> None:
        """Show lines in which nothing can be chosen."""
        self._show(lines, None)

    def _show(self, lines: list[ColumnLine], mapping: Mapping | None) -> None:
        same = [each.source for each in lines] == [each.source for each in self.lines]
        self.awaited = None
        if not same:
            self.beginResetModel()
        self.lines, self.mapping = lines, mapping
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, EXAMPLE))

    def targets(self, row: int) -> list[str]:
        """Return what a line can become, to be left out first."""
        if self.mapping is None:
            return []
        own = [] if self.lines[row].constant_source else ["id"]
        return [LEFT_OUT, *own, *TARGETS[self.mapping.kind]]

    def choice_text(self, row: int, target: str) -> str:
        """Return a target as it is offered: with the line's example as it would be read then."""
        text = self._reading(self.lines[row], target)
        name = self.name_of(target)
        if text == NOT_READ:
            return _tr("{field} (not readable)").format(field=name)
        return _tr("{field}: {example}").format(field=name, example=text) if text else name

    def name_of(self, target: str) -> str:
        """Return what a column becomes, in words."""
        return target_text(target) if target else _tr("left out")

    def first_doubtful_row(self) -> int:
        """Return the first column that holds something and becomes nothing, or 0."""
        doubtful = (
            row
            for row, line in enumerate(self.lines)
            if line.example and not line.target and not line.fixed
        )
        return next(doubtful, 0)

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == BECOMES and self.targets(index.row()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return line.target
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            becomes = line.fixed or self._becomes(line)
            if self.awaited is not None and self.awaited[0] == index.row():
                becomes = self.name_of(self.awaited[1])
            text = (line.source, becomes, self._example(line))[index.column()]
            return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == BECOMES:
            text = _tr("{column} becomes {field}")
            return text.format(column=line.source, field=line.fixed or self._becomes(line))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.lines[index.row()]
        if role != Qt.ItemDataRole.EditRole or value == line.target:
            return False
        if value not in self.targets(index.row()):
            return False
        self.chosen.emit(line, value)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return _tr(HEADINGS[section])

    def _becomes(self, line: ColumnLine) -> str:
        if not line.target and self.mapping is None:
            return ""
        return self.name_of(line.target)

    def _example(self, line: ColumnLine) -> str:
        """Return the first value and how it is read, where that is not the same."""
        read = self._reading(line, line.target)
        if not read or line.constant_source or read == line.example:
            return line.example
        if read == NOT_READ:
            return _tr("{text} (not readable)").format(text=line.example)
        return _tr("{text} → {reading}").format(text=line.example, reading=read)

    def _reading(self, line: ColumnLine, target: str) -> str:
        if self.mapping is None or line.constant_source or target not in TARGETS[self.mapping.kind]:
            return ""
        sources = self.mapping.fields.get(target, [])
        own = next((each for each in sources if each.column == line.source), None)
        return read_as(self.mapping, target, own or FieldMap(column=line.source), line.example)


def _lines(look: FileLook, mapping: Mapping | None) -> Iterator[ColumnLine]:
    targets = targets_by_column(mapping) if mapping else {}
    helpers = helpers_by_column(mapping) if mapping else {}
    judged = look.rows[:MAX_JUDGED_VALUES]
    for place, (heading, example) in enumerate(zip(look.headings, look.examples, strict=True)):
        line = ColumnLine(heading, example, targets.get(heading, LEFT_OUT))
        line.values = tuple(cells[place] for _, cells in judged)
        if not line.target and heading in helpers:
            line.target = LEFT_OUT
            line.fixed = _tr("tells more of {field}").format(field=target_text(helpers[heading]))
        yield line
    if mapping is None:
        return
    values = dict(zip(look.headings, look.examples, strict=True))
    for target, field_source in made_sources(mapping):
        source = field_source.source()
        if field_source.constant is not None:
            source = _tr("always {text}").format(text=source)
        yield ColumnLine(source, _fill(field_source.template or "", values), target, field_source)


def _fill(template: str, values: dict[str, str]) -> str:
    for heading, value in values.items():
        template = template.replace(f"{{{heading}}}", value)
    return template
