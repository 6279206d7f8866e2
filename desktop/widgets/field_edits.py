"""The editors of single contents, one class a sort; forms and cells make them by `make_editor`.

Each has `content()`, `set_content(content)` and the signal `edited`, which follows the officer's
keys alone. What was not touched comes back exactly as it was given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol, cast

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from PySide6.QtCore import Signal  # noqa: I001
from db import HistoricalDate, MARKINGS, choices, direction
from desktop.forms.contents import Content, Unread, read, show
from desktop.forms.fields import Field
from desktop.theme import space
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.office_picker import OfficePicker
from desktop.widgets.record_picker import Desk, RecordPicker
from desktop.widgets.word_lines import CountryLine, SourceLine, TopicsLine

OPEN_LISTS_END: Final = ".kind"


class Editor(Protocol):
    """What every editor answers to; all of them are widgets."""

    @property
    def edited(self) -> SignalInstance: ...

    def content(self) -> Content: ...

    def set_content(self, content: Content) -> None: ...
"""
"""
