"""A vCard file as cards of properties: unfolded, decoded, each with its parameters.

RFC 2425, 2426 and 6350 and vCard 2.1. Text is decoded property by property, since 2.1 may give
each its own character set and programs fold lines in the midst of a character.
"""

from __future__ import annotations

import binascii
import io
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from db.exchange.files.encoding import judge

MAX_CARDS = 100_000
MAX_PROPERTIES = 1_000_000  # of all cards together
MAX_LINES = 4_000_000  # photos have most of them
_EVIDENCE_LINES = 200  # with letters beyond ASCII, by which the encoding is judged
_HEAD = re.compile(r"(?:([\w.-]+)\.)?([A-Za-z0-9_-]+)((?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):")
_PARAMETER = re.compile(r";([^;\"]*(?:\"[^\"]*\"[^;\"]*)*)")
_VALUE = re.compile(r'"([^"]*)"|([^,]+)')
_ESCAPED = re.compile(r"\\(.)", re.S)
_CARET = re.compile(r"\^(n|\^|')")  # RFC 6868
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_BINARY = frozenset({"BASE64", "B"})
_NO_TYPE = _ENCODINGS | {"INLINE", "URL", "CID", "CONTENT-ID"}


@dataclass(slots=True)
class Property:
    """One property of a card. `types` are its TYPE parameters in small letters, the bare ones of
    2.1 among them; `data` are the bytes of an encoded one, None where they cannot be decoded.
    """

    name: str
    value: str
    group: str = ""
    types: tuple[str, ...] = ()
    parameters: dict[str, str] = field(default_factory=dict)
    is_binary: bool = False
    data: bytes | None = None

    def text(self) -> str:
        """Return the value as a text, its escapes undone.

        >>> Property("NOTE", "one\\\\, two\\\\nthree").text()
        'one, two\\nthree'
        """
        return unescape(self.value).replace("\r\n", "\n").strip()

    def parts(self) -> list[str]:
        """Return what stands between semicolons, as in N, ORG and ADR.

        >>> Property("ORG", "Army\\\\; Navy;Staff;").parts()
        ['Army; Navy', 'Staff', '']
        """
        return [unescape(part).strip() for part in _cut(self.value, ";")]

    def items(self) -> list[str]:
        """Return what stands between commas, as in CATEGORIES."""
        return [text for part in _cut(self.value, ",") if (text := unescape(part).strip())]


@dataclass(slots=True)
class RawCard:
    """The properties of one card. `faults` are lines that are none: (line, what is wrong)."""

    properties: list[Property] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    is_closed: bool = False

    def version(self) -> str:
        """Return the version that the card says it is of."""
        return next((each.value.strip() for each in self.properties if each.name == "VERSION"), "")


def unescape(text: str) -> str:
    r"""Undo the escapes of a text.

    >>> unescape(r"a\,b\;c\\d\Ne")
    'a,b;c\\d\ne'
    """
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def _cut(text: str, mark: str) -> list[str]:
    """Cut at a mark that no backslash stands before."""
    if "\\" not in text:
        return text.split(mark)
    parts: list[str] = []
    part: list[str] = []
    escaped = False
    for letter in text:
        if letter == mark and not escaped:
            parts.append("".join(part))
            part = []
            continue
        part.append(letter)
        escaped = letter == "\\" and not escaped
    return [*parts, "".join(part)]


class TooManyCards(ValueError):
    """A file that holds more cards or properties than an address book does."""


def read_cards(data: bytes) -> tuple[Iterator[RawCard], str]:
    """Return the cards of a file, read as they are asked for, and the encoding of texts that do not
    say theirs. It, and iterating, raises TooManyCards.
    """
    data = _in_bytes(data)
    if data.count(b"\n") + data.count(b"\r") > 2 * MAX_LINES:
        raise TooManyCards
    codec = _codec(_logical_lines(data))
    return _cards(data, codec), codec


def _cards(data: bytes, codec: str) -> Iterator[RawCard]:
    open_cards: list[RawCard] = []  # AGENT of 2.1 holds a card within a card
    cards = properties = 0
    for line in _logical_lines(data):
        found = _property(line, codec)
        if found is None:
            if open_cards and line.strip():
                text = _decode(line, codec)[:80]
                open_cards[-1].faults.append((text, "is no property of a card; it was left out"))
            continue
        properties += 1
        if cards > MAX_CARDS or properties > MAX_PROPERTIES:
            raise TooManyCards
        if found.name == "BEGIN" and found.value.strip().upper() == "VCARD":
            cards += 1
            open_cards.append(RawCard())
        elif found.name == "END" and found.value.strip().upper() == "VCARD":
            if open_cards:
                card = open_cards.pop()
                card.is_closed = True
                if not open_cards:
                    yield card
                else:
                    name = next((each.value for each in card.properties if each.name == "FN"), "")
                    fault = (
                        f"BEGIN:VCARD {name[:60]}".rstrip(),
                        "is a card within the card; it was left out",
                    )
                    open_cards[-1].faults.append(fault)
        elif open_cards:
            open_cards[-1].properties.append(found)
    if open_cards:
        yield open_cards[0]


