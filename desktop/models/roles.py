"""The roles that rows of the desk answer to beside Qt's own; models give them, delegates ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from db import Line

_OWN = int(Qt.ItemDataRole.UserRole)


class Role(IntEnum):
    """What a row says of its record, and in which shape."""

    ID = _OWN + 1  # int
    UID = _OWN + 2  # str
    TITLE = _OWN + 3  # str
    DETAIL = _OWN + 4  # str
    WHY = _OWN + 5  # str, empty when the match is plain to see
    MARKS = _OWN + 6  # tuple of (start, end): what of the title matched, end not included
    MARKING = _OWN + 7  # int, the level
    NATIVE = _OWN + 8  # str, the native form of the name


ID = Role.ID
UID = Role.UID
TITLE = Role.TITLE
DETAIL = Role.DETAIL
WHY = Role.WHY
MARKS = Role.MARKS
MARKING = Role.MARKING
NATIVE = Role.NATIVE

#: What a line answers to each role.
FIELDS: Final[Mapping[int, Callable[[Line], object]]] = {
    ID: lambda line: line.id,
    UID: lambda line: line.uid,
    TITLE: lambda line: line.title,
    DETAIL: lambda line: ", ".join(cell for cell in line.cells if cell != line.title),
    MARKING: lambda line: line.marking,
    NATIVE: lambda line: line.native,
}
