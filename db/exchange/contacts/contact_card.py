"""A card of an address book, whatever its format: what it says of one person or one body.

vCards and the tables that mail programs export become these; `contact_import` brings them in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from db.changes.attaching import MAX_ATTACHMENT_BYTES
from db.record_types import Attachment, Contact, Name

#: The plain texts of a card, each with the target that it fills.
TEXTS = (
    "name", "given", "family", "prefix", "suffix", "born", "died", "gender", "languages",
    "pronunciation", "acronym", "uid", "marking",
)  # fmt: skip
#: What properties of vCards are called in a note; columns of tables are called as they are.
NOTE_LABELS = {"BDAY": "Birthday", "DEATHDATE": "Died", "X-DEATHDATE": "Died", "N": "Name"}
_PICTURES = (
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"\x89PNG", "png", "image/png"),
    (b"GIF8", "gif", "image/gif"),
    (b"BM", "bmp", "image/bmp"),
    (b"RIFF", "webp", "image/webp"),
    (b"II*\0", "tiff", "image/tiff"),
    (b"MM\0*", "tiff", "image/tiff"),
)


@dataclass(slots=True)
class CardPost:
    """Where somebody works as what: a body, a department of it, a job title."""

    body: str = ""
    unit: str = ""
    title: str = ""

    def office(self) -> str:
        """Return the office that is held: the same title in two departments is two offices.

        >>> CardPost("Ministry", "Asia Department", "Director").office()
        'Director, Asia Department'
        """
        if not self.title or self.unit.casefold() in self.title.casefold():
            return self.title
        return f"{self.title}, {self.unit}"


@dataclass(slots=True)
class ContactCard:
    """`where` is how it is called (`card 3`), `texts` are by the names of TEXTS. `left_out` is what
    is not taken: (property or column, value, why).
    """

    number: int
    where: str
    texts: dict[str, str] = field(default_factory=dict)
    is_body: bool = False
    posts: list[CardPost] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    left_out: list[tuple[str, str, str]] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)  # what a text came from

    def put(self, name: str, text: str, column: str) -> bool:
        """Set a plain text once; a second one is left to whoever asks."""
        if not text or name in self.texts:
            return False
        self.texts[name] = text
        self.columns[name] = column
        return True

    def add_contact(self, kind: str, value: str, note: str = "") -> None:
        """Add a way to reach somebody, once."""
        value = " ".join(value.split())
        known = [each for each in self.contacts if (each.kind, each.value) == (kind, value)]
        if not value or any(note in ("", each.note) for each in known):
            return
        bare = next((each for each in known if not each.note), None)
        if bare is not None:
            bare.note = note
        else:
            self.contacts.append(Contact(kind=kind, value=value, note=note))

    def add_note(self, text: str, label: str = "") -> None:
        """Add a remark, with what it is of before it."""
        text = text.strip()
        if text and label:
            text = f"{label}: {text}"
        if text and text not in self.notes:
            self.notes.append(text)

    def add_name(self, text: str, kind: str = "alias") -> None:
        """Add another name, once."""
        if text and all(text != each.text for each in self.names):
            self.names.append(Name(text=text, kind=kind))

    def add_topics(self, texts: Iterable[str]) -> None:
        """Add topics, each once."""
        self.topics += [text for text in dict.fromkeys(texts) if text and text not in self.topics]

    def leave(self, column: str, value: str, why: str) -> None:
        """Tell that something of the card is not taken."""
        self.left_out.append((column, value, why))

    def keep(self, column: str, text: str, why: str) -> None:
        """Keep the words of what is not taken as a note, and tell it."""
        self.add_note(text, NOTE_LABELS.get(column, column))
        self.leave(column, text, f"{why}; it was kept as a note.")

    def attach(self, data: bytes, stem: str, column: str) -> None:
        """Keep a picture of the card as an attachment, unless it is too large."""
        if len(data) > MAX_ATTACHMENT_BYTES:
            size = f"{len(data) / 1e6:.0f} MB"
            self.leave(column, size, "is larger than a file of a record may be.")
            return
        ending, media_type = next(
            ((ending, kind) for magic, ending, kind in _PICTURES if data.startswith(magic)),
            ("bin", "application/octet-stream"),
        )
        digest = hashlib.sha256(data).hexdigest()
        if any(each.sha256 == digest for each in self.attachments):
            return
        self.attachments.append(
            Attachment(
                file_name=f"{stem}.{ending}", media_type=media_type, size=len(data), sha256=digest,
                data=data,
            )
        )  # fmt: skip


@dataclass(slots=True)
class CardFile:
    """The cards of one file. `scheme` is whose its plain identifiers are, `mapping` says what
    became of what, `flags` are remarks by row (0: the whole file), `left_out` are properties or
    columns of which nothing is taken. `samples` is the first value of each, `day_first` the order
    of the file's dates, None where it shows none.
    """

    path: Path
    encoding: str
    scheme: str
    cards: list[ContactCard]
    mapping: dict[str, str] = field(default_factory=dict)
    flags: list[tuple[int, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    samples: dict[str, str] = field(default_factory=dict)
    day_first: bool | None = None

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self.cards)
