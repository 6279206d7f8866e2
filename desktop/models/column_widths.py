"""How the room of a list is dealt out among its columns; the table asks it. No Qt here.

Every column has a least width; what is left is given in the order of what an officer misses
first, so that dates and countries stand whole where there is room and titles are cut last. Where
there is too little for all, some columns are left out rather than the list scrolled sideways.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """What a column asks for in px; `rank` 1 is served first, `grows` takes a share of the rest."""

    least: int
    wanted: int
    rank: int
    grows: int = 0


def share_widths(room: int, wishes: Sequence[Wish]) -> list[int]:
    """Return a width for each column, together as wide as the room, or the least widths where it is
    less.

    >>> name, office, country = Wish(80, 140, 1, 2), Wish(60, 200, 3, 1), Wish(70, 100, 2)
    >>> share_widths(200, [name, office, country])
    [80, 60, 70]
    >>> share_widths(290, [name, office, country])
    [140, 60, 90]
    >>> share_widths(380, [name, office, country])
    [140, 140, 100]
    >>> share_widths(500, [name, office, country])
    [180, 220, 100]
    """
    widths = [wish.least for wish in wishes]
    spare = max(0, room - sum(widths))
    for at, wish in sorted(enumerate(wishes), key=lambda pair: pair[1].rank):
        share = min(spare, max(0, wish.wanted - wish.least))
        widths[at] += share
        spare -= share
    growing = [at for at, wish in enumerate(wishes) if wish.grows]
    shares = sum(wishes[at].grows for at in growing)
    for at in growing:
        widths[at] += spare * wishes[at].grows // shares
    if growing:
        widths[growing[0]] += max(0, room - sum(widths))  # what the division left over
    return widths


def fitting_columns(room: int, wishes: Sequence[Wish], kept: Collection[int] = ()) -> list[int]:
    """Return the places of the columns that have room beside each other: what is missed last goes
    first. Those in `kept` stay; all stay, to be scrolled, where not even these have room.

    >>> name, office, country = Wish(80, 140, 1, 2), Wish(60, 200, 3, 1), Wish(70, 100, 2)
    >>> [fitting_columns(room, [name, office, country]) for room in (210, 209, 149)]
    [[0, 1, 2], [0, 2], [0]]
    >>> [fitting_columns(room, [name, office, country], {0, 1}) for room in (209, 139)]
    [[0, 1], [0, 1, 2]]
    """
    places = list(range(len(wishes)))
    while sum(wishes[at].least for at in places) > room:
        going = [at for at in places if at not in kept and wishes[at].rank > 1]
        if not going:
            return list(range(len(wishes))) if kept else places
        places.remove(max(going, key=lambda at: (wishes[at].rank, at)))
    return places
