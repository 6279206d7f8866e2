"""The form of one record: what the tab puts in the page's place while the officer edits.

It knows no kind; `RECORD_FORMS` says what can be typed. It reads the desk only through its pickers
and writes nothing itself save what a picker is asked to make.
"""

from __future__ import annotations

import json
import re
from contextlib import ExitStack
from functools import partial
from itertools import chain, takewhile
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from db import Invalid, Person, Record, Ref, breaches, copy_with
from desktop.background.delay import FORM_PLACED_PAUSE_MS, FORM_TABLES_PAUSE_MS, Delay
from desktop.editors.parts.parts_table import PartsTable
from desktop.editors.parts.parts_view import PartsView
from desktop.editors.record_picker import PickerDesk
from desktop.fields import RECORD_FORMS
from desktop.fields.field_contents import Unread, encode
from desktop.fields.part_rows import (
    PartRow,
    drop_blank,
    parts_of_rows,
    row_of,
    unread_in,
    without_unread,
    write_rows,
)
from desktop.forms.form_buttons import FormButtons
from desktop.forms.form_draft import read_draft
from desktop.forms.form_page import FormPage
from desktop.forms.name_parts import NamePartsEdit
from desktop.style.theme import space
from desktop.widgets.message import Message

NATIVE: Final = "native"  # the path of the line for the native name
NEXT_SECTION_KEY, LAST_SECTION_KEY = "Ctrl+PgDown", "Ctrl+PgUp"
_ROW: Final = re.compile(r"(\w+)(?:\[(\d+)\])?\.?(.*)")


