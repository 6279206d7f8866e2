"""No line end and no tab comes into a field of one line from the window or the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from db import KINDS, ChangeAction, Record, Refused
from desktop.commands.edit_command import FieldSetting
from desktop.editors.field_edits import make_editor
from desktop.editors.labelled_edit import leaf
from desktop.fields import RECORD_FORMS
from desktop.fields.field_contents import Unread, show
from desktop.fields.field_types import FormField, PartsTableSpec
from desktop.fields.many_fields import fields_of_many
from desktop.forms.native_line import NativeLine
from desktop.widgets.clipboard import copy_to_clipboard
from tests.db.line_ends import BROKEN, broken_texts, texts_with_line_ends
from tests.desktop.small_desk import FULL, SmallDesk, copy_small_desk

WHOLE = "one two three"
NO_TEXT = ("marking", "flag", "size", "hash")  # sorts that are not typed


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    made = copy_small_desk(tmp_path)
    yield made
    made.store.close()


def _table_fields(table: PartsTableSpec) -> Iterator[FormField]:
    yield from (*table.columns, *table.more)
    if table.inner is not None:
        yield from _table_fields(table.inner)


def _typed_fields() -> Iterator[tuple[FormField, bool]]:
    """Yield every field that is typed, each once, and whether it is typed in a cell."""
    seen = set()
    for form in RECORD_FORMS.values():
        alone = [(field, False) for field in form.fields()]
        in_tables = [(field, True) for table in form.parts() for field in _table_fields(table)]
        seen.update(each for each in (*alone, *in_tables) if each[0].sort not in NO_TEXT)
    yield from sorted(seen, key=str)


def _line_of(editor: QWidget) -> QLineEdit | QPlainTextEdit | None:
    """The line that is typed in; None where a word can only be chosen."""
    if isinstance(editor, QComboBox):
        return editor.lineEdit()
    line = leaf(editor)
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    return line


def _shown(line: QLineEdit | QPlainTextEdit) -> str:
    return line.text() if isinstance(line, QLineEdit) else line.toPlainText()


def test_what_is_pasted_into_any_line_shows_and_means_one_line(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    copy_to_clipboard(BROKEN)
    wrong = []
    for field, in_cell in _typed_fields():
        editor = make_editor(field, desk, in_cell=in_cell)
        assert isinstance(editor, QWidget)
        qtbot.addWidget(editor)
        line = _line_of(editor)
        if line is None:
            continue
        line.paste()
        content = editor.content()
        text = content.text if isinstance(content, Unread) else show(field, content)
        expected = WHOLE if field.is_one_line else BROKEN.replace("\r", "")
        if (_shown(line), text) != (expected, expected):
            wrong.append((field.name, _shown(line), text))
    assert wrong == []


def test_a_native_name_is_pasted_as_one_line(qtbot: QtBot) -> None:
    native = next(
        item for item in RECORD_FORMS["person"].sections[0].items if not hasattr(item, "sort")
    )
    line = NativeLine(native)  # type: ignore[arg-type]
    qtbot.addWidget(line)
    rows: list[object] = []
    line.begin(rows, "pk")  # type: ignore[arg-type]
    copy_to_clipboard("اسحاق\nڈار")
    line.paste()
    assert (line.text(), rows[0].cells["text"]) == ("اسحاق ڈار",) * 2  # type: ignore[attr-defined]


def _settings(record: Record) -> Iterator[str]:
    """Yield the path of every field that `edit` can set on a record and its parts."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "topics" or not isinstance(value, list):
            yield name
            continue
        for place, part in enumerate(value):
            yield from (f"{name}[{place}].{path}" for path in _settings(part))


@pytest.mark.parametrize("kind", KINDS)
def test_edit_sets_every_field_on_one_line(desk: SmallDesk, kind: str) -> None:
    record = FULL[kind](desk)
    desk.save(record)
    record = desk.reader.get(record.id, desk.lens)
    taken = 0
    for path in _settings(record):
        setting = FieldSetting(record, desk.reader, desk.lens)
        before = record.model_copy(deep=True)
        try:
            setting.set(path, f"{path}\n{BROKEN}")
            desk.store.save(record, desk.lens)
            taken += 1
        except Refused:
            record = before
        record = desk.reader.get(record.id, desk.lens)
    assert taken > 5
    assert broken_texts(desk.store) == []
    assert texts_with_line_ends(desk.store)


@pytest.mark.parametrize("kind", KINDS)
def test_many_records_are_changed_on_one_line(desk: SmallDesk, kind: str) -> None:
    record = FULL[kind](desk)
    desk.save(record)
    taken = 0
    for many in fields_of_many(kind):
        if many.part is not None or many.field.sort not in ("line", "text", "choice", "topics"):
            continue
        old = getattr(record, many.field.name)
        value: object = [BROKEN] if isinstance(old, list) else BROKEN
        for action in many.actions:
            replaced = str(old)[:1] if action == ChangeAction.REPLACE else ""
            change = many.change(action, value, replaced)
            with suppress(Refused):  # a closed list, and a time of day
                desk.store.change_field([record.id], change, desk.lens)
                taken += 1
    assert taken > 3
    assert broken_texts(desk.store) == []