def _in_bytes(data: bytes) -> bytes:
    """Return UTF-16 and UTF-32 as UTF-8; other bytes as they are, without a mark or NULs."""
    for mark, codec in (
        (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
    ):  # fmt: skip
        if data.startswith(mark):
            return data.decode(codec, "replace").encode("utf-8").replace(b"\0", b"")
    if data[1:2] == b"\0" or data[:1] == b"\0":
        wide = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return data.decode(wide, "replace").encode("utf-8").replace(b"\0", b"")
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")


def _logical_lines(data: bytes) -> Iterator[bytes]:
    """Yield the properties, unfolded: by a blank of the next line, or by `=` in quoted-printable.

    Base64 of 2.1 goes on until an empty line, also where nothing is folded.
    """
    pieces: list[bytes] = []
    soft = encoded = False
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    for whole in io.BytesIO(data):
        line = whole.rstrip(b"\r\n")  # some programs write two carriage returns
        if pieces and soft and (bare := pieces[-1].rstrip(b" \t")).endswith(b"="):
            pieces[-1] = bare[:-1]
            pieces.append(line)
        elif pieces and line[:1] in (b" ", b"\t"):
            pieces.append(line[1:])
        elif pieces and encoded and _is_base64(line):
            pieces.append(line)
        else:
            yield b"".join(pieces)
            pieces = [line]
            head = line.partition(b":")[0].upper()
            soft = b"QUOTED-PRINTABLE" in head
            encoded = b"BASE64" in head or b"ENCODING=B" in head
    yield b"".join(pieces)


def _is_base64(line: bytes) -> bool:
    return bool(line.strip()) and b":" not in line


def _codec(lines: Iterable[bytes]) -> str:
    """Return the encoding of texts that give none: UTF-8 where it fits all of them."""
    evidence: list[bytes] = []
    for line in lines:
        if line.isascii() or b"CHARSET=" in line[:400].upper():
            continue
        evidence.append(line[:2000])
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return judge(b"\n".join(evidence[-_EVIDENCE_LINES:]))[0]
        if len(evidence) > 2 * _EVIDENCE_LINES:
            del evidence[:_EVIDENCE_LINES]
    return "utf-8"


def _decode(raw: bytes, codec: str) -> str:
    try:
        return raw.decode("utf-8") if codec == "utf-8" else raw.decode(codec, "replace")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace")


def _property(line: bytes, codec: str) -> Property | None:
    """Return the property of a line, None where it is none."""
    start = line[:4096].decode("latin-1")  # a head in bytes: each letter is one
    head = _HEAD.match(start)
    if head is None:
        return None
    raw = line[head.end() :]
    group, name = head[1] or "", head[2].upper()
    types: list[str] = []
    parameters: dict[str, str] = {}
    for found in _PARAMETER.finditer(head[3]):
        key, has_value, text = found[1].partition("=")
        key = key.strip().upper()
        if not has_value:
            _add_bare(key, types, parameters)
        elif key == "TYPE":
            pieces = [one or two for one, two in _VALUE.findall(text)]
            types += [each.strip().casefold() for piece in pieces for each in piece.split(",")]
        elif key:
            value = text.strip().strip('"').encode("latin-1")
            parameters[key] = _CARET.sub(_uncaret, _decode(value, codec))
    encoding = parameters.get("ENCODING", "").upper()
    types = [each for each in dict.fromkeys(types) if each.upper() not in _NO_TYPE]
    of = Property(name, "", group.casefold(), tuple(types), parameters)
    if encoding in _BINARY:
        of.is_binary = True
        of.data = _from_base64(raw)
        return of
    if encoding == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(raw)
    of.value = _decode(raw, _charset(parameters) or codec)
    return of


def _add_bare(key: str, types: list[str], parameters: dict[str, str]) -> None:
    """Take a parameter of 2.1 that is a value alone: `TEL;WORK;FAX`."""
    if key in _ENCODINGS:
        parameters.setdefault("ENCODING", key)
    elif key:
        types.append(key.casefold())


def _uncaret(found: re.Match[str]) -> str:
    return {"n": "\n", "^": "^", "'": '"'}[found[1]]


def _charset(parameters: dict[str, str]) -> str:
    """Return the character set that a property says it is in, "" where Python knows none such."""
    name = parameters.get("CHARSET", "").strip()
    try:
        return name if name and b"a".decode(name) == "a" else ""
    except (LookupError, UnicodeError, ValueError):
        return ""


def _from_base64(raw: bytes) -> bytes | None:
    try:
        return binascii.a2b_base64(re.sub(rb"[^A-Za-z0-9+/=]", b"", raw)) or None
    except (binascii.Error, ValueError):
        return None
