"""The objects of a PDF as Typst writes it, and how their numbers are shifted; `binding` asks it.

It knows plain objects with one table of them at the end (ISO 32000-1, 7.5.4) and no other shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from db import Unavailable

Objects = dict[int, bytes]

# Strings are left alone, whatever stands in them; parentheses in them may be nested (7.3.4.2).
_INSIDE: Final = rb"[^()\\]|\\."
_STRING: Final = rb"\((?:I|\((?:I|\((?:I|\((?:I)*\))*\))*\))*\)".replace(b"I", _INSIDE)
_REFERENCE: Final = re.compile(_STRING + rb"|(?<![\d.])(\d+) 0 R", re.DOTALL)
PLAIN_REFERENCE: Final = re.compile(rb"(?<![\d.])(\d+) 0 R")
_BODY: Final = re.compile(rb"\d+ 0 obj\n(.*)\nendobj", re.DOTALL)
_ENTRY: Final = 20  # bytes of a line in the table of objects
STREAM: Final = b"\nstream\n"


def objects_of(pdf: bytes) -> tuple[Objects, bytes]:
    """The objects of a file by number, without their frame, and its trailer.

    >>> objects_of(joined_objects({1: b"<</Type/Catalog>>"}, b"<</Root 1 0 R>>"))[0]
    {1: b'<</Type/Catalog>>'}
    """
    table = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    head = pdf.index(b"\n", pdf.index(b"\n", table) + 1) + 1
    count = int(pdf[table:head].split()[2])
    lines = [pdf[head + _ENTRY * at : head + _ENTRY * (at + 1)] for at in range(count)]
    places = sorted((int(line[:10]), at) for at, line in enumerate(lines) if line[17:18] == b"n")
    ends = [place for place, _ in places[1:]] + [table]
    found: Objects = {}
    for (place, number), end in zip(places, ends, strict=True):
        body = _BODY.match(pdf, place, end)
        if body is None:
            raise Unavailable("The document came out in an unknown shape: report this as a fault.")
        found[number] = body[1]
    trailer = pdf[head + _ENTRY * count :]
    return found, trailer[trailer.index(b"<<") : trailer.index(b"startxref")].strip()


def joined_objects(objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    """A file of objects numbered from 1 without a gap; the trailer is given its size."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number in range(1, len(objects) + 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    table = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f\r\n" % size
    out += b"".join(b"%010d 00000 n\r\n" % place for place in places)
    sized = re.sub(rb"/Size \d+", b"", trailer)[2:]
    out += b"trailer\n<</Size %d%b\nstartxref\n%d\n%%%%EOF" % (size, sized, table)
    return bytes(out)


def value(text: bytes, name: bytes) -> int:
    """The number of the object that an entry refers to, 0 for none.

    >>> value(b"<</Pages 12 0 R>>", b"Pages"), value(b"<<>>", b"Pages")
    (12, 0)
    """
    found = re.search(b"/" + name + rb" ?\[?(\d+) 0 R", text)
    return int(found[1]) if found else 0


def shifted(body: bytes, numbers: Mapping[int, int]) -> bytes:
    """An object with its references renumbered; its strings and its stream stay as they are.

    >>> shifted(b"<</A 1 0 R/T(not 1 0 R)>>", {1: 7})
    b'<</A 7 0 R/T(not 1 0 R)>>'
    """
    text, stream, rest = body.partition(STREAM)

    def renumber(found: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % numbers[int(found[1])] if found[1] else found[0]

    pattern = _REFERENCE if b"(" in text else PLAIN_REFERENCE
    return pattern.sub(renumber, text) + stream + rest
