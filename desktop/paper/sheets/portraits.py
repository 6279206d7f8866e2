"""The portrait of a person: which attached file it is, and whether it can be printed.

`several` asks it, for paper alone: the screen's page does not read attached files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from db import Attachment, Lens, Person, Reader, Record, Refused
from desktop.paper.content.blocks import Portrait
from desktop.paper.sections.sheet_context import SheetFacts

MAX_PICTURE_BYTES: Final = 6_000_000  # bytes of a picture that a sheet bears

_BEGINNINGS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def media_type_of(data: bytes) -> str:
    """Return what kind of picture bytes are, by their beginning; empty for none that paper takes.

    >>> media_type_of(b"GIF89a..."), media_type_of(b"x")
    ('image/gif', '')
    """
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for begin, kind in _BEGINNINGS if data.startswith(begin)), "")


def choose_portrait(attachments: Sequence[Attachment]) -> Attachment | None:
    """Return the attached picture that is called a portrait, else the first picture.

    >>> choose_portrait([Attachment(file_name="map.png", media_type="image/png")]).file_name
    'map.png'
    """
    pictures = [each for each in attachments if each.media_type.startswith("image/")]
    called = [each for each in pictures if "portrait" in each.file_name.casefold()]
    return next(iter(called or pictures), None)


def with_portrait(reader: Reader, record: Record, known: SheetFacts, lens: Lens) -> SheetFacts:
    """Return what is known of a person with the portrait, or with why it cannot be printed."""
    file = choose_portrait(record.attachments) if isinstance(record, Person) else None
    if file is None:
        return known
    if file.size > MAX_PICTURE_BYTES:
        return replace(known, unread=f"The portrait {file.file_name} is too large to be printed.")
    try:
        data = reader.attachment(file.sha256, lens)
    except Refused:
        return replace(known, unread=f"The portrait {file.file_name} is not on this desk.")
    kind = media_type_of(data)
    if not kind:
        refusal = f"The portrait {file.file_name} is no picture that can be printed."
        return replace(known, unread=refusal)
    return replace(known, portrait=Portrait(data, kind, f"Portrait of {record.title}"))
