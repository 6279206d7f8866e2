"""Damages of a file's bytes, as a disk or a broken copy makes them; each says what it did."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

PAGE = 4096
Damage = Callable[[Path, random.Random], str]  # says what was done


def flip_some(path: Path, chance: random.Random) -> str:
    """Some bytes become others."""
    data = bytearray(path.read_bytes())
    count = chance.choice((1, 1, 3, 20))
    places = [chance.randrange(100, len(data)) for _ in range(count)]
    for place in places:
        data[place] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    return f"bits of the bytes {places}"


def flip_header(path: Path, chance: random.Random) -> str:
    """A byte of the file's own header."""
    data = bytearray(path.read_bytes())
    place = chance.randrange(100)
    data[place] = chance.randrange(256)
    path.write_bytes(data)
    return f"byte {place} of the header"


def flip_page_head(path: Path, chance: random.Random) -> str:
    """A byte of a page's header or of its list of cells."""
    data = bytearray(path.read_bytes())
    page = chance.randrange(1, len(data) // PAGE)
    place = page * PAGE + chance.randrange(24)
    data[place] = chance.randrange(256)
    path.write_bytes(data)
    return f"byte {place % PAGE} of page {page + 1}"


def flip_first_page(path: Path, chance: random.Random) -> str:
    """A byte where the schema stands."""
    data = bytearray(path.read_bytes())
    place = chance.randrange(100, PAGE)
    data[place] = chance.randrange(256)
    path.write_bytes(data)
    return f"byte {place} of page 1"


def zero_page(path: Path, chance: random.Random) -> str:
    """A page of nothing, as a disk gives back a block that it lost."""
    data = bytearray(path.read_bytes())
    page = chance.randrange(1, len(data) // PAGE)
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    return f"page {page + 1} is zeros"


def fill_page(path: Path, chance: random.Random) -> str:
    """A page of another file."""
    data = bytearray(path.read_bytes())
    page = chance.randrange(1, len(data) // PAGE)
    data[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    path.write_bytes(data)
    return f"page {page + 1} is noise"


def swap_pages(path: Path, chance: random.Random) -> str:
    """Two pages in each other's place."""
    data = bytearray(path.read_bytes())
    one, two = (chance.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[two : two + PAGE] = (
        data[two : two + PAGE],
        data[one : one + PAGE],
    )
    path.write_bytes(data)
    return f"pages {one // PAGE + 1} and {two // PAGE + 1} swapped"


def cut(path: Path, chance: random.Random) -> str:
    """The end is missing, by whole pages or midway."""
    data = path.read_bytes()
    end = chance.randrange(1, len(data) // PAGE) * PAGE + chance.choice((0, 0, 1, 512, 2000))
    path.write_bytes(data[:end])
    return f"cut at {end}"


def drop_middle(path: Path, chance: random.Random) -> str:
    """A page is missing in the middle."""
    data = path.read_bytes()
    page = chance.randrange(1, len(data) // PAGE) * PAGE
    path.write_bytes(data[:page] + data[page + PAGE :])
    return f"page {page // PAGE + 1} is missing"


PAGES: tuple[Damage, ...] = (
    flip_some,
    flip_header,
    flip_page_head,
    flip_first_page,
    zero_page,
    fill_page,
    swap_pages,
    cut,
    drop_middle,
)
