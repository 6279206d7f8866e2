"""How the room of a list is dealt out among its columns; the table asks it. No Qt here.

Every column has a least width; what is left is given in the order of what an officer misses
first, so that dates and countries stand whole where there is room and titles are cut last. Where
there is too little for all, some columns are left out rather than the list scrolled sideways.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

_LITTLE_MISSED = 4  # the rank from which a column goes before a title is cut


class Wish(NamedTuple):
    """What a column asks for in px; `rank` 1 is served first, `grows` takes a share of the rest.

    `need` is what its texts take, where that is known: it is not given more than that while others
    lack something.
    """

    least: int
    wanted: int
    rank: int
    grows: int = 0
    need: int | None = None

    @property
    def first_share(self) -> int:
        """What it is to have before any other grows."""
        return self.wanted if self.need is None else min(self.wanted, self.need)


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
    >>> texts = [name._replace(need=90), office._replace(need=350), country._replace(need=130)]
    >>> [share_widths(room, texts) for room in (500, 600)]
    [[90, 280, 130], [110, 360, 130]]
    """
    widths = [wish.least for wish in wishes]
    spare = max(0, room - sum(widths))
    for at, wish in sorted(enumerate(wishes), key=lambda pair: pair[1].rank):
        share = min(spare, max(0, wish.first_share - wish.least))
        widths[at] += share
        spare -= share
    for rank in sorted({wish.rank for wish in wishes}):
        places = [at for at, wish in enumerate(wishes) if wish.rank == rank]
        spare = _fill(spare, places, widths, wishes)
    growing = [at for at, wish in enumerate(wishes) if wish.grows]
    shares = sum(wishes[at].grows for at in growing)
    for at in growing:
        widths[at] += spare * wishes[at].grows // shares
    if growing:
        widths[growing[0]] += max(0, room - sum(widths))  # what the division left over
    return widths


def _fill(spare: int, places: Sequence[int], widths: list[int], wishes: Sequence[Wish]) -> int:
    """Give these columns what their texts lack, in shares, and return what is left."""
    while hungry := [at for at in places if widths[at] < (wishes[at].need or 0) and spare > 0]:
        room, shares = spare, sum(wishes[at].grows or 1 for at in hungry)
        for at in hungry:
            share = max(1, room * (wishes[at].grows or 1) // shares)
            share = min(share, (wishes[at].need or 0) - widths[at], spare)
            widths[at] += share
            spare -= share
    return spare


def fitting_columns(
    room: int, wishes: Sequence[Wish], asked_for: Collection[int] = ()
) -> list[int]:
    """Return the places of the columns that have room beside each other: what is missed last goes
    first, and so that the first column is not cut, what is little missed. Those in `asked_for`
    stay; all stay, to be scrolled, where not even these have room.

    >>> name, office, country = Wish(80, 140, 1, 2), Wish(60, 200, 3, 1), Wish(70, 100, 2)
    >>> [fitting_columns(room, [name, office, country]) for room in (210, 209, 149)]
    [[0, 1, 2], [0, 2], [0]]
    >>> [fitting_columns(room, [name, office, country], {0, 1}) for room in (209, 139)]
    [[0, 1], [0, 1, 2]]
    >>> outcome = Wish(60, 200, _LITTLE_MISSED)
    >>> [fitting_columns(room, [name, country, outcome]) for room in (270, 269)]
    [[0, 1, 2], [0, 1]]
    """
    places = list(range(len(wishes)))
    going = sorted(
        (at for at in places if at not in asked_for and wishes[at].rank > 1),
        key=lambda at: (wishes[at].rank, at),
    )
    comfort = sum(max(0, wish.first_share - wish.least) for wish in wishes if wish.rank == 1)
    lacking = sum(wish.least for wish in wishes) - room
    while going and lacking > (-comfort if wishes[going[-1]].rank >= _LITTLE_MISSED else 0):
        place = going.pop()
        places.remove(place)
        lacking -= wishes[place].least
    return list(range(len(wishes))) if asked_for and lacking > 0 else places
