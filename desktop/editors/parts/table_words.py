"""The sentences that a table says below its cells about what was just done to many of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.editors.field_texts import translated_text
from desktop.fields.copied_blocks import PlacedBlock


def filled_text(filled: int, left_cells: int) -> str:
    """Return what filling down did: how many cells it filled, and how many it left.

    >>> filled_text(1, 0), filled_text(0, 3)
    ('Filled 1 cell below.', 'Filled no cell below. 3 cells say something already.')
    """
    tr = QCoreApplication.translate
    if not filled:
        says = tr("PartsTable", "Filled no cell below.")
    else:
        says = _plural(
            filled,
            tr("PartsTable", "Filled 1 cell below."),
            tr("PartsTable", "Filled {n} cells below."),
        )
    if not left_cells:
        return says
    left = _plural(
        left_cells,
        tr("PartsTable", "1 cell says something already."),
        tr("PartsTable", "{n} cells say something already."),
    )
    return f"{says} {left}"


def pasted_text(placed: PlacedBlock, unread: int, left_cells: int) -> str:
    """Return what pasting did: into which columns, what had no column, what cannot be read."""
    tr = QCoreApplication.translate
    says = _plural(
        len(placed.rows),
        tr("PartsTable", "Pasted 1 row: {columns}."),
        tr("PartsTable", "Pasted {n} rows: {columns}."),
    )
    columns = ", ".join(translated_text(each.label) for each in placed.fields if each)
    sentences = [says.format(columns=columns)]
    if left := placed.left_out():
        names = ", ".join(f"“{text}”" for text in left)
        sentences.append(
            tr("PartsTable", "Not pasted, for want of a column: {named}.").format(named=names)
        )
    if left_cells:
        sentences.append(
            _plural(
                left_cells,
                tr("PartsTable", "1 cell with several acts was left as it is."),
                tr("PartsTable", "{n} cells with several acts were left as they are."),
            )
        )
    if unread:
        sentences.append(
            _plural(
                unread,
                tr("PartsTable", "1 cell cannot be taken as it stands."),
                tr("PartsTable", "{n} cells cannot be taken as they stand."),
            )
        )
    return " ".join(sentences)


def _plural(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.replace("{n}", f"{count:,}")
