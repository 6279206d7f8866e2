"""A line that picks another record as the main box finds it, or names a new one, which is made when
the form is saved and belongs to its change.

Forms and tables ask it for every reference; `PickerDesk` is the part of the session that it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, Protocol

from PySide6.QtWidgets import QWidget

from db import Lens, Line, Reader, Ref, fold, parse_query
from desktop.editors.field_texts import translated_text
from desktop.editors.suggest_line import Offer, SuggestLine
from desktop.fields.field_contents import Content, read, show
from desktop.fields.field_types import FormField

MAX_OFFERS: Final = 8


class PickerDesk(Protocol):
    """The session, as far as a form asks it."""

    @property
    def reader(self) -> Reader: ...

    @property
    def lens(self) -> Lens: ...


def found_records(
    desk: PickerDesk, kinds: Sequence[str], text: str, limit: int = MAX_OFFERS
) -> list[Line]:
    """Return the best records of some kinds for a text, as the main box searches."""
    return desk.reader.pick(kinds, parse_query(text), desk.lens, limit)


def line_text(line: Line) -> str:
    """Return a record in a list of offers: its title with what tells it apart."""
    detail = next((cell for cell in line.cells if cell and cell != line.title), "")
    return f"{line.title} · {detail}" if detail else line.title


def only_match(lines: Sequence[Line], text: str) -> Line | None:
    """Return the one record that is called exactly so; None when there is none or more than one."""
    same = [line for line in lines if fold(line.title) == fold(text)]
    return same[0] if len(same) == 1 else None


class FieldLine(SuggestLine):
    """A line whose text is shown and read as its field says."""

    def __init__(self, field: FormField, desk: PickerDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._desk = desk

    def show_text(self, content: Content) -> str:
        return show(self._field, content)

    def read_text(self, text: str) -> Content:
        return read(self._field, text)


class RecordPicker(FieldLine):
    """Picks a record of the field's kinds. A text that names exactly one is taken as it is left.

    Where it may not make a missing one it offers only what there is.
    """

    def __init__(
        self,
        field: FormField,
        desk: PickerDesk,
        parent: QWidget | None = None,
        *,
        may_make: bool = True,
    ) -> None:
        super().__init__(field, desk, parent)
        self._may_make = may_make

    def settle(self) -> None:
        text = self.text().strip()
        if text and not isinstance(self._content, Ref):
            match = only_match(found_records(self._desk, self._field.kinds, text), text)
            if match is not None:
                self.set_content(Ref(match.id, match.title, match.kind))
                self.edited.emit()

    def offers(self, text: str) -> Sequence[Offer]:
        found = [
            Offer(line_text(line), line.kind, partial(Ref, line.id, line.title, line.kind))
            for line in found_records(self._desk, self._field.kinds, text)
        ]
        may_make = self._may_make and bool(text.strip())
        return [*found, *self._new_offers(text.strip())] if may_make else found

    def _new_offers(self, title: str) -> list[Offer]:
        return [
            Offer(
                self.tr("Create new {kind} “{title}”").format(
                    kind=translated_text(kind), title=title
                ),
                "new",
                partial(Ref, 0, title, kind),
                is_found=False,
            )
            for kind in self._field.kinds
        ]
