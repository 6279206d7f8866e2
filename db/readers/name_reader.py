"""Whose a name is, and how the desk's names may write it: a text that is read is matched by these.

`Reader` is one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from db.lazy import lazy_modules
from db.lens import Lens
from db.readers.list_reader import ListReader

if TYPE_CHECKING:
    from db.lists import participants, record_facts
    from db.search.exact import bearers
    from db.search.fuzzy import word_spellings
    from db.search.fuzzy.word_spellings import SpellingWay

# A list is read without them.
lazy_modules(__name__)


class NameReader(ListReader):
    """Reads names through a lens."""

    def names_of(self, ids: Sequence[int], lens: Lens) -> dict[int, tuple[str, list[str]]]:
        """Return the country of each of these records, and its title with its other names."""
        return record_facts.names_of(self._sql, ids, lens)

    def bearers(
        self,
        kind: str,
        name: Sequence[Collection[str]],
        lens: Lens,
        limit: int,
        *,
        elsewhere: Sequence[str] = (),
        country: str = "",
    ) -> list[int]:
        """Return the records whose names hold each word in one of its spellings, those that matter
        now first; `elsewhere` are words that stand anywhere in the record.
        """
        return bearers.find_bearers(
            self._sql, kind, name, lens, limit, elsewhere=elsewhere, country=country
        )

    def spellings(self, words: Sequence[str], way: SpellingWay) -> list[list[str]]:
        """Return how names on the desk may write each of some folded words."""
        vocabulary = self._words(True)
        vocabulary.refresh()
        return [word_spellings.spellings_of(word, vocabulary, way) for word in words]

    def ids_with(
        self, kind: str, who: Collection[int], days: tuple[str, str], lens: Lens, limit: int
    ) -> list[int]:
        """Return agreements or events that name some of these and may fall within two ISO days."""
        return participants.ids_with(self._sql, kind, who, days, lens, limit)
