"""The objects of a PDF as Typst writes it, and how their numbers are shifted; `binding` asks it.

It knows plain objects with one table of them at the end (ISO 32000-1, 7.5.4) and no other shape.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Final

from db import Unavailable

Objects = dict[int, bytes]

# Strings are left alone, whatever stands in them; parentheses in them may be nested (7.3.4.2).
_INSIDE: Final = rb"[^()\\]|\\."
_STRING: Final = rb"\((?:I|\((?:I|\((?:I|\((?:I)*\))*\))*\))*\)".replace(b"I", _INSIDE)
_REFERENCE: Final = re.compile(_STRING + rb"|(?<![\d.])(\d+) 0 R", re.DOTALL)
PLAIN_REFERENCE: Final = re.compile(rb"(?<![\d.])(\d+) 0 R")
_BODY: Final = re.compile(rb"\d+ 0 obj\n(.*)\nendobj", re.DOTALL)
_ENTRY_BYTES: Final = 20  # bytes of a line in the table of objects
STREAM: Final = b"\nstream\n"
OBJECTS_A_PACK: Final = 200  # objects in one pack; a reader opens a whole one for each it wants


def objects_of(pdf: bytes) -> tuple[Objects, bytes]:
    """Return the objects of a file by number, without their frame, and its trailer."""
    table = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    head = pdf.index(b"\n", pdf.index(b"\n", table) + 1) + 1
    count = int(pdf[table:head].split()[2])
    lines = [pdf[head + _ENTRY_BYTES * at : head + _ENTRY_BYTES * (at + 1)] for at in range(count)]
    places = sorted((int(line[:10]), at) for at, line in enumerate(lines) if line[17:18] == b"n")
    ends = [place for place, _ in places[1:]] + [table]
    found: Objects = {}
    for (place, number), end in zip(places, ends, strict=True):
        body = _BODY.match(pdf, place, end)
        if body is None:
            raise Unavailable("The document came out in an unknown shape: report this as a fault.")
        found[number] = body[1]
    trailer = pdf[head + _ENTRY_BYTES * count :]
    return found, trailer[trailer.index(b"<<") : trailer.index(b"startxref")].strip()


def packed_objects(objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    """Return a file of objects numbered from 1 without a gap; what has no stream is packed (7.5.7).

    The tags of a long document are many small objects; packed they take a quarter of the room.
    """
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    entries: dict[int, bytes] = {0: _entry(0, 0, 0xFFFF)}
    loose = []
    for number in range(1, len(objects) + 1):
        if STREAM in objects[number]:
            entries[number] = _entry(1, len(out), 0)
            out += _frame(number, objects[number])
        else:
            loose.append(number)
    fresh = len(objects) + 1
    for at in range(0, len(loose), OBJECTS_A_PACK):
        pack = loose[at : at + OBJECTS_A_PACK]
        entries.update((each, _entry(2, fresh, place)) for place, each in enumerate(pack))
        entries[fresh] = _entry(1, len(out), 0)
        out += _frame(fresh, _pack([(each, objects[each]) for each in pack]))
        fresh += 1
    table = len(out)
    entries[fresh] = _entry(1, table, 0)
    rows = zlib.compress(b"".join(entries[number] for number in range(fresh + 1)))
    sizes = b"/Type/XRef/W[1 4 2]/Size %d/Filter/FlateDecode/Length %d>>" % (fresh + 1, len(rows))
    trailer_entries = re.sub(rb"/Size \d+", b"", trailer).rstrip()[:-2]
    out += _frame(fresh, trailer_entries + sizes + STREAM + rows + b"\nendstream")
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % table


def _entry(kind: int, first: int, second: int) -> bytes:
    """Return a line of the table of objects: in the file at a place, or in a pack at a place of
    it.
    """
    return kind.to_bytes(1, "big") + first.to_bytes(4, "big") + second.to_bytes(2, "big")


def _frame(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _pack(pack: Sequence[tuple[int, bytes]]) -> bytes:
    """Return objects as one stream: their numbers and places, then they themselves."""
    places, bodies, at = [], [], 0
    for number, body in pack:
        places.append(b"%d %d" % (number, at))
        bodies.append(body)
        at += len(body) + 1
    head = b" ".join(places) + b"\n"
    data = zlib.compress(head + b"\n".join(bodies))
    lengths = (len(pack), len(head), len(data))
    text = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % lengths
    return text + STREAM + data + b"\nendstream"


def value(text: bytes, name: bytes) -> int:
    """Return the number of the object that an entry refers to, 0 for none.

    >>> value(b"<</Pages 12 0 R>>", b"Pages"), value(b"<<>>", b"Pages")
    (12, 0)
    """
    found = re.search(b"/" + name + rb" ?\[?(\d+) 0 R", text)
    return int(found[1]) if found else 0


def renumber(body: bytes, numbers: Mapping[int, int]) -> bytes:
    """Return an object with its references renumbered; its strings and its stream stay as they are.

    >>> renumber(b"<</A 1 0 R/T(not 1 0 R)>>", {1: 7})
    b'<</A 7 0 R/T(not 1 0 R)>>'
    """
    text, stream, rest = body.partition(STREAM)

    def renumber(found: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % numbers[int(found[1])] if found[1] else found[0]

    pattern = _REFERENCE if b"(" in text else PLAIN_REFERENCE
    return pattern.sub(renumber, text) + stream + rest
