"""The desks that tests damage: one that has something of everything, and those of older formats."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2

from db import Lens, Person, PrintedDocument, keep_view, load_sample, make_desk, open_desk
from db.storage.engine import PLAIN_HEADER, SALT_BYTES, derive_key

PASSPHRASE = "correct horse"


def whole(path: Path, passphrase: str = "") -> Path:
    """A desk with the sample, some changes and removals, a view, a draft, two printed documents."""
    make_desk(path, passphrase, name="Test")
    lens = Lens()
    with open_desk(path, passphrase) as store:
        load_sample(store)
        keys = [store.save(Person(title=f"Person {n}"), lens) for n in range(3)]
        store.remove([key.ids[0] for key in keys if key is not None], lens)
        ids = store.reader.all_ids("person", lens, "name")
        first = store.reader.get(ids[0], lens)
        first.notes = []
        first.biography = "A life. " * 40
        store.save(first, lens)
        with store.unit_of_work("Keep the view Chiefs") as work:
            keep_view(work, "Chiefs", "person", "chief")
        store.keep_draft("person", ids[0], '{"title": "half typed"}')
        used = store.reader.versions(ids)
        for title in ("A life", "A second life"):
            store.save_printed_document(
                PrintedDocument(
                    title,
                    "biography",
                    lens,
                    0,
                    1,
                    {"title": title, "kind": "person", "form": "biography", "ids": [ids[0]]},
                    used,
                )
            )
    return path


def connected(path: Path, passphrase: str = "") -> dbapi2.Connection:
    """A bare connection to a desk, which nothing of the program has set up."""
    raw = dbapi2.connect(str(path), isolation_level=None)
    salt = path.read_bytes()[:SALT_BYTES]
    if salt != PLAIN_HEADER:
        raw.execute(f'PRAGMA key = "{derive_key(passphrase, salt)}"')
    return raw