class RecordForm(QWidget):
    """The fields of a kind over a copy of a record.

    `edited` follows every change by the officer; `saved_as` asks to write an attached file out
    (its SHA-256, its name); `save_wanted` and `discard_wanted` ask to end, either way.
    """

    edited = Signal()
    save_wanted = Signal()
    discard_wanted = Signal()
    saved_as = Signal(str, str)

    def __init__(self, kind: str, session: PickerDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = RECORD_FORMS[kind]
        self._desk = session
        self.parts = {parts.name: parts for parts in self._form.parts()}
        self.rows: dict[str, list[PartRow]] = {name: [] for name in self.parts}
        self._record: Record | None = None
        self._clean = ""
        self._by_hand: str | None = None
        self.message = Message(self)
        self._scroll = QScrollArea(self)
        # In its place from the start: to move so many widgets later costs a frame or two.
        self.page = FormPage(self._form, session, self._scroll.viewport())
        self._scroll.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field with the focus
        self._scroll.setWidget(self.page)
        self.name_parts = NamePartsEdit(self.page.edits, self.page)
        self.buttons = FormButtons(self)
        self._table_delay = Delay(self, FORM_TABLES_PAUSE_MS, self._make_tables)
        self._sought: QWidget | None = None  # is kept in sight while the form is being placed
        self._placed_delay = Delay(self, FORM_PLACED_PAUSE_MS, self._end_placing)
        self._lay_out()
        self._connect()
        for key, by in ((NEXT_SECTION_KEY, 1), (LAST_SECTION_KEY, -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.step_section, by))

    # the record

    def load(self, record: Record) -> None:
        """Show a record of the form's kind, also a new and empty one."""
        self._record = record
        self._by_hand = record.name_by_hand if isinstance(record, Person) else None
        self._show(
            {field.name: getattr(record, field.name) for field in self._form.fields()},
            {
                name: [row_of(part, parts) for part in getattr(record, name)]
                for name, parts in self.parts.items()
            },
        )
        self._clean = self.draft()
        self._table_delay.start()

    def record(self) -> Record:
        """Return a copy of the loaded record with what the fields say; raises Invalid, with all
        that does not hold of it, where a text cannot be read.
        """
        before = self._require_record()
        self._finish()
        contents = {name: edit.content() for name, edit in self.page.edits.items()}
        empty = type(before)()
        problems: dict[str, str] = {}
        for name, content in contents.items():
            if isinstance(content, Unread):
                problems[name], contents[name] = content.why, getattr(empty, name)
        for name, parts in self.parts.items():
            problems |= dict(unread_in(self.rows[name], parts))
            readable = [without_unread(row, parts) for row in self.rows[name]]
            contents[name] = parts_of_rows(readable, parts)
        if isinstance(before, Person):
            contents["name_by_hand"] = self.name_parts.by_hand
        record = copy_with(before, **contents)
        if problems:
            raise Invalid(dict(breaches(record)) | problems)
        return record

    def typed_record(self) -> Record:
        """Return what the fields say now, while they are typed in: what cannot be read is empty."""
        before = self._require_record()
        empty = type(before)()
        contents = {name: edit.content() for name, edit in self.page.edits.items()}
        for name, content in contents.items():
            if isinstance(content, Unread):
                contents[name] = getattr(empty, name)
        for name, parts in self.parts.items():
            rows = [without_unread(row, parts) for row in self.rows[name]]
            drop_blank(rows, parts)
            contents[name] = parts_of_rows(rows, parts)
        return copy_with(before, **contents)

    def show_hints(self, hints: dict[str, str]) -> None:
        """Put each sentence below its field or table, by the path it is of; others fall away."""
        texts: dict[str, list[str]] = {}
        for path, says in hints.items():
            texts.setdefault(self._split(path)[0], []).append(says)
        for name, edit in self.page.edits.items():
            edit.show_hint(" ".join(texts.get(name, ())))
        for name, table in self.page.tables.items():
            table.show_hint("\n".join(texts.get(name, ())))

    def is_dirty(self) -> bool:
        """Say whether anything differs from the record as it was loaded."""
        return self._record is not None and self.draft() != self._clean

    # drafts

    def draft(self) -> str:
        """Return everything typed, also what cannot be read yet, as JSON for `restore`."""
        record = self._require_record()
        fields = {name: encode(edit.content()) for name, edit in self.page.edits.items()}
        with ExitStack() as typed:
            for table in self.page.tables.values():
                typed.enter_context(table.with_open_cell())
            lists = {name: write_rows(self.rows[name], parts) for name, parts in self.parts.items()}
        content = {"version": record.version, "fields": fields, "parts": lists}
        if self.name_parts.by_hand:
            content["by_hand"] = self.name_parts.by_hand
        return json.dumps(content, ensure_ascii=False)

    def restore(self, draft: str) -> None:
        """Show a draft over the loaded record; raise Refused, and change nothing, if it is none.

        The version stays the one the draft was begun on, so that the store notices a change since.
        """
        record = self._require_record()
        content = read_draft(draft, self._form, record)
        self._record = copy_with(record, version=content.version)
        self._by_hand = content.by_hand
        fields = {
            name: content.fields[name] if name in content.fields else edit.content()
            for name, edit in self.page.edits.items()
        }
        self._show(fields, content.lists)
        self.edited.emit()

    # the name

    def name_text(self) -> str:
        """Return the name as it is typed."""
        content = self.page.edits["title"].content()
        return content if isinstance(content, str) else ""

    def hang_under_name(self, widget: QWidget) -> None:
        """Put a widget under the line of the name."""
        self.page.edits["title"].hang_below(widget)

    # problems and the focus

    def show_problems(self, problems: dict[str, str]) -> None:
        """Put each sentence beside its field or in its cell; the first one gets the focus.

        The keys are paths as in `Invalid.problems`. What has no field here is said above the form.
        """
        self.message.dismiss()
        for edit in self.page.edits.values():
            edit.show_problem("")
        for table in self.page.tables.values():
            table.clear_problems()
        placed = [path for path, says in problems.items() if self._show_problem(path, says)]
        unplaced = [says for path, says in problems.items() if path not in placed]
        if unplaced:
            self.message.say("error", " ".join(unplaced))
        if placed:
            self.focus_field(min(placed, key=self._place_of))

    def focus_field(self, name: str) -> None:
        """Put the cursor in a field by its name or path, and bring it into sight."""
        head, place, rest = self._split(name)
        edit: QWidget | None = self.page.edits.get(head)
        if head == NATIVE:
            edit = self.page.native
        if edit is not None:
            self._make_tables_above(head)
            edit.setFocus()
            self._keep_in_sight(edit)
        elif head in self.parts:
            table = self._table(head)
            self._keep_in_sight(table.go_to(place, rest))

    def step_section(self, by: int) -> None:
        """Put the cursor at the start of the next section or table, or of the one before."""
        for table in self.page.tables.values():
            table.finish_cell()
        names = [name for _, name in self.page.blocks]
        place = self._section_in_focus() + by
        if 0 <= place < len(names):
            self.focus_field(names[place])
            if names[place] in self.parts:
                self._table(names[place]).view.begin_row(0)

    def _section_in_focus(self) -> int:
        """Return the place of the section or table that has the focus; 0 where none has."""
        focus = self.focusWidget()
        if focus is None:
            return 0
        for place, (_, name) in enumerate(self.page.blocks):
            table = self.page.tables.get(name)
            if table is not None and table.isAncestorOf(focus):
                return place
        here = [place for place, (block, name) in enumerate(self.page.blocks)
                if block.isAncestorOf(focus)]  # fmt: skip
        return here[0] if here else 0

    def _show_problem(self, path: str, says: str) -> bool:
        head, place, rest = self._split(path)
        if head in self.page.edits:
            self.page.edits[head].show_problem(says)
        elif head in self.parts and place < max(1, len(self.rows[head])):
            self._table(head).show_problem(place, rest, says)
        else:
            return False
        return True

    def _split(self, path: str) -> tuple[str, int, str]:
        found = _ROW.fullmatch(path)
        return (found[1], int(found[2] or 0), found[3]) if found else (path, 0, "")

    def _place_of(self, path: str) -> tuple[int, int]:
        """Say where a path comes on the page."""
        head, place, _ = self._split(path)
        names = [
            item.name
            for item in self._form.items()
            if item.name in self.page.edits or item.name in self.parts
        ]
        return names.index(head), place

    def _keep_in_sight(self, widget: QWidget) -> None:
        """Bring a widget into sight, and again whenever a table takes its height."""
        self._see(widget)
        self._sought = widget
        self._placed_delay.start()

    def _end_placing(self) -> None:
        self._sought = None

    def _see_sought(self) -> None:
        widget, focus = self._sought, self.focusWidget()
        if widget is not None and focus is not None:
            if widget is focus or widget.isAncestorOf(focus):
                self._see(widget)
            else:
                self._sought = None  # the officer went on

    def _see(self, widget: QWidget) -> None:
        self.page.settle()
        if isinstance(widget, PartsView):
            widget.show_current()
        else:
            self._scroll.ensureWidgetVisible(widget, space(2), space(12))

    # making and filling

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self._scroll)
        column.addWidget(self.buttons)
        self.setFocusProxy(self.page.edits["title"])

    def _connect(self) -> None:
        self._scroll.verticalScrollBar().rangeChanged.connect(self._see_sought)
        self.buttons.save_wanted.connect(self.save_wanted)
        self.buttons.discard_wanted.connect(self.discard_wanted)
        for edit in self.page.edits.values():
            edit.edited.connect(self.edited)
        if self.page.native is not None:
            self.page.native.edited.connect(self._take_native_name)
            if "country" in self.page.edits:
                self.page.edits["country"].edited.connect(self._take_country)

    def _show(self, fields: dict[str, Any], lists: dict[str, list[PartRow]]) -> None:
        self.message.dismiss()
        for name, content in fields.items():
            self.page.edits[name].set_content(content)
        self.rows = lists
        for name, table in self.page.tables.items():
            table.show_rows(lists[name])
        if self.page.native is not None:
            country = fields.get("country")
            self.page.native.begin(lists["names"], country if isinstance(country, str) else "")
        self.name_parts.begin(self._by_hand)

    def _make_tables(self) -> None:
        """Make one table at a time between the officer's keys, so that the form is there at
        once.
        """
        if self._make_table():
            self._table_delay.start()
            if self._sought is not None:
                self._placed_delay.start()

    def _make_table(self) -> bool:
        """Make the next table; whether there was one to make."""
        table = self.page.make_next()
        if table is None:
            return False
        table.edited.connect(self.edited)
        table.saved_as.connect(self.saved_as)
        if table.parts.name == "names":
            table.edited.connect(self._follow_names)
        table.model.countries = self._countries
        table.show_rows(self.rows[table.parts.name])
        return True

    def _make_tables_above(self, name: str) -> None:
        """Make the tables that would else come in later and push a field out of sight."""
        above = takewhile(lambda item: item.name != name, self._form.items())
        for table in [item.name for item in above if item.name in self.parts]:
            self._table(table)

    def _countries(self) -> set[str]:
        """Return the countries that the record is of and that its parties or participants are."""
        country = self.page.edits["country"].content() if "country" in self.page.edits else ""
        whos = [row.cells.get("who") for row in chain(*self.rows.values())]
        ids = [each.id for each in whos if isinstance(each, Ref)]
        found = {line.country for line in self._desk.reader.lines(ids, self._desk.lens)}
        return {each for each in (*found, country) if isinstance(each, str) and each}

    def _table(self, name: str) -> PartsTable:
        while name not in self.page.tables:
            self._make_table()
        return self.page.tables[name]

    def _take_native_name(self) -> None:
        table = self.page.tables.get("names")
        if table is not None:
            table.show_rows(self.rows["names"])
        self.edited.emit()

    def _take_country(self) -> None:
        country = self.page.edits["country"].content()
        if self.page.native is not None and isinstance(country, str):
            self.page.native.set_country(country)
            table = self.page.tables.get("names")
            if table is not None:
                table.show_rows(self.rows["names"])

    def _follow_names(self) -> None:
        if self.page.native is not None:
            self.page.native.follow()

    def _finish(self) -> None:
        for edit in self.page.edits.values():
            edit.finish()
        for table in self.page.tables.values():
            table.finish()
        for name, parts in self.parts.items():
            drop_blank(self.rows[name], parts)

    def _require_record(self) -> Record:
        if self._record is None:
            raise LookupError("no record was loaded into the form")
        return self._record
