"""While a name is typed: its parts shown as they would be taken, and the native name's own line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db import Name, direction, language_guess, split_name, split_titles
from desktop.forms.contents import Content, Unread
from desktop.forms.fields import Native
from desktop.forms.rows import Row
from desktop.forms.words import said
from desktop.theme import SIZES, sized
from desktop.widgets.field_edits import DIRECTIONS
from desktop.widgets.labelled_edit import LabelledEdit

NATIVE = "native"
OF_THE_NAME = ("given", "particles", "family", "name_order")


def derived_parts(title: str, country: Content) -> dict[str, str]:
    """What the desk would take for the parts of a name, by the fields' names.

    >>> parts = derived_parts("H.E. Ishaq Dar", "pk")
    >>> parts["given"], parts["family"], parts["honorific"]
    ('Ishaq', 'Dar', 'H.E.')
    """
    if not title.strip():
        return {}
    parts = split_name(title, country=country if isinstance(country, str) else None)
    titled = split_titles(title)
    return {
        "given": parts.given,
        "particles": parts.particles,
        "family": parts.family,
        "name_order": parts.order,
        "honorific": " ".join(titled.honorifics),
        "post_nominals": " ".join(titled.post_nominals),
    }


class NameParts:
    """Keeps the parts of a name in step with the name, where the form has such fields.

    Parts that are the derived ones follow the name as it is typed; an officer's own stay.
    """

    def __init__(self, edits: Mapping[str, LabelledEdit]) -> None:
        self._edits = edits
        self._before: dict[str, str] = {}
        if "family" in edits:
            edits["title"].edited.connect(self.follow)
            edits["country"].edited.connect(self.follow)

    def begin(self) -> None:
        """Looks at a record that was just loaded."""
        if "family" in self._edits:
            self._before = self._derived()
            self._hint()

    def follow(self) -> None:
        """Carries a new name over to its parts."""
        before, self._before = self._before, self._derived()
        shown = [name for name in OF_THE_NAME if name in self._edits]
        held = {name: self._edits[name].content() for name in shown}
        if any(held.values()) and all(held[name] == before.get(name, "") for name in shown):
            for name in shown:
                self._edits[name].set_content(self._before.get(name, ""))
        self._hint()

    def _derived(self) -> dict[str, str]:
        return derived_parts(self._edits["title"].content(), self._edits["country"].content())

    def _hint(self) -> None:
        for name, edit in self._edits.items():
            if name in ("given", "particles", "family", "honorific", "post_nominals"):
                line = edit.widget
                if isinstance(line, QLineEdit):
                    line.setPlaceholderText(self._before.get(name) or said(edit.field.hint))


class NativeLine(QLineEdit):
    """The first native name of the table of names, large and in its own direction."""

    edited = Signal()

    def __init__(self, native: Native, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.setAccessibleName(said(native.label))
        font = sized(self.font(), (SIZES.title + SIZES.body) // 2)
        self.setFont(font)
        self.textChanged.connect(lambda text: self.setLayoutDirection(DIRECTIONS[direction(text)]))
        self.textEdited.connect(self._typed)

    def show_rows(self, rows: list[Row]) -> None:
        """Takes over the rows of the table of names, changed in place from here on."""
        self._rows = rows
        self.follow()

    def follow(self) -> None:
        """Shows what the table says."""
        row = self._row()
        content = row.cells["text"] if row else ""
        text = content.text if isinstance(content, Unread) else str(content)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def _row(self) -> Row | None:
        return next((row for row in self._rows if row.cells["kind"] == NATIVE), None)

    def _typed(self, text: str) -> None:
        row = self._row()
        if row is None:
            name = Name(text=text, kind=NATIVE)
            row = Row(Name(), {field: getattr(name, field) for field in self._names()})
            self._rows.insert(0, row)
        row.cells["text"] = text
        if not row.origin.id or text:
            row.cells["language"] = row.cells["language"] or language_guess(text)
        if not text and not row.origin.id:
            self._rows.remove(row)
        self.edited.emit()

    def _names(self) -> list[str]:
        from desktop.forms.every_kind import NAMES

        return [field.name for field in NAMES.fields()]
