"""Maps that are kept on the desk, and found again by the headings of a file; the window asks.

A map belongs to the ceiling that it was kept under: its constants may tell something. It lies in
the desk, so that it is encrypted with it, and outside the history, since it is no record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from db.errors import Refused
from db.exchange.mapping.column_mapping import Mapping, read_map_text
from db.exchange.mapping.map_text import map_text
from db.lens import Lens
from db.reader import Reader
from db.store import Store

PREFIX = "import map "


def shape_of(headings: Sequence[str]) -> str:
    """Return what files with the same headings share, in whatever order these stand.

    >>> shape_of(("name", "born")) == shape_of(("born", "name")) != shape_of(("name",))
    True
    """
    text = "\x1f".join(sorted(headings))
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def keep_map(store: Store, headings: Sequence[str], mapping: Mapping, lens: Lens) -> None:
    """Keep a map for files with these headings, in the place of one kept before."""
    store.keep_setting(f"{PREFIX}{lens.ceiling} {shape_of(headings)}", map_text(mapping))


def kept_maps(reader: Reader, lens: Lens) -> dict[str, Mapping]:
    """Return {shape: map} of all that were kept under this ceiling or a lower one.

    What no longer reads as a map is passed over: the file is then understood anew.
    """
    found: dict[str, tuple[int, Mapping]] = {}
    for key, stored in reader.settings(PREFIX).items():
        level, _, shape = key.removeprefix(PREFIX).partition(" ")
        if not level.isdecimal() or int(level) > lens.ceiling:
            continue
        try:
            mapping = read_map_text(stored, "The kept map")
        except Refused:
            continue
        if shape not in found or found[shape][0] < int(level):
            found[shape] = (int(level), mapping)
    return {shape: mapping for shape, (_, mapping) in found.items()}
