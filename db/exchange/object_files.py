"""Files that are no tables, found by their content: bundle, Popolo, vCard, iCalendar and so on.

The importer and the preview ask. A format is one line of FORMATS: how it begins, how it is read,
how it is taken onto the desk, and what a preview shows of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.changes.unit_of_work import Work
from db.exchange.bundle.bundle_file import bundle_lists, is_bundle, open_bundle
from db.exchange.bundle.bundle_import import import_bundle
from db.exchange.calendars.calendar_file import is_calendar, read_calendar
from db.exchange.calendars.calendar_import import import_calendar
from db.exchange.contacts.contact_card import CardFile
from db.exchange.contacts.contact_import import import_cards
from db.exchange.contacts.contact_table import read_contacts
from db.exchange.contacts.vcard_file import is_vcard, read_vcards
from db.exchange.entities.entity_file import is_entities, read_entities
from db.exchange.file_reading import FileReading
from db.exchange.files.table_file import TableFile
from db.exchange.placing.import_report import ImportReport
from db.exchange.popolo.popolo_file import PopoloFile, is_json, read_popolo
from db.exchange.popolo.popolo_import import import_popolo
from db.exchange.popolo.popolo_table import first_rows
from db.lens import Lens
from db.storage.files import disk

HEAD_BYTES = 4096
Step = Callable[[int], None]
Lists = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `begins` judges the first bytes, `also` the file where these may mislead; `read`
    takes the path and the kind that was named, `take` writes what it returns, `lists` counts what
    is in it and `examples` gives headings with the first value of each.
    """

    name: str
    begins: Callable[[bytes], bool]
    read: Callable[[Path, str | None], Any]
    take: Callable[[Work, Any, str | None, Lens, Step, str], ImportReport]
    lists: Callable[[Any], Lists]
    examples: Callable[[Any], Iterator[tuple[str, str]]]
    also: Callable[[Path], bool] = lambda path: True


@dataclass(frozen=True, slots=True)
class ObjectFile:
    """A file that was read, with its format; `content` is what the format's functions know."""

    format: Format
    path: Path
    content: Any

    @property
    def count(self) -> int:
        """How many objects there are."""
        return int(self.content.count)

    @property
    def encoding(self) -> str:
        """The encoding that it was read in."""
        return str(self.content.encoding)

    def take(
        self, work: Work, kind: str | None, lens: Lens, step: Step, several: str
    ) -> ImportReport:
        """Write what the file says."""
        return self.format.take(work, self.content, kind, lens, step, several)

    def lists(self) -> Lists:
        """Return what is in the file, each sort with its number."""
        return self.format.lists(self.content)

    def examples(self) -> dict[str, str]:
        """Return headings with the first value that stands under each."""
        return dict(self.format.examples(self.content))


def _popolo_lists(file: PopoloFile) -> Lists:
    return tuple((name, len(things)) for name, things in file.lists.items() if things)


def _card_lists(file: CardFile) -> Lists:
    return (("cards", file.count),)


def _card_examples(file: CardFile) -> Iterator[tuple[str, str]]:
    yield from ((f"cards.{name}", text) for name, text in file.samples.items())


POPOLO = Format(
    "Popolo", lambda head: True, read_popolo, import_popolo, _popolo_lists, first_rows, is_json
)
FORMATS = (
    Format(
        "an Aide-Mémoire bundle", lambda head: head.startswith(b"PK"),
        lambda path, kind: open_bundle(path), import_bundle, bundle_lists, lambda file: iter(()),
        is_bundle,
    ),
    Format(
        "vCard", is_vcard, lambda path, kind: read_vcards(path), import_cards, _card_lists,
        _card_examples,
    ),
    Format(
        "iCalendar", is_calendar, lambda path, kind: read_calendar(path), import_calendar,
        lambda file: (("events", file.count),),
        lambda file: ((f"events.{name}", text) for name, text in file.samples.items()),
    ),
    Format(
        "FollowTheMoney", is_entities, lambda path, kind: read_entities(path), import_popolo,
        _popolo_lists, lambda file: iter(file.samples.items()),
    ),
    POPOLO,
)  # fmt: skip


CONTACTS = Format(
    "Address book", lambda head: False, lambda path, kind: None, import_cards, _card_lists,
    lambda file: iter(file.samples.items()),
)  # fmt: skip


def contacts_of(table: TableFile, how: FileReading) -> ObjectFile | None:
    """Return a table as an exported address book, None where it is none or a map is given."""
    if how.mapping is not None or how.kind not in (None, "people", "organizations"):
        return None
    found = read_contacts(table, how.skipped_rows)
    return None if found is None else ObjectFile(CONTACTS, found.path, found)


def format_of(path: Path) -> Format | None:
    """Return the format of a file, None for a table and for what cannot be read."""
    try:
        with disk.open_file(path) as file:
            head = file.read(HEAD_BYTES)
    except (OSError, disk.NotAFile):  # told by whoever reads it
        return None
    return next((each for each in FORMATS if each.begins(head) and each.also(path)), None)


def read_objects(path: Path, kind: str | None) -> ObjectFile | None:
    """Return a file of objects, read; None for a table.

    Raises Unavailable when it cannot be read, Refused when it is damaged.
    """
    found = format_of(path)
    return None if found is None else ObjectFile(found, path, found.read(path, kind))
