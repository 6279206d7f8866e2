"""What the window shows before a desk is open: three large choices, never an empty grid."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.style.icons import icon
from desktop.style.theme import SIZES, font_of_size, space
from desktop.widgets.plain import PlainLabel, plain_tip

_ICON_PX = 40  # px of a large icon
_MAX_FOLDER_LETTERS = 60  # letters of a folder, of which the end tells most


def folder_text(folder: Path) -> str:
    """Return a folder as people write it: the officer's own as ~, a long one by its end.

    >>> folder_text(Path("/srv/desks"))
    '/srv/desks'
    """
    try:
        text = str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # it lies elsewhere, or there is no home
        text = str(folder)
    return text if len(text) <= _MAX_FOLDER_LETTERS else f"…{text[1 - _MAX_FOLDER_LETTERS :]}"


class StartPage(QWidget):
    """`sample_asked`, `new_asked` and `open_asked` are the three; `recent_asked` gives a path."""

    sample_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Start"))
        title = PlainLabel(self, self.tr("Aide-Mémoire"))
        title.setFont(font_of_size(self.font(), SIZES.title))
        below = PlainLabel(
            self, self.tr("Who is who, what was agreed, and what happened when."), role="quiet"
        )
        choices = QHBoxLayout()
        choices.setSpacing(space(4))
        self.choices = [
            self._choice("sample", self.tr("Open the sample"), self.sample_asked),
            self._choice("new", self.tr("New desk"), self.new_asked),
            self._choice("open", self.tr("Open a file"), self.open_asked),
        ]
        for choice in self.choices:
            choices.addWidget(choice)
        self.recent = QVBoxLayout()
        self.recent.setSpacing(space(1))
        column = QVBoxLayout(self)
        column.setSpacing(space(3))
        column.addStretch(2)
        for item in (title, below):
            column.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(space(4))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(choices)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(space(4))
        column.addLayout(self.recent)
        column.addStretch(3)
        self.setFocusProxy(self.choices[0])

    def show_recent(self, paths: list[str]) -> None:
        """Offer the desks that were open lately."""
        while (item := self.recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for path in paths[:5]:
            text = self.tr("{name}  ·  {folder}").format(
                name=Path(path).name, folder=folder_text(Path(path).parent)
            )
            button = QPushButton(text.replace("&", "&&"), self)
            button.setFlat(True)
            button.setToolTip(plain_tip(path))
            button.setAccessibleName(self.tr("Open {path}").format(path=path))
            button.clicked.connect(lambda _=False, path=path: self.recent_asked.emit(path))
            self.recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the card or the desk that has the focus, on Enter as on the space bar."""
        pressed = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(pressed, QAbstractButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _choice(self, glyph: str, text: str, wish: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("choice", True)
        button.setIcon(icon(glyph, "accent"))
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setMinimumSize(space(44), space(32))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(text)
        button.clicked.connect(wish)
        return button
