"""Columns of the parties' grid: what each party did, read from its acts and put back into them.

`PartsModel` shows and changes cells through `cell_content` and `put_cell`. A column with an
`act` has no field of its own in the part: it stands for the one row of the table inside whose act
is one of the column's words. The acts themselves stay there whole, and can be edited there.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.fields.act_days import ActDay, SeveralActs, show_act
from desktop.fields.field_contents import Content, Unread
from desktop.fields.field_types import ActColumn, FormField, PartsTableSpec
from desktop.fields.part_rows import PartRow, new_row


def cell_content(row: PartRow, field: FormField) -> Content:
    """Return what a cell of a row holds, of an act's column as of any other."""
    column = field.act
    if column is None:
        return row.cells[field.name]
    acts = _acts(row, column)
    if column.shows != "date":
        return acts[0].cells[column.shows] if acts else None
    if len(acts) > 1:
        return SeveralActs("; ".join(_show_row(act, column) for act in acts))
    return _content_of(acts[0], column) if acts else None


def accepts_typing(row: PartRow, field: FormField) -> bool:
    """Say whether a cell stands for one thing that can be typed in its place."""
    return field.act is None or len(_acts(row, field.act)) < 2


def put_cell(row: PartRow, field: FormField, content: Content, parts: PartsTableSpec) -> None:
    """Let a cell of a row hold a content; an act that then says nothing is taken out."""
    column = field.act
    if column is None:
        row.cells[field.name] = content
        return
    assert parts.inner is not None, "acts stand in the table inside"
    acts = _acts(row, column)
    act = acts[0] if acts else _add_act(row, column, parts.inner)
    if isinstance(content, ActDay):
        act.cells |= {"action": content.word or act.cells["action"], "date": content.date}
    else:
        act.cells[column.shows] = content
    if content is None and _says_nothing(act, parts.inner):
        row.inner[:] = [each for each in row.inner if each is not act]


def copy_row(row: PartRow) -> PartRow:
    """Return a row that can be changed without the first, its acts too."""
    return replace(row, cells=dict(row.cells), inner=[copy_row(each) for each in row.inner])


def _acts(row: PartRow, column: ActColumn) -> list[PartRow]:
    return [each for each in row.inner if each.cells["action"] in column.words]


def _add_act(row: PartRow, column: ActColumn, inner: PartsTableSpec) -> PartRow:
    act = new_row(inner)
    act.cells["action"] = column.words[0]
    row.inner.append(act)
    return act


def _content_of(act: PartRow, column: ActColumn) -> Content:
    date, word = act.cells["date"], act.cells["action"]
    if isinstance(date, Unread):
        return date
    return ActDay("" if word == column.words[0] else word, date)


def _show_row(act: PartRow, column: ActColumn) -> str:
    content = _content_of(act, column)
    return content.text if isinstance(content, Unread) else show_act(content)


def _says_nothing(act: PartRow, inner: PartsTableSpec) -> bool:
    """Say whether nothing but its word is left of an act."""
    empty = new_row(inner).cells
    return all(act.cells[name] == empty[name] for name in act.cells if name != "action")
