"""What a search answers: ids with how well they fit, and the reason of each hit."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

MAX_FIRST_HITS = 1_000  # hits numbered at most at first; beyond, "1,000+" says so
# How well a hit fits, best first. Those before NAMED are grades of a fitting name.
WHOLE_WORDS = 2  # what was typed are whole words of the name; up to here it is called so
NAMED = 6  # named so, beyond those that are put in order
WRITTEN = 7  # the words stand in what else is written of it
NEAR = 8  # its name is spelt or sounds alike
PART = 9  # only some of the words, or only roughly
WORST = 10


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a record was found: '' when its name shows it, else what and the words."""

    label: str = ""
    text: str = ""

    def __str__(self) -> str:
        return f"{self.text}, {self.label}" if self.label else ""


@dataclass(frozen=True, slots=True)
class Page:
    """The ids of one kind, best first.

    `is_capped` when there are more than are numbered; `fits` says how well each hit fits, 0 best;
    `reasons` are those that only the search itself knows; `matched_words` are the folded words of
    names that answered a word spelt otherwise, to be marked where they stand.
    """

    ids: array[int]
    is_capped: bool = False
    fits: array[int] = field(default_factory=lambda: array("b"))
    reasons: dict[int, Reason] = field(default_factory=dict)
    matched_words: frozenset[str] = frozenset()

    def fit(self, place: int) -> int:
        """Say how well a hit fits, so that those of several kinds can be put in one order.

        What was found by filters alone has no fit of its own and counts as a part.
        """
        return self.fits[place] if self.fits else PART

    def best(self) -> Page | None:
        """Return the page of the hit alone that fits best, of equals the first; None of no hit."""
        if not self.ids:
            return None
        at = min(range(len(self.ids)), key=self.fit)
        return replace(self, ids=self.ids[at : at + 1], fits=self.fits[at : at + 1])


class RankedHit(NamedTuple):
    """A hit among those of several kinds; they stand by how well they fit, then by their place."""

    fit: int
    place: int  # among the hits of its kind
    order: int  # of its kind among those that were asked
    kind: str
    id: int


def best_hits(pages: Mapping[str, Page], limit: int) -> list[RankedHit]:
    """Return the best hits of several kinds, best first."""
    return sorted(
        RankedHit(page.fit(place), place, order, kind, key)
        for order, (kind, page) in enumerate(pages.items())
        for place, key in enumerate(page.ids[:limit])
    )[:limit]
