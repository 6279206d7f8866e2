"""What stands on a page and on no paper: files to open and the last changes with their undo.

The page sets these below the blocks that it shares with paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from db import Attachment, Change, Record, local_time
from desktop.page.look import Look
from desktop.page.rich_text import TextRow, rows_of, section_of, text_of
from desktop.paper.content.file_names import type_of_file

say = QCoreApplication.translate
_SIZES = QLocale.DataSizeFormat.DataSizeTraditionalFormat  # kB, as file lists show it


def attachments_of(record: Record, look: Look) -> str:
    """Return the files of a record, each a link that asks for it."""
    if not record.attachments:
        return ""
    rows = (_file_row(at, file) for at, file in enumerate(record.attachments))
    return section_of(say("Page", "Attachments")) + rows_of(rows, look)


def history_of(changes: Sequence[Change], look: Look) -> str:
    """Return the last changes of a record, each with the way to take it back."""
    if not changes:
        return ""
    every = f'<a href="history:">{text_of(say("Page", "Whole history"))}</a>'
    rows = [*_change_rows(changes), TextRow("", every)]
    return section_of(say("Page", "History")) + rows_of(rows, look)


def _file_row(at: int, file: Attachment) -> TextRow:
    link = f'<a href="attachment:{at}">{text_of(file.file_name)}</a>'
    kind = f' <span class="label">{text_of(type_of_file(file.file_name, file.media_type))}</span>'
    size = QLocale().formattedDataSize(file.size, 1, _SIZES)
    return TextRow(size, link + kind, field=f"attachments[{at}].file_name")


def _change_rows(changes: Sequence[Change]) -> Iterator[TextRow]:
    for change in changes:
        by = f' <span class="label">{text_of(change.author)}</span>' if change.author else ""
        if change.reverted_by is None and change.many:
            # An import is not taken back from the page of one of its hundreds of records.
            way = f' · <span class="label">{text_of(say("Page", "with many others"))}</span>'
        elif change.reverted_by is None:
            # What was undone already is done again by undoing the undo.
            way = f' · <a href="undo:{change.id}">{text_of(say("Page", "Undo"))}</a>'
        else:
            way = f' · <span class="label">{text_of(say("Page", "undone"))}</span>'
        yield TextRow(text_of(local_time(change.time)), f"{text_of(change.label)}{by}{way}")
