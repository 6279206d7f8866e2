"""What a text in the search box finds: ids, best first, and why; lists and commands ask it."""

from db.search.hits import CAP, WORST, Page, Reason
from db.search.stages import search
from db.search.why import reasons

__all__ = ["CAP", "WORST", "Page", "Reason", "reasons", "search"]
