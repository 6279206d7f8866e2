"""References in the order of their series and numbers: what lists of agreements are sorted by.

The database asks it as a function, for every agreement of a list.
"""

from __future__ import annotations

import re
from typing import Final

MAX_KEY_LETTERS: Final = 80  # of a reference; where two begin alike the title decides
_FIRST: Final = re.compile(r"[^;,]*\d[^;,]*")  # the first of several citations
_YEAR: Final = re.compile(r"[\[(]((?:1[6-9]|20)\d\d)[\])]")
_FIGURES: Final = re.compile(r"\d+")


def reference_key(text: object) -> str:
    """Return what a reference is sorted by: its series, its year, then its figures as numbers.

    >>> sorted(["34 UNTS 243", "I-541", "4 UNTS 9", "I-26369", "34 UNTS 12"], key=reference_key)
    ['I-541', 'I-26369', '4 UNTS 9', '34 UNTS 12', '34 UNTS 243']
    >>> sorted(["TS No. 12 (1929), Cmd. 9", "TS 2 (1930)", "TS No. 2 (1929)"], key=reference_key)
    ['TS 2 (1930)', 'TS No. 2 (1929)', 'TS No. 12 (1929), Cmd. 9']
    """
    whole = str(text or "")[:MAX_KEY_LETTERS].casefold()
    found = _FIRST.search(whole)
    if found is None:
        return whole
    year = _YEAR.search(found[0])
    rest = _YEAR.sub("", found[0]) if year else found[0]
    figures = [*([year[1]] if year else []), *_FIGURES.findall(rest)]
    series = " ".join(_FIGURES.sub(" ", rest).split())
    return f"{series} {' '.join(figure.zfill(8) for figure in figures)}"
