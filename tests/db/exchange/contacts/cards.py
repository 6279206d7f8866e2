"""vCards typed in a test and brought onto a desk; the tests of contacts ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db import ImportReport, Lens, Person, Store, import_files
from db.exchange.contacts.contact_card import ContactCard
from db.exchange.contacts.vcard_cards import card_of
from db.exchange.contacts.vcard_lines import read_cards
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")


def vcard(*lines: str, version: str = "3.0") -> str:
    """A card of these lines."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def read_one(*lines: str, version: str = "3.0") -> ContactCard:
    """What a card of these lines says."""
    [raw] = read_cards(vcard(*lines, version=version).encode())[0]
    return card_of(raw, 1)


def bring_in(
    store: Store, folder: Path, text: str | bytes, name: str = "contacts.vcf", **given: Any
) -> ImportReport:
    """Import a file typed here."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return import_files(store, [path], LENS, **given)


def person(store: Store, title: str) -> Person:
    """The one person of a name."""
    keys = [row[0] for row in sql_of(store).rows("SELECT id FROM record WHERE title=?", (title,))]
    assert len(keys) == 1, f"{len(keys)} records are called {title}"
    found = store.reader.get(keys[0], LENS)
    assert isinstance(found, Person)
    return found


def whys(report: ImportReport) -> list[tuple[int, str]]:
    """Where something was flagged: row and column."""
    return [(each["row"], each["column"]) for each in report.flagged]


def balances(report: ImportReport, *kinds: str) -> bool:
    """Say whether each row of these kinds is counted once."""
    counts = (report.created, report.updated, report.unchanged, report.joined)
    placed = sum(count.get(kind, 0) for count in counts for kind in kinds)
    return report.read == placed + len(report.rejected)
