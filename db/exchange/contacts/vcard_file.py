"""A vCard file, of any version and with any number of cards, or jCard in JSON, as cards."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from db.errors import Refused, Unavailable
from db.exchange.contacts.contact_card import CardFile
from db.exchange.contacts.vcard_cards import TAKEN, card_of
from db.exchange.contacts.vcard_lines import (
    MAX_CARDS,
    MAX_PROPERTIES,
    Property,
    RawCard,
    TooManyCards,
    read_cards,
)
from db.exchange.files.odd_cells import odd_lines, odd_text
from db.exchange.mapping.guess.mapping_guess import file_scheme
from db.storage.files import disk

MAX_VCARD_BYTES = 128 << 20  # read whole; photos make files large
MAX_JCARD_BYTES = 16 << 20  # JSON takes ten times as much memory
#: What becomes what: target → properties of the card, the first that a file has is told.
MAPPING = {
    "people.name": ("FN", "N"), "people.given_name": ("N",), "people.family_name": ("N",),
    "people.honorific": ("N",), "people.suffix": ("N",), "people.aliases": ("NICKNAME",),
    "people.office": ("TITLE", "ROLE"), "people.organization": ("ORG",), "people.born": ("BDAY",),
    "people.died": ("DEATHDATE",), "people.gender": ("GENDER", "X-GENDER"),
    "people.phone": ("TEL",), "people.email": ("EMAIL",), "people.address": ("ADR", "LABEL"),
    "people.website": ("URL",), "people.languages": ("LANG",), "people.topics": ("CATEGORIES",),
    "people.notes": ("NOTE",), "people.attachments": ("PHOTO",),
}  # fmt: skip


def is_vcard(head: bytes) -> bool:
    """Say whether a file begins as a vCard does, or as a jCard.

    >>> is_vcard(b"BEGIN:VCARD\\r\\n"), is_vcard(b'["vcard", ['), is_vcard(b"name,born")
    (True, True, False)
    """
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    squeezed = b"".join(start[:200].split()).upper()
    return squeezed.startswith((b"BEGIN:VCARD", b'["VCARD",', b'[["VCARD",'))


def read_vcards(path: Path) -> CardFile:
    """Return the cards of a file. Raises Unavailable when it cannot be read, Refused when it is too
    large or holds none.
    """
    try:
        if disk.need_file(path).st_size > MAX_VCARD_BYTES:
            raise Refused(
                f"{path.name} is larger than {MAX_VCARD_BYTES >> 20} MB; split it into several"
                " files."
            )
        data = disk.read_file(path)
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror or error}.") from error
    raws: Iterable[RawCard]
    file = CardFile(path, "utf-8", file_scheme(path.stem), [])
    try:
        file.flags += ((0, says) for says in _odd_lines(data))
        if b"BEGIN" in data[:400].replace(b"\0", b"").upper():
            raws, file.encoding = read_cards(data)
        else:
            raws = _read_jcard(path, data)
        for raw in raws:
            _add_card(file, raw)
    except TooManyCards as error:
        raise Refused(
            f"{path.name} holds more than {MAX_CARDS:,} cards, or {MAX_PROPERTIES:,} properties;"
            " split it into several files."
        ) from error
    if not file.cards:
        raise Refused(f"{path.name} holds no cards; export the contacts again as vCard.")
    if file.encoding != "utf-8":
        file.flags.append(
            (0, f"The file was read as {file.encoding}; check that accents look right.")
        )
    file.left_out = [name for name in file.samples if name not in TAKEN]
    for target, names in MAPPING.items():
        if found := [name for name in names if name in file.samples]:
            file.mapping[target] = f"cards.{found[0]}"
    return file


def _odd_lines(data: bytes) -> list[str]:
    """Tell the lines that hold NUL characters, of a file in one byte a letter."""
    is_wide = b"\0" in data[:4] or data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return odd_lines(data.decode("latin-1")) if b"\0" in data and not is_wide else []


def _add_card(file: CardFile, raw: RawCard) -> None:
    """Add a card that says anything, and the first value of each of its properties."""
    if not (raw.properties or raw.faults):
        return
    for place, each in enumerate(raw.properties):
        if not each.is_binary and (odd := odd_text(each.value))[1]:
            raw.properties[place] = replace(each, value=odd[0])
            raw.faults.append((f"{each.name}:{each.value[:60]}".replace("\0", ""), odd[1]))
    file.cards.append(card_of(raw, len(file.cards) + 1))
    for each in raw.properties:
        if each.name not in file.samples:
            value = f"{len(each.data or b'')} bytes" if each.is_binary else each.value
            file.samples[each.name] = " ".join(value[:200].split())


def _read_jcard(path: Path, data: bytes) -> list[RawCard]:
    """Read vCards written as JSON (RFC 7095)."""
    if len(data) > MAX_JCARD_BYTES:
        raise Refused(f"{path.name} is larger than {MAX_JCARD_BYTES >> 20} MB; split it.")
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(f"{path.name} is damaged and cannot be read as JSON.") from error
    if isinstance(document, list) and document and document[0] == "vcard":
        document = [document]
    cards = []
    for item in document if isinstance(document, list) else ():
        match item:
            case [str(), list(lines), *_] if item[0].casefold() == "vcard":
                card = RawCard(is_closed=True)
                for line in lines:
                    _add_json_property(card, line)
                cards.append(card)
    return cards


def _add_json_property(card: RawCard, line: Any) -> None:
    match line:
        case [str(name), dict(given), str(kind), *values] if values:
            types = given.get("type", ())
            types = [types] if isinstance(types, str) else types if isinstance(types, list) else []
            parameters = {
                str(key).upper(): text
                for key, text in given.items()
                if isinstance(text, str) and key not in ("type", "group")
            }
            separator = ";" if isinstance(values[0], list) else ","
            parts = values[0] if isinstance(values[0], list) else values
            value = separator.join(_json_text(each, separator) for each in parts)
            if kind != "text" and not isinstance(values[0], list):
                value = ",".join(map(str, values))
            found = Property(
                name.upper(), value, str(given.get("group", "")),
                tuple(str(each).casefold() for each in types), parameters,
            )  # fmt: skip
            card.properties.append(found)
        case _:
            card.faults.append((repr(line)[:80], "is no property of a card; it was left out"))


def _json_text(value: Any, separator: str) -> str:
    if isinstance(value, list):
        return ",".join(_json_text(each, ",") for each in value)
    text = str(value).replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(";", "\\;") if separator == ";" else text.replace(",", "\\,")
