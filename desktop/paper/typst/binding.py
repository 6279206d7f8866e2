"""Binds PDFs that were set one by one into one file: pages, tags, outline, links, page numbers.

`pieces` asks it. What several pieces have alike (fonts, colours) is kept once; everything stays
tagged, so that the whole conforms to what its pieces conform to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from desktop.paper.typst.pdf_objects import (
    PLAIN_REFERENCE,
    STREAM,
    Objects,
    objects_of,
    packed_objects,
    renumber,
    value,
)

PAGES, OUTLINES, TREE, DOCUMENT = 1, 2, 3, 4
"""What all pieces share, by number in the bound file: pages, outline, tags and their root."""

_PARENT: Final = re.compile(rb"/StructParent(s?) (\d+)")
_CELL: Final = re.compile(rb"\(U(\d+x\d+y\d+)\)")  # the name of a table's cell, as Typst gives it
_SHEET: Final = re.compile(rb"/A<<[^<>]*/URI\(sheet:(\d+)\)[^<>]*>>")
_PAGE_SAID: Final = re.compile(rb"/Contents\(([^()\\]*\bpage )(\d+)\)")
_KEY: Final = re.compile(rb"(\d+) (\d+) 0 R")
_NAMED: Final = re.compile(rb"\((\w+)\)(\d+) 0 R")


@dataclass(slots=True)
class _BoundPage:
    """A page that waits for its number: its dictionary and that of its resources."""

    number: int
    text: bytes
    resources: bytes


@dataclass(slots=True)
class _Part:
    """What a piece brings to what is shared; 0 where it has no outline."""

    pages: list[_BoundPage] = field(default_factory=list)
    first: int = 0
    last: int = 0
    count: int = 0
    root: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """What a piece had: its pages, and on which of them, from 0, its sheets begin."""

    pages: int
    starts: list[int]


class Binder:
    """Takes pieces in any order; `close` puts them in the order of their places."""

    def __init__(self) -> None:
        self._objects: Objects = {PAGES: b"", OUTLINES: b"", TREE: b"", DOCUMENT: b""}
        self._parts: dict[int, _Part] = {}
        self._keys = 0  # of the tree from what is marked on a page to its tag
        self._marked: list[bytes] = []
        self._cells: list[bytes] = []
        self._links: list[int] = []  # links to other sheets, which wait until all pages are there
        self._numbers_by_body: dict[bytes, int] = {}
        self._catalog = self._trailer = self._tree = b""

    # one piece

    def add(self, place: int, pdf: bytes, first_page: int = 1) -> Added:
        """Take in a piece; its first page has the number given."""
        found, trailer = objects_of(pdf)
        catalog = found.pop(value(trailer, b"Root"))
        tree, outline = value(catalog, b"StructTreeRoot"), value(catalog, b"Outlines")
        pages = value(catalog, b"Pages")
        kids = [int(each) for each in PLAIN_REFERENCE.findall(found.pop(pages))]
        shared = {pages: PAGES, outline: OUTLINES, tree: DOCUMENT}
        if self._catalog:  # the first piece tells what the file is
            for name, text in ((b"Metadata", catalog), (b"Info", trailer)):
                found.pop(value(text, name), None)
            for each in PLAIN_REFERENCE.findall(found.pop(value(catalog, b"OutputIntents"), b"")):
                found.pop(int(each), None)
        numbers, fresh = self._numbers(found, shared)
        part = self._parts[place] = _Part()

        def shift(body: bytes) -> bytes:
            return renumber(body, numbers)

        if not self._catalog:
            self._trailer, self._tree = (
                renumber(trailer, {**numbers, value(trailer, b"Root"): 0}),
                found[tree],
            )
            self._catalog = renumber(catalog, {**numbers, tree: TREE})
        starts = list(_starts(found, found[outline], kids)) if outline else []
        if starts:
            text = found[outline]
            part.first, part.last = (numbers[value(text, end)] for end in (b"First", b"Last"))
            part.count = int(re.findall(rb"/Count (\d+)", text)[0])
        found.pop(outline, None)
        keys = self._take_tree(part, shift(found.pop(tree)), place)
        for kid in kids:
            text = found.pop(kid)
            resources = found[value(text, b"Resources")]
            part.pages.append(
                _BoundPage(numbers[kid], self._own(shift(text), place), shift(resources))
            )
        for number, body in found.items():
            if number in fresh:
                self._objects[numbers[number]] = self._own(shift(body), place, first_page)
                if b"/URI(sheet:" in body:
                    self._links.append(numbers[number])
        self._keys += keys
        self._objects[part.root] = self._objects[part.root].replace(b"/S/Document", b"/S/Part", 1)
        return Added(len(kids), starts)

    def _numbers(self, found: Objects, shared: dict[int, int]) -> tuple[dict[int, int], set[int]]:
        """Return the new number of every object, and which of them no other piece has brought."""
        numbers, fresh = dict(shared), set()
        for number, body in found.items():
            if number in shared:
                continue
            text, stream, _ = body.partition(STREAM)
            alone = bool(stream) and not PLAIN_REFERENCE.search(text)
            known = self._numbers_by_body.get(body) if alone else None
            if known is None:
                known = len(self._objects) + 1
                self._objects[known] = b"null"
                fresh.add(number)
                if alone:
                    self._numbers_by_body[body] = known
            numbers[number] = known
        return numbers, fresh

    def _own(self, body: bytes, place: int, first_page: int = 1) -> bytes:
        """Return an object whose keys, names of cells and said pages are those of the whole
        file.
        """
        text, stream, rest = body.partition(STREAM)
        if b"/StructParent" in text:
            text = _PARENT.sub(
                lambda has: b"/StructParent%b %d" % (has[1], self._key(has[2])), text
            )
        if b"(U" in text:
            text = _CELL.sub(rb"(P%dU\1)" % place, text)
        if b"/Subtype/Link" in text and b"/Dest " in text:
            text = _PAGE_SAID.sub(
                lambda has: b"/Contents(%b%d)" % (has[1], int(has[2]) + first_page - 1), text
            )
        return text + stream + rest

    def _parent(self, found: re.Match[bytes]) -> bytes:
        return b"/StructParent%b %d" % (found[1], self._key(found[2]))

    def _key(self, old: bytes) -> int:
        return int(old) + self._keys

    def _take_tree(self, part: _Part, text: bytes, place: int) -> int:
        """Take the root of a piece's tags apart, and say how many keys it has."""
        part.root = value(text, b"K")
        marked, _, cells = text.partition(b"/ParentTree")[2].partition(b"/IDTree")
        found = _KEY.findall(marked[marked.find(b"[") : marked.find(b"]")])
        self._marked += [b"%d %b 0 R" % (self._key(key), ref) for key, ref in found]
        names = _NAMED.findall(cells)
        self._cells += [b"(P%d%b)%b 0 R" % (place, name, ref) for name, ref in names]
        return len(found)

    # the whole

    def close(self, numbers: bytes) -> bytes:
        """Return the bound file; `numbers` is a PDF with the number of each page and nothing
        else.
        """
        parts = [self._parts[place] for place in sorted(self._parts)]
        forms = list(self._forms(numbers))
        pages = [page for part in parts for page in part.pages]
        for page, form in zip(pages, forms, strict=True):
            self._number(page, form)
        kids = b" ".join(b"%d 0 R" % page.number for page in pages)
        self._objects[PAGES] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), kids)
        self._tie_outline([part for part in parts if part.first])
        self._close_tree(parts)
        self._link(pages)
        catalog = self._new(self._catalog)
        trailer = re.sub(rb"/Root \d+ 0 R", b"/Root %d 0 R" % catalog, self._trailer)
        return packed_objects(self._objects, trailer)

    def _new(self, body: bytes) -> int:
        number = len(self._objects) + 1
        self._objects[number] = body
        return number

    def _forms(self, pdf: bytes) -> Iterator[int]:
        """Yield each page of a PDF as a form that can be drawn on another (8.10)."""
        found, trailer = objects_of(pdf)
        pages = found[value(found[value(trailer, b"Root")], b"Pages")]
        kids = [found[int(each)] for each in PLAIN_REFERENCE.findall(pages)]
        drawn = _reachable_objects(found, {value(kid, b"Resources") for kid in kids})
        numbers, fresh = self._numbers(drawn, {})
        for number in fresh:
            self._objects[numbers[number]] = renumber(found[number], numbers)
        for kid in kids:
            box = kid[kid.index(b"/MediaBox") + 9 :].partition(b"]")[0] + b"]"
            content, stream, rest = found[value(kid, b"Contents")].partition(STREAM)
            form = b"/Type/XObject/Subtype/Form/BBox%b/Resources %d 0 R>>" % (
                box,
                numbers[value(kid, b"Resources")],
            )
            yield self._new(content.rstrip()[:-2] + form + stream + rest)

    def _number(self, page: _BoundPage, form: int) -> None:
        """Draw a page's number as an artifact, before and apart from what is tagged."""
        drawn = b"/Artifact<</Type/Pagination>>BDC q /Number Do Q EMC\n"
        before = self._new(b"<</Length %d>>%b%b\nendstream" % (len(drawn), STREAM, drawn))
        resource_entry = b"/XObject<</Number %d 0 R" % form
        resources = page.resources
        if b"/XObject<<" in resources:
            resources = resources.replace(b"/XObject<<", resource_entry, 1)
        else:
            resources = resources.rstrip()[:-2] + resource_entry + b">>>>"
        text = re.sub(
            rb"/Resources \d+ 0 R", b"/Resources %d 0 R" % self._new(resources), page.text
        )
        self._objects[page.number] = re.sub(
            rb"/Contents (\d+ 0 R)", rb"/Contents[%d 0 R \1]" % before, text
        )

    def _tie_outline(self, parts: list[_Part]) -> None:
        """Tie the outlines one after the other, as one."""
        for one, other in pairwise(parts):
            self._enter(one.last, b"/Next %d 0 R" % other.first)
            self._enter(other.first, b"/Prev %d 0 R" % one.last)
        text = b"<</Type/Outlines"
        if parts:
            count = sum(part.count for part in parts)
            ends = (parts[0].first, parts[-1].last, count)
            text += b"/First %d 0 R/Last %d 0 R/Count %d" % ends
        self._objects[OUTLINES] = text + b">>"

    def _enter(self, number: int, entry: bytes) -> None:
        self._objects[number] = b"<<" + entry + self._objects[number][2:]

    def _close_tree(self, parts: list[_Part]) -> None:
        roots = b" ".join(b"%d 0 R" % part.root for part in parts)
        self._objects[DOCUMENT] = b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (TREE, roots)
        roles = re.search(rb"/RoleMap<<.*?>>", self._tree)
        self._objects[TREE] = (
            b"<</Type/StructTreeRoot%b/K[%d 0 R]/ParentTree<</Nums[%b]>>"
            b"/IDTree<</Names[%b]>>/ParentTreeNextKey %d>>"
        ) % (
            roles[0] if roles else b"",
            DOCUMENT,
            b" ".join(self._marked),
            b"".join(sorted(self._cells)),
            self._keys,
        )

    def _link(self, pages: list[_BoundPage]) -> None:
        """Have the links of the contents lead to the pages they name, counted from 1."""

        def lead(found: re.Match[bytes]) -> bytes:
            page = pages[int(found[1]) - 1]
            top = page.text[page.text.index(b"/MediaBox") :].partition(b"]")[0].split()[-1]
            return b"/Dest[%d 0 R/XYZ 0 %b 0]" % (page.number, top)

        for number in self._links:
            text = _SHEET.sub(lead, self._objects[number])
            self._objects[number] = text.replace(b"/Contents(sheet:", b"/Contents(page ")


def _reachable_objects(found: Objects, wanted: set[int]) -> Objects:
    """Return the objects that some lead to, themselves included."""
    reached: Objects = {}
    while wanted:
        number = wanted.pop()
        reached[number] = found[number]
        text = found[number].partition(STREAM)[0]
        wanted.update({int(each) for each in PLAIN_REFERENCE.findall(text)} - reached.keys())
    return reached


def _starts(found: Objects, outline: bytes, kids: list[int]) -> Iterator[int]:
    """Yield the pages, counted from 0, on which the first level of an outline begins."""
    entry = value(outline, b"First")
    while entry:
        text = found[entry]
        (page,) = PLAIN_REFERENCE.findall(found[value(text, b"Dest")])
        yield kids.index(int(page))
        entry = value(text, b"Next")
