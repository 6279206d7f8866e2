"""Words behind a name that tell somebody from a namesake: the Younger, der Ältere, hijo.

`order` asks it: they are no part of given or family name. Jr. and fils are among the titles.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from db.names.folding import fold
from db.names.name_lists import word_list

_ARTICLE = "the"
_OF = frozenset(("of", "in", "on", "at", "and", "from"))  # John of the Cross


def without_epithet(tokens: Sequence[str]) -> list[str]:
    """Return the words of a name before its epithet; all of them where it has none.

    >>> without_epithet("Ishaq Dar the Younger".split()), without_epithet(["Pliny", "the", "Elder"])
    (['Ishaq', 'Dar'], ['Pliny'])
    >>> without_epithet("Hans Holbein d. J.".split()), without_epithet("Hugo de Jonge".split())
    (['Hans', 'Holbein'], ['Hugo', 'de', 'Jonge'])
    >>> without_epithet("John of the Cross".split())
    ['John', 'of', 'the', 'Cross']
    """
    for at in range(1, len(tokens)):
        is_english = tokens[at].casefold() == _ARTICLE and at < len(tokens) - 1
        if is_english and tokens[at - 1].casefold() not in _OF:
            return [*tokens[:at]]
    return next(
        (
            [*tokens[:-length]]
            for length in (3, 2, 1)
            if length < len(tokens)
            and tokens[-length].islower()  # Claude Le Jeune is called so
            and fold(" ".join(tokens[-length:])) in _epithets()
        ),
        [*tokens],
    )


@cache
def _epithets() -> frozenset[str]:
    return frozenset(map(fold, word_list("customs")["epithets"]))
