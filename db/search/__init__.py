"""What a text in the search box finds: ids, best first, and why; lists and commands ask it."""

from db.search.exact.hits import MAX_FIRST_HITS, WORST, Page, RankedHit, Reason, best_hits
from db.search.exact.why import reasons
from db.search.stages import search

__all__ = [
    "MAX_FIRST_HITS",
    "WORST",
    "Page",
    "RankedHit",
    "Reason",
    "best_hits",
    "reasons",
    "search",
]
