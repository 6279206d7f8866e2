"""What the page of a record shows, gathered from the desk on any thread; the pane asks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import Damaged, DeskError, Stopped
from desktop.page.record_page import BuiltPage, page_html
from desktop.paper.sheets.sheet_forms import known_around

if TYPE_CHECKING:
    from db import Change, Lens, Reader, Reading
    from desktop.page.look import Look
    from desktop.paper.sheets.sheet_forms import SheetFacts

_MAX_CHANGES = 5  # of a record's history on its page


@dataclass(frozen=True, slots=True)
class Seen:
    """A record with its last changes and the titles of those it names; None when it is gone."""

    reading: Reading | None
    changes: tuple[Change, ...] = ()
    known: SheetFacts | None = None
    built: BuiltPage | None = None  # the text of the page, where a look was given
    refusal: str = ""  # what of it could not be read, and why


def gather(reader: Reader, record_id: int, lens: Lens, look: Look | None = None) -> Seen:
    """Return what a page needs to know; with a look also its text."""
    try:
        reading = reader.read(record_id, lens)
    except Stopped:
        raise
    except Damaged as damage:
        return Seen(None, refusal=str(damage))
    except DeskError:
        # Deleted, or above the ceiling: the page is as empty as if it had never been.
        return Seen(None)
    try:
        changes = tuple(reader.changes(record_id, limit=_MAX_CHANGES, lens=lens))
        known = known_around(reader, reading, lens)
    except Stopped:
        raise
    except DeskError as refusal:
        return Seen(reading, refusal=str(refusal))
    page = None
    if look is not None:
        page = BuiltPage(look, page_html(reading, lens, changes, known, look))
    return Seen(reading, changes, known, page)
